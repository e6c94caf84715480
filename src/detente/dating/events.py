"""When a deed happened: the time expression of its clause, of the clause it is part of, or nothing."""

from __future__ import annotations

from datetime import date

from detente.dating.clauses import clause_verb, is_finite, own_clause
from detente.model import Document, Interval, Span, TimeMention, Token

Dated = tuple[Interval, Span | None, str]


def date_event(document: Document, token_index: int) -> Dated | None:
    """Date an event word by the words around it.

    Args:
        document: with its times found.
        token_index: of the event word in `document.tokens`.
    Returns:
        Days, the passage that says so, and how: "own clause" or "governing clause"; None where no words date it
        (whether the report's own day applies is for `report_frame` to say).
    """
    token = document.tokens[token_index]
    times = [m for m in document.times if m.interval and _in_sentence(document, m, token)]
    for how, top in _frames(token):
        mention = _nearest(document, times, token, top)
        if mention and (interval := _event_days(mention, document.published)):
            return interval, mention.span, how
    return None


def report_frame(document: Document, token: Token) -> Interval | None:
    """The report's present, for an undated clause told as news; None for backgrounds or where the day is unknown."""
    published = document.published
    if published is None or published.days > 366:
        return None
    verb = clause_verb(token)
    if verb is None:
        return None
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if any(c.lower == "had" for c in helpers) or any(c.tag == "MD" for c in helpers):
        return None
    early = token.sentence.index <= 3
    if any(c.lemma == "have" for c in helpers):
        return _days_before(published, 1) if early else None
    if verb.tag in ("VBD", "VBZ", "VBP") or any(c.tag in ("VBD", "VBZ", "VBP") for c in helpers):
        return _days_before(published, 1)
    return None


def _days_before(published: Interval, days: int) -> Interval:
    return Interval(date.fromordinal(max(published.first.toordinal() - days, 1)), published.last, "inferred")


def _in_sentence(document: Document, mention: TimeMention, token: Token) -> bool:
    return document.tokens[mention.tokens[0]].sentence is token.sentence


def _frames(token: Token) -> list[tuple[str, Token]]:
    """Words whose clause may date the event, nearest first."""
    frames: list[tuple[str, Token]] = [("own clause", token)]
    verb = clause_verb(token)
    if verb is None:
        return [*frames, ("own clause", token.sentence.root)]
    if verb is not token:
        frames.append(("own clause", verb))
    while verb.head is not verb:
        if verb.dep == "conj" and verb.head.pos in ("VERB", "AUX"):
            frames.append(("own clause", verb.head))
        elif verb.dep in ("advcl", "pcomp", "acl", "xcomp", "prep") and not is_finite(verb):
            above = clause_verb(verb.head)
            if above is None:
                break
            frames.append(("governing clause", above))
            verb = above
            continue
        else:
            break
        verb = verb.head
    return frames


def _nearest(document: Document, times: list[TimeMention], token: Token, top: Token) -> TimeMention | None:
    found = []
    for mention in times:
        head = _mention_head(document, mention)
        if not (_below(head, top) and own_clause(head, top)):
            continue
        depth = _depth(head, top)
        found.append((depth, abs(head.i - token.i), mention))
    return min(found, key=lambda f: f[:2])[2] if found else None


def _mention_head(document: Document, mention: TimeMention) -> Token:
    first, last = mention.tokens
    tokens = document.tokens[first:last]
    return next((t for t in tokens if not first <= t.head.i < last or t.head is t), tokens[0])


def _below(token: Token, top: Token) -> bool:
    return token is top or any(a is top for a in token.ancestors())


def _depth(token: Token, top: Token) -> int:
    depth = 0
    while token is not top and token.head is not token:
        token, depth = token.head, depth + 1
    return depth


def _event_days(mention: TimeMention, published: Interval | None) -> Interval | None:
    """The days that a time expression leaves to what hangs on it."""
    interval = mention.interval
    if interval is None:
        return None
    if mention.part == "since":
        last = max(published.last, interval.last) if published else None
        return Interval(interval.first, last, "bounded") if last else None
    if mention.part == "after":
        return (
            Interval(interval.first, published.last, "bounded")
            if published and interval.first <= published.last
            else None
        )
    if mention.part == "before":
        return None
    return interval
