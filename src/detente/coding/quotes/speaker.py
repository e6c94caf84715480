"""Whose words: the word of speech beside a quotation and its subject, by order, else by syntax."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from detente.coding.quotes.marks import Marked
from detente.coding.quotes.page import Page
from detente.coding.quotes.subject import capable, quoted_by_other, speaker_of, subject_of
from detente.model import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})
_NEAR = 20
_DASHES = frozenset({"-", "–", "—", "--"})


@dataclass(slots=True, frozen=True)
class Cue:
    """What attributes a quotation: `subject` is the speaker's head word. `where`: after, before, above, governor."""

    subject: Token
    verb: Token | None
    where: str


def find_cue(page: Page, quote: Marked) -> Cue | None:
    """The attribution in the quotation's own sentence, or None."""
    block = page.blocks[quote.paragraph]
    first, last = quote.spans[0], quote.spans[-1]
    left = page.left(first, block)
    right = _reply(page, quote)
    signed = _signed(page, quote) if not left else None
    if signed is not None:
        return Cue(signed, None, "after")
    opened = _opened(page, left)
    speech = page.words.plain_verbs | page.words.label_verbs
    after = _cue_after(page, right) if right else None
    if after and after.verb is not None and after.verb.lemma == "report" and not opened:
        return _cue_above(page, quote, speech) or after
    if after and not opened and (page.closes_with_comma(last) or not left or page.words.says(right[0])):
        return after
    if opened:
        before = _cue_before(page, left, page.words.plain_verbs)
        if before or (after and page.closes_with_comma(last)):
            return before or after
        label = _label(page, left)
        if label:
            return label
    return (
        _parenthesis(page, left)
        or _cue_above(page, quote, speech)
        or _cue_before(page, left, page.words.plain_verbs)
        or _cue_above(page, quote, page.words.weak_verbs)
        or after
        or _according(page, right)
        or _cue_before(page, left, page.words.label_verbs | page.words.weak_verbs)
        or _governor(page, quote)
    )


def _after(page: Page, quote: Marked) -> list[Token]:
    """The words that follow a quotation in its paragraph."""
    last = quote.spans[-1]
    block = next((b for b in page.blocks[quote.paragraph :] if b.start <= last.start < b.end), None)
    return page.right(last, block) if block is not None else []


def _reply(page: Page, quote: Marked) -> list[Token]:
    """The words after the quotation, if they belong to its sentence."""
    right, last = _after(page, quote), quote.spans[-1]
    if right and right[0].text == ",":
        right = right[1:]
    if not right or not page.inner(quote).endswith((".", "?", "!", "…")) or page.closes_with_comma(last):
        return right
    if right[0].text[:1].islower():
        return right
    near = any(page.words.says(t) for t in right[:7])
    return right if near and not page.inner(quote).endswith(".") and len(right) <= 20 else []


def _opened(page: Page, left: list[Token]) -> bool:
    """Whether the words before lead up to a quotation: a colon, or a verb of speech and a comma."""
    if not left:
        return False
    if left[-1].text == ":":
        return True
    return left[-1].text == "," and any(page.words.says(t) for t in left[-8:])


def _signed(page: Page, quote: Marked) -> Token | None:
    """The name that a quotation is signed with after a dash: "'...' - Roe", "'...' — Jane Roe, owner of a trawler"."""
    right = _after(page, quote)
    if len(right) < 2 or right[0].text not in _DASHES:
        return None
    name = list(takewhile(lambda t: t.text[:1].isupper(), right[1:]))
    rest = right[len(name) + 1 :]
    whole = not rest or (len(name) > 1 and rest[0].text in ",(")
    return name[-1] if 1 <= len(name) <= 4 and whole else None


def _label(page: Page, left: list[Token]) -> Cue | None:
    """ "Caption Jane Roe: ..." : the name right before the colon, else the subject of the words before."""
    if len(left) < 2 or left[-1].text != ":":
        return None
    topic = next((k for k, t in enumerate(left[1:6], 1) if t.lower in ("about", "on")), 0)
    if topic and left[topic - 1].pos == "PROPN" and all(t.text[:1].isupper() for t in left[:topic]):
        return Cue(left[topic - 1], None, "before")  # "Roe on the fish: ..."
    if len(left) <= 5 and all(t.text[:1].isupper() for t in left[:-1]):
        return Cue(left[-2], None, "before")
    if left[-2].pos in ("PROPN", "NOUN") and capable(page, left[-2]):
        return Cue(left[-2], None, "before")
    subjects = [t for t in left if t.dep == "nsubj" and t.head.dep == "ROOT" and capable(page, t)]
    return Cue(subjects[-1], None, "before") if subjects else None


