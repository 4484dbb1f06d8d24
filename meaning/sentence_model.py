"""A sentence model read from a folder: BERT with mean pooling, as sentence-transformers exports it, in NumPy.

The forward pass is written out because it is short: the usual runtime is a hundred times our whole product.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from meaning.bert import Bert, Shape

MOST_TOKENS = 256
"""Pieces of a text that are read; what follows rarely says what it is about."""

MARK_BYTES = 8
"""A kept vector begins with the mark of the model that made it: two models' vectors cannot be compared."""

Matrix: TypeAlias = NDArray[np.float32]


class ModelError(Exception):
    """A folder holds no model that can be read here; the message is one line that says why."""


class _Pooling(BaseModel):
    """How word vectors become the text's; sentence-transformers keeps it in ``1_Pooling/config.json``."""

    model_config = ConfigDict(extra="ignore")

    pooling_mode_mean_tokens: bool = True


class SentenceModel:
    """Gives texts their vectors; a call takes tens of milliseconds a text, so it belongs in a thread."""

    def __init__(self, tokenizer: Tokenizer, bert: Bert, mark: bytes) -> None:
        self._tokenizer = tokenizer
        self._bert = bert
        self.mark = mark
        """What its vectors begin with."""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read ``config.json``, ``tokenizer.json`` and ``model.safetensors``.

        Raises:
            ModelError: one is missing or broken, or the model is of another make than BERT with mean pooling.
        """
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"there is no {missing[0]} in {folder}")
        try:
            shape = Shape.model_validate_json((folder / "config.json").read_bytes())
            _check_pooling(folder)
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            weights = load_file(folder / "model.safetensors")
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            raise ModelError(f"config.json in {folder}: {where}: {error.errors()[0]['msg']}") from error
        except (OSError, SafetensorError, json.JSONDecodeError) as error:
            raise ModelError(f"the model in {folder} cannot be read: {error}") from error
        except Exception as error:  # tokenizers raises bare Exception alone
            raise ModelError(f"tokenizer.json in {folder} cannot be read: {error}") from error
        try:
            bert = Bert(shape, weights)
        except (KeyError, ValueError) as error:
            raise ModelError(f"model.safetensors in {folder} is no BERT: {error}") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(min(MOST_TOKENS, shape.max_position_embeddings))
        return cls(tokenizer, bert, _make_mark(folder / "model.safetensors"))

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """Give each text its vector as it is kept: the model's mark, then a unit vector in half floats."""
        return [self.mark + self._read_text(text).astype("<f2").tobytes() for text in texts]

    def _read_text(self, text: str) -> Matrix:
        pieces = self._bert.run(self._tokenizer.encode(text).ids)
        mean: Matrix = pieces.mean(axis=0)
        return mean / max(float(np.linalg.norm(mean)), 1e-9)


_FILES = ("config.json", "tokenizer.json", "model.safetensors")


def _check_pooling(folder: Path) -> None:
    file = folder / "1_Pooling" / "config.json"
    if file.is_file() and not _Pooling.model_validate_json(file.read_bytes()).pooling_mode_mean_tokens:
        raise ModelError(f"the model in {folder} does not take the mean of its tokens, as ours has to")


def _make_mark(weights: Path) -> bytes:
    with weights.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()[:MARK_BYTES]
