"""Against whom forces are moved, by what for: "to deter X", "as a warning to X", "amid tensions with X"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import is_verb
from detente.coding.slots import verb_slots
from detente.coding.subjects import owners
from detente.coding.telling import verb_of
from detente.model import Party, Token

DETERRING, ANSWERED = word_list("deterring"), word_list("threats-answered")
PURPOSES = frozenset({"advcl", "xcomp", "acl", "pcomp"})
SINCE = frozenset({"after", "as", "because", "since", "when"})
FOR, TOWARDS = frozenset({"after", "amid", "as", "for", "in", "over"}), frozenset({"by", "from", "to", "with"})
ANSWERING, UTTERED = word_list("answering"), frozenset({"aggression", "threat", "warning"})
"""What another is said to have done where it stands before them: "Xian threats", never "the X crisis"."""
PLACES = frozenset({"at", "in", "into", "on", "to", ""})
"""Slots that say only where forces go."""


def aim_by_purpose(draft: Draft, cast: Cast) -> None:
    """Give forces the recipient that their purpose names, where their words name none, or only where they go."""
    if draft.type != "MOBILIZE" or draft.turn or not draft.actors or draft.slots[1] not in PLACES:
        return
    verb = verb_of(draft.hit.word)
    if verb is None:
        return
    others = _others(_against(verb, cast), draft)
    moves = verb is draft.hit.word or keys(cast.all_parties(verb_slots(verb).subject)) & keys(draft.actors)
    if not others and not draft.recipients and moves:
        others = _others(_answered(verb, cast), draft)
    if len(keys(others)) == 1:
        draft.recipients, draft.slots = sides_only(others), (draft.slots[0], "purpose")


def _others(found: tuple[Party, ...], draft: Draft) -> tuple[Party, ...]:
    return tuple(p for p in found if p.key and p.key not in keys(draft.actors))


def _answered(verb: Token, cast: Cast) -> tuple[Party, ...]:
    """Whoever did what forces are moved after: "as X's planes crossed the line", "when X attacked"."""
    for clause in verb.children:
        if clause.dep == "advcl" and any(
            c.dep in ("mark", "advmod", "prep") and c.lower in SINCE for c in clause.children
        ):
            slots = verb_slots(clause)
            doers = slots.preps.get("by", ()) if slots.passive else slots.subject
            if found := cast.all_parties(doers):
                return found
    return ()


def _struck(verb: Token) -> Iterator[Token]:
    """The words for whom a verb is to strike: its object with its modifiers, "what it says is a threat from X"."""
    for child in verb.children:
        if child.dep == "ccomp":
            yield from child.subtree()
        elif child.dep == "dobj":
            yield child
            for inner in child.children:
                yield from (inner.children if inner.lower in TOWARDS | {"by", "of"} else (inner,))


def _against(verb: Token, cast: Cast) -> tuple[Party, ...]:
    """Whoever is named in the purpose of a verb, or in the quarrel that it answers."""
    for token in verb.subtree():
        if is_verb(token) and token is not verb and token.lemma in DETERRING and token.dep in PURPOSES:
            if found := cast.all_parties(_struck(token)):
                return found
        elif token.lemma in ANSWERED and _is_reason(token):
            ties = (o for p in token.children if p.lower in TOWARDS for o in p.children)
            whose = [token] if token.lemma in UTTERED else owners(token)
            if found := cast.all_parties(ties) or cast.all_parties(whose):
                return found
    return ()


def _is_reason(noun: Token) -> bool:
    """Whether forces are moved for it: "amid tensions", "in response to threats", "..., a warning to X"."""
    link = noun.head
    if noun.dep != "pobj":
        return noun.dep == "appos"
    return link.lower in FOR or (link.lower == "to" and link.head.lemma in ANSWERING)
