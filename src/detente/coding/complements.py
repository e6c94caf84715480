"""What the prepositions of a word govern."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.clauses import wished_for
from detente.coding.phrases import agents, antecedents, child, conjuncts, named_thing
from detente.model import Token

TIMES = word_list("days-and-months")
UNITS = word_list("time-units")
SIDING = frozenset({"solidarity", "sympathy"})
CITING = frozenset({"according"})
"""Words whose "to" names who says so."""
LASTING, OVER = frozenset({"for", "in"}), frozenset({"by", "over", "via"})
PHONES = word_list("by-phone")
COMPOUND = {noun: name for name in ("outside", "against") for noun in word_list(f"compound-{name}")}
"""Nouns that make a longer preposition of "in": "in front of the embassy", "in protest at the visit"."""


def prepositions(token: Token, found: dict[str, list[Token]] | None = None) -> dict[str, list[Token]]:
    """Complements of the prepositions that hang on a word, by preposition."""
    found = {} if found is None else found
    for prep in token.children:
        if is_absolute(prep) or _is_siding(prep):
            continue
        if prep.dep in ("prep", "agent", "dative", "prt") and prep.pos in ("ADP", "SCONJ", "VERB", "ADV"):
            name = "by" if prep.dep == "agent" else prep.lower
            for complement in prep.children:
                if name == "in" and (longer := COMPOUND.get(complement.lower)) is not None:
                    found.setdefault(longer, []).extend(t for ts in prepositions(complement).values() for t in ts)
                elif complement.dep in ("pobj", "pcomp"):
                    thing = named_thing(complement) if complement.dep == "pcomp" else []
                    found.setdefault(name, []).extend(thing or antecedents(conjuncts(complement)))
                elif complement.dep == "prep" and name not in CITING:
                    for inner in complement.children:
                        if inner.dep == "pobj":
                            found.setdefault(complement.lower, []).extend(conjuncts(inner))
                elif complement.dep == "conj" and complement.lower == prep.lower:
                    # "condemned by X and by Y"
                    ends = [o for o in complement.children if o.dep == "pobj"]
                    found.setdefault(name, []).extend(t for o in ends for t in conjuncts(o))
                if complement.dep == "pobj" and (
                    _is_time(complement) if name in LASTING else _is_line(prep, complement)
                ):
                    # "jailed for eight years in X", "its seizure in 1979 of X", "spoke by telephone with X"
                    prepositions(complement, found)
        elif prep.dep == "advmod" and prep.i > token.i:
            # "close to the border", "together with X"
            prepositions(prep, found)
        elif prep.dep == "npadvmod" and prep.lower in TIMES and token.pos == "NOUN":
            # "a summit on Friday of X's leaders"
            prepositions(prep, found)
    wish = wished_for(token) if token.pos in ("NOUN", "VERB") else None
    if wish is not None:
        # "called for X to leave", "called for Y to be freed by X"
        who = child(wish, "nsubj")
        found.setdefault("for", []).extend(conjuncts(who) if who is not None else agents(wish))
    return found


def _is_siding(prep: Token) -> bool:
    """Whether "with" goes on "in solidarity", though it hangs on the verb: "cut ties with X in solidarity with Y"."""
    if prep.lower != "with" or prep.head.lemma in SIDING:
        return False
    tokens = prep.sentence.tokens
    at = prep.i - tokens[0].i
    return at > 1 and tokens[at - 1].lower in SIDING and tokens[at - 2].lower == "in"


def is_absolute(word: Token) -> bool:
    """Whether a "with" opens a clause without a finite verb: ", with X accusing Y"."""
    inside = child(word, "pcomp") if word.lower == "with" else None
    if inside is not None and child(inside, "nsubj") is not None:
        return True
    if word.lower != "with" or word.dep != "prep" or word.i == word.sentence.tokens[0].i:
        return False
    before = word.sentence.tokens[word.i - word.sentence.tokens[0].i - 1]
    doing = (c for c in word.head.children if c.dep == "advcl" and c.tag == "VBG" and c.i > word.i)
    return before.text == "," and any(child(c, "nsubj", "mark", "aux") is None and not comma_before(c) for c in doing)


def comma_before(verb: Token) -> bool:
    at = verb.i - verb.sentence.tokens[0].i
    return verb.sentence.tokens[at - 1].text == ","


def _is_line(prep: Token, word: Token) -> bool:
    """Whether a word says by what means people talk: "by telephone", "over the phone"."""
    return prep.lower in OVER and word.lemma in PHONES


def _is_time(word: Token) -> bool:
    """Whether a word names a stretch of time or a year, of which nothing else is said."""
    return word.lemma in UNITS or (word.pos == "NUM" and len(word.text) == 4 and word.text.isdigit())
