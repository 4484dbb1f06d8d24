"""What is said when words sound as if they belong somewhere else than with the Hub: kind, no diagnosis."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.language import N_
from domain.signposts import Elsewhere

TAKEN_OUT = N_(
    "Your words are out; I have kept none of them. If you typed them in this chat, you can delete them there."
)
"""Said when the writer has taken them out."""

ALONE = N_("I have not kept that. I have answered you in our own chat.")
"""Said where others read along, whatever the reason: so it tells nobody what the answer is about."""

ALONE_IF_IT_ARRIVES = N_(
    "I have not kept that. I am writing to you alone about it; if nothing comes, open 'Prevention First' "
    "and tell me there. In an emergency, ring {emergency}."
)
"""The same to somebody whose own chat with the bot is not there yet, and may not be opened."""

RING = N_("If this is happening now, ring {emergency}. I have not kept that; our own chat says more.")
"""A line under a press, for the presser's eyes: an emergency does not wait for them to find another chat."""

LEADS: Mapping[Elsewhere, str] = MappingProxyType(
    {
        Elsewhere.EMERGENCY: N_(
            "If this is happening now, please do not wait for an answer here: "
            "messages are not read straight away."
        ),
        Elsewhere.WELLBEING: N_(
            "If this is about you, thank you for saying it. You do not have to carry it alone."
        ),
        Elsewhere.STANDARDS: N_(
            "If this is about how a colleague behaves, there are people who can look into it and protect you."
        ),
        Elsewhere.INTELLIGENCE: N_(
            "If this is live intelligence, please report it where it is protected: here it is not."
        ),
    }
)
"""The first sentence for each; where to go follows it on the card."""
