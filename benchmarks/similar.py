"""How well similar problems are found, by the product's own code: recall@3 and mean reciprocal rank.

``python -m benchmarks.similar FILE``: a JSON list of ``{"id", "group", "text"}``. Each text with a group is
asked for; right answers are the rest of its group, and everything else is the crowd.
"""

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from domain.search import Shelf
from domain.terms import find_terms
from services.search import find_similar
from storage.database import Database

_RANKS = 100
"""Places that are looked at for the reciprocal rank; a right answer further down counts as not found."""

_SHOWN = 3


class Labelled(BaseModel):
    """One text of a labelled set."""

    model_config = ConfigDict(extra="ignore")

    id: str | int
    group: str | int | None = None
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out: shares from 0 to 1 over all questions, and milliseconds a question."""

    questions: int
    recall: float
    reciprocal_rank: float
    milliseconds: float


def read_labelled(path: Path) -> list[Labelled]:
    """Read a labelled set.

    Raises:
        ValueError: the file is not such a list, or no group in it has two texts.
    """
    try:
        texts = TypeAdapter(list[Labelled]).validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError(f"{path} is not a list of id, group and text: {error.errors()[0]['msg']}") from error
    groups = [text.group for text in texts if text.group is not None]
    if len(groups) == len(set(groups)):
        raise ValueError(f"{path} has no group of two texts, so nothing can be asked")
    return texts


async def measure(texts: list[Labelled], url: str) -> Figures:
    """Put all texts on a shelf of a fresh database and ask for each that has fellows."""
    database = Database(url)
    await database.migrate()
    async with database.begin() as work:
        for number, one in enumerate(texts):
            await work.search.put(Shelf.SUBMISSIONS, number, find_terms(one.text).every)
    recalls, ranks, started = [], [], perf_counter()
    for number, one in enumerate(texts):
        right = {
            other
            for other, fellow in enumerate(texts)
            if other != number and one.group is not None and fellow.group == one.group
        }
        if not right:
            continue
        async with database.read() as work:
            found = await find_similar(work, Shelf.SUBMISSIONS, one.text, _RANKS)
        order = [each.subject_id for each in found if each.subject_id != number]
        recalls.append(len(right.intersection(order[:_SHOWN])) / min(len(right), _SHOWN))
        first = next((place for place, each in enumerate(order, 1) if each in right), None)
        ranks.append(1 / first if first else 0.0)
    spent = perf_counter() - started
    await database.close()
    asked = len(recalls)
    return Figures(asked, sum(recalls) / asked, sum(ranks) / asked, spent * 1000 / asked)


def main() -> None:
    """Measure the set that is named and print its figures."""
    if len(sys.argv) != 2:  # noqa: PLR2004 (the program and the file)
        raise SystemExit("Say which labelled set: python -m benchmarks.similar tests/similar/problems.json")
    try:
        texts = read_labelled(Path(sys.argv[1]))
    except (OSError, ValueError) as error:
        raise SystemExit(str(error)) from error
    with tempfile.TemporaryDirectory(prefix="similar-") as folder:
        figures = asyncio.run(measure(texts, f"sqlite:///{folder}/similar.db"))
    print(f"{len(texts)} texts, {figures.questions} questions, words and ideas")
    print(
        f"recall@{_SHOWN} {figures.recall:.3f}   MRR {figures.reciprocal_rank:.3f}   "
        f"{figures.milliseconds:.1f} ms a question"
    )


if __name__ == "__main__":
    main()
