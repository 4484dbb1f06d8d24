"""Who may act: the members of the bound team as Teams knows them now, and nobody else."""

import pytest
from structlog.testing import capture_logs

from tests.conversations.force import Force
from tests.conversations.hub_desk import press, see_head
from tests.fake_teams import Fault, Person

ONLY_MEMBERS = "Only members of the Hub's team can do that. Nothing has changed."


@pytest.fixture
async def reference(force: Force) -> str:
    await force.bind_hub()
    return await force.submit(force.sam)


@pytest.fixture
async def priya(force: Force, reference: str) -> Person:
    return await force.find_thread(force.priya, reference)


async def test_somebody_who_is_not_of_the_team_is_told_so_and_nothing_changes(
    force: Force, priya: Person
) -> None:
    dana = force.dana.at(force.channel, priya.root_id, uninvited=True)
    with capture_logs() as logs:
        await dana.presses("Take it")
    assert ONLY_MEMBERS in dana.sees()
    refused = [line for line in logs if line["event"] == "refused"]
    assert [line["person"] for line in refused] == [force.dana.account.aad_object_id]

    dana.on_phone = True
    await dana.presses("Take it")
    await force.dana.until_sees(ONLY_MEMBERS)
    await dana.says("take")
    await dana.until_sees(ONLY_MEMBERS)
    assert "Nobody has it" in see_head(priya).text


async def test_words_of_somebody_who_may_not_are_given_back_to_them_alone(
    force: Force, priya: Person
) -> None:
    dana = force.dana.at(force.channel, priya.root_id, uninvited=True)
    dana.on_phone = True
    await press(dana, "Send the answer", words_answer="Try a brighter light")
    await force.dana.until_sees("Try a brighter light")
    assert ONLY_MEMBERS in force.dana.sees()
    assert "brighter" not in priya.sees()
    assert "brighter" not in force.sam.sees()


@pytest.mark.parametrize("verb", ["hub.take", "hub.note", "hub.close", "hub.open", "hub.queue", "hub.give"])
async def test_an_officer_who_changes_their_client_cannot_act_as_the_hub(
    force: Force, priya: Person, reference: str, verb: str
) -> None:
    data = {"reference": reference, "version": 1, "words": "Mine", "outcome": "addressed", "colleague": "Lee"}
    await force.sam.crafts(verb, data)
    assert force.sam.screen.flash is not None
    assert "Hub's team" in force.sam.screen.flash.text
    await force.sam.crafts(verb, data, by_submit=True)
    assert "Hub's team" in force.sam.screen.last_card.text
    assert "Nobody has it" in see_head(priya).text
    assert "Mine" not in str(see_head(priya).card)


async def test_another_officers_submission_stays_theirs(force: Force, reference: str, priya: Person) -> None:
    for verb in ("submission.open", "submission.add", "submission.withdraw", "submission.reply"):
        await force.dana.crafts(verb, {"reference": reference, "version": 1, "words": "Mine"})
    await force.dana.says(f"withdraw {reference}")
    assert "Bicycles" not in force.dana.sees()
    assert "Mine" not in str(see_head(priya).card)
    assert "Nobody has it" in see_head(priya).text


async def test_who_joined_a_minute_ago_may_act_at_once(force: Force, priya: Person) -> None:
    force.channel.members.append(force.dana.account)
    dana = force.dana.at(force.channel, priya.root_id)
    await dana.presses("Take it")
    await priya.until(lambda: "Dana Finch has it" in see_head(priya).text)


async def test_somebody_is_told_to_ask_again_rather_than_let_in_while_teams_does_not_answer(
    force: Force, priya: Person
) -> None:
    dana = force.dana.at(force.channel, priya.root_id, uninvited=True)
    dana.goes_wrong(Fault(503))
    await dana.presses("Take it")
    assert ONLY_MEMBERS in dana.sees()
    assert "Nobody has it" in see_head(priya).text


@pytest.mark.parametrize("told_by_nobody", [False, True])
async def test_who_is_removed_from_the_team_loses_the_rights_at_once(
    force: Force, priya: Person, told_by_nobody: bool
) -> None:
    lee = force.lee.at(force.channel, priya.root_id)
    await lee.presses("Take it")
    await priya.removes(lee, told_by_nobody=told_by_nobody)
    await press(lee, "Put back in the queue")
    assert ONLY_MEMBERS in lee.sees()
    await priya.until(lambda: "Lee Marsh has it" in see_head(priya).text)
    await priya.says("give to Lee")
    await priya.until_sees("Choose one of the Hub's team: Priya Nair.")


async def test_who_left_unnoticed_loses_the_rights_when_the_team_is_read_again(
    force: Force, priya: Person
) -> None:
    lee = force.lee.at(force.channel, priya.root_id)
    await lee.presses("Take it")
    force.channel.members.remove(lee.account)
    force.channel.members.append(force.dana.account)
    force.passes(minutes=11)
    await force.product.timetable.run_due()
    await press(lee, "Put back in the queue")
    assert ONLY_MEMBERS in lee.sees()
    await priya.says("give to Dana Finch")
    await priya.until(lambda: "Dana Finch has it" in see_head(priya).text)


async def test_a_roster_that_cannot_be_read_takes_nobodys_rights(force: Force, priya: Person) -> None:
    force.passes(minutes=11)
    priya.goes_wrong(Fault(503))
    await force.product.timetable.run_due()
    await priya.presses("Take it")
    assert "Priya Nair has it" in see_head(priya).text


async def test_a_copy_in_the_own_chat_of_somebody_who_left_shows_nothing_new(
    force: Force, priya: Person
) -> None:
    lee = force.teams.person_of(force.lee.account)
    await lee.says("queue")
    await lee.presses("Open")
    await lee.until_sees("[Take it]")
    await priya.removes(force.lee)
    await priya.says("note The landlord is known to us")
    await lee.until_sees("the card is in the Hub's new channel now")
    assert "landlord" not in str([card.card for card in lee.screen.cards])
    assert "landlord" in str(see_head(priya).card)


async def test_a_guest_whom_the_directory_does_not_know_is_turned_away(force: Force, priya: Person) -> None:
    dana = force.dana.at(force.channel, priya.root_id, uninvited=True)
    dana.account.aad_object_id = ""
    await dana.says("take")
    await dana.until_sees("I work for people of this force only")
    await dana.presses("Take it")
    assert "Nobody has it" in see_head(priya).text
