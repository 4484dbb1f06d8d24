"""Which language is spoken, and what is said where a sentence is not translated."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from domain.dates import say_day, say_moment, say_span
from domain.language import ENGLISH, N_, Language, Languages, _, _n, speaking, spoken
from locales.reading import fits, list_catalogues, read_catalogue, read_languages

NOON = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
WELSH = read_languages().choose("cy")


class Louder:
    """A language that says everything louder."""

    def gettext(self, message: str, /) -> str:
        return message.upper()

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        return (one if count == 1 else many).upper()


def test_english_is_said_as_it_is_written() -> None:
    assert (_("Back"), N_("Back"), _n("a day", "days", 2), spoken()) == ("Back", "Back", "days", ENGLISH)


def test_a_language_is_spoken_until_the_end_of_its_block() -> None:
    with speaking(Language("x", Louder())):
        assert (_("Back"), N_("Back"), _n("a day", "days", 1)) == ("BACK", "Back", "A DAY")
        with speaking(ENGLISH):
            assert _("Back") == "Back"
        assert _("") == ""
    assert _("Back") == "Back"


@pytest.mark.parametrize("locale", ["cy", "cy-GB", "CY_gb"])
def test_a_welsh_client_is_spoken_to_in_welsh(locale: str) -> None:
    assert read_languages().choose(locale).tag == "cy"


@pytest.mark.parametrize("locale", ["", "en", "en-US", "xx-YY", "c" * 200, "-", "\x00"])
def test_a_stray_locale_is_spoken_to_in_english(locale: str) -> None:
    assert read_languages().choose(locale) is ENGLISH


def test_a_force_may_speak_another_language_by_default() -> None:
    languages = Languages([WELSH], default="cy-GB")
    assert (languages.choose("xx"), languages.choose("en-GB")) == (WELSH, ENGLISH)
    with pytest.raises(ValueError, match="no catalogue for 'xx'"):
        read_languages("xx")


def test_welsh_has_its_words_and_dates_and_says_the_rest_in_english() -> None:
    with speaking(WELSH):
        assert (_("Back"), _("Cancel"), _("No such sentence.")) == ("Yn ôl", "Canslo", "No such sentence.")
        assert say_day(NOON) == "Dydd Iau 3 Rhagfyr"
        assert say_moment(NOON, NOON.replace(day=24)) == "Iau 3 Rhag am 12:00"
        assert say_span(NOON, NOON.replace(day=5)) == "2 ddiwrnod"


@pytest.mark.parametrize("said", ["{name} {count}", "{name", "{}"])
def test_a_translation_that_asks_for_more_than_there_is_is_not_used(said: str) -> None:
    assert not fits(Message("Sent to {name}.", said))
    assert not fits(Message(("{count} day", "{count} days"), ("{count}", said)))


def test_a_translation_may_leave_a_number_out() -> None:
    assert fits(Message(("{count} day", "{count} days"), ("un", "{count}")))


def test_every_translation_we_ship_is_used() -> None:
    for file in list_catalogues():
        assert [message.id for message in read_catalogue(file) if message.id and not fits(message)] == []


def test_a_translation_that_is_in_doubt_is_not_said(tmp_path: Path) -> None:
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    said = 'msgid "{one}"\nmsgstr "{two}"\n'
    words = (
        "#, fuzzy\n" + said.format(one="Back", two="Cefn") + "\n" + said.format(one="Hi {name}.", two="{x}")
    )
    (folder / "prevention.po").write_text('msgid ""\nmsgstr "Language: cy\\n"\n\n' + words, encoding="utf-8")
    with speaking(read_languages(folder=tmp_path).choose("cy")):
        assert (_("Back"), _("Hi {name}.")) == ("Back", "Hi {name}.")


def test_a_catalogue_that_is_no_catalogue_says_which_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "prevention.po").write_text('msgid "Back"\nYn ôl\n', encoding="utf-8")
    with pytest.raises(ValueError, match="the catalogue of cy cannot be read"):
        read_languages(folder=tmp_path)
    (folder / "prevention.po").write_text("", encoding="utf-8")
    with speaking(read_languages(folder=tmp_path).choose("cy")):
        assert _("Back") == "Back"
