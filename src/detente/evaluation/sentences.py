"""Scores on the field's labelled sentences, with the scorer that the peers were measured by."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from detente.codebook.lexicon import load_lexicon, word_list
from detente.codebook.ontology import load_ontology
from detente.evaluation.shared import Figures, Measured, code_all, file_digest, json_lines, sentence_report
from detente.formats.cameo import cameo_rows
from detente.run.settings import Settings

LEVELS = ("type", "full", "full~")
# CAMEO 03, "intent to", has planned concessions and withdrawals too (035), and 13 threatened protests (133).
COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
PREPOSITIONS = word_list("prepositions") | word_list("time-prepositions")
CONFLICT = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "PROTEST"})


class SentenceSet(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled set and its ways.

    options: of the shared `score_events.py`.
    cameo: whether it is written as CAMEO is: see `label_dyads`; else as PLOVER's manual has it, which folds what is
        only planned into AGREE and THREATEN.
    """

    name: str
    options: tuple[str, ...] = ()
    cameo: bool = False


SETS = (
    SentenceSet(name="plover_gsr"),
    SentenceSet(name="petr_unittest_cameo", cameo=True),
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
    codes = own_codes(own) if own.exists() else {}
    rows = list(json_lines(gold))
    texts = {row["id"]: row["text"] for row in rows}
    reports = [sentence_report(row["id"], row["text"], row.get("date")) for row in rows]
    predicted = [
        {"id": id_, "events": label_events(record["events"], wanted, texts[id_], codes)}
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


def own_codes(actors: Path) -> dict[str, str]:
    """The codes of a set's own actors by name, in lower case: what an organisation of theirs is written as."""
    return {name.casefold(): code for name, code in msgspec.json.decode(actors.read_bytes()).items()}


def label_events(
    events: list[dict[str, Any]], wanted: SentenceSet, text: str, codes: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    """A sentence's events as the set would write them; `codes`: of its own actors."""
    return label_dyads(events, text, codes) if wanted.cameo else [label_row(event) for event in events]


def label_row(event: dict[str, Any]) -> dict[str, Any]:
    """An event as PLOVER's manual writes it.

    >>> visit = {"type": "CONSULT", "status": "planned", "actors": [{"state": "FRA"}], "recipients": [{"state": "PER"}]}
    >>> label_row(visit)
    {'plover': 'AGREE', 'source': ['FRA'], 'target': ['PER']}
    """
    name = event["type"]
    if event["status"] in {"planned", "proposed"}:
        name = "AGREE" if name in COOPERATION else "THREATEN" if name in CONFLICT else name
    source, target = _codes(event["actors"]), _codes(event["recipients"])
    if len(set(source + target)) == 1:
        # A deed told of one state alone is at home there: PLOVER has that state on both sides.
        source = target = source or target
    return {"plover": name, "source": source, "target": target}


def label_dyads(events: list[dict[str, Any]], text: str, codes: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """Events as the coders of CAMEO write them.

    They have one row for each pair of parties, the PLOVER type that the CAMEO code goes over into (none for appeals
    and comments, 01 and 02, which the labels leave open), and read clauses by their verbs: a noun within the passage
    of another event, or in a phrase behind a preposition ("during a visit to"), is none of its own.

    Args:
        events: in the gold shape.
        text: the sentence.
        codes: of the set's own actors, by name in lower case; other organisations are written "IGO".
    """
    rows, ontology = [], load_ontology()
    for event in events:
        if _is_inner_noun(event, events, text):
            continue
        states = {party["state"] for party in (*event["actors"], *event["recipients"]) if party.get("state")}
        for row in cameo_rows(event):
            name = None if row.code[:2] in ("01", "02") else (ontology.plover(row.code) or (None,))[0]
            source, target = (
                x if x in states else (codes or {}).get(x.casefold(), "IGO") for x in (row.source, row.target)
            )
            rows.append({"plover": name, "source": [source], "target": [target]})
    return rows


def _is_inner_noun(event: dict[str, Any], events: list[dict[str, Any]], text: str) -> bool:
    entry = load_lexicon().by_id.get(event["how"]["type"].removeprefix("lexicon: ").split(",")[0])
    if entry is None or entry.verb or entry.adj:
        return False
    start, end = event["spans"]["type"][0]
    before = text[: event["spans"]["evidence"][0][0]].split()
    if before and before[-1].lower() in PREPOSITIONS:
        return True
    passages = [span for other in events if other is not event for span in other["spans"]["evidence"]]
    return any(first <= start and end <= last for first, last in passages)


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