def _cue_after(page: Page, right: list[Token]) -> Cue | None:
    """ "..., said X" and "..., X said"."""
    if right[0].lower == "according":
        return _according(page, right)
    for k, token in enumerate(right[:_NEAR]):
        if not page.words.says(token) or token.pos not in _VERBAL:
            continue
        helped = any(t.lemma in ("have", "be") for t in right[:k][-4:])
        if token.tag == "VBN" and not helped and not (k and right[k - 1].pos in ("PROPN", "PRON")):
            continue
        subject = None if token.tag == "VBN" and helped else quoted_by_other(page, token)
        subject = subject or _beside(page, token, right, k)
        return Cue(subject, token, "after") if subject is not None else None
    return None


def _beside(page: Page, verb: Token, words: list[Token], k: int) -> Token | None:
    """The subject of a verb of speech among the words beside it: before it, or after it where it comes first."""
    subject = speaker_of(page, verb)
    if any(c is subject for c in verb.children) and subject in words:
        return subject
    if k > 0:
        heads = [t for t in words[:k] if t.pos in _NOMINAL and t.dep not in ("compound", "pobj", "appos", "poss")]
        if heads and heads[0].lower not in ("who", "which", "that"):
            return heads[0]
    if k > 0 or (subject is not None and verb.tag == "VBG"):
        return subject
    following = [t for t in words[1:9] if t.pos in _NOMINAL and t.dep not in ("compound", "npadvmod", "poss")]
    return following[0] if following else subject


def _cue_before(page: Page, left: list[Token], verbs: frozenset[str]) -> Cue | None:
    """ "X said: ...", "X told reporters that ..."."""
    for k in range(len(left) - 1, -1, -1):
        token = left[k]
        if token.lower == "according":
            return _according(page, left[k:])
        if token.lemma in verbs and token.pos in _VERBAL:
            subject = quoted_by_other(page, token) or _inverted(left, k) or speaker_of(page, token)
            if subject is None or not capable(page, subject):
                before = [t for t in left[:k] if t.pos in _NOMINAL and t.dep in ("nsubj", "nsubjpass", "ROOT")]
                subject = next((t for t in reversed(before) if capable(page, t)), subject)
            if subject is not None:
                return Cue(subject, token, "before")
    return None


def _parenthesis(page: Page, left: list[Token]) -> Cue | None:
    """ "The plan, said Jane Roe, the envoy, is ..."."""
    for k in range(len(left) - 1, 0, -1):
        if page.words.says(left[k]) and left[k].tag == "VBD":
            name = _inverted(left, k)
            after = next((t for t in left if name is not None and t.i == name.i + 1), None)
            return (
                Cue(name, left[k], "before") if name is not None and after is not None and after.text == "," else None
            )
    return None


def _inverted(words: list[Token], k: int) -> Token | None:
    """ "The plan, said Jane Roe, ..." : the name after a verb of saying that follows a comma."""
    if not 0 < k < len(words) - 1 or words[k - 1].text != "," or words[k + 1].pos != "PROPN":
        return None
    name = words[k + 1]
    while name.dep == "compound" and name.head.i > name.i:
        name = name.head
    return name


def _cue_above(page: Page, quote: Marked, verbs: frozenset[str]) -> Cue | None:
    """The verb of speech that governs the quoted words in the parse, or the noun of speech."""
    i = page.at(quote.spans[0].start)
    if i >= len(page.tokens):
        return None
    for above in page.tokens[i].ancestors():
        if page.owner[above.i] >= 0:
            continue
        if above.lemma in verbs and above.pos in _VERBAL and not _idle(page, above):
            subject = quoted_by_other(page, above) or speaker_of(page, above)
            if subject is not None and page.owner[subject.i] < 0 and capable(page, subject):
                return Cue(subject, above, "above")
        if above.pos == "NOUN" and above.lemma in page.words.documents:
            return Cue(above, None, "above")
    return None


def _idle(page: Page, verb: Token) -> bool:
    """A verb of speech that does not speak here: "ships called X", "would continue to"."""
    return (verb.dep == "acl" and verb.tag == "VBN") or verb.lemma in page.words.beside_only


def _governor(page: Page, quote: Marked) -> Cue | None:
    """The subject of whatever governs the words, where no verb of speech does."""
    i = page.at(quote.spans[0].start)
    if i >= len(page.tokens):
        return None
    for above in page.tokens[i].ancestors():
        if page.owner[above.i] < 0 and above.pos in _VERBAL:
            subject = subject_of(above)
            if subject is not None and page.owner[subject.i] < 0 and capable(page, subject):
                return Cue(subject, None, "governor")
    return None


def _according(page: Page, words: list[Token]) -> Cue | None:
    for k, token in enumerate(words):
        if token.lower == "according":
            heads = [t for t in words[k + 1 : k + 14] if t.dep == "pobj" and t.pos in _NOMINAL]
            return Cue(heads[0], token, "after") if heads else None
    return None
