"""What the engine says when a reply does not fit: one or two sentences, each said once."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from dialogs.elsewhere import LEADS
from dialogs.reading import find_personal, longest
from dialogs.state import Doubt, FromHats, Held
from dialogs.walkthrough import LONGEST_ANSWER, Choice, ChoiceAnswer, DayAnswer, Question
from domain.dates import say_date, say_day_and_time
from domain.language import N_, _, _n
from domain.lists import say_all, say_any
from domain.privacy import say_kinds

ALREADY_ANSWERED = N_("That question is already answered. Here is where you are now.")
NOT_ASKED = N_("That question is not asked any more. Here is where you are now.")
NOT_OFFERED = N_("That choice is not offered here. Here is where you are now.")
FIRST_QUESTION = N_("This is the first question; there is nothing before it.")
NEEDED = N_('This one is needed to start, and a few words are enough. "Save" keeps everything for later.')
NOTHING_OPEN = N_(
    'Everything has been asked. Send it, or say which answer to change: "change 2", for example.'
)
NOTHING_HELD = N_("That is settled already. Here is where you are now.")
NOTHING_LEFT = N_("Nothing else was left in it. Please say it in other words.")
FORGOTTEN = N_("That is forgotten. Please answer in your own words.")
EXTRA = N_("The short form is complete; these are extra. Stop whenever you like: review and send.")
NOTHING_DEEPER = N_("There is nothing more to ask here.")
ALL_DEEPER_ANSWERED = N_("You have answered all of these. You can change any of them from the review.")
UNCHANGED = N_("Your earlier answer stands as it was.")
NO_EXAMPLE = N_("There is no example for this one. A few plain words are enough.")


def say_changed(question: Question) -> str:
    """Say that an edited message has changed its answer."""
    said = _('Your answer to "{label}" now says what your message says.')
    return said.format(label=_(question.label))


def say_example(question: Question) -> str:
    """Give the question's example, as a sentence."""
    if not question.example:
        return _(NO_EXAMPLE)
    return _("For example: “{example}”").format(example=_(question.example))


def say_missing(questions: list[Question]) -> str:
    """Say what is still needed before the review."""
    labels = say_all([f'"{_(question.label)}"' for question in questions])
    return _n(
        "One answer is still needed first: {labels}.",
        "A few answers are still needed first: {labels}.",
        len(questions),
    ).format(labels=labels)


def say_doubt(question: Question, held: Held) -> str:
    """Say why a reply is held back, and what would help."""
    return _SENTENCES[held.doubt](question, held)


def say_command(held: Held) -> str:
    """Ask whether a command's word was the answer."""
    question = _('Is "{text}" your answer, or shall I {deed}? What you have answered is kept.')
    return question.format(text=held.text, deed=_(held.command or N_("do that now")))


def _say_personal(_question: Question, held: Held) -> str:
    kinds = say_kinds(find_personal(held.text))
    seems = _(
        "That seems to hold {kinds}. It goes no further until you decide: "
        'say "take it out" or "keep it", or write it in other words.'
    )
    return seems.format(kinds=kinds or _("something about one person"))


def _say_elsewhere(_question: Question, held: Held) -> str:
    return _(LEADS[held.elsewhere]) if held.elsewhere else ""


def _say_unclear(question: Question, held: Held) -> str:
    titles = [f'"{_(choice.title)}"' for choice in _guessed(question, held)]
    if not titles:
        return _("I could not find that among the choices. Pick one, or type its name.")
    if len(titles) == 1:
        return _("Do you mean {title}? Pick it, or another, or type its name.").format(title=titles[0])
    return _("Do you mean {titles}? Pick one, or type its name.").format(titles=say_any(titles))


def _say_late(_question: Question, held: Held) -> str:
    if held.left_at is None:
        return _("Are these words your answer to this question, or something new?")
    return _(
        "You were here on {when}. Are these words your answer to this question, or something new?"
    ).format(when=say_day_and_time(held.left_at))


def say_origin(hats: FromHats) -> str:
    """Say which six hats a draft comes from, and what of them goes along with it."""
    if not hats.has_thoughts:
        return _("Begun from the six hats on \u201c{topic}\u201d.").format(topic=hats.topic)
    return _(
        "Begun from the six hats on \u201c{topic}\u201d. "
        "Their summary goes to the Hub with it: all thoughts, and the names that stand by them."
    ).format(topic=hats.topic)


def _say_suggested(_question: Question, _held: Held) -> str:
    return _("The topic of the six hats lies ready. Take it with Next, or change it first.")


def _say_too_long(question: Question, held: Held) -> str:
    most = longest(question) or LONGEST_ANSWER
    if most < LONGEST_ANSWER:
        said = _(
            "That is {count:,} characters, and up to {most:,} fit here. "
            "Your text is kept: shorten it, and tell the rest in one of the other answers."
        )
    else:
        said = _(
            "That is {count:,} characters; the Hub reads up to {most:,}. "
            'Your text is kept here: shorten it, or put the rest under "Tell the Hub more".'
        )
    return said.format(count=len(held.text), most=most)


def _say_empty(question: Question, held: Held) -> str:
    if held.text:
        return _(NEEDED)
    if isinstance(question.answer, ChoiceAnswer):
        return _("There are no words in that. Pick one of the choices, or type its name or its number.")
    if question.may_skip:
        return _('There are no words in that. Please answer in a sentence. "Skip" passes it by.')
    return _("There are no words in that. Please answer in a sentence.")


def _say_no_day(question: Question, held: Held) -> str:
    if held.found and isinstance(question.answer, DayAnswer):
        day = date.fromisoformat(held.found[0])
        said = _("That would be {day} {year}.").format(day=say_date(day), year=day.year)
        return f"{said} {_(question.answer.limits)}"
    if held.guesses:
        last = date.fromisoformat(held.guesses[0])
        asked = _("Which day would that be? If any will do, type \u201c{day}\u201d.")
        return asked.format(day=f"{last.day} {last:%B %Y}")
    return _("I could not read a day in that. Write it like this: 24 November.")


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
        Doubt.SUGGESTED: _say_suggested,
        Doubt.TOO_LONG: _say_too_long,
        Doubt.NO_DAY: _say_no_day,
        Doubt.EMPTY: _say_empty,
    }
)
