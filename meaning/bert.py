"""BERT's forward pass over one text (Devlin et al., 2018), its weights named as Hugging Face does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

Matrix: TypeAlias = NDArray[np.float32]


class Shape(BaseModel):
    """What a model's ``config.json`` says of its build."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    model_type: Literal["bert"]
    hidden_act: Literal["gelu"]
    hidden_size: int = Field(gt=0)
    num_attention_heads: int = Field(gt=0)
    num_hidden_layers: int = Field(gt=0)
    max_position_embeddings: int = Field(gt=0)
    layer_norm_eps: float
    position_embedding_type: Literal["absolute"] = "absolute"


@dataclass(frozen=True, slots=True)
class _Linear:
    weight: Matrix
    bias: Matrix

    def __call__(self, x: Matrix) -> Matrix:
        return x @ self.weight + self.bias


@dataclass(frozen=True, slots=True)
class _Norm:
    weight: Matrix
    bias: Matrix
    epsilon: float

    def __call__(self, x: Matrix) -> Matrix:
        away = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((away * away).mean(axis=-1, keepdims=True) + np.float32(self.epsilon))
        normal: Matrix = away / spread * self.weight + self.bias
        return normal


@dataclass(frozen=True, slots=True)
class _Layer:
    query: _Linear
    key: _Linear
    value: _Linear
    attended: _Linear
    attended_norm: _Norm
    wide: _Linear
    narrow: _Linear
    narrow_norm: _Norm


class Bert:
    """The encoder: pieces of a text in, a vector for each out."""

    def __init__(self, shape: Shape, weights: Mapping[str, NDArray[np.generic]]) -> None:
        """Take the weights.

        Raises:
            KeyError: one of them is missing.
            ValueError: the hidden size cannot be shared among the heads, or is not the weights'.
        """
        if shape.hidden_size % shape.num_attention_heads:
            raise ValueError("the hidden size is no multiple of the attention heads")
        self._heads = shape.num_attention_heads
        self._weights = {name.removeprefix("bert."): value for name, value in weights.items()}
        self._epsilon = shape.layer_norm_eps
        self._words = self._take("embeddings.word_embeddings.weight")
        if self._words.shape[1] != shape.hidden_size:
            raise ValueError("its vectors are not as long as config.json says")
        # One text at a time: every piece is of the first kind.
        kind = self._take("embeddings.token_type_embeddings.weight")[0]
        self._positions = self._take("embeddings.position_embeddings.weight") + kind
        self._first_norm = self._norm("embeddings.LayerNorm")
        self._layers = [self._layer(f"encoder.layer.{number}.") for number in range(shape.num_hidden_layers)]
        self._weights = {}

    def run(self, pieces: Sequence[int]) -> Matrix:
        """Give each piece of a text its vector, from what stands around it."""
        x = self._first_norm(self._words[list(pieces)] + self._positions[: len(pieces)])
        for layer in self._layers:
            x = layer.attended_norm(x + layer.attended(self._attend(layer, x)))
            x = layer.narrow_norm(x + layer.narrow(_gelu(layer.wide(x))))
        return x

    def _attend(self, layer: _Layer, x: Matrix) -> Matrix:
        count, size = x.shape
        per_head = size // self._heads
        query, key, value = (
            part(x).reshape(count, self._heads, per_head).transpose(1, 0, 2)
            for part in (layer.query, layer.key, layer.value)
        )
        scores = query @ key.transpose(0, 2, 1) / np.float32(per_head**0.5)
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        attended: Matrix = (shares @ value).transpose(1, 0, 2).reshape(count, size)
        return attended

    def _layer(self, at: str) -> _Layer:
        return _Layer(
            self._linear(f"{at}attention.self.query"),
            self._linear(f"{at}attention.self.key"),
            self._linear(f"{at}attention.self.value"),
            self._linear(f"{at}attention.output.dense"),
            self._norm(f"{at}attention.output.LayerNorm"),
            self._linear(f"{at}intermediate.dense"),
            self._linear(f"{at}output.dense"),
            self._norm(f"{at}output.LayerNorm"),
        )

    def _linear(self, name: str) -> _Linear:
        return _Linear(np.ascontiguousarray(self._take(f"{name}.weight").T), self._take(f"{name}.bias"))

    def _norm(self, name: str) -> _Norm:
        return _Norm(self._take(f"{name}.weight"), self._take(f"{name}.bias"), self._epsilon)

    def _take(self, name: str) -> Matrix:
        return np.asarray(self._weights[name], dtype=np.float32)


def _gelu(x: Matrix) -> Matrix:
    """Give the Gaussian error linear unit; the error function by Abramowitz and Stegun 7.1.26, to 1.5e-7."""
    z = np.abs(x) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * z)
    poly = np.full_like(t, 1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        poly = poly * t + np.float32(factor)
    unit: Matrix = 0.5 * x * (1 + np.sign(x) * (1 - poly * t * np.exp(-z * z)))
    return unit
