"""The rules of the house that no linter knows."""

import ast
from pathlib import Path

import pytest

from bot.command import Command, Typed
from bot.commands import COMMANDS
from bot.routes import ROUTES, read_verb
from cards.payloads import PAYLOADS
from domain.people import RULES

ROOT = Path(__file__).resolve().parents[1]
MIDDLE = ("bot", "cards", "delivery", "dialogs", "domain", "meaning", "services", "storage")
FILES = [file for folder in MIDDLE for file in (ROOT / folder).rglob("*.py")]
ROOTS = frozenset({"app", "settings", "admin"})


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_in_the_middle_knows_the_composition_roots(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not ROOTS & {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_sentence_hides_from_translators_in_an_f_string(file: Path) -> None:
    written = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.JoinedStr)]
    calls = [node for text in written for node in ast.walk(text) if isinstance(node, ast.Call)]
    hidden = [call for call in calls if ast.unparse(call.func) in ("_", "_n", "N_")]
    assert not [call for call in hidden if isinstance(call.args[0], ast.Constant)]


def test_every_route_takes_a_permission_that_the_table_knows() -> None:
    assert {route.permission for route in ROUTES.values()} <= RULES.keys()


def test_every_button_has_a_route_and_every_route_but_binding_a_button() -> None:
    assert ROUTES.keys() - {read_verb(payload) for payload in PAYLOADS} == {"hub.bind"}
    assert all(ROUTES[read_verb(payload)].payload is payload for payload in PAYLOADS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.title} {sorted(command.places)}")
def test_every_command_makes_a_payload_that_has_a_route(command: Command) -> None:
    payload = command.build(Typed(reference="PF-2026-0001", words="Lee", letter="C12"))
    assert type(payload) is ROUTES[payload.verb].payload
