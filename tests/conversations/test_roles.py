"""An administrator gives roles and takes them away; people who have never met the bot are the normal case."""

import pytest

from bot.roles import GRANTS_A_PAGE
from domain.people import Actor, Role
from domain.picked import NOBODY, NOT_AN_EMAIL, NOT_KNOWN, Picked
from services.roles import give_role
from tests.conversations.force import Force
from tests.conversations.test_deliveries import run
from tests.fake_teams import Fault, Person

NOT_YET = "They have not opened this assistant yet."
FOR_ADMINS = "Only an administrator can see and change who has which role. Nothing has changed."


@pytest.fixture
def boss(force: Force) -> Person:
    """The administrator, alone with the bot."""
    return force.teams.person_of(force.admin.account)


async def give(boss: Person, role: str = "Academy trainer or coordinator", **who: str) -> None:
    """Give somebody a role in the card."""
    await boss.says("roles")
    await boss.presses("Give a role")
    await boss.presses("Give the role", {"Role": role, **who})


def see_card(boss: Person) -> str:
    """Read the card of the roles."""
    return boss.screen.last_card.text


async def list_roles(force: Force) -> dict[str, set[Role]]:
    """Read who has which role."""
    async with force.product.database.read() as work:
        grants = await work.grants.list_all()
    return {one.person.name: {other.role for other in grants if other.person == one.person} for one in grants}


async def test_the_help_names_it_to_administrators_alone(force: Force, boss: Person) -> None:
    await boss.says("help")
    assert "roles: see who is a trainer or an administrator" in boss.sees()
    await force.sam.says("help")
    assert "who is a trainer" not in force.sam.sees()


async def test_with_nobody_it_says_so_and_offers_to_give_one(boss: Person) -> None:
    await boss.says("roles")
    assert "Nobody has been given a role yet." in boss.sees()
    assert "Give a role" in boss.screen.last_card.buttons()


async def test_somebody_known_is_chosen_from_the_list(force: Force, boss: Person) -> None:
    await force.sam.says("hello")
    await give(boss, person="Sam Reed")
    said = see_card(boss)
    assert "Sam Reed has this role now: Academy trainer or coordinator." in said
    assert "given by Priya Nair on Monday 2 March" in said
    assert NOT_YET not in said
    assert await list_roles(force) == {"Sam Reed": {Role.TRAINER}}


async def test_given_twice_it_is_said(force: Force, boss: Person) -> None:
    await force.sam.says("hello")
    for _ in range(2):
        await give(boss, person="Sam Reed")
    assert "Sam Reed has this role already" in see_card(boss)
    assert await list_roles(force) == {"Sam Reed": {Role.TRAINER}}


async def test_somebody_from_the_directory_counts_from_their_first_word(force: Force, boss: Person) -> None:
    alex = force.teams.person("Alex Moore")
    await give(boss, "Administrator", person=alex.account.aad_object_id)
    said = see_card(boss)
    assert "Somebody whose name I do not know yet has this role now" in said
    assert NOT_YET in said
    assert "https://teams.microsoft.com/l/chat/0/0?users=" in said
    await alex.says("roles")
    assert "Alex Moore" in see_card(alex)
    assert "has not opened this assistant yet" not in see_card(alex)
    assert await list_roles(force) == {"Alex Moore": {Role.ADMIN}}


async def test_somebody_by_e_mail_counts_from_their_first_word(force: Force, boss: Person) -> None:
    alex = force.teams.person("Alex Moore")
    await give(boss, "Administrator", person_email=alex.account.email.upper())
    assert NOT_YET in see_card(boss)
    assert await list_roles(force) == {alex.account.email: {Role.ADMIN}}
    await alex.says("roles")
    assert "Alex Moore" in see_card(alex)
    assert await list_roles(force) == {"Alex Moore": {Role.ADMIN}}


async def test_somebody_here_already_is_joined_with_their_e_mail(force: Force, boss: Person) -> None:
    await force.dana.says("hello")
    await give(boss, "Administrator", person_email=force.dana.account.email)
    await force.dana.says("roles")
    assert "Dana Finch" in see_card(force.dana)
    assert await list_roles(force) == {"Dana Finch": {Role.ADMIN}}


async def test_while_teams_does_not_say_who_somebody_is_they_are_served_and_asked_about_again(
    force: Force, boss: Person
) -> None:
    alex = force.teams.person("Alex Moore")
    await give(boss, "Administrator", person_email=alex.account.email)
    alex.goes_wrong(Fault(status=500))
    await alex.says("hello")
    assert "Hello Alex Moore." in alex.sees()
    await alex.says("roles")
    assert "Alex Moore" in see_card(alex)
    assert await list_roles(force) == {"Alex Moore": {Role.ADMIN}}


