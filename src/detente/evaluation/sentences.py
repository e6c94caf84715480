"""Scores on the field's labelled sentences, with the scorer that the peers were measured by."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import permutations, product
from pathlib import Path
from typing import Any

import msgspec

from detente.evaluation.shared import Figures, Measured, code_all, file_digest, json_lines, sentence_report
from detente.run.settings import Settings

LEVELS = ("type", "full", "full~")
COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
CONFLICT = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})


class SentenceSet(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled set and its ways.

    options: of the shared `score_events.py`.
    folds: whether it folds what is only planned into AGREE and THREATEN, as PLOVER's manual does and CAMEO does not.
    dyadic: whether it has one event for each pair of parties, and a mutual one each way round, as CAMEO has.
    """

    name: str
    options: tuple[str, ...] = ()
    folds: bool = True
    dyadic: bool = False


SETS = (
    SentenceSet(name="plover_gsr"),
    SentenceSet(name="petr_unittest_cameo", folds=False, dyadic=True),
    SentenceSet(name="zsp_plv", options=("--once", "--yield")),
)


def measure_sentences(gold: Path, wanted: SentenceSet, settings: Settings) -> Measured:
    """Code each labelled sentence as a report of its own and score types and countries.

    Args:
        gold: JSON lines with `id`, `text`, perhaps `date`, and labelled `events`; a file of the user's own actors
            beside it (`.actors.json`) is handed to the coder.
        wanted: how the set writes events.
        settings: how to code.
    """
    own = gold.with_suffix(".actors.json")
    settings = msgspec.structs.replace(settings, actors=str(own)) if own.exists() else settings
    reports = [sentence_report(row["id"], row["text"], row.get("date")) for row in json_lines(gold)]
    predicted = [
        {"id": id_, "events": [row for event in record["events"] for row in label_rows(event, wanted)]}
        for id_, record in code_all(reports, settings).items()
    ]
    result = _score(gold, predicted, wanted.options)
    figures: Figures = {
        f"{level}_{part}": round(result[level][part], 4) for level in LEVELS for part in ("precision", "recall", "f1")
    }
    notes = [_row(level, v) for level, v in result.items() if level != "info"]
    cells = [f"{name} {v['f1']:.2f}/{v['tp'] + v['fn']}" for name, v in result["type"]["by_type"].items()]
    notes.append("by type: " + "  ".join(cells))
    return Measured(name=gold.stem, figures=figures, notes=tuple(notes), digest=file_digest(gold))


def label_rows(event: dict[str, Any], wanted: SentenceSet) -> list[dict[str, Any]]:
    """An event as the set would write it.

    >>> visit = {"type": "CONSULT", "status": "planned", "actors": [{"state": "FRA"}], "recipients": [{"state": "PER"}]}
    >>> label_rows(visit, SentenceSet(name="x"))
    [{'plover': 'AGREE', 'source': ['FRA'], 'target': ['PER']}]
    """
    name = event["type"]
    if wanted.folds and event["status"] in {"planned", "proposed"}:
        name = "AGREE" if name in COOPERATION else "THREATEN" if name in CONFLICT else name
    source, target = _codes(event["actors"]), _codes(event["recipients"])
    pairs = list(product(source, target)) if target else list(permutations(dict.fromkeys(source), 2))
    if not wanted.dyadic or not pairs:
        return [{"plover": name, "source": source, "target": target}]
    return [{"plover": name, "source": [a], "target": [b]} for a, b in pairs]


def _row(level: str, v: dict[str, Any]) -> str:
    counts = f"(tp {v['tp']} fp {v['fp']} fn {v['fn']})"
    return f"{level:6} P {v['precision']:.3f}  R {v['recall']:.3f}  F1 {v['f1']:.3f}   {counts}"


def _codes(parties: list[dict[str, Any]]) -> list[str]:
    codes = [party.get("state") or ("IGO" if party.get("organisation") else None) for party in parties]
    return [code for code in codes if code]


def _score(gold: Path, predicted: list[dict[str, Any]], options: tuple[str, ...]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        guess, out = Path(folder, "predicted.jsonl"), Path(folder, "scores.json")
        guess.write_bytes(b"\n".join(msgspec.json.encode(record) for record in predicted))
        script = gold.parent / "score_events.py"
        command = [sys.executable, str(script), str(gold), str(guess), "--brief", "--json", str(out), *options]
        subprocess.run(command, check=True, capture_output=True, text=True)
        scores: dict[str, Any] = msgspec.json.decode(out.read_bytes())
    return scores
