"""Words that turn the event they govern: "suspended talks", "threatened to expel", "refused to meet"."""

from __future__ import annotations

from dataclasses import dataclass

from detente.codebook.lexicon import Lexicon, PhaseVerb, load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.event_nouns import comes_about, fell_through, was_to_come
from detente.coding.match import Hit, slots_of
from detente.coding.noun_slots import light_name
from detente.coding.parties import keys
from detente.coding.phrases import child, has_to, is_passive, is_verb
from detente.coding.slots import Slots
from detente.coding.subjects import surface_subject
from detente.coding.wording import Wording
from detente.model import Token

_KIND = {"VERB": "V", "AUX": "V", "NOUN": "N", "ADJ": "A"}


@dataclass(slots=True)
class Turn:
    """A phase word over an event word: the entry, and the slots of the phase word."""

    word: Token
    phase: PhaseVerb
    slots: Slots
    kind: str


def find_turn(hit: Hit, lexicon: Lexicon, cast: Cast, light: dict[str, str]) -> Turn | None:
    """The phase word that governs an event word directly, or through its light verb."""
    if hit.kind == "N" and fell_through(hit.word) is not None:
        return None
    for governor in _governors(hit.word, light):
        kind = _KIND.get(governor.pos)
        if kind is None:
            continue
        options = lexicon.phase_words.get((kind, governor.lemma))
        if not options:
            continue
        slots = slots_of(governor, kind, light)
        wording = Wording(governor, slots, kind)
        for parts, phase in options:
            if (
                (len(parts) == 1 or wording.fits(parts))
                and (_of(phase, hit, lexicon) or _ends_plan(phase, hit, lexicon))
                and _clause_fits(phase, hit, governor)
                and not (phase.other and _is_own(hit.word, governor))
                and not _is_question(hit.word, governor)
                and not (phase.becomes.get("type") == "THREATEN" and _is_of_another(hit, slots, cast))
                and not _is_on_a_visit(hit.word, governor)
                and not (len(parts) == 1 and _beside(hit.word, governor, "type" not in phase.becomes))
                and not (phase.becomes.get("status") in ENDED and _to_which(hit.word, governor))
                and not (phase.done and hit.word.dep == "nsubj" and hit.word.head is governor)
            ):
                return Turn(governor, phase, slots, kind)
    return None


def _beside(word: Token, governor: Token, itself: bool) -> bool:
    """Whether a deed only stands beside what governs it ("agreed at a summit", "ended by giving up", "ended up so").

    Args:
        itself: whether what is agreed on has to be the deed itself, so that "an agreement with" is no word of it.
    """
    token = word
    if any(c.dep == "prt" and c.lower == "up" for c in governor.children) and governor.lemma in ENDING:
        return True
    at = word.head if word.dep == "pobj" and word.pos != "VERB" else None
    if word.dep == "pcomp" and word.head.lower == "by" and word.head.head is governor:
        return True
    if at is not None and at.lower == "with" and at.head is governor and governor.lemma in CLOSING:
        return True  # "the meeting ended with a handshake"
    within = at is not None and at.head is governor and is_verb(governor) and word.lemma in GATHERINGS
    if at is not None and at.lower == "in" and (within or word.lemma in CALLS):
        return True
    while token is not governor and token.head is not token:
        if token.dep == "prep" and (token.lower in ASIDE or (itself and token.lower in COMPANY)):
            return True
        token = token.head
    return False


def _to_which(word: Token, governor: Token) -> bool:
    """Whether something else is ended: "dropped its objection to the summit"."""
    to = word.head
    return word.dep == "pobj" and to.lower == "to" and to.head is governor and child(governor, "dobj") is not None


def _is_on_a_visit(word: Token, governor: Token) -> bool:
    """ "On a visit to X, agreed to buy": what somebody agrees to before he has named it is not the visit."""
    on = word.head
    return (
        word.lemma in VISITS and word.dep == "pobj" and on.lower == "on" and on.head is governor and on.i < governor.i
    )


def _governors(word: Token, light: dict[str, str]) -> list[Token]:
    found, token = [], word
    for _ in range(4):
        head = token.head
        if head is token:
            break
        if token.dep in (
            "xcomp",
            "ccomp",
            "acl",
            "advcl",
            "dobj",
            "nsubjpass",
            "pcomp",
            "pobj",
            "prep",
            "conj",
            "amod",
        ):
            if token.dep == "conj":
                if _has_own_subject(token) or _is_told_anew(token):
                    break
                token = head
                continue
            if (token.dep == "amod" and token.pos != "VERB") or _is_when(token) or _follows(token) or _opens(token):
                break
            if token.dep == "acl" and token.tag == "VBN" and not has_to(token):
                break  # "the agreement brokered by X": not what is agreed on
            if head.dep == "advmod" and head.lower == "ahead":
                break
            if head.dep == "advmod" and head.pos == "ADV" and is_verb(head.head):
                head = head.head
            if head.dep == "prep" or head.pos in ("ADP", "SCONJ"):
                if head.lower in TIMES:
                    break
                token = head
                continue
            found.append(head)
            if not light_name(head, token, light):
                break
            token = head
        else:
            break
    kinds = ("acl",) if word.pos == "NOUN" and comes_about(word) else ("amod", "acl")
    participles = [c for c in word.children if c.dep in kinds and c.tag in ("VBN", "VBG", "JJ")]
    subject_of = [word.head] if word.dep in ("nsubj", "nsubjpass") and _undergoes(word) else []
    return found + subject_of + participles


