"""The verb of a headline that the parser takes for a noun: "Turkey bombs camps in Iraq", "India, Peru resume talks"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from detente.codebook.lexicon import load_lexicon, word_list
from detente.model import Token
from detente.parsing.enumerations import state_names
from detente.parsing.hanging import FINITE, hang

OBJECTS = word_list("objects-of-headlines")
"""Nouns that the parser takes for the verb of a headline: "EU lifts ban on grain"."""
PARTICLES = frozenset({"aside", "back", "down", "off", "out", "over", "up"})
DOERS = word_list("doers-of-headlines")
CHARGED = word_list("charged")
LIKE_VERBS = word_list("names-like-verbs")
TOLD = word_list("told-in-headlines")
"""Verbs that say, without an object, to whom something is said: "Syria urged to let inspectors in"."""
_NAMES = frozenset({"NNP", "NNPS", "JJ", "POS"})
_SUBJECT = _NAMES | {"NN", "NNS"}
_OBJECT = _SUBJECT | {"CD", "DT", "PRP$", "JJR", "JJS"}
_CLAUSES = frozenset({"ccomp", "conj", "dep"})
_LONGEST_SUBJECT = 4


def mend_headline(tokens: Sequence[Token]) -> None:
    """Make a verb of what stands like one behind the name that a sentence without a verb begins with."""
    for noun in tokens:
        if noun.tag == "NNS" and noun.dep in _CLAUSES and any(c.dep == "dobj" for c in noun.children):
            _make_plain_verb(noun)
    root = next((t for t in tokens if t.head is t), tokens[0])
    if root is tokens[0] and root.tag == "VB" and root.lower in LIKE_VERBS:
        _name(root)
    if len(tokens) < 3 or not (tokens[0].tag in _NAMES or tokens[0].text in state_names()):
        return
    if not tokens[0].text[0].isupper():
        return
    if root.tag == "VBD" and root.lemma in TOLD:
        _make_passive(root)
        return
    if root.tag in ("VBD", "VBN") and root.lemma in CHARGED and _is_of_suspect(root):
        root.tag = "VBN"
        return
    if (coming := _coming(root, tokens)) is not None:
        hang(coming, coming, "ROOT")
        hang(root, coming, "nsubj")
        for other in [c for c in root.children if c.dep == "appos"]:
            other.dep = "conj"  # "Chile, Peru to build dam"
        if root.tag == "VBZ":
            root.tag, root.pos = "NNS", "NOUN"
        return
    if root.tag in (*FINITE, "VB", "MD", "VBG") and not _is_object(root, tokens):
        _give_object(root)
        return
    if any(c.tag in (*FINITE, "MD", "TO") and c.dep in ("aux", "auxpass", "cop") for c in root.children):
        return
    row = _row(tokens)
    verb = _past_row(tokens, row) if row else _verb(tokens)
    if verb is not None:
        _make_verb(tokens, verb, row)


def _make_plain_verb(noun: Token) -> None:
    """Make a verb of "fires" in "X rejects truce, fires rockets", of "bombs" in "X coalition bombs Y, Z say"."""
    form = _singular(noun.lower)
    before = [c for c in noun.children if c.i < noun.i]
    if form is None:
        return
    if before and before[-1].dep == "compound" and before[-1].i == noun.i - 1:
        subject = before[-1]
        hang(subject, noun, "nsubj")
        for other in before[:-1]:
            hang(other, subject, other.dep)
    elif before or noun.dep != "conj":
        return
    noun.tag, noun.pos, noun.lemma = "VBZ", "VERB", form
    if noun.dep == "dep":
        noun.dep = "ccomp"


def _make_passive(verb: Token) -> None:
    """Make "Syria urged to let inspectors in" passive: nobody is named who is urged by Syria."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    asked = any(c.dep == "xcomp" and c.i > verb.i and c.children and c.children[0].tag == "TO" for c in verb.children)
    if subject is not None and asked and not any(c.dep in ("dobj", "dative", "prep", "aux") for c in verb.children):
        subject.dep, verb.tag = "nsubjpass", "VBN"


