"""Which coder read a report: its name, and a digest of all that its reading hangs on."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import detente
from detente.coding.coder import VERSION
from detente.model import InputError
from detente.run.settings import Settings

ROOMS = ("model", "codebook", "reading", "parsing", "resolving", "dating", "placing", "coding")
"""What is read before and by the coder; whatever changes in them, program or data, makes another version."""
IDLE = frozenset({".md", ".pyc"})
FAMILY = VERSION.partition("-")[0]


def coder_version(settings: Settings) -> str:
    """The version of detente's own coder with these settings: "frames-1.5e0c2a94b7d1".

    The digest is of the sources of the rooms, the codebook, the model's name and version, and the user's actors. It is
    made when a coder is first asked for (some 15 ms, where loading the model takes a second), never at start-up.

    Raises: InputError where the file of actors cannot be read.
    """
    digest = hashlib.blake2b(_sources(), digest_size=6)
    digest.update(f"{settings.model} {_model_version(settings.model)}".encode())
    if settings.actors:
        digest.update(_actors(settings.actors))
    return f"{VERSION}.{digest.hexdigest()}"


def is_own(coder: str) -> bool:
    """Whether a version is one of detente's own coder, of whatever day."""
    return coder.partition("-")[0] == FAMILY


def _actors(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot read actors from {path}: {error.strerror or error}") from error


@functools.cache
def _sources() -> bytes:
    digest, root = hashlib.blake2b(digest_size=16), Path(detente.__file__).parent
    for path in sorted(_files(root)):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    return digest.digest()


def _files(root: Path) -> Iterator[Path]:
    yield root / "run" / "pipeline.py"
    for room in ROOMS:
        yield from (path for path in (root / room).rglob("*") if path.suffix not in IDLE and path.is_file())


@functools.cache
def _model_version(model: str) -> str:
    try:
        return metadata.version(model)
    except (metadata.PackageNotFoundError, ValueError):
        return ""
