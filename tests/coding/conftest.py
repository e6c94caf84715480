"""The one coder of a process is left as it was: tests here take its model away, to see all that is read."""

from collections.abc import Iterator

import pytest

from detente.run.pipeline import default_coder


@pytest.fixture(autouse=True)
def _coder_as_it_was() -> Iterator[None]:
    coder = default_coder()
    model = coder.model
    yield
    coder.model = model
