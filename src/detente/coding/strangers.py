"""Who has part in a deed and has no name that is known: "its neighbour", "several countries", "former ministers"."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import FEW, KIN, Cast, is_kin_of
from detente.coding.denials import denies
from detente.coding.draft import Draft
from detente.coding.mood import has_that
from detente.coding.noun_slots import clause_subject
from detente.coding.parties import keys
from detente.coding.phrases import FIRST_PERSON
from detente.coding.slot_parties import ANYBODY, hangs_on_anybody
from detente.coding.slots import verb_slots
from detente.coding.subjects import surface_subject
from detente.model import Token

WORLDWIDE = word_list("worldwide") | {"widespread"}
EVERYWHERE = frozenset({"across", "all", "around", "beyond", "throughout"})
OTHERS = word_list("of-others")
SAID, VOICES = word_list("types-of-speech"), word_list("voices")
COUNTING, STATES = word_list("counting"), word_list("states-counted")
UNTOLD, EACH = word_list("many-untold"), frozenset({"any", "each", "every"})
TIMES, TOLD_AT = word_list("days-and-months"), frozenset({"object", "iobj", "to", "with", "at"})
STRIKING, UNNAMED = word_list("types-measures"), word_list("struck-unnamed")
SIGHTS, VISITS = word_list("sights"), load_lexicon().classes["visit"]
TROOPS = load_lexicon().classes["troops"]
CONTENT = frozenset({"", "object", "topic"})
"""Slots of what is told or done, not of to whom."""
LAW, AT_LAW = word_list("law-at-home"), frozenset({"AGREE", "COOPERATE", "REQUEST"})
APOLOGY, OWN_DEEDS = "055", frozenset({"for", "over"})
MEANT_FOR_OTHERS = frozenset({"REJECT", "THREATEN"})
ASIDE = frozenset({"acl", "advcl", "parataxis", "relcl"})
COUNCILS = frozenset({"assembly", "council", "court", "tribunal"})
RULINGS = frozenset({"award", "judgement", "judgment", "ruling", "verdict"})
OWN_GROUND = word_list("own-ground")
PEOPLE = frozenset().union(*(load_lexicon().classes[name] for name in ("official", "diplomat", "crowd")))
PEOPLE -= load_lexicon().classes["accusation"]  # "the charge" is mostly no envoy


def means_others(draft: Draft) -> bool:
    """Whether its own words mean somebody else: "called on its neighbour", "denies that its agents did it".

    Who recalls his ambassador has him abroad, who throws out "its ambassador" means another's, and who closes his
    border closes it to others; who apologises for his own deeds does so to those to whom they were done.
    """
    if denies(draft) or (draft.hit.entry.cameo == APOLOGY and draft.slots[1] in OWN_DEEDS):
        return True
    if draft.type == "COERCE" and draft.mode == "restrict":
        return any(t.lemma in OWN_GROUND for t in draft.hit.slots.object)
    if draft.type == "SANCTION" and draft.mode in ("withdraw", "expel"):
        sent = (*draft.hit.slots.object, *draft.hit.slots.iobj)
        return any(t.lemma in load_lexicon().classes["diplomat"] for t in sent)
    return any(t.lemma in KIN for t in draft.hit.slots.tokens(draft.slots[1]))


def meets_several(draft: Draft, cast: Cast) -> bool:
    """Whether somebody unknown meets each of those named: "the envoy met A and B", who have not met each other."""
    slots = draft.hit.slots
    if draft.type != "CONSULT" or draft.hit.kind != "V" or not draft.both or slots.passive or not slots.subject:
        return False
    if draft.recipients or len(keys(draft.actors)) < 2 or cast.all_parties(slots.subject):
        return False
    if all(load_lexicon().is_in(t.lemma, ("@contact",)) for t in slots.subject):
        return False  # "the talks brought X and Y together"
    met = cast.all_parties([*slots.object, *slots.iobj, *slots.preps.get("with", ()), *slots.preps.get("to", ())])
    return keys(draft.actors) <= keys(met)


def somebody_else(draft: Draft, cast: Cast) -> bool:
    """Whether the words name an author who is no known party ("four former ministers urged X", "activists accused X").

    What speaks for a side ("the statement accused X", "authorities claimed that X") leaves open whose it is.
    """
    slots = draft.hit.slots
    subject = [t for t in slots.subject if t.pos in ("NOUN", "PROPN") and not cast.parties(t)]
    if not subject or len(subject) < len(slots.subject):
        return False
    if draft.hit.kind in ("V", "A") and draft.type in SAID:
        if any(c.lower in OTHERS for t in subject for c in t.children):
            return True
        return not any(t.lemma in VOICES or t.tag == "NNP" for t in subject)
    nouns = all(t.pos == "NOUN" for t in subject)
    return nouns and all(load_lexicon().is_in(t.lemma, ("@official", "@diplomat")) for t in subject)


def some_of_several(draft: Draft, cast: Cast) -> bool:
    """Whether the words mean several without a name: "three of the states", "several countries", "X's allies"."""
    slots = draft.hit.slots
    if slots.subject and all(_are_kin(t, cast) for t in slots.subject):
        return True
    if draft.hit.kind == "N" and draft.type in SAID and _comes_from_everywhere(draft.hit.word):
        return True
    if draft.hit.kind == "N" and any(t.lower in UNTOLD for t in slots.preps.get("from", ())):
        return True  # "a complaint from someone"
    return draft.hit.kind == "V" and not slots.passive and means_anybody(slots.subject)


def means_anybody(subject: list[Token]) -> bool:
    """Whether a subject is many without a name: "some vowed", "all of them", "every country", "states that back X"."""
    return bool(subject) and all(_is_anybody(t) for t in subject)


def _is_anybody(token: Token) -> bool:
    if token.lower in UNTOLD or is_counted(token):
        return True
    if token.lemma not in STATES or token.pos != "NOUN":
        return False
    bare = token.tag == "NNS" and not any(c.dep in ("det", "poss", "amod", "compound") for c in token.children)
    return bare or any(c.lower in EACH for c in token.children)


def _are_kin(noun: Token, cast: Cast) -> bool:
    """ "X's allies rejected it", "US allies" who are not named."""
    return not cast.parties(noun) and any(is_kin_of(c, noun) and cast.mention(c) for c in noun.children)


def _comes_from_everywhere(noun: Token) -> bool:
    """ "Drew condemnation from across Europe", "criticism from around the world", "global condemnation"."""
    if any(c.lower in WORLDWIDE and c.dep == "amod" for c in noun.children):
        return True
    froms = [c for t in (noun, noun.head) for c in t.children if c.lower == "from" and c.i > noun.i]
    return any(c.lower in EVERYWHERE for prep in froms for c in prep.children)


def names_council(draft: Draft, cast: Cast) -> bool:
    """Whether a council or court that nobody can tell does it ("the council imposed an embargo on X"): no state."""
    doers = draft.hit.slots.subject
    return bool(doers) and all(t.lemma in COUNCILS and t.pos == "NOUN" and not cast.parties(t) for t in doers)


def is_counted(token: Token) -> bool:
    """Whether a word is a number or amount of an unnamed whole, or a noun for states with one before it."""
    if token.pos == "NUM" or token.lower in COUNTING:
        return any(o.lemma in STATES for c in token.children if c.lower == "of" for o in c.children)
    counted = any(c.dep == "nummod" or c.lower in COUNTING for c in token.children)
    definite = any(c.dep in ("det", "poss") and c.lower not in COUNTING for c in token.children)
    return token.lemma in STATES and counted and not definite


def names_people(draft: Draft, cast: Cast) -> bool:
    """Whether somebody without a name is told off or asked ("railed against the officer"), who need be nobody's."""
    slots = draft.hit.slots
    told = [t for name in draft.hit.entry.recipient for t in slots.tokens(name) if name != "by"]
    return any(t.pos == "NOUN" and t.lemma in PEOPLE and not cast.parties(t) for t in told)


