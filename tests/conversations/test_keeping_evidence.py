"""The library as the Hub keeps it: added to, edited, published, taken back, gone through."""

import pytest

from tests.conversations.force import Force
from tests.conversations.library_shelf import GATES, RACKS, fill_shelf
from tests.fake_teams import Person, ShownCard


def see_form(person: Person) -> ShownCard:
    """Give the form as it stands."""
    return next(card for card in reversed(person.screen.cards) if "Keep it" in card.buttons())


def read_box(card: ShownCard, key: str) -> str:
    """Read what stands in a box."""
    return str(next(node for node in card.inputs() if node["id"] == key).get("value", ""))


@pytest.fixture(autouse=True)
async def _hub(force: Force) -> None:
    await force.bind_hub()


async def test_an_entry_is_added_on_one_card_and_found_by_everybody_once_published(force: Force) -> None:
    await force.priya.says("add to the library")
    await force.priya.until_sees("A new entry for the library")
    await force.priya.presses("Keep it", {**{f"entry_{k}": v for k, v in RACKS.items() if k != "topics"}})
    await force.priya.until_sees("Kept, for the Hub alone for now.")
    await force.sam.says("find bicycle racks")
    await force.sam.until_sees("I found nothing about that in the library.")
    await force.priya.presses("Publish")
    await force.priya.until_sees("Published: everybody finds it now.")
    await force.sam.says("find bicycle racks")
    await force.sam.until_sees("Bicycle racks under the cameras of the station")
    await force.priya.presses("Take it back")
    await force.priya.until_sees("Only the Hub finds it now.")
    await force.dana.says("find bicycle racks")
    await force.dana.until_sees("I found nothing about that in the library.")


async def test_an_entry_is_edited_with_what_it_says_in_the_form(force: Force) -> None:
    await fill_shelf(force, GATES)
    await force.priya.says("EV-2026-0001")
    await force.priya.until_sees("Everybody finds it.")
    await force.priya.presses("Edit")
    form = see_form(force.priya)
    assert read_box(form, "entry_title") == GATES["title"]
    assert read_box(form, "entry_topics") == "burglary"
    assert read_box(form, "entry_emmie_mechanism") == GATES["emmie_mechanism"]
    await force.priya.presses("Keep it", {"entry_title": "Alley gates"}, card=form)
    await force.priya.until_sees("Kept. Everybody finds it.")
    await force.sam.says("find gates")
    await force.sam.until_sees("Alley gates")
    assert GATES["title"] not in force.sam.sees()


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("entry_link", "www.example.org", "Give the source's address with"),
        ("entry_emmie_effect", "x" * 1_001, "That is 1001 characters; up to 1000 fit."),
        ("entry_checked_on", "2031-01-01", "The source cannot have been looked at on a day that is still"),
        ("entry_review_on", "2020-01-01", "The next look comes after the last one. Give a later day."),
    ],
)
async def test_what_does_not_fit_is_said_on_the_form_and_everything_is_kept(
    force: Force, key: str, typed: str, said: str
) -> None:
    await force.priya.says("add to the library")
    await force.priya.until_sees("A new entry for the library")
    filled = {f"entry_{name}": value for name, value in RACKS.items() if name != "topics"}
    await force.priya.presses("Keep it", {**filled, key: typed})
    await force.priya.until_sees(said)
    form = see_form(force.priya)
    assert read_box(form, key) == typed
    assert read_box(form, "entry_summary") == RACKS["summary"]
    async with force.product.database.read() as work:
        assert await work.evidence.list_latest(0, 5) == ([], 0)


async def test_far_too_much_stays_on_the_screen_and_is_told_so(force: Force) -> None:
    await force.priya.says("add to the library")
    await force.priya.until_sees("A new entry for the library")
    filled = {f"entry_{name}": value for name, value in RACKS.items() if name != "topics"}
    long = {"entry_summary": "\N{LATIN SMALL LETTER E WITH ACUTE}" * 5_000}
    await force.priya.presses("Keep it", {**filled, **long})
    await force.priya.until_sees("That is 5000 characters; up to 2000 fit.")
    assert "A new entry for the library" in force.priya.sees()


async def test_the_same_title_twice_is_pointed_to_the_first(force: Force) -> None:
    await fill_shelf(force, RACKS)
    await force.priya.says("add to the library")
    await force.priya.until_sees("A new entry for the library")
    filled = {f"entry_{name}": value for name, value in RACKS.items() if name != "topics"}
    await force.priya.presses("Keep it", filled)
    await force.priya.until_sees("EV-2026-0001 has that title already.")


async def test_of_two_who_edit_at_once_the_second_keeps_what_they_wrote(force: Force) -> None:
    await fill_shelf(force, GATES)
    await force.priya.says("EV-2026-0001")
    await force.priya.until_sees("Everybody finds it.")
    await force.priya.presses("Edit")
    await force.lee.presses("Take it back")
    await force.lee.until_sees("Only the Hub finds it now.")
    await force.priya.presses("Keep it", {"entry_title": "My own title"}, card=see_form(force.priya))
    await force.priya.until_sees("Somebody has changed this entry since.")
    assert read_box(see_form(force.priya), "entry_title") == "My own title"


async def test_the_library_is_gone_through_and_narrowed_down(force: Force) -> None:
    await fill_shelf(force, GATES, RACKS)
    await force.priya.says("library")
    await force.priya.until_sees("2 entries")
    await force.priya.presses("Show them", {"browse_state": "not published"})
    await force.priya.until_sees("1 entry, not published")
    assert "Bicycle racks" in force.priya.screen.last_card.text
    assert "Lockable gates" not in force.priya.screen.last_card.text
    await force.priya.presses("Show them", {"browse_state": "", "browse_topic": "burglary"})
    await force.priya.until_sees("1 entry, Burglary")
    assert "Lockable gates" in force.priya.screen.last_card.text
    await force.priya.presses("Show them", {"browse_topic": "", "browse_kind": "partner agency"})
    await force.priya.until_sees("Nothing in the library is like that.")
    await force.priya.presses("Show all")
    await force.priya.until_sees("2 entries")


async def test_a_source_that_was_looked_at_comes_up_again_in_a_year(force: Force) -> None:
    await fill_shelf(force, {**GATES, "checked_on": "2024-11-01", "review_on": "2025-11-01"})
    await force.priya.says("EV-2026-0001")
    await force.priya.until_sees("Its source is due for another look.")
    await force.priya.presses("Looked at today")
    await force.priya.until_sees("To be looked at again on Tuesday 2 March 2027.")


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("library.browse", {}),
        ("library.form", {}),
        ("library.keep", RACKS),
        ("library.publish", {"reference": "EV-2026-0001", "version": 1, "published": False}),
        ("library.looked", {"reference": "EV-2026-0001", "version": 1}),
    ],
)
async def test_nobody_but_the_hub_may_change_or_go_through_it(
    force: Force, verb: str, data: dict[str, object]
) -> None:
    [kept] = await fill_shelf(force, GATES)
    reply = await force.sam.crafts(verb, data)
    assert "Only members of the Hub's team can do that." in str(reply.body)
    async with force.product.database.read() as work:
        assert await work.evidence.list_latest(0, 5) == ([kept], 1)


async def test_where_others_read_along_the_hub_does_not_lay_the_library_open(force: Force) -> None:
    await fill_shelf(force, RACKS)
    other = force.teams.channel("Briefing", force.priya, force.sam)
    there = force.priya.at(other)
    await there.says("library")
    await there.until_sees("People who are not of the Hub read along here.")
    await there.says("EV-2026-0001")
    await there.until_sees("I know no entry EV-2026-0001.")
