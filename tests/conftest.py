"""What holds for every story: no clock decides a property, and the end of a run says which parts ran."""

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as meaning/ has it, for stories that import NumPy first
settings.register_profile("stories", deadline=None)  # speed is measured in benchmarks, never in a story
settings.load_profile("stories")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count what ran by the folder under ``tests`` it stands in."""
    ran = Counter(
        Path(report.nodeid.split("::")[0]).parts[1]
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call"
    )
    parts = ", ".join(f"{part} {count}" for part, count in sorted(ran.items()))
    terminalreporter.write_line(f"Parts that ran: {parts or 'none'}")
