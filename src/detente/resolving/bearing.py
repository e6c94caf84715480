"""Whether somebody can bear a title as it is printed: "the chancellor", "the supreme leader"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model import Interval, Party, Tenure
from detente.resolving.fold import without_accents
from detente.resolving.lexicon import Lexicon
from detente.resolving.tenures import in_office, tenure_of


def homes_of(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The states that have the title at the end of some folded words, where only some do; else none."""
    return next((homes for words in _endings(title) if (homes := lexicon.homes_of(words)[1])), ())


def office_there(title: str, state: str, lexicon: Lexicon) -> str | None:
    """The office that the title at the end of some folded words means in a state."""
    return next((codes[0] for words in _endings(title) if (codes := lexicon.offices_of(words, state))), None)


def bears(named: Party, title: str, lexicon: Lexicon, when: Interval | None) -> bool:
    """Whether one who was named can be meant by a title: of a state that has it, and of two in office by their title.

    Args:
        named: the person with state and office.
        title: the folded words of the title.
        lexicon: the codebook's names.
        when: the report's day.
    """
    homes = homes_of(title, lexicon)
    if homes and named.key not in homes:
        return False
    held = lexicon.codebook.held(named.key, named.office or "")
    fitting = {h.person for h in held if h.title and h.title.lower() in title}
    together = in_office((tenure_of(h, held) for h in held), when)
    others = {t.person for t in together if without_accents(t.person) != without_accents(named.person or "")}
    return not (when and others & fitting) or named.person in fitting


def _endings(title: str) -> Iterator[str]:
    words = title.split()
    return (" ".join(words[n:]) for n in range(len(words)))


def may_be(party: Party, term: Tenure) -> bool:
    """Whether a term of office is of the state or organisation that the words name, where they name one."""
    same = party.organisation is not None and term.organisation == party.organisation
    return same or party.state in (None, term.state)
