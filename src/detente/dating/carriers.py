"""The words whose date is that of a deed: itself, its light verb, the clause that it is part of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dating.attach import AFTER, AHEAD, NOUNS, SPOKEN_OF, is_to, load_travel
from detente.dating.clauses import clause_verb, is_finite, is_verb, ranked_by
from detente.dating.grammar import load_grammar
from detente.model import Token

_MEANS = frozenset({"before", "by", "in", "on", "through", "upon", "while", "with"})
_MARKS = frozenset({"mark", "advmod"})


def carriers(token: Token) -> Iterator[tuple[str, Token, float]]:
    """The words whose date is the event word's date: itself, its light verb, the clause it is part of.

    Yields: how ("own clause", "governing clause"), the word, a cost.
    """
    yield "own clause", token, 0.0
    seen, last = 0, last_of_row(token)
    while seen < 6:
        step = _above_verb(token) if is_verb(token) else _above_noun(token)
        if step is None:
            break
        how, token, cost = step
        yield how, token, cost + seen
        seen += 1
    if last is not None:
        yield "own clause", last, 2.0


def last_of_row(verb: Token) -> Token | None:
    """ "Deported" of "arrested X and deported him in March", whose time is that of both."""
    last = verb
    while is_verb(last):
        joined = [c for c in last.children if c.dep == "conj" and c.tag == verb.tag and c.tag in ("VBD", "VBN")]
        if (
            not joined
            or any(c.lower == "but" and c.dep == "cc" for c in last.children)
            or any(c.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in joined[-1].children)
        ):
            break
        last = joined[-1]
    return last if last is not verb else None


def _above_noun(token: Token) -> tuple[str, Token, float] | None:
    """From a noun to the verb or noun that carries it."""
    travel, head = load_travel(), token.head
    if head is token:
        return None
    if token.dep == "pobj" and head.dep == "prep":
        owner = head.head
        if head.lower == "of" and owner.lower in travel.edges:
            return "own clause", owner, 0.5
        if head.lower in SPOKEN_OF and owner.lemma in travel.speech:
            return None
        if is_verb(owner) and (head.lower in travel.lends or head.lower in ("after", "following")):
            return "own clause" if head.lower in travel.lends else "governing clause", owner, 1.5
        return None
    if head.lemma == "be" and token.dep == "nsubj" and is_verb(head):
        head = next((c for c in head.children if c.dep == "xcomp" and is_to(c)), head)
    if is_verb(head) and token.dep in ("dobj", "nsubj", "nsubjpass", "attr"):
        return ("own clause", head, 0.5) if head.lemma in travel.light else None
    if token.dep in ("conj", "compound") and head.pos in NOUNS:
        return "own clause", head, 1.0
    return None


def _above_verb(token: Token) -> tuple[str, Token, float] | None:
    """From a verb to the verb whose time it shares."""
    head = token.head
    if head is token:
        return None
    if (time := _time_of_when(token)) is not None:
        return "own clause", time, 0.0
    above = clause_verb(head)
    if above is None or above is token:
        return None
    if (said := ranked_by(token) or _of_last_time(token)) is not None:
        return "own clause", said, 0.5
    if token.dep == "acl" and is_to(token) and head.lemma in load_travel().decisions:
        return "own clause", head, 0.5
    if token.dep == "xcomp" and above is head and (above.lemma in load_travel().shares or _is_due(head, token)):
        return "own clause", above, 0.5
    if token.dep == "conj" and is_verb(head):
        own = any(c.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in token.children)
        return None if own or token.tag != head.tag else ("own clause", head, 1.0)
    if token.dep in ("relcl", "advcl") and head.pos in NOUNS and any(c.lower == "when" for c in token.children):
        return "own clause", head, 0.0
    if token.dep == "relcl" and head.pos == "NOUN" and _is_within(token):
        return "own clause", head, 0.5
    if (text := _text_that(token)) is not None:
        return "own clause", text, 1.5
    if any(c.lower in load_travel().hidden for c in token.children):
        return None
    if token.dep in ("advcl", "pcomp") and not is_finite(token) and token.tag == "VBG":
        return None if token.dep == "pcomp" and _is_apart(token) else ("governing clause", above, 1.0)
    if token.dep == "advcl" and any(c.lower in ("as", "when", "while") for c in token.children if c.dep in _MARKS):
        return "governing clause", above, 1.0
    return None


def _text_that(verb: Token) -> Token | None:
    """The text that does a deed, and whose day is the deed's: "the 2011 accord gave", "a law of 2012 that froze"."""
    if verb.tag != "VBD":
        return None
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    if verb.dep == "relcl" and (subject is None or subject.lower in ("that", "which")):
        subject = verb.head
    return subject if subject is not None and subject.lemma in load_travel().texts else None


def _is_due(above: Token, deed: Token) -> bool:
    """Whether a verb only says when something is to be: "In May X was scheduled to meet Y"."""
    return above.lemma in AHEAD and is_to(deed) and any(c.dep == "auxpass" for c in above.children)


def _is_within(verb: Token) -> bool:
    """Whether a clause tells what was done on an occasion or under a pact: "a call on Monday in which X asked"."""
    leads = (
        c for c in verb.children if c.dep == "prep" and c.lower in ("at", "during", "in", "under") and c.i < verb.i
    )
    return any(o.lower == "which" for lead in leads for o in lead.children)


def _is_apart(deed: Token) -> bool:
    """Whether a deed has another day than the clause it is part of: "jailed on Monday for firing", "since leaving".

    What one does by it, or just after it ("said on Monday after meeting X"), has the same.
    """
    preposition = deed.head.lower
    return preposition not in _MEANS and not (preposition in AFTER and deed.lemma in load_travel().brief)


def _of_last_time(verb: Token) -> Token | None:
    """ "Was" of "the last time X visited Y was in 1998": the visit is of its time."""
    time = verb.head
    said = verb.dep == "relcl" and time.lemma == "time" and time.dep == "nsubj" and time.head.lemma in ("be", "come")
    return time.head if said else None


def _time_of_when(verb: Token) -> Token | None:
    """The word before "when", whose time a clause takes where it is one: "since 1974, when X invaded"."""
    mark = next((c for c in verb.children if c.lower == "when"), None)
    words = verb.sentence.tokens
    at = mark.i - words[0].i - 1 if mark is not None else -1
    if at > 0 and words[at].text in (",", "'s", "’s"):
        at -= 1
    return words[at] if at >= 0 and _names_time(words[at]) else None


def _names_time(word: Token) -> bool:
    """Whether a word is a year, a decade, a month, a season or a day of the week."""
    words = load_grammar().words
    number = word.text.removesuffix("s")
    year = number.isdigit() and (len(number) == 4 or (len(number) == 2 and number != word.text))
    return year or any(word.lower in words[name] for name in ("month", "weekday", "season"))
