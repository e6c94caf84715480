"""What the clause of a verb says of its deed by itself: denied, conditional, awaited, foretold, of a journey ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.phrases import child, denial, is_verb
from detente.coding.tense import FINITE, auxiliaries, tense_of
from detente.model import Status, Token

CONDITIONALS = word_list("conditionals")
NEXT = word_list("time-ahead")
UNTIL = word_list("until")
LATER = frozenset({"after", "when"})
APPOINTMENTS = word_list("gatherings") | word_list("appointments")
UNCALLED_FOR, UNPROVEN = word_list("uncalled-for"), word_list("unproven")
SEEMING, EACH = word_list("seeming"), word_list("each")
NOBODY, HARDLY_ANY = frozenset({"nobody", "none", "neither"}), frozenset({"few", "neither", "no"})
SUPPOSING = frozenset({"could", "might", "would"})
"""Modals over a deed that is only supposed: "bombing X would be a mistake"."""
TIDINGS = word_list("tidings")
WISHING = word_list("wishing")
ANYBODY = frozenset({"anybody", "anyone", "whoever"})
STATELY = word_list("what-states-are-called")
ALL_BUT, BY_DEGREES = frozenset({"almost", "nearly"}), word_list("done-by-degrees")
POWERLESS, THINKING = word_list("powerless"), word_list("thinking")
AHEAD_OF = frozenset({"future", "may", "present", "progressive", "would"})
"""Tenses of what is only expected."""
ADVISING = frozenset({"advise", "argue", "caution", "counsel", "decide", "vote", "warn"})
UNWISE = word_list("unwise")
INSTEAD = {"instead": "of", "rather": "than"}
ACCOUNTS = frozenset({"account", "case", "circumstance", "condition", "event", "way"})
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


def unreal(token: Token, tense: str) -> Reading | None:
    """Negated, hypothetical, or never done; "when they will meet" is planned."""
    first = token.head if token.dep == "conj" and not child(token, "nsubj", "nsubjpass", "mark") else token
    shared = ("mark", "neg") if any(c.dep == "cc" and c.lower in ("or", "nor") for c in first.children) else ("mark",)
    for c in (*token.children, *(c for c in first.children if c.dep in shared)):
        if c.dep == "mark" and c.lower in CONDITIONALS:
            return Reading("occurred", (c,), real=False)
        if c.dep == "advmod" and c.lower in ("when", "if") and tense == "future":
            return Reading("planned", (c,))
        if c.dep == "neg" or (c.dep == "advmod" and (_denies(c) or _falls_short(c))):
            return Reading("occurred", (c,), real=False)
        if c.dep in ("nsubj", "nsubjpass") and _is_nobody(c):
            return Reading("occurred", (c,), real=False)
    if (ruled_out := _on_no_account(token)) is not None:
        return Reading("occurred", (ruled_out,), real=False)
    if (case := _in_case(first)) is not None:
        return Reading("occurred", (case,), real=False)
    if token.dep == "relcl" and (any_ := _of_anybody(token)) is not None:
        return Reading("occurred", (any_,), real=False)
    if (but := _all_but(token)) is not None:
        return Reading("occurred", (but,), real=False)
    if (absolutely := denial(first)) is not None:
        return Reading("occurred", (absolutely,), real=False)
    if tense in AHEAD_OF and (thought := is_not_expected(first)) is not None:
        return Reading("occurred", (thought,), real=False)
    if (instead := _done_instead(token) or _done_instead(first)) is not None:
        return Reading("occurred", (instead,), real=False)
    if token.dep == "pcomp" and token.head.lower == "of" and token.head.head.lower in ("short", "clear"):
        return Reading("occurred", (token.head.head,), real=False)
    if (
        token.dep in ("csubj", "csubjpass")
        and token.tag == "VBG"
        and any(c.lower in SUPPOSING for c in token.head.children)
    ):
        return Reading("occurred", (token.head,), real=False)
    if token.dep == "pcomp" and token.head.lower == "against" and token.head.head.lemma in ADVISING:
        return Reading("occurred", (token.head,), real=False)  # "warned against lifting the ban"
    if token.dep == "pcomp" and token.head.lower == "without":
        return Reading("occurred", (token.head,), real=False)
    if tense == "to" and (barring := _bars(token)) is not None:
        return Reading("occurred", (barring,), real=False)
    if tense == "would-have" or (tense == "may" and may_have(auxiliaries(token)) and _is_bound(token)):
        return Reading("occurred", tuple(auxiliaries(token)), real=False)
    if tense == "to-have" and token.dep == "xcomp" and token.head.lemma == "be" and tense_of(token.head) == "past":
        return Reading("cancelled", tuple(auxiliaries(token)))
    if (
        token.dep == "xcomp"
        and token.head.lemma == "have"
        and any(c.lower in ("till", "until") for c in token.head.children)
    ):
        return Reading("proposed", (token.head,))  # "X and Y have until Friday to reach a deal"
    if token.dep in ("acl", "ccomp") and token.head.lemma in UNPROVEN and has_that(token):
        return next((Reading("occurred", (c,), real=False) for c in token.head.children if c.lower == "no"), None)
    if token.dep == "xcomp" and token.head.lemma in ("have", "be"):
        return next((Reading("occurred", (c,), real=False) for c in token.head.children if c.lower == "yet"), None)
    return None


def _done_instead(verb: Token) -> Token | None:
    """The "than" of "rather than lift it", the "of" of "instead of lifting it": something else was done."""
    words = verb.sentence.tokens
    own = (
        c.i for c in verb.children if c.i < verb.i and c.dep in ("aux", "auxpass", "advmod") and c.lower not in INSTEAD
    )
    at = min((*own, verb.i)) - words[0].i
    return words[at - 1] if at > 1 and INSTEAD.get(words[at - 2].lower) == words[at - 1].lower else None


def is_not_expected(verb: Token) -> Token | None:
    """The verb of "I do not think that X will lift it", "doubts that X would": nobody expects it."""
    over = verb.head
    if verb.dep != "ccomp" or verb.i < over.i or not is_verb(over):
        return None
    if over.lemma == "doubt" or over.lemma in THINKING:
        denied = any(c.dep == "neg" or (c.dep == "nsubj" and _is_nobody(c)) for c in over.children)
        return over if (over.lemma == "doubt") != denied else None
    return None


def asked_how(infinitive: Token) -> Token | None:
    """The "how" of "discussed how to lift it", "knows where to meet": nobody has done so by that."""
    return next((c for c in infinitive.children if c.tag in ("WRB", "WP") and c.i < infinitive.i), None)


def _of_anybody(verb: Token) -> Token | None:
    """ "Any state that arms X", "anyone who attacks X": what nobody is told to have done."""
    doer = child(verb, "nsubj")
    if doer is None or doer.lower not in ("that", "which", "who"):
        return None
    if verb.head.lower in ANYBODY:
        return verb.head
    return next((c for c in verb.head.children if c.lower == "any" and verb.head.lemma in STATELY), None)


def _all_but(verb: Token) -> Token | None:
    """The "but" of "all but severed ties", however it was parsed."""
    tokens = verb.sentence.tokens
    at = verb.i - tokens[0].i
    if at < 2 or tokens[at - 1].lower != "but" or verb.lemma in BY_DEGREES:
        return None
    return tokens[at - 1] if tokens[at - 2].lower == "all" else None


def may_have(words: Sequence[Token]) -> bool:
    """ "May have sold", "could have struck": modals of what was done, as somebody supposes, or was not."""
    return any(t.lemma == "have" for t in words)


def _is_bound(verb: Token) -> bool:
    """Whether a condition goes with a clause: "might have attacked if X had not", "had X not left, it might have"."""
    clauses = [c for c in verb.children if c.dep == "advcl"]
    return any(g.lower in CONDITIONALS or (g.lower == "had" and g.i < c.i) for c in clauses for g in c.children)


def _on_no_account(verb: Token) -> Token | None:
    """The "no" of "under no circumstances would X leave", "in no case will it"."""
    nouns = (child(c, "pobj") for c in verb.children if c.dep == "prep" and c.lower in ("under", "in", "on"))
    return next(
        (d for n in nouns if n is not None and n.lemma in ACCOUNTS for d in n.children if d.lower == "no"), None
    )


def _in_case(verb: Token) -> Token | None:
    """The "case" of "in case X attacks Y", which stands before the clause's subject, however it was parsed."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.i > verb.i:
        return None
    tokens = verb.sentence.tokens
    at = min((c.i for c in subject.children), default=subject.i)
    at = min(at, subject.i) - tokens[0].i
    return tokens[at - 1] if at > 1 and tokens[at - 1].lower == "case" and tokens[at - 2].lower == "in" else None


