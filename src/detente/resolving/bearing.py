"""Whether somebody can bear a title as it is printed: "the chancellor", "the supreme leader"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.codebook import Holder
from detente.model import Interval, Party, Tenure
from detente.resolving.choosing import HEADS
from detente.resolving.fold import fold_key, without_accents
from detente.resolving.lexicon import Lexicon, Person
from detente.resolving.tenures import in_office, tenure_of

_ELECTED = "president"


def homes_of(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The states that have the title at the end of some folded words, where only some do; else none."""
    return next((homes for words in _endings(title) if (homes := lexicon.homes_of(words)[1])), ())


def office_there(title: str, state: str, lexicon: Lexicon) -> str | None:
    """The office that the title at the end of some folded words means in a state."""
    return next((codes[0] for words in _endings(title) if (codes := lexicon.offices_of(words, state))), None)


def bears(named: Party, title: str, lexicon: Lexicon, when: Interval | None) -> bool:
    """Whether one who was named can be meant by a title: of a state that has it, and of two in office by their title.

    No president is who reigns by a title of his own (king, emir, supreme leader).

    Args:
        named: the person with state and office.
        title: the folded words of the title.
        lexicon: the codebook's names.
        when: the report's day.
    """
    homes = homes_of(title, lexicon)
    if homes and named.key not in homes:
        return False
    if homes and named.office in HEADS and office_there(title, named.key, lexicon) not in (None, *HEADS):
        return False  # the chancellor is not who governs Britain
    held = lexicon.codebook.held(named.key, named.office or "")
    if named.state and named.office == "head_of_state" and is_reigned(named.state, title, lexicon, when):
        return False
    fitting = {h.person for h in held if h.title and h.title.lower() in title}
    together = in_office((tenure_of(h, held) for h in held), when)
    others = {t.person for t in together if without_accents(t.person) != without_accents(named.person or "")}
    return not (when and others & fitting) or named.person in fitting


def is_reigned(state: str, title: str, lexicon: Lexicon, when: Interval | None) -> bool:
    """Whether nobody is president of a state, for its heads at a time all reign by a title of their own."""
    held = lexicon.codebook.held(state, "head_of_state") if title.endswith(_ELECTED) else ()
    heads = [h for h in held if in_office((tenure_of(h, held),), when)]
    return bool(heads) and all(_crowned(h, lexicon) or _leads(h) for h in heads)


def has_crown(state: str, lexicon: Lexicon, when: Interval | None) -> bool:
    """Whether a king or a queen is head of a state at a time, be there a governor for them or not."""
    held = lexicon.codebook.held(state, "head_of_state")
    return any(_crowned(h, lexicon) for h in held if in_office((tenure_of(h, held),), when))


def sovereigns(title: str, name: str, states: tuple[str, ...], lexicon: Lexicon) -> list[Person]:
    """Who ever reigned under a title and a folded name without its number ("king", "felipe")."""
    found: list[Person] = []
    homes = homes_of(title, lexicon)
    for state in homes if not states else [home for home in homes if home in states]:
        held = [h for h in lexicon.codebook.held(state, "head_of_state") if h.title.lower() == title]
        named = {h.person for h in held if any(_is_short_for(name, title, n) for n in (h.person, *h.aliases))}
        found += [p for p in lexicon.by_party.get(state, ()) if p.name in named]
    return found


def _is_short_for(name: str, title: str, full: str) -> bool:
    words = fold_key(full).split()
    words = words[1:] if words[:1] == [title] else words
    return words[: len(name.split())] == name.split()


def _crowned(holder: Holder, lexicon: Lexicon) -> bool:
    return bool(homes_of(holder.title.lower(), lexicon))


def _leads(holder: Holder) -> bool:
    return holder.title.lower().split()[-1:] == ["leader"]


def _endings(title: str) -> Iterator[str]:
    words = title.split()
    return (" ".join(words[n:]) for n in range(len(words)))


def may_be(party: Party, term: Tenure) -> bool:
    """Whether a term of office is of the state or organisation that the words name, where they name one."""
    same = party.organisation is not None and term.organisation == party.organisation
    return same or party.state in (None, term.state)
