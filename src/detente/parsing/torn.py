"""Guests, rows, times and other nouns that the parser tears from what they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.fronted import free_day, free_name
from detente.parsing.hanging import BESIDE, DOING, FINITE, TIMES, hang
from detente.parsing.torn_clauses import (
    NOUNS,
    SUBJECTS,
    SUMMED_UP,
    TERMS,
    deny,
    give_term,
    hang_on_asker,
    hang_on_ranked,
    join_infinitive,
    make_clause,
    make_comment,
    make_relative,
    part_from_receiver,
)

MET, STANCES = word_list("saying-to") | word_list("dealing-with-guests"), word_list("stances-to")
MEETING = frozenset({"meet", "receive", "see", "visit"})
CLAUSES = frozenset({"advcl", "ccomp", "conj", "dobj", "xcomp"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
HELPERS = frozenset({"aux", "auxpass"})
NAMED = frozenset({"nsubj", "nsubjpass", "pobj"})


def mend_torn(tokens: Sequence[Token]) -> None:
    """Mend these in a sentence, and clauses that are torn off (`torn_clauses`), in one pass."""
    for token in tokens:
        if token.lemma in TERMS:
            give_term(token)
        elif token.lower in ("neither", "nor"):
            deny(token)
        elif token.lower in ("touring", "visiting") and token is tokens[0]:
            _make_guests(token)
        elif token.lower == "to" and token.dep == "aux" and token.head.tag == "RB":
            join_infinitive(token, tokens)
        if token.dep == "compound" and token.lower in TIMES and token.head.dep in NAMED:
            free_day(token, tokens)
        elif token.dep == "dep" and token.pos == "PROPN":
            free_name(token)
        elif token.dep == "npadvmod" and token.head.i > token.i > tokens[0].i:
            _give_day(token, tokens)
        if token.dep == "dobj" and token.pos == "PROPN":
            _give_thing(token)
        elif token.dep == "nmod" and token.pos == "PROPN":
            _give_row(token)
        elif token.dep == "pcomp" and token.tag == "VBG":
            part_from_receiver(token)
        elif token.dep == "nsubj" and token.pos == "PROPN":
            _govern(token, tokens)
        if token.dep == "conj" and token.pos in NOUNS:
            _join_met(token)
        elif token.dep == "dobj" and token.lemma in STANCES:
            _hang_on_stance(token, tokens)
        elif token.dep == "dobj" and token.lemma in SUMMED_UP:
            make_comment(token)
        elif token.dep == "pobj" and token.head.lower == "since":
            _give_time(token)
        if token.dep in CLAUSES:
            if token.lower == "visiting":
                _join_guest(token)
            elif token.pos in DOING:
                hang_on_asker(token, tokens)
                make_clause(token, tokens)
                make_relative(token)
                hang_on_ranked(token)
        elif token.dep == "acl" and token.pos in DOING:
            make_relative(token)
        elif token.dep == "cc" and token.lower == "plus":
            _join_one_more(token)
        if token.pos in DOING and token.dep in ("ROOT", "ccomp"):
            _free_row(token, tokens)
        if (token.text in DASHES or token.text == ",") and token.i > tokens[0].i:
            _join_dashed(token, tokens)


def _govern(name: Token, tokens: Sequence[Token]) -> None:
    """Give "to" of "X's letter to Y cancelled the talks" its Y, where it was read as a second subject."""
    verb, first = name.head, name.i
    for inside in name.children:
        first = min(first, inside.i, *(t.i for t in inside.children))
    before = tokens[first - 1 - tokens[0].i] if first > tokens[0].i else name
    if before.dep != "prep" or before.lower not in ("to", "with") or before.children:
        return
    if any(c.dep in SUBJECTS and c.i < before.i for c in verb.children):
        hang(name, before, "pobj")


def _join_guest(coming: Token) -> None:
    """Make the minister of "told visiting X's minister that" whom one told, who came, not whom one visited.

    So too of "X and visiting Y envoys agreed".
    """
    verb = coming.head
    guest = next((c for c in coming.children if c.dep == "dobj"), None)
    if guest is not None and coming.dep == "conj" and verb.pos in NOUNS and coming.i < guest.i:
        hang(guest, verb, "conj")
        hang(coming, guest, "amod")
        return
    if verb.i != coming.i - 1 or guest is None or verb.lemma not in MET:
        return
    for child in [c for c in coming.children if c is not guest]:
        hang(child, verb, child.dep)
    hang(guest, verb, "dobj")
    hang(coming, guest, "amod")


def _join_one_more(joining: Token) -> None:
    """Join Y to the group in "the five members of X plus Y", where it was read as one more X.

    In "X and Y, members of Z, plus W" W is no other name of theirs either.
    """
    inner = joining.head
    second = next((c for c in inner.children if c.dep == "conj" and c.i > joining.i), None)
    if second is not None and inner.dep == "appos":
        hang(joining, inner.head, "cc")
        hang(second, inner.head, "conj")
        return
    if second is None or inner.dep != "pobj" or inner.head.lower != "of" or inner.head.head.tag != "NNS":
        return
    outer = inner.head.head
    if any(c.dep == "nummod" for c in outer.children):
        hang(joining, outer, "cc")
        hang(second, outer, "conj")


def _join_dashed(dash: Token, tokens: Sequence[Token]) -> None:
    """Join Y to X in "pressed by X - and its ally Y - to go", where Y was read as joined to the verb.

    Between commas only who does it: "X expelled two, and Y three" joins nothing.
    """
    at = dash.i - tokens[0].i
    first = tokens[at - 1]
    if dash.text == "," and first.head.dep != "agent":
        return
    joining = tokens[at + 1] if at + 1 < len(tokens) else dash
    verb = joining.head
    if joining.dep != "cc" or first.pos not in NOUNS or first not in verb.subtree() or verb.i > first.i:
        return
    second = next((c for c in verb.children if c.dep == "conj" and c.i > joining.i), None)
    if verb.pos in DOING and second is not None and second.pos in NOUNS and not _has_subject(second):
        hang(joining, first, "cc")
        hang(second, first, "conj")


def _free_row(verb: Token, tokens: Sequence[Token]) -> None:
    """Make "Y and Z" the subject of "In X, Y and Z agreed", where they were read as joined to X."""
    if any(c.dep in (*SUBJECTS, "csubj", "expl") for c in verb.children):
        return
    if verb.tag not in FINITE and not any(c.dep in ("aux", "auxpass") for c in verb.children):
        return
    before = tokens[: verb.i - tokens[0].i]
    last = next((t for t in reversed(before) if not (t.head is verb and t.dep in BESIDE)), verb)
    first = last
    while first.dep == "conj" and first.head.dep == "conj":
        first = first.head
    place = first.head
    if last.dep != "conj" or last.pos not in NOUNS or place.dep != "pobj" or verb not in place.ancestors():
        return
    between = tokens[place.i + 1 - tokens[0].i : first.i - tokens[0].i]
    row = any(c.dep == "conj" for c in first.children)
    if row and between and between[0].text == "," and all(t.head is first for t in between[1:]):
        hang(first, verb, "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj")


def _give_time(past: Token) -> None:
    """Give year and place of "the first to visit since Paz in Lima in 1972" to what it is since, not to the visit."""
    if past.pos not in NOUNS:
        return
    last, row = max(t.i for t in past.subtree()), []
    for within in [c for c in past.head.head.children if c.i > past.i]:
        named = next((c for c in within.children if c.dep == "pobj"), None)
        if within.i != last + 1 or within.lower not in ("at", "in", "on") or named is None:
            return
        row.append(within)
        if named.pos == "NUM" or named.lemma in TIMES:
            for preposition in row:
                hang(preposition, past, "prep")
            return
        last = max(t.i for t in within.subtree())


def _give_day(day: Token, tokens: Sequence[Token]) -> None:
    """Give the day that ends a clause in front to that clause: "As X prepared to meet Y [Monday], Z said".

    So too "The rulers that took over X [last year] have jailed Y".
    """
    at, first = day.i - tokens[0].i, min(t.i for t in day.subtree()) - tokens[0].i
    if first == 0 or at + 1 >= len(tokens):
        return
    comma, over = tokens[at + 1].text == ",", day.head
    if not comma and not (tokens[at + 1] is over or (tokens[at + 1].head is over and tokens[at + 1].dep in HELPERS)):
        return
    verbs = [t for t in (tokens[first - 1], *tokens[first - 1].ancestors()) if t.pos in DOING]
    if comma:
        ended = any(v.dep == "advcl" and v.head is over and v.i < day.i for v in verbs)
    else:
        ended = any(v.dep == "relcl" and v.head.dep in SUBJECTS and v.head.head is over for v in verbs)
    if ended:
        hang(day, verbs[0], "npadvmod")


def _give_thing(given: Token) -> None:
    """ "Offered X and Y a loan": X and Y are who is offered it, where both were read as what is offered."""
    verb = given.head
    if any(c.dep == "dobj" and c.i > given.i and c.pos == "NOUN" for c in verb.children):
        given.dep = "dative"


def _give_row(given: Token) -> None:
    """ "Sold X and Y ten ships": X and Y are who gets them, where both were read as what they are called."""
    thing = given.head
    verb, row = thing.head, [c for c in given.children if c.dep == "conj"]
    if thing.dep != "dobj" or given.i != verb.i + 1 or not row:
        return
    if any(c.dep in ("nummod", "det") and c.i > row[-1].i for c in thing.children):
        hang(given, verb, "dative")


def _join_met(second: Token) -> None:
    """Join Y to X in "met X on Sunday and Y on Tuesday", where Y was read as joined to the verb or to the day."""
    verb = second.head
    if second.lower in TIMES:
        return
    if verb.lower in TIMES and verb.dep == "pobj":
        verb = verb.head.head
    if verb.lemma not in MEETING:
        return
    first = next((c for c in verb.children if c.dep == "dobj" and c.i < second.i), None)
    if first is not None and not _has_subject(second):
        hang(second, first, "conj")


def _has_subject(verb: Token) -> bool:
    return any(c.dep in SUBJECTS for c in verb.children)


def _hang_on_stance(noun: Token, tokens: Sequence[Token]) -> None:
    """Hang "to sending arms" of "kept up its objection to sending arms" on the objection, not on the verb."""
    if noun.i >= tokens[-1].i:
        return
    to = tokens[noun.i + 1 - tokens[0].i]
    if to.lower == "to" and to.dep == "prep" and to.head is noun.head:
        hang(to, noun, "prep")


def _make_guests(coming: Token) -> None:
    """Make the guests the subject of "Visiting X envoys met Y", which was read as visiting them.

    Of "Visiting Lima, X's minister met Y", read as another word for Lima, the minister is the subject.
    """
    verb = coming.head
    guests = next((c for c in coming.children if c.dep == "dobj"), None) if coming.dep == "csubj" else None
    named = next((c for c in guests.children if c.dep == "appos"), None) if guests is not None else None
    if named is not None and named.pos == "NOUN" and named.i == verb.i - 1:
        hang(named, verb, "nsubj")
        hang(coming, verb, "advcl")
        return
    if guests is not None and verb.lemma != "be" and not _has_subject(verb):
        hang(guests, verb, "nsubj")
        hang(coming, guests, "amod")
