"""Direct quotations of two words or more, and who speaks: `find_quotes`."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.quotes.filter import is_quotation, is_scare
from detente.coding.quotes.marks import Marked
from detente.coding.quotes.names import PERSONAL, Voice, Voices
from detente.coding.quotes.page import Page
from detente.coding.quotes.speaker import Cue, find_cue
from detente.coding.quotes.subject import capable
from detente.model import Document, Quote, Token

_BACK = 160
_EDGE = "\"“”„«»‘’'` \n\t\xa0"
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(slots=True)
class _Said:
    """A quotation on its way: its marks, its cue, its speaker."""

    marked: Marked
    cue: Cue | None
    voice: Voice | None = None


@dataclass(slots=True)
class _Heard:
    """Who spoke last, person or other, as the quotations are read in order."""

    person: Voice | None = None
    other: Voice | None = None

    def note(self, voice: Voice | None) -> None:
        if voice is not None and voice.person:
            self.person = voice
        elif voice is not None:
            self.other = voice


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
    kept = [_Said(m, find_cue(page, m)) for m in page.marked if is_quotation(page, m)]
    joined = _join_split(page, kept)
    voices, heard = Voices(page), _Heard()
    for k, said in enumerate(joined):
        following = joined[k + 1] if k + 1 < len(joined) else None
        said.voice = _voice(page, voices, said, joined[k - 1] if k else None, following, heard)
        heard.note(said.voice)
    return tuple(_quote(page, said) for said in joined if said.cue or said.voice or not is_scare(page, said.marked))


def _join_split(page: Page, kept: list[_Said]) -> list[_Said]:
    """Put together what an attribution splits: "A," he said, "B."."""
    joined: list[_Said] = []
    for said in kept:
        if joined and _goes_on(page, joined[-1], said):
            one, two = joined[-1].marked, said.marked
            joined[-1].marked = Marked([*one.spans, *two.spans], one.opener, one.paragraph, two.closed)
        else:
            joined.append(said)
    return joined


def _goes_on(page: Page, first: _Said, second: _Said) -> bool:
    """Whether nothing but the first quotation's attribution stands between the two."""
    text = page.document.text
    one, two = first.marked.spans[-1], second.marked.spans[0]
    block = next((b for b in page.blocks if b.start <= one.start < b.end), None)
    if block is None or not block.start <= two.start < block.end:
        return False
    between = text[one.end : two.start].strip(_EDGE + ",")
    if not between:
        return True
    if first.cue is None or first.cue.where != "after" or first.cue.verb is None:
        return False
    tokens = [t for t in page.tokens[page.at(one.end) : page.at(two.start)] if page.owner[t.i] < 0]
    speech = [t for t in tokens if page.words.says(t) and t.pos in ("VERB", "AUX")]
    stops = [t for t in tokens if t.text in (".", "?", "!")]
    if first.cue.verb not in tokens or len(tokens) > 40 or len(stops) > 1 or len(speech) > 2:
        return False
    ended = text[one.end : two.start].rstrip(_EDGE).endswith((".", ","))
    if not ended or (second.cue is not None and second.cue.verb not in tokens):
        return False
    return not stops or tokens.index(stops[0]) >= len(tokens) - 3


def _voice(
    page: Page, voices: Voices, said: _Said, previous: _Said | None, following: _Said | None, heard: _Heard
) -> Voice | None:
    """Who speaks; words without attribution are led in, or go on with the quotation before or after."""
    if said.cue is not None:
        return _who(page, voices, said.cue.subject, heard)
    block = said.marked.paragraph
    i = page.at(said.marked.spans[0].start) - 1
    while i >= 0 and page.tokens[i].pos in ("PUNCT", "SPACE") and page.tokens[i].text != ":":
        i -= 1
    led_in = i >= 0 and page.tokens[i].text == ":"
    if previous and previous.voice and not led_in and block - _last_block(page, previous) <= 1:
        return previous.voice
    inside = i >= 0 and page.tokens[i].start >= page.blocks[block].start
    if following and following.cue and not led_in and not inside and following.marked.paragraph - block == 1:
        return _who(page, voices, following.cue.subject, heard)
    if i < 0:
        return None
    subjects = [t for t in page.tokens[i].sentence.tokens if t.dep in _SUBJECTS and page.owner[t.i] < 0]
    subject = next((t for t in subjects if t.head.dep == "ROOT" and capable(page, t)), None)
    return _who(page, voices, subject, heard) if subject is not None else None


def _who(page: Page, voices: Voices, subject: Token, heard: _Heard) -> Voice | None:
    """Who a subject is; pronouns and descriptions with "the" go back to somebody named before."""
    voices.last = heard.person
    found = voices.named(subject)
    if found is None:
        last = heard.person if subject.lower in PERSONAL else heard.other
        return voices.resolved(subject, _meant(page, voices, subject, last))
    if found.named or not found.definite or subject.pos == "PROPN":
        return found
    if subject.lemma in page.words.documents and found.name == subject.text:
        earlier = voices.fuller(subject)
        if earlier is not None and earlier.named:
            return earlier
        return _meant(page, voices, subject, heard.other) or found
    if found.person and subject.lemma not in page.words.unnamed:
        return _meant(page, voices, subject, heard.person, found.state) or found
    return found if " " in found.name else voices.fuller(subject) or found


def _last_block(page: Page, said: _Said) -> int:
    at = said.marked.spans[-1].start
    return next((n for n, b in enumerate(page.blocks) if b.start <= at < b.end), said.marked.paragraph)


def _meant(
    page: Page, voices: Voices, pronoun: Token, last: Voice | None, state: str | None = None, depth: int = 0
) -> Voice | None:
    """Whom a pronoun means: the nearest sentence's main subject that fits, the last speaker where he is nearer.

    "He" wants a person; "it" and "they" a body. A description with "the" ("the Norwegian envoy") is somebody of its
    `state` named before; `depth` counts such steps back.
    """
    last = None if last is not None and state and last.state and last.state != state else last
    wants_person = pronoun.lower in PERSONAL or pronoun.lemma in page.words.people
    sentence = pronoun.sentence
    while sentence.index >= 0 and sentence.tokens[0].i >= pronoun.i - _BACK:
        if last is not None and last.at > sentence.tokens[-1].i:
            return last
        for token in sorted((t for t in sentence.tokens if t.dep in _SUBJECTS), key=_depth):
            if token.i >= pronoun.i or page.owner[token.i] >= 0 or token.pos not in ("PROPN", "NOUN"):
                continue
            voice = voices.named(token) if capable(page, token) else None
            if voice is None or voice.person != wants_person or (state and voice.state and voice.state != state):
                continue
            if voice.named or not (voice.definite and voice.state) or token.lemma in page.words.unnamed or depth:
                return voice
            return _meant(page, voices, token, last, voice.state, depth + 1) or voice
        if last is not None and last.at >= sentence.tokens[0].i:
            return last
        if sentence.index == 0:
            break
        sentence = page.document.sentences[sentence.index - 1]
    return last


def _depth(token: Token) -> tuple[int, int]:
    """Main clauses first, then the nearer subject."""
    return (sum(a.dep in ("ccomp", "advcl", "relcl", "acl") for a in token.ancestors()), -token.i)


def _quote(page: Page, said: _Said) -> Quote:
    voice = said.voice
    return Quote(
        text=page.inner(said.marked),
        speaker=voice.name if voice else None,
        state=voice.state if voice else None,
        office=voice.office if voice else None,
        spans=tuple(said.marked.spans),
    )
