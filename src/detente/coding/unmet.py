"""Who is named near by and has no part: at a meeting fighters and what is talked about, at a blow who only helps."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import ABOUT, ONE_OF, Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys
from detente.model import Mention, Party, Sentence, Token

ASIDE = word_list("circumstances")
HOSTILE, CONCERTED, REACTIONS = word_list("types-hostile"), word_list("concerted"), word_list("reactions")
ARMED = frozenset(o.name for o in load_codebook().organisations if o.kind == "non-state armed group" and not o.state)
CONTACTS = frozenset().union(
    *(load_lexicon().classes.get(name, ()) for name in ("contact", "counterpart", "official", "diplomat"))
)
"""Words for those whom states meet, and for meetings themselves."""
ENVOYS = load_lexicon().classes["diplomat"]
TELLTALE = ENVOYS | ABOUT | ONE_OF | {"according"}


def is_topic(draft: Draft, party: Party) -> bool:
    """Whether somebody is only what is talked about: Y of "X's ministers discussed Y"."""
    hit, slots = draft.hit, draft.hit.slots
    if (
        draft.type != "CONSULT"
        or hit.kind != "V"
        or not draft.both
        or "object" in (*hit.entry.actor, *hit.entry.recipient)
    ):
        return False
    return bool(slots.object) and "with" not in slots.preps and hit.word.end < party.spans[0].start


def is_bystander(draft: Draft, key: str) -> bool:
    """Whether a band of fighters would be met, or a helper struck, only because it is named near by."""
    return (draft.type == "CONSULT" and key in ARMED) or key in draft.bystanders


def find_bystanders(draft: Draft, cast: Cast) -> frozenset[str]:
    """With whom a blow is agreed, and who only answers it, whom it need not strike.

    Y of "will stall its raid in coordination with Y", of "bombed a village, drawing condemnation from Y".
    """
    if draft.type not in HOSTILE:
        return frozenset()
    tokens = draft.hit.word.sentence.tokens
    ties = [t for t in tokens if t.lower == "with" and t.head.lemma in CONCERTED]
    ties += [t for t in tokens if t.lower == "from" and _is_reaction(t.head)]
    return frozenset(keys(cast.all_parties(o for t in ties for o in t.children if o.dep == "pobj")))


def told_aside(sentence: Sentence, cast: Cast) -> frozenset[str]:
    """Who is only the source or a name of others: "according to X", "the envoy to X", "its X ally"."""
    if cast.words(sentence).isdisjoint(TELLTALE):
        return frozenset()
    named = [
        (t, m) for t in sentence.tokens if (m := cast.mention(t)) is not None and m.head == t.i and m.how != "place"
    ]
    aside = {t.i for t, m in named if cast.only_calls(t, t.head) or _is_aside(t, m)}
    there = {p.key for t, m in named if t.i not in aside for p in m.parties}
    return frozenset(p.key for t, m in named if t.i in aside for p in m.parties if p.key and p.key not in there)


def _is_aside(name: Token, mention: Mention) -> bool:
    if mention.kind == "organisation" and name.dep == "pobj" and name.head.lower in ("to", "at"):
        return name.head.head.lemma in ENVOYS
    above = name
    for _ in range(4):
        above = above.head
        if above.lower == "according":
            return True
    return False


def _is_reaction(word: Token) -> bool:
    """Whether a word is what a deed draws, or draws it: "condemnation", "drawing condemnation"."""
    return any(t.lemma in REACTIONS for t in (word, *(c for c in word.children if c.dep == "dobj")))


def is_at_home_talk(draft: Draft) -> bool:
    """Whether two people of one state are named who talk to each other ("the senator called the secretary")."""
    met = [p for p in (*draft.actors, *draft.recipients) if p.state]
    return draft.both and len(keys(met)) == 1 and len({p.person for p in met if p.person}) > 1


def meets_others(draft: Draft, cast: Cast) -> bool:
    """Whether those met are named and are no party ("met with veterans"): no affair between states."""
    slots = draft.hit.slots
    entry = draft.hit.entry
    takes = draft.hit.kind == "V" and "object" in (*entry.actor, *entry.recipient)
    met = [t for t in (*slots.preps.get("with", ()), *(slots.object if takes else ())) if t.lemma not in ASIDE]
    named = [t for t in met if t.pos in ("NOUN", "PROPN") and t is not draft.hit.word and cast.mention(t) is None]
    return bool(named) and not cast.all_parties(met) and not any(t.lemma in CONTACTS for t in named)
