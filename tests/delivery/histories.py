"""Random histories of what is delivered: changes, answers, faults, crashes; then everything heals.

The clock is moved by hand: whoever waits moves it. A crash is a cancellation at any await, and a fresh engine
on the same data. A seed is a history, so that one that fails can be lived through again.
"""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from random import Random
from typing import Any

from delivery.rendering import render
from domain.delivery import GRACE, LetterKind, Parcel, Posting, Subject, SubjectKind, View
from domain.lifecycle import Move, Side
from domain.pace import TEAMS, is_within
from domain.people import Actor, Role
from domain.ports import Outgoing, PlaceKind
from services.submissions import Ask, make_move
from tests.databases import HandClock
from tests.delivery.setting import Engine, Item, find_place, person_sender, submit
from tests.fake_teams import Conversation, FakeTeams, Fault, Message
from tests.fake_teams.world import Account

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
OFFICERS = ("Sam Reed", "Dana Finch", "Kim Vale")
STEPS = 40
TOKEN = re.compile(r"token-\d+-")
TOLD = "in the Hub writes to you:"
"""What a message to an officer says, and no card that is kept true."""


@dataclass
class History:
    """One history and what there is to check of it."""

    url: str
    teams: FakeTeams
    clock: HandClock
    random: Random
    channel: Conversation
    hub_actor: Actor
    items: list[Item]
    engine: Engine
    told: dict[str, Item] = field(default_factory=dict)
    """The messages that officers are to get, once, in this order."""
    posted: dict[str, list[object]] = field(default_factory=lambda: defaultdict(list))
    """The messages to officers that arrived, by chat, also where they were removed later."""
    were_too_large: bool = False
    were_buried: bool = False
    """Whether an administrator had to have a message sent after all: then it comes after later ones."""
    may_repeat: int = 0
    """How often the process died, or was lied to, while something was on its way."""

    def listen(self) -> None:
        """Note each message to an officer as it arrives."""
        post = self.teams.world.post

        def note(
            conversation: Conversation, activity: dict[str, Any], author: Account | None, root_id: str = ""
        ) -> Message:
            if TOLD in json.dumps(activity):
                self.posted[conversation.conversation_id].append(activity["attachments"])
            return post(conversation, activity, author, root_id)

        self.teams.world.post = note  # type: ignore[method-assign] # this one listens

    async def live(self) -> None:
        """Take random steps."""
        steps = (
            (self.answer, 6),
            (self.add_detail, 3),
            (self.reply, 4),
            (self.chat, 2),
            (self.break_something, 4),
            (self.lose_somebody, 1),
            (self.remove_a_message, 1),
            (self.let_time_pass, 6),
            (self.deliver, 8),
            (self.crash, 3),
        )
        deeds, weights = [deed for deed, _ in steps], [weight for _, weight in steps]
        for deed in self.random.choices(deeds, weights, k=STEPS):
            await deed()

    def _pick(self) -> Item:
        return self.random.choice(self.items)

    async def answer(self) -> None:
        """The Hub writes to an officer, up to five times at once; now and then it is rolled back."""
        item = self._pick()
        for _ in range(self.random.choice((1, 1, 2, 5))):
            if self.random.random() < 0.1:
                with suppress(ZeroDivisionError):
                    await self._write_to(item, "token-9999-", fails=True)
                continue
            token = f"token-{len(self.told):04}-"
            await self._write_to(item, token)
            self.told[token] = item
        self.clock.move(milliseconds=self.random.randrange(300))

    async def _write_to(self, item: Item, words: str, *, fails: bool = False) -> None:
        ask = Ask(Move.ANSWER, Side.HUB, words=words)
        async with self.engine.database.begin() as work:
            await make_move(work, self.hub_actor, item.reference, ask, self.clock.now())
            if fails:
                raise ZeroDivisionError

    async def add_detail(self) -> None:
        """An officer adds something: a message for the Hub's thread."""
        item = self._pick()
        actor = Actor(item.arrival.person, frozenset({Role.OFFICER}))
        ask = Ask(Move.ADD_DETAIL, Side.OFFICER, words=f"token-{self.random.randrange(10_000, 99_999)}-")
        async with self.engine.database.begin() as work:
            await make_move(work, actor, item.reference, ask, self.clock.now())

    async def reply(self) -> None:
        """A turn draws an officer's card and sends it itself."""
        item, now = self._pick(), self.clock.now()
        async with self.engine.database.begin() as work:
            await self._come_back(item)
            posting = await work.postings.bump(item.status_id, held_until=now + GRACE)
            message = await render(work, posting, now)
        await self.engine.dispatcher.dispatch(item.arrival.conversation.place, [Parcel(message, posting)])

    async def chat(self) -> None:
        """A turn says a few plain sentences."""
        item = self._pick()
        words = [Parcel(Outgoing(text="Type 'menu'.")) for _ in range(self.random.randrange(1, 4))]
        await self.engine.dispatcher.dispatch(item.arrival.conversation.place, words)

    async def _come_back(self, item: Item) -> None:
        item.officer.account.blocked = False

    async def break_something(self) -> None:
        """The next calls somewhere go wrong."""
        status = self.random.choice((412, 429, 500, 502, 503, 504, 0, 400, 412, 429, 503, 0, 504, 413))
        fault = Fault(
            status,
            cut=status == 0,
            times=self.random.choice((1, 1, 2, 5)),
            headers={"Retry-After": "7"} if self.random.random() < 0.3 else {},
        )
        if self.random.random() < 0.15:
            fault = Fault(503, keeps=True)
            self.may_repeat += 1
        self.were_too_large |= fault.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        self.teams.goes_wrong(fault, self._choose_place())

    def _choose_place(self) -> str:
        places = [item.officer.conversation.conversation_id for item in self.items]
        return self.random.choice([*places, self.channel.conversation_id])

    async def lose_somebody(self) -> None:
        """Somebody blocks the bot."""
        self._pick().officer.account.blocked = True

    async def remove_a_message(self) -> None:
        """A message is gone: an update of it gets 404."""
        messages = self._pick().officer.conversation.messages
        if messages:
            messages.remove(self.random.choice(messages))

    async def let_time_pass(self) -> None:
        """Nothing happens for a while."""
        self.clock.move(seconds=self.random.choice((0.2, 1, 3, 12, 70, 400, 4000)))

    async def deliver(self) -> None:
        """The worker takes a look or two."""
        for _ in range(self.random.choice((1, 2))):
            await self.engine.worker.deliver_due()

    async def crash(self) -> None:
        """The process dies at some await of whatever it is doing; the next one starts seconds later."""
        doing = asyncio.create_task(self.random.choice((self.deliver, self.reply, self.deliver))())
        for _ in range(self.random.randrange(60)):
            if doing.done():
                break
            await asyncio.sleep(0 if self.random.random() < 0.8 else 0.001)
        if not doing.done():
            self.may_repeat += len(self.items)  # one on its way in each chat
        await self._kill(doing)

    async def _kill(self, doing: "asyncio.Task[None]") -> None:
        ours = [task for task in asyncio.all_tasks() if _is_of_engine(task)]
        for task in (doing, *ours):
            task.cancel()
        await asyncio.gather(doing, *ours, return_exceptions=True)
        await self.engine.close()
        self.clock.move(seconds=3)
        self.engine = Engine(self.url, self.teams, self.clock, self.random)

    async def heal(self) -> None:
        """Everything works again, everybody is there, and time passes until nothing waits."""
        self.teams.world.faults.clear()
        for item in self.items:
            await self._come_back(item)
            async with self.engine.database.begin() as work:
                place = item.arrival.conversation.place
                await work.arrive(place, person_sender(item.officer), "", "", self.clock.now())
        for _ in range(200):
            async with self.engine.database.begin() as work:
                for letter in await work.outbox.list_dead():
                    self.were_buried |= letter.kind is LetterKind.NOTICE
                    await work.outbox.revive(letter.kind, letter.id)
            while await self.engine.worker.deliver_due():
                pass
            async with self.engine.database.read() as work:
                if (await work.outbox.count_waiting()).waiting == 0:
                    return
            self.clock.move(seconds=61)
        raise AssertionError("something waits for ever")

    async def check(self) -> None:
        """Check that everything arrived: the last state, once, in order, at Teams' pace."""
        await self._check_cards()
        self._check_messages()
        assert not any("token-9999-" in str(call.body) for call in self.teams.calls), "a rolled-back change"
        for conversation_id, sent in self.teams.connector.sent.items():
            assert is_within(sent, TEAMS.windows), f"too fast in {conversation_id}"

    async def _check_cards(self) -> None:
        async with self.engine.database.read() as work:
            for item in self.items:
                for posting in await work.postings.list_of(
                    Subject(SubjectKind.SUBMISSION, item.submission_id)
                ):
                    drawn = await render(work, posting, self.clock.now())
                    self._compare(item, posting, drawn)

    def _compare(self, item: Item, posting: Posting, drawn: Outgoing) -> None:
        where = self.channel if posting.view is View.HUB else item.officer.conversation
        message = where.find(posting.activity_id or "")
        if message is None:
            return  # removed after its last change: nobody sees that it is behind
        shown = set(TOKEN.findall(json.dumps(message.card)))
        wanted = set(TOKEN.findall(json.dumps(drawn.card)))
        if self.were_too_large:  # then a card may be a shorter one
            assert shown <= wanted
            return
        assert shown == wanted, f"{posting.view} of {item.reference} shows {shown}, not {wanted}"

    def _check_messages(self) -> None:
        repeated = 0
        for item in self.items:
            first: list[str] = []
            for message in self.posted[item.officer.conversation.conversation_id]:
                tokens = list(dict.fromkeys(TOKEN.findall(json.dumps(message))))
                repeated += any(token in first for token in tokens)
                first += [token for token in tokens if token not in first]
            wanted = [token for token, whose in self.told.items() if whose is item]
            if self.were_too_large:  # then a message may have been a line that says so
                wanted = [token for token in wanted if token in first]
            if self.were_buried:
                first, wanted = sorted(first), sorted(wanted)
            assert first == wanted, f"{item.reference}: told {first}, not {wanted}"
        assert repeated <= self.may_repeat, f"{repeated} messages came twice"


