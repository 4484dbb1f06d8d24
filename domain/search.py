"""Searching: where things stand to be found, and what is found."""

from dataclasses import dataclass
from enum import StrEnum


class Shelf(StrEnum):
    """What is searched together; who may look on which shelf is asked by whoever looks."""

    SUBMISSIONS = "submissions"
    """For similar problems: what officers have sent, in whatever stage. Nothing restricted stands here."""
    LIBRARY = "library"
    """What everybody may find: published evidence and shared lessons."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found: how well it fits (only to be compared), and by which words and ideas."""

    subject_id: int
    score: float
    matched: tuple[str, ...] = ()
