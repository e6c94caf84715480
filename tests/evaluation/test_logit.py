"""The conditional logit of the fits learns what speaks for right options, and no more than the penalty lets it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from scipy.sparse import csr_matrix

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "logit.py"


@pytest.fixture(scope="module")
def logit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("logit", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_weights_are_those_of_the_best_likelihood(logit: ModuleType) -> None:
    # Twelve choices between two options, the first right in nine: unpenalised, its log-odds are log 3.
    rows = csr_matrix(np.array([[1.0, 0.0], [0.0, 1.0]] * 12))
    right = np.array([1.0, 0.0] * 9 + [0.0, 1.0] * 3)
    first, second = logit.fit_choices(rows, right, [2] * 12, 1e-6)
    assert first - second == pytest.approx(np.log(3), abs=1e-3)
    held, _ = logit.fit_choices(rows, right, [2] * 12, np.array([100.0, 1e-6]))
    assert abs(held) < 0.05


def test_what_several_right_options_share_is_learnt_for_all(logit: ModuleType) -> None:
    rows = csr_matrix(np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]] * 6))
    shared, wrong = logit.fit_choices(rows, np.array([1.0, 1.0, 0.0] * 6), [3] * 6, 1.0)
    assert shared > 0 > wrong
