"""What a verb of naming calls its object ("called the raid a crime"), and what is said of somebody in his own words."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.phrases import antecedents, child, conjuncts, is_quoted
from detente.model import Token

RELATIVES = word_list("relative-pronouns")
NOT_VERBS = word_list("never-verbs")
CONTENT = frozenset({"ADJ", "ADV", "NOUN", "VERB"})
ARTICLES = frozenset({"a", "an"})
ACTS = word_list("acts-of")
"""Words that leave it to their "of" what they are: "an act of piracy"."""


def name_of(
    verb: Token, named: list[Token], indirect: list[Token], likened: list[Token]
) -> tuple[list[Token], list[Token]]:
    """What a verb of naming is said of, and what it calls that, with the adjectives of the name.

    Args:
        verb: the verb of naming.
        named: its object, as far as the parse gives one.
        indirect: its indirect object, which the parser often takes the object for.
        likened: what its "as" governs.
    """
    said = [t for c in verb.children if c.dep == "oprd" for t in conjuncts(c)]
    clauses = (c for c in verb.children if c.dep in ("ccomp", "xcomp"))
    clause = next((c for c in clauses if c.pos in ("ADJ", "NOUN", "PROPN") or c.lower in NOT_VERBS), None)
    given = child(verb, "dobj")
    if not said and clause is None and (what := _said_to_be(verb)) is not None:
        subject = child(what.head, "nsubj")
        said, named = conjuncts(what), conjuncts(subject) if subject is not None else named
    elif not said and clause is not None and (subject := child(clause, "nsubj")) is not None:
        said, named = conjuncts(clause), conjuncts(subject)
    elif not said and indirect and given is not None:
        said, named = conjuncts(given), indirect
    elif said and given is None and not named and indirect:
        named = indirect
    elif len(said) > 1 and given is None and not named and all(t.pos == "PROPN" for t in said):
        # "called on Sunday President X and Chancellor Y"
        return said, []
    elif said and given is None and not named and (first := child(said[0], "compound", "nsubj")) is not None:
        named = [first]
    elif said and given is None and not named and (name := _beside(said[0])) is not None:
        said, named = [name], said
    elif not said:
        said, named = _misread(verb, named)
    said += [c for t in named for c in t.children if c.dep == "amod" and c.i > t.i]
    said += likened
    said += [c for p in verb.children if p.lower == "as" for c in p.children if c.pos in ("ADJ", "VERB")]
    acts = [c for t in said if t.lemma in ACTS for c in t.children if c.lower == "of"]
    said += [o for c in acts for o in c.children if o.dep == "pobj"]
    within = [c for t in said for c in t.children if c.dep in ("amod", "conj", "compound") and c not in named]
    return named, [*said, *within] if said else []


def _said_to_be(verb: Token) -> Token | None:
    """ "Threat" of "considers X to be a threat"."""
    clauses = (c for c in verb.children if c.lower == "be" and c.dep in ("ccomp", "xcomp") and c.tag == "VB")
    being = next(clauses, None)
    return child(being, "attr", "acomp") if being is not None else None


def _misread(verb: Token, named: list[Token]) -> tuple[list[Token], list[Token]]:
    """A name that the parser hung elsewhere: what it calls the object is mostly an indefinite phrase behind it."""
    given = [c for c in verb.children if c.dep == "dobj"]
    if len(given) == 2 and given[0].lower in RELATIVES and given[0].i < verb.i:
        # "the pact that X called a disaster": "that" is the object, the disaster its name
        return [given[1]], antecedents([given[0]])
    relative = any(c.dep == "mark" and c.lower in RELATIVES for c in verb.children)
    if verb.dep == "relcl" and relative and given and _is_indefinite(given[0]):
        return [given[0]], conjuncts(verb.head)
    for token in given[:1]:
        inner = [token, *(o for c in token.children if c.dep == "prep" for o in c.children if o.dep == "pobj")]
        signed = [c for c in token.children if c.dep == "acl" and c.tag == "VBN"]
        beside = [name for t in inner if (name := _beside(t)) is not None]
        beside += [o for c in signed if (o := child(c, "dobj", "oprd")) is not None and _is_indefinite(o)]
        if beside:
            return beside[:1], named
    return [], named


def _beside(noun: Token) -> Token | None:
    """The indefinite phrase that was read as another word for a noun, or as its measure: "X's raid a 'brutal act'"."""
    found = (c for c in noun.children if c.dep in ("appos", "npadvmod") and c.i > noun.i)
    return next((c for c in found if _is_indefinite(c) and (is_quoted(c) or not _is_parted(noun, c))), None)


def _is_indefinite(noun: Token) -> bool:
    return any(c.lower in ARTICLES for c in noun.children)


def _is_parted(noun: Token, other: Token) -> bool:
    """Whether a comma stands between: "called X, a critic of Y" names nothing."""
    tokens = noun.sentence.tokens
    first = tokens[0].i
    return any(t.text in (",", "-", "(") for t in tokens[noun.i - first + 1 : other.i - first])


def quoted_of(clauses: list[tuple[str, Token]]) -> list[Token]:
    """The words in quotation marks in which a clause tells of its subject: "said the raid 'wrecked the truce'"."""
    found: list[Token] = []
    owed = [verb for form, verb in clauses if form == "must"]
    for form, verb in clauses:
        subject = child(verb, "nsubj", "nsubjpass")
        if form == "that" and verb not in owed and subject is not None and not is_quoted(subject):
            found += [t for t in verb.subtree() if t.i > subject.i and t.pos in CONTENT and is_quoted(t)]
    return found