def tells_own_law(draft: Draft, cast: Cast) -> bool:
    """Whether one helps or asks only those who look into it at home: "gave information to prosecutors"."""
    if draft.type not in AT_LAW or draft.hit.kind != "V" or draft.hit.slots.passive or draft.slots[1] not in CONTENT:
        return False
    inner = [verb_slots(verb) for form, verb in draft.hit.slots.clauses if form == "to"]
    told = [t for slots in (draft.hit.slots, *inner) for name in ("to", "with", "iobj") for t in slots.tokens(name)]
    told += [t for slots in inner for t in slots.object] if draft.type == "AGREE" else []
    told += draft.hit.slots.object if draft.type == "REQUEST" else []
    at_home = (t for t in told if t.lemma.lower() in LAW and not any(c.lower in WORLDWIDE for c in t.children))
    return any(not keys(cast.parties(t)) - keys(draft.actors) for t in at_home)


def tells_friends(draft: Draft, cast: Cast) -> bool:
    """Whether it is said to or of several friends without a name: "criticised his allies", "reassured her partners"."""
    if draft.type not in SAID or draft.hit.kind != "V" or draft.hit.slots.passive:
        return False
    told = draft.hit.slots.object
    return bool(told) and all(
        t.tag == "NNS" and t.lemma in KIN and keys(cast.parties(t)) <= keys(draft.actors) for t in told
    )


