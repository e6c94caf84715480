"""When a deed happened: by the time expression of its clause, of the clause it is part of, or the report's present."""

from __future__ import annotations

import re
from datetime import date

from detente.dating.attach import AFTER, distance, load_travel, mention_head
from detente.dating.bounds import days_after, doubt, event_days, is_past, stand_off, stays
from detente.dating.carriers import carriers, last_of_row
from detente.dating.clauses import clause_verb, is_moved_to, is_verb, verb_tense
from detente.dating.meetings import gathering_times
from detente.dating.reading import WIDE
from detente.model import Document, Interval, Span, TimeMention, Token

Dated = tuple[Interval, Span | None, str]
_LENGTH = re.compile(r"P(\d+)([DWM])")
_LEAD = 2
"""Sentences at the top in which a perfect or present tense tells the news."""


ENTRIES = 3
"""Days with which sentences open, from which on a text may be a chronology."""
OPENING, ENDS_OF_DAYS = 7, frozenset({":", "-", "–", "—"})
"""Words within which the day that opens a line of a chronology ends, and what stands behind it."""


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
    here = _in_sentence(document, token)
    times = [m for m in here if m.interval and m.rule != "named-period"]
    times += gathering_times(document, token.sentence, times)
    if not times:
        return _date_offset(document, token, here) or _of_entry(document, token)
    heads = [(mention, mention_head(document, mention)) for mention in times]
    best: tuple[float, int, Dated] | None = None
    row = last_of_row(token)
    for how, carrier, cost in carriers(token):
        for mention, head in heads:
            if carrier is row and head.i < carrier.i:
                continue
            if mention.tokens[0] <= carrier.i < mention.tokens[1] and carrier is not token:
                far: float | None = 0.0
                interval = mention.interval
            else:
                far = (
                    None
                    if stays(mention, head, carrier)
                    else distance(head, carrier, back=is_past(mention, document.published))
                )
                new = head.i > carrier.i and is_moved_to(head, clause_verb(head) or carrier)
                interval = None if far is None else event_days(mention, carrier, document.published, new)
            if far is None and (far := distance(head, carrier, AFTER)) is not None:
                interval, far = days_after(mention, carrier, document.published), far + 2
            if far is None or interval is None:
                continue
            rank = (cost * 2 + far + (mention.kind != "date") + doubt(mention), abs(head.i - token.i))
            if best is None or rank < best[:2]:
                best = (*rank, (interval, mention.span, how))
    if best is None:
        return _date_offset(document, token, here) or _of_entry(document, token)
    return _narrowed(best[2], token, heads)


def _narrowed(dated: Dated, token: Token, heads: list[tuple[TimeMention, Token]]) -> Dated:
    """A month or year given way to the gathering in it at which the deed was done."""
    days, _, how = dated
    for mention, head in heads:
        met = mention.interval
        if mention.rule != "gathering" or met is None or days.days <= 8:
            continue
        within = days.first <= met.first and met.last <= days.last
        if within and any(distance(head, carrier) is not None for _, carrier, _ in carriers(token)):
            return met, mention.span, how
    return dated


def _of_entry(document: Document, token: Token) -> Dated | None:
    """The day with which the line of a chronology opens: "May 4, 2003: X recalls its envoy. Y protests."."""
    sentence = token.sentence
    if sentence.kind != "body":
        return None
    at = sentence.index
    while at and document.sentences[at - 1].line == sentence.line:
        at -= 1
    opening = document.sentences[at].tokens
    ends = [t for t in opening[:OPENING] if t.text in ENDS_OF_DAYS]
    if not ends:
        return None
    dates = [m for m in document.times if m.kind == "date" and m.interval]
    opens = next((m for m in dates if m.tokens[0] == opening[0].i and m.tokens[1] - ends[0].i in (0, 1)), None)
    if opens is None or opens.interval is None:
        return None
    openings = {s.tokens[0].i for s in document.sentences if s.tokens}
    entries = {m.interval for m in dates if m.tokens[0] in openings}
    return (opens.interval, opens.span, "own clause") if len(entries) >= ENTRIES else None


