"""The sample force the demo plays with: fixed people, one Hub team, and where each Playground is found."""

import json
from dataclasses import dataclass

TENANT_ID = "5a3b1e00-0000-4000-8000-000000000001"
BOT_ID = "28:5a3b1e00-0000-4000-8000-00000000b070"
BOT_NAME = "Prevention First"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the sample force. ``number`` keeps their ids fixed and apart."""

    given_name: str
    surname: str
    number: int

    @property
    def name(self) -> str:
        """The name as Teams shows it."""
        return f"{self.given_name} {self.surname}"

    @property
    def teams_id(self) -> str:
        """Their id in activities."""
        return f"29:{self.given_name.lower()}-{self.surname.lower()}"

    @property
    def aad_object_id(self) -> str:
        """Their id in the tenant's directory, which roles are keyed by."""
        return f"5a3b1e00-0000-4000-8000-{self.number:012d}"

    @property
    def email(self) -> str:
        """Their address and user principal name."""
        return f"{self.given_name.lower()}.{self.surname.lower()}@example.org"


@dataclass(frozen=True, slots=True)
class Team:
    """A team and its one channel beside General."""

    team_id: str
    name: str
    group_id: str
    channel_id: str
    channel_name: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One Playground: who sits at it and what they see. Everybody in ``others`` is in the team too."""

    folder: str
    person: Person
    personal_chat_id: str
    group_chat_id: str
    team: Team
    others: tuple[Person, Person, Person, Person, Person]
    port: int

    @property
    def address(self) -> str:
        """The page to open in a browser."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def service_url(self) -> str:
        """Where the bot sends what it says here, as the Playground's activities name it."""
        return f"http://127.0.0.1:{self.port}/_connector"

    @property
    def members(self) -> tuple[Person, ...]:
        """Everybody in the team."""
        return (self.person, *self.others)


@dataclass(frozen=True, slots=True)
class PlaygroundWorld:
    """Both Playgrounds and all ids the bot will meet in them.

    They share no channels: the Hub's team and channel are in the Hub's Playground alone, and every officer,
    ``outsider`` included, is a stranger there.
    """

    officer: Seat
    hub: Seat
    outsider: Person
    tenant_id: str = TENANT_ID
    bot_id: str = BOT_ID
    bot_name: str = BOT_NAME


def lay_out_world(officer_port: int = 56150, hub_port: int = 56151) -> PlaygroundWorld:
    """Make the sample force with its two Playgrounds on these ports."""
    outsider = Person("Morgan", "Vale", 102)
    officer = Seat(
        folder="officer",
        person=Person("Sam", "Reed", 101),
        personal_chat_id="a:chat-of-sam-reed",
        group_chat_id="19:neighbourhood-chat@thread.v2",
        team=Team(
            "19:neighbourhood@thread.tacv2",
            "Neighbourhood Policing",
            "5a3b1e00-0000-4000-8000-000000000901",
            "19:neighbourhood-briefing@thread.tacv2",
            "Briefing",
        ),
        others=(
            outsider,
            Person("Alex", "Moor", 103),
            Person("Dana", "Finch", 104),
            Person("Nico", "Barrow", 105),
            Person("Terry", "Oakes", 106),
        ),
        port=officer_port,
    )
    hub = Seat(
        folder="hub",
        person=Person("Priya", "Nair", 201),
        personal_chat_id="a:chat-of-priya-nair",
        group_chat_id="19:hub-chat@thread.v2",
        team=Team(
            "19:hub@thread.tacv2",
            "Prevention Hub",
            "5a3b1e00-0000-4000-8000-000000000902",
            "19:hub-submissions@thread.tacv2",
            "Submissions",
        ),
        others=(
            Person("Lee", "Marsh", 202),
            Person("Jo", "Ashby", 203),
            Person("Anwar", "Hale", 204),
            Person("Kit", "Fenwick", 205),
            Person("Rowan", "Pryce", 206),
        ),
        port=hub_port,
    )
    return PlaygroundWorld(officer=officer, hub=hub, outsider=outsider)


def write_config(seat: Seat) -> str:
    """Write the Playground's configuration file for one seat, as JSON, which is YAML too."""
    return json.dumps(
        {
            "version": "0.1.1",
            "tenantId": TENANT_ID,
            "bot": {"id": BOT_ID, "name": BOT_NAME},
            "currentUser": _describe(seat.person),
            "users": [_describe(person) for person in seat.others],
            "personalChat": {"id": seat.personal_chat_id},
            "groupChat": {"id": seat.group_chat_id, "name": "Group chat"},
            "team": {
                "id": seat.team.team_id,
                "name": seat.team.name,
                "aadGroupId": seat.team.group_id,
                "channels": [{"id": seat.team.channel_id, "name": seat.team.channel_name}],
            },
        },
        indent=2,
    )


def _describe(person: Person) -> dict[str, str]:
    return {
        "id": person.teams_id,
        "name": person.name,
        "userPrincipleName": person.email,  # the Playground spells it so
        "aadObjectId": person.aad_object_id,
        "givenName": person.given_name,
        "surname": person.surname,
        "email": person.email,
    }
