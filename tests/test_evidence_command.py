"""``python -m admin evidence``: files go into the library and come out of it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from admin.__main__ import cli

GOOD = {"kind": "practice", "title": "Racks in sight", "summary": "Moved to where staff see them."}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of this story's own, with a migrated database."""
    monkeypatch.chdir(tmp_path)
    for name in ("MicrosoftAppId", "HOST"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOCAL_MODE", "1")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'force.db'}")
    assert CliRunner().invoke(cli, ["migrate"]).exit_code == 0
    return tmp_path


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["evidence", *map(str, words)])
    return done.exit_code, " ".join(done.output.split())


def test_a_file_comes_in_goes_out_and_comes_in_again_without_a_change(folder: Path) -> None:
    (folder / "in.json").write_text(json.dumps([GOOD]))
    assert run("import", folder / "in.json") == (0, "1 added, 0 changed, 0 there already, 0 refused.")
    for name in ("out.csv", "out.json"):
        assert run("export", folder / name)[0] == 0
        assert "Racks in sight" in (folder / name).read_text(encoding="utf-8-sig")
        assert run("import", folder / name) == (0, "0 added, 0 changed, 1 there already, 0 refused.")


def test_refused_rows_are_shown_with_line_and_reason_and_the_others_are_kept(folder: Path) -> None:
    (folder / "in.json").write_text(json.dumps([GOOD, {"kind": "rumour", "title": "[Loud]"}], indent=0))
    code, said = run("import", folder / "in.json")
    assert code == 1
    assert "1 added, 0 changed, 0 there already, 1 refused." in said
    assert "[Loud]" in said
    assert "kind: Say" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "missing.csv"), "missing.csv cannot be read"),
        (("export", "out.txt"), "Name the file so that it ends in .csv or .json."),
        (("export", "nowhere/out.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_line(folder: Path, words: tuple[str, ...], said: str) -> None:
    assert folder.is_dir()
    code, told = run(*words)
    assert code == 1
    assert said in told
    assert "Traceback" not in told
