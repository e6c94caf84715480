"""Mode of a demand, refusal or threat, from the words of what is demanded, refused or threatened."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import Lexicon, load_lexicon, word_list
from detente.coding.phrases import behind
from detente.coding.slots import Slots
from detente.model import Token

ORDER = {
    "REQUEST": ("meet", "assist", "yield", "change"),
    "REJECT": ("meet", "assist", "yield", "change"),
    "THREATEN": ("expel", "arrest", "violence", "restrict", "relations", "territory", "ban"),
}


NAMES = frozenset({"acomp", "ccomp", "oprd"})
CARRIERS = word_list("mode-carriers")
"""Verbs that only carry what is demanded or refused ("refused to hold talks")."""
ASKED = word_list("asked-to")
BIDDING, AT_BIDDING = word_list("bidding"), word_list("at-bidding")
ANSWERING = word_list("answering")
"""Words that name what they answer ("to", "for", "over"), and only "with" what is threatened."""
MEASURES = load_lexicon().classes["measure"] | load_lexicon().classes["consequence"]
FORCE, PACTS = load_lexicon().classes["mode-violence"], load_lexicon().classes["agreement"]
WITHHOLDING = frozenset({"withhold"})
OPEN = frozenset({None, "yield", "change"})
"""Modes of a demand or refusal that a meeting in its words makes narrower."""


TOLD = "told"
"""What stands for the mode of a demand for answers, which has none in PLOVER."""


def content_words(slots: Slots) -> list[Token]:
    """Heads of what a word of demanding, refusing or threatening is about."""
    found = [verb for _, verb in slots.clauses if not _takes_steps(verb) and not only_names(verb)]
    found += [t for verb in found if verb.lemma in CARRIERS for t in verb.children if t.dep == "dobj"]
    names = ("with",) if slots.word.lemma in ANSWERING else ("for", "to", "with", "on", "of")
    # "X, on a visit to Y, refused"
    found += [t for name in names for t in slots.preps.get(name, ()) if name != "on" or t.i > slots.word.i]
    found += [w for t in slots.object for w in _asked(t)]
    return found if slots.clauses else found + _done_at(slots.word)


def _done_at(request: Token) -> list[Token]:
    """What is done at a request, which is what was asked for: "talks held at X's request", "met at X's behest"."""
    at = request.head
    if request.lemma not in BIDDING or request.dep != "pobj" or at.lower not in AT_BIDDING or at.head.pos != "VERB":
        return []
    done = at.head
    things = [c for c in done.children if c.dep in ("nsubjpass", "dobj")]
    return [done, *things, *([done.head] if done.dep == "acl" else [])]


def _asked(noun: Token) -> list[Token]:
    """What is asked in a call, an appeal: "rejected calls to lift the ban"; else the noun itself."""
    if noun.lemma not in ASKED:
        return [noun]
    verbs = [c for c in noun.children if c.dep in ("acl", "relcl") and c.i > noun.i]
    carried = [o for v in verbs if v.lemma in CARRIERS for o in v.children if o.dep == "dobj"]
    return verbs + carried + behind(noun, "for") or [noun]


def _takes_steps(verb: Token) -> bool:
    """ "Take countermeasures", "take action": no taking of land."""
    return verb.lemma == "take" and any(c.dep == "dobj" and c.lemma in MEASURES for c in verb.children)


def only_names(verb: Token) -> bool:
    """ "Rejected what it called a lie", "rejected the report, calling it a lie" are about no call."""
    return verb.lemma == "call" and any(c.lower == "what" or c.dep in NAMES for c in verb.children)


def _parts(word: Token) -> list[Token]:
    """What a threatened act is done with, and of what kind it is: "use force", "a massive military response"."""
    things = [c for c in word.children if c.dep == "dobj"]
    kinds = [c for t in (word, *things) for c in t.children if c.dep in ("amod", "compound")]
    return things + [c for c in kinds if c.lemma != "nuclear"]


def _is_kept_back(word: Token) -> bool:
    """ "Withhold military aid", "kill the deal": no force, though the words are of such."""
    return word.lemma in WITHHOLDING or (word.lemma in FORCE and _object_is(word, PACTS))


def _object_is(verb: Token, nouns: frozenset[str]) -> bool:
    return any(c.dep == "dobj" and c.lemma in nouns for c in verb.children)


def mode_of(type_: str, words: Iterable[Token], lexicon: Lexicon) -> str | None:
    """The first mode one of whose words is named; None where no class has any of them."""
    words = list(words)
    lemmas = [w for t in words for w in (t.lemma, t.lower)]
    if type_ == "REQUEST" and any(lemma in lexicon.classes["mode-told"] for lemma in lemmas):
        return TOLD
    if type_ == "REJECT":
        lemmas = [lemma for lemma in lemmas if lemma not in lexicon.classes["bargain"]]
    if type_ == "THREATEN":
        words = [t for t in words if not _is_kept_back(t)]
        lemmas = [w for t in words for w in (t.lemma, t.lower)]
    for mode in ORDER.get(type_, ()):
        known = lexicon.classes.get(f"mode-{mode}", frozenset())
        if any(lemma in known for lemma in lemmas):
            return mode
    if type_ == "THREATEN" and any(part.lemma in lexicon.classes["mode-violence"] for w in words for part in _parts(w)):
        return "violence"
    return None