def _is_of_suspect(verb: Token) -> bool:
    """Whether a headline names only the suspect, no accuser ("Peruvian charged with spying"), and make him that."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    tied = any(c.dep in ("prep", "agent") and c.lower in ("by", "in", "of", "over", "with") for c in verb.children)
    if subject is None or not tied or any(c.dep in ("dobj", "aux", "auxpass", "ccomp") for c in verb.children):
        return False
    subject.dep = "nsubjpass"
    return True


def _name(root: Token) -> None:
    """Make a name of what was read as a command: "Trump to visit Fiji"."""
    root.tag, root.pos, root.lemma = "NNP", "PROPN", root.text
    for verb in (c for c in root.children if c.dep in ("advcl", "xcomp")):
        verb.dep = "acl"


def _coming(root: Token, tokens: Sequence[Token]) -> Token | None:
    """The verb of "EU to impose sanctions", which is read as said of the name."""
    if root.lemma not in DOERS and root.tag not in ("NNP", "NNPS"):
        return None
    named = next((c for c in root.children if c.dep == "appos"), root)
    between = tokens[root.i + 1 - tokens[0].i : named.i - tokens[0].i]
    row = named.tag in ("NNP", "NNPS") and [t.text for t in between if t.head is not named] == [","]
    told = [c for t in (root, named) for c in t.children if c.dep in ("acl", "relcl") or t.tag == "VBZ"]
    verb = next((c for c in told if c.tag == "VB"), None)
    after = _after(named if row else root, tokens)
    finite = any(t.tag in (*FINITE, "MD") and t is not root for t in tokens)
    if verb is None or after is None or after.tag != "TO" or finite or (root.tag in FINITE and root.tag != "VBZ"):
        return None
    return verb


def _give_object(verb: Token) -> None:
    """Make the object of "Peru praises French help" of what was read as another word for the verb."""
    noun = next((c for c in verb.children if c.dep == "appos" and c.i > verb.i), None)
    if noun is not None and noun.pos == "NOUN" and not any(c.dep in ("dobj", "ccomp", "xcomp") for c in verb.children):
        noun.dep = "dobj"


def _is_object(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word read as a verb is the noun of that spelling, with nothing behind it that a verb would have."""
    after = _after(token, tokens)
    return _is_noun(token) and token.i > tokens[0].i + 1 and (after is None or after.tag in ("IN", "TO", "."))


def _is_noun(token: Token) -> bool:
    return token.lower in OBJECTS or token.lower.removesuffix("s") in OBJECTS


def _after(token: Token, tokens: Sequence[Token]) -> Token | None:
    at = token.i - tokens[0].i + 1
    return tokens[at] if at < len(tokens) else None


def _row(tokens: Sequence[Token]) -> tuple[Token, Token] | None:
    """The last words of the two names of "India, South Korea resume talks"."""
    first = next((k for k, t in enumerate(tokens) if t.tag not in _NAMES), 0)
    if not 0 < first < _LONGEST_SUBJECT or tokens[first].text != ",":
        return None
    end = next((k for k in range(first + 1, len(tokens)) if tokens[k].text[0].islower()), 0)
    named = end > first + 1 and all(t.tag in _NAMES for t in tokens[first + 1 : end])
    return (tokens[first - 1], tokens[end - 1]) if named and end <= first + _LONGEST_SUBJECT else None


def _past_row(tokens: Sequence[Token], row: tuple[Token, Token]) -> Token | None:
    """The verb behind a row of two names."""
    verb = _after(row[1], tokens)
    return verb if verb is not None and verb.lower in _verbs() and _has_object(verb, tokens) else None


def _verb(tokens: Sequence[Token]) -> Token | None:
    """The word in -s, or in -ed before its noun, behind the one name that begins a sentence."""
    for at, token in enumerate(tokens[1 : _LONGEST_SUBJECT + 1]):
        past = token.tag == "VBD" and token.dep in ("amod", "compound", "nmod", "nsubj")
        past |= token.tag == "VBN" and token.dep == "amod" and tokens[at].dep == "npadvmod"
        told = past or _singular(token.lower) not in (None, "talk")
        if told and tokens[at].tag != "POS" and _has_object(token, tokens):
            return token
        if token.tag not in (_NAMES if at else _SUBJECT):
            return None
    return None


