"""Which entry of the lexicon an event word is, in its slots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.codebook.lexicon import Entry, Form, Lexicon, load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.noun_slots import adjective_slots, noun_slots
from detente.coding.parties import keys
from detente.coding.phrases import (
    AUXILIARY,
    behind,
    hyphenated,
    is_passive,
    is_quoted,
    is_rumour,
    is_to_blame,
    is_verb,
    negated,
)
from detente.coding.slot_parties import parties_in
from detente.coding.slots import Slots, verb_slots
from detente.coding.subjects import PEOPLE
from detente.coding.tense import tense_of
from detente.coding.wording import Wording
from detente.model import Token

BEGINNING = word_list("beginning")
BODIES, STANCES = word_list("bodies"), word_list("participles-of-stance")
SHIP_PREFIXES = word_list("ship-prefixes")
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
PERSONAL = PEOPLE | word_list("followers") | {"plane", "motorcade", "convoy"}
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
                slots.object = _own_objects(slots, parts)
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


def _begun(verb: Token) -> Token:
    """What is begun, where a verb says no more than that: "pay" of "will start paying"."""
    if verb.lemma not in BEGINNING:
        return verb
    return next((c for c in verb.children if c.dep == "xcomp" and is_verb(c)), verb)


def _own_objects(slots: Slots, parts: tuple[str, ...]) -> list[Token]:
    """X of "set fire to X", "took control of X", where the noun is a further word of the verb; else the objects."""
    if len(parts) < 3 or slots.word.lemma != parts[0] or not any(t.lemma in parts[1:] for t in slots.object):
        return slots.object
    governed = (t for name in parts[1:] for t in slots.preps.get(name, ()))
    return [t for t in governed if not is_verb(t)] or [t for t in slots.object if t.lemma not in parts[1:]]


def conditions_hold(entry: Entry, slots: Slots, lexicon: Lexicon, cast: Cast, parts: tuple[str, ...] = ()) -> bool:
    """Whether an entry's conditions on its slots hold.

    The object of a phrasal verb without another is what its preposition governs: "consent to" the proposal.
    """
    own = _own_objects(slots, parts)
    objects = own or [t for name in parts[1:] for t in slots.preps.get(name, ())]
    if "@any" in entry.object:
        objects = objects + [verb for _, verb in slots.clauses]
    if entry.object and not _any(objects + slots.preps.get("@modifier", []), entry.object, lexicon, cast):
        return False
    if entry.not_object and _any({*own, *slots.object}, entry.not_object, lexicon, cast):
        return False
    givers = slots.subject + slots.preps.get("@modifier", [])
    if entry.subject and not _any(givers, entry.subject, lexicon, cast):
        return False
    if "@pair" in entry.subject and len({p.key for p in cast.all_parties(givers)} - {""}) < 2:
        return False
    if entry.not_subject and _any(slots.subject, entry.not_subject, lexicon, cast):
        return False
    if entry.clause and not any(form in entry.clause for form, _ in slots.clauses or [("none", slots.word)]):
        return False
    told = [verb for form, verb in slots.clauses if not entry.clause or form in entry.clause]
    about = [_begun(verb) for verb in told] if entry.about or entry.not_about else []
    if entry.type == "ACCUSE":  # nobody is blamed for what he did not do
        about = [verb for verb in about if not negated(verb)]
    if entry.about and not any(lexicon.is_in(verb.lemma, entry.about) for verb in about):
        return False
    if entry.not_about and any(lexicon.is_in(verb.lemma, entry.not_about) for verb in about):
        return False
    if entry.aimed and not is_aimed(entry, slots, cast):
        return False
    if entry.own and keys(cast.all_parties(slots.object)) - keys(cast.all_parties(slots.subject)):
        return False
    for prep, words in entry.not_with.items():
        if _any(slots.preps.get(prep, []), words, lexicon, cast):
            return False
    return all(_any(slots.preps.get(prep, []), words, lexicon, cast) for prep, words in entry.with_.items())


def is_aimed(entry: Entry, slots: Slots, cast: Cast) -> bool:
    """Whether the words name somebody else than the actor: "wants X to leave", not "wants to leave"."""
    named = [{p.key for p in parties_in(name, slots, cast)} - {""} for name in (*entry.recipient, "@modifier")]
    actors = {p.key for name in entry.actor for p in parties_in(name, slots, cast)} - {""}
    if entry.visitor:
        hosts = {cast.states_at.get(t.i) for name in entry.recipient for t in slots.tokens(name)}
        named.append({host for host in hosts if host in cast.named})
    if entry.both:
        return len(actors.union(*named)) > 1
    if len(actors) > 1 and set().union(*named) & actors:
        return True
    return any(keys - actors for keys in named)


def _any(tokens: Iterable[Token], wanted: tuple[str, ...], lexicon: Lexicon, cast: Cast) -> bool:
    want = lexicon.wanted(wanted)
    if "@any" in want.marks:
        return any(True for _ in tokens)
    for token in (inner for outer in tokens for inner in _contents(outer, lexicon)):
        if token.lemma in want.words or token.lower in want.words or hyphenated(token) in want.words:
            return True
        if want.marks and _is_marked(token, want.marks, cast):
            return True
        if any(_compound(token, phrase) for phrase in want.phrases):
            return True
        if token.pos == "PROPN" and any(c.lower in SHIP_PREFIXES and c.lower in want.words for c in token.children):
            # "the USS Cole"
            return True
    return False


PARTIES = frozenset({"@party", "@pair"})
ENVOY_OFFICES = frozenset({"ambassador", "envoy", "special_envoy", "diplomat"})


def _is_marked(token: Token, marks: frozenset[str], cast: Cast) -> bool:
    """Whether a word is of one of the kinds that only the report tells: a party, a person, a land."""
    if not PARTIES.isdisjoint(marks) and cast.parties(token, deep=False):
        return True
    if "@named" in marks and cast.is_party(token):
        return True
    if "@land" in marks and _is_land(token, cast):
        return True
    if "@state" in marks and any(p.state and not p.organisation for p in cast.parties(token)):
        return True
    if "@guest" in marks and cast.is_party(token) and any(p.person for p in cast.parties(token)):
        return True
    if "@person" in marks and _is_somebody(token, cast) and any(p.person for p in cast.parties(token)):
        return True
    if "@envoy" in marks and any(p.office in ENVOY_OFFICES for p in cast.parties(token)):
        return True
    if "@organisation" in marks and any(p.organisation for p in cast.parties(token)):
        return True
    if "@people" in marks and _is_people(token, cast):
        return True
    return "@quoted" in marks and is_quoted(token)


def _is_somebody(token: Token, cast: Cast) -> bool:
    """Whether a word can be a person: not the letter of "a letter from X", the testimony of "X's testimony"."""
    return token.pos != "NOUN" or cast.is_party(token) or token.lemma in PERSONAL


def _is_people(token: Token, cast: Cast) -> bool:
    """Whether a word names people of a state: "three Peruvians"."""
    mention = cast.mention(token)
    return mention is not None and mention.kind == "demonym" and not mention.attributive


def _is_land(token: Token, cast: Cast) -> bool:
    """Whether the word itself is a state, or a place in one, and no person: "in Lima", not "in a letter to Lima".

    Nor a language: "said in both Spanish and Basque".
    """
    mention = cast.mention(token)
    if mention is not None and mention.kind == "demonym":
        first = token.head if token.dep == "conj" else token
        if first.dep == "pobj" and first.head.lower == "in" and not any(c.lower == "the" for c in token.children):
            return False
    named = mention is not None and mention.head == token.i and any(p.state and not p.person for p in mention.parties)
    return named or token.i in cast.states_at


def _contents(token: Token, lexicon: Lexicon) -> list[Token]:
    """The head of a phrase, and of what it measures: "thousands of prisoners" is about prisoners too."""
    if token.lemma not in lexicon.classes["quantity"] and token.pos != "NUM":
        return [token]
    return [token, *behind(token, "of")]


def _compound(token: Token, wanted: str) -> bool:
    """Whether a noun is the last of these words, with the others before it; of "note of protest" the first."""
    noun, of, told = wanted.partition(" of ")
    if of:
        inner = (o for c in token.children if c.lower == "of" for o in c.children)
        return token.lemma == noun and any(o.lemma == told for o in inner)
    *first, last = wanted.split()
    return token.lemma == last and any(c.lemma in first or c.lower in first for c in token.children)
