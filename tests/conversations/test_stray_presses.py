"""Presses that no card of ours offers: refused in a sentence, changing nothing and telling nothing."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom, walk_to

SECRET = "Bicycles are taken"
NOT_YOURS = "That submission is not one of yours, so I cannot show it here."


@pytest.mark.parametrize("verb", ["walk.fly", "", "hub.bind", "__class__"])
@pytest.mark.parametrize("by_submit", [True, False])
async def test_an_unknown_verb_says_what_is_possible(force: Force, verb: str, *, by_submit: bool) -> None:
    await force.sam.installs()
    await force.sam.crafts(verb, card=force.sam.screen.last_card, by_submit=by_submit)
    assert "I could not read that press. Type 'help' to see what you can do." in force.sam.sees()


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("walk.answer", {"question": "problem", "answer": "Mine now"}),
        ("walk.choose", {"question": "problem", "choice": "idea"}),
        ("walk.back", {"question": "analysis"}),
        ("walk.edit", {"question": "problem"}),
        ("walk.deeper", {}),
        ("walk.keep", {}),
        ("walk.drop", {}),
        ("walk.run", {}),
        ("walk.save", {}),
        ("walk.cancel", {}),
        ("walk.cancel_really", {}),
        ("walk.resume", {}),
        ("walk.send", {}),
    ],
)
async def test_somebody_elses_draft_cannot_be_touched_or_read(
    force: Force, verb: str, data: dict[str, str]
) -> None:
    await force.dana.installs()
    await walk_to(force.sam, "analysis")
    before = see_bottom(force.sam)
    await force.dana.crafts(verb, {"draft": 1, **data}, card=force.dana.screen.last_card)
    assert "That draft is not here any more." in force.dana.sees()
    assert SECRET not in force.dana.sees()
    assert see_bottom(force.sam) == before
    await force.sam.says("review")
    assert SECRET in see_bottom(force.sam)


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("submission.open", {}),
        ("submission.open", {"whole": True}),
        ("submission.reply", {"words": "x"}),
        ("submission.add", {"words": "x"}),
        ("submission.more", {}),
        ("submission.withdraw", {"version": 1, "words": ""}),
        ("submission.reopen", {"version": 1, "words": "x"}),
        ("hub.take", {"version": 1}),
        ("hub.close", {"version": 1, "outcome": "addressed", "words": "x"}),
        ("hub.note", {"words": "x"}),
        ("hub.open", {}),
    ],
)
@pytest.mark.parametrize("by_submit", [True, False])
async def test_a_forged_reference_of_somebody_elses_submission_is_refused(
    force: Force, verb: str, data: dict[str, object], *, by_submit: bool
) -> None:
    sam, dana = force.sam, force.dana
    await dana.installs()
    reference = await force.submit(sam)
    before = see_bottom(sam)
    welcome = dana.screen.last_card
    await dana.crafts(verb, {"reference": reference, **data}, card=welcome, by_submit=by_submit)
    assert "Only " in dana.sees() or NOT_YOURS in dana.sees()
    assert SECRET not in str([card.card for card in dana.screen.cards])
    await sam.says(reference)
    assert see_bottom(sam).splitlines()[1:] == [
        line for line in before.splitlines()[1:] if not line.startswith("Thank you")
    ]


async def test_typed_commands_about_somebody_elses_submission_are_refused_too(force: Force) -> None:
    reference = await force.submit(force.sam)
    for words in (
        reference,
        f"open {reference}",
        f"add {reference} x",
        f"withdraw {reference}",
        f"more {reference}",
    ):
        await force.dana.says(words)
        assert SECRET not in force.dana.sees()
    assert force.dana.sees().count(NOT_YOURS) == 4
    await force.dana.says("my submissions")
    assert "You have sent nothing yet." in see_bottom(force.dana)


@pytest.mark.parametrize("by_submit", [True, False])
@pytest.mark.parametrize(
    "data",
    [
        {"draft": "one"},
        {"draft": -1},
        {"draft": True, "question": "problem"},
        {"draft": 10**30, "question": "problem"},
        {"draft": 1, "question": "problem", "v": 2},
        {"draft": 1, "question": ["problem"], "answer": {}},
        {},
    ],
)
async def test_a_press_whose_data_was_tampered_with_changes_nothing(
    force: Force, data: dict[str, object], *, by_submit: bool
) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.crafts("walk.answer", data, card=sam.screen.last_card, by_submit=by_submit)
    assert "That card is from before a change here." in sam.sees()
    await sam.says("theft")
    assert "Where is it?" in see_bottom(sam)
