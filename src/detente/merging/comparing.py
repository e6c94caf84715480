"""Whether two pieces of evidence tell of one deed: a logistic model over what agrees and what does not.

`codebook/merging.json` holds the weights; `scripts/train_merging.py` fits them on passages judged by reading
(`evaluation/merge_deeds.csv`).
"""

from __future__ import annotations

import functools
import math
from importlib import resources

import msgspec

from detente.merging.features import UNDATED, features_of
from detente.model import RECORD, CodebookError, Evidence

FILE = "merging.json"
COPIED = 1.0
"""Score of the same words in two copies of one story."""
SUREST = 0.9999
"""The most that the model says."""


class Model(msgspec.Struct, frozen=True):
    """Weights of the features (log-odds), and the probability from which two pieces are held to be one deed.

    `undated` are those for pairs that are not both dated.
    """

    weights: dict[str, float]
    undated: dict[str, float]
    threshold: float

    def judge(self, features: dict[str, float]) -> float:
        """Probability that a pair with these features is one deed."""
        weights = self.undated if UNDATED in features else self.weights
        return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


@functools.cache
def load_model() -> Model:
    """The fitted model.

    Raises: CodebookError where its file is missing or damaged.
    """
    try:
        return msgspec.json.decode((resources.files("detente.codebook") / FILE).read_bytes(), type=Model)
    except (OSError, msgspec.DecodeError) as error:
        raise CodebookError(f"{FILE}: {error}") from error


def same_deed(one: Evidence, other: Evidence) -> float:
    """How likely two pieces from two reports tell of one deed, in [0, 1]; symmetric; 0 for pieces of one report."""
    return 0.0 if one.report == other.report else alike_deeds(one, other)


def alike_deeds(one: Evidence, other: Evidence) -> float:
    """The same, whatever report they are from: within one, whether the two could be one deed told twice."""
    if one.event.type != other.event.type or (one.teller == other.teller and one.teller.startswith(RECORD)):
        return 0.0
    if one.story and one.story == other.story and one.words == other.words:
        return COPIED
    features = features_of(one, other)
    return 0.0 if features is None else min(round(load_model().judge(features), 4), SUREST)


def linked(score: float) -> bool:
    """Whether a score is high enough to link two pieces."""
    return score >= load_model().threshold
