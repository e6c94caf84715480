"""An event word, its frame and what governs it -> a draft with type, mode, status and evidence."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.deed_status import (
    DECIDED,
    DENYING,
    WITH_TROOPS,
    is_decided,
    is_forecast,
    is_so_far,
    is_tried,
    keeps_denying,
    status_of_deed,
)
from detente.coding.draft import AHEAD, Draft
from detente.coding.match import Hit
from detente.coding.modes import OPEN, TOLD, content_words, mode_of, only_names
from detente.coding.mood import Reading, is_to, listed
from detente.coding.phase import Turn
from detente.coding.phrases import behind, child, is_verb
from detente.coding.tense import tense_of
from detente.model import Span, Token

FORUM = word_list("forum")
MARGINS = word_list("margins")
STANDING = "a state that goes on"
"""How a status is read that no word gave."""
PLEDGED = "pledged, and still to flow"
"""How the status of aid is read that somebody promises."""
ENDED = ("postponed", "cancelled")
"""Ends of a plan; what may yet be put off or called off is still planned."""
DUE = word_list("planned-for")
ASKING_TO_YIELD = word_list("asking-to-yield")


def make_draft(hit: Hit, turn: Turn | None, reading: Reading, lexicon: Lexicon) -> Draft:
    """A draft without parties, date or place yet."""
    entry, word = hit.entry, hit.word
    becomes = turn.phase.becomes if turn is not None else {}
    type_ = becomes.get("type", entry.type)
    mode = _mode(type_, hit, turn, lexicon)
    status = _status(type_, hit, turn, reading, lexicon)
    draft = Draft(hit, type_, mode, status, weight=entry.weight)  # type: ignore[arg-type]
    draft.how["type"] = f"lexicon: {entry.id}" + (f", {turn.phase.id}" if turn else "")
    draft.evidence.append(evidence_span(turn.word if turn else word))
    draft.spans["type"] = (word.span, *((turn.word.span,) if turn else ()))
    draft.turn = turn.phase.id if turn else ""
    draft.dated_by = _dated_by(hit, turn, draft)
    if reading.because:
        draft.spans["status"] = tuple(t.span for t in reading.because)
    if status != "occurred" or any(listed(t, lexicon, "carriers") == "occurred" for t in reading.because):
        draft.how["status"] = _cue(status, becomes.get("status"), hit, reading, turn, lexicon)
    return draft


def _mode(type_: str, hit: Hit, turn: Turn | None, lexicon: Lexicon) -> str | None:
    """The mode that the phase or the entry gives, else the one that the words around tell."""
    entry, word = hit.entry, hit.word
    becomes = turn.phase.becomes if turn is not None else {}
    mode = becomes.get("mode", entry.mode if type_ == entry.type else None)
    if mode in OPEN:
        about = content_words(hit.slots)
        if type_ != entry.type and not only_names(word):
            about.insert(0, word)
        read = mode_of(type_, about, lexicon)
        mode = read if mode is None or read in ("meet", TOLD) else mode
        asked = "yield" if word.lemma in ASKING_TO_YIELD and hit.kind == "N" else "change"
        mode = mode or (asked if type_ == "REQUEST" else None)
    return None if mode == TOLD or (type_ == "REJECT" and _denied(hit, turn)) else mode


def _status(type_: str, hit: Hit, turn: Turn | None, reading: Reading, lexicon: Lexicon) -> str:
    """The status that the phase gives, else that of the deed by its kind."""
    fixed = hit.entry.status if not is_forecast(reading) else None
    becomes = turn.phase.becomes.get("status") if turn is not None else None
    status = becomes or fixed or status_of_deed(type_, hit, reading, lexicon)
    if type_ == hit.entry.type == "CONCEDE" and becomes == "occurred" and reading.status in AHEAD:
        status = reading.status  # "will agree to lift the ban"
    if status in ENDED and reading.status == "proposed":
        status = "planned"
    elif status == "planned" and turn is not None and reading.status == "proposed":
        status = "proposed"  # "has sought to agree on sanctions"
    if status in ENDED and type_ == "ACCUSE":
        status = "occurred"  # "cancelled the talks, calling them a farce"
    if turn is None:
        return "ongoing" if type_ == "REJECT" and keeps_denying(hit) else status
    if status == "planned" and _decides(type_, turn, lexicon):
        status = "occurred"
    if status == "planned" and type_ in WITH_TROOPS and hit.word.lemma in lexicon.status["keeping"]:
        status = "ongoing"
    return "ongoing" if _keeps_on(type_, turn, lexicon) else status


def _decides(type_: str, turn: Turn, lexicon: Lexicon) -> bool:
    """ "Has decided to lift the ban", "X's decision to invade Y": deciding is the deed, or it has been done since."""
    if type_ in WITH_TROOPS and type_ not in DECIDED:
        return turn.word.lemma == "decision" and child(turn.word, "poss") is not None
    return type_ in DECIDED and is_decided(turn.word, lexicon)


def _denied(hit: Hit, turn: Turn | None) -> bool:
    """Whether something is denied, which refuses nobody anything; not "was denied a visa"."""
    return turn.phase.id == "deny" if turn is not None else hit.word.lemma in DENYING and hit.entry.mode is None


def _keeps_on(type_: str, turn: Turn, lexicon: Lexicon) -> bool:
    """ "Refuses to negotiate", "does not recognise", "wants them to be handed over": so it stands."""
    standing = type_ == "REJECT" or (type_ == "REQUEST" and turn.word.lemma in lexicon.status["states"]["verbs"])
    if not standing or turn.word.sentence.kind != "body" or turn.kind != "V" or turn.slots.passive:
        return False
    return tense_of(turn.word) == "present" or (type_ == "REJECT" and is_so_far(turn.word))


def _cue(status: str, becomes: str | None, hit: Hit, reading: Reading, turn: Turn | None, lexicon: Lexicon) -> str:
    """What gave the status: a phase word, the entry of the lexicon, words of the clause, or that it is a state."""
    if becomes == status and turn is not None:
        return f"phase: {turn.phase.id}"
    if hit.entry.status == status:
        return f"lexicon: {hit.entry.id}"
    if reading.because and (reading.status == status or any(is_tried(t, lexicon) for t in reading.because)):
        return "words: " + " ".join(t.lower for t in reading.because)
    return PLEDGED if status == "planned" else STANDING


def _dated_by(hit: Hit, turn: Turn | None, draft: Draft) -> tuple[Token, ...]:
    word = hit.word
    if draft.status in ENDED and draft.type == "CONSULT":
        undone = [word] if turn is not None else hit.slots.object or [word]
        return tuple(t for noun in undone for t in (*(c for c in noun.children if c.dep in ("acl", "relcl")), noun))
    if turn is not None and turn.phase.id in ("agree-meet", "offer-meet"):
        # "scheduled for Friday" names the day of the meeting, "agreed on Friday" that of the agreement
        return (word, turn.word) if any(c.lower == "for" for c in turn.word.children) else (word,)
    if turn is not None:
        return (turn.word,) if turn.phase.becomes.get("type") else (word, turn.word)
    brings = hit.slots.light or draft.status in ("planned", "proposed")
    if draft.type == "CONSULT" and (occasion := _occasion(hit)):
        return (word, *occasion)
    if hit.kind == "N" and brings and word.dep in ("dobj", "nsubjpass", "nsubj") and is_verb(word.head):
        due = is_to(word.head)
        return (word, word.head) if due is None else (word, word.head, due)
    if draft.mode == "restrict" and (barred := [t for t in hit.slots.preps.get("from", ()) if t.tag == "VBG"]):
        return (word, *barred)  # "was barred from entering X on Monday"
    if word.dep == "xcomp" and word.head.lower in DUE and draft.status == "planned":
        return (word, word.head)
    return (word,)


def _occasion(hit: Hit) -> tuple[Token, ...]:
    """The larger gathering that "on the sidelines of X planned for April" names, and the verb that dates it.

    It may hang on what is to be talked of: "will meet Y to discuss Z on the sidelines of X".
    """
    margins = [t for name in ("on", "at") for t in hit.slots.preps.get(name, ()) if t.lemma in FORUM]
    margins = margins or [t for t in hit.word.sentence.tokens if t.i > hit.word.i and t.lemma in MARGINS]
    found = [o for t in margins for o in behind(t, "of")]
    return tuple(t for o in found for t in (o, *(c for c in o.children if c.dep in ("acl", "relcl"))))


def evidence_span(word: Token) -> Span:
    """The shortest passage that shows the event: the clause or phrase of the word."""
    top = word
    if word.pos not in ("VERB", "AUX") and word.dep in ("dobj", "nsubjpass", "attr", "acomp"):
        top = word.head
    tokens = [t for t in _own_words(top) if t.dep != "punct" or top.start < t.start < top.end]
    return Span(tokens[0].start, max(t.end for t in tokens))


def _own_words(top: Token) -> list[Token]:
    """What hangs on a word, without the clauses joined to it that have a verb of their own ("and closed its ports")."""
    tokens = list(top.subtree())
    own = [c.i for c in top.children if c.i > top.i and c.dep not in ("cc", "conj", "punct")]
    joined = [c for c in top.children if c.dep == "conj" and is_verb(c) and own and min(own) < c.i]
    if not is_verb(top) or not joined:
        return tokens
    first = min(t.i for t in joined[0].subtree())
    kept = [t for t in tokens if t.i < first]
    while len(kept) > 1 and kept[-1].dep in ("cc", "punct"):
        kept.pop()
    return kept if top in kept else tokens
