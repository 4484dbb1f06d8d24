"""One turn: the conversation's lock, the transaction with its answer drawn inside it, then the saying."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import perf_counter
from typing import Protocol, TypeAlias

import structlog
from structlog.contextvars import bound_contextvars

from bot.edits import hear_edit
from bot.ending import (
    GUEST,
    MANY_AT_ONCE,
    NOT_KEPT,
    STILL_BUSY,
    UNSURE,
    Done,
    answer_plainly,
    answer_repeat,
    find_base,
    say_sorry,
)
from bot.explaining import explain
from bot.extension import begin_submission, is_extension
from bot.extension_turn import serve_extension
from bot.incoming import Happening, Incoming, InvokeAnswer
from bot.invoke_body import answer_press
from bot.keeping import keep_trying
from bot.listening import hear
from bot.locks import ConversationLocks, StillBusyError
from bot.membership import EmailNeededError, Membership
from bot.pressing import is_press, read_press
from bot.routes import carry_out
from bot.scene import Answer, Render, Scene
from bot.understanding import run_understanding
from bot.welcoming import greet, welcome_once
from domain.clock import Clock
from domain.delivery import GRACE, Parcel
from domain.directions import Directions
from domain.errors import ProductError, Refused
from domain.language import Language, Languages, _, speaking
from domain.pace import Pace
from domain.patience import giving_up_after
from domain.ports import Meaning, Meter, Outgoing, Place, PlaceKind, WakeUp
from domain.references import References
from services.people import name_roles
from storage.arrivals import Arrival
from storage.database import Database
from storage.errors import StorageBusy, StorageUnsure
from storage.work import Work

log = structlog.get_logger(__name__)

PATIENCE = 8.0
"""Teams shows an error after ten to fifteen seconds; our own sentence comes before."""

Act: TypeAlias = Callable[[Scene], Awaitable[Answer]]
"""What is done in a turn once the scene is set."""


class Dispatch(Protocol):
    """Sends what a turn says at once; see delivery.dispatch."""

    async def dispatch(self, place: Place, parcels: Sequence[Parcel], planned: Sequence[datetime]) -> None:
        """Send these as they are planned, after what the conversation is still being sent."""
        ...

    async def dispatch_behind(
        self, place: Place, parcels: Sequence[Parcel], planned: Sequence[datetime]
    ) -> None:
        """The same behind an invoke's answer: only what was on the wire before is waited for, a moment."""
        ...

    async def tell_alone(self, place: Place, teams_id: str, aad_object_id: str, message: Outgoing) -> None:
        """Say something to one person where nobody else reads it."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What turns need from outside; composed once at the start."""

    database: Database
    clock: Clock
    render: Render
    dispatch: Dispatch
    wake_up: WakeUp
    membership: Membership
    read_roster: Callable[[], Awaitable[None]]
    """Reads the Hub's team anew."""
    admin_ids: frozenset[str]
    directions: Directions
    make_code: Callable[[], str]
    references: References
    meter: Meter
    languages: Languages
    pace: Pace
    meaning: Meaning | None = None
    """Understands texts, where a model is set."""
    patience: float = PATIENCE
    """Seconds a turn may wait in all, for the turn before it and for the database."""


