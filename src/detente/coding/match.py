"""Which entry of the lexicon an event word is, in its slots."""

from __future__ import annotations

from dataclasses import dataclass

from detente.codebook.lexicon import Entry, Form, Lexicon, load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.conditions import conditions_hold, own_objects
from detente.coding.noun_slots import adjective_slots, noun_slots
from detente.coding.phrases import (
    AUXILIARY,
    is_passive,
    is_rumour,
    is_to_blame,
    negated,
)
from detente.coding.slots import Slots, verb_slots
from detente.coding.tense import tense_of
from detente.coding.wording import Wording
from detente.model import Token

BODIES, STANCES = word_list("bodies"), word_list("participles-of-stance")
SPOKEN = word_list("spoken-by-people")
GOVERNING = word_list("governors-at-home")
MONTHS, NOTHING = frozenset({"March", "May"}), "nothing"
BY_ALL = frozenset({"internationally", "universally"})
"""Words before a participle that only describes."""
PREDICATES = frozenset({"acomp", "attr", "oprd"})
ENVOYS = frozenset(
    {
        "ambassador",
        "coordinator",
        "delegate",
        "emissary",
        "envoy",
        "negotiator",
        "representative",
        "secretary",
        "spokesman",
        "spokesperson",
        "spokeswoman",
    }
)
AHEAD = frozenset(load_lexicon().statuses("modifiers")) - {"threatened"}
POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}


@dataclass(slots=True)
class Hit:
    """An event word, its entry and its slots."""

    word: Token
    entry: Entry
    slots: Slots
    kind: str


def find_hit(token: Token, lexicon: Lexicon, cast: Cast, light: dict[str, str]) -> Hit | None:
    """The best entry for a word whose conditions hold, or None."""
    if token.dep in AUXILIARY:
        return None
    found = [reading for reading in readings(token) if reading in lexicon.words]
    if (
        not found
        or _is_month(token)
        or _is_within_name(token, cast)
        or _in_compound(token, lexicon)
        or _is_hyphened(token)
    ):
        return None
    near = cast.words(token.sentence)
    for reading in found:
        kind = reading[0]
        forms = [form for form in _by_negation(reading, token, lexicon) if form.may_stand(near)]
        if not forms:
            continue
        slots, wording = slots_of(token, kind, light), None
        for form in forms:
            parts, entry = form.parts, form.entry
            if form.about:
                wording = wording or Wording(token, slots, kind)
                if not wording.fits(parts):
                    continue
            if _stands(token, kind, entry, cast) and conditions_hold(entry, slots, lexicon, cast, parts):
                slots.object = own_objects(slots, parts)
                return Hit(token, entry, slots, kind) if entry.weight else None
    return None


def _stands(token: Token, kind: str, entry: Entry, cast: Cast) -> bool:
    """Whether a word stands as an entry wants it, whatever is in its slots: no mere name, spoken, in its tense."""
    if kind == "N" and (_is_remit(token) or is_rumour(token) if entry.type == "CONSULT" else _is_name(token, cast)):
        return False
    if entry.type == "THREATEN" and token.dep == "amod" and token.lower in AHEAD:
        return False  # "planned strikes": the strikes are told of
    if entry.type == "THREATEN" and kind == "N" and _is_threatened_by(token, cast):
        return False
    if entry.actor == ("speaker",) and not _is_spoken(token, cast):
        return False
    if kind == "N" and token.lemma == "opposition" and _is_at_home(token):
        return False  # a party at home, no objection
    if entry.tense and tense_of(token) not in entry.tense:
        return False
    return not entry.predicative or _is_predicate(token)


def _is_threatened_by(threat: Token, cast: Cast) -> bool:
    """ "X is Y's main threat": whom Y has to fear, who has said nothing."""
    if threat.dep != "attr" or not any(c.dep == "poss" for c in threat.children):
        return False
    return any(c.dep == "nsubj" and cast.is_party(c) for c in threat.head.children)


def _is_at_home(opposition: Token) -> bool:
    """Whether an opposition speaks, or stands beside its government."""
    speaks = opposition.dep == "nsubj" and opposition.head.lemma in SPOKEN
    row = [opposition.head, *opposition.head.children] if opposition.dep == "conj" else opposition.children
    return speaks or any(t.dep != "poss" and t.lemma in GOVERNING for t in row)


def _is_remit(noun: Token) -> bool:
    """Whether talks only say what somebody is there for: "its envoy for the border talks"."""
    return noun.dep == "pobj" and noun.head.lower == "for" and noun.head.head.lemma in ENVOYS


