"""Which noun a pronoun is bound to by the syntax of its sentence: the understood subjects above it, whom it blames."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model import Token
from detente.resolving.focus import SUBJECTS
from detente.resolving.words import Words

_CLAUSES = ("VERB", "AUX")
_OBJECTS = ("dobj", "dative", "iobj")
_JOINED = ("conj", "appos")
_LATER = ("after", "following")
_AUTHORED = ("by", "from")
_ABOUT = frozenset({"about", "of"})
_MARKS = ("if", "unless", "when", "after", "because", "since")
_TOLD_BEFORE = ("when", "after", "because", "since")
_STANCES = ("of", "with", "about", "towards", "toward")


def subjects_above(token: Token, words: Words) -> Iterator[Token]:
    """The nouns that are the understood subjects of the clauses round a token, from the nearest outwards.

    A clause that it is itself the subject of is passed over, and one that answers a deed of its.
    """
    below: Token = token
    answer = _answer(token, words)
    for above in token.ancestors():
        if above.pos in _CLAUSES and above is not answer and not (below.dep in SUBJECTS and below.head is above):
            subject = _subject(above, words, token.i)
            if subject is not None:
                yield subject
        elif above.pos in _CLAUSES and (told := _told_before(above, below)) is not None:
            yield told
        below = above


def _told_before(verb: Token, subject: Token) -> Token | None:
    """The subject of what stands before who says it: "X will act if Y leaves, its minister said"."""
    content = next((c for c in verb.children if c.dep == "ccomp" and c.i < subject.i), None)
    return next((c for c in content.children if c.dep in SUBJECTS), None) if content is not None else None


def _subject(verb: Token, words: Words, before: int, depth: int = 0) -> Token | None:
    """Who does what a verb says: its own subject, or the noun that controls it."""
    own = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < before), None)
    if own is not None:
        return _relative(own, verb)
    head = verb.head
    if depth > 4 or head is verb:
        return None
    if verb.dep == "conj" or verb.dep in ("advcl", "dep"):
        return _subject(head, words, before, depth + 1) if head.pos in _CLAUSES else None
    if verb.dep in ("acl", "relcl"):
        return head
    if verb.dep in ("xcomp", "ccomp") and head.pos in _CLAUSES:
        asked = None if head.lemma in words.subject_control else _object(head, verb.i)
        return asked or _subject(head, words, before, depth + 1)
    if verb.dep == "pcomp" and head.head.pos in _CLAUSES:
        asked = _object(head.head, head.i) if head.lower in ("of", "for", "from", "into", "against") else None
        return asked or _subject(head.head, words, before, depth + 1)
    if verb.dep == "pcomp" and head.head.pos in ("NOUN", "PROPN"):
        return head.head
    return None


def _relative(subject: Token, verb: Token) -> Token:
    """What "which" or "that" stands for."""
    return verb.head if subject.tag in ("WDT", "WP") and verb.dep == "relcl" else subject


def _object(verb: Token, before: int) -> Token | None:
    objects = [c for c in verb.children if c.dep in _OBJECTS and c.i < before]
    passive = [c for c in verb.children if c.dep == "nsubjpass" and c.i < before]
    found = objects or passive
    return found[-1] if found else None


def author_of(token: Token, words: Words) -> Token | None:
    """X of "remarks by X in which he", "a letter from X where he", "X's speech in which he"."""
    clause = next((t for t in token.ancestors() if t.dep == "relcl"), None)
    if clause is None or clause.head.lemma not in words.utterances:
        return None
    if not any(c.lower == "where" or any(o.lower == "which" for o in c.children) for c in clause.children):
        return None
    told = clause.head
    done = [c for c in told.children if c.dep == "acl" and c.i < clause.i]
    preps = [c for noun in (told, *done) for c in noun.children if c.lower in _AUTHORED and c.i < clause.i]
    named = [o for c in preps for o in c.children if o.dep == "pobj"]
    return next((t for t in (*named, *(c for c in told.children if c.dep == "poss"))), None)


def blamed(token: Token, words: Words) -> Iterator[Token]:
    """The nouns that "for its", "over its", "if it" speak of: what the clause is aimed at, the nearest first."""
    link = _link(token, words)
    if link is None:
        yield from _backed(token, words)
        return
    verb = next((t for t in [link.head, *link.head.ancestors()] if t.pos in _CLAUSES), link.head)
    if verb.lemma in words.leaning_verbs or _suffers(token, link, words):
        return
    drawn = verb.lemma in words.drawing_verbs and not _is_later(link)
    subject = next((c for c in verb.children if c.dep in SUBJECTS and c.i < link.i), None) if drawn else None
    if subject is not None:
        yield subject
        return
    narrow = verb.lemma not in words.rebuking_verbs and _is_later(link)
    aimed = [t for t in verb.subtree() if t.i < link.i and _is_aim(t, narrow, words) and _within(t, verb)]
    yield from reversed(aimed)


def _backed(token: Token, words: Words) -> Iterator[Token]:
    """X of "stood by X in its quarrel with Y", "backed X in its war"."""
    quarrel = token.head
    within = quarrel.dep == "pobj" and quarrel.lemma in words.quarrels and quarrel.head.lower in ("in", "during")
    verbs = [t for t in quarrel.head.ancestors() if t.pos in _CLAUSES][:1] if within else []
    for verb in (v for v in verbs if v.lemma in words.siding_verbs):
        yield from (c for c in verb.children if c.dep in _OBJECTS and c.i < quarrel.i)
        sides = (c for c in verb.children if c.lower in ("by", "with", "behind") and c.i < quarrel.i)
        yield from (o for c in sides for o in c.children if o.dep == "pobj")


def _is_later(link: Token) -> bool:
    """Whether it only tells what came before: "after its", "when it", "because it"."""
    return link.lower in _LATER or (link.pos in _CLAUSES and any(c.lower in _TOLD_BEFORE for c in link.children))


def _suffers(token: Token, link: Token, words: Words) -> bool:
    """Whether the phrase tells what was done to what is its: "protested to X over the bombing of its embassy"."""
    above = [t for t in token.ancestors() if t.i > link.i]
    own = any(c.lower == "own" for c in token.head.children)
    return (
        not own
        and not _does(token, words)
        and any(t.lemma in words.suffered_nouns for t in above if t is not token.head)
    )


def _does(token: Token, words: Words) -> bool:
    """Whether what is its does what somebody suffers: "protested to X over a raid by its troops"."""
    by = token.head.head
    return token.head.dep == "pobj" and by.lower == "by" and by.head.lemma in words.suffered_nouns


def _is_aim(token: Token, narrow: bool, words: Words) -> bool:
    if token.lower in words.days_of_week:
        return False
    if token.dep == "pobj" and token.head.head.dep == "acomp" and token.head.lower in _STANCES:
        return True  # "is wary of X since it"
    if token.dep != "pobj":
        return token.dep in _OBJECTS and not narrow
    return token.head.lower in (("on", "against") if narrow else words.aiming_prepositions)


def answers(token: Token, words: Words) -> bool:
    """Whether a deed of its is answered by the clause it stands in: "fined X in retaliation for its tariffs"."""
    return _answer(token, words) is not None


def _answer(token: Token, words: Words) -> Token | None:
    """The verb of the clause that answers a deed of its ("imposed sanctions in response to its tests")."""
    if token.tag != "PRP$" or any(c.lower == "own" for c in token.head.children):
        return None
    above = list(token.ancestors())
    ties = (n for n, t in enumerate(above) if t.dep == "pobj" and t.lemma in words.answering_nouns)
    at = next(ties, len(above))
    if at == len(above) or any(t.pos in _CLAUSES for t in above[:at]):
        return None
    return next((t for t in above[at:] if t.pos in _CLAUSES), None)


def _link(token: Token, words: Words) -> Token | None:
    """The word that ties the pronoun's phrase to what it explains: "for", "over", "because", "if"."""
    below = token
    blaming = words.blaming_prepositions | _ABOUT if _does(token, words) else words.blaming_prepositions
    for above in token.ancestors():
        if (
            above.dep in ("prep", "pcomp")
            and (above.lower in blaming or above.lower in _LATER)
            and above.pos in ("ADP", "SCONJ")
        ):
            return above if above.head is not above else None
        if above.lemma in words.answering_nouns and above.dep == "pobj":
            return above.head
        if above.pos in _CLAUSES:
            marked = any(c.dep in ("mark", "advmod") and c.lower in _MARKS for c in above.children)
            return above if below.dep in SUBJECTS and above.dep == "advcl" and marked else None
        below = above
    return None


def _within(token: Token, verb: Token) -> bool:
    """Whether a noun belongs to the clause of a verb and to none inside it."""
    for above in token.ancestors():
        if above is verb:
            return True
        if above.pos in _CLAUSES and above.dep in ("ccomp", "advcl", "relcl"):
            return False
    return False


def first_joined(token: Token) -> Token | None:
    """X of "X and its allies"; the first "its" of "its army and its navy"."""
    noun = token.head
    if token.tag != "PRP$" or noun.dep not in _JOINED or noun.head.i > token.i:
        return None
    first = noun.head
    same = [c for c in first.children if c.tag == "PRP$" and c.lower == token.lower]
    if not same and first.dep == "pobj" and any(c.dep == "poss" for c in first.children):
        # "its part in X's war and its tests", where the tests were read as joined to the war
        same = [c for c in first.head.head.children if c.tag == "PRP$" and c.lower == token.lower]
    return same[0] if same else first
