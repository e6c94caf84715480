"""Who only tells of a deed or judges it, and who tells that it was done to him."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import is_verb
from detente.coding.subjects import surface_subject
from detente.coding.telling import verb_of
from detente.model import Party, Token

ACCUSING = frozenset(load_lexicon().status["governors"]["alleged"])
FRIENDLY = word_list("types-friendly")
CHARGING = frozenset({"charge", "indict", "prosecute"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MEASURES = word_list("types-measures")
FOLLOWING = frozenset({"applaud", "back", "endorse", "follow", "hail", "join", "praise", "support", "welcome"})
JUDGING = word_list("judging")
TEXTS = load_lexicon().classes["agreement"] - word_list("made-by-somebody")
HOSTILE = word_list("types-hostile")
APPRAISING = JUDGING | frozenset({"applaud", "hail", "praise", "regret", "welcome"})
BACKED, LIFELESS = word_list("backed"), word_list("lifeless") | {"pair", "tanker"}
FIGHTING = load_lexicon().classes["troops"] | {"faction", "group", "movement", "position", "target"}
DONE_BY_OTHERS = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT"}) | MEASURES


def find_teller(draft: Draft, struck: tuple[Party, ...], cast: Cast) -> tuple[Party, ...]:
    """Whose "its airspace" is that somebody else is told to have violated: nobody strikes his own, so the teller's."""
    if draft.type not in HOSTILE or cast.speakers is None or any(p.how != "pronoun" for p in struck):
        return ()
    said = tuple(p for p in cast.speakers.parties(draft.hit.word) if p.key)
    if len(keys(said)) != 1 or keys(said) & keys(draft.actors):
        return ()
    return sides_only(said[:1], "speaker")


def find_accusers(draft: Draft, cast: Cast) -> set[str]:
    """Who accuses somebody of a deed done for others: "X accused Y of backing rebels" does not make them X's."""
    if draft.status != "alleged" or draft.type not in FRIENDLY or not draft.actors:
        return set()
    above = next((t for t in draft.hit.word.ancestors() if is_verb(t) and t.lemma in ACCUSING), None)
    return keys(cast.all_parties(surface_subject(above))) - draft.keys if above is not None else set()


def find_onlookers(draft: Draft, cast: Cast) -> set[str]:
    """Who only tells of or judges violence: "X believes that Y shelled the town" names no town of X's.

    Of measures, a body that judges them ("the IMF criticised X's tariffs"): a state may well be struck by them.
    """
    if draft.type not in ("ASSAULT", "SANCTION", "COERCE") or not draft.actors or cast.speakers is None:
        return set()
    word = draft.hit.word
    judged = word.head if word.dep == "acl" else word
    judging = judged.head if judged.dep == "dobj" and judged.head.lemma in JUDGING else None
    judges = cast.all_parties(surface_subject(judging)) if judging is not None else ()
    places = {cast.states_at[t.i] for t in word.sentence.tokens if t.i in cast.states_at and t.dep not in SUBJECTS}
    tellers = [p for p in cast.speakers.parties(word) if places or p.state is None]
    if draft.type != "SANCTION" and _strikes_things(draft, cast):
        # "accused X of attacking two tankers", which may be anybody's
        above = next((t for t in word.ancestors() if is_verb(t)), None)
        if above is not None and above.lemma in ACCUSING:
            return keys(cast.all_parties(surface_subject(above))) - draft.keys
    if draft.type != "ASSAULT":
        return keys(p for p in judges if p.state is None) - draft.keys
    return keys([*tellers, *judges]) - draft.keys - places


def _strikes_things(draft: Draft, cast: Cast) -> bool:
    """Whether several things are struck with which nobody is named: "two oil tankers", "a pair of ships"."""
    struck = draft.hit.slots.object if draft.hit.kind == "V" else []
    several = all(t.tag == "NNS" or t.lemma == "pair" for t in struck)
    return bool(struck) and several and all(t.lemma in LIFELESS and not cast.parties(t) for t in struck)


