"""Which of the days that a draft could have are its own: a model of choice, fitted on annotated reports.

`codebook/dates.json` holds the fit; `scripts/train_dates.py` makes it. Every option is weighed by kinds of evidence
(tense, clause, status, distance), never by words or names of a report; "no date" weighs nothing.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import repeat

import msgspec

from detente.codebook.fits import load_fit
from detente.coding.calendar import Calendar
from detente.coding.carried import date_by_eve, date_by_meeting
from detente.coding.date_options import PRESENT, find_options
from detente.coding.draft import DateOption, Draft
from detente.coding.sources import Source
from detente.coding.telling import OVER, tense_form, verb_of
from detente.coding.written import report_days
from detente.model import Interval

GATHERED = frozenset({"visit", "multilateral"})
YEAR = 366
"""Days within which a report's own must be known to date what goes on as it is written."""


class Weights(msgspec.Struct, frozen=True):
    """Log-odds of the kinds of evidence against "no date"."""

    weights: dict[str, float]

    def weigh(self, option: DateOption) -> float:
        """How much more speaks for an option than for no date."""
        return sum(map(self.weights.get, option.features, repeat(0.0)))


def choose_date(draft: Draft, source: Source | None, calendar: Calendar) -> None:
    """Give a draft that the rules have dated the days that most speaks for, or none; without a fit theirs stay."""
    weights = load_fit("dates", Weights)
    draft.options = [_known(option, draft) for option in find_options(draft, source, calendar)]
    if weights is not None:
        _choose(draft, weights)
    date_by_meeting(draft, calendar)
    date_by_eve(draft, calendar)
    published = calendar.published
    if draft.date is None and published is not None and published.days <= YEAR and _goes_on(draft):
        draft.date, draft.how["date"] = report_days(published), PRESENT
    calendar.told.append(draft)


def _goes_on(draft: Draft) -> bool:
    """Whether people are on a visit or at a gathering as the report is written."""
    return draft.type == "CONSULT" and draft.mode in GATHERED and draft.status == "ongoing"


def _known(option: DateOption, draft: Draft) -> DateOption:
    """An option with whether the rules chose the same days."""
    agrees = draft.date is not None and option.days == draft.date
    return replace(option, features=(*option.features, f"{option.kind} rule={agrees}"))


def _choose(draft: Draft, weights: Weights) -> None:
    best = max(draft.options, key=weights.weigh, default=None)
    draft.undate()
    if best is None or weights.weigh(best) <= 0:
        return
    draft.date, draft.how["date"] = _till_told(best, draft), best.how
    if best.spans:
        draft.spans["date"] = best.spans


def _till_told(option: DateOption, draft: Draft) -> Interval:
    """The day on which one told of a deed that was then over, and the one before: "said on Friday that X bombed Y"."""
    if "saying speaks=False" not in option.features or option.days.days > 1:
        return option.days
    verb = verb_of(draft.hit.word)
    over = verb is not None and tense_form(verb) in OVER
    return Interval(option.days.shift(-1).first, option.days.last, "inferred") if over else option.days