def _date_offset(document: Document, token: Token, here: list[TimeMention]) -> Dated | None:
    """Date a deed that another stands off from: "came two days after the vote", where the coming is dated."""
    for mention in here:
        if mention.rule != "offset":
            continue
        link = document.tokens[min(mention.tokens[1], len(document.tokens) - 1)]
        match = _LENGTH.fullmatch(mention.value or "")
        if not match or link.lower not in ("after", "before"):
            continue
        other = _beyond(link)
        main = clause_verb(other.head) if other is not None and other.head is not other else None
        if other is None or main is None or other not in (token, token.head, clause_verb(token)):
            continue
        base = _base(document, main, other)
        if base is None or base.days > 31:
            continue
        words = mention.span.of(document.text).lower()
        days = stand_off(base, -1 if link.lower == "after" else 1, float(match[1]), match[2], words)
        if days:
            return days, mention.span, "governing clause"
    return None


def _base(document: Document, main: Token, other: Token) -> Interval | None:
    """The day that a deed stands off from: of the clause above, or of saying so, where that clause is still to come.

    "X would meet Y on 12 June, a week after he had called it off": what is over stands off from the saying.
    """
    if any(c.tag == "MD" for c in main.children) and is_verb(other) and verb_tense(other) == "past":
        above = clause_verb(main.head) if main.dep == "ccomp" else None
        if above is None:
            return None
        main = above
    dated = date_event(document, main.i)
    if dated is not None:
        return dated[0]
    if main.lemma in load_travel().comes and verb_tense(main) == "present" and document.published is not None:
        return _present(document.published) if document.published.days <= WIDE else None
    return report_frame(document, main)


def _beyond(link: Token) -> Token | None:
    """The verb or noun that "after" or "before" introduces."""
    if link.dep == "mark":
        return link.head
    return next((c for c in link.children if c.dep in ("pobj", "pcomp")), None)


def _in_sentence(document: Document, token: Token) -> list[TimeMention]:
    return [m for m in document.times if document.tokens[m.tokens[0]].sentence is token.sentence]


def date_saying(document: Document, token_index: int) -> Dated | None:
    """Date a speech act by the verb that reports it: "said on Monday that it would ..." for what it would do.

    Args:
        token_index: of the word that names the act, inside the reported clause or the reporting verb itself.
    Returns:
        As `date_event`, of the nearest reporting verb above; its report's present where it has no date of its own.
    """
    token = document.tokens[token_index]
    verb = clause_verb(token)
    while verb is not None and verb.dep in ("ccomp", "xcomp", "conj", "advcl") and verb.head is not verb:
        above = clause_verb(verb.head)
        if above is None or above is verb:
            break
        if verb.dep == "ccomp" and above.lemma in load_travel().speech:
            frame = report_frame(document, above)
            return date_event(document, above.i) or ((frame, None, "saying") if frame else None)
        verb = above
    return None


def report_frame(document: Document, token: Token) -> Interval | None:
    """The report's present, for an undated deed told as news: the day before its own, or its own.

    A simple past tense in the main line of the report is news; a perfect or present tense only at the top. What is
    told in the past perfect, with modals, in relative clauses, as a noun inside another statement, or with words like
    "repeatedly" is background and gets nothing; so does everything where the report's day is not known.
    """
    published = document.published
    if published is None or published.days > WIDE or _quoted(document, token):
        return None
    verb = token if is_verb(token) else _carrier_verb(token)
    if verb is None:
        headline = token.sentence.kind == "headline" and clause_verb(token) is None
        return _present(published) if headline else None
    if not _is_news(document, verb, _rank(document, token) <= _LEAD):
        return None
    said = _saying_day(document, verb)
    return said or _present(published)


def _saying_day(document: Document, verb: Token) -> Interval | None:
    """For what is reported in a past tense: the day of the saying and the one before, where that is dated."""
    above = clause_verb(verb.head) if verb.dep == "ccomp" and verb.head is not verb else None
    dated = date_event(document, above.i) if above is not None else None
    if dated is None or dated[0].days > 7:
        return None
    return Interval(dated[0].shift(-1).first, dated[0].last, "inferred")