class Turns:
    """Takes one authenticated activity after the other; it never raises."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._with = surroundings
        self._locks = ConversationLocks()

    async def __call__(self, incoming: Incoming) -> InvokeAnswer | None:
        """Handle one activity and answer it."""
        if incoming.sender.is_bot or incoming.happening is Happening.OTHER:
            return None
        # The verb is bound by the table that carries it out; typed answers have none.
        language = self._choose_language(incoming.place, incoming.sender.locale)
        with bound_contextvars(turn=self._with.references(), verb=""), speaking(language):
            begun = perf_counter()
            done = await self._take(incoming)
            await self._say(incoming, done)
            seconds = perf_counter() - begun
            self._with.meter.count_turn(incoming.happening, done.outcome, seconds)
            log.info("turn", happening=incoming.happening, outcome=done.outcome, ms=round(seconds * 1e3, 1))
        return done.body

    async def _take(self, incoming: Incoming) -> Done:
        try:
            if not incoming.sender.aad_object_id:
                return await self._turn_away(incoming)
            with giving_up_after(self._with.patience):
                return await self._take_its_turn(incoming)
        except StillBusyError:
            alone = incoming.place.kind is PlaceKind.PERSONAL
            return answer_plainly(incoming, _(STILL_BUSY if alone else MANY_AT_ONCE), "still busy")
        except StorageBusy as error:
            log.warning("database busy", happening=incoming.happening, error=type(error).__name__)
            words = UNSURE if isinstance(error, StorageUnsure) else NOT_KEPT
            return answer_plainly(incoming, _(words), "database busy")
        except Exception:
            code = self._with.make_code()
            log.exception("turn failed", reference=code, happening=incoming.happening)
            return answer_plainly(incoming, say_sorry(code), "failed", code=code)

    async def _take_its_turn(self, incoming: Incoming) -> Done:
        if is_extension(incoming):
            with speaking(self._with.languages.choose(incoming.sender.locale)):
                now = self._with.clock.now()
                begin = partial(self._run, act=_begin_from_message, outcome="extension")
                return await serve_extension(incoming, self._with.database, self._locks, begin, now)
        async with self._locks.hold(find_base(incoming.place)):
            if not incoming.once:  # a second try would not know the first one again
                return await self._run_with_roster(incoming)
            return await keep_trying(lambda: self._run_with_roster(incoming))

    async def _turn_away(self, incoming: Incoming) -> Done:
        """Answer whom the directory does not know; that somebody left is taken from anybody."""
        if incoming.removed:
            await self._with.membership.dismiss(incoming)
        log.warning("refused", why="no directory id", happening=incoming.happening)
        return answer_plainly(incoming, _(GUEST), "turned away")

    async def _run_with_roster(self, incoming: Incoming, *, asks: bool = True) -> Done:
        """Run the turn; who is awaited, or refused in the Hub's channel, is asked about (``asks``) first."""
        try:
            return await self._run(incoming, asks=asks)
        except EmailNeededError:
            await self._with.membership.recognise(incoming)
            return await self._run_with_roster(incoming, asks=False)
        except Refused as refused:
            if await self._with.membership.admit(incoming):
                return await self._run_or_explain(incoming)
            return await self._explain(incoming, refused)
        except ProductError as error:
            return await self._explain(incoming, error)

    async def _run_or_explain(self, incoming: Incoming) -> Done:
        try:
            return await self._run(incoming)
        except ProductError as error:
            return await self._explain(incoming, error)

    async def _run(
        self, incoming: Incoming, act: Act | None = None, outcome: str = "done", *, asks: bool = False
    ) -> Done:
        return await run_understanding(
            self._with.meaning, lambda: self._run_once(incoming, act, outcome, asks=asks)
        )

    async def _run_once(self, incoming: Incoming, act: Act | None, outcome: str, *, asks: bool) -> Done:
        async with self._with.database.begin() as work:
            now, sender = self._with.clock.now(), incoming.sender
            arrival = await work.arrive(incoming.place, sender, incoming.team_id, incoming.once, now)
            if arrival.repeat:
                return answer_repeat(incoming, arrival)
            if asks and arrival.needs_email:
                raise EmailNeededError
            scene = await self._set_scene(work, incoming, arrival)
            with speaking(self._choose_language(incoming.place, arrival.person.locale)):
                answer = await (act or _perform)(scene)
                body = await _keep_body(scene, answer)
            work.plan_replies(arrival.conversation.lane_id, len(answer.parcels), self._with.pace)
        if answer.new_team:
            await self._with.read_roster()
        if work.woken:
            self._with.wake_up.wake()
        return Done(arrival.conversation.place, answer, body, outcome, work.planned)

    async def _explain(self, incoming: Incoming, error: ProductError) -> Done:
        """Answer a turn that was rolled back: the sentence, on the card as it is now."""
        outcome = "declined"
        if isinstance(error, Refused):
            outcome = "refused"
            log.info("refused", why=error.sentence, person=incoming.sender.aad_object_id)
        return await self._run(incoming, lambda scene: explain(scene, error), outcome)

    def _choose_language(self, place: Place, locale: str) -> Language:
        """Choose what is spoken: somebody's own language in their chat, else the force's."""
        return self._with.languages.choose(locale if place.kind is PlaceKind.PERSONAL else "")

    async def _set_scene(self, work: Work, incoming: Incoming, arrival: Arrival) -> Scene:
        now = self._with.clock.now()
        pressed = None
        if is_press(incoming) and incoming.reply_to_id:
            pressed = await work.postings.find_by_activity(arrival.conversation.id, incoming.reply_to_id)
        return Scene(
            work=work,
            actor=name_roles(
                arrival.person,
                is_hub_member=arrival.is_hub_member,
                granted=arrival.granted,
                admin_ids=self._with.admin_ids,
            ),
            conversation=arrival.conversation,
            incoming=incoming,
            now=now,
            until=now + GRACE,
            render=self._with.render,
            is_welcomed=arrival.is_welcomed,
            is_hub_channel=bool(incoming.team_id) and incoming.team_id == arrival.hub_team_id,
            directions=self._with.directions,
            pressed=pressed,
        )

    async def _say(self, incoming: Incoming, done: Done) -> None:
        for message in done.answer.private:
            sender = incoming.sender
            await self._with.dispatch.tell_alone(done.place, sender.teams_id, sender.aad_object_id, message)
        if not done.answer.parcels:
            return
        dispatch = self._with.dispatch
        is_invoke = incoming.happening is Happening.INVOKE
        send = dispatch.dispatch_behind if is_invoke else dispatch.dispatch
        await send(done.place, done.answer.parcels, done.planned)


async def _perform(scene: Scene) -> Answer:
    incoming = scene.incoming
    if is_press(incoming):
        return await carry_out(scene, read_press(incoming))
    if incoming.happening is Happening.MESSAGE:
        return await _welcome_then(scene, await hear(scene))
    if incoming.happening is Happening.EDITED:
        return await hear_edit(scene)
    if incoming.happening in (Happening.INSTALLATION, Happening.MEMBERS_CHANGED):
        return await greet(scene)
    return Answer()


async def _begin_from_message(scene: Scene) -> Answer:
    return await _welcome_then(scene, await begin_submission(scene))


async def _welcome_then(scene: Scene, answer: Answer) -> Answer:
    """Welcome somebody whose first act is to write, before their answer."""
    if scene.is_welcomed or scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return answer
    first = await welcome_once(scene)
    return Answer((*first.parcels, *answer.parcels), answer.in_place, answer.toast, answer.private)


async def _keep_body(scene: Scene, answer: Answer) -> InvokeAnswer | None:
    """Make an invoke's answer, and keep it for its repeats."""
    if scene.incoming.happening is not Happening.INVOKE or not is_press(scene.incoming):
        return None
    body = answer_press(answer)
    await scene.work.turns.keep_answer(scene.conversation.id, scene.incoming.once, body.body)
    return body
