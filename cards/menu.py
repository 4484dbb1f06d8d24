"""The first words, the menu, and what can be pressed or typed."""

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.kit import heading, line, plain, present, quotation, rows, sentence, strong
from cards.payloads import (
    PortalDrafts,
    PortalHelp,
    PortalMenu,
    PortalSubmit,
    PortalSubmitWith,
    SubmissionList,
    ThinkOffer,
)
from cards.words import cut, one_line, weigh, words
from domain.ports import Outgoing

CARRIED_BUDGET = 15_000
"""Bytes of words that a button carries, twice: once for phones. Longer ones still stand in the chat."""

QUOTED_BUDGET = 2_000
"""Bytes of them that are shown."""

WHAT = "Here you bring the Prevention Hub a problem, an idea or something you have started."
THEN = "A person in the Hub reads it, works on it with you, and you see here how it stands."
TIME = "It takes seven short questions and about three minutes. You can stop and carry on later."

PERSONAL_WORDS = (
    ("submit", "bring something to the Hub"),
    ("my submissions", "see what you have sent and how it stands"),
    ("think it through", "see a problem from six sides, decide, or weigh risks"),
    ("my thinking", "see what you have thought through"),
    ("drafts", "carry on with something unfinished"),
    ("reminders", "choose what you are reminded of"),
    ("leave", "mark when you are away, so that nothing comes then"),
    ("help", "see this again"),
)
SUBMISSION_WORDS = (
    ("PF-2026-0001", "see how that one stands"),
    ("answer PF-2026-0001 your answer", "answer the Hub"),
    ("add PF-2026-0001 your words", "add detail"),
    ("more PF-2026-0001", "answer more questions about it"),
    ("six hats PF-2026-0001", "think it through; also 'decision model' and 'risk assessment'"),
    ("withdraw PF-2026-0001", "take it back; you are asked first"),
    ("reopen PF-2026-0001 what has changed", "open it again"),
)
WALKING_WORDS = (
    ("back", "go to the question before"),
    ("skip", "leave a question out, where that is possible"),
    ("why", "hear again why a question is asked"),
    ("don't know", "say that you do not know; that helps too"),
    ("review", "see all your answers"),
    ("save", "stop here and carry on later"),
    ("cancel", "throw it away; you are asked first"),
)
ADMIN_WORDS = (
    ("deliveries", "see what could not be delivered, try it again or drop it"),
    ("@Prevention First this is the Hub", "said in a channel: make it the Hub's"),
)
HUB_WORDS = (
    ("queue", "open work, unowned first"),
    ("take PF-2026-0001", "take it on"),
    ("release PF-2026-0001", "put it back in the queue"),
    ("give PF-2026-0001 Lee Marsh", "give it to a colleague"),
    ("ask PF-2026-0001 your question", "ask the officer"),
    ("answer PF-2026-0001 your answer", "answer the officer"),
    ("note PF-2026-0001 your note", "note something the officer does not see"),
    ("forward PF-2026-0001", "move it one stage on"),
    ("back PF-2026-0001", "move it one stage back"),
    ("close PF-2026-0001 addressed: the reason", "close it with an outcome and a reason"),
    ("reopen PF-2026-0001", "open it again"),
    ("six hats: your topic", "think about something together, one hat after the other"),
)


def welcome(name: str) -> Outgoing:
    """Greet somebody once: what this is, what happens with what they write, how long it takes."""
    hello = f"Hello {one_line(name, 60)}." if name.strip() else "Hello."
    body = [sentence(f"{hello} {WHAT}"), sentence(THEN, "Small"), sentence(TIME, "Small")]
    return present(
        f"{hello} {WHAT} {THEN} {TIME}",
        [heading("Prevention First"), *body, *rows(_list_choices(0, with_thinking=False))],
    )


def menu(unfinished: int) -> Outgoing:
    """Show what can be done; ``unfinished`` is how many drafts wait."""
    question = "What would you like to do?"
    return present(
        f"{question} Type 'submit', 'my submissions' or 'help'.",
        [sentence(question), *rows(_list_choices(unfinished))],
    )


def help_card(*, for_admin: bool = False) -> Outgoing:
    """Say what can be pressed or typed in the personal chat."""
    more = [sentence("As an administrator:", "Medium"), *_list_words(ADMIN_WORDS)] if for_admin else []
    return present(
        "What you can do here: type 'submit', 'my submissions', 'drafts' or 'help'.",
        [
            heading("What you can do here"),
            sentence("Press a button, or type one of these words:"),
            *_list_words(PERSONAL_WORDS),
            sentence("About something you have sent, with its own reference:", "Medium"),
            *_list_words(SUBMISSION_WORDS),
            sentence("While you answer questions:", "Medium"),
            *_list_words(WALKING_WORDS),
            *more,
            *rows(_list_choices(0, with_help=False), spacing="Medium"),
        ],
    )


def hub_help() -> Outgoing:
    """Say what can be typed in the Hub's channel."""
    return present(
        "What the Hub can do here: press the buttons on a card, or mention me and type a command.",
        [
            heading("What the Hub can do here"),
            sentence("Press the buttons on a card, or mention me with one of these:"),
            *_list_words(HUB_WORDS),
        ],
    )


def offer(said: str) -> Outgoing:
    """Ask whether words that came with nothing open are meant as a submission."""
    question = "Shall I start a submission with this?"
    start = PortalSubmitWith(words=said) if weigh(said) <= CARRIED_BUDGET else PortalSubmit()
    return present(
        question,
        [
            sentence(question),
            quotation(cut(words(said), QUOTED_BUDGET)),
            *rows([button("Start a submission", start, main=True), button("Show the menu", PortalMenu())]),
        ],
    )


def _list_choices(unfinished: int, *, with_help: bool = True, with_thinking: bool = True) -> list[Action]:
    choices: list[Action] = [
        button("Submit something", PortalSubmit(), main=True),
        button("My submissions", SubmissionList()),
    ]
    if with_thinking:
        choices.append(button("Think it through", ThinkOffer()))
    if unfinished:
        choices.append(button(f"Carry on ({unfinished} unfinished)", PortalDrafts()))
    if with_help:
        choices.append(button("Help", PortalHelp()))
    return choices


def _list_words(table: tuple[tuple[str, str], ...]) -> list[CardElement]:
    return [line(strong(word), plain(f": {meaning}"), spacing="Small") for word, meaning in table]