def _is_news(document: Document, verb: Token, lead: bool, depth: int = 0) -> bool:
    """Whether a clause is told in the reporter's present."""
    travel = load_travel()
    if any(c.lower in travel.hidden for c in verb.children) or _elsewhere(document, verb):
        return False
    form, above = _form(verb), clause_verb(verb.head) if verb.head is not verb else None
    if verb.dep == "ccomp" and above and (_form(above) == "pluperfect" or _hidden(above)):
        return False
    if form == "past":
        if verb.dep == "advcl" and above and (date_event(document, above.i) or _elsewhere(document, above)):
            return False
        return verb.dep not in ("relcl", "acl")
    if form in ("perfect", "progressive") or (form == "present" and verb.lemma in travel.speech):
        ahead = verb.lemma in _AHEAD and verb.tag == "VBN"
        return lead and not ahead and verb.dep in ("ROOT", "conj", "ccomp")
    if form == "participle" and above and above is not verb and depth < 3:
        return _form(above) == "past" and _is_news(document, above, lead, depth + 1)
    return False


_AHEAD = frozenset({"set", "schedule", "plan", "expect", "slate"})


def _hidden(verb: Token) -> bool:
    return any(c.lower in load_travel().hidden for c in verb.children)


def _elsewhere(document: Document, verb: Token) -> bool:
    """Whether the clause names a time, bounded or not, that is not its date ("before Christmas", "since then")."""
    for mention in _in_sentence(document, verb):
        timely = mention.kind == "date" and mention.rule != "named-period"
        if timely and distance(mention_head(document, mention), verb, AFTER) is not None:
            return True
    return False


def _quoted(document: Document, token: Token) -> bool:
    """Whether a word stands between quotation marks that its sentence or paragraph opens."""
    marks = [t.text for t in token.sentence.tokens if t.i < token.i and t.text in _MARKS]
    opened = sum(m == "“" for m in marks) > sum(m == "”" for m in marks)
    return opened or sum(m in ('"', "``", "''") for m in marks) % 2 == 1


_MARKS = frozenset({"“", "”", '"', "``", "''"})


def _carrier_verb(token: Token) -> Token | None:
    """The light verb that says of a noun's deed that it took place."""
    verb = clause_verb(token)
    if verb is None or any(c.lower in load_travel().hidden | {"recent", "previous", "past"} for c in token.children):
        return None
    reached = [carrier for _, carrier, _ in carriers(token)]
    return verb if verb in reached and (verb.lemma in load_travel().light or _during(token)) else None


def _during(token: Token) -> bool:
    return token.dep == "pobj" and token.head.lower in ("during", "at")


def _present(published: Interval) -> Interval:
    first = published.first.toordinal() - (published.days == 1)
    return Interval(date.fromordinal(max(first, 1)), published.last, "inferred")


def _rank(document: Document, token: Token) -> int:
    """How many sentences of the body come before; 0 for headlines."""
    before = 0
    for sentence in document.sentences:
        if sentence is token.sentence:
            break
        before += sentence.kind == "body"
    return before


def _form(verb: Token) -> str:
    """past, present, perfect, pluperfect, progressive, modal, infinitive or participle."""
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if verb.dep == "conj" and not helpers and not any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        helpers = [c for c in verb.head.children if c.dep in ("aux", "auxpass")]
    lowers = {c.lower for c in helpers}
    if any(c.tag == "MD" for c in helpers) or verb.tag == "MD":
        return "modal"
    if "to" in lowers:
        return "infinitive"
    if any(c.lemma == "have" for c in helpers):
        return "pluperfect" if "had" in lowers else "perfect"
    if any(c.tag == "VBD" for c in helpers) or verb.tag == "VBD":
        return "past"
    if any(c.tag in ("VBZ", "VBP") for c in helpers):
        return "progressive" if verb.tag in ("VBG", "VBN") else "present"
    return {"VBZ": "present", "VBP": "present", "VBG": "participle", "VBN": "participle"}.get(verb.tag, "infinitive")
