"""Whose words: the word of speech beside a quotation and its subject, by syntax, else by order."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.quotes_marks import Marked
from detente.coding.quotes_page import Page
from detente.model import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVE = frozenset({"who", "which", "that"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "relcl", "dep"})
_TOLD_OF = frozenset({"quote", "cite", "hear", "report", "expect", "oblige", "force", "determine", "prepare"})
_NEAR = 14


@dataclass(slots=True, frozen=True)
class Cue:
    """What attributes a quotation: `subject` is the speaker's head word. `where`: after, before, above (syntax)."""

    subject: Token
    verb: Token | None
    where: str


def find_cue(page: Page, quote: Marked) -> Cue | None:
    """The attribution in the quotation's own sentence, or None."""
    block = page.blocks[quote.paragraph]
    first, last = quote.spans[0], quote.spans[-1]
    left = page.left(first, block)
    right = _reply(page, quote)
    opened = _opened(page, left)
    after = None if opened or not right else _cue_after(page, right)
    if after and (page.closes_with_comma(last) or not left or right[0].lemma in page.words.plain_verbs):
        return after
    if opened:
        before = _cue_before(page, left, page.words.plain_verbs) or _label(left)
        if before:
            return before
    return (
        _cue_above(page, quote, page.words.plain_verbs)
        or _cue_before(page, left, page.words.plain_verbs)
        or _cue_above(page, quote, page.words.verbs)
        or _cue_before(page, left, page.words.verbs)
        or after
        or _according(page, right)
        or _governor(page, quote)
    )


def _reply(page: Page, quote: Marked) -> list[Token]:
    """The words after the quotation, if they belong to its sentence."""
    last = quote.spans[-1]
    block = next((b for b in page.blocks[quote.paragraph :] if b.start <= last.start < b.end), None)
    if block is None:
        return []
    right = page.right(last, block)
    if right and right[0].text == ",":
        right = right[1:]
    if not right or not page.inner(quote).endswith((".", "?", "!", "…")) or page.closes_with_comma(last):
        return right
    if right[0].text[:1].islower():
        return right
    near = any(t.lemma in page.words.plain_verbs for t in right[:7])
    return right if near and not page.inner(quote).endswith(".") and len(right) <= 20 else []


def _opened(page: Page, left: list[Token]) -> bool:
    """Whether the words before lead up to a quotation: a colon, or a verb of speech and a comma."""
    if not left:
        return False
    if left[-1].text == ":":
        return True
    return left[-1].text == "," and any(t.lemma in page.words.plain_verbs for t in left[-8:])


def _label(left: list[Token]) -> Cue | None:
    """ "Caption Jane Roe: ..." : the name right before the colon."""
    if len(left) >= 2 and left[-1].text == ":" and left[-2].pos in ("PROPN", "NOUN"):
        return Cue(left[-2], None, "before")
    return None


def _cue_after(page: Page, right: list[Token]) -> Cue | None:
    """ "..., said X" and "..., X said"."""
    if right[0].lower == "according":
        return _according(page, right)
    for k, token in enumerate(right[: _NEAR + 6]):
        if token.lemma not in page.words.plain_verbs or token.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        if token.tag == "VBN" and not _has_auxiliary(right[:k]) and token.lemma not in page.words.passive_speakers:
            continue
        subject = _quoted_by_other(page, token) or _beside(token, right, k)
        return Cue(subject, token, "after") if subject is not None else None
    return None


def _has_auxiliary(words: list[Token]) -> bool:
    return any(t.lemma in ("have", "be") for t in words[-4:])


def _quoted_by_other(page: Page, verb: Token) -> Token | None:
    """ "The agency quoted X as saying": X speaks, not the agency."""
    token = verb
    if token.lemma not in page.words.passive_speakers:
        lead = page.tokens[max(0, verb.i - 1)]
        governors = [t for t in page.tokens[max(0, verb.i - 12) : verb.i] if t.lemma in page.words.passive_speakers]
        if lead.lower != "as" or not governors:
            return None
        token = governors[-1]
    if token.tag == "VBN" and any(c.dep == "auxpass" for c in token.children):
        return _subject(token)
    saying = next((t for t in page.tokens[token.i + 1 : token.i + 16] if t.lower == "saying"), None)
    if saying is None:
        return None
    between = [t for t in page.tokens[token.i + 1 : saying.i] if t.pos in _NOMINAL and page.owner[t.i] < 0]
    objects = [t for t in between if t.head is token or t.dep in ("dobj", "nsubj")]
    return (objects or between or [None])[0]


