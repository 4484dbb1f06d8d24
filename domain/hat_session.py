"""Six hats worn together: where a group stands, what was thought, and the moves its leader may make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.errors import NotPossible, Outdated
from domain.language import N_, _, _n
from domain.six_hats import LAST, STEPS, Hat, HatSheet
from domain.submission import Party

LONGEST_THOUGHT = 500
"""Characters of one thought: what is read in a few seconds."""

LONGEST_TOPIC = 200
"""Characters of a topic."""

MOST_THOUGHTS = 400
"""Thoughts in one session: forty people, each with more than one under every hat."""

LEAD_QUIET = timedelta(hours=24)
"""How long a leader may be away before anybody can take the lead."""

QUIET_AFTER = timedelta(days=7)
"""How long nothing may happen before a session is closed with what it has."""

ENDED = N_(
    "These six hats have ended, so nothing more can be added. Start anew with 'six hats:' and a topic."
)


class HatStage(StrEnum):
    """Whether a session goes on, and how it ended."""

    OPEN = "open"
    FINISHED = "finished"
    QUIET = "quiet"
    """Closed after a week in which nothing happened."""


@dataclass(frozen=True, slots=True)
class HatSession:
    """A group under one hat after the other, in one chat or one thread of a channel."""

    id: int
    topic: str
    conversation_id: int
    thread_id: str
    starter: Party
    leader: Party
    started_at: datetime
    changed_at: datetime
    """When anything last happened to it."""
    led_at: datetime
    """When its leader last did something here under their name; what is unattributed never counts."""
    position: int = 0
    """Which of the STEPS is open, from nought."""
    unattributed: bool = False
    """True: nobody is named anywhere, not only under the red hat."""
    offered: bool = False
    """True: whoever is willing can take over, as the leader asked for or because they are away."""
    stage: HatStage = HatStage.OPEN

    @property
    def is_open(self) -> bool:
        """Tell whether thoughts can still be added."""
        return self.stage is HatStage.OPEN

    @property
    def step(self) -> HatSheet:
        """Give the turn that is open, or was last."""
        return STEPS[self.position]

    def is_left(self, now: datetime) -> bool:
        """Tell whether its leader has been away so long that anybody can take the lead."""
        return self.is_open and now - self.led_at >= LEAD_QUIET

    def names_people(self, position: int) -> bool:
        """Tell whether a thought under this step is kept with who had it. The red hat never is."""
        return not self.unattributed and STEPS[position].hat is not Hat.RED


@dataclass(frozen=True, slots=True)
class Thought:
    """One thought under one hat; without ``who`` and ``at`` where nobody is named."""

    id: int
    position: int
    text: str
    who: Party | None = None
    at: datetime | None = None
    activity_id: str = ""
    """The message it was typed in, where somebody is named."""


@dataclass(frozen=True, slots=True)
class FoundThought:
    """A thought with the session it belongs to."""

    session: HatSession
    thought: Thought


def advance(session: HatSession, seen: int | None = None) -> HatSession:
    """Put on the next hat; ``seen`` is the step the leader looked at, where it is known.

    Raises:
        NotPossible: it has ended, or this is the last hat.
        Outdated: another hat is on by now.
    """
    _require_present(session, seen)
    if session.position == LAST:
        raise NotPossible(_("This is the last hat. Finish when everybody has had their say."))
    return replace(session, position=session.position + 1, offered=False)


def back(session: HatSession, seen: int | None = None) -> HatSession:
    """Put on the hat before; what was thought stays.

    Raises:
        NotPossible: it has ended, or this is the first hat.
        Outdated: another hat is on by now.
    """
    _require_present(session, seen)
    if session.position == 0:
        raise NotPossible(_("This is the first hat."))
    return replace(session, position=session.position - 1, offered=False)


def finish(session: HatSession, stage: HatStage = HatStage.FINISHED) -> HatSession:
    """End it with what it has.

    Raises:
        NotPossible: it has ended already.
    """
    _require_present(session, None)
    return replace(session, stage=stage, offered=False)


def hand_over(session: HatSession, to: Party | None) -> HatSession:
    """Let somebody else lead; with nobody named, whoever is willing.

    Raises:
        NotPossible: it has ended.
    """
    _require_present(session, None)
    return replace(session, offered=True) if to is None else replace(session, leader=to, offered=False)


def take_lead(session: HatSession, who: Party, now: datetime) -> HatSession:
    """Lead it from now on, as the leader asked somebody to, or because they are away.

    Raises:
        NotPossible: it has ended, or somebody leads who is there.
    """
    _require_present(session, None)
    if not (session.offered or session.is_left(now)):
        raise NotPossible(
            _(
                "{who} leads these six hats and can hand over to you. "
                "After a day without them, anybody can lead."
            ).format(who=session.leader.name)
        )
    return hand_over(session, who)


def leave_out_names(session: HatSession, thoughts: int) -> HatSession:
    """Keep nobody's name with any thought.

    Raises:
        NotPossible: it has ended, or thoughts have been kept with names already.
    """
    _require_present(session, None)
    if thoughts:
        raise NotPossible(_("Thoughts have been added with names already, so the names stay. Red has none."))
    return replace(session, unattributed=True)


def _require_present(session: HatSession, seen: int | None) -> None:
    if not session.is_open:
        raise NotPossible(_("These six hats have ended. Start anew with 'six hats:' and a topic."))
    if seen is not None and seen != session.position:
        raise Outdated(
            _("The card has moved on: {title}. Here is how it stands.").format(title=_(session.step.label))
        )


def list_people(session: HatSession, thoughts: Sequence[Thought]) -> tuple[Party, ...]:
    """List whom the leader can hand over to by name: who has taken part under their name, and who began."""
    people = {session.starter.id: session.starter}
    people |= {thought.who.id: thought.who for thought in thoughts if thought.who is not None}
    people.pop(session.leader.id, None)
    return tuple(sorted(people.values(), key=lambda person: person.name))


def count_thoughts(number: int) -> str:
    """Say how many thoughts there are."""
    return _n("one thought", "{count} thoughts", number).format(count=number) if number else _("no thoughts")


def write_out(session: HatSession, thoughts: Sequence[Thought], longest: int) -> str:
    """Write a session as plain text of at most ``longest`` characters, its topic first."""
    begins = _("Six hats on “{topic}”: {thoughts}.").format(
        topic=session.topic, thoughts=count_thoughts(len(thoughts))
    )
    return _fit([begins, *_list_by_hat(thoughts)], longest)


def write_thoughts(thoughts: Sequence[Thought], longest: int) -> str:
    """Write what was thought as plain text of at most ``longest`` characters; the topic stands before it."""
    return _fit([f"{count_thoughts(len(thoughts))}.", *_list_by_hat(thoughts)], longest)


def _list_by_hat(thoughts: Sequence[Thought]) -> list[str]:
    """List what was thought, the next steps first, then by hat."""
    lines: list[str] = []
    for position in (LAST, *range(LAST)):
        under = [thought for thought in thoughts if thought.position == position]
        if under:
            lines.append(_(STEPS[position].label))
            lines += [f"- {say_thought(thought)}" for thought in under]
    return lines


def say_thought(thought: Thought) -> str:
    """Say a thought on one line, with who had it where that is kept."""
    said = " ".join(thought.text.split())
    return f"{said} ({thought.who.name})" if thought.who else said


def _fit(lines: Sequence[str], longest: int) -> str:
    """Keep whole lines, and count those there is no room for."""
    ending = _("(and {count} more lines, in the chat where the hats were worn)")
    room = longest - len(ending) - 4
    kept: list[str] = []
    for line in lines:
        if len(line) + 1 > room:
            break
        kept.append(line)
        room -= len(line) + 1
    missing = len(lines) - len(kept)
    return "\n".join([*kept, ending.format(count=missing)] if missing else kept)
