"""Where a force sends what the Hub is not for: names, numbers and links, which are settings of the force."""

from dataclasses import dataclass

from domain.language import N_


@dataclass(frozen=True, slots=True)
class Directions:
    """The right places, as a person reads them; a link that is empty is not offered.

    What a force sets is read as it stands; where it sets nothing, our words are said in every language.
    """

    emergency: str = N_("999")
    control_room: str = N_("your control room")
    crisis_line: str = N_("Samaritans, 116 123, free, day and night")
    wellbeing: str = N_("your force's wellbeing service")
    wellbeing_link: str = ""
    standards: str = N_("the Professional Standards Department")
    standards_link: str = ""
    intelligence: str = N_("your force's intelligence system")
    intelligence_link: str = ""
