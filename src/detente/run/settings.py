"""What a run can be told, from options and the environment."""

from __future__ import annotations

import os

import msgspec

from detente.parsing import DEFAULT_MODEL


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of a run.

    model: name of an installed spaCy pipeline (environment DETENTE_MODEL).
    store: path or URL of the register (environment DETENTE_STORE).
    actors: file with the user's own actors, or None.
    """

    model: str = DEFAULT_MODEL
    store: str = "detente.db"
    actors: str | None = None

    @classmethod
    def from_environment(cls, **given: str | None) -> Settings:
        """Settings given by name win over the environment, that over the defaults."""
        found = {"model": os.environ.get("DETENTE_MODEL"), "store": os.environ.get("DETENTE_STORE"), **_set(given)}
        return cls(**_set(found))


def _set(values: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}
