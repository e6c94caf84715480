"""What a report tells of one state's home affairs: its deeds have no second party, whoever else is named elsewhere."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.codebook.lexicon import word_list
from detente.coding.denials import denies
from detente.coding.draft import Draft
from detente.coding.focus import Focus
from detente.coding.parties import is_at_odds_with_its_state, keys
from detente.coding.phrases import behind
from detente.coding.side_choice import CHOSEN

AT_HOME, BUSINESS = word_list("affairs-at-home"), word_list("business-at-home")
SURELY_AT_HOME = AT_HOME - {"campaign", "congressman", "governor", "justice", "party", "senator", "shutdown"}
"""Without words that may be of states or only tell who speaks: "brought to justice", "Senator Y said"."""
SAID = word_list("types-of-speech")
UNSURE = frozenset({"alone", "dyad", "target", CHOSEN})
"""How a side was settled that in a report about one state is no reason to code a deed between two."""
FETCHED = frozenset({"dyad", "target", "thread", CHOSEN})
"""How somebody became a party whom the sentence need not name."""
SELDOM, NOT_OFTEN = 0.35, 0.5
"""How often somebody is named, to the state that the report is about, who is no party to what it does at home."""
BESIDE = 0.4
"""How often, to the state that it names most, a report that tells little between two parties names others who are no
party to what that state says or does. By eye, of what one party does in such a report one in eight is right, of what
somebody at home says to others whom his sentence does not name one in six.
"""
FURTHER = FETCHED | {"alone", "company", "fellow"}
OFFICIALS = frozenset(holder.person for holder in load_codebook().holders if holder.office)
FOR_SHOW = word_list("types-for-show")


def is_home_affair(draft: Draft, focus: Focus) -> bool:
    """Whether only the state that the report is about has part in a deed, as far as its words tell.

    Somebody else is then a party only because the report names him here and there. Where its words are of parliaments,
    elections and courts, he must be named the oftener; so where a person says something to nobody who is named.
    """
    if not focus.is_brief and _is_private_trip(draft):
        return True
    how = draft.how.get("parties")
    if how in FURTHER and focus.tells_little_between and _is_home_alone(draft, focus):
        return True
    if focus.domestic and (how in UNSURE or (how is None and len(draft.keys) < 2)):
        return True
    if how == "alone" and draft.type in SAID and draft.actors and not draft.recipients:
        others = focus.share(key for key in focus.count if key not in draft.keys)
        return others < NOT_OFTEN and focus.is_named_often(draft.keys) and all(p.person for p in draft.actors)
    fetched = keys(p for p in (*draft.actors, *draft.recipients) if p.how in FETCHED)
    share = focus.share(fetched)
    if not fetched or fetched & focus.named_in(draft.hit.word.sentence):
        return False
    if share >= NOT_OFTEN:
        return _speaks_of_home(draft, focus) or _is_persons_own(draft, focus)
    return share < SELDOM or not AT_HOME.isdisjoint(focus.cast.words(draft.hit.word.sentence))


def _is_private_trip(draft: Draft) -> bool:
    """Whether somebody who never held an office goes to a land, where he meets nobody who is named."""
    if draft.mode != "visit" or not draft.actors or not draft.recipients:
        return False
    if any(p.person or p.office or p.organisation for p in draft.recipients):
        return False
    return all(p.person and not (p.office or p.organisation) and p.person not in OFFICIALS for p in draft.actors)


def _is_home_alone(draft: Draft, focus: Focus) -> bool:
    """Whether the state that the report names most acts alone or only speaks, and others are named seldom, not here."""
    home = focus.leading
    if home is None or not home.state or draft.mode == "investigate" or _is_news_abroad(draft):
        return False
    others, sentence = draft.keys - {home.key}, draft.hit.word.sentence
    if not others:
        rebels = any(is_at_odds_with_its_state(p) for p in (*draft.actors, *draft.recipients))
        alone = draft.how.get("parties") == "alone" and focus.named_in(sentence) <= draft.keys
        return alone and not rebels and focus.share(key for key in focus.count if key != home.key) < BESIDE
    if draft.type not in SAID or keys(draft.actors) != {home.key} or focus.share(others) >= BESIDE:
        return False
    before = focus.cast.document.sentences[max(sentence.index - 1, 0) : sentence.index]
    answered = before if draft.how.get("parties") == "company" else ()  # "Y accused X. X denied the charge"
    return all(not others & focus.named_in(told) for told in (*answered, sentence))


def _is_news_abroad(draft: Draft) -> bool:
    """Whether it concerns others without a word of them: force shown, and force used by means that the words tell."""
    return draft.type in FOR_SHOW or (draft.type == "ASSAULT" and draft.mode is not None)


def _speaks_of_home(draft: Draft, focus: Focus) -> bool:
    """Whether people of the land that is named most speak of a bill, a hearing or a verdict of nobody else's."""
    if draft.type not in SAID or draft.hit.kind != "V" or not draft.hit.slots.object:
        return False
    told_of = [t for noun in draft.hit.slots.object for t in (noun, *behind(noun, "of"))]
    at_home = keys(draft.actors) <= set(focus.dyad[:1]) and bool(draft.actors)
    return at_home and any(t.lemma in BUSINESS for t in told_of) and not focus.cast.all_parties(told_of)


def _is_persons_own(draft: Draft, focus: Focus) -> bool:
    """Whether somebody who is named denies what is said of him, or speaks where all is of elections and courts.

    Whom somebody meets whom the sentence does not name need not be the other of the report's pair.
    """
    if len(draft.evidence) > 1:
        return False  # told again and again, it is better known
    if draft.type == "CONSULT":
        met = (*draft.hit.slots.object, *draft.hit.slots.preps.get("with", ()))
        abroad = any(t.i in focus.cast.states_at for t in draft.hit.word.sentence.tokens)
        return draft.how.get("parties") == "dyad" and not abroad and not focus.cast.all_parties(met)
    if draft.type not in SAID or not draft.actors or not all(p.person for p in draft.actors):
        return False
    return denies(draft) or not SURELY_AT_HOME.isdisjoint(focus.cast.words(draft.hit.word.sentence))