def names_countryman(draft: Draft, cast: Cast) -> bool:
    """Whether one says it to or of a countryman, and the words name nobody else: "McHale denied that the premier knew".

    A state's own denial or threat is meant for others, whomever it names: "Xland denied that its premier knew".
    """
    word, doers = draft.hit.word, {p.person for p in draft.actors}
    if draft.type not in SAID or not draft.actors or draft.recipients or not any(p.state for p in draft.actors):
        return False
    if len(cast.named) < 2 or (draft.type in MEANT_FOR_OTHERS and not any(doers)):
        return False  # a text about one party only stays told of that one
    behind = [t for t in word.subtree() if t.i > word.i and cast.is_party(t)]
    named = [(p, t) for t in behind for p in cast.parties(t, deep=False) if p.key]
    if {p.key for p, _ in named} != draft.keys:
        return False
    return any(p.person and p.person not in doers and not _is_aside(t, word) for p, t in named)


def _is_aside(name: Token, word: Token) -> bool:
    """Whether a name stands in a clause that only describes ("the raid, which killed X") or tells who says so."""
    while name is not word and name.dep not in ASIDE:
        name = name.head
    return name is not word


def names_own_doing(draft: Draft, cast: Cast) -> bool:
    """Whether what is complained of is what one's own side does: "regrets that its government has failed"."""
    if draft.mode != "disapprove" or draft.hit.kind != "V" or not draft.actors:
        return False
    slots = draft.hit.slots
    clauses = [verb for form, verb in slots.clauses if form == "that"]
    clauses += [c for noun in slots.object for c in noun.children if c.dep == "acl" and has_that(c)]
    told = [cast.all_parties(surface_subject(verb)) for verb in clauses]
    return any(keys(found) and keys(found) <= keys(draft.actors) for found in told)


def thanks_troops(draft: Draft, cast: Cast) -> bool:
    """ "Praised the troops", "thanked soldiers": one's own, where the words do not say whose."""
    praised = draft.hit.slots.object if draft.type == "SUPPORT" and draft.hit.kind == "V" else []
    return bool(praised) and all(t.pos == "NOUN" and t.lemma in TROOPS and not cast.parties(t) for t in praised)


def names_stranger(draft: Draft, cast: Cast) -> bool:
    """Whether the words name to whom or of whom something is said, and that is nobody known.

    "Accused the Democrats", "attacked Smith's decision", "Smith's remarks drew criticism from X".
    """
    if draft.type not in SAID or draft.hit.kind == "A":
        return False
    if draft.hit.kind == "N":
        blame = draft.hit.word if draft.type == "ACCUSE" and draft.slots[0] != "subject" else None
        told = [c for c in blame.head.children if c.dep == "nsubj"] if blame is not None and blame.dep == "dobj" else []
    else:
        told = [t for name in draft.hit.entry.recipient if name in TOLD_AT for t in draft.hit.slots.tokens(name)]
    return any(_is_strangers(t, cast) for t in told)


def _is_strangers(token: Token, cast: Cast) -> bool:
    """Whether a word is, or is said to be of, somebody by whose name no state is known."""
    names = [token] if token.pos == "PROPN" else [c for c in token.children if c.dep == "poss" and c.pos == "PROPN"]
    return any(_is_unknown(t, cast) and t.lower not in TIMES for t in names)


def comes_from_stranger(draft: Draft, cast: Cast) -> bool:
    """Whether somebody says it by whose name no state is known: "Jim Hansen criticised Norway's minister".

    So does an author who says "I" without a name, of whatever he does.
    """
    if is_by_author(draft, cast):
        return True
    if draft.type not in SAID or draft.hit.kind != "V" or draft.hit.slots.passive:
        return False
    doers = draft.hit.slots.subject
    if not doers or len(cast.document.sentences) <= FEW:
        return False  # too short to tell whose he is
    return all(t.pos == "PROPN" and _is_unknown(t, cast) and t.lower not in TIMES for t in doers)


