"""The first words, the menu, and what can be pressed or typed."""

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.kit import heading, line, plain, present, quotation, rows, sentence, strong
from cards.payloads import (
    PlanList,
    PortalDrafts,
    PortalHelp,
    PortalMenu,
    PortalSubmit,
    PortalSubmitWith,
    SubmissionList,
    ThinkOffer,
)
from cards.words import cut, one_line, weigh, words
from domain.language import N_, _
from domain.ports import Outgoing

CARRIED_BUDGET = 15_000
"""Bytes of words that a button carries, twice: once for phones. Longer ones still stand in the chat."""

QUOTED_BUDGET = 2_000
"""Bytes of them that are shown."""

WHAT = N_("Here you bring the Prevention Hub a problem, an idea or something you have started.")
THEN = N_("A person in the Hub reads it, works on it with you, and you see here how it stands.")
TIME = N_("It takes seven short questions and about three minutes. You can stop and carry on later.")

HOW = N_("Type 'submit', 'my submissions' or 'help'.")

PERSONAL_WORDS = (
    ("submit", N_("bring something to the Hub")),
    ("my submissions", N_("see what you have sent and how it stands")),
    ("action plan", N_("plan what to do with what you learned")),
    ("my plans", N_("see how your plans stand, and tick off what is done")),
    ("think it through", N_("see a problem from six sides, decide, or weigh risks")),
    ("my thinking", N_("see what you have thought through")),
    ("find bicycle theft", N_("look in the library for what is known about something")),
    ("drafts", N_("carry on with something unfinished")),
    ("reminders", N_("choose what you are reminded of")),
    ("leave", N_("mark when you are away, so that nothing comes then")),
    ("help", N_("see this again")),
)
SUBMISSION_WORDS = (
    ("PF-2026-0001", N_("see how that one stands")),
    ("answer PF-2026-0001 your answer", N_("answer the Hub")),
    ("add PF-2026-0001 your words", N_("add detail")),
    ("more PF-2026-0001", N_("answer more questions about it")),
    ("six hats PF-2026-0001", N_("think it through; also 'decision model' and 'risk assessment'")),
    ("withdraw PF-2026-0001", N_("take it back; you are asked first")),
    ("reopen PF-2026-0001 what has changed", N_("open it again")),
    ("AP-2026-0001", N_("see how that action plan stands")),
    ("snooze AP-2026-0001", N_("hear of it again in a week; or add 'until 3 June'")),
)
WALKING_WORDS = (
    ("back", N_("go to the question before")),
    ("skip", N_("leave a question out, where that is possible")),
    ("why", N_("hear again why a question is asked")),
    ("example", N_("read how somebody might answer it")),
    ("don't know", N_("say that you do not know; that helps too")),
    ("review", N_("see all your answers")),
    ("save", N_("stop here and carry on later")),
    ("cancel", N_("throw it away; you are asked first")),
)
ADMIN_WORDS = (
    ("deliveries", N_("see what could not be delivered, try it again or drop it")),
    ("roles", N_("see who is a trainer or an administrator, give a role or take it away")),
    ("@Prevention First this is the Hub", N_("said in a channel: make it the Hub's")),
)
TRAINER_WORDS = (
    ("plans", N_("see all action plans and how they stand")),
    ("AP-2026-0001", N_("open that plan")),
    ("nudge AP-2026-0001", N_("ask kindly after it, once a day at most")),
    ("offer help AP-2026-0001 your word", N_("offer its owner help")),
    ("grant AP-2026-0001", N_("give it more time; 'not now' and why gives none")),
    ("supervisor AP-2026-0001", N_("name who supervises it")),
)
HUB_WORDS = (
    ("queue", N_("open work, unowned first")),
    ("take PF-2026-0001", N_("take it on")),
    ("release PF-2026-0001", N_("put it back in the queue")),
    ("give PF-2026-0001 Lee Marsh", N_("give it to a colleague")),
    ("ask PF-2026-0001 your question", N_("ask the officer")),
    ("answer PF-2026-0001 your answer", N_("answer the officer")),
    ("note PF-2026-0001 your note", N_("note something the officer does not see")),
    ("forward PF-2026-0001", N_("move it one stage on")),
    ("back PF-2026-0001", N_("move it one stage back")),
    ("close PF-2026-0001 addressed: the reason", N_("close it with an outcome and a reason")),
    ("reopen PF-2026-0001", N_("open it again")),
    ("find bicycle theft", N_("look in the library")),
    ("library", N_("go through the library, add to it")),
    ("evidence PF-2026-0001", N_("see what the library has on it; with EV-2026-0001, open that entry")),
    ("six hats: your topic", N_("think about something together, one hat after the other")),
)