TIMES = word_list("time-prepositions")
ASIDE = word_list("prepositions-aside")
GATHERINGS, VISITS = word_list("gatherings"), load_lexicon().classes["visit"]
CALLS = frozenset({"call", "conversation", "phonecall", "videoconference", "teleconference", "conference"})
DRAWING = word_list("drawing-an-answer")
ENDED = ("cancelled", "postponed")
ENDING, CLOSING = word_list("ending-up"), frozenset({"close", "conclude", "end", "finish"})
NOT_GOVERNED = frozenset({"when", "if", "whether", "though", "although", "while", "whereas", "as", "unless"})
ASKED_ABOUT = frozenset({"if", "whether", "why", "how", "what", "when", "where"})
COMPANY = frozenset({"with", "by", "between", "from"})


def _is_when(token: Token) -> bool:
    """ "Cut ties after crowds stormed its embassy": a clause that says when or in spite of what is not governed."""
    marks = [c.lower for c in token.children if c.dep == "mark" or c.lower == "when"]
    return token.dep == "advcl" and any(mark in TIMES or mark in NOT_GOVERNED for mark in marks)


def _follows(token: Token) -> bool:
    """Whether it is what comes of the rest: "refused to pay, drawing criticism from X"."""
    if token.dep != "advcl" or token.tag != "VBG" or token.i < token.head.i:
        return False
    before = token.sentence.tokens[token.i - token.sentence.tokens[0].i - 1]
    return before.text == "," and token.lemma in DRAWING


def _opens(token: Token) -> bool:
    """Whether a participle opens a sentence: of "Visiting X, Y agreed to" the visit is not what Y agreed to."""
    return token.dep == "advcl" and token.tag == "VBG" and token.i < token.head.i


def _undergoes(subject: Token) -> bool:
    """Whether a subject is what the verb is done to: "talks were suspended", "talks resumed"."""
    verb = subject.head
    return is_verb(verb) and (subject.dep == "nsubjpass" or not any(c.dep == "dobj" for c in verb.children))


def _has_own_subject(token: Token) -> bool:
    return any(c.dep in ("nsubj", "nsubjpass") for c in token.children)


def _is_told_anew(verb: Token) -> bool:
    """ "Vowed to build it, and have met since": a finite verb joined to an infinitive is not what that is about."""
    finite = verb.tag in ("VBD", "VBZ", "VBP") or any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    return finite and verb.head.tag == "VB" and any(c.lower == "to" for c in verb.head.children)


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is "to do", or joined to one: "to end the war and quickly withdraw", not "to yield or bear"."""
    while verb.tag == "VB" and verb.dep == "conj" and verb.head.tag == "VB" and not has_to(verb):
        if any(c.lower == "or" and c.i < verb.i for c in verb.head.children):
            break
        verb = verb.head
    return has_to(verb)


def _of(phase: PhaseVerb, hit: Hit, lexicon: Lexicon) -> bool:
    if not phase.of:
        return True
    return hit.entry.type in phase.of or lexicon.is_in(hit.word.lemma, phase.of)


def _ends_plan(phase: PhaseVerb, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether talks that are called off had not begun; those that had are broken off."""
    return phase.id == "cancel" and hit.entry.type == "CONSULT" and was_to_come(hit.word, lexicon)


def _is_own(word: Token, governor: Token) -> bool:
    """Whether who wishes a deed would do it: "wants to leave"."""
    if word.dep != "xcomp" or word.head is not governor or is_passive(governor):
        return False
    return surface_subject(word) == surface_subject(governor)


def _is_of_another(hit: Hit, over: Slots, cast: Cast) -> bool:
    """Whether one side speaks of what another may do: "Peru warned that Chile could invade" threatens nobody."""
    doer = child(hit.word, "nsubj") if hit.kind == "V" and hit.word.dep == "ccomp" else None
    if doer is None or not over.subject or over.subject[0].pos == "PRON":
        return False
    others = keys(cast.parties(doer))
    return bool(others) and not others & keys(cast.all_parties(over.subject))


def _is_question(word: Token, governor: Token) -> bool:
    """ "Was asked whether he would visit X": what is only asked about is no request."""
    if governor.lemma != "ask" or word.head is not governor or not is_verb(word):
        return False
    return any(c.lower in ASKED_ABOUT and c.i < word.i for c in word.children)


def _clause_fits(phase: PhaseVerb, hit: Hit, governor: Token) -> bool:
    if not phase.clause:
        return True
    form = (
        "that"
        if hit.kind == "V" and _is_within_told(hit.word, governor)
        else "to"
        if _is_infinitive(hit.word)
        else ("ing" if hit.word.tag == "VBG" else ("that" if hit.kind == "V" else "noun"))
    )
    return form in phase.clause


def _is_within_told(word: Token, governor: Token) -> bool:
    """Whether what is told is a finite clause that an infinitive hangs on: "told Y that X continues to wage war"."""
    while word.head is not governor and word.head is not word:
        word = word.head
        if word.dep == "ccomp" and word.tag in ("VBD", "VBP", "VBZ"):
            return word.head is governor
    return False
