"""Similar problems are found as well as docs/search.md says, by words alone and with a model."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from benchmarks.similar import measure, read_labelled
from meaning.nearness import VectorsInMemory
from meaning.sentence_model import SentenceModel
from tests.databases import migrated_file, sqlite_url
from tests.models import MODEL, needs_model

__all__ = ["migrated_file", "sqlite_url"]

HERE = Path(__file__).parent
SLACK = 0.02


class _ReadsOnce:
    """Remembers what it has read: a text is kept first and asked with later."""

    def __init__(self, model: SentenceModel) -> None:
        self.mark = model.mark
        self._read = cache(lambda text: model.embed([text])[0])

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        return [self._read(text) for text in texts]


@pytest.mark.parametrize(("name", "recall"), [("problems", 0.872), ("heldout", 0.479)])
async def test_words_and_ideas_find_what_is_documented(name: str, recall: float, sqlite_url: str) -> None:
    figures = await measure(read_labelled(HERE / f"{name}.json"), sqlite_url)
    assert figures.recall >= recall - SLACK


@needs_model
@pytest.mark.parametrize(("name", "recall"), [("problems", 0.808), ("heldout", 0.693)])
async def test_with_a_model_they_find_what_is_documented(name: str, recall: float, sqlite_url: str) -> None:
    texts, model = read_labelled(HERE / f"{name}.json"), _ReadsOnce(SentenceModel.read(MODEL))
    figures = await measure(texts, sqlite_url, model, VectorsInMemory())
    assert figures.recall >= recall - SLACK


def test_the_sets_are_of_different_texts_in_groups_of_some() -> None:
    problems, heldout = (read_labelled(HERE / f"{name}.json") for name in ("problems", "heldout"))
    assert not {one.text for one in problems} & {one.text for one in heldout}
    assert all(len({one.id for one in texts}) == len(texts) >= 150 for texts in (problems, heldout))
