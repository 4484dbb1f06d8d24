"""Turning the pages of a list."""

from collections.abc import Callable

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.carried import Carried
from cards.kit import aside, rows
from domain.language import _


def turn_pages(page: int, pages: int, to: Callable[[int], Carried]) -> list[CardElement]:
    """Say which page this is and give the buttons to its neighbours; nothing where there is but one.

    Args:
        page: The page shown, from nought.
        pages: How many there are.
        to: Makes the payload that opens a page.
    """
    if pages <= 1:
        return []
    turns: list[Action] = []
    if page > 0:
        turns.append(button(_("Previous page"), to(page - 1)))
    if page + 1 < pages:
        turns.append(button(_("Next page"), to(page + 1)))
    return [aside(_("Page {page} of {pages}").format(page=page + 1, pages=pages), "Medium"), *rows(turns)]
