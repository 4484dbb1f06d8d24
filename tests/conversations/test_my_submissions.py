"""My submissions: all of them, newest news first, paged, one press to open."""

from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, find_card, see_bottom
from tests.fake_teams import Person


async def test_with_nothing_sent_it_says_what_to_do_next(force: Force) -> None:
    await force.sam.says("my submissions")
    assert "You have sent nothing yet. It takes about three minutes." in see_bottom(force.sam)
    await force.sam.presses("Submit something")
    await force.sam.until(lambda: "What would you like to bring" in see_bottom(force.sam))


async def test_each_stands_with_its_state_and_opens_with_one_press(force: Force) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    await sam.says("my submissions")
    listed = see_bottom(sam)
    assert "Received, nobody has it yet" in listed
    assert f"{reference} · sent today at 09:00" in listed
    await sam.presses("Open")
    await sam.until(lambda: "Received (now)" in see_bottom(sam))
    await sam.until(lambda: sum("Add detail" in card.buttons() for card in sam.screen.cards) == 1)
    assert f"{reference}: Bicycles are taken" in sam.sees()
    assert "the card is further down now." in sam.sees()


async def test_the_newest_news_comes_first_and_what_waits_is_counted(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    first, second = await force.submit(sam), await force.submit(sam)
    await sam.says("my submissions")
    assert list_references(sam) == [second, first]
    priya = await force.find_thread(force.priya, first)
    await priya.says("ask When?")
    await sam.until_sees("When?")
    await sam.says("my submissions")
    assert list_references(sam) == [first, second]
    assert "One waits for your answer." in see_bottom(sam)
    assert "Received, waits for your answer" in see_bottom(sam)


async def test_it_is_paged_in_place(force: Force) -> None:
    sam = force.sam
    references = [await force.submit(sam) for _ in range(6)]
    await sam.says("my submissions")
    assert "Page 1 of 2" in see_bottom(sam)
    assert list_references(sam) == references[:0:-1]
    said = count_said(sam)
    await sam.presses("Next page")
    assert list_references(sam) == references[:1]
    await sam.presses("Previous page")
    assert list_references(sam) == references[:0:-1]
    assert count_said(sam) == said
    await sam.crafts("submission.list", {"page": 99}, card=sam.screen.last_card)
    assert "Page 2 of 2" in see_bottom(sam)


async def test_everybody_sees_their_own_alone(force: Force) -> None:
    await force.submit(force.sam)
    hers = await force.submit(force.dana)
    await force.dana.says("my submissions")
    assert list_references(force.dana) == [hers]


async def test_opening_it_again_and_again_leaves_one_card_and_lines_that_point_to_it(force: Force) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    for _ in range(3):
        await sam.says(reference)
    assert sum("Add detail" in card.buttons() for card in sam.screen.cards) == 1
    assert sam.sees().count("the card is further down now.") == 3
    await force.bind_hub()
    priya = await force.find_thread(force.priya, reference)
    await priya.presses("Take it")
    await sam.until(lambda: "Priya Nair has it" in see_bottom(sam))
    assert "Priya Nair" not in find_card(sam, "further down now").text


def list_references(officer: Person) -> list[str]:
    """List the references of the newest card, in its order."""
    lines = see_bottom(officer).splitlines()
    return [line.split(" · ")[0] for line in lines if line.startswith("PF-")]