def _has_object(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether an object stands behind a verb, or of one that is no noun ("apologises for") a preposition."""
    after = _after(verb, tokens)
    form = _singular(verb.lower)
    if after is not None and after.tag in ("IN", "TO") and form is not None and form not in _nouns():
        return True
    if after is not None and (form, after.lower) in _phrasal():
        after = _after(after, tokens)
    return after is not None and (after.tag in _OBJECT or after.dep == "amod" or _is_object(after, tokens))


@functools.cache
def _singular(word: str) -> str | None:
    """The verb of a word in -s: "lifts", "summons", "presses", "denies"."""
    if not word.endswith("s") or word.endswith("ss"):
        return None
    forms = [
        word[:-1],
        *([word[:-2]] if word.endswith("es") else []),
        *([word[:-3] + "y"] if word.endswith("ies") else []),
    ]
    return next((form for form in forms if form in _verbs()), None)


@functools.cache
def _verbs() -> frozenset[str]:
    """The verbs of the lexicon, those of light and of phase with them."""
    lexicon = load_lexicon()
    words = {word for pos, word in (*lexicon.words, *lexicon.phase_words) if pos == "V"}
    return frozenset(words | lexicon.light_verbs.keys())


@functools.cache
def _nouns() -> frozenset[str]:
    """The event nouns of the lexicon."""
    return frozenset(word for pos, word in load_lexicon().words if pos == "N")


@functools.cache
def _phrasal() -> frozenset[tuple[str, str]]:
    """The verbs of the lexicon with a particle: "hand over", "call off"."""
    forms = (form.parts for (pos, _), forms in load_lexicon().words.items() if pos == "V" for form in forms)
    return frozenset((parts[0], parts[1]) for parts in forms if len(parts) == 2 and parts[1] in PARTICLES)


def _make_verb(tokens: Sequence[Token], verb: Token, row: tuple[Token, Token] | None) -> None:
    """Put a verb over all else: the names before it are its subject, the first noun behind its object."""
    at = verb.i - tokens[0].i
    subject = row[0] if row else tokens[at - 1]
    tops = [
        t for t in tokens if t is not verb and (t.head is t or (t.head.i < verb.i) != (t.i < verb.i) or t.head is verb)
    ]
    hang(verb, verb, "ROOT")
    for token in tops:
        hang(token, verb, token.dep if token.i > verb.i and token.dep != "ROOT" else "dep")
    for token in tokens[:at]:
        if (token is not subject and token.head in (verb, subject)) or token.head is token:
            hang(token, subject, _role(token))
    hang(subject, verb, "nsubj")
    if row:
        _join(tokens, row)
    particle = tokens[at + 1]
    if (_singular(verb.lower), particle.lower) in _phrasal():
        for child in list(particle.children):
            hang(child, verb, child.dep)
        hang(particle, verb, "prt")
        particle.tag, particle.pos = "RP", "ADP"
    _set_object(tokens[at + 1 :], verb)
    if verb.tag != "VBD":
        verb.tag, verb.lemma = ("VBP", verb.lower) if row else ("VBZ", _singular(verb.lower) or verb.lemma)
    verb.pos = "VERB"


def _join(tokens: Sequence[Token], row: tuple[Token, Token]) -> None:
    """Hang the second name of a row on the first, and the words of each on its last."""
    first, second = row
    hang(second, first, "conj")
    for token in tokens[: second.i - tokens[0].i]:
        if token is not first and token.tag != "POS":
            hang(token, first if token.i <= first.i + 1 else second, _role(token))


def _role(token: Token) -> str:
    """What a word is to the name that it stands before: "Peru" of "Peru's Garcia", "South" of "South Korea"."""
    if any(c.tag == "POS" for c in token.children):
        return "poss"
    return "compound" if token.tag in _SUBJECT else "punct"


def _set_object(rest: Sequence[Token], verb: Token) -> None:
    """Make the first noun that hangs on the verb its object."""
    noun = next((t for t in rest if t.head is verb and (t.tag in _SUBJECT or _is_noun(t))), None)
    if noun is None:
        return
    if noun.tag not in _SUBJECT:
        noun.tag, noun.pos, noun.lemma = (
            ("NNS" if noun.lower not in OBJECTS else "NN"),
            "NOUN",
            noun.lower.removesuffix("s"),
        )
    hang(noun, verb, "dobj")
