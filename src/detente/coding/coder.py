"""A report's clauses -> events: find event words, fill their slots, date, place and vouch for them, one deed once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol

from detente.codebook.lexicon import Lexicon, load_lexicon, word_list
from detente.coding.background import find_background, is_anchored, is_said_now, occasion_of
from detente.coding.build import build_event
from detente.coding.cast import Cast, keys, unique
from detente.coding.confidence import features_of, load_model, rivals
from detente.coding.deontic import find_deontic
from detente.coding.draft import Draft, Present, When, Where
from detente.coding.fill import Focus, fill_parties
from detente.coding.match import Hit, find_hit, slot_parties
from detente.coding.modes import content_words, mode_of
from detente.coding.nest import unnest
from detente.coding.phase import Turn, find_turn
from detente.coding.slots import clause_subject
from detente.coding.sources import Source
from detente.coding.speech import Speakers
from detente.coding.status import Reading, negated, read_status
from detente.coding.unite import unite
from detente.coding.venue import settle_venue, split_tours
from detente.model import Document, Event, Fault, Interval, Party, Sentence, Span, Token

VERSION = "frames-1"
LASTING = word_list("types-lasting")
"""In the simple present these go on: "represents the interests of", "supplies"."""
UNDERTAKEN = word_list("types-undertaken")
"""What a speaker says that his own side will do of these is an undertaking: AGREE."""
SAID = word_list("types-done-by-saying")
"""Done by saying it, whatever the tense of what is said: "would not yield" is a refusal now."""
SPEECH = word_list("types-of-speech")


class Coder(Protocol):
    """Anything that codes the events of a report."""

    version: str

    def code_events(self, document: Document) -> tuple[tuple[Event, ...], tuple[Fault, ...]]:
        """Events in text order, and a fault for what could not be coded."""
        ...


class FrameCoder:
    """The coder of detente: frames of the lexicon over the slots of the parse.

    `when`, `where` and `present` date and place an event word; they come from the rooms dating and placing.
    """

    version = VERSION

    def __init__(self, when: When, where: Where, present: Present) -> None:
        self.when, self.where, self.present = when, where, present
        self.lexicon: Lexicon = load_lexicon()
        self.model = load_model()
        self.background: set[int] = set()
        self.drafts: list[Draft] = []
        """Drafts of the last report, for training the confidence."""
        self.light = {verb: light.role for verb, light in self.lexicon.light_verbs.items()}

    def code_events(self, document: Document) -> tuple[tuple[Event, ...], tuple[Fault, ...]]:
        """Events in text order, and a fault for every sentence of two parties in which nothing was coded."""
        cast = Cast(document)
        cast.speakers = Speakers(document, cast)
        focus = Focus(cast)
        self.background = find_background(document)
        drafts: list[Draft] = []
        faults: list[Fault] = []
        for sentence in document.sentences:
            focus.enter(sentence)
            found = self._sentence(document, sentence, cast, focus, faults)
            drafts.extend(found)
            focus.leave(found)
            if not found:
                faults.extend(_silence(sentence, cast))
        united = self._judged(split_tours(unite(drafts, document)), focus, len(document.sentences), faults)
        self.drafts = united
        return tuple(build_event(draft, document, number) for number, draft in enumerate(united, 1)), tuple(faults)

    def _judged(self, drafts: list[Draft], focus: Focus, length: int, faults: list[Fault]) -> list[Draft]:
        """Drafts with their confidence; those that are more likely wrong than worth keeping become faults."""
        kept = []
        rivals(drafts)
        for draft in drafts:
            draft.features.update(features_of(draft, focus.count, length))
            if self.model is not None:
                draft.weight = self.model.judge(draft.features)
                if draft.weight < self.model.threshold:
                    word = draft.hit.word
                    faults.append(
                        Fault("unsure", f"{draft.type} at {word.text!r} is too unsure to be coded", word.span)
                    )
                    continue
            kept.append(draft)
        return kept

    def _sentence(
        self, document: Document, sentence: Sentence, cast: Cast, focus: Focus, faults: list[Fault]
    ) -> list[Draft]:
        found = []
        for token in sentence.tokens:
            hit = find_hit(token, self.lexicon, cast, self.light) or find_deontic(token, self.lexicon, cast)
            if hit is None:
                continue
            draft = self._draft(hit, document, cast, focus, faults)
            if draft is not None:
                found.append(draft)
        kept, swallowed = unnest(found)
        for draft in swallowed:
            word = draft.hit.word
            faults.append(Fault("content", f"{word.text!r} is what another event is about", word.span))
        return kept

    def _draft(self, hit: Hit, document: Document, cast: Cast, focus: Focus, faults: list[Fault]) -> Draft | None:
        word = hit.word
        turn = find_turn(hit, self.lexicon, cast, self.light)
        reading = read_status(turn.word if turn else word, turn.kind if turn else hit.kind, self.lexicon)
        spoken = "speaker" in hit.entry.actor
        if not reading.real and not (spoken and not negated(word)):
            faults.append(Fault("not-real", f"negated or hypothetical: {word.text}", word.span))
            return None
        draft = _typed(hit, turn, reading, self.lexicon)
        self._parties(draft, hit, turn, cast)
        fill_parties(draft, cast, focus)
        if not worth_keeping(draft):
            faults.append(Fault("party-missing", f"no second party found for {word.text!r}", word.span))
            return None
        self._circumstances(draft, document, cast)
        return draft

    def _parties(self, draft: Draft, hit: Hit, turn: Turn | None, cast: Cast) -> None:
        entry = hit.entry
        if turn is not None and turn.phase.becomes.get("type"):
            actor, draft.actors = slot_parties(("subject",), turn.slots, cast)
            recipient, draft.recipients = slot_parties(turn.phase.recipient or ("object",), turn.slots, cast)
            draft.recipients = _others(draft, _everyone(hit, cast))
            draft.slots = actor, recipient or "turned"
            return
        if entry.both:
            names = dict.fromkeys((*entry.actor, *entry.recipient, "with", "between"))
            draft.actors = unique(p for name in names for p in slot_parties((name,), hit.slots, cast)[1])
        else:
            actor, draft.actors = slot_parties(entry.actor, hit.slots, cast)
            recipient, draft.recipients = slot_parties(entry.recipient, hit.slots, cast)
            draft.slots = actor, recipient
        if hit.kind == "N":
            _from_modifiers(draft, hit, cast)
        draft.both = entry.both
        if draft.type == "CONSULT" and hit.kind == "N" and len(draft.keys) == 1 and not hit.slots.subject:
            _from_clause(draft, cast)
        if draft.type in SPEECH and not draft.actors and cast.speakers is not None:
            said = cast.speakers.parties(hit.word)
            if not keys(said) & draft.keys:
                draft.actors, draft.slots = said, ("speaker", draft.slots[1])

    def _circumstances(self, draft: Draft, document: Document, cast: Cast) -> None:
        word = draft.hit.word
        source = cast.speakers.source(word) if cast.speakers is not None else None
        draft.quoted = cast.speakers is not None and cast.speakers.quote(word) is not None
        self._date(draft, document, source)
        placed = self.where(document, word.i)
        if placed is not None:
            draft.place, span = placed
            draft.spans["place"] = (span,)
        if source is not None:
            draft.sources.append(source)
        if (
            draft.status == "planned"
            and draft.type in UNDERTAKEN
            and source
            and keys(source.parties) & keys(draft.actors)
        ):
            draft.type, draft.mode, draft.status = "AGREE", None, "occurred"
        if draft.status == "occurred" and draft.type not in SPEECH and _lies_ahead(draft, document):
            draft.status = "planned"
        settle_venue(draft, cast)

    def _date(self, draft: Draft, document: Document, source: Source | None) -> None:
        word = draft.hit.word
        saying = source.verb if source is not None and _is_saying(draft, source) else None
        spoken = "speaker" in draft.hit.entry.actor
        for token in (saying,) if spoken and saying else (word, saying):
            dated = self.when(document, token.i) if token is not None else None
            if dated is not None:
                draft.date, span, how = dated
                draft.how["date"] = how
                if span is not None:
                    draft.spans["date"] = (span,)
                return
        token = saying or word
        if token.sentence.index in self.background or is_anchored(token) or draft.status == "ongoing":
            return
        draft.date = self.present(document, token)
        if draft.date is None and saying is not None and is_said_now(saying):
            draft.date = _day_of(document)
        if draft.date is None and draft.type == "CONSULT" and draft.hit.kind == "N":
            verb = occasion_of(word)
            draft.date = self.present(document, verb) if verb is not None else None
        if draft.date is not None:
            draft.how["date"] = "the report's present"


def _day_of(document: Document) -> Interval | None:
    """The day of a report and the one before, where its day is known."""
    published = document.published
    if published is None or published.days > 3:
        return None
    return Interval(published.first - timedelta(1), published.last, "inferred")


def _is_saying(draft: Draft, source: Source | None) -> bool:
    """Whether the deed is the saying itself: a judgement or demand of the speaker, dated by the verb of saying."""
    return source is not None and bool(keys(source.parties) & keys(draft.actors)) and draft.type in SPEECH


def _lies_ahead(draft: Draft, document: Document) -> bool:
    """Whether the deed is dated after the report: announced, not done."""
    published = document.published
    return draft.date is not None and published is not None and draft.date.first > published.last


def _typed(hit: Hit, turn: Turn | None, reading: Reading, lexicon: Lexicon) -> Draft:
    entry, word = hit.entry, hit.word
    becomes = turn.phase.becomes if turn is not None else {}
    type_ = becomes.get("type", entry.type)
    mode = becomes.get("mode", entry.mode if type_ == entry.type else None)
    if mode is None:
        about = [word, *content_words(hit.slots)] if type_ != entry.type else content_words(hit.slots)
        mode = mode_of(type_, about, lexicon) or ("change" if type_ == "REQUEST" else None)
    status = becomes.get("status") or entry.status or _status(type_, hit, reading)
    draft = Draft(hit, type_, mode, status, weight=entry.weight)  # type: ignore[arg-type]
    draft.how["type"] = f"lexicon: {entry.id}" + (f", {turn.phase.id}" if turn else "")
    draft.evidence.append(evidence_span(turn.word if turn else word))
    draft.spans["type"] = (word.span, *((turn.word.span,) if turn else ()))
    draft.turn = turn.phase.id if turn else ""
    if reading.because:
        draft.spans["status"] = tuple(t.span for t in reading.because)
    return draft


def _status(type_: str, hit: Hit, reading: Reading) -> str:
    """The status as read, but speech is over when it is reported, and a standing measure lasts."""
    if "speaker" in hit.entry.actor or type_ in SAID or (type_ in SPEECH and reading.status == "ongoing"):
        return "occurred"
    if hit.entry.standing and reading.status == "occurred" and not hit.slots.light:
        return "ongoing"
    if type_ in LASTING and reading.status == "occurred" and hit.word.tag in ("VBZ", "VBP") and not hit.slots.passive:
        return "ongoing" if hit.word.sentence.kind == "body" else "occurred"
    return reading.status


def _everyone(hit: Hit, cast: Cast) -> tuple[Party, ...]:
    slots = hit.slots
    tokens = [*slots.subject, *slots.object, *slots.preps.get("@modifier", [])]
    tokens += [t for name, ts in slots.preps.items() if name not in ("@modifier", "by", "after", "since") for t in ts]
    return cast.all_parties(tokens)


def _others(draft: Draft, everyone: Iterable[Party]) -> tuple[Party, ...]:
    mine = {p.key for p in draft.actors}
    return draft.recipients or tuple(p for p in everyone if p.key not in mine)


def _from_modifiers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Russian airstrikes", "Iran sanctions", "the Obama-Medvedev meeting": what stands before an event noun."""
    tokens = hit.slots.preps.get("@modifier", [])
    if draft.type == "CONSULT":
        tokens = [t for t in tokens if not _is_venue(t, cast)]
    modifiers = cast.all_parties(tokens)
    if not modifiers:
        return
    if not draft.actors:
        draft.actors = modifiers
    elif not draft.recipients:
        mine = {p.key for p in draft.actors}
        draft.recipients = tuple(p for p in modifiers if p.key not in mine)


