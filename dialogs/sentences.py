"""What the engine says when a reply does not fit: one or two sentences, each said once."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dialogs.elsewhere import LEADS
from dialogs.reading import find_personal, longest
from dialogs.state import Doubt, Held
from dialogs.walkthrough import LONGEST_ANSWER, Choice, ChoiceAnswer, Question
from domain.dates import say_day_and_time
from domain.language import _
from domain.privacy import say_kinds

ALREADY_ANSWERED = "That question is already answered. Here is where you are now."
NOT_ASKED = "That question is not asked any more. Here is where you are now."
NOT_OFFERED = "That choice is not offered here. Here is where you are now."
FIRST_QUESTION = "This is the first question; there is nothing before it."
NEEDED = 'The Hub needs this one to start, and a few words are enough. "Save" keeps everything for later.'
NOTHING_OPEN = 'Everything has been asked. Send it, or say which answer to change: "change 2", for example.'
NOTHING_HELD = "That is settled already. Here is where you are now."
NOTHING_LEFT = "Nothing else was left in it. Please say it in other words."
FORGOTTEN = "That is forgotten. Please answer in your own words."
EXTRA = "The short form is complete; these are extra. Stop whenever you like: review and send."
NOTHING_DEEPER = "There is nothing more to ask here."
ALL_DEEPER_ANSWERED = "You have answered all of these. You can change any of them from the review."
UNCHANGED = "Your earlier answer stands as it was."


def say_changed(question: Question) -> str:
    """Say that an edited message has changed its answer."""
    return f'Your answer to "{question.label}" now says what your message says.'


def say_missing(questions: list[Question]) -> str:
    """Say what is still needed before the review."""
    labels = [f'"{question.label}"' for question in questions]
    if len(labels) == 1:
        return f"One answer is still needed first: {labels[0]}."
    return f"A few answers are still needed first: {', '.join(labels[:-1])} and {labels[-1]}."


def say_doubt(question: Question, held: Held) -> str:
    """Say why a reply is held back, and what would help."""
    return _SENTENCES[held.doubt](question, held)


def say_command(held: Held) -> str:
    """Ask whether a command's word was the answer."""
    deed = held.command or "do that now"
    return f'Is "{held.text}" your answer, or shall I {deed}? What you have answered is kept.'


def _say_personal(_question: Question, held: Held) -> str:
    kinds = say_kinds(find_personal(held.text))
    return (
        f"That seems to hold {kinds or 'something about one person'}. It goes no further until you decide: "
        'say "take it out" or "keep it", or write it in other words.'
    )


def _say_elsewhere(_question: Question, held: Held) -> str:
    return LEADS[held.elsewhere] if held.elsewhere else ""


def _say_unclear(question: Question, held: Held) -> str:
    titles = [f'"{choice.title}"' for choice in _guessed(question, held)]
    if not titles:
        return "I could not find that among the choices. Pick one, or type its name."
    if len(titles) == 1:
        return f"Do you mean {titles[0]}? Pick it, or another, or type its name."
    return f"Do you mean {', '.join(titles[:-1])} or {titles[-1]}? Pick one, or type its name."


def _say_late(_question: Question, held: Held) -> str:
    if held.left_at is None:
        return _("Are these words your answer to this question, or something new?")
    return _(
        "You were here on {when}. Are these words your answer to this question, or something new?"
    ).format(when=say_day_and_time(held.left_at))


def _say_too_long(question: Question, held: Held) -> str:
    most = longest(question) or LONGEST_ANSWER
    if most < LONGEST_ANSWER:
        return (
            f"That is {len(held.text):,} characters, and up to {most:,} fit here. "
            "Your text is kept: shorten it, and tell the rest in one of the other answers."
        )
    return (
        f"That is {len(held.text):,} characters; the Hub reads up to {most:,}. "
        'Your text is kept here: shorten it, or put the rest under "Tell the Hub more".'
    )


def _say_empty(question: Question, held: Held) -> str:
    if held.text:
        return NEEDED
    if isinstance(question.answer, ChoiceAnswer):
        return "There are no words in that. Pick one of the choices, or type its name or its number."
    skip = ' "Skip" passes it by.' if question.may_skip else ""
    return f"There are no words in that. Please answer in a sentence.{skip}"


def _guessed(question: Question, held: Held) -> list[Choice]:
    if not isinstance(question.answer, ChoiceAnswer):
        return []
    found = (question.answer.find(name) for name in held.guesses)
    return [choice for choice in found if choice is not None]


_SENTENCES: Mapping[Doubt, Callable[[Question, Held], str]] = MappingProxyType(
    {
        Doubt.COMMAND: lambda _question, held: say_command(held),
        Doubt.PERSONAL: _say_personal,
        Doubt.ELSEWHERE: _say_elsewhere,
        Doubt.UNCLEAR: _say_unclear,
        Doubt.LATE: _say_late,
        Doubt.TOO_LONG: _say_too_long,
        Doubt.EMPTY: _say_empty,
    }
)