def _beside(verb: Token, words: list[Token], k: int) -> Token | None:
    """The subject of a verb of speech among the words beside it: before it, or after it where it comes first."""
    for child in verb.children:
        if child.dep in _SUBJECTS and child in words:
            return child if child.lower not in _RELATIVE else _subject(verb)
    if k > 0:
        heads = [t for t in words[:k] if t.pos in _NOMINAL and t.dep not in ("compound", "pobj", "appos", "poss")]
        if heads and heads[0].lower not in _RELATIVE:
            return heads[0]
    inherited = _subject(verb)
    if k > 0 or (inherited is not None and verb.tag == "VBG"):
        return inherited
    following = [t for t in words[k + 1 : k + 9] if t.pos in _NOMINAL and t.dep not in ("compound", "npadvmod")]
    return following[0] if following else inherited


def _cue_before(page: Page, left: list[Token], verbs: frozenset[str]) -> Cue | None:
    """ "X said: ...", "X told reporters that ..."."""
    for k in range(len(left) - 1, -1, -1):
        token = left[k]
        if token.lower == "according":
            return _according(page, left[k:])
        if token.lemma in verbs and token.pos in ("VERB", "AUX"):
            subject = _quoted_by_other(page, token) or _subject(token)
            if subject is None:
                before = [t for t in left[:k] if t.pos in _NOMINAL and t.dep in (*_SUBJECTS, "ROOT")]
                subject = before[-1] if before else None
            if subject is not None:
                return Cue(subject, token, "before")
    return None


def _cue_above(page: Page, quote: Marked, verbs: frozenset[str]) -> Cue | None:
    """The verb of speech that governs the quoted words in the parse, or the noun of speech."""
    i = page.at(quote.spans[0].start)
    if i >= len(page.tokens):
        return None
    for above in page.tokens[i].ancestors():
        if page.owner[above.i] >= 0:
            continue
        if above.lemma in verbs and above.pos in ("VERB", "AUX"):
            subject = _quoted_by_other(page, above) or _subject(above)
            if subject is not None and page.owner[subject.i] < 0:
                return Cue(subject, above, "above")
        if above.pos == "NOUN" and above.lemma in page.words.documents:
            return Cue(above, None, "above")
    return None


def _governor(page: Page, quote: Marked) -> Cue | None:
    """The subject of whatever governs the words, where no verb of speech does."""
    i = page.at(quote.spans[0].start)
    if i >= len(page.tokens):
        return None
    for above in page.tokens[i].ancestors():
        if page.owner[above.i] < 0 and above.pos in ("VERB", "AUX"):
            subject = _subject(above)
            if subject is not None and page.owner[subject.i] < 0:
                return Cue(subject, None, "governor")
    return None


def _according(page: Page, words: list[Token]) -> Cue | None:
    for k, token in enumerate(words):
        if token.lower == "according":
            heads = [t for t in words[k + 1 : k + 14] if t.dep == "pobj" and t.pos in _NOMINAL]
            return Cue(heads[0], token, "after") if heads else None
    return None


def _subject(verb: Token) -> Token | None:
    """The grammatical subject that a verb has or shares; the agent of a passive."""
    token = verb
    for _ in range(6):
        subject = next((c for c in token.children if c.dep in _SUBJECTS), None)
        if any(c.dep == "auxpass" for c in token.children) or any(c.dep == "agent" for c in token.children):
            return _agent(token) or (subject if token.lemma in _TOLD_OF else None)
        if subject is not None:
            return token.head if subject.lower in _RELATIVE and token.dep == "relcl" else subject
        if token.dep == "acl":
            return token.head
        if token.dep not in _INHERITS or token.head is token:
            return None
        token = token.head
    return None


def _agent(verb: Token) -> Token | None:
    """Who did what a passive says: "described by X as"."""
    for child in verb.subtree():
        if child.lower == "by" and child.dep in ("agent", "prep") and child.i > verb.i:
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None