def _is_month(token: Token) -> bool:
    """Whether a word is the name of a month: "in March", no march."""
    return token.text in MONTHS and token is not token.sentence.tokens[0]


def _is_within_name(token: Token, cast: Cast) -> bool:
    """Whether a word is in a name without being its head."""
    mention = cast.mention(token) if token.pos == "PROPN" else None
    return mention is not None and mention.head != token.i


def _is_predicate(token: Token) -> bool:
    """Whether a word is what a clause says of its subject, a participle ("was involved in") as well.

    What "went wrong" is not called wrong.
    """
    if token.dep == "acomp" and token.head.lemma == "go":
        return False
    return token.dep in PREDICATES or is_to_blame(token) or any(c.dep == "auxpass" for c in token.children)


def _by_negation(reading: tuple[str, str], token: Token, lexicon: Lexicon) -> list[Form]:
    """The entries of a word: those for its negation first where it is negated, else without them."""
    denied = lexicon.denied.get(reading)
    if denied is None:
        return lexicon.words[reading]
    others = [form for form in lexicon.words[reading] if not form.entry.denied]
    return [*denied, *others] if negated(token) else others


def _in_compound(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is the first part of a compound with an entry of its own: "war" in "war crimes"."""
    first = token.head if token.dep == "conj" and token.head.dep in ("compound", "nmod") else token
    if first.dep in ("compound", "nmod") and first.head.lemma in BODIES:
        return True
    if token.dep != "compound" or token.head.i != token.i + 1:
        return False
    return any(form.parts == (token.lemma, token.head.lemma) for form in lexicon.words.get(("N", token.head.lemma), ()))


def _is_name(token: Token, cast: Cast) -> bool:
    """Whether a noun is only the last word of an organisation's name: "the Trans-Pacific Partnership"."""
    mention = cast.mention(token)
    return mention is not None and mention.kind == "organisation" and mention.tokens[1] - mention.tokens[0] > 1


def _is_hyphened(token: Token) -> bool:
    """Whether a participle only describes: "the X-backed rebels", "internationally recognised waters"."""
    if token.tag not in ("VBN", "VBG") or token.dep not in ("amod", "compound"):
        return False
    at = token.i - token.sentence.tokens[0].i
    before = token.sentence.tokens[at - 1] if at else token
    return (at > 1 and before.text == "-") or before.lower in BY_ALL or token.lower == "repeated"


def _is_spoken(token: Token, cast: Cast) -> bool:
    """Whether somebody says what the word tells: the speaker of a clause or quotation is known."""
    return cast.speakers is not None and bool(cast.speakers.parties(token))


def readings(token: Token) -> list[tuple[str, str]]:
    """Part of speech and lemma under which a word is looked up; headline capitals hide nouns and verbs."""
    if is_to_blame(token) or _is_stance(token):
        return [("A", token.lower)]
    kind = POS.get(token.pos)
    found = [(kind, token.lemma)] if kind else [("N", token.lower)] if token.lower == NOTHING else []
    if token.pos == "PROPN":
        low = token.lower
        found.append(("N", low[:-1] if low.endswith("s") and not low.endswith("ss") else low))
    if token.tag in ("VBG", "VBN") and token.pos != "VERB":
        found.append(("V", token.lemma))
    if token.tag == "VBN" and token.pos == "VERB" and is_passive(token) and not _is_done(token):
        # "is disappointed by", "was involved in"
        found.append(("A", token.lower))
    if token.tag == "VBG" and token.pos == "VERB" and any(c.lower == "between" for c in token.children):
        found.append(("N", token.lower))
    return found


def _is_done(token: Token) -> bool:
    """Whether a participle tells what somebody does to the noun before it: "a crime encouraged by X"."""
    return token.dep == "acl" and token.head.pos == "NOUN" and any(c.dep == "agent" for c in token.children)


def _is_stance(token: Token) -> bool:
    """Whether a participle says how its subject stands to something: "is opposed to X's plan" is not done by X."""
    return token.tag == "VBN" and token.lower in STANCES and any(c.lower == "to" for c in token.children)


def slots_of(token: Token, kind: str, light: dict[str, str]) -> Slots:
    """The slots of a word read as verb, noun or adjective."""
    if kind == "V":
        return verb_slots(token)
    return noun_slots(token, light) if kind == "N" else adjective_slots(token)
