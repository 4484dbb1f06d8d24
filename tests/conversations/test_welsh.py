"""A Welsh speaker's Teams is set to Welsh: their own chat speaks it as far as it is translated."""

import pytest

from app import choose_languages
from settings import Settings, SettingsError
from tests.conversations.force import QUICK_ANSWERS, Force, run_force
from tests.conversations.hub_desk import see_head
from tests.conversations.officer_chat import see_bottom, walk_to
from tests.fake_teams import Person


@pytest.fixture
def sam(force: Force) -> Person:
    """Sam, whose Teams is set to Welsh."""
    force.sam.account.locale = "cy-GB"
    return force.sam


async def test_buttons_and_counts_are_welsh_and_what_is_not_translated_is_english(sam: Person) -> None:
    await walk_to(sam, "place")
    assert "4 o 7" in see_bottom(sam)
    assert {"Nesaf", "Yn ôl", "Canslo", "Save for later"} <= set(sam.screen.last_card.buttons())
    await sam.presses("Yn ôl")
    assert "3 o 7" in see_bottom(sam)


@pytest.mark.parametrize("word", ["back", "yn ôl", "Yn Ôl."])
async def test_english_words_and_the_words_on_the_buttons_can_be_typed(sam: Person, word: str) -> None:
    await walk_to(sam, "place")
    await sam.says(word)
    assert "3 o 7" in see_bottom(sam)


async def test_dates_are_welsh_in_what_comes_later_too_and_the_hubs_card_is_english(
    force: Force, sam: Person
) -> None:
    await force.bind_hub()
    await sam.says("submit")
    for answer in QUICK_ANSWERS:
        await sam.says(answer)
    await sam.presses("Send to the Hub")
    assert "You sent it heddiw am 09:00" in see_bottom(sam)
    priya = await force.find_thread(force.priya, "PF-2026-0001")
    head = see_head(priya).text
    assert ("today at 09:00" in head, "heddiw" in head) == (True, False)

    force.passes(days=3)
    await priya.says("take")
    await sam.until(lambda: "Priya Nair has it, since heddiw am 09:00" in see_bottom(sam))
    assert "Today at 09:00  Priya Nair took it on." in see_head(priya).text
    assert "heddiw" not in priya.sees()


async def test_where_teams_stops_saying_it_the_language_is_kept(sam: Person) -> None:
    await sam.says("help")
    sam.account.locale = ""
    await sam.says("submit")
    await sam.says("problem")
    assert "Yn ôl" in sam.screen.last_card.buttons()


@pytest.mark.parametrize("stray", ["xx-YY", "c" * 200, "", "en-US", "\N{SNOWMAN}", "-"])
async def test_a_stray_locale_is_answered_in_english(force: Force, stray: str) -> None:
    force.sam.account.locale = stray
    await walk_to(force.sam, "place")
    assert "4 of 7" in see_bottom(force.sam)
    assert "Back" in force.sam.screen.last_card.buttons()


async def test_each_is_spoken_to_in_their_own_language_at_once(force: Force, sam: Person) -> None:
    await walk_to(sam, "problem")
    await walk_to(force.dana, "problem")
    await sam.says("Bicycles are taken from the racks")
    assert ("3 o 7" in see_bottom(sam), "2 of 7" in see_bottom(force.dana)) == (True, True)


async def test_a_force_that_speaks_welsh_has_the_hubs_card_in_welsh(force_url: str) -> None:
    languages = choose_languages(Settings.model_construct(default_language="cy"))
    async with run_force(force_url, languages=languages) as force:
        await force.bind_hub()
        await force.submit(force.sam)
        priya = await force.find_thread(force.priya, "PF-2026-0001")
        assert "heddiw am 09:00" in see_head(priya).text
        assert "today at 09:00" in see_bottom(force.sam)


def test_a_language_without_a_catalogue_stops_the_start() -> None:
    with pytest.raises(SettingsError, match="DEFAULT_LANGUAGE or locales/: there is no catalogue for 'xx'"):
        choose_languages(Settings.model_construct(default_language="xx"))
