"""What the clause of a verb says of its deed by itself: awaited, foretold, in doubt, of a journey ahead."""

from __future__ import annotations

from dataclasses import dataclass

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.phrases import child, is_verb
from detente.coding.tense import FINITE, tense_of
from detente.model import Status, Token

CONDITIONALS = word_list("conditionals")
NEXT = word_list("time-ahead")
UNTIL = word_list("until")
LATER = frozenset({"after", "when"})
APPOINTMENTS = word_list("gatherings") | word_list("appointments")
SEEMING, EACH = word_list("seeming"), word_list("each")
TIDINGS = word_list("tidings")
WISHING = word_list("wishing")
TRAVELLED = frozenset({"to", "for", "into"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A status and the words that gave it; `real` is false for what is negated or hypothetical."""

    status: Status
    because: tuple[Token, ...] = ()
    real: bool = True


def is_conditional(reading: Reading) -> bool:
    """Whether an "if" or "whether" makes a deed hypothetical."""
    return not reading.real and any(t.dep == "mark" and t.lower in CONDITIONALS for t in reading.because)


def is_to(verb: Token) -> Token | None:
    """The infinitive of "talks are to begin", "sanctions are to be announced", "talks have yet to begin"."""
    yet = verb.lemma in ("be", "have") and any(c.lower == "yet" for c in verb.children)
    told = yet or (verb.lemma == "be" and tense_of(verb) in ("present", "past"))
    return next((c for c in verb.children if told and c.dep == "xcomp" and tense_of(c) == "to"), None)


def is_due(verb: Token) -> bool:
    """ "They are to sign", "X and Y are each to sign"; not "it was wrong of X to sign"."""
    if verb.head.lemma != "be" or child(verb.head, "acomp") is not None:
        return False
    each = child(verb.head, "attr")
    return verb.dep == "xcomp" or (verb.dep == "advcl" and each is not None and each.lower in EACH)


def listed(token: Token, lexicon: Lexicon, table: str) -> Status | None:
    """The status that a table of words of status ("governors", "modifiers" ...) gives a word, or None."""
    known = lexicon.statuses(table)
    found = [known[word] for word in (token.lemma, token.lower) if word in known]
    return min(found)[1] if found else None


def sets_out(verb: Token, tense: str, lexicon: Lexicon) -> bool:
    """ "Leaves for X on Monday", "as he heads to X": a journey told in the present is still to come."""
    if tense not in ("present", "progressive") or verb.lemma not in lexicon.status["departing"]:
        return False
    return child(verb, "dobj") is None and any(c.dep == "prep" and c.lower in TRAVELLED for c in verb.children)


def looked_forward_to(word: Token) -> Token | None:
    """ "Look" of "looks forward to hosting X", "looking forward to talks with X": nobody has done so yet."""
    to = word.head
    if word.dep not in ("pcomp", "pobj") or to.lower != "to" or to.dep != "prep":
        return None
    verb = to.head.head if to.head.lower == "forward" else to.head
    return verb if verb.lemma == "look" and any(c.lower == "forward" for c in verb.children) else None


def foretold(token: Token) -> bool:
    """Whether "would" tells of the future as somebody saw it ("said it would", "they would sign"), not of a wish."""
    first = token
    while first.dep == "conj" and is_verb(first.head):
        first = first.head
    if (
        first.dep == "ccomp"
        and token.lemma not in WISHING
        and is_verb(first.head)
        and first.head.tag in ("VBD", "VBN", "VBG")
    ):
        return not any(c.dep == "mark" and c.lower in CONDITIONALS for a in token.children for c in a.children)
    if token.lemma in WISHING or any(t.lower in CONDITIONALS for t in token.sentence.tokens):
        return False
    if first.dep == "acl" and first.head.lemma in TIDINGS and has_that(first):
        return True
    subject = child(token, "nsubj", "nsubjpass")
    if subject is None or token.dep not in ("ROOT", "ccomp", "conj"):
        return False
    return subject.pos in ("PROPN", "PRON") or (subject.tag == "NNS" and token.dep != "ccomp")


def awaited(token: Token, tense: str) -> Token | None:
    """ "Before talks resume", "until X has withdrawn", "would open when X lifts": what is awaited is yet to come."""
    marks = [c for c in token.children if c.dep in ("mark", "advmod")]
    if tense == "present" and token.dep == "relcl" and token.head.lemma == "time":
        return token.head if token.head.head.lower == "by" else None  # "by the time he meets X"
    after = tense == "present" and token.dep == "advcl" and any(c.lower in LATER for c in marks)
    after = after and _is_to_come(token.head)
    return next((c for c in marks if _awaits(c.lower, tense) or (after and c.lower in LATER)), None)


def _is_to_come(over: Token) -> bool:
    """Whether what the clause of a word tells lies ahead: "will meet", "would be asked to pledge", "plans to sign"."""
    verb = over if is_verb(over) else next((a for a in over.ancestors() if is_verb(a)), None)
    return verb is not None and tense_of(verb) in ("future", "may", "would", "to")


def _awaits(mark: str, tense: str) -> bool:
    return mark in UNTIL and (tense == "present" or mark == "until")


def predicate_reading(verb: Token, tense: str, lexicon: Lexicon) -> Reading | None:
    """What a clause says its subject to be: "a visit is likely", "remains in doubt", "the talks are on again"."""
    if verb.lemma not in SEEMING or tense not in FINITE:
        return None
    words = (child(verb, "acomp", "oprd"), _on_or_off(verb), _in_doubt(verb, lexicon))
    for word in words:
        if word is not None and (status := _said(word, verb, lexicon)) is not None:
            return Reading(status, (word,))
    return None


def _said(predicate: Token, verb: Token, lexicon: Lexicon) -> Status | None:
    subject = child(verb, "nsubj", "nsubjpass")
    wavers = listed(predicate, lexicon, "wavering") if subject and subject.lemma in APPOINTMENTS else None
    return wavers or listed(predicate, lexicon, "predicates")


def _on_or_off(be: Token) -> Token | None:
    """ "The summit is on again", "the visit is off": the word that says whether a gathering will be."""
    subject = child(be, "nsubj")
    if subject is None or subject.lemma not in APPOINTMENTS or be.lemma != "be":
        return None
    said = (c for c in be.children if c.lower in ("on", "off"))
    return next((c for c in said if all(g.dep == "advmod" for g in c.children)), None)


def _in_doubt(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "The visit is in doubt", "a summit is on the cards": the noun that a preposition ties to the clause."""
    nouns = (child(c, "pobj") for c in verb.children if c.dep == "prep" and c.lower in ("in", "on", "under", "within"))
    return next((n for n in nouns if n is not None and _said(n, verb, lexicon)), None)


def said_of(adverb: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether an adverb fixes a status; "Still, ..." at the head of a sentence does not."""
    if listed(adverb, lexicon, "adverbs") is None:
        return False
    after = adverb.sentence.tokens[adverb.i - adverb.sentence.tokens[0].i + 1 :][:1]
    return not (after and after[0].text == "," and adverb.i < verb.i)


def doubt_before(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Will likely stay in X and meet Y": the adverb of doubt that a joined verb shares with the first."""
    if verb.dep != "conj" or not is_verb(verb.head) or child(verb, "nsubj", "nsubjpass", "aux") is not None:
        return None
    first = verb.head
    return next((c for c in first.children if c.dep == "advmod" and c.lower in lexicon.status["doubting"]), None)


def is_asked(verb: Token) -> bool:
    """ "Will X resume its tests?": the modal stands before its subject, and a question mark ends the sentence."""
    modal, subject = child(verb, "aux"), child(verb, "nsubj", "nsubjpass")
    asked = modal is not None and subject is not None and modal.i < subject.i
    return asked and any(t.text == "?" for t in verb.sentence.tokens)


def is_ahead(token: Token) -> bool:
    return token.lower in NEXT or any(g.lower in NEXT for g in token.subtree())


def calls_for(verb: Token) -> bool:
    """ "Called for talks", "called on X to"; not "the bloc, then called the Six"."""
    return any(c.dep in ("prep", "prt", "advmod") and c.lower in ("for", "on", "upon") for c in verb.children)


def has_that(token: Token) -> bool:
    return any(c.dep == "mark" and c.lower == "that" for c in token.children)
