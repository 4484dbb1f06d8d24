"""Says at the end of a run which parts of the stories ran."""

from collections import Counter
from pathlib import Path

import pytest


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