def find_followers(draft: Draft, cast: Cast) -> set[str]:
    """Who only does the same or approves of a measure in a clause of its own: "X imposed sanctions, and Y followed"."""
    if draft.type not in MEASURES or not draft.actors:
        return set()
    word = verb_of(draft.hit.word)
    joined = (
        [c for c in word.children if c.dep in ("conj", "advcl") and c.lemma in FOLLOWING] if word is not None else []
    )
    return {key for verb in joined for key in keys(cast.all_parties(surface_subject(verb)))} - draft.keys


def find_commentators(draft: Draft, cast: Cast) -> set[str]:
    """Who only says what others do: "X said the deal will lift the sanctions on Y", "X hailed the lifting of ..."."""
    if not draft.actors and draft.hit.kind == "N" and draft.type in DONE_BY_OTHERS:
        return _appraisers(draft.hit.word, cast) - draft.keys
    if draft.actors or draft.hit.kind != "V" or draft.hit.word.dep == "relcl" or cast.speakers is None:
        return set()
    doing = draft.hit.slots.subject
    if not doing or any(t.lemma not in TEXTS or any(c.dep == "poss" for c in t.children) for t in doing):
        return set()
    return keys(cast.speakers.parties(draft.hit.word)) - draft.keys


def _appraisers(noun: Token, cast: Cast) -> set[str]:
    """X of "X welcomed the lifting of sanctions on Y": nobody hails what he does himself."""
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.dep == "prep":
        noun = noun.head.head
    if noun.dep != "dobj" or noun.head.lemma not in APPRAISING:
        return set()
    return keys(cast.all_parties(surface_subject(noun.head)))


def find_wronged(draft: Draft, cast: Cast) -> set[str]:
    """Y of "X was accused of arming rebels in Y": whom it touches may not be who accuses, but mostly is who charges."""
    hit = draft.hit
    if hit.word.lemma in CHARGING or draft.type != "ACCUSE" or hit.kind != "V" or not hit.slots.passive or draft.actors:
        return set()
    content = (c for c in hit.word.children if c.i > hit.word.i and c.lower in ("for", "of", "over", "with"))
    inside = (p for c in content for t in c.subtree() if cast.is_party(t) for p in cast.parties(t))
    return keys(inside) - keys(draft.recipients)


def only_describes(key: str, draft: Draft, cast: Cast) -> bool:
    """Whether somebody is only named to say who another is: Y of "pressure on X, Y's main ally, has grown"."""
    named = [t for t in draft.hit.word.sentence.tokens if cast.is_party(t) and key in keys(cast.parties(t, deep=False))]
    return bool(named) and all(_is_in_description(t, draft, cast) for t in named)


def _is_in_description(name: Token, draft: Draft, cast: Cast) -> bool:
    """Whether a name stands in an apposition to one of a deed's parties, in which the deed itself is not told."""
    while name.head is not name and not is_verb(name):
        if name.dep == "appos" and keys(cast.parties(name.head, deep=False)) & draft.keys:
            return draft.hit.word.i < name.i or draft.hit.word not in name.subtree()
        name = name.head
    return False


def find_patrons(draft: Draft, cast: Cast) -> set[str]:
    """X of "struck X-backed fighters", "militias backed by X": it is not X who is struck, unless X is named besides."""
    if draft.type not in ("ASSAULT", "COERCE") or not draft.actors:
        return set()
    own = draft.hit.word
    backed = [t for t in own.sentence.tokens if t.lower in BACKED and (t.head.lemma in FIGHTING or t.head is own)]
    backers = [p for t in backed for c in t.children for p in (*c.children, c) if p.dep in ("npadvmod", "pobj")]
    backers += [c for t in backed if t.head is own for c in own.children if c.i + 2 == t.i and c.dep == "compound"]
    parties = keys(cast.all_parties(backers))
    if not parties:
        return set()
    besides = (t for t in draft.hit.word.sentence.tokens if cast.is_party(t) and t not in backers)
    return parties - keys(p for t in besides for p in cast.parties(t)) - draft.keys