def welcome(name: str) -> Outgoing:
    """Greet somebody once: what this is, what happens with what they write, how long it takes."""
    hello = _("Hello {name}.").format(name=one_line(name, 60)) if name.strip() else _("Hello.")
    body = [sentence(f"{hello} {_(WHAT)}"), sentence(_(THEN), "Small"), sentence(_(TIME), "Small")]
    return present(
        f"{hello} {_(WHAT)} {_(THEN)} {_(TIME)}",
        [heading("Prevention First"), *body, *rows(_list_choices(0, with_thinking=False))],
    )


def menu(unfinished: int) -> Outgoing:
    """Show what can be done; ``unfinished`` is how many drafts wait."""
    question = _("What would you like to do?")
    return present(
        f"{question} {_(HOW)}",
        [sentence(question), *rows(_list_choices(unfinished))],
    )


def help_card(*, for_admin: bool = False, for_trainer: bool = False) -> Outgoing:
    """Say what can be pressed or typed in the personal chat."""
    more: list[CardElement] = []
    if for_trainer:
        more += [sentence(_("As one of the Academy, about action plans:"), "Medium")]
        more += _list_words(TRAINER_WORDS)
    if for_admin:
        more += [sentence(_("As an administrator:"), "Medium"), *_list_words(ADMIN_WORDS)]
    return present(
        _("What you can do here: type 'submit', 'my submissions', 'drafts' or 'help'."),
        [
            heading(_("What you can do here")),
            sentence(_("Press a button, or type one of these words:")),
            *_list_words(PERSONAL_WORDS),
            sentence(_("About something you have sent, with its own reference:"), "Medium"),
            *_list_words(SUBMISSION_WORDS),
            sentence(_("While you answer questions:"), "Medium"),
            *_list_words(WALKING_WORDS),
            *more,
            *rows(_list_choices(0, with_help=False), spacing="Medium"),
        ],
    )


def hub_help() -> Outgoing:
    """Say what can be typed in the Hub's channel."""
    return present(
        _("What the Hub can do here: press the buttons on a card, or mention me and type a command."),
        [
            heading(_("What the Hub can do here")),
            sentence(_("Press the buttons on a card, or mention me with one of these:")),
            *_list_words(HUB_WORDS),
        ],
    )


def offer(said: str) -> Outgoing:
    """Ask whether words that came with nothing open are meant as a submission."""
    question = _("Shall I start a submission with this?")
    start = PortalSubmitWith(words=said) if weigh(said) <= CARRIED_BUDGET else PortalSubmit()
    return present(
        question,
        [
            sentence(question),
            quotation(cut(words(said), QUOTED_BUDGET)),
            *rows(
                [button(_("Start a submission"), start, main=True), button(_("Show the menu"), PortalMenu())]
            ),
        ],
    )


def _list_choices(unfinished: int, *, with_help: bool = True, with_thinking: bool = True) -> list[Action]:
    choices: list[Action] = [
        button(_("Submit something"), PortalSubmit(), main=True),
        button(_("My submissions"), SubmissionList()),
    ]
    if with_thinking:
        choices.append(button(_("Think it through"), ThinkOffer()))
        choices.append(button(_("My action plans"), PlanList()))
    if unfinished:
        choices.append(
            button(_("Carry on ({unfinished} unfinished)").format(unfinished=unfinished), PortalDrafts())
        )
    if with_help:
        choices.append(button(_("Help"), PortalHelp()))
    return choices


def _list_words(table: tuple[tuple[str, str], ...]) -> list[CardElement]:
    return [line(strong(word), plain(f": {_(meaning)}"), spacing="Small") for word, meaning in table]
