"""An event on its way: what the coder knows so far about one event word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from detente.coding.match import Hit
from detente.coding.parties import keys
from detente.coding.sources import Source
from detente.model import Document, Interval, Party, Place, Span, Status, Token

AHEAD = frozenset({"planned", "proposed"})
"""Statuses of what is still to come, if it comes."""
Dated = tuple[Interval, Span | None, str]
"""Interval of a clause, the words that name it, and how it was found."""
When = Callable[[Document, int], Dated | None]
"""The days of the clause of a token; None where the clause says nothing."""
Where = Callable[[Document, int], tuple[Place, Span] | None]
"""Place at which the deed of a token happened, and its words."""
Present = Callable[[Document, Token], Interval | None]
"""The report's present for a token, where its clause is told in that present."""


@dataclass(frozen=True, slots=True)
class DateOption:
    """Days that a draft could have, how they were found, the words that name them, and what speaks for them."""

    days: Interval
    how: str
    spans: tuple[Span, ...]
    kind: str
    features: tuple[str, ...]


@dataclass(slots=True)
class Draft:
    """One event word with its parties; merged with others of the same deed before it becomes an `Event`."""

    hit: Hit
    type: str
    mode: str | None
    status: Status
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: Interval | None = None
    place: Place | None = None
    sources: list[Source] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    weight: float = 0.5
    slots: tuple[str, str] = ("", "")
    """Names of the slots that gave actors and recipients."""
    turn: str = ""
    """Id of the phase word over the event word, or ""."""
    dated_by: tuple[Token, ...] = ()
    """Words whose time is the event's, the best first: the event word, the phase word that makes it, its light verb."""
    options: list[DateOption] = field(default_factory=list)
    quoted: bool = False
    features: dict[str, float] = field(default_factory=dict)
    both: bool = False
    closed: bool = False
    """Whether nobody else may be filled in: what one does to one's own, or with those who are no party."""

    inner: bool = False
    """Whether it is only looked at for the sides of what is said of it."""

    pact: str = ""
    """Which agreement of general fame it is (`codebook/data/pacts.yaml`), or ""."""

    struck: set[str] = field(default_factory=set)
    """Whom the deed has struck that is condemned or refused here: they are not whom that is aimed at."""

    bystanders: frozenset[str] = frozenset()
    """With whom it is done in concert, and who only answers it: they are not its other side."""

    @property
    def keys(self) -> set[str]:
        """States and organisations on either side."""
        return keys(self.actors) | keys(self.recipients)

    @property
    def takes_recipients(self) -> bool:
        """Whether it has no recipient yet and may have one: it is no appeal to so many that nobody is asked by name."""
        return not self.recipients and not (self.type == "REQUEST" and self.closed)

    def undate(self) -> None:
        """Leave the day open, with what is known of how it was found."""
        self.date = None
        self.how.pop("date", None)
        self.spans.pop("date", None)

    @property
    def kind(self) -> str:
        """Kind of line in which it is told ("body", "headline" ...)."""
        return self.hit.word.sentence.kind
