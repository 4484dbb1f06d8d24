"""A sentence model as a force supplies it: what it says, and what is told of a folder that holds none."""

from pathlib import Path

import numpy as np
import pytest

from app import choose_extras
from meaning.sentence_model import MARK_BYTES, MOST_TOKENS, ModelError, SentenceModel
from settings import Settings, SettingsError
from tests.models import MODEL, needs_model

pytestmark = needs_model

KNOWN = ("This is an example sentence", [0.0676569, 0.0634960, 0.0487131, 0.0793050, 0.0374481, 0.0026527])
"""A sentence and the beginning of its vector, as sentence-transformers gives it for all-MiniLM-L6-v2."""


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    return SentenceModel.read(MODEL)


def embed(model: SentenceModel, text: str) -> list[float]:
    (vector,) = model.embed([text])
    assert vector[:MARK_BYTES] == model.mark
    numbers: list[float] = np.frombuffer(vector[MARK_BYTES:], dtype="<f2").astype(float).tolist()
    return numbers


def test_it_says_what_the_usual_runtime_says(model: SentenceModel) -> None:
    text, beginning = KNOWN
    vector = embed(model, text)
    assert len(vector) == 384
    assert vector[: len(beginning)] == pytest.approx(beginning, abs=2e-4)
    assert sum(number**2 for number in vector) == pytest.approx(1, abs=2e-3)


def test_the_same_thing_in_other_words_is_nearer_than_another(model: SentenceModel) -> None:
    bicycles, cycles, hedges = (
        np.array(embed(model, text))
        for text in ("Bikes stolen at the station", "Cycle theft, railway car park", "A row about a hedge")
    )
    assert bicycles @ cycles > bicycles @ hedges + 0.2


@pytest.mark.parametrize("text", ["", " ", "🚲", "\x00", "a" * 10_000, "word " * 5_000])
def test_any_text_has_a_vector_of_one_length(model: SentenceModel, text: str) -> None:
    assert sum(number**2 for number in embed(model, text)) == pytest.approx(1, abs=2e-3)


def test_what_follows_the_first_pieces_is_not_read(model: SentenceModel) -> None:
    begun = "word " * (2 * MOST_TOKENS)
    assert model.embed([begun]) == model.embed([begun + "knife"])


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("tokenizer.json", None, "there is no tokenizer.json in"),
        ("model.safetensors", None, "there is no model.safetensors in"),
        ("model.safetensors", b"nothing", "cannot be read"),
        ("tokenizer.json", b"{", "cannot be read"),
        ("config.json", b"{", "config.json in"),
        ("config.json", b'{"model_type": "mpnet"}', "model_type: Input should be 'bert'"),
        ("1_Pooling/config.json", b'{"pooling_mode_mean_tokens": false}', "does not take the mean"),
    ],
)
def test_a_folder_without_a_model_that_can_be_read_is_told_in_a_line(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    (tmp_path / "1_Pooling").mkdir()
    for file in ("config.json", "tokenizer.json", "model.safetensors", "1_Pooling/config.json"):
        if file != name:
            (tmp_path / file).symlink_to(MODEL / file)
        elif content is not None:
            (tmp_path / file).write_bytes(content)
    with pytest.raises(ModelError, match=told):
        SentenceModel.read(tmp_path)


def test_another_build_than_its_weights_is_told_in_a_line(tmp_path: Path) -> None:
    for file in ("tokenizer.json", "model.safetensors"):
        (tmp_path / file).symlink_to(MODEL / file)
    config = (MODEL / "config.json").read_text()
    taller = config.replace('"num_hidden_layers": 6', '"num_hidden_layers": 7')
    (tmp_path / "config.json").write_text(taller)
    with pytest.raises(ModelError, match="is no BERT"):
        SentenceModel.read(tmp_path)


def test_a_wrong_model_stops_the_start_with_the_settings_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MEANING_MODEL: there is no config\.json in"):
        choose_extras(Settings(local_mode=True, meaning_model=tmp_path))
