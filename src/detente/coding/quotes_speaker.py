"""Whose words: the word of speech beside a quotation and its subject, by syntax, else by order."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.quotes_marks import Marked
from detente.coding.quotes_page import Page
from detente.model import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVE = frozenset({"who", "which", "that"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "acl", "dep"})
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
    comma = page.closes_with_comma(last)
    after = _cue_after(page, right) if right else None
    if after and (comma or not left or right[0].lemma in page.words.plain_verbs) and not _opened(page, left):
        return after
    if left and _opened(page, left):
        before = _cue_before(page, left, page.words.verbs)
        if before:
            return before
    return (
        _cue_above(page, quote)
        or _cue_before(page, left, page.words.verbs)
        or after
        or _according(page, right)
        or _governor(page, quote, left)
    )


def _reply(page: Page, quote: Marked) -> list[Token]:
    """The words after the quotation, if they belong to its sentence."""
    block, last = page.blocks[quote.paragraph], quote.spans[-1]
    for b in page.blocks[quote.paragraph :]:
        if b.start <= last.start < b.end:
            block = b
    right = page.right(last, block)
    if right and right[0].text == ",":
        right = right[1:]
    if not right or not page.inner(quote).endswith((".", "?", "!", "…")) or page.closes_with_comma(last):
        return right
    if right[0].text[:1].islower():
        return right
    near = [t.lemma in page.words.plain_verbs for t in right[:7]]
    return right if any(near) and not page.inner(quote).endswith(".") and len(right) <= 20 else []


def _opened(page: Page, left: list[Token]) -> bool:
    """Whether the words before lead up to a quotation: a colon, or a verb of speech and a comma."""
    if not left:
        return False
    if left[-1].text == ":":
        return True
    return left[-1].text == "," and any(t.lemma in page.words.plain_verbs for t in left[-8:])


def _cue_after(page: Page, right: list[Token]) -> Cue | None:
    """ "..., said X" and "..., X said"."""
    if right[0].lower == "according":
        return _according(page, right)
    for k, token in enumerate(right[: _NEAR + 6]):
        if k > _NEAR and token.pos != "VERB":
            break
        if token.lemma in page.words.plain_verbs and token.pos in ("VERB", "AUX", "NOUN") and token.tag != "VBN":
            subject = _beside(token, right, k)
            return Cue(subject, token, "after") if subject is not None else None
        if token.lemma in page.words.plain_verbs and token.tag == "VBN" and _is_passive_speech(page, token):
            subject = _subject(token)
            return Cue(subject, token, "after") if subject is not None else None
    return None


def _beside(verb: Token, words: list[Token], k: int) -> Token | None:
    """The subject of a verb of speech among the words beside it: before it, or after it where it comes first."""
    for child in verb.children:
        if child.dep in _SUBJECTS and child in words:
            return child
    if k > 0:
        heads = [t for t in words[:k] if t.pos in _NOMINAL and t.dep not in ("compound", "pobj", "appos", "poss")]
        if heads:
            return heads[0] if heads[0].lower not in _RELATIVE else _subject(verb)
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
            subject = _subject(token, page)
            if subject is None:
                before = [t for t in left[:k] if t.pos in _NOMINAL and t.dep in (*_SUBJECTS, "ROOT")]
                subject = before[-1] if before else None
            if subject is not None:
                return Cue(subject, token, "before")
    return None


def _cue_above(page: Page, quote: Marked) -> Cue | None:
    """The verb of speech that governs the quoted words in the parse."""
    i = page.at(quote.spans[0].start)
    if i >= len(page.tokens):
        return None
    token = page.tokens[i]
    for above in token.ancestors():
        if page.owner[above.i] >= 0:
            continue
        if above.lemma in page.words.verbs and above.pos in ("VERB", "AUX"):
            subject = _subject(above, page)
            if subject is not None:
                return Cue(subject, above, "above")
        if above.pos == "NOUN" and above.lemma in page.words.documents:
            return Cue(above, None, "above")
    return None


def _governor(page: Page, quote: Marked, left: list[Token]) -> Cue | None:
    """The subject of whatever governs the words, where no verb of speech does."""
    i = page.at(quote.spans[0].start)
    if i >= len(page.tokens):
        return None
    for above in page.tokens[i].ancestors():
        if page.owner[above.i] < 0 and above.pos in ("VERB", "AUX"):
            subject = _subject(above, page)
            if subject is not None and page.owner[subject.i] < 0:
                return Cue(subject, None, "governor")
    return None


def _according(page: Page, words: list[Token]) -> Cue | None:
    for k, token in enumerate(words):
        if token.lower == "according":
            heads = [t for t in words[k + 1 : k + 14] if t.dep == "pobj" and t.pos in _NOMINAL]
            return Cue(heads[0], token, "after") if heads else None
    return None


def _is_passive_speech(page: Page, verb: Token) -> bool:
    return verb.lemma in page.words.passive_speakers


def _subject(verb: Token, page: Page | None = None) -> Token | None:
    """The grammatical subject that a verb has or shares; the agent of a passive."""
    seen = 0
    token = verb
    while seen < 6:
        seen += 1
        agent = next((c for c in token.children if c.dep == "agent"), None)
        if agent is not None:
            return next((c for c in agent.children if c.dep == "pobj"), None)
        subject = next((c for c in token.children if c.dep in _SUBJECTS), None)
        if subject is not None:
            if subject.lower in _RELATIVE and token.dep == "relcl":
                return token.head
            if subject.dep == "nsubjpass" and page is not None and token.lemma not in page.words.passive_speakers:
                return subject if token.lemma != "tell" else None
            return subject
        if token.dep == "acl":
            return token.head
        if token.dep not in _INHERITS and token.dep != "relcl" or token.head is token:
            return None
        token = token.head
    return None
