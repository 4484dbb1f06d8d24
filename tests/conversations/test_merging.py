"""Merging two submissions about the same: nothing is lost, both sides hear of it, and it can be undone."""

import asyncio

import pytest

from domain.following import Crowd
from domain.submission import Outcome, Stage
from tests.conversations.force import Force
from tests.conversations.hub_desk import list_told_outside
from tests.conversations.officer_chat import find_card
from tests.conversations.problems import file_problems
from tests.fake_teams import Person, ShownCard

CYCLES = "Pedal cycle theft from the railway car park"
MINE, THEIRS = "PF-2026-0001", "PF-2026-0002"
TOLD = f"Priya Nair in the Hub has merged this into {THEIRS}, which is about the same problem."


@pytest.fixture(autouse=True)
async def _danas_and_sams(force: Force) -> None:
    await force.bind_hub()
    assert await force.submit(force.dana) == MINE
    await file_problems(force, (CYCLES, "Parents parking on the zigzags"))


def see_similar(person: Person) -> ShownCard:
    """Give the card of the tool."""
    return next(card for card in reversed(person.screen.cards) if "Possibly similar" in card.text)


async def merge(force: Force) -> Person:
    """Have Priya merge Dana's into Sam's on the workbench."""
    await force.priya.says(f"similar {MINE}")
    await force.priya.until_sees("Possibly similar")
    await force.priya.presses("Merge", card=see_similar(force.priya))
    assert "It closes as a duplicate." in see_similar(force.priya).text
    await force.priya.presses(f"{MINE} into {THEIRS}", card=see_similar(force.priya))
    await force.priya.until_sees(f"{MINE} is merged into {THEIRS}.")
    return force.priya


async def until_told(force: Force, reference: str, line: str) -> None:
    """Have Priya bring a card down, and wait until it says something."""
    await force.priya.says(f"open {reference}")
    await force.priya.until_sees(line)


async def test_its_officer_is_told_follows_the_other_and_hears_of_its_answer(force: Force) -> None:
    await merge(force)
    await force.dana.until_sees(TOLD)
    await force.dana.presses(f"Show {THEIRS}", card=find_card(force.dana, TOLD))
    await force.dana.until_sees(CYCLES)
    await force.priya.says(f"answer {THEIRS}: Move the racks into the light.")
    await force.dana.until_sees("Priya Nair in the Hub answered.")
    await force.dana.until_sees("Move the racks into the light.")
    await force.dana.says(f"open {MINE}")
    await force.dana.until_sees(f"into {THEIRS}, where work on the same problem goes on.")


async def test_both_timelines_say_so_and_the_words_stay_in_reach(force: Force) -> None:
    priya = await merge(force)
    await until_told(force, THEIRS, f"Priya Nair merged {MINE} into it")
    await until_told(force, MINE, f"Priya Nair merged it into {THEIRS}")
    await force.priya.says(f"similar {THEIRS}")
    await priya.until(lambda: f"{THEIRS} · Similar cases" in see_similar(priya).text)
    card = see_similar(priya)
    await priya.presses("What was sent", card=card)
    assert "The racks cannot be seen from the platform" in see_similar(priya).text
    assert "merged PF" not in "".join(list_told_outside(force))


async def test_undone_it_is_where_it_was_linked_and_followed_no_more(force: Force) -> None:
    await force.priya.says(f"take {MINE}")
    await force.priya.until_sees("You have it.")
    priya = await merge(force)
    await priya.presses("Undo the merging", card=see_similar(priya))
    await priya.until_sees(f"{MINE} is open again where it was. It stays linked with {THEIRS}.")
    assert "Take the link off" in see_similar(priya).buttons()
    await force.dana.until_sees("Priya Nair in the Hub has opened this again.")
    async with force.product.database.read() as work:
        mine, theirs = await work.submissions.find(MINE), await work.submissions.find(THEIRS)
        assert mine is not None
        assert theirs is not None
        assert (mine.stage, mine.outcome, mine.merged_into_id) == (Stage.SCANNING, None, None)
        assert await work.followers.count(theirs.id) == Crowd()
    await until_told(force, THEIRS, f"Priya Nair took {MINE} out again")