def _is_nobody(subject: Token) -> bool:
    """ "No minister", "few officials", "neither side", "none of them": nobody has done it, or hardly anybody."""
    if subject.lower in NOBODY:
        return True
    first = next((c for c in subject.children if c.i < subject.i), None)
    if first is None or first.lower not in HARDLY_ANY or first.dep not in ("det", "amod", "preconj", "nummod"):
        return False
    # "a few", "no fewer than ten"
    counted = any(g.lower in ("fewer", "less") for c in subject.children for g in c.subtree())
    return not list(first.children) and not counted


def _bars(infinitive: Token) -> Token | None:
    """ "No reason to lift it", "in no rush to", "too early to", "it is premature to": the word that puts a deed off."""
    over = infinitive.head
    if infinitive.dep in ("acl", "relcl") and over.lemma in UNCALLED_FOR:
        return next((c for c in over.children if c.lower == "no"), None)
    if infinitive.dep not in ("xcomp", "ccomp", "advcl"):
        return None
    said = over if over.pos in ("ADJ", "ADV") else child(over, "acomp", "advmod")
    if said is None and over.lemma == "be":
        said = child(over, "attr")
    if said is not None and said.lower in POWERLESS:
        return said
    be = over if over.lemma == "be" else over.head
    if said is not None and said.lower in UNWISE and be.lemma == "be" and tense_of(be) == "would":
        return said
    if said is None or said.i > infinitive.i or said.lower not in ("premature", "early", "soon"):
        return None
    return said if said.lower == "premature" else next((c for c in said.children if c.lower == "too"), None)


def _denies(adverb: Token) -> bool:
    """ "Never", "hardly", "not even", "not yet", "no longer"; but not "not only"."""
    if adverb.lower in ("even", "ever", "yet", "once", "longer"):
        return any(c.dep == "neg" or c.lower == "no" for c in adverb.children)
    return adverb.lower in ("never", "hardly")


def _falls_short(adverb: Token) -> bool:
    """ "Almost went to war", "nearly severed ties"; but "has nearly doubled its aid" has done a good part of it."""
    return adverb.lower in ALL_BUT and adverb.head.lemma not in BY_DEGREES and adverb.i < adverb.head.i


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