def is_by_author(draft: Draft, cast: Cast) -> bool:
    """Whether the author of a text does it, whom the text does not name: "I am in Oslo to meet the prime minister"."""
    doers = draft.hit.slots.subject if draft.hit.kind == "V" else clause_subject(draft.hit.word)
    named = all(t.lower not in FIRST_PERSON for t in doers) or cast.all_parties(doers)
    return not named and cast.speakers is not None and cast.speakers.quote(draft.hit.word) is None


def _is_unknown(name: Token, cast: Cast) -> bool:
    """Whether a name is in no list, or that of a person whose state nothing tells."""
    mention = cast.mention(name)
    return mention is None or (mention.kind == "person" and not any(p.key for p in mention.parties))


def judges_ruling(draft: Draft, cast: Cast) -> bool:
    """ "Welcomed the ruling", "rejected the award": a court's, which is for no state."""
    ruled = draft.hit.slots.object if draft.hit.kind == "V" else []
    return draft.type in ("SUPPORT", "REJECT") and any(t.lemma in RULINGS and not cast.parties(t) for t in ruled)


def warns_anybody(draft: Draft) -> bool:
    """Whether a threat hangs on what anybody may do: "if anyone attacks X, we will respond".

    So does one that is made to anybody: "a warning to anyone trading with X".
    """
    if draft.type != "THREATEN":
        return False
    slots = draft.hit.slots
    warned = (t for name in ("object", "iobj", "to") for t in slots.tokens(name))
    return any(t.lower in ANYBODY for t in warned) or any(hangs_on_anybody(verb) for _, verb in slots.clauses)


def strikes_stranger(draft: Draft, cast: Cast) -> bool:
    """Whether the words name whom a measure or arrest strikes, and that is nobody known, or many without a name.

    "Sanctions against Smith", "closed 19 embassies", "arrested 18 suspects".
    """
    if draft.type not in STRIKING:
        return False
    slots = draft.hit.slots
    against = [t for name in ("against", "on") for t in slots.tokens(name) if not cast.parties(t)]
    if any(t.tag == "NNP" and cast.mention(t) is None and t.lower not in TIMES for t in against):
        return True
    struck = against + [t for t in slots.object if not cast.parties(t)]
    several = [t for t in struck if t.tag == "NNS" and t.lemma in UNNAMED]
    return any(c.dep in ("nummod", "amod") for t in several for c in t.children)


def names_another(draft: Draft, cast: Cast) -> bool:
    """Whether the words name with whom, and that is nobody known ("a contract with Acme"): no other is filled in."""
    named = [t for t in draft.hit.slots.preps.get("with", ()) if t.pos == "PROPN"]
    return bool(named) and not any(cast.mention(t) is not None for t in named)


def sees_sight(draft: Draft, cast: Cast) -> bool:
    """Whether somebody visits what need not be abroad: "visited the site of the blast", "a trip to the border"."""
    if not draft.hit.entry.visitor or not draft.actors or draft.recipients:
        return False
    slots = draft.hit.slots
    seen = [t for name in ("object", "to") for t in slots.tokens(name) if t.pos == "NOUN" and t.lemma not in VISITS]
    return bool(seen) and all(t.lemma in SIGHTS and not cast.parties(t) and t.i not in cast.states_at for t in seen)


def is_only_accused(draft: Draft, cast: Cast) -> bool:
    """Whether a passive leaves open who accuses people, mostly tried at home: "X and Y were accused of fraud".

    So is who is "under investigation".
    """
    slots = draft.hit.slots
    passive = draft.hit.kind == "V" and slots.passive and not slots.subject
    inquiry = draft.hit.kind == "N" and draft.hit.word.dep == "pobj" and draft.hit.word.head.lower == "under"
    if draft.type != "ACCUSE" or not draft.recipients or not (passive or inquiry):
        return False
    return all(p.person for p in draft.recipients) or all(_is_ones_name(t, cast) for t in slots.object)


def _is_ones_name(word: Token, cast: Cast) -> bool:
    """Whether a word is the name of a person, known or not."""
    mention = cast.mention(word)
    return word.tag == "NNP" and (mention is None or mention.kind == "person" or mention.how == "metonym")
