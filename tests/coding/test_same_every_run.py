"""The same report gives the same events in every run: nothing hangs on the order in which a set is walked."""

import os
import subprocess
import sys

REPORT = (
    "Norway and Chile share an ocean. Negotiations with Chile resumed on Monday. "
    "Norwegian inspectors seized a Chilean ship that carried migrants and drugs."
)
CODE = f"""
import json, msgspec
from coding_builders import read_all
print(json.dumps([msgspec.to_builtins(e) for e in read_all({REPORT!r})]))
"""


def test_the_seed_of_the_hash_changes_nothing() -> None:
    coded = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join((*sys.path, "tests/coding"))},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(coded) == 1
    assert '"dyad"' in coded.pop()
