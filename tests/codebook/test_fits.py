"""Fitted models are read from their files; none before there is one, and a damaged one is named."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from detente.codebook import fits
from detente.codebook.fits import load_fit
from detente.model import CodebookError


class Weights(msgspec.Struct, frozen=True):
    weights: dict[str, float]


def test_a_fit_is_read_as_what_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fits.resources, "files", lambda package: tmp_path)
    (tmp_path / "harvest.json").write_text('{"weights": {"rain": 0.5}}')
    assert load_fit("harvest", Weights) == Weights({"rain": 0.5})
    assert load_fit("sowing", Weights) is None


def test_a_damaged_fit_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fits.resources, "files", lambda package: tmp_path)
    (tmp_path / "torn.json").write_text('{"weights": ')
    with pytest.raises(CodebookError, match=r"torn\.json"):
        load_fit("torn", Weights)
