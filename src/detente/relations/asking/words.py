"""The words of questions, read from `codebook/asking.yaml` and checked at load."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

import msgspec
import yaml

import detente.codebook
from detente.model import CodebookError

FILE = Path(detente.codebook.__file__).with_name("asking.yaml")
Meaning = tuple[str, str]
"""What a phrase is (cue, deed, status, object, idle), and which."""


class DeedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The types (and modes) of deeds that some words mean; mutual ones have no direction, some are `towards` others.

    `together`: of these types only what several do, to nobody named.
    """

    words: tuple[str, ...]
    types: frozenset[str]
    modes: frozenset[str] = frozenset()
    mutual: bool = False
    towards: bool = False
    together: frozenset[str] = frozenset()


class AskingWords(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """All words of questions."""

    cues: dict[str, tuple[str, ...]]
    deeds: dict[str, DeedWords]
    statuses: dict[str, tuple[str, ...]]
    objects: dict[str, tuple[str, ...]]
    idle: frozenset[str]
    yes_no: frozenset[str]
    host_before: frozenset[str]
    actor_before: frozenset[str]
    asking_before: frozenset[str]
    recipient_before: frozenset[str]

    @cached_property
    def meanings(self) -> dict[str, tuple[Meaning, ...]]:
        """What each phrase can be, the most telling first."""
        found: dict[str, tuple[Meaning, ...]] = {}
        groups: list[tuple[str, dict[str, tuple[str, ...]]]] = [
            ("cue", self.cues),
            ("deed", {name: deed.words for name, deed in self.deeds.items()}),
            ("status", self.statuses),
            ("object", self.objects),
            ("idle", {"": tuple(self.idle)}),
        ]
        for kind, group in groups:
            for name, phrases in group.items():
                for phrase in phrases:
                    found[phrase] = (*found.get(phrase, ()), (kind, name))
        return found


@lru_cache(1)
def asking_words() -> AskingWords:
    """The table, loaded once a process.

    Raises: CodebookError where the file cannot be read.
    """
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return msgspec.convert(yaml.load(FILE.read_bytes(), Loader=loader), AskingWords)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE.name}: {error}") from error