async def test_somebody_else_with_another_e_mail_is_not_taken_for_them(force: Force, boss: Person) -> None:
    await give(boss, "Administrator", person_email="alex.moore@force.police.uk")
    await force.sam.says("roles")
    assert FOR_ADMINS in force.sam.sees()
    assert await list_roles(force) == {"alex.moore@force.police.uk": {Role.ADMIN}}


@pytest.mark.parametrize(
    ("filled", "sentence"),
    [
        ({}, NOBODY),
        ({"person_email": "sam"}, NOT_AN_EMAIL),
        ({"person": "29:nobody"}, NOT_KNOWN),
    ],
)
async def test_what_names_nobody_is_said_in_the_form_which_keeps_what_was_filled_in(
    boss: Person, filled: dict[str, str], sentence: str
) -> None:
    await give(boss, **filled)
    card = boss.screen.last_card
    assert sentence in card.text
    assert "sam" not in filled.values() or any(one.get("value") == "sam" for one in card.inputs())
    assert "Give the role" in card.buttons()


async def test_taking_away_asks_first_and_counts_from_the_next_press(force: Force, boss: Person) -> None:
    await force.dana.says("hello")
    await give(boss, "Administrator", person="Dana Finch")
    await force.dana.says("roles")
    await boss.says("roles")
    await boss.presses("Take away")
    assert "Take this role away from Dana Finch: Administrator?" in see_card(boss)
    await boss.presses("Keep it")
    assert "Dana Finch" in see_card(boss)
    await boss.presses("Take away")
    await boss.presses("Yes, take it away")
    assert "Dana Finch does not have this role any more" in see_card(boss)
    await force.dana.presses("Take away")
    assert FOR_ADMINS in str(force.dana.screen.flash)
    assert await list_roles(force) == {}


async def test_taken_away_by_somebody_else_meanwhile_shows_how_it_is_now(force: Force, boss: Person) -> None:
    await force.dana.says("hello")
    await give(boss, person="Dana Finch")
    await boss.presses("Take away")
    async with force.product.database.begin() as work:
        (grant,) = await work.grants.list_all()
        await work.grants.remove(grant.person.id, grant.role)
    await boss.presses("Yes, take it away")
    assert "They do not have that role any more. Here is who has which." in see_card(boss)


async def test_many_are_shown_by_the_page(force: Force, boss: Person) -> None:
    async with force.product.database.begin() as work:
        giver = await work.people.find_by_object_id(boss.account.aad_object_id)
        giver = giver or await work.people.meet(
            boss.account.aad_object_id, "", "tenant", "Priya Nair", force.clock.now()
        )
        actor = Actor(giver, frozenset({Role.ADMIN}))
        for number in range(GRANTS_A_PAGE + 1):
            picked = Picked(email=f"sample{number}@force.example")
            await give_role(work, actor, picked, Role.TRAINER, tenant_id="tenant", now=force.clock.now())
    await boss.says("roles")
    assert "Page 1 of 2" in see_card(boss)
    await boss.presses("Next page")
    assert "Page 2 of 2" in see_card(boss)


async def test_nobody_else_sees_or_changes_them(force: Force) -> None:
    await force.sam.says("roles")
    assert FOR_ADMINS in force.sam.sees()
    for verb in ("roles.list", "roles.give", "roles.take"):
        data = {"person_email": "sam@force.example", "role": "admin", "holder": 1, "sure": True}
        await force.sam.crafts(verb, data)
        assert FOR_ADMINS in str(force.sam.screen.flash)
    assert await list_roles(force) == {}


async def test_in_a_channel_they_are_not_shown(force: Force) -> None:
    await force.priya.says("roles")
    assert "Others read along here. Ask me that in a chat with me alone." in force.priya.sees()


async def test_the_command_line_lists_grants_and_revokes(
    force: Force, force_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await force.sam.says("hello")
    await force.stop()
    monkeypatch.setenv("DATABASE_URL", force_url)
    monkeypatch.setenv("LOCAL_MODE", "1")
    monkeypatch.setenv("COLUMNS", "200")
    assert "Nobody has been given a role yet." in await run("roles")
    sam = force.sam.account.aad_object_id
    assert "Sam Reed has this role now: Academy trainer or coordinator." in await run(
        "roles", "grant", "trainer", sam
    )
    assert "It counts once they open the assistant." in await run(
        "roles", "grant", "trainer", "alex.moore@force.example"
    )
    listed = await run("roles")
    for words in ("Sam Reed", "alex.moore@force.example (not met yet)", "trainer", "the command line", sam):
        assert words in listed
    assert "does not have this role any more" in await run("roles", "revoke", "trainer", sam)
    assert "does not have that role. Nothing has changed." in await run("roles", "revoke", "trainer", sam)
    assert "Choose which role: trainer, admin." in await run("roles", "grant", "chief", sam)
