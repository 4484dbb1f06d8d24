"""Picking a person: everybody in the directory where Teams can search it, a list, or a typed e-mail.

Teams searches the directory in one list together with those that the card names itself, and gives the
directory's object id for either (Microsoft, People Picker in Adaptive Cards). Phones and other clients may
show the card's own list alone, which can be empty: the box for an e-mail stands beside it always.
"""

from collections.abc import Sequence
from typing import Annotated

from microsoft_teams.cards.core import CardElement, Choice, ChoiceSetInput, QueryData, TextInput, TextRun
from pydantic import BeforeValidator, Field

from cards.carried import read_nothing
from cards.kit import line, plain
from cards.words import one_line
from domain.language import _
from domain.people import Person, Reach

DIRECTORY = "graph.microsoft.com/users"
LONGEST_EMAIL = 254
"""Characters of an e-mail (RFC 5321)."""
LONGEST_NAME = 80

Chosen = Annotated[str, Field(max_length=2_000), BeforeValidator(read_nothing)]
"""What a people picker gives: object ids, separated by commas."""
Email = Annotated[str, Field(max_length=2_000), BeforeValidator(read_nothing)]


def person_inputs(
    key: str, label: str, people: Sequence[Person], *, chosen: str = "", typed: str = ""
) -> tuple[CardElement, ...]:
    """Ask for one person: a list named ``key`` and a box named ``key`` with ``_email``.

    The payload has a field for each; ``domain.picked.read_picked`` reads the two. Neither can be required,
    since either is enough: who is missing is asked for by the answer.

    Args:
        key: What the answer is called.
        label: Who is to be picked: "Supervisor".
        people: Those likely to be picked, in the order of the list.
        chosen: The object id that was chosen before.
        typed: The e-mail that was typed before.
    """
    options = [
        Choice(title=one_line(one.name, LONGEST_NAME), value=one.aad_object_id) for one in people if one.name
    ]
    return (
        ChoiceSetInput(
            id=key,
            label=label,
            is_required=False,
            error_message=_("Choose somebody from the list, or type their e-mail below."),
            style="filtered",
            placeholder=_("Start typing a name"),
            choices=options,
            choices_data=QueryData(dataset=DIRECTORY),
            value=chosen if any(chosen == one.aad_object_id for one in people) else None,
        ),
        TextInput(
            id=f"{key}_email",
            label=_("Or their e-mail, if the list does not find them"),
            is_required=False,
            error_message=_("Write a whole e-mail address."),
            style="Email",
            max_length=LONGEST_EMAIL,
            placeholder="sam.reed@force.example",
            value=typed[:LONGEST_EMAIL] or None,
        ),
    )


def say_person(person: Person, *, first: bool = False) -> str:
    """Give what somebody is called: their name, or the e-mail they are awaited by.

    ``first`` where a sentence begins with it; an e-mail is written as it is there too.
    """
    nameless = (
        _("Somebody whose name I do not know yet") if first else _("somebody whose name I do not know yet")
    )
    return one_line(person.name, 60) or nameless


def say_not_reached(reach: Reach, link: str) -> CardElement | None:
    """Say that messages to the person who was picked have to wait, and what brings them; nothing if not.

    Args:
        reach: Whether they can be reached.
        link: The address that opens a chat with this assistant.
    """
    if reach is Reach.REACHED:
        return None
    if reach is Reach.LOST:
        return line(plain(_("They cannot be reached in Teams at present. What is for them waits.")))
    waits = _("They have not opened this assistant yet. What is for them waits, and arrives when they do.")
    # The address is to be copied as it is, so nothing in it is broken up.
    where = [plain(" " + _("Pass this on to them:") + " "), TextRun(text=link)] if link else []
    return line(plain(waits), *where)
