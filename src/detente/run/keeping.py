"""Reports coded and kept: what is new goes through the pipeline into the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from detente.model import Coded, Report
from detente.reading.records import reread
from detente.register import Change, Register
from detente.register.rescuing import LOST
from detente.run.pipeline import code_reports, failure
from detente.run.settings import Settings
from detente.run.version import coder_version, is_own

Tell = Callable[[str], object]
"""Takes a line about a report on which the coder broke down."""


@dataclass
class Tally:
    """What a reading came to: reports new, known already, that could not be read; events and faults of the new."""

    new: int = 0
    known: int = 0
    failed: int = 0
    events: int = 0
    faults: int = 0


def keep_reports(register: Register, reports: Iterable[Report], settings: Settings, tell: Tell = str) -> Tally:
    """Code the reports that the register does not know, and keep them; the count of all.

    One on which the coder broke down is kept without events, to be coded again by a later coder.
    """
    tally = Tally()
    for result in register.add_all(_heard(code_reports(_unknown(register, reports, tally), settings), tell)):
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


def recode_reports(
    register: Register, reports: Iterable[Report], settings: Settings, tell: Tell = str
) -> Iterator[Change]:
    """Code known reports again, each change in a transaction of its own: broken off, it can be taken up again.

    One on which the coder breaks down now stays as it was coded before.
    """
    for coded in _heard(code_reports(reports, settings), tell):
        if failure(coded) is None:
            yield register.recode(coded)


def _heard(coded: Iterable[Coded], tell: Tell) -> Iterator[Coded]:
    """The same, each that the coder broke down on told of."""
    for one in coded:
        if (fault := failure(one)) is not None:
            tell(f"{one.report.source or one.report.id}: {fault.message}")
        yield one


def _unknown(register: Register, reports: Iterable[Report], tally: Tally) -> Iterator[Report]:
    for report in reports:
        if report.digest in register:
            tally.known += 1
        else:
            yield report
