"""What is set from outside: what holds without it, and one clear line where it is wrong."""

import pytest

from settings import Settings, SettingsError, read_settings

LOCAL = {"LOCAL_MODE": "1", "HOST": "127.0.0.1", "PORT": "3978"}
TENANT = {"MicrosoftAppId": "app", "MicrosoftAppPassword": "password", "MicrosoftAppTenantId": "tenant"}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No environment and no .env file but the story's own."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    for name in (*LOCAL, *TENANT, "PUBLIC_URL", "METRICS_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def read(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_on_a_developers_machine_links_lead_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, **LOCAL).address == "http://127.0.0.1:3978"
    assert read(monkeypatch, HOST="::1").address == "http://[::1]:3978"


def test_in_a_tenant_links_lead_where_it_is_told_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, **TENANT).address == ""
    told = read(monkeypatch, PUBLIC_URL="https://prevention.example/bot/")
    assert told.address == "https://prevention.example/bot"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "SIGNPOST_STANDARDS_LINK",
            "force.example",
            "SIGNPOST_STANDARDS_LINK: write it as https://name/page",
        ),
        ("PUBLIC_URL", "prevention.example", "PUBLIC_URL: write it as https://name, as a browser would"),
        ("PUBLIC_URL", "ftp://prevention.example", "PUBLIC_URL: write it as https://name"),
        ("PUBLIC_URL", "https://prevention.example/?a=1", "PUBLIC_URL: write it as https://name"),
        ("PUBLIC_URL", "http://prevention.example", "it has to begin with https://"),
        ("MEANING_MODEL", "/nowhere/at/all", "MEANING_MODEL: there is no such folder; leave it empty"),
        ("METRICS_TOKEN", "hunter2", "METRICS_TOKEN: use at least 16 characters, by chance"),
    ],
)
def test_a_wrong_one_is_one_clear_line_that_holds_no_secret(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    with pytest.raises(SettingsError) as wrong:
        read(monkeypatch, **TENANT, **{name: value})
    assert sentence in str(wrong.value)
    assert "hunter2" not in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_a_token_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, **TENANT, METRICS_TOKEN="a-token-nobody-guesses")
    assert "nobody-guesses" not in repr(settings)


def test_a_force_names_the_places_that_people_are_pointed_to(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = read(monkeypatch, **LOCAL).directions
    assert (plain.emergency, plain.wellbeing_link) == ("999", "")
    assert "116 123" in plain.crisis_line
    told = read(
        monkeypatch,
        SIGNPOST_CONTROL_ROOM="Force control room, extension 1234",
        SIGNPOST_WELLBEING_LINK="https://force.example/care",
    ).directions
    assert told.control_room == "Force control room, extension 1234"
    assert told.wellbeing_link == "https://force.example/care"
