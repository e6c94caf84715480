"""Scores on the field's labelled sentences, with the scorer that the peers were measured by."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from detente.evaluation.shared import Figures, Measured, code_all, file_digest, json_lines, sentence_report
from detente.run.settings import Settings

LEVELS = ("type", "full", "full~")
COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
CONFLICT = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})


def measure_sentences(gold: Path, settings: Settings, options: tuple[str, ...] = ()) -> Measured:
    """Code each labelled sentence as a report of its own and score types and countries.

    Args:
        gold: JSON lines with `id`, `text`, perhaps `date`, and labelled `events`.
        settings: how to code.
        options: further options of the shared `score_events.py` ("--once", "--yield").
    """
    rows = list(json_lines(gold))
    reports = [sentence_report(row["id"], row["text"], row.get("date")) for row in rows]
    coded = code_all(reports, settings)
    predicted = [
        {"id": id_, "events": [plover_record(event) for event in record["events"]]} for id_, record in coded.items()
    ]
    result = _score(gold, predicted, options)
    figures: Figures = {
        f"{level}_{part}": round(result[level][part], 4) for level in LEVELS for part in ("precision", "recall", "f1")
    }
    notes = [_row(level, v) for level, v in result.items() if level != "info"]
    cells = [f"{name} {v['f1']:.2f}/{v['tp'] + v['fn']}" for name, v in result["type"]["by_type"].items()]
    return Measured(
        name=gold.stem, figures=figures, notes=(*notes, "by type: " + "  ".join(cells)), digest=file_digest(gold)
    )


def plover_record(event: dict[str, Any]) -> dict[str, Any]:
    """An event as the sentence sets write it: PLOVER's own folding of what is only planned, countries as codes.

    >>> plover_record({"type": "CONSULT", "status": "planned", "actors": [{"state": "FRA"}], "recipients": []})
    {'plover': 'AGREE', 'source': ['FRA'], 'target': []}
    """
    name = event["type"]
    if event["status"] in {"planned", "proposed"}:
        name = "AGREE" if name in COOPERATION else "THREATEN" if name in CONFLICT else name
    return {"plover": name, "source": _codes(event["actors"]), "target": _codes(event["recipients"])}


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
