"""The words of claims, read from `codebook/claims.yaml` and checked at load."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec
import yaml

from detente.model import CodebookError, Token


class ClaimWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is ranked (`about`), by what, and what only looks like a ranking."""

    about: dict[str, frozenset[str]]
    about_verbs: dict[str, frozenset[str]]
    first: frozenset[str]
    good: frozenset[str]
    bad: frozenset[str]
    falls: frozenset[str]
    crises: frozenset[str]
    grave: frozenset[str]
    visits: frozenset[str]
    deeds: frozenset[str]
    doers: frozenset[str]
    doings: frozenset[str]
    not_doings: frozenset[str]
    history: frozenset[str]
    history_phrases: frozenset[str]
    ties: frozenset[str]
    high: frozenset[str]
    long: frozenset[str]
    low: frozenset[str]
    low_nouns: frozenset[str]
    strained: frozenset[str]
    most: frozenset[str]
    spells: frozenset[str]
    elsewhere: frozenset[str]
    states_of_affairs: frozenset[str]
    measures: frozenset[str]
    not_first: frozenset[str]
    not_last: frozenset[str]
    not_to: frozenset[str]
    not_long: frozenset[str]
    world: frozenset[str]
    levels: dict[str, tuple[str, ...]]

    def kind_of(self, token: Token) -> str | None:
        """What a noun or verb makes a claim about: visit, call, talks, contact, relations; None: nothing of these."""
        kinds = self.about_verbs if token.pos in ("VERB", "AUX") else self.about
        return next((kind for kind, lemmas in kinds.items() if token.lemma in lemmas or token.lower in lemmas), None)


@functools.cache
def claim_words() -> ClaimWords:
    """The table, loaded once a process.

    Raises: CodebookError where the file is missing or not of the expected shape.

    >>> "summit" in claim_words().about["contact"]
    True
    """
    try:
        raw = resources.files("detente.codebook").joinpath("claims.yaml").read_text("utf-8")
        return msgspec.convert(yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), ClaimWords)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"claims.yaml cannot be read: {error}") from error
