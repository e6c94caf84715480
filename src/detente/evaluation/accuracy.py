"""`make accuracy`: every score on the shared gold, against its floor."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from detente.evaluation.documents import measure_documents
from detente.evaluation.floors import breaches, corpus_note, load_floors, raised, write_floors
from detente.evaluation.further import SCORERS, is_there, measure_further
from detente.evaluation.readings import NEWS, READINGS, measure_readings
from detente.evaluation.sentences import SETS, measure_sentences
from detente.evaluation.shared import Measured, shared_folder
from detente.run.settings import Settings

DOCUMENTS = ("seeds", "news-dev", "news-train")
Measure = Callable[[], Measured]


def planned_sets(shared: Path, settings: Settings, errors: int) -> Iterator[tuple[str, Path, Measure]]:
    """Each set's name, the file it needs, and the measurement to run."""
    scorer = shared / "gold" / "score.py"
    for name in DOCUMENTS:
        path = shared / "gold" / f"{name}.jsonl"
        yield name, path, partial(measure_documents, path, scorer, settings, errors)
    if READINGS.exists():
        yield "readings", shared / NEWS, partial(measure_readings, shared / NEWS, scorer, settings, errors)
    for wanted in SETS:
        path = shared / "gold" / "sentences" / f"{wanted.name}.jsonl"
        yield wanted.name, path, partial(measure_sentences, path, wanted, settings)
    for further in SCORERS:
        if is_there(further):
            yield further.name, shared / further.path, partial(measure_further, further, shared)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, write the figures, and say with the exit status whether every floor holds."""
    parser = argparse.ArgumentParser(prog="python -m detente.evaluation.accuracy", description=__doc__)
    parser.add_argument("--only", default="", help="sets to measure, joined by commas (default: all)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print N missed and extra events")
    parser.add_argument("--out", default="build/accuracy.json", help="where the figures go")
    parser.add_argument("--quiet", action="store_true", help="print one line a set")
    parser.add_argument("--raise-floors", action="store_true", help="bring the floors up to what is reached")
    options = parser.parse_args(arguments)
    shared = shared_folder()
    if not (shared / "gold").is_dir():
        print(f"accuracy: skipped, the gold documents are not at {shared / 'gold'} (set DETENTE_SHARED)")
        return 0
    only = set(filter(None, options.only.split(",")))
    planned = list(planned_sets(shared, Settings.from_environment(), options.errors))
    if unknown := only - {name for name, *_ in planned}:
        print(
            f"accuracy: no set {', '.join(sorted(unknown))}; there are {', '.join(n for n, *_ in planned)}",
            file=sys.stderr,
        )
        return 2
    floors, failed, every = load_floors(), [], {}
    reached = floors
    for name, path, measure in planned:
        if only and name not in only:
            continue
        if not path.exists():
            print(f"== {name}: skipped, {path} is missing")
            continue
        started = time.perf_counter()
        measured = measure()
        _print(measured, time.perf_counter() - started, options.quiet)
        every[name] = {"digest": measured.digest, **measured.figures}
        failed += breaches(measured, floors)
        reached = raised(reached, measured)
        note = corpus_note(measured, floors)
        if note:
            print(f"note: {note}")
    _write(Path(options.out), every if not only else {**_measured_before(Path(options.out)), **every})
    if options.raise_floors:
        write_floors(reached)
    print(f"\nwritten to {options.out}")
    for line in failed:
        print(f"BELOW ITS FLOOR {line}", file=sys.stderr)
    return 1 if failed else 0


def _print(measured: Measured, seconds: float, quiet: bool) -> None:
    print(f"\n== {measured.name} ({seconds:.0f} s)")
    for note in measured.notes[:4] if quiet else measured.notes:
        print(f"   {note}")


def _measured_before(path: Path) -> dict[str, object]:
    """The figures of an earlier run, for the sets that this one leaves out."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except (OSError, msgspec.DecodeError):
        return {}


def _write(path: Path, figures: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=1))


if __name__ == "__main__":
    sys.exit(main())
