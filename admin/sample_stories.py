"""The samples' content: plainly samples, told as officers tell such things. Nobody in them exists."""

from dataclasses import dataclass, field
from datetime import timedelta

from domain.lifecycle import Move, Side
from domain.submission import Kind, Outcome


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that happened to a sample: how long before now, by whom, and what was said."""

    before: timedelta
    by: str
    """The given name of a person of the sample force."""
    move: Move
    side: Side = Side.HUB
    words: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One sample submission and its life so far."""

    officer: str
    before: timedelta
    answers: dict[str, str]
    deeds: tuple[Deed, ...] = field(default=())


def _days(days: int, hours: int = 0) -> timedelta:
    return timedelta(days=days, hours=hours)


STORIES: tuple[Story, ...] = (
    Story(
        "Sam",
        _days(8, 3),
        {
            "kind": Kind.OPERATIONAL_ISSUE,
            "problem": "Bicycles are taken from the racks behind the station, mostly on weekday afternoons.",
            "topic": "theft",
            "place": "Railway station, the racks on the car park side",
            "analysis": "The racks cannot be seen from the platform and one light has been out since August.",
            "response": "Patrols helped for two weeks. The operator has not been asked to move the racks.",
            "assessment": "Fewer bicycles reported stolen there by spring, and no more than now next door.",
        },
        (
            Deed(_days(7), "Priya", Move.TAKE),
            Deed(
                _days(6),
                "Priya",
                Move.NOTE,
                words="Two other stations report the same. Ask the operator once.",
            ),
            Deed(_days(5), "Priya", Move.FORWARD),
        ),
    ),
    Story(
        "Alex",
        _days(12, 2),
        {
            "kind": Kind.OPERATIONAL_ISSUE,
            "problem": "Off-road motorbikes cross the recreation ground on Sunday afternoons and people have "
            "stopped walking there.",
            "topic": "anti-social behaviour",
            "place": "Recreation ground, the gap beside the allotments",
            "analysis": "They come through one gap in the fence; the petrol station knows the riders.",
            "response": "Signs and one dispersal order. The council has not been asked about the fence.",
        },
    ),
    Story(
        "Dana",
        _days(3, 5),
        {
            "kind": Kind.IDEA,
            "problem": "Let the hospital's night staff tell us by text when a fight is brewing outside.",
            "topic": "night-time economy",
            "place": "Hospital, main entrance",
            "analysis": "The staff see it ten minutes before we are called.",
        },
        (
            Deed(_days(2, 6), "Lee", Move.TAKE),
            Deed(
                _days(2, 1),
                "Lee",
                Move.ASK,
                words="Has the hospital's security lead been asked, and would they use a shared number?",
            ),
        ),
    ),
    Story(
        "Nico",
        _days(5, 1),
        {
            "kind": Kind.INITIATIVE,
            "problem": "We visit the four shops that report most thefts, every Thursday, with the council.",
            "topic": "retail crime",
            "place": "High Street and Mill Lane",
            "response": "Eight visits so far. Two shops have moved the spirits behind the counter.",
            "assessment": "Reports from the four shops against the two months before.",
        },
        (
            Deed(_days(4), "Jo", Move.TAKE),
            Deed(_days(3), "Jo", Move.FORWARD),
            Deed(_days(2), "Jo", Move.FORWARD),
        ),
    ),
    Story(
        "Terry",
        _days(1, 4),
        {
            "kind": Kind.OPERATIONAL_ISSUE,
            "problem": "Vans on the industrial estate are opened overnight and tools taken, twice a week.",
            "topic": "vehicle crime",
            "place": "Industrial estate, units 4 to 11",
            "analysis": "The barrier is left up after the last delivery.",
        },
    ),
    Story(
        "Sam",
        _days(40),
        {
            "kind": Kind.IDEA,
            "problem": "Give every new resident of the estate a card that says who to call about what.",
            "topic": "internal process and demand",
            "place": "Northside estate",
            "assessment": "Fewer calls to 101 about bins and parking from those streets.",
        },
        (
            Deed(_days(38), "Anwar", Move.TAKE),
            Deed(
                _days(20),
                "Anwar",
                Move.ANSWER,
                words="The housing association prints one already and will add our page to it.",
            ),
            Deed(
                _days(10),
                "Anwar",
                Move.CLOSE,
                words="The housing association adds our page to its card from January.",
                outcome=Outcome.ADOPTED,
            ),
        ),
    ),
)
