"""The cards of six hats worn together, in every interesting state."""

from dataclasses import replace

from cards.hats import FINISH, folded_hats, hats_card
from cards.hats_summary import ATTACH, hats_list, hats_summary
from domain.hat_session import MOST_THOUGHTS, HatSession, HatStage, Thought
from domain.ports import Outgoing
from domain.six_hats import LAST, STEPS
from domain.submission import Party
from tests.cards import samples as s

BEGUN = HatSession(
    id=7,
    topic="How do we make the towpath at Hitchin feel safe in winter?",
    conversation_id=1,
    thread_id="",
    starter=s.SAM,
    leader=s.SAM,
    started_at=s.ago(hours=1),
    changed_at=s.ago(minutes=5),
    led_at=s.ago(minutes=5),
)
SAID = (
    "Forty reports since May, most after six in the evening",
    "Runners and the rowing club gain at once",
    "The lamps break the bats' flyway; the county ecologist will ask",
    "Uneasy; I would not walk there",
    "Let the caf\u00e9 at the lock open until eight in winter",
    "Sam asks the council for the lamp plan by Friday",
)
THOUGHTS = tuple(
    Thought(position + 1, position, text, (s.SAM, s.PRIYA, s.LEE)[position % 3] if position != 3 else None)
    for position, text in enumerate(SAID)
)
MANY = tuple(Thought(number, 0, f"Report {number} speaks of the dark", s.PRIYA) for number in range(12))
WORST = tuple(
    Thought(
        number,
        number % len(STEPS),
        "\N{BICYCLE}" * 500,
        Party(id=number, name="Zoë-Aimée Ångström-Müller " * 3),
    )
    for number in range(MOST_THOUGHTS)
)
OVER = replace(BEGUN, position=LAST, stage=HatStage.FINISHED)


def hats() -> dict[str, Outgoing]:
    """Give the card along a session's life, the summary, and the whole list."""
    red = replace(BEGUN, position=3)
    return {
        "hats, just begun": hats_card(BEGUN, [], s.NOW),
        "hats, white": hats_card(BEGUN, MANY, s.NOW),
        "hats, red": hats_card(red, THOUGHTS[:4], s.NOW, note="Added under the red hat, without your name."),
        "hats, too long": hats_card(
            red, THOUGHTS[:4], s.NOW, error="That is 812 characters; a thought has up to 500.", kept=s.LONG
        ),
        "hats, nobody named": hats_card(replace(BEGUN, unattributed=True), [], s.NOW),
        "hats, lead offered": hats_card(replace(BEGUN, position=3, offered=True), THOUGHTS[:4], s.NOW),
        "hats, without their leader": hats_card(
            replace(BEGUN, position=2, led_at=s.ago(days=2)), THOUGHTS[:3], s.NOW
        ),
        "hats, finish asked first": hats_card(BEGUN, THOUGHTS[:1], s.NOW, box=FINISH),
        "hats, last": hats_card(replace(BEGUN, position=LAST), THOUGHTS, s.NOW),
        "hats, folded": folded_hats(BEGUN),
        "hats, summary": hats_summary(OVER, THOUGHTS, s.NOW),
        "hats, summary after a quiet week": hats_summary(
            replace(OVER, position=1, stage=HatStage.QUIET), THOUGHTS[:2], s.NOW
        ),
        "hats, summary of nothing": hats_summary(replace(OVER, position=0), [], s.NOW),
        "hats, attached": hats_summary(OVER, THOUGHTS, s.NOW, note="Attached to PF-2026-0007."),
        "hats, attaching went wrong": hats_summary(
            OVER, THOUGHTS, s.NOW, error="I know no submission PF-2026-9999.", kept="9999", box=ATTACH
        ),
        "hats, all thoughts": hats_list(OVER, THOUGHTS, 0),
        "hats, all of nothing": hats_list(BEGUN, [], 0),
        "worst, hats": hats_card(
            replace(BEGUN, position=3, topic="\N{BICYCLE}" * 200, offered=True),
            WORST,
            s.NOW,
            error="No.",
            kept=s.ENDLESS,
        ),
        "worst, hats summary": hats_summary(replace(OVER, topic="\N{BICYCLE}" * 200), WORST, s.NOW),
        "worst, hats attaching": hats_summary(OVER, WORST, s.NOW, error="No.", kept=s.ENDLESS, box=ATTACH),
        "worst, hats list": hats_list(OVER, WORST, 3),
    }
