"""What may be the same as what has just been described: beside the next question, never in its way."""

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement, Container

from cards.alike_payloads import AlikeAdd, AlikeFollow
from cards.buttons import button, opening
from cards.kit import DOT, aside, folded, line, plain, problem, rows, sentence, strong, toggle
from cards.words import cut, one_line, words
from domain.alike import Deed, Offered
from domain.language import N_, _

_SUMMARY_BUDGET = 900
"""Bytes of an entry's summary."""

_DONE = {
    Deed.FOLLOWED: N_("You follow it."),
    Deed.ADDED: N_("Your words have gone along with it, and you follow it."),
}


def show_alike(offers: Sequence[Offered], draft_id: int) -> list[CardElement]:
    """Show who may be on it already, each with the ways to join; nothing where nobody seems to be."""
    if not offers:
        return []
    items: list[CardElement] = [line(strong(_("Somebody may be on this already")))]
    for offered in offers:
        items += _show(offered, draft_id)
    items.append(aside(_("If yours is another problem, simply go on."), spacing="Medium"))
    return [Container(style="emphasis", spacing="Medium", items=items)]


def _show(offered: Offered, draft_id: int) -> list[CardElement]:
    shown: list[CardElement] = [
        line(plain(one_line(offered.title, 120)), spacing="Medium"),
        aside(DOT.join(one_line(fact, 60) for fact in offered.facts), spacing="None"),
    ]
    if offered.matched:
        why = _("Both say: {words}").format(words=one_line(", ".join(offered.matched), 120))
        shown.append(aside(why, spacing="None"))
    if offered.warns:
        shown.append(problem(_("May increase offending: see what was found.")))
    if offered.summary:
        key = f"entry{offered.id}"
        shown.append(line(toggle(_("What it says"), key), spacing="Small"))
        shown.append(folded(key, [sentence(cut(words(offered.summary), _SUMMARY_BUDGET))]))
        return shown
    if offered.deed in _DONE:
        return [*shown, sentence(_(_DONE[offered.deed]), "Small")]
    return [*shown, *_offer_ways(offered, draft_id)]


def _offer_ways(offered: Offered, draft_id: int) -> list[CardElement]:
    reference = offered.reference
    follow = AlikeFollow(reference=reference, draft=draft_id)
    ways = [button(_("Follow it"), follow, tip=_("Follow it: {title}").format(title=one_line(offered.title)))]
    if not offered.is_open:
        return rows(ways)
    key = f"add{offered.id}"
    told = _("What you wrote goes to the Hub with {reference}, under your name. Its officer does not see it.")
    adds = [
        button(_("Add it, drop my draft"), AlikeAdd(reference=reference, draft=draft_id, drops=True)),
        button(_("Add it, keep my draft"), AlikeAdd(reference=reference, draft=draft_id)),
    ]
    asked = folded(key, [aside(told.format(reference=reference)), *rows(adds)])
    return [*rows([*ways, opening(_("Add to it"), key)]), asked]
