"""The tool that shows what may be the same problem, with the reason, and lets the Hub say so."""

from collections.abc import Sequence

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button, opening, text_box
from cards.kit import DOT, aside, folded, line, plain, rows, sentence, strong
from cards.merge_payloads import HubMerge, HubPart
from cards.payloads import HubOpen
from cards.whole import list_answers
from cards.words import one_line
from cards.workbench import frame
from cards.workbench_payloads import HubRelate
from domain.language import _, _n
from domain.ports import Outgoing
from domain.related import Fellow, Relation
from domain.submission import Submission

MOST_TOGETHER = 4
"""Linked and merged ones on the card; the rest is counted."""

_ANSWERS_BUDGET = 2_000
"""Bytes of what was sent with one that was merged in."""


def similar_card(
    submission: Submission,
    fellows: Sequence[Fellow],
    *,
    note: str = "",
    error: str = "",
    typed: str = "",
) -> Outgoing:
    """Show what is linked with a submission, then what may be similar; ``typed`` is the reference given."""
    together = [fellow for fellow in fellows if fellow.relation is not None]
    shown, missing = together[:MOST_TOGETHER], len(together[MOST_TOGETHER:])
    merged = [fellow for fellow in shown if fellow.relation is Relation.MERGED]
    linked = [fellow for fellow in shown if fellow.relation is Relation.RELATED]
    offered = [fellow for fellow in fellows if fellow.relation is None]
    body: list[CardElement] = []
    if merged:
        body.append(line(strong(_("Merged")), spacing="Medium"))
        body += [part for fellow in merged for part in _show(submission, fellow)]
    if linked:
        body.append(line(strong(_("Linked")), spacing="Medium"))
        body += [part for fellow in linked for part in _show(submission, fellow)]
    if missing:
        more = _n("{count} more is linked.", "{count} more are linked.", missing)
        body.append(aside(more.format(count=missing)))
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
    return [*shown, *rows(_list_actions(submission, fellow)), *_unfold(submission, fellow)]


def _list_actions(submission: Submission, fellow: Fellow) -> list[Action]:
    def relate(name: str, relation: str) -> Action:
        payload = HubRelate(reference=submission.reference, other=fellow.reference, relation=relation)
        return button(name, payload, tip=f"{name}: {fellow.reference}")

    tip = _("Open {reference}").format(reference=fellow.reference)
    look = button(_("Open"), HubOpen(reference=fellow.reference), tip=tip)
    if fellow.relation is Relation.MERGED:
        undo = HubPart(reference=submission.reference, other=fellow.reference)
        tip = _("Undo the merging: {reference}").format(reference=fellow.reference)
        words = [opening(_("What was sent"), f"sent{fellow.id}")] if fellow.answers else []
        return [*words, look, button(_("Undo the merging"), undo, tip=tip)]
    merging = [opening(_("Merge"), f"merge{fellow.id}")] if _list_mergings(submission, fellow) else []
    if fellow.relation is Relation.RELATED:
        return [*merging, look, relate(_("Take the link off"), "")]
    link, apart = relate(_("Link them"), Relation.RELATED), relate(_("Not the same"), Relation.APART)
    return [link, apart, *merging, look]


def _unfold(submission: Submission, fellow: Fellow) -> list[CardElement]:
    """Keep out of sight what a button opens: what was sent with a merged one, or the ways to merge."""
    if fellow.relation is Relation.MERGED:
        return (
            [folded(f"sent{fellow.id}", list_answers(fellow.answers, _ANSWERS_BUDGET))]
            if fellow.answers
            else []
        )
    mergings = _list_mergings(submission, fellow)
    if not mergings:
        return []
    told = _("It closes as a duplicate. Its officer is told why, and follows the other. You can undo it.")
    return [folded(f"merge{fellow.id}", [aside(told), *rows(mergings)])]


def _list_mergings(submission: Submission, fellow: Fellow) -> list[Action]:
    """Offer both ways, as far as what is merged is still open."""
    title = _("{one} into {other}")
    ways: list[Action] = []
    if submission.is_open:
        forth = HubMerge(reference=submission.reference, version=submission.version, other=fellow.reference)
        ways.append(button(title.format(one=submission.reference, other=fellow.reference), forth))
    if fellow.is_open:
        back = HubMerge(
            reference=fellow.reference,
            version=fellow.version,
            other=submission.reference,
            at=submission.reference,
        )
        ways.append(button(title.format(one=fellow.reference, other=submission.reference), back))
    return ways


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
