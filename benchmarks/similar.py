"""How well similar problems are found, by the product's own code: recall@3 and mean reciprocal rank.

``python -m benchmarks.similar FILE [--model FOLDER] [--crowd N]``: a JSON list of
``{"id", "group", "text"}``. Each text with a group is asked for; right answers are the rest of its group, and
everything else is the crowd. With a sentence model it is measured a second time, by meaning too. ``--crowd``
adds so many texts that nobody asks for, put together of those without a group.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from domain.meaning import Understood, understanding
from domain.ports import Meaning, Nearness
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


async def measure(
    texts: Sequence[Labelled], url: str, meaning: Meaning | None = None, nearness: Nearness | None = None
) -> Figures:
    """Put all texts on a shelf of a fresh database and ask for each that has fellows."""
    database = Database(url, nearness=nearness)
    await database.migrate()
    async with database.begin() as work:
        for number, one in enumerate(texts):
            await work.search.put(Shelf.SUBMISSIONS, number, find_terms(one.text).every)
    if meaning is not None:
        await _understand(database, meaning, texts)
    recalls, ranks, spent = [], [], 0.0
    for number, one in enumerate(texts):
        right = _list_fellows(texts, number)
        if not right:
            continue
        started = perf_counter()
        found = await _ask(database, meaning, one.text)
        spent += perf_counter() - started
        order = [subject_id for subject_id in found if subject_id != number]
        recalls.append(len(right.intersection(order[:_SHOWN])) / min(len(right), _SHOWN))
        first = next((place for place, each in enumerate(order, 1) if each in right), None)
        ranks.append(1 / first if first else 0.0)
    await database.close()
    asked = len(recalls)
    return Figures(asked, sum(recalls) / asked, sum(ranks) / asked, spent * 1000 / asked)


async def _ask(database: Database, meaning: Meaning | None, text: str) -> list[int]:
    """Ask as a turn does: what the text means is found out first."""
    understood: Understood = {text: meaning.embed([text])[0] if meaning is not None else None}
    with understanding(understood):
        async with database.read() as work:
            found = await find_similar(work, Shelf.SUBMISSIONS, text, _RANKS)
    return [each.subject_id for each in found]


async def _understand(database: Database, meaning: Meaning, texts: Sequence[Labelled]) -> None:
    async with database.begin() as work:
        unread = await work.vectors.list_unread(len(texts))
        vectors = meaning.embed([texts[number].text for _, _, number in unread])
        await work.vectors.keep({entry: made for (entry, _, _), made in zip(unread, vectors, strict=True)})
    async with database.read() as work:
        if work.nearness is not None:
            work.nearness.take(await work.vectors.list_after(0, len(texts)))


def _list_fellows(texts: Sequence[Labelled], number: int) -> set[int]:
    group = texts[number].group
    if group is None:
        return set()
    return {other for other, fellow in enumerate(texts) if other != number and fellow.group == group}


def add_crowd(texts: Sequence[Labelled], many: int) -> list[Labelled]:
    """Add so many texts that nobody asks for, each of the thirds of three that have no group.

    Raises:
        ValueError: there are fewer than three without a group.
    """
    loose = [text.text.split() for text in texts if text.group is None]
    if many and len(loose) < _PARTS:
        raise ValueError("a crowd is put together of texts without a group, and there are fewer than three")
    random = Random(1)  # noqa: S311 (the same crowd each time)
    crowd = []
    for number in range(many):
        parts = [
            words[len(words) * part // _PARTS : len(words) * (part + 1) // _PARTS]
            for part, words in enumerate(random.sample(loose, _PARTS))
        ]
        crowd.append(Labelled(id=f"crowd {number}", text=" ".join(word for part in parts for word in part)))
    return [*texts, *crowd]


_PARTS = 3


def run(
    file: Annotated[Path, typer.Argument(help="A JSON list of id, group (or null) and text.")],
    model: Annotated[Path | None, typer.Option(help="A folder with a sentence model.")] = None,
    crowd: Annotated[int, typer.Option(help="So many texts more that nobody asks for.", min=0)] = 0,
) -> None:
    """Measure a labelled set and print its figures."""
    try:
        texts = add_crowd(read_labelled(file), crowd)
    except (OSError, ValueError) as error:
        raise typer.BadParameter(str(error)) from error
    with tempfile.TemporaryDirectory(prefix="similar-") as folder:
        _print("words and ideas", texts, asyncio.run(measure(texts, f"sqlite:///{folder}/words.db")))
        if model is not None:
            from meaning.nearness import VectorsInMemory  # noqa: PLC0415 (its packages are an extra)
            from meaning.sentence_model import SentenceModel  # noqa: PLC0415 (the same)

            url, read = f"sqlite:///{folder}/meaning.db", SentenceModel.read(model)
            figures = asyncio.run(measure(texts, url, read, VectorsInMemory()))
            _print("words, ideas and meaning", texts, figures)


def _print(method: str, texts: Sequence[Labelled], figures: Figures) -> None:
    print(f"{len(texts)} texts, {figures.questions} questions, {method}")
    print(
        f"recall@{_SHOWN} {figures.recall:.3f}   MRR {figures.reciprocal_rank:.3f}   "
        f"{figures.milliseconds:.1f} ms a question"
    )


if __name__ == "__main__":
    typer.run(run)
