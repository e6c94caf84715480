"""Whom a traveller met, from the remarks of a record: a title and a name, after a word of meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from detente.codebook import load_codebook
from detente.codebook.naming import named_party
from detente.merging.names import same_person
from detente.model import Interval, Party, Span

_WORD = re.compile(r"(?:[A-Z]\.)+|[^\s,;:.()\[\]]+|[.,;:()\[\]]")
_JOINS = frozenset(
    {"de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "bin", "ben", "ibn", "al", "la", "du"}
)
_LONGEST = 6
"""Words of the longest title that is looked for."""
MET, TALK = "met", "talk"
HOME = "title with state"
HIGHEST = ("head_of_state", "head_of_government", "foreign_minister")
"""Offices whose holders a record may name by another title ("Chairman")."""


class Cues(msgspec.Struct, frozen=True):
    """Words after which the people named were met, such after which they were with a "with", and those of neither.

    `own`: the state of the traveller, whose people are not met.
    """

    met: frozenset[str]
    met_with: frozenset[str]
    not_met: frozenset[str]
    own: str


class _Token(msgspec.Struct, frozen=True):
    text: str
    span: Span

    @property
    def lower(self) -> str:
        return self.text.casefold().replace("’", "'")

    @property
    def named(self) -> bool:
        return self.text[:1].isupper() or self.text[:2] in ("d'", "d’") or self.text[:3] in ("al-", "el-")


def people_met(text: str, remarks: Span, host: str | None, when: Interval, cues: Cues) -> list[Party]:
    """The people whom remarks name as met, with the state or organisation each acts for.

    Args:
        text: the record as received.
        remarks: where in it the remarks stand.
        host: the state visited: whose officers they are where the words name no other.
        when: the days of the journey; a name is completed from the holders of the office then.
        cues: words of meeting.
    Returns:
        Parties with the passages that name them; nobody twice.
    """
    tokens = [_Token(m[0], Span(m.start(), m.end())) for m in _WORD.finditer(text, remarks.start, remarks.end)]
    found: list[Party] = []
    scope, at = "", 0
    while at < len(tokens):
        scope = _scope(tokens, at, scope, cues)
        person = _person(tokens, at, text, host, when) if scope == MET else None
        if person is None:
            at += 1
            continue
        party, at = person
        if party.state == cues.own or _is_own(party, cues.own, when):
            continue
        if not any(p.key == party.key and same_person(p.person or "", party.person or "") for p in found):
            found.append(party)
    return found


def _scope(tokens: Sequence[_Token], at: int, scope: str, cues: Cues) -> str:
    """Whether people named from this word on were met: MET, TALK (after a "with"), or "" (they were not)."""
    word = tokens[at].lower
    pair = f"{word} {tokens[at + 1].lower}" if at + 1 < len(tokens) else word
    if word in (".", ";") or word in cues.not_met or pair in cues.not_met:
        return ""
    if word in cues.met or pair in cues.met or (word == "with" and scope == TALK):
        return MET
    return TALK if scope == "" and (word in cues.met_with or pair in cues.met_with) else scope


def _is_own(party: Party, own: str, when: Interval) -> bool:
    """Whether it is the traveller's own president, who is named without a nationality."""
    if party.how == HOME or not party.person or not party.office:
        return False
    return bool(holder_named(party.person, own, party.office, when)) and not (
        party.key and holder_named(party.person, party.key, party.office, when)
    )


def _person(tokens: Sequence[_Token], at: int, text: str, host: str | None, when: Interval) -> tuple[Party, int] | None:
    """The person whose title begins at a word, and the word after the name."""
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        title = " ".join(token.lower for token in tokens[at : at + size])
        if title not in _titles() or not tokens[at].named:
            continue
        end = _name_end(tokens, at + size)
        if end == at + size:
            return None
        words = Span(tokens[at + size].span.start, tokens[end - 1].span.end)
        home, start, more = _home_before(tokens, at)
        if home is None and size > 1:
            home = named_party(tokens[at].text)  # "UN special envoy" is a title with its home
        key, after = (home, end) if home else _home_after(tokens, end)
        span = Span(tokens[start].span.start, words.end)
        who = _party("" if more else title, " ".join(words.of(text).split()), key or host or "", span, when)
        if key is not None:
            who = msgspec.structs.replace(who, how=HOME)
        return (who, after) if who.key else None
    return None


def _name_end(tokens: Sequence[_Token], at: int) -> int:
    """Where the name that begins at a word ends."""
    end = at
    while end < len(tokens) and (tokens[end].named or (end > at and tokens[end].lower in _JOINS)):
        end += 1
    while end > at and tokens[end - 1].lower in _JOINS:
        end -= 1
    return end


def _home_before(tokens: Sequence[_Token], at: int) -> tuple[str | None, int, bool]:
    """Whose title it is, by the words before it ("Palestinian Authority President"), and where they begin.

    Also whether other words stand between, so that the title is longer than what was read of it ("External Affairs").
    """
    start = at
    while start > 0 and at - start < _LONGEST and tokens[start - 1].named:
        start -= 1
    for begin in range(start, at):
        for end in range(at, begin, -1):
            key = named_party(" ".join(token.text for token in tokens[begin:end]))
            if key is not None:
                return key, begin, end < at
    return None, at, False


def _home_after(tokens: Sequence[_Token], at: int) -> tuple[str | None, int]:
    """Whose title it is, by the words after the name ("of Norway"), and the word after them."""
    if at < len(tokens) and tokens[at].lower == "of":
        for size in (3, 2, 1):
            words = tokens[at + 1 : at + 1 + size]
            key = named_party(" ".join(token.text for token in words)) if len(words) == size else None
            if key is not None:
                return key, at + 1 + size
    return None, at


def _party(title: str, name: str, key: str, span: Span, when: Interval) -> Party:
    state = key if load_codebook().state(key) else None
    offices = [o.code for o in load_codebook().offices if o.fits(title, key) and not (state and o.code in _BODIES)]
    office = offices[0] if offices else None
    if state and office in (None, "official"):
        office = next((one for one in HIGHEST if holder_named(name, key, one, when)), office)
    full = holder_named(name, key, office, when) if office else None
    return Party(state, None if state else key, full or name, office, (span,), "title")


_BODIES = frozenset({"secretary_general", "head_of_organisation", "deputy_secretary_general"})
"""Offices of organisations, which no state has."""


def holder_named(name: str, key: str, office: str, when: Interval) -> str | None:
    """The full name of the holder of an office at a time whose name this can be; None where there is not just one."""
    first, last = when.first.isoformat(), when.last.isoformat()
    held = [h for h in load_codebook().held(key, office) if any(same_person(name, n) for n in (h.person, *h.aliases))]
    then = [h for h in held if (h.first or "") <= last and (h.last or "9") + "~" >= first]
    names = {holder.person for holder in then}
    return names.pop() if len(names) == 1 else None


@cache
def _titles() -> frozenset[str]:
    return frozenset(title for office in load_codebook().offices for title in office.titles)


def keys_of(parties: Sequence[Party]) -> Iterator[str]:
    """The states and organisations of some parties, each once, in order."""
    return iter(dict.fromkeys(party.key for party in parties if party.key))