def _is_venue(token: Token, cast: Cast) -> bool:
    """The city of "the Vienna talks" is where they were held, no party to them."""
    mention = cast.mention(token)
    return mention is not None and mention.kind == "capital"


def _from_clause(draft: Draft, cast: Cast) -> None:
    """A visit or meeting without a subject of its own is its clause's subject's."""
    others = tuple(p for p in cast.all_parties(clause_subject(draft.hit.word)) if p.key not in draft.keys)
    if not others:
        return
    draft.slots = "clause", draft.slots[1]
    if draft.recipients and not draft.actors:
        draft.actors = others
    else:
        draft.actors = (*others, *draft.actors)


def worth_keeping(draft: Draft) -> bool:
    """Whether there is a party at all, and the parties are not all of one state or organisation on both sides."""
    if not draft.keys or ("speaker" in draft.hit.entry.actor and not draft.actors):
        return False
    return len(draft.keys) >= 2 or not (draft.actors and draft.recipients)


def evidence_span(word: Token) -> Span:
    """The shortest passage that shows the event: the clause or phrase of the word."""
    top = word
    if word.pos not in ("VERB", "AUX") and word.dep in ("dobj", "nsubjpass", "attr", "acomp"):
        top = word.head
    tokens = [t for t in top.subtree() if t.dep != "punct" or top.start < t.start < top.end]
    return Span(tokens[0].start, max(t.end for t in tokens))


def _silence(sentence: Sentence, cast: Cast) -> list[Fault]:
    states = {p.key for t in sentence.tokens if (m := cast.mention(t)) for p in m.parties} - {""}
    if len(states) < 2:
        return []
    return [Fault("no-event-word", "two parties, but no event word of the lexicon", sentence.span)]
