"""The status of a verb, from the words above it up to its sentence."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.mood import Reading, listed, looked_forward_to
from detente.coding.phrases import child, is_verb
from detente.coding.status_clause import of_clause
from detente.coding.status_governor import of_governor, vouched
from detente.coding.tense import FINITE, tense_of
from detente.model import Token

SOUGHT = frozenset({"discuss", "negotiate", "pursue", "seek", "want"})
SEEING = frozenset({"see", "watch"})
MEANT = word_list("nouns-of-what-is-meant")
FEELINGS = frozenset({"honor", "honour", "pleasure", "privilege"})
"""What one says of what is done: "it is a pleasure for me to receive X"."""
UNITS = word_list("time-units")
JUDGING = frozenset({"ACCUSE", "SANCTION", "SUPPORT"})


def of_verb(verb: Token, lexicon: Lexicon) -> Reading:
    """What its own clause says, else the words that govern it; a finite clause in the past is a fact of its own."""
    token, own = verb.head if _is_seen(verb) else verb, True
    for _ in range(8):
        if (forward := looked_forward_to(token)) is not None:
            return Reading("planned", (forward,))
        found = of_clause(token, lexicon, own)
        parent = _beside(token)
        tense = tense_of(token) if is_verb(token) else ""
        if found is not None:
            claimed = vouched(parent, token, tense, lexicon) if found.status == "ongoing" and tense in FINITE else None
            return claimed if claimed is not None and claimed.status == "alleged" else found
        as_done = token.dep in ("acl", "amod", "ROOT") or (token.dep == "advcl" and _is_as_said(token))
        if tense in FINITE or (tense == "participle" and as_done):
            return vouched(parent, token, tense, lexicon) or Reading("occurred")
        if parent is token:
            break
        if _is_judged(token, lexicon):
            return Reading("occurred")
        found = of_governor(parent, token, lexicon) or _of_terms(parent, token, lexicon)
        if found is not None:
            return found
        if parent.dep == "ROOT" and not is_verb(parent):
            break
        own = own and (token.dep in ("xcomp", "conj") or _is_hearsay_above(parent, token, lexicon))
        token = parent
    return Reading("occurred")


def _is_hearsay_above(parent: Token, token: Token, lexicon: Lexicon) -> bool:
    """ "Allegedly went to X to meet Y": what somebody is said to have come for is said of him, too."""
    said = [c for c in parent.children if c.dep == "advmod" and listed(c, lexicon, "adverbs") == "alleged"]
    return token.dep == "advcl" and tense_of(token) == "to" and bool(said)


def _is_judged(doing: Token, lexicon: Lexicon) -> bool:
    """ "Will punish X for arming Y", "would thank X for leaving": what one is judged for has been done."""
    if doing.dep != "pcomp" or doing.tag != "VBG" or doing.head.lower not in ("for", "over"):
        return False
    judge = doing.head.head
    types = {form.entry.type for form in lexicon.words.get(("V", judge.lemma), ())}
    if not is_verb(judge) or listed(judge, lexicon, "governors") is not None:
        return False  # "blame X for arming Y"
    return bool(types & JUDGING) and types <= JUDGING | {"COERCE", "CONSULT", "THREATEN"}


def _is_as_said(participle: Token) -> bool:
    """ "Will free them as demanded by X": it has been demanded, whatever becomes of it."""
    mark = child(participle, "mark")
    return participle.tag == "VBN" and mark is not None and mark.lower == "as"


def _of_terms(parent: Token, token: Token, lexicon: Lexicon) -> Reading | None:
    """ "A deal for X to withdraw": what is agreed on is to come, if at all where the deal is only sought.

    So is what a noun is there for, "a deadline for X to withdraw", "talks to end the war".
    """
    if tense_of(token) != "to":
        return None
    if (aim := aim_of(token)) is not None:
        return Reading("proposed", (aim,))
    mark = next((c for c in token.children if c.dep == "mark" and c.lower == "for"), None)
    if mark is None:
        return None
    words = mark.sentence.tokens
    before = words[max(mark.i - 1 - words[0].i, 0)]
    if before.pos == "NOUN" and listed(before, lexicon, "governors") == "proposed":
        return Reading("proposed", (before,))  # "over X's call for Y to leave", whatever that was read as hanging on
    terms = child(parent, "dobj") if is_verb(parent) else parent
    if terms is None or not lexicon.is_in(terms.lemma, ("@agreement",)):
        return Reading("proposed", (parent,)) if parent.pos == "NOUN" and parent.lemma not in FEELINGS else None
    above = terms.head
    sought = terms.dep == "dobj" and (above.lemma in SOUGHT or above.lemma in lexicon.status["devising"])
    return Reading("proposed" if sought else "planned", (terms,))


def aim_of(infinitive: Token) -> Token | None:
    """The noun right before "to end it" for which that is still to be done: "talks", "an obligation", "it is time"."""
    words = infinitive.sentence.tokens
    to = next((c for c in infinitive.children if c.lower == "to" and c.dep == "aux"), None)
    if to is None or to is words[0]:
        return None
    noun = words[to.i - 1 - words[0].i]
    if noun.pos != "NOUN":
        return None
    due = noun.lemma == "time" and noun.dep == "attr" and not any(c.tag == "JJ" for c in noun.children)
    given = noun.lemma in UNITS and noun.dep == "dobj" and noun.head.lemma == "have"
    return noun if due or given or noun.lemma in MEANT else None


def _is_seen(verb: Token) -> bool:
    """Whether a verb is what another sees done: "a pact that would see X leave", to be read as "would leave"."""
    bare = verb.tag in ("VB", "VBP") and not any(c.dep in ("aux", "mark") or c.tag[0] == "W" for c in verb.children)
    return bare and verb.dep == "ccomp" and verb.head.lemma in SEEING


def _beside(token: Token) -> Token:
    """The word over a token; "threatened to quit, blaming X": what is told beside an infinitive shares its governor."""
    if token.tag != "VBG" or token.dep != "advcl" or not is_verb(token.head):
        return token.head
    before = token.sentence.tokens[token.head.i - token.sentence.tokens[0].i : token.i - token.sentence.tokens[0].i]
    parent = token.head
    if not before or before[-1].text != "," or tense_of(parent) != "to":
        return parent
    return next((a for a in parent.ancestors() if is_verb(a) and tense_of(a) in FINITE), parent)
