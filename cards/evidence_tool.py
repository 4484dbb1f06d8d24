"""The tool that shows what the evidence library has on a submission."""

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement

from cards.buttons import button
from cards.evidence import match_row
from cards.kit import line, rows, sentence, strong
from cards.library_payloads import LibraryBrowse, LibraryFind, LibraryForm
from cards.workbench import frame
from domain.language import _
from domain.library import Match
from domain.ports import Outgoing
from domain.submission import Submission


def evidence_tool(
    submission: Submission, matches: Sequence[Match], *, note: str = "", error: str = ""
) -> Outgoing:
    """Show the published entries that fit a submission's own words, the best first."""
    body: list[CardElement] = [line(strong(_("What the library has on this")), spacing="Medium")]
    body += [match_row(match) for match in matches]
    if not matches:
        body.append(
            sentence(
                _("Nothing in the library is close to this. Look with other words, or add what you find.")
            )
        )
    more = [
        button(_("Look with other words"), LibraryFind()),
        button(_("Add an entry"), LibraryForm()),
        button(_("The library"), LibraryBrowse()),
    ]
    return frame(submission, _("Evidence"), [*body, *rows(more, spacing="Medium")], note=note, error=error)
