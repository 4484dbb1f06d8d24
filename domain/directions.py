"""Where a force sends what the Hub is not for: names, numbers and links, which are settings of the force."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Directions:
    """The right places, as a person reads them; a link that is empty is not offered."""

    emergency: str = "999"
    control_room: str = "your control room"
    crisis_line: str = "Samaritans, 116 123, free, day and night"
    wellbeing: str = "your force's wellbeing service"
    wellbeing_link: str = ""
    standards: str = "the Professional Standards Department"
    standards_link: str = ""
    intelligence: str = "your force's intelligence system"
    intelligence_link: str = ""
