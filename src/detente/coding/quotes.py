"""Direct quotations of two words or more, and who speaks: `find_quotes`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.coding.quotes_marks import Marked
from detente.coding.quotes_names import Voice, Voices
from detente.coding.quotes_page import Page
from detente.coding.quotes_speaker import Cue, find_cue
from detente.model import Document, Quote, Span, Token

_WORD = re.compile(r"\w[\w'’-]*")
_HE = frozenset({"he", "she", "i"})


@dataclass(slots=True)
class _Said:
    """A quotation on its way: its marks, its cue, its speaker."""

    marked: Marked
    cue: Cue | None
    voice: Voice | None = None


def find_quotes(document: Document) -> tuple[Quote, ...]:
    """All direct quotations of a report, in text order, with their speakers.

    Args:
        document: sentences and tokens are needed; mentions give full names, states and offices where they are there.
    Returns:
        Quotes whose `spans` slice to their words; `speaker` is None where the report does not show who speaks.
    Raises: nothing for bad data.
    """
    page = Page.of(document)
    if not page.marked:
        return ()
    kept = [_Said(m, None) for m in page.marked if _is_quotation(page, m)]
    for said in kept:
        said.cue = find_cue(page, said.marked)
    joined = _join_split(page, kept)
    voices = Voices.of(page)
    _name_speakers(page, voices, joined)
    return tuple(_quote(page, said) for said in joined if said.voice or not _is_scare(page, said))


def _is_quotation(page: Page, marked: Marked) -> bool:
    """Two words or more, and neither a name, a title of a work nor a set phrase."""
    text = page.inner(marked)
    count = len(_WORD.findall(text))
    if count < 2:
        return False
    if count <= 3 and text.lower().strip(" ,.") in page.words.set_phrases:
        return False
    if count > 8 or not marked.closed:
        return marked.closed or count > 4
    return not (_looks_titled(page, text) and not _is_spoken(page, marked)) and not _is_naming(page, marked)


def _looks_titled(page: Page, text: str) -> bool:
    words = [w for w in _WORD.findall(text) if w.lower() not in page.words.title_small]
    shouted = text.upper() == text
    return bool(words) and not shouted and all(w[:1].isupper() or w[:1].isdigit() for w in words)


def _is_spoken(page: Page, marked: Marked) -> bool:
    """Whether a verb of speech stands right beside the marks."""
    block = page.blocks[marked.paragraph]
    left, right = page.left(marked.spans[0], block), page.right(marked.spans[-1], block)
    near = [*left[-3:], *(right[:4] if page.closes_with_comma(marked.spans[-1]) else ())]
    return bool(left[-1:] and left[-1].text == ":") or any(t.lemma in page.words.plain_verbs for t in near)


def _is_naming(page: Page, marked: Marked) -> bool:
    left = page.left(marked.spans[0], page.blocks[marked.paragraph])
    words = [t.lower for t in left[-4:] if t.text not in ",-"]
    before = " ".join(words)
    titled = _looks_titled(page, page.inner(marked))
    if any(before == n or before.endswith(" " + n) for n in page.words.naming if n != "called" or titled):
        return True
    return bool(words) and words[-1] in page.words.works and (titled or left[-1].text != ",")


def _is_scare(page: Page, said: _Said) -> bool:
    """Marked words of a clause, few, with nobody to say them."""
    text = page.inner(said.marked)
    return len(_WORD.findall(text)) <= 3 and not text.endswith((",", ".", "?", "!"))


def _join_split(page: Page, kept: list[_Said]) -> list[_Said]:
    """Put together what an attribution splits: "A," he said, "B."."""
    joined: list[_Said] = []
    for said in kept:
        if joined and _goes_on(page, joined[-1], said):
            last = joined[-1]
            last.marked = Marked(
                [*last.marked.spans, *said.marked.spans], last.marked.opener, last.marked.paragraph, said.marked.closed
            )
        else:
            joined.append(said)
    return joined


def _goes_on(page: Page, first: _Said, second: _Said) -> bool:
    text = page.document.text
    one, two = first.marked.spans[-1], second.marked.spans[0]
    block = next((b for b in page.blocks if b.start <= one.start < b.end), None)
    if block is None or not block.start <= two.start < block.end:
        return False
    between = text[one.end : two.start].strip("\"“”„«»‘’'`, \n\t")
    if not between:
        return True
    if first.cue is None or first.cue.where != "after" or first.cue.verb is None:
        return False
    tokens = [t for t in page.tokens[page.at(one.end) : page.at(two.start)] if page.owner[t.i] < 0]
    speech = [t for t in tokens if t.lemma in page.words.plain_verbs and t.pos in ("VERB", "AUX")]
    stops = [t for t in tokens if t.text in (".", "?", "!")]
    if first.cue.verb not in tokens or len(tokens) > 40 or len(stops) > 1 or len(speech) > 2:
        return False
    ended = between.endswith(".") or text[one.end : two.start].rstrip("\"“„«‘'` \n\t").endswith((".", ","))
    if not ended or (second.cue is not None and second.cue.verb not in tokens):
        return False
    return not stops or tokens.index(stops[0]) >= len(tokens) - 3


def _name_speakers(page: Page, voices: Voices, joined: list[_Said]) -> None:
    last_person: Voice | None = None
    last_other: Voice | None = None
    for k, said in enumerate(joined):
        previous = joined[k - 1] if k else None
        voice = _voice(page, voices, said, previous, last_person, last_other)
        said.voice = voice
        if voice is not None:
            if voice.person:
                last_person = voice
            else:
                last_other = voice


def _voice(
    page: Page, voices: Voices, said: _Said, previous: _Said | None, person: Voice | None, other: Voice | None
) -> Voice | None:
    if said.cue is None:
        return _uncued(page, voices, said, previous)
    subject = said.cue.subject
    named = voices.named(subject)
    if named is not None:
        return named
    if subject.lower in _HE:
        return _nearest_person(page, voices, subject, person)
    return _nearest_other(page, voices, subject, other)


def _uncued(page: Page, voices: Voices, said: _Said, previous: _Said | None) -> Voice | None:
    """Words without attribution: led in by a colon, else the speaker of the quotation before, else the subject."""
    i = page.at(said.marked.spans[0].start) - 1
    while i >= 0 and page.tokens[i].pos in ("PUNCT", "SPACE") and page.tokens[i].text != ":":
        i -= 1
    block = said.marked.paragraph
    if previous and previous.voice and block - _last_block(page, previous) <= 1:
        return previous.voice
    if i < 0:
        return None
    sentence = page.tokens[i].sentence
    subject = next((t for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass") and t.head.dep == "ROOT"), None)
    return voices.named(subject) if subject is not None else None


def _last_block(page: Page, said: _Said) -> int:
    at = said.marked.spans[-1].start
    return next((n for n, b in enumerate(page.blocks) if b.start <= at < b.end), said.marked.paragraph)


def _nearest_person(page: Page, voices: Voices, pronoun: Token, last: Voice | None) -> Voice | None:
    """Whom "he" means: the last subject that is a person, of speech or not, before the pronoun."""
    for i in range(pronoun.i - 1, max(-1, pronoun.i - 120), -1):
        token = page.tokens[i]
        if last is not None and i <= last.at:
            return last
        if page.owner[i] < 0 and token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN"):
            voice = voices.named(token)
            if voice is not None and voice.person:
                return voice
    return last


def _nearest_other(page: Page, voices: Voices, pronoun: Token, last: Voice | None) -> Voice | None:
    for i in range(pronoun.i - 1, max(-1, pronoun.i - 120), -1):
        token = page.tokens[i]
        if last is not None and i <= last.at:
            return last
        if page.owner[i] < 0 and token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN"):
            voice = voices.named(token)
            if voice is not None and not (voice.person and voice.office):
                return voice
    return last


def _quote(page: Page, said: _Said) -> Quote:
    spans: tuple[Span, ...] = tuple(said.marked.spans)
    voice = said.voice
    return Quote(
        text=" ".join(span.of(page.document.text) for span in spans),
        speaker=voice.name if voice else None,
        state=voice.state if voice else None,
        office=voice.office if voice else None,
        spans=spans,
    )
