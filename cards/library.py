"""Looking into the evidence library: what was found, and the Hub going through all of it."""

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import Box, button, choice_box, text_box
from cards.evidence import match_row
from cards.kit import aside, heading, present, problem, rows, sentence
from cards.library_payloads import LibraryBrowse, LibraryFind, LibraryForm
from cards.pages import turn_pages
from cards.words import capital, one_line
from dialogs.topics import TOPICS
from domain.evidence import Evidence, EvidenceKind
from domain.language import N_, _, _n
from domain.library import EntryPage, Match, MatchPage, State
from domain.ports import Outgoing

NOTHING_FOUND = N_(
    "I found nothing about that in the library. Try other words, or fewer of them: "
    "the problem itself, such as 'bicycle theft', finds the most."
)
_ASK_THE_HUB = N_("If you need it for something you are working on, type 'submit' and ask the Hub to look.")
_WHAT_IS_IN_IT = N_(
    "The library has what research says, what forces have tried and how it went, and who can help."
)


def find_card(words: str, found: MatchPage, *, error: str = "") -> Outgoing:
    """Show what words have found, the best first, with why; with no words, ask what about."""
    box = [_ask(words, error)]
    if not words.strip():
        said = error or _("What would you like to know about?")
        return present(said, [heading(_("Look in the library")), sentence(_(_WHAT_IS_IN_IT)), *box])
    named = one_line(words, 80)
    if not found.matches:
        return present(
            _(NOTHING_FOUND),
            [
                heading(_("Look in the library")),
                sentence(_("You looked for: {words}").format(words=named)),
                sentence(_(NOTHING_FOUND), "Small"),
                sentence(_(_ASK_THE_HUB), "Small"),
                *box,
            ],
        )
    count = len(found.matches)
    return present(
        _("What the library has on {words}: {title}").format(
            words=named, title=one_line(found.matches[0].entry.title)
        ),
        [
            heading(_("In the library")),
            sentence(_("You looked for: {words}").format(words=named)),
            *(match_row(match) for match in found.matches),
            *turn_pages(found.page, found.pages, lambda to: LibraryFind(words=words[:500], page=to)),
            aside(_n("The best match stands first.", "The best matches stand first.", count), "Medium"),
            *box,
        ],
    )


def _ask(words: str, error: str) -> CardElement:
    what = text_box(
        "words_find",
        _("What are you looking for?"),
        _("Write a word or two first."),
        kept=one_line(words, 300),
        hint=_("For example: bicycle theft at stations"),
        lines=False,
    )
    send = button(_("Find"), LibraryFind(), main=True, sends_inputs=True)
    return Box(_("Find"), (what,), send).opened(error)


def browse_card(page: EntryPage, *, note: str = "", error: str = "") -> Outgoing:
    """Show the Hub one page of the library, with ways to narrow it down, to add to it and to search."""
    filters = page.filters
    listed: list[CardElement] = [
        match_row(Match(entry), standing=_say_standing(entry, page)) for entry in page.entries
    ]
    if not listed:
        listed = [sentence(_say_empty(page), "Medium")]

    def turn_to(to: int) -> LibraryBrowse:
        return LibraryBrowse(page=to, kind=filters.kind or "", topic=filters.topic, state=filters.state or "")

    actions: list[Action] = [
        button(_("Add an entry"), LibraryForm(), main=True),
        _narrow(page).behind_button(),
        button(_("Find"), LibraryFind()),
    ]
    if filters.are_set:
        actions.append(button(_("Show all"), LibraryBrowse(page=0)))
    counted = _n("{count} entry", "{count} entries", page.total).format(count=page.total)
    head = _("The evidence library")
    return present(
        " ".join(part for part in (note, error, f"{head}: {counted}.") if part),
        [
            heading(head),
            sentence(note) if note else None,
            problem(error) if error else None,
            aside(", ".join((counted, *_list_filters(page)))),
            *listed,
            *turn_pages(page.page, page.pages, turn_to),
        ],
        actions,
    )


def _say_standing(entry: Evidence, page: EntryPage) -> str:
    standing = [] if entry.published else [_("not published")]
    if entry.review_on <= page.today:
        standing.append(_("due for another look"))
    return ", ".join(standing)


def _say_empty(page: EntryPage) -> str:
    if page.filters.are_set:
        return _("Nothing in the library is like that. Press 'Show all', or choose again.")
    return _("The library is empty. Press 'Add an entry', or have an administrator bring in a file.")


def _list_filters(page: EntryPage) -> list[str]:
    filters = page.filters
    titles = {topic.name: topic.title for topic in TOPICS}
    named = (filters.kind, titles.get(filters.topic, filters.topic), filters.state)
    return [_(one) for one in named if one]


def _narrow(page: EntryPage) -> Box:
    filters = page.filters
    choices = (
        ("browse_kind", _("Kind"), [(one.value, capital(_(one))) for one in EvidenceKind], filters.kind),
        ("browse_topic", _("Topic"), [(one.name, _(one.title)) for one in TOPICS], filters.topic),
        ("browse_state", _("How it stands"), [(one.value, capital(_(one))) for one in State], filters.state),
    )
    boxes = tuple(
        choice_box(key, label, _("Choose one, or leave it."), options, chosen=chosen or "", required=False)
        for key, label, options, chosen in choices
    )
    return Box(_("Narrow down"), boxes, button(_("Show them"), LibraryBrowse(page=0), sends_inputs=True))


def looked_over(due: tuple[Evidence, ...], total: int) -> Outgoing:
    """Tell the Hub once a month which sources are due for another look."""
    said = _n(
        "{count} entry of the library is due for another look.",
        "{count} entries of the library are due for another look.",
        total,
    ).format(count=total)
    why = _("Open it, follow its source, and press 'Looked at today' if it says so still; else edit it.")
    see_all = button(_("See all that are due"), LibraryBrowse(state=State.DUE))
    return present(
        said,
        [
            heading(_("Sources to look at again")),
            sentence(said),
            aside(why),
            *(match_row(Match(entry)) for entry in due),
            *rows([see_all], spacing="Medium"),
        ],
    )
