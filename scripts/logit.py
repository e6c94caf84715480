"""A conditional logit: what speaks for an option, learnt from choices of which some options are right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

STEPS = 200
"""Of the search, at most."""


def fit_choices(x: csr_matrix, right: np.ndarray, sizes: Sequence[int], penalty: float | np.ndarray) -> np.ndarray:
    """Weights under which the right options of each choice are together likeliest (L2, L-BFGS).

    Args:
        x: a row for each option, those of a choice one after the other; a column for each kind of evidence.
        right: for each option 1.0 or 0.0; every choice needs one that is right.
        sizes: how many options each choice has.
        penalty: of the squared weights, one or one for each column.
    """
    transposed = x.T.tocsr()
    group, first = np.repeat(np.arange(len(sizes)), sizes), np.cumsum([0, *sizes[:-1]])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ w
        powers = np.exp(scores - np.maximum.reduceat(scores, first)[group])
        total = np.add.reduceat(powers, first)
        hit = np.maximum(np.add.reduceat(powers * right, first), 1e-300)
        slope = transposed @ (powers / total[group] - powers * right / hit[group]) + penalty * w
        return float((np.log(total) - np.log(hit)).sum() + 0.5 * (penalty * w * w).sum()), slope

    start = np.zeros(x.shape[1])
    weights: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return weights
