"""``python -m admin clock``: in local mode time can be moved on, and the running bot goes with it."""

from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from admin.__main__ import cli
from app import choose_clock
from domain.clock import SystemClock, in_london
from domain.working_days import is_working_time
from settings import read_settings
from storage.moved_clock import MovedClock


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of this story's own, in local mode."""
    monkeypatch.chdir(tmp_path)
    for name in ("MicrosoftAppId", "HOST", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOCAL_MODE", "1")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["clock", *words])
    return done.exit_code, done.output


def test_a_running_clock_follows_as_often_as_it_is_moved(data: Path) -> None:
    running = choose_clock(read_settings())
    assert isinstance(running, MovedClock)
    assert running.ahead == timedelta()
    assert run("+14d")[0] == 0
    assert running.ahead == timedelta(days=14)
    assert run("+90m")[0] == 0
    assert running.ahead == timedelta(days=14, minutes=90)
    assert MovedClock(data).ahead == running.ahead
    assert running.now() - SystemClock().now() >= timedelta(days=14, minutes=89)


def test_it_goes_to_the_next_working_morning(data: Path) -> None:
    assert run("morning")[0] == 0
    now = MovedClock(data).now()
    assert is_working_time(now)
    assert in_london(now).hour == 9
    code, said = run()
    assert code == 0
    assert f"{in_london(now):%H:%M}" in said


@pytest.mark.parametrize("far", ["14", "+14", "+two weeks", "+99999d", "yesterday"])
def test_what_cannot_be_read_moves_nothing_and_is_explained(data: Path, far: str) -> None:
    code, said = run(far)
    assert code == 1
    assert "Say how far, such as +14d" in said
    assert MovedClock(data).ahead == timedelta()


def test_it_does_not_go_back(data: Path) -> None:
    assert run("-1d")[0] != 0
    assert MovedClock(data).ahead == timedelta()


def test_outside_local_mode_nobody_moves_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_MODE", "0")
    for name in ("MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId"):
        monkeypatch.setenv(name, "given")
    code, said = run("+14d")
    assert code == 1
    assert said.strip() == (
        "The clock can be moved in local mode alone: on a developer's machine, with LOCAL_MODE=1."
    )
    assert not data.exists()
    assert isinstance(choose_clock(read_settings()), SystemClock)
