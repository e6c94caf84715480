"""Where the next day's work goes: why events were missed, in which fields the found ones differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import msgspec

Record = dict[str, Any]
_BANDS = (0.0, 0.2, 0.4, 0.6, 0.8)
_SAME_WORDS = 0.6
_SHOWN = 110


class Compared(msgspec.Struct, frozen=True):
    """The events of one report beside those of its gold; `pairs` are indices of the ones that agree."""

    id: str
    golds: list[Record]
    guesses: list[Record]
    faults: list[Record]
    pairs: list[tuple[int, int]]


def compare(module: ModuleType, wanted: dict[str, Record], guessed: dict[str, Record]) -> list[Compared]:
    """Pair the events of every report as the shared scorer does."""

    def agrees(gold: Record, guess: Record) -> bool:
        return bool(module.type_agrees(gold, guess) and module.parties_agree(gold, guess))

    compared = []
    for id_, doc in wanted.items():
        guess = guessed.get(id_, {})
        golds, guesses = doc["gold"].get("events", []), guess.get("events", [])
        pairs = module.pair(golds, guesses, agrees, module.event_closeness)
        compared.append(Compared(id_, golds, guesses, guess.get("faults", []), pairs))
    return compared


def cause_rows(module: ModuleType, compared: list[Compared]) -> list[str]:
    """Counts, a line each: missed by cause, extra by what gold has there, found ones by the fields that differ."""
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for report in compared:
        taken, used = {i for i, _ in report.pairs}, {j for _, j in report.pairs}
        missed.update(_cause(module, g, report, used) for i, g in enumerate(report.golds) if i not in taken)
        for j, guess in enumerate(report.guesses):
            if j not in used:
                near = any(module.overlap(g["evidence"], guess["evidence"]) >= _SAME_WORDS for g in report.golds)
                extra["where gold has another event" if near else "where gold has none"] += 1
    fields: dict[str, Counter[str]] = {"direction": Counter(), "date": Counter(), "status": Counter()}
    for field, what, *_ in differences(module, compared):
        fields[field][what] += 1
    rows = {"missed": missed, "extra": extra, **fields}
    return [f"{title}: " + "  ".join(f"{k} {n}" for k, n in counts.most_common(12)) for title, counts in rows.items()]


def reliability_rows(compared: list[Compared]) -> list[str]:
    """For each band of confidence, the share of events that are right."""
    right, every = Counter[int](), Counter[int]()
    for report in compared:
        used = {j for _, j in report.pairs}
        for j, event in enumerate(report.guesses):
            band = max(k for k, low in enumerate(_BANDS) if event["confidence"] >= low)
            every[band] += 1
            right[band] += j in used
    cells = [f"{_BANDS[k]:.1f}+: {right[k] / n:.2f} of {n}" for k, n in sorted(every.items())]
    return ["right by confidence: " + "  ".join(cells)] if cells else []


def differences(module: ModuleType, compared: list[Compared]) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Found events that differ in a field: the field, how, report, type, gold's value, ours, the words."""
    for report in compared:
        for i, j in report.pairs:
            gold, guess = report.golds[i], report.guesses[j]
            about, words = (report.id, gold["type"]), (guess.get("evidence") or "")[:_SHOWN]
            if not module.direction_agrees(gold, guess):
                sides = _sides(module, gold), _sides(module, guess)
                yield "direction", _turn(module, gold, guess), *about, *sides, words
            if not module.date_agrees(gold.get("date"), guess.get("date")):
                ours = f"{_days(guess)} {guess['how'].get('date', '')}"
                yield "date", _date_turn(gold, guess), *about, _days(gold), ours, words
            if gold.get("status") != guess.get("status"):
                turn = f"{gold.get('status')} read as {guess.get('status')}"
                yield "status", turn, *about, str(gold.get("status")), str(guess.get("status")), words


def _cause(module: ModuleType, event: Record, report: Compared, used: set[int]) -> str:
    guesses = report.guesses
    near = [j for j, g in enumerate(guesses) if module.overlap(event["evidence"], g["evidence"]) >= _SAME_WORDS]
    for test, name in ((module.type_agrees, "wrong parties"), (module.parties_agree, "wrong type")):
        if any(j not in used and test(event, guesses[j]) for j in near):
            return name
    if any(j not in used for j in near):
        return "wrong type and parties"
    codes = Counter(f["code"] for f in report.faults if f["text"] and f["text"].strip() in event["evidence"])
    if codes:
        return f"fault {codes.most_common(1)[0][0]}"
    return "swallowed by another event" if near else "nothing coded"


def _turn(module: ModuleType, gold: Record, guess: Record) -> str:
    actors, recipients = module.names(gold.get("actors")), module.names(gold.get("recipients"))
    ours, theirs = module.names(guess.get("actors")), module.names(guess.get("recipients"))
    if (actors, recipients) == (theirs, ours):
        return "turned round"
    if actors | recipients != ours | theirs:
        lack, more = (actors | recipients) - (ours | theirs), (ours | theirs) - (actors | recipients)
        return "a party missing" if lack and not more else "a party too many" if more and not lack else "another party"
    if not theirs:
        return "all made actors"
    return "sides given to a reciprocal deed" if not recipients else "a party on the other side"


def _date_turn(gold: Record, guess: Record) -> str:
    if not gold.get("date"):
        return "invented"
    if not guess.get("date"):
        return "not read"
    first, last = _days(gold).split("/")
    return "too wide" if _days(guess).split("/")[0] <= last and _days(guess).split("/")[1] >= first else "other days"


def _sides(module: ModuleType, event: Record) -> str:
    sides = (sorted(module.names(event.get(field))) for field in ("actors", "recipients"))
    return " > ".join("+".join(side) for side in sides)


def _days(event: Record) -> str:
    return f"{event['date']['from']}/{event['date']['to']}" if event.get("date") else "none"
