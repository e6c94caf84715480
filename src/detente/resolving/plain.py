"""States, demonyms, capitals, metonyms, organisations and bodies of states: what stands for itself."""

from __future__ import annotations

from detente.model import Document, Mention, Party, Span, Token
from detente.resolving.finder import top
from detente.resolving.lexicon import Lexicon
from detente.resolving.scan import Mark
from detente.resolving.title_group import states_of

_MODIFIERS = frozenset({"amod", "compound", "nmod", "det"})
_BYLINE = 3
"""Words that the line of a newspaper's name has at most."""
_AFTER_TOWN = ("(", "-", "--", "–", "—")
_QUARTERS = frozenset({"north", "south", "east", "west"})
_ORDER = ("organisation", "state", "demonym", "capital", "metonym")


def plain_mentions(document: Document, marks: dict[int, Mark], taken: bytearray, lexicon: Lexicon) -> list[Mention]:
    """Mentions of the marks that no person or office has taken; "Russian" and "authorities" become one body."""
    tokens = document.tokens
    found = []
    for mark in marks.values():
        if any(taken[i] for i in range(mark.first, mark.last)) or is_paper(tokens, mark, lexicon):
            continue
        kind = next((k for k in _ORDER if mark.one(k)), None)
        if kind is None:
            continue
        mention = _body(tokens, mark, kind, lexicon) or _plain(tokens, mark, kind, lexicon, marks)
        if mention is not None:
            found.append(mention)
    return _outermost(found)


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Without what lies inside a body ("Foreign Office" in "the Polish foreign office")."""
    bodies = [m.tokens for m in mentions if m.kind == "body"]
    inside = {m.tokens for m in mentions for first, last in bodies if first < m.tokens[0] and m.tokens[1] <= last}
    return [m for m in mentions if m.tokens not in inside]


def _is_dateline(tokens: list[Token], mark: Mark) -> bool:
    """Whether a town opens its sentence before the name of an agency or a dash ("Lima (Agency) -")."""
    first = tokens[mark.first]
    after = tokens[mark.last] if mark.last < len(tokens) else None
    opens = first is first.sentence.tokens[0] and after is not None and after.sentence is first.sentence
    return opens and after is not None and after.text in _AFTER_TOWN


def _goes_on(tokens: list[Token], mark: Mark) -> bool:
    """Whether a quarter only begins a longer name: "the West African bloc"."""
    after = tokens[mark.last] if mark.last < len(tokens) else None
    return after is not None and after.text[0].isupper() and after.sentence is tokens[mark.first].sentence


def _of_another(token: Token, mark: Mark, marks: dict[int, Mark]) -> bool:
    """Whether a parliament or palace is said to be another's: "the Peruvian Congress", "Congress in Peru"."""
    own = set(states_of(mark))
    beside = [c for c in token.children if c.dep in ("poss", "amod", "compound", "nmod")]
    beside += [o for c in token.children if c.lower in ("in", "of") for o in c.children if o.dep == "pobj"]
    named = [m for m in marks.values() if m is not mark and m.one("state", "demonym", "capital")]
    whose = [set(states_of(m)) for m in named if any(m.first <= t.i < m.last for t in beside)]
    return any(states and not own & states for states in whose)


def _plain(tokens: list[Token], mark: Mark, kind: str, lexicon: Lexicon, marks: dict[int, Mark]) -> Mention | None:
    head = top(tokens, mark.first, mark.last)
    token = tokens[head]
    span = Span(tokens[mark.first].start, tokens[mark.last - 1].end)
    entry = mark.one(kind)
    how = "user" if entry is not None and entry.user else kind
    if how == "capital" and is_place(token, lexicon):
        how = "place"
    if kind == "capital" and mark.last < len(tokens) and _is_abroad(tokens, mark, mark.last, lexicon):
        how = "place"
    if is_venue(tokens, mark, lexicon) or (how == "capital" and _is_dateline(tokens, mark)):
        how = "place"
    if kind == "organisation" and token.lower in _QUARTERS and _goes_on(tokens, mark):
        return None
    if kind == "metonym" and _of_another(token, mark, marks):
        return None
    parties: tuple[Party, ...]
    if kind == "organisation":
        acts = entry is not None and lexicon.acts(entry.organisation)
        parties = (Party(entry.state, entry.organisation, spans=(span,), how=how),) if entry and acts else ()
    else:
        states = states_of(mark)
        states = _with_halves(tokens, mark, states[0], lexicon) if len(states) == 1 else ()
        parties = tuple(Party(state, spans=(span,), how=how) for state in states)
    modifies = token.dep in _MODIFIERS and not mark.first <= token.head.i < mark.last
    return Mention(
        span=span,
        kind=kind,
        tokens=(mark.first, mark.last),
        head=head,
        parties=parties,
        attributive=modifies and kind != "metonym",
        plural=kind == "demonym" and not modifies,
        how=how,
    )


