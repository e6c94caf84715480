"""The state model of a dyad as data: levels, channels, acts, matters of dispute, phases (`relations.yaml`)."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import Literal

import msgspec
import yaml

from detente.codebook.levels import load_levels
from detente.codebook.load import load_codebook
from detente.codebook.ontology import load_ontology
from detente.model import CodebookError, Status

FILE = "relations.yaml"
Does = Literal["open", "suspend", "sever", "resume"]
TOLD, NAMED = "told", "named"
"""The channel of an act that the words of the deed tell, the diplomatic one or none where they tell none."""


class LevelRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A level of contact as pages name it, and the codes of `data/levels.yaml` that it takes together."""

    name: str
    codes: tuple[str, ...]


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a kind of deed does to relations; `relations.yaml` says what each field means."""

    id: str
    types: tuple[str, ...]
    modes: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ("occurred", "ongoing")
    channel: str | None = None
    does: Does | None = None
    measure: str | None = None
    lifts: tuple[str, ...] = ()
    push: str


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a dispute is about, by words and contexts."""

    name: str
    words: tuple[str, ...]
    contexts: tuple[str, ...] = ()


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From some phases to another, on a push; `channel`: of this one only; `quiet`: days since a blow or step; `calm`:

    days after it in which no blow falls.
    """

    push: str
    from_: tuple[str, ...] = msgspec.field(name="from")
    to: str
    channel: str | None = None
    quiet: int = 0
    calm: int = 0


class StateModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole model; `load_state_model` makes it."""

    levels: tuple[LevelRow, ...]
    gathering: int
    speaks_for: tuple[str, ...]
    channels: dict[str, tuple[str, ...]]
    acts: tuple[Act, ...]
    incidents: tuple[str, ...]
    exchange: tuple[str, ...]
    settles: tuple[str, ...]
    open_for: int
    matters: tuple[Matter, ...]
    phases: dict[str, str]
    least_confidence: float
    lasting: tuple[str, ...]
    rough: int
    silence: int
    remembered: tuple[str, ...]
    memory: int
    good: tuple[str, ...]
    bad: tuple[str, ...]
    steps: tuple[Step, ...]

    def rank(self, code: str | None) -> int | None:
        """Which row of `levels` a level of contact is in, 0 the highest; None where none is known.

        >>> model = load_state_model()
        >>> model.levels[model.rank("head_of_government")].name
        'heads'
        """
        return next((n for n, level in enumerate(self.levels) if code in level.codes), None)


@functools.cache
def load_state_model() -> StateModel:
    """Read and check `relations.yaml`, once a process.

    Raises: CodebookError, naming the entry, where it does not hang together.
    """
    try:
        raw = yaml.safe_load((resources.files("detente.codebook") / FILE).read_text(encoding="utf-8"))
        model = msgspec.convert(raw, StateModel)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE}: {str(error).splitlines()[0]}") from error
    _check(model)
    return model


@functools.cache
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches where any of these begins a word, or is a whole one where it ends in $; nothing where there is none.

    >>> [bool(word_pattern(("relation", "war$")).search(words)) for words in ("Relations", "at war.", "warned")]
    [True, True, False]
    """
    parts = [re.escape(word.removesuffix("$")) + (r"\b" if word.endswith("$") else "") for word in words]
    return re.compile(r"\b(?:" + "|".join(parts) + ")" if parts else r"(?!)", re.IGNORECASE)


def _check(model: StateModel) -> None:
    ontology, book = load_ontology(), load_codebook()
    unnamed = {level.code for level in load_levels()} ^ {code for level in model.levels for code in level.codes}
    if unnamed:
        raise CodebookError(f"{FILE}, levels: {', '.join(sorted(unnamed))} stand in one table of levels only")
    for name in model.speaks_for:
        if book.organisation(name) is None:
            raise CodebookError(f"{FILE}, speaks_for: unknown organisation {name!r}")
    levels = {level.name for level in model.levels}
    for act in model.acts:
        _check_act(act, model, levels)
        for type_ in act.types:
            ontology.check(type_)
            if not set(act.modes) <= {"", *ontology.types[type_].modes} and len(act.types) == 1:
                raise CodebookError(f"{FILE}, act {act.id}: no such mode of {type_} among {', '.join(act.modes)}")
    pushes = {act.push for act in model.acts}
    for step in model.steps:
        unknown = {step.to, *step.from_} - set(model.phases)
        if unknown or step.push not in pushes or step.channel not in (None, *model.channels):
            raise CodebookError(f"{FILE}, step on {step.push} to {step.to}: unknown phase, push or channel")


def _check_act(act: Act, model: StateModel, levels: set[str]) -> None:
    if act.channel not in (None, TOLD, NAMED, *model.channels):
        raise CodebookError(f"{FILE}, act {act.id}: unknown channel {act.channel!r}")
    if not set(act.levels) <= levels:
        raise CodebookError(f"{FILE}, act {act.id}: unknown level among {', '.join(act.levels)}")
    measures = {other.measure for other in model.acts}
    if not set(act.lifts) <= measures:
        raise CodebookError(f"{FILE}, act {act.id}: lifts what no act puts up: {', '.join(act.lifts)}")
