"""Reports coded and kept: what is new goes through the pipeline into the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.model import Report
from detente.register import Register
from detente.run.pipeline import code_reports
from detente.run.settings import Settings


@dataclass
class Tally:
    """What a reading came to: reports new, known already, that could not be read; events and faults of the new."""

    new: int = 0
    known: int = 0
    failed: int = 0
    events: int = 0
    faults: int = 0


def keep_reports(register: Register, reports: Iterable[Report], settings: Settings) -> Tally:
    """Code the reports that the register does not know, and keep them; the count of all."""
    tally = Tally()
    for result in register.add_all(code_reports(_unknown(register, reports, tally), settings)):
        tally.new += result.new
        tally.known += not result.new
        tally.events += result.events
        tally.faults += result.faults
    return tally


def _unknown(register: Register, reports: Iterable[Report], tally: Tally) -> Iterator[Report]:
    for report in reports:
        if report.digest in register:
            tally.known += 1
        else:
            yield report
