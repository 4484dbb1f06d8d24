"""The first minute: a welcome once, help at any time, and a kind word for those in the wrong place."""

import pytest

from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom, walk_to
from tests.fake_teams.world import Account

HELLO = "Hello Sam Reed."


async def test_installing_welcomes_once_over_installs_and_page_loads(force: Force) -> None:
    sam = force.sam
    await sam.installs()
    assert HELLO in sam.sees()
    await sam.installs()
    await sam.installs("add-upgrade")
    await sam.removes_bot()
    await sam.installs()
    assert sam.sees().count(HELLO) == 1


async def test_the_welcome_says_what_this_is_what_happens_and_how_long_it_takes(force: Force) -> None:
    await force.sam.installs()
    hello, what_happens, how_long = see_bottom(force.sam).splitlines()[1:4]
    assert "bring the Prevention Hub a problem, an idea or something you have started" in hello
    assert "A person in the Hub reads it" in what_happens
    assert "three minutes" in how_long
    assert force.sam.screen.last_card.buttons() == ["Submit something", "My submissions", "Help"]


async def test_somebody_whose_first_act_is_to_say_hello_is_welcomed_and_told_nothing_twice(
    force: Force,
) -> None:
    await force.sam.says("hello")
    assert HELLO in force.sam.sees()
    assert len(force.sam.screen.heard) == 1
    await force.sam.says("hello")
    assert force.sam.sees().count(HELLO) == 1
    assert "What would you like to do?" in see_bottom(force.sam)


async def test_somebody_whose_first_act_is_something_unknown_is_welcomed_too(force: Force) -> None:
    await force.sam.says("blah")
    assert HELLO in force.sam.sees()
    assert "did not recognise" not in force.sam.sees()


async def test_somebody_whose_first_act_is_a_command_is_welcomed_and_gets_what_they_asked_for(
    force: Force,
) -> None:
    await force.sam.says("submit")
    assert HELLO in force.sam.sees()
    assert "What would you like to bring to the Hub?" in see_bottom(force.sam)


async def test_every_button_of_the_welcome_works(force: Force) -> None:
    sam = force.sam
    await sam.installs()
    for title, leads_to in (
        ("My submissions", "You have sent nothing yet"),
        ("Help", "What you can do here"),
        ("Submit something", "What would you like to bring"),
    ):
        await sam.presses(title, card=sam.screen.cards[0])
        await sam.until_sees(leads_to)
        assert HELLO in sam.sees()


@pytest.mark.parametrize("words", ["help", "HELP!", "Help.", "?", "what can you do?"])
async def test_help_is_there_at_any_time(force: Force, words: str) -> None:
    await force.sam.says(words)
    assert "What you can do here" in force.sam.sees()


@pytest.mark.parametrize("question", ["kind", "problem", "assessment"])
async def test_help_while_a_question_is_open_says_what_can_be_typed_and_leaves_it_open(
    force: Force, question: str
) -> None:
    sam = force.sam
    await walk_to(sam, question)
    asked = see_bottom(sam).splitlines()[1]
    await sam.says("help")
    assert "You can also type back" in see_bottom(sam)
    assert asked in see_bottom(sam)


async def test_help_at_the_review_says_how_to_send_and_how_to_change(force: Force) -> None:
    await walk_to(force.sam, "review")
    await force.sam.says("help")
    assert 'Send it, or say which answer to change: "change 2", for example.' in see_bottom(force.sam)


@pytest.mark.parametrize(
    "words", ["submit", "hello", "help", "Bikes are stolen at the station", "my submissions"]
)
async def test_in_a_group_chat_the_bot_points_to_the_chat_with_oneself(force: Force, words: str) -> None:
    sam = force.sam.at(force.teams.group("Night shift", force.sam, force.dana))
    await sam.says(words)
    assert "I work in a chat with you alone, so that nobody reads along." in sam.sees()
    assert not force.sam.screen.heard


async def test_in_a_channel_that_is_not_the_hubs_it_points_there_too(force: Force) -> None:
    sam = force.sam.at(force.teams.channel("Area north", force.sam, force.dana))
    await sam.says("submit")
    await sam.until_sees("I work in a chat with you alone")


async def test_in_company_it_keeps_quiet_unless_it_is_spoken_to(force: Force) -> None:
    sam = force.sam.at(force.teams.group("Night shift", force.sam, force.dana))
    await sam.says("submit", mention=False)
    await sam.sends_file("plan.pdf", "application/pdf")
    await sam.installs()
    assert not sam.screen.heard


async def test_a_guest_whom_the_directory_does_not_know_is_refused_kindly(force: Force) -> None:
    force.sam.account.aad_object_id = ""
    await force.sam.says("submit")
    assert "I work for people of this force only" in force.sam.sees()
    assert not force.sam.screen.cards


async def test_somebody_of_another_tenant_gets_no_answer_at_all(force: Force) -> None:
    force.teams.world.tenant_id = "0b0b0b0b-0000-4000-8000-000000000002"
    stranger = Account("Max", "29:max", "0b0b0b0b-0000-4000-8000-00000000000a", "max@elsewhere.example")
    with pytest.raises(AssertionError, match="answered 403"):
        await force.sam.says("submit")
    assert not force.sam.screen.heard
    assert stranger not in force.teams.world.accounts
