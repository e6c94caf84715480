"""A title with all that belongs to it, as it is read word by word."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.resolving.lexicon import NATIONAL
from detente.resolving.scan import Mark

PORTFOLIO_TITLES = frozenset({"minister", "secretary", "ministers", "secretaries", "spokesman", "spokeswoman",
                               "spokesperson", "adviser", "advisor", "official", "officials", "chief", "director",
                               "commissioner", "head", "envoy", "negotiator", "ambassador", "chairman", "aide",
                               "diplomat", "leader", "prosecutor", "commander"})  # fmt: skip
SENT = frozenset(
    {"ambassador", "envoy", "representative", "emissary", "mediator", "commissioner", "negotiator", "consul"}
)
"""Nouns of those who are sent to somebody."""


@dataclass(slots=True)
class Group:
    """A title with its modifiers: tokens `[first, last)`, `head` its noun."""

    first: int
    last: int
    head: int
    title: str
    plural: bool = False
    states: tuple[str, ...] = ()
    organisation: str | None = None
    portfolio: list[str] = field(default_factory=list)
    deputy: bool = False
    former: bool = False
    coming: bool = False
    national: int | None = None
    """First token of the nationality."""
    nations: list[str] = field(default_factory=list)
    """All states named, for a plural title ("the French and German presidents")."""
    owner: int | None = None
    """Last token of a possessor before the title: a pronoun or a name ("his spokesman", "Obama's adviser")."""
    definite: bool = False
    homed: bool = False
    """Whether the state is only the one where the organisation is at home."""
    region: bool = False
    """Whether what is named is only a part of the state ("the premier of Quebec", "the Chechen leader")."""
    part: bool = False
    """Whether the words name a part of the state ("the president of X's bank")."""
    part_words: str = ""
    """That part where it stands behind the title ("staff" of "chief of the Maltese general staff")."""
    chamber: bool = False
    """Whether that part is the legislature ("Malta's National Assembly president")."""

    @property
    def state(self) -> str | None:
        """The only state that the words name."""
        return self.states[0] if len(self.states) == 1 else None


def states_of(mark: Mark) -> tuple[str, ...]:
    """The states that a mark can mean."""
    return tuple(dict.fromkeys(entry.state for entry in mark.of(*NATIONAL) if entry.state))


def at_home(group: Group, state: str | None) -> None:
    """Note the state in which an organisation is at home, where the words name none."""
    if state and not group.states:
        group.states, group.homed = (state,), True


def is_chief(mark: Mark) -> bool:
    """Whether a mark is the title of who heads an organisation, for which his envoys are sent."""
    title = mark.one("title")
    return title is not None and title.form.replace("-", " ").replace("  ", " ").lower() == "secretary general"
