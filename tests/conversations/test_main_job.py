"""The main job: an officer submits, the Hub works it, the officer's card shows it."""

from tests.conversations.force import QUICK_ANSWERS, Force


async def test_an_officer_submits_by_typing_and_gets_a_reference(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    print(sam.sees())
    for answer in QUICK_ANSWERS:
        await sam.says(answer)
        print("-----", answer)
        print(sam.screen.last_card.text)
    await sam.presses("Send to the Hub")
    print("=====")
    print(sam.sees())
    await sam.until_sees("PF-2026-0001")
