"""No key stands twice in a table: the second would silently take the first one's place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import detente.codebook

ROOM = Path(detente.codebook.__file__).parent


def twice(node: yaml.Node) -> Iterator[str]:
    """The keys that stand twice in a mapping, with their line."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (f"{key}, line {node.start_mark.line + 1}" for key in {k for k in keys if keys.count(k) > 1})
        for _, value in node.value:
            yield from twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from twice(item)


def test_a_key_that_stands_twice_is_found() -> None:
    assert list(twice(yaml.compose("a: {b: 1, b: 2}"))) == ["b, line 1"]


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_key_stands_twice(path: Path) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert not list(twice(yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)))