async def test_its_officer_undoes_it_by_saying_what_is_different(force: Force) -> None:
    await merge(force)
    await force.dana.until_sees(TOLD)
    await force.dana.says(f"reopen {MINE} mine are taken from a school")
    await force.dana.until_sees("Open again. The Hub has been told.")
    await until_told(force, THEIRS, f"Dana Finch took {MINE} out again")


async def test_into_one_that_is_merged_itself_it_goes_to_where_the_work_goes_on(force: Force) -> None:
    await force.priya.says(f"merge {THEIRS} into PF-2026-0003: both are parking")
    await force.priya.until_sees(f"{THEIRS} is merged into PF-2026-0003.")
    await force.priya.says(f"merge {MINE} into {THEIRS}")
    await force.priya.until_sees(f"{MINE} is merged into PF-2026-0003.")


async def test_a_circle_is_refused_with_a_sentence(force: Force) -> None:
    await merge(force)
    await force.priya.says(f"merge {THEIRS} into {MINE}")
    await force.priya.until_sees(f"{MINE} has been merged into {THEIRS} already. Undo that first.")
    await force.priya.says(f"merge {THEIRS} into {THEIRS}")
    await force.priya.until_sees("That is the same submission.")
    await force.priya.says(f"unlink {MINE} from {THEIRS}")
    await force.priya.until_sees("They are merged. Undo that first.")
    await force.priya.says(f"unmerge {THEIRS} from {MINE}")
    await force.priya.until_sees(f"{MINE} is open again where it was.")
    await force.priya.says(f"unmerge {MINE} from {THEIRS}")
    await force.priya.until_sees("Neither of the two is merged into the other any more.")


async def test_what_was_withdrawn_takes_nothing_in_but_what_was_answered_and_closed_does(
    force: Force,
) -> None:
    await force.priya.says("close PF-2026-0003 addressed: the zigzags are painted anew")
    await force.priya.until_sees("Closed: addressed.")
    await force.sam.says(f"withdraw {THEIRS}")
    await force.sam.presses("Yes, withdraw it")
    await force.sam.until_sees("Withdrawn.")
    await force.priya.says(f"merge {MINE} into {THEIRS}")
    await force.priya.until_sees(f"{THEIRS} was withdrawn, so nothing can be merged into it.")
    await force.priya.says(f"merge {MINE} into PF-2026-0003")
    await force.priya.until_sees(f"{MINE} is merged into PF-2026-0003.")


async def test_two_who_merge_each_into_the_other_at_once_leave_one_open(force: Force) -> None:
    await asyncio.gather(
        force.priya.says(f"merge {MINE} into {THEIRS}"), force.lee.says(f"merge {THEIRS} into {MINE}")
    )
    await force.priya.until_sees("has been merged into")
    async with force.product.database.read() as work:
        found = [await work.submissions.find(one) for one in (MINE, THEIRS)]
    assert sorted(one.outcome is Outcome.DUPLICATE for one in found if one is not None) == [False, True]
    merged = next(one for one in found if one is not None and not one.is_open)
    other = next(one for one in found if one is not None and one.is_open)
    assert merged.merged_into_id == other.id


async def test_whoever_described_the_same_is_pointed_to_where_the_work_goes_on(force: Force) -> None:
    await merge(force)
    stranger = force.teams.person("Ash Cole")
    await stranger.says("submit")
    await stranger.says("problem")
    await stranger.says("Bicycles are taken from the racks behind the station")
    await stranger.until_sees("Somebody may be on this already")
    offer = find_card(stranger, "Somebody may be on this already").text
    assert CYCLES in offer
    assert "weekday afternoons" not in offer


async def test_nobody_but_the_hub_merges(force: Force) -> None:
    await force.priya.says(f"similar {MINE}")
    await force.priya.until_sees("Possibly similar")
    card = see_similar(force.priya)
    stranger = force.dana.at(force.channel, force.priya.root_id, uninvited=True)
    for verb in ("hub.merge", "hub.part"):
        sent = {"reference": MINE, "other": THEIRS, "version": 1}
        reply = await stranger.crafts(verb, sent, card=card)
        assert "Only members of the Hub's team can do that." in str(reply.body)
