"""`make bench`: what the path of a report costs, beside the bare parse, in one run."""

from __future__ import annotations

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from detente.codebook import load_codebook
from detente.evaluation.shared import shared_folder
from detente.evaluation.store_bench import bench_store
from detente.model import Coded, DetenteError, Report
from detente.parsing import DEFAULT_MODEL, load_model
from detente.reading import read_paths
from detente.reading.records import make_report
from detente.register import open_register
from detente.resolving.lexicon import lexicon_of
from detente.resolving.scan import scan_text
from detente.run.pipeline import code_reports
from detente.run.samples import sample_reports
from detente.run.settings import Settings

BARE = ("tok2vec", "tagger", "parser")
"""The pipes of the parse that the whole path is held against."""
PATH, ENOUGH = "whole path / bare parse, CPU", 20_000
"""What the path costs, and from how many tokens on it is held against its bound: the bundled samples are too few."""
AT_MOST = {
    PATH: 1.5,
    "load: codebook and names, s": 0.5,
    "load: codebook and names, MB": 150.0,
}
AT_LEAST = {"names automaton, MB/s": 5.0}
ROUNDS = 3
_LOADS = {
    "load: spaCy model": "from detente.parsing import load_model; load_model()",
    "load: codebook tables": "from detente.codebook import load_codebook; load_codebook()",
    "load: names automaton": "from detente.codebook import load_codebook; "
    "from detente.resolving.lexicon import lexicon_of; book = load_codebook(); lexicon_of(book)",
    "load: codebook and names": "from detente.codebook import load_codebook as load; "
    "from detente.resolving.lexicon import lexicon_of; lexicon_of(load())",
    "load: coder": "from detente.run.pipeline import default_coder; default_coder()",
}
_HELP = "import sys; from detente.cli.main import main; sys.exit(main(['--help']))"
Figures = dict[str, float]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, write it; exit status 1: something costs more than it may, 2: bad input."""
    parser = argparse.ArgumentParser(prog="python -m detente.evaluation.bench", description=__doc__)
    parser.add_argument("--reports", type=int, default=120, help="how many reports to measure on")
    parser.add_argument("--out", default="build/bench.json", help="where the figures go")
    parser.add_argument(
        "--sizes", type=_sizes, default="1000,30000", help="entries in the register at which to measure its cost"
    )
    parser.add_argument("--store", metavar="URL", help="an empty store to fill for it, in place of a file of SQLite")
    parser.add_argument("--store-only", action="store_true", help="measure the growth of the register alone")
    options = parser.parse_args(arguments)
    try:
        figures = {} if options.store_only else _report_figures(options.reports)
        growth = _store_growth(options.sizes, options.store)
    except DetenteError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    out = Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(msgspec.json.format(msgspec.json.encode({**figures, "register": growth}), indent=1))
    print(f"written to {out}")
    dear = too_dear(figures)
    for line in dear:
        print(f"TOO DEAR: {line}", file=sys.stderr)
    return int(bool(dear))


def _sizes(text: str) -> list[int]:
    sizes = [int(size) for size in text.split(",")]
    if sizes != sorted(set(sizes)) or sizes[0] < 1:
        raise argparse.ArgumentTypeError(f"{text!r}: give rising numbers, like 1000,30000")
    return sizes


def too_dear(figures: Figures) -> list[str]:
    """What costs more than it may, of that which was measured."""
    few = figures.get("tokens", ENOUGH) < ENOUGH
    bounds = {name: most for name, most in AT_MOST.items() if not (few and name == PATH)}
    over = [
        f"{name} is {figures[name]}, at most {most}" for name, most in bounds.items() if figures.get(name, 0) > most
    ]
    slow = [
        f"{name} is {figures[name]}, at least {least}"
        for name, least in AT_LEAST.items()
        if figures.get(name, least) < least
    ]
    return over + slow


def _report_figures(count: int) -> Figures:
    """All that is measured on reports."""
    reports = sample(count)
    figures, coded = path_figures(reports)
    _print(figures)
    for step in (partial(scan_figures, reports), partial(store_figures, coded), load_figures, memory_figures):
        _print(found := step())
        figures |= found
    return figures


def sample(count: int) -> list[Report]:
    """Reports to measure on: evenly from the shared news; where that is missing, the bundled samples."""
    news = shared_folder() / "news" / "reports.jsonl.gz"
    if not news.exists():
        reports = [item for item in read_paths([str(sample_reports())]) if isinstance(item, Report)]
        print(f"measured on the {len(reports)} bundled reports; the shared news is not at {news}")
        print(f"(too few to hold {PATH!r} against its bound)")
        return reports
    with gzip.open(news) as lines:
        rows = [line for line in lines if line.strip()]
    chosen = [msgspec.json.decode(row) for row in rows[:: max(1, len(rows) // count)][:count]]
    made = (make_report(row, id=row["id"], source=news.name) for row in chosen)
    print(f"measured on {len(chosen)} of {len(rows)} reports of {news}")
    return [report for report in made if isinstance(report, Report)]


def path_figures(reports: list[Report]) -> tuple[Figures, list[Coded]]:
    """Bare parse and whole path over the same texts, turn about; of each the quickest round."""
    nlp = load_model(DEFAULT_MODEL)
    texts = [report.text for report in reports]
    settings = Settings.from_environment(model=DEFAULT_MODEL)
    others = [name for name in nlp.pipe_names if name not in BARE]
    held: list[Coded] = []
    tokens = 0

    def bare() -> None:
        nonlocal tokens
        with nlp.select_pipes(disable=others):
            tokens = sum(len(doc) for doc in nlp.pipe(texts))

    def whole() -> None:
        held[:] = code_reports(reports, settings)

    list(code_reports(reports[:3], settings))
    times = [(cpu_seconds(bare), cpu_seconds(whole)) for _ in range(ROUNDS)]
    parse, path = min(a for a, _ in times), min(b for _, b in times)
    figures = {
        "reports": float(len(reports)),
        "tokens": float(tokens),
        "bare parse, tokens/s": round(tokens / parse, 1),
        "whole path, tokens/s": round(tokens / path, 1),
        "whole path, reports/s": round(len(reports) / path, 2),
        PATH: round(path / parse, 3),
        "events": float(sum(len(c.events) for c in held)),
    }
    return figures, held


def scan_figures(reports: list[Report]) -> Figures:
    """The names automaton over the texts."""
    lexicon = lexicon_of(load_codebook())
    texts = [report.text for report in reports]
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6

    def scan() -> None:
        for text in texts:
            for _ in scan_text(text, lexicon):
                pass

    return {"names automaton, MB/s": round(size / min(cpu_seconds(scan) for _ in range(ROUNDS)), 2)}


def store_figures(coded: list[Coded]) -> Figures:
    """Adding to a fresh register, and asking it for the deeds of the pair with the most."""
    with tempfile.TemporaryDirectory() as folder, open_register(str(Path(folder, "bench.db"))) as register:
        started = time.perf_counter()
        for _ in register.add_all(coded):
            pass
        spent = time.perf_counter() - started
        return {
            "adding to the register, reports/s": round(len(coded) / spent, 1),
            "entries": float(register.coverage().entries),
            "register on disk, MB": round(sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6, 2),
        }


def load_figures() -> Figures:
    """CPU seconds to load each part, and memory it takes, each in a process of its own."""
    figures: Figures = {}
    for name, code in _LOADS.items():
        seconds, memory = _alone(code)
        figures[f"{name}, s"], figures[f"{name}, MB"] = seconds, memory
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _HELP], check=True, capture_output=True)
    figures["detente --help, s"] = round(time.perf_counter() - started, 3)
    return figures


def memory_figures() -> Figures:
    """The most that this process has held."""
    return {"peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)}


def _print(figures: Figures) -> None:
    for name, value in figures.items():
        print(f"{name:44} {value:>12,.3f}", flush=True)


def cpu_seconds(task: Callable[[], object]) -> float:
    """CPU time of a task, all threads of this process."""
    started = time.process_time()
    task()
    return time.process_time() - started


def _alone(code: str) -> tuple[float, float]:
    """CPU seconds and megabytes of memory that the last statement adds, once all before it has run."""
    *before, last = code.split("; ")
    program = "\n".join([
        "import time", *before, "def held(): return int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6",
        "memory, started = held(), time.process_time()", last,
        "print(time.process_time() - started, held() - memory)",
    ])  # fmt: skip
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    seconds, memory = done.stdout.split()[-2:]
    return round(float(seconds), 3), round(float(memory), 1)


def _store_growth(sizes: list[int], url: str | None) -> list[dict[str, float]]:
    """What the register costs as it grows: one row a size."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [msgspec.to_builtins(cost) for cost in bench_store(url or str(Path(folder, "growth.db")), sizes)]
    for row in rows:
        shown = (f"{name} {value:,.1f}" for name, value in row.items() if value is not None)
        print("register: " + "  ".join(shown), flush=True)
    first, last = (row["cpu_ms"] + (row["server_ms"] or 0.0) for row in (rows[0], rows[-1]))
    print(
        f"register: adding a report costs {last / first:.2f} times the CPU, "
        f"{rows[-1]['add_ms'] / rows[0]['add_ms']:.2f} times the time, from first to last"
    )
    return rows


if __name__ == "__main__":
    sys.exit(main())