def _is_of_engine(task: "asyncio.Task[object]") -> bool:
    name = getattr(task.get_coro(), "__qualname__", "")
    return name.startswith(("Worker.", "Dispatcher.", "Recorder.", "Server."))


@asynccontextmanager
async def begin_history(url: str, seed: int) -> AsyncIterator[History]:
    """Set three officers, the Hub's channel and a submission each at a fake Teams that enforces its pace."""
    random, clock = Random(seed), HandClock(MONDAY)  # noqa: S311 (a history, not a secret)
    async with FakeTeams.running() as teams:
        teams.connector.clock, teams.connector.windows = clock, TEAMS.windows
        engine = Engine(url, teams, clock, random)
        hub_person = teams.person("Priya Nair")
        officers = [teams.person(name) for name in OFFICERS]
        channel = teams.channel("Submissions", hub_person)
        async with engine.database.begin() as work:
            place = find_place(teams, channel.conversation_id, PlaceKind.CHANNEL)
            hub = await work.arrive(place, person_sender(hub_person), channel.team_id, "", clock.now())
            await work.conversations.bind_hub(hub.conversation.id, channel.team_id)
        items = [await submit(engine, teams, clock, officer) for officer in officers]
        actor = Actor(hub.person, frozenset({Role.HUB}))
        history = History(url, teams, clock, random, channel, actor, items, engine)
        history.listen()
        try:
            yield history
        finally:
            await history.engine.close()
