"""How a question takes its answer on a card: a box for words, buttons for a few choices, a list for many."""

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button, choice_box, date_box, text_box
from cards.kit import aside, line, quiet, rows, strong
from cards.payloads import WalkAnswer, WalkChoose
from cards.words import one_line
from dialogs.topics import suggest_topics
from dialogs.walkthrough import Answers, Choice, ChoiceAnswer, DayAnswer, Question, TextAnswer
from domain.language import N_, _
from domain.reading_days import read_kept_day

EMPTY = N_("Write a few words first.")
NOT_CHOSEN = N_("Choose one first.")
HINT = N_("Type here, or in the chat")


def ask_in_words(
    asked: Question, draft_id: int, kept: str = "", *, label: str = "", main: bool = True
) -> list[CardElement]:
    """Give a box with what stands in it so far, and the button that sends it."""
    lines = isinstance(asked.answer, TextAnswer) and asked.answer.lines
    send = button(_("Next"), WalkAnswer(draft=draft_id, question=asked.name), main=main, sends_inputs=True)
    return [
        text_box("answer", label or _("Your answer"), _(EMPTY), kept=kept, hint=_(HINT), lines=lines),
        *rows([send]),
    ]


def ask_for_day(asked: Question, answer: DayAnswer, draft_id: int, so_far: str) -> list[CardElement]:
    """Give a calendar to pick a day from; where it may be over already, today is one press."""
    payload = WalkAnswer(draft=draft_id, question=asked.name)
    send: list[Action] = [button(_("Next"), payload, main=True, sends_inputs=True)]
    if answer.unsure_is_today:
        today = WalkAnswer(draft=draft_id, question=asked.name, answer="today")
        send.append(button(_("Today"), today))
    is_day = read_kept_day(so_far) is not None
    words = _("Your answer so far: {title}").format(title=one_line(so_far))
    return [
        *([aside(words)] if so_far and not is_day else []),
        date_box(
            "answer",
            _("The day, here or in the chat"),
            _("Choose a day first."),
            kept=so_far if is_day else "",
        ),
        *rows(send),
    ]


def offer_choices(
    asked: Question, answer: ChoiceAnswer, draft_id: int, answers: Answers
) -> list[CardElement]:
    """Give a few choices as buttons; of many, the likeliest as buttons and all in a list."""
    chosen = answers.get(asked.name, "")
    now = answer.find(chosen)
    so_far: list[CardElement] = (
        [aside(_("Your answer so far: {title}").format(title=_(now.title)))] if now else []
    )
    if not answer.many:
        return [*so_far, *_explain(answer.choices), *_buttons(asked, answer.choices, draft_id)]
    likeliest = _suggest(answer, answers)
    return [
        *so_far,
        *_buttons(asked, likeliest, draft_id),
        *list_choices(asked, answer, draft_id, chosen, main=not likeliest),
    ]


def offer_guesses(
    asked: Question, answer: ChoiceAnswer, draft_id: int, guesses: tuple[str, ...]
) -> list[CardElement]:
    """Give what a reply may have meant first, then the rest."""
    guessed = [choice for choice in map(answer.find, guesses) if choice is not None]
    if answer.many:
        return [*_buttons(asked, guessed, draft_id), *list_choices(asked, answer, draft_id)]
    rest = [choice for choice in answer.choices if choice not in guessed]
    return [*_explain(answer.choices), *_buttons(asked, [*guessed, *rest], draft_id)]


def list_choices(
    asked: Question, answer: ChoiceAnswer, draft_id: int, chosen: str = "", *, main: bool = True
) -> list[CardElement]:
    """Give all choices as one list, with the button that sends the chosen one.

    Beside likelier choices as buttons of their own it is not the ``main`` one: nothing is chosen in it yet.
    """
    options = [(choice.name, _(choice.title)) for choice in answer.choices]
    send = button(_("Next"), WalkAnswer(draft=draft_id, question=asked.name), main=main, sends_inputs=True)
    return [choice_box("answer", _("All choices"), _(NOT_CHOSEN), options, chosen=chosen), *rows([send])]


def _explain(choices: tuple[Choice, ...]) -> list[CardElement]:
    """Say what each choice looks like, where the title alone may not."""
    return [
        line(strong(f"{number}. {_(choice.title)}: "), quiet(_(choice.example)), spacing="Small")
        for number, choice in enumerate(choices, start=1)
        if choice.example
    ]


def _buttons(asked: Question, choices: tuple[Choice, ...] | list[Choice], draft_id: int) -> list[CardElement]:
    return rows(
        [
            button(_(choice.title), WalkChoose(draft=draft_id, question=asked.name, choice=choice.name))
            for choice in choices
        ]
    )


def _suggest(answer: ChoiceAnswer, answers: Answers) -> list[Choice]:
    """Find the likeliest of many choices in what was said before."""
    found = map(answer.find, suggest_topics(" ".join(answers.values())))
    return [choice for choice in found if choice is not None]
