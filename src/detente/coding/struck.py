"""Whom measures strike that somebody only asks for, votes on or judges: X of "pushed for sanctions on X"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit, find_hit
from detente.coding.parties import keys
from detente.coding.slot_parties import MADE
from detente.coding.slots import verb_slots
from detente.model import Party, Token

ON = ("on", "against")
SANCTIONS = load_lexicon().classes["sanction"]
BLAMING = word_list("judging") | {"accuse", "blame", "censure", "rebuke"}
RULES = load_lexicon().classes["agreement"] | {"law", "resolution", "right", "rule", "sovereignty"}


def only_struck(draft: Draft, hit: Hit, cast: Cast) -> bool:
    """Whether whom the words name is only whom the measures strike that are asked for: "pushed for sanctions on X"."""
    lexicon = load_lexicon()
    told = [(verb, find_hit(verb, lexicon, cast, lexicon.light_verbs)) for _, verb in hit.slots.clauses]
    verbs = [verb_slots(verb) for verb, deed in told if deed is None or deed.entry.type != "CONCEDE"]
    tokens = [t for s in (hit.slots, *verbs) for t in (*s.object, *s.preps.get("for", ()), *s.preps.get("to", ()))]
    tokens += _told_of_texts(hit)
    struck = _struck(tokens, hit, cast)
    return bool(struck) and keys(draft.recipients) <= keys(struck)


def _struck(tokens: Iterable[Token], hit: Hit, cast: Cast) -> tuple[Party, ...]:
    """Whom the measures among these words strike: X of "sanctions on X"."""
    measures = [t for t in tokens if load_lexicon().is_in(t.lemma, ("@sanction", "@measure"))]
    aimed = [
        o
        for t in measures
        for p in (t, t.head)
        for c in p.children
        if c.lower in ON and c.i > t.i
        for o in c.children
        if o.dep == "pobj"
    ]
    aimed += [o for t in measures for name in ON for o in hit.slots.preps.get(name, ()) if o.i > t.i]
    return cast.all_parties(aimed)


def spare_struck(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Whom what is judged strikes or blames is neither refused nor praised, whose rules are broken is not blamed."""
    if draft.type in ("REJECT", "SUPPORT") and hit.kind == "V" and not hit.entry.both:
        _spare_blamed(draft, hit, cast)
    if draft.type == "SUPPORT" and not hit.entry.both and not draft.recipients:
        draft.struck = draft.struck | keys(_struck(_told_of_texts(hit), hit, cast))
    if hit.kind == "N":
        _spare_breached(draft, hit)


def _spare_breached(draft: Draft, hit: Hit) -> None:
    """ "The launch was a violation of UN resolutions": whose rules are broken is not who broke them."""
    broken = hit.slots.preps.get("of", ()) if draft.type == "ACCUSE" and draft.slots[1] == "of" else ()
    if broken and all({t.lemma, t.lower.removesuffix("s")} & RULES for t in broken):
        draft.struck = draft.struck | keys(draft.recipients)
        draft.recipients, draft.slots = (), (draft.slots[0], "")


def _spare_blamed(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Voted against a resolution condemning X": X, whom it blames, is neither refused nor praised."""
    texts = [t for name in ("object", "against", "for", "of") for t in hit.slots.tokens(name) if t.lemma in MADE]
    blaming = [c for t in texts for c in t.children if c.dep in ("acl", "relcl") and c.lemma in BLAMING]
    blamed = keys(cast.all_parties(o for verb in blaming for o in verb_slots(verb).object))
    # "backs a bill of sanctions on X", "an X sanctions bill"
    blamed |= keys(cast.all_parties(t for t in texts if any(c.lemma in SANCTIONS for c in t.children)))
    if blamed and keys(draft.recipients) <= blamed:
        draft.recipients, draft.slots = (), (draft.slots[0], "")
        draft.struck = draft.struck | blamed


def _told_of_texts(hit: Hit) -> list[Token]:
    """What the clauses say that hang on a text: "sanctions" of "welcomed a resolution mandating sanctions on X"."""
    texts = (t for t in hit.slots.object if t.lemma in MADE)
    return [t for text in texts for c in text.children if c.dep in ("acl", "relcl") for t in c.subtree()]
