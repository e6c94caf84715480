"""Whether what stands in the slots of a word is what an entry of the lexicon asks for."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import Entry, Lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.parties import keys
from detente.coding.phrases import behind, hyphenated, is_quoted, is_verb, negated
from detente.coding.slot_parties import parties_in
from detente.coding.slots import Slots
from detente.coding.subjects import PEOPLE
from detente.model import Token

BEGINNING = word_list("beginning")
SHIP_PREFIXES = word_list("ship-prefixes")
PERSONAL = PEOPLE | word_list("followers") | word_list("relatives") | {"plane", "motorcade", "convoy"}
PARTIES = frozenset({"@party", "@pair"})
ENVOY_OFFICES = frozenset({"ambassador", "envoy", "special_envoy", "diplomat"})


def _begun(verb: Token) -> Token:
    """What is begun, where a verb says no more than that: "pay" of "will start paying"."""
    if verb.lemma not in BEGINNING:
        return verb
    return next((c for c in verb.children if c.dep == "xcomp" and is_verb(c)), verb)


def own_objects(slots: Slots, parts: tuple[str, ...]) -> list[Token]:
    """X of "set fire to X", "took control of X", where the noun is a further word of the verb; else the objects."""
    if len(parts) < 3 or slots.word.lemma != parts[0] or not any(t.lemma in parts[1:] for t in slots.object):
        return slots.object
    governed = (t for name in parts[1:] for t in slots.preps.get(name, ()))
    return [t for t in governed if not is_verb(t)] or [t for t in slots.object if t.lemma not in parts[1:]]


def conditions_hold(entry: Entry, slots: Slots, lexicon: Lexicon, cast: Cast, parts: tuple[str, ...] = ()) -> bool:
    """Whether an entry's conditions on its slots hold.

    The object of a phrasal verb without another is what its preposition governs: "consent to" the proposal.
    """
    own = own_objects(slots, parts)
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
