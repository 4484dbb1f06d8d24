"""An idea: one thing that people say in many words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Idea:
    """What it is called, and the words and phrases that name it."""

    name: str
    phrases: tuple[str, ...]


def idea(name: str, words: str) -> Idea:
    """Write an idea with its words and phrases separated by commas; its own name is one of them."""
    return Idea(name, (name, *words.split(", ")))
