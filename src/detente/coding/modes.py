"""Mode of a demand, refusal or threat, from the words of what is demanded, refused or threatened."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.slots import Slots
from detente.model import Token

ORDER = {
    "REQUEST": ("meet", "assist", "yield", "change"),
    "REJECT": ("meet", "assist", "yield", "change"),
    "THREATEN": ("expel", "arrest", "violence", "restrict", "relations", "territory", "ban"),
}


CARRIERS = word_list("mode-carriers")
"""Verbs that only carry what is demanded or refused ("refused to hold talks")."""
ANSWERING = word_list("answering")
"""Words that name what they answer ("to", "for", "over"), and only "with" what is threatened."""
OPEN = frozenset({None, "yield", "change"})
"""Modes of a demand or refusal that a meeting in its words makes narrower."""


TOLD = "told"
"""What stands for the mode of a demand for answers, which has none in PLOVER."""


def content_words(slots: Slots) -> list[Token]:
    """Heads of what a word of demanding, refusing or threatening is about."""
    found = [verb for _, verb in slots.clauses]
    found += [t for verb in found if verb.lemma in CARRIERS for t in verb.children if t.dep == "dobj"]
    names = ("with",) if slots.word.lemma in ANSWERING else ("for", "to", "with", "on", "of")
    found += [t for name in names for t in slots.preps.get(name, ())]
    return found + slots.object


def mode_of(type_: str, words: Iterable[Token], lexicon: Lexicon) -> str | None:
    """The first mode one of whose words is named; None where no class has any of them."""
    lemmas = [w for t in words for w in (t.lemma, t.lower)]
    if type_ == "REQUEST" and any(lemma in lexicon.classes["mode-told"] for lemma in lemmas):
        return TOLD
    if type_ == "REJECT":
        lemmas = [lemma for lemma in lemmas if lemma not in lexicon.classes["bargain"]]
    for mode in ORDER.get(type_, ()):
        known = lexicon.classes.get(f"mode-{mode}", frozenset())
        if any(lemma in known for lemma in lemmas):
            return mode
    return None
