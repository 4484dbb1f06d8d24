"""A fake Teams over real HTTP, for stories that read as they happen."""

from tests.fake_teams.cards import ShownCard
from tests.fake_teams.filling import NotSentError
from tests.fake_teams.identity import FixedTokens
from tests.fake_teams.line import Reply
from tests.fake_teams.person import Person
from tests.fake_teams.screen import Screen
from tests.fake_teams.teams import FakeTeams
from tests.fake_teams.world import Conversation, Fault, Message

__all__ = [
    "Conversation",
    "FakeTeams",
    "Fault",
    "FixedTokens",
    "Message",
    "NotSentError",
    "Person",
    "Reply",
    "Screen",
    "ShownCard",
]
