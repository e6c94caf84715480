"""Reports coded and kept: what is new goes through the pipeline into the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.model import Report
from detente.reading.records import reread
from detente.register import Change, Register
from detente.register.rescuing import LOST
from detente.run.pipeline import code_reports
from detente.run.settings import Settings
from detente.run.version import coder_version, is_own


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


def to_recode(register: Register, settings: Settings, everything: bool = False) -> Iterator[Report]:
    """The reports that detente's own coder read before it, its codebook or settings were what they are now, and those
    whose coding was lost; not those of structured sources.

    Args:
        everything: with those that the coder of today has read.
    """
    today = coder_version(settings)
    for digest, coder in register.coders().items():
        if coder == LOST or (is_own(coder) and (everything or coder != today)):
            yield reread(register.report(digest).report)


def recode_reports(register: Register, reports: Iterable[Report], settings: Settings) -> Iterator[Change]:
    """Code known reports again, each change in a transaction of its own: broken off, it can be taken up again."""
    for coded in code_reports(reports, settings):
        yield register.recode(coded)


def _unknown(register: Register, reports: Iterable[Report], tally: Tally) -> Iterator[Report]:
    for report in reports:
        if report.digest in register:
            tally.known += 1
        else:
            yield report
