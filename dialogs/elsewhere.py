"""What is said when words sound as if they belong somewhere else than with the Hub: kind, no diagnosis."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.signposts import Elsewhere

TAKEN_OUT = (
    "Your words are out; I have kept none of them. If you typed them in this chat, you can delete them there."
)
"""Said when the writer has taken them out."""

LEADS: Mapping[Elsewhere, str] = MappingProxyType(
    {
        Elsewhere.EMERGENCY: (
            "If this is happening now, please do not wait for the Hub: nobody reads here at once."
        ),
        Elsewhere.WELLBEING: (
            "If this is about you, thank you for saying it. You do not have to carry it alone."
        ),
        Elsewhere.STANDARDS: (
            "If this is about how a colleague behaves, there are people who can look into it and protect you."
        ),
        Elsewhere.INTELLIGENCE: (
            "If this is live intelligence, please report it where it is protected: here it is not."
        ),
    }
)
"""The first sentence for each; where to go follows it on the card."""
