"""The tool that shows what may be the same problem, with the reason, and lets the Hub say so."""

from collections.abc import Sequence

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button, text_box
from cards.kit import DOT, aside, line, plain, rows, sentence, strong
from cards.payloads import HubOpen
from cards.words import one_line
from cards.workbench import frame
from cards.workbench_payloads import HubRelate
from domain.language import _
from domain.ports import Outgoing
from domain.related import Fellow, Relation
from domain.submission import Submission


def similar_card(
    submission: Submission,
    fellows: Sequence[Fellow],
    *,
    note: str = "",
    error: str = "",
    typed: str = "",
) -> Outgoing:
    """Show what is linked with a submission, then what may be similar; ``typed`` is the reference given."""
    linked = [fellow for fellow in fellows if fellow.relation is Relation.RELATED]
    offered = [fellow for fellow in fellows if fellow.relation is None]
    body: list[CardElement] = []
    if linked:
        body.append(line(strong(_("Linked")), spacing="Medium"))
        body += [part for fellow in linked for part in _show(submission, fellow)]
    body.append(line(strong(_("Possibly similar")), spacing="Medium"))
    body += [part for fellow in offered for part in _show(submission, fellow)]
    if not offered:
        body.append(sentence(_("Nothing that is not linked or set aside already seems alike.")))
    body += _ask_for_another(submission, typed)
    return frame(submission, _("Similar cases"), body, note=note, error=error)


def _show(submission: Submission, fellow: Fellow) -> list[CardElement]:
    facts = [fellow.reference, _(fellow.stage), one_line(fellow.place, 60), one_line(fellow.officer.name, 60)]
    shown: list[CardElement] = [
        line(plain(one_line(fellow.title, 120)), spacing="Medium"),
        aside(DOT.join(facts), spacing="None"),
    ]
    if fellow.matched:
        why = _("Both say: {words}").format(words=one_line(", ".join(fellow.matched), 120))
        shown.append(aside(why, spacing="None"))
    elif fellow.relation is None:
        shown.append(aside(_("It seems to say the same in other words."), spacing="None"))
    return [*shown, *rows(_list_actions(submission, fellow))]


def _list_actions(submission: Submission, fellow: Fellow) -> list[Action]:
    def relate(name: str, relation: str) -> Action:
        payload = HubRelate(reference=submission.reference, other=fellow.reference, relation=relation)
        return button(name, payload, tip=f"{name}: {fellow.reference}")

    tip = _("Open {reference}").format(reference=fellow.reference)
    look = button(_("Open"), HubOpen(reference=fellow.reference), tip=tip)
    if fellow.relation is Relation.RELATED:
        return [look, relate(_("Take the link off"), "")]
    return [relate(_("Link them"), Relation.RELATED), relate(_("Not the same"), Relation.APART), look]


def _ask_for_another(submission: Submission, typed: str) -> list[CardElement]:
    """Let the Hub link a submission that the search did not find."""
    box = text_box(
        "other",
        _("Link another one"),
        _("Type its reference, such as PF-2026-0001."),
        kept=typed,
        hint="PF-2026-0001",
        lines=False,
        required=False,
    )
    payload = HubRelate(reference=submission.reference, relation=Relation.RELATED)
    return [box, *rows([button(_("Link it"), payload, sends_inputs=True)])]