def is_paper(tokens: list[Token], mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a town or state only begins the name of a newspaper: "the Lima Times", "the Nairobi Free Post".

    In capitals only on a line of its own ("USA TODAY").
    """
    if mark.one("capital", "state") is None:
        return False
    line = tokens[mark.first].sentence.tokens
    for token in tokens[mark.last : min(mark.last + 2, line[-1].i + 1)]:
        if token.pos != "PROPN" or not token.text[0].isupper() or (token.text.isupper() and len(line) > _BYLINE):
            return False
        if token.lower in lexicon.words.press_names:
            return True
    return False


def _with_halves(tokens: list[Token], mark: Mark, state: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A state with those tied to it in the order of print: "North and South Korea", both of "U.S.-Peruvian"."""
    tied = sorted((start, e.state) for start, e in mark.joined if e.kind in ("state", "demonym") and e.state)
    before, after = ([s for start, s in tied if (start < mark.start) is first] for first in (True, False))
    return tuple(dict.fromkeys((*_other_half(tokens, mark, state, lexicon), *before, state, *after)))


def _other_half(tokens: list[Token], mark: Mark, state: str, lexicon: Lexicon) -> list[str]:
    """PRK of "North and South Korea": the half of a divided name of which only its quarter is printed."""
    if mark.first < 2 or tokens[mark.first - 2].sentence is not tokens[mark.first].sentence:
        return []
    quarter, joined = tokens[mark.first - 2].lower, tokens[mark.first - 1].lower
    if joined not in ("and", "or") or quarter not in _QUARTERS or tokens[mark.first].lower not in _QUARTERS - {quarter}:
        return []
    halves = next((states for states in lexicon.words.plural_states.values() if state in states), ())
    return [other for other in halves if other != state]


def _body(tokens: list[Token], mark: Mark, kind: str, lexicon: Lexicon) -> Mention | None:
    """ "British authorities", "Russia's foreign ministry", "the Obama administration" as one mention."""
    if kind not in ("state", "demonym", "capital") or _is_seat(tokens, mark, lexicon):
        return None
    states = states_of(mark)
    end = tokens[mark.first].sentence.tokens[-1].i + 1
    i = mark.last
    if i < end and tokens[i].tag == "POS":
        i += 1
    last = _body_end(tokens, i, end, kind, lexicon)
    if not last or len(states) != 1 or (kind == "capital" and _is_abroad(tokens, mark, last - 1, lexicon)):
        return None
    span = Span(tokens[mark.first].start, tokens[last - 1].end)
    head = top(tokens, mark.first, last)
    return Mention(
        span=span,
        kind="body",
        tokens=(mark.first, last),
        head=head,
        parties=tuple(Party(s, spans=(span,), how=kind) for s in _with_halves(tokens, mark, states[0], lexicon)),
        attributive=tokens[head].dep in ("compound", "amod", "nmod"),
        how=kind,
    )


def _is_abroad(tokens: list[Token], mark: Mark, noun: int, lexicon: Lexicon) -> bool:
    """Whether an embassy only stands in the town named: "the Lima embassy", not "Lima's embassy"."""
    if noun != mark.last or tokens[noun].lower not in lexicon.words.sent_bodies or not mark.first:
        return False
    before = tokens[mark.first - 1]
    return before.lower == "the" or before.tag == "PRP$"


def _body_end(tokens: list[Token], i: int, end: int, kind: str, lexicon: Lexicon) -> int:
    """End of the noun for a body of a state that begins at a token; 0 where there is none."""
    bodies = lexicon.words.bodies
    last = 0
    for j in range(i, min(i + 5, end)):
        words = " ".join(t.lower for t in tokens[i : j + 1])
        if (tokens[j].lower in bodies or words in bodies) and not (kind == "capital" and tokens[j].lower == "state"):
            last = j + 1
        elif tokens[j].pos not in ("NOUN", "PROPN", "ADJ"):
            break
    if last and tokens[last - 1].lower == "state" and tokens[last - 1].dep in ("compound", "amod", "nmod"):
        return 0
    if last and last < end and tokens[last].pos == "PROPN" and tokens[last - 1].dep == "compound":
        return 0
    return last


def is_venue(tokens: list[Token], mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a town only says where something is from ("the Vienna talks", "the Paris accord", "the London Zoo")."""
    words = lexicon.words
    if mark.one("capital") is None and tokens[mark.first].lower not in words.venue_states:
        return False
    before = tokens[mark.first - 1].text if mark.first else ""
    if _is_seat(tokens, mark, lexicon):
        return True
    if tokens[mark.last - 1].dep not in _MODIFIERS or before in ("-", "/", "–"):
        return False
    end = tokens[mark.first].sentence.tokens[-1].i + 1
    for token in tokens[mark.last : min(mark.last + 4, end)]:
        if token.lower in words.venue_nouns:
            return True
        if token.pos not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def _is_seat(tokens: list[Token], mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a town is that of a court of the world: "the Hague tribunal" is of no state."""
    words = lexicon.words
    after = tokens[mark.last].lower if mark.last < len(tokens) else ""
    return tokens[mark.last - 1].lower in words.world_seats and after in words.world_courts


def is_place(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capital is meant as a place: after a preposition of place, unless a verb of dealing governs it."""
    if token.dep != "pobj":
        return token.dep in ("npadvmod",)
    return token.head.lower in lexicon.words.place_prepositions
