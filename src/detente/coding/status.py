"""Did it happen? Status from the chain of words between the event word and its sentence."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import AHEAD
from detente.coding.event_nouns import (
    carrier_of,
    fell_through,
    is_cause,
    is_circumstance,
    is_topic,
    is_weighed,
    modifier_reading,
    only_a_prospect,
    only_let_in,
)
from detente.coding.mood import (
    APPOINTMENTS,
    CONDITIONALS,
    Reading,
    asked_how,
    awaited,
    calls_for,
    doubt_before,
    foretold,
    has_that,
    is_ahead,
    is_asked,
    is_conditional,
    is_due,
    is_to,
    listed,
    looked_forward_to,
    may_have,
    predicate_reading,
    said_of,
    sets_out,
    unreal,
)
from detente.coding.noun_slots import container, containers
from detente.coding.phrases import RELATIVES, article, child, is_rumour, is_verb, negated
from detente.coding.subjects import SINGLED_OUT
from detente.coding.tense import FINITE, auxiliaries, tense_of
from detente.model import Token

SOUGHT = frozenset({"discuss", "negotiate", "pursue", "seek", "want"})
SEEING = frozenset({"see", "watch"})
CONTENT = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "acl", "pobj", "pcomp", "prep", "relcl"})
"""Labels of what a governing word is about."""
ABOUT = word_list("content-prepositions")
PURPOSE, TOWARDS = frozenset({"for", "to"}), frozenset({"for", "on", "toward", "towards"})
STRIKING, YIELDING = word_list("striking-with"), word_list("yielding-to")
ONWARD, HEADING = frozenset({"toward", "towards"}), word_list("heading")
STAGES = frozenset({"phase", "round", "stage"})
MEANT = word_list("nouns-of-what-is-meant")
BACKING, SOUGHT_DEEDS = frozenset({"backing", "endorsement", "support"}), word_list("sought-for-others")
WAYS_THERE = frozenset({"path", "road", "roadmap", "route"})
FEELINGS = frozenset({"honor", "honour", "pleasure", "privilege"})
"""What one says of what is done: "it is a pleasure for me to receive X"."""
SUPPOSED = frozenset({"may", "would"})
ANNOUNCING, ANSWERING = word_list("announcing"), word_list("answering")
LACKING, UNITS = word_list("lacking"), word_list("time-units")
AIMS, JOINING = word_list("aims"), word_list("taking-part")
NEEDED = word_list("obliging-words") | word_list("wished-words")
USING, BARGAINS = word_list("using-occasions"), frozenset({"exchange", "return"})
NEARLY, OWED = word_list("nearly"), frozenset({"be", "have", "need"})
FRAMING = frozenset({"in", "under"})
GOING_AHEAD = frozenset({"forge", "go", "press", "proceed", "push"})
FEELING = frozenset({"hope", "hopeful", "optimism", "optimistic", "confident"})
ENQUIRING = frozenset({"ask", "inquire", "enquire", "question"})
JUDGING = frozenset({"ACCUSE", "SANCTION", "SUPPORT"})
OWNING = frozenset({"credit", "responsibility"})
DONE = frozenset({"past", "perfect", "pluperfect"})
BEHIND = ("ccomp", "conj", "pcomp", "advcl")
"""Clauses in which somebody says, supposes or asks whether X "is behind" a deed."""


def read_status(word: Token, kind: str, lexicon: Lexicon) -> Reading:
    """Status of the event that a word stands for: the first clause up the chain that decides.

    A noun takes the status of a clause only where it is what the clause brings about: "they will hold talks", not
    "they will recall the talks".
    """
    if (forward := looked_forward_to(word)) is not None:
        return Reading("planned", (forward,))
    if word.dep in ("pobj", "pcomp") and word.head.lower == "of" and word.head.head.lemma == "anniversary":
        return Reading("occurred")
    if (let_in := only_let_in(word)) is not None:
        return let_in
    if kind == "V":
        return _of_told_deed(word, lexicon) or _of_verb(word, lexicon)
    if kind == "N" and (never := fell_through(word)) is not None:
        return never
    modified, carrier = modifier_reading(word, lexicon) or _of_round(word, lexicon), carrier_of(word, lexicon)
    if modified is not None and modified.real and modified.status == "occurred" and carrier is word:
        return next((r for r in (_of_phrase(word, lexicon),) if r is not None and r.status in AHEAD), modified)
    if modified is not None:
        above = _of_clause(carrier, lexicon) if modified.status == "ongoing" and carrier is not word else None
        return above if above is not None and (above.status in AHEAD or not above.real) else modified
    if kind == "N" and (perhaps := only_a_prospect(word)) is not None:
        return perhaps
    if kind == "N" and is_weighed(word, lexicon):
        return Reading("occurred")
    if carrier is word and kind == "N":
        return _of_phrase(word, lexicon) or Reading("occurred")
    if kind == "N":
        return _of_carrier(word, carrier, lexicon)
    return _of_verb(carrier, lexicon)


def _of_round(noun: Token, lexicon: Lexicon) -> Reading | None:
    """What is said of the round that a deed comes in, where it is yet to come: "the next round of sanctions"."""
    for outer in containers(noun):
        found = modifier_reading(outer, lexicon)
        over = is_verb(outer.head) and tense_of(outer.head) in DONE
        if found is not None and found.real and found.status in AHEAD and not over:
            return found
    return None


def _of_told_deed(verb: Token, lexicon: Lexicon) -> Reading | None:
    """What an alleged deed did is alleged: "blamed X for an attack that killed two"."""
    first = verb.head if verb.dep == "conj" and child(verb, "nsubj") is None else verb
    subject = child(first, "nsubj") if first.dep == "relcl" else None
    if subject is None or subject.lower not in RELATIVES or not _is_deed(first.head, lexicon):
        return None
    found = read_status(first.head, "N", lexicon)
    return found if found.status == "alleged" else None


def _of_carrier(noun: Token, carrier: Token, lexicon: Lexicon) -> Reading:
    """ "Talks continue", "sanctions are expected", "X plans an embargo", "talks are due to begin", "are to begin"."""
    if carrier.lemma in lexicon.status["talking"] and is_topic(noun, lexicon):
        return Reading("proposed", (carrier,))
    if _is_devised(carrier, lexicon):
        return Reading("proposed", (carrier,))
    if (aim := _aim(noun, carrier)) is not None:
        return Reading("proposed", (aim,))
    if carrier.lemma in ANNOUNCING and noun.lemma in APPOINTMENTS and tense_of(carrier) != "pluperfect":
        return Reading("planned", (carrier,))
    found = _of_clause(carrier, lexicon)
    if found is not None and tense_of(carrier) == "would" and noun.dep == "nsubj" and article(noun) in ("a", "an"):
        found = Reading("proposed", found.because, found.real)
    if found is None and (ahead := is_to(carrier)) is not None:
        return Reading("planned", (carrier, ahead))
    if found is not None and (not found.real or found.status != "ongoing"):
        return found
    status = listed(carrier, lexicon, "carriers")
    if status in ("ongoing", "occurred") and tense_of(carrier) in ("to", "bare"):
        return found or _of_verb(carrier, lexicon)
    if status == "occurred" and noun.dep == "nsubj":
        return found or Reading(status, (carrier,))
    if carrier.lemma in lexicon.status["over"] and tense_of(carrier) in ("past", "pluperfect"):
        return found or Reading("occurred", (carrier,))
    if carrier.lemma in lexicon.status["settling"] and tense_of(carrier) not in FINITE | {"participle"}:
        status = "proposed"
    if status in AHEAD and (charge := _charge(carrier, lexicon)) is not None:
        return Reading("alleged", (charge,))
    if status not in (None, "occurred"):
        return Reading(status, (carrier,), real=child(carrier, "neg") is None)
    return found or _of_verb(carrier, lexicon)


def _aim(noun: Token, verb: Token) -> Token | None:
    """The aim of "their goal is a meeting with X", which nobody has reached yet."""
    said = container(noun).dep == "attr" and tense_of(verb) in ("present", "past")
    subject = child(verb, "nsubj") if said else None
    return subject if subject is not None and subject.lemma in AIMS else None


def _heads_for(preposition: Token, verb: Token) -> bool:
    """ "Moving towards a deal"."""
    return preposition.lower in ONWARD and verb.lemma in HEADING and is_verb(verb)


def _is_devised(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells of work on what there may be one day: "is drawing up sanctions", "are working on a deal"."""
    going_on = tense_of(verb) in ("progressive", "past-progressive", "perfect-progressive") and verb.dep != "acl"
    return going_on and verb.lemma in lexicon.status["devising"]


def _of_verb(verb: Token, lexicon: Lexicon) -> Reading:
    """What its own clause says, else the words that govern it; a finite clause in the past is a fact of its own."""
    token, own = verb.head if _is_seen(verb) else verb, True
    for _ in range(8):
        if (forward := looked_forward_to(token)) is not None:
            return Reading("planned", (forward,))
        found = _of_clause(token, lexicon, own)
        parent = _beside(token)
        tense = tense_of(token) if is_verb(token) else ""
        if found is not None:
            claimed = _vouched(parent, token, tense, lexicon) if found.status == "ongoing" and tense in FINITE else None
            return claimed if claimed is not None and claimed.status == "alleged" else found
        as_done = token.dep in ("acl", "amod", "ROOT") or (token.dep == "advcl" and _is_as_said(token))
        if tense in FINITE or (tense == "participle" and as_done):
            return _vouched(parent, token, tense, lexicon) or Reading("occurred")
        if parent is token:
            break
        if _is_judged(token, lexicon):
            return Reading("occurred")
        found = _of_governor(parent, token, lexicon) or _of_terms(parent, token, lexicon)
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


def _of_phrase(noun: Token, lexicon: Lexicon) -> Reading | None:
    """A noun that no verb brings about: "plans for a visit", "accused of an attack", "will travel to X for talks"."""
    outer = container(noun)
    if outer.dep in ("dobj", "nsubjpass"):
        return _of_occasion(noun, outer.head, lexicon) or _of_governor(outer.head, outer, lexicon)
    if (supposed := _is_supposed(noun, outer)) is not None:
        return Reading("proposed", (supposed,))
    if outer.dep == "nsubj" and outer.head.lemma == "enter" and (day := child(outer.head, "dobj")) is not None:
        return Reading("ongoing", (outer.head, day)) if day.lemma in UNITS | STAGES else None
    if outer.dep != "pobj":
        return None
    preposition = outer.head
    governor = preposition.head
    if preposition.lower == "without" or (preposition.lower == "of" and governor.lemma in LACKING):
        return Reading("occurred", (preposition,), real=False)
    if preposition.lower == "with" and governor.lemma in GOING_AHEAD and is_verb(governor):
        # "if X goes ahead with a visit": it may yet be
        told = _of_clause(governor, lexicon)
        return Reading("proposed", told.because) if told is not None and is_conditional(told) else told
    if preposition.lower in ("of", "to") and governor.lower in lexicon.status["ahead"]:
        return Reading("planned", (governor, preposition))
    if noun.lemma in APPOINTMENTS and is_verb(governor) and sets_out(governor, tense_of(governor), lexicon):
        return Reading("planned", (governor,))  # "is heading into a meeting"
    if preposition.lower == "with" and governor.lemma in STRIKING and is_verb(governor):
        struck = _of_verb(governor, lexicon)
        return struck if struck.status in AHEAD or not struck.real else None
    if preposition.lower == "to" and governor.lemma in YIELDING:
        return None
    if preposition.lower == "for" and governor.lemma in BACKING and noun.lemma in SOUGHT_DEEDS:
        return Reading("proposed", (governor,))  # "voiced support for the release of X's sailors"
    if preposition.lower == "to" and governor.lemma in WAYS_THERE and noun.lemma in SOUGHT_DEEDS:
        return Reading("proposed", (governor,))
    if governor.lemma in BARGAINS and governor.head.lower == "in" and is_verb(governor.head.head):
        given = _of_verb(governor.head.head, lexicon)
        return given if given.status in AHEAD or not given.real else None
    if preposition.lower == "at" and noun.lemma in APPOINTMENTS:
        # "will press X for lower tariffs at the summit"
        over = next((t for t in preposition.ancestors() if is_verb(t)), None)
        done = _of_verb(over, lexicon) if over is not None and tense_of(over) not in DONE else None
        return Reading("planned", done.because) if done is not None and done.real and done.status in AHEAD else None
    if governor.lemma in ANSWERING or governor.lower == "according" or is_cause(noun, preposition, lexicon):
        return None
    if _heads_for(preposition, governor) or (preposition.lower in TOWARDS and _is_devised(governor, lexicon)):
        return Reading("proposed", (governor,))
    if preposition.lower == "of" and governor.lemma in AIMS and article(outer) in ("the", "poss"):
        return None  # "the aim of his visit", which need not lie ahead
    if _is_looked_to(noun, preposition):
        return Reading("planned", (governor,))
    if preposition.lower in ABOUT and not is_circumstance(preposition, lexicon) and not _is_there(noun, preposition):
        found = _of_governor(governor, preposition, lexicon)
        if found is not None:
            return found
    being = tense_of(governor) if governor.lemma == "be" else ""
    if (being == "present" and preposition.lower in ("in", "at", "on")) or (
        being == "perfect" and preposition.lower == "in"
    ):
        return _of_clause(governor, lexicon) or Reading("ongoing", (governor,))
    if preposition.lower == "behind" and governor.lemma == "be" and governor.dep in BEHIND:
        return Reading("alleged", (governor, preposition))
    joins = preposition.lower == "in" and governor.lemma in JOINING
    if (joins or preposition.lower in PURPOSE) and is_verb(governor):
        found = _of_verb(governor, lexicon)
        return found if found is not None and (found.status in AHEAD or not found.real) else None
    if preposition.lower == "during" and is_verb(governor):
        if tense_of(governor) == "future" and negated(governor):
            return Reading("planned", tuple(auxiliaries(governor)))
        found = _of_clause(governor, lexicon)
        return found if found is not None and found.real and found.status in AHEAD else None
    return None


def _is_there(noun: Token, preposition: Token) -> bool:
    """ "Was asked about the raid", "under the pressure of X's tariffs": what is there already, and not wanted."""
    if preposition.head.lemma in ENQUIRING:
        return preposition.lower != "for"
    pressed = preposition.head.lemma == "pressure" and preposition.lower == "of"
    return pressed and article(noun) not in ("a", "an")


def _is_looked_to(noun: Token, preposition: Token) -> bool:
    """ "Hopeful about his talks with X", "optimism on the summit": what is known to come."""
    felt = preposition.head.lemma in FEELING and preposition.lower in ("about", "on", "over")
    return felt and article(noun) not in ("a", "an")


def _of_occasion(noun: Token, verb: Token, lexicon: Lexicon) -> Reading | None:
    """ "Will use the summit to press Y": a gathering of which somebody will make something is to come."""
    if noun.lemma not in APPOINTMENTS or verb.lemma not in USING:
        return None
    found = _of_clause(verb, lexicon)
    return found if found is not None and found.real and found.status in AHEAD else None


def _is_supposed(noun: Token, outer: Token) -> Token | None:
    """ "A strike on X would end the talks", "a raid on X means war", "a strike on X?": the word that leaves it open."""
    if article(noun) not in ("a", "an"):
        return None
    if outer.dep == "ROOT":
        last = noun.sentence.tokens[-1]
        return last if last.text == "?" else None
    verb = outer.head
    if outer.dep != "nsubj" or not is_verb(verb):
        return None
    tense = tense_of(verb)
    return verb if tense in SUPPOSED or (verb.lemma == "mean" and tense == "present") else None


def _of_clause(token: Token, lexicon: Lexicon, own: bool = True) -> Reading | None:
    """What the token's own auxiliaries, negation, adverbs and conjunctions say; adverbs where the clause is its own."""
    if not is_verb(token):
        return None
    tense, words = tense_of(token), tuple(auxiliaries(token))
    denied = unreal(token, tense)
    if denied is not None:
        return denied
    suspected = _suspected(token, lexicon) if tense in FINITE else None
    if suspected is not None:
        return Reading("alleged", (suspected,))
    told = predicate_reading(token, tense, lexicon)
    if told is not None:
        return told
    adverb = next((c for c in token.children if own and c.dep == "advmod" and said_of(c, token, lexicon)), None)
    adverb = adverb or doubt_before(token, lexicon)
    status = listed(adverb, lexicon, "adverbs") if adverb is not None else None
    if tense in ("present", "perfect", "pluperfect") and (until := awaited(token, tense)):
        return Reading("planned", (until,))
    if tense in ("future", "would") and token.lemma in lexicon.status["staying"]:
        return Reading("ongoing", words)
    if sets_out(token, tense, lexicon):
        return Reading("planned", (token,))
    if tense in ("present", "bare") and (needed := _needed(token)) is not None:
        return Reading("proposed", (needed,))
    if tense == "future" and is_asked(token):
        return Reading("proposed", words)
    if tense == "future":
        if adverb is not None and adverb.lower in lexicon.status["doubting"]:
            return Reading("proposed", (*words, adverb))
        return Reading("proposed" if _is_unsure(token, lexicon) else "planned", words)
    if tense == "would":
        return Reading("planned" if foretold(token) and not _is_drafted(token, lexicon) else "proposed", words)
    if tense == "may":
        supposed = own and may_have(words) and "could" not in {t.lower for t in words}
        return Reading("alleged" if supposed else "proposed", words)
    if adverb is not None and adverb.lower == "long" and tense != "perfect":
        return None
    if adverb is not None and status is not None and (status != "ongoing" or tense not in ("past", "pluperfect")):
        return Reading(status, (adverb,))
    if tense == "to" and (asked := asked_how(token)) is not None:
        return Reading("proposed", (asked,))
    if tense == "to" and (token.dep == "ROOT" or is_due(token) or _is_yet_to_be(token)):
        return Reading("planned", words)
    if tense == "ing" and token.tag == "VBN" and token.dep == "acl":
        return Reading("ongoing", words)  # "offered help to those being held in X"
    if tense in ("progressive", "perfect-progressive"):
        future = tense == "progressive" and any(is_ahead(c) for c in token.children)
        return Reading("planned" if future else "ongoing", words)
    if tense == "past-progressive" and token.dep == "ccomp":
        return Reading("ongoing", words)
    return None


def _is_yet_to_be(verb: Token) -> bool:
    """ "A pact to be signed by X and Y"; not "the first pact to be signed"."""
    noun = verb.head
    if verb.dep not in ("acl", "relcl") or child(verb, "auxpass") is None or noun.pos not in ("NOUN", "PROPN"):
        return False
    return not any(t.lower in SINGLED_OUT for t in (noun, *noun.children))


def _is_drafted(verb: Token, lexicon: Lexicon) -> bool:
    """ "Under the bill, X would send", "in one proposal, X would": what a plan that is not settled says."""
    frames = (child(c, "pobj") for c in verb.children if c.dep == "prep" and c.i < verb.i and c.lower in FRAMING)
    return any(noun is not None and listed(noun, lexicon, "governors") == "proposed" for noun in frames)


def _is_unsure(verb: Token, lexicon: Lexicon) -> bool:
    """ "It is unlikely that X will", "a chance that X will", "is confident X will": what is said of what will be."""
    if verb.dep == "acl" and verb.head.pos == "NOUN":
        return listed(verb.head, lexicon, "governors") == "proposed"
    said = _predicate(verb)
    return said is not None and "proposed" in (listed(said, lexicon, "predicates"), listed(said, lexicon, "governors"))


def _needed(verb: Token) -> Token | None:
    """The word of "it is vital that X and Y sign" that asks for what is not done yet."""
    said = _predicate(verb) if has_that(verb) else None
    return said if said is not None and said.lower in NEEDED else None


def _predicate(verb: Token) -> Token | None:
    """What "it is ... that" says of a clause."""
    if verb.dep not in ("ccomp", "csubj"):
        return None
    return verb.head if verb.head.pos == "ADJ" else child(verb.head, "acomp") if verb.head.lemma == "be" else None


def _suspected(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Suspected rebels attacked", "was attacked by alleged agents": who did it is not known.

    What an alleged deed brought about ("an alleged attack froze relations") is not alleged itself.
    """
    does = ("nsubj",) if not child(verb, "auxpass") else ("nsubjpass", "agent")
    for c in verb.children:
        doer = child(c, "pobj") if c.dep == "agent" else c
        if c.dep in does and doer is not None and not _is_deed(doer, lexicon):
            return next((m for m in doer.children if m.lower in lexicon.status["suspected"]), None)
    return None


def _is_deed(noun: Token, lexicon: Lexicon) -> bool:
    return ("N", noun.lemma) in lexicon.words and not lexicon.is_in(noun.lemma, ("@missile", "@weapon"))


def _vouched(parent: Token, token: Token, tense: str, lexicon: Lexicon) -> Reading | None:
    """A fact that somebody only believes, claims or denies: "believes that X hacked", "claims that X attacked"."""
    if token.dep not in ("ccomp", "acl", "relcl") or (token.dep == "relcl" and not has_that(token)):
        return None
    if any(c.dep == "advmod" and c.lower in ("how", "why", "when", "where") for c in parent.children):
        return None
    status = listed(parent, lexicon, "governors")
    told = status in ("alleged", "denied") or (status == "proposed" and tense == "present" and token.dep == "ccomp")
    return Reading(status, (parent,), real=child(parent, "neg") is None) if status and told else None


def _hearsay(parent: Token, token: Token, lexicon: Lexicon) -> Token | None:
    """The word of "is said to have sold arms to X", "an alleged plot to kill X" that leaves open whether it is true."""
    if parent.lemma in lexicon.status["report"] and token.dep == "xcomp" and child(parent, "auxpass") is not None:
        return parent if tense_of(token) == "to-have" else None
    if token.dep != "acl" or tense_of(token) != "to":
        return None
    return next((c for c in parent.children if c.lower in lexicon.status["suspected"]), None)


def _of_governor(parent: Token, token: Token, lexicon: Lexicon) -> Reading | None:
    """What the governing word makes of it: "plans to", "expected to", "agreed to", "accused of"."""
    if token.dep == "pcomp" and parent.lower == "of" and parent.head.lemma in lexicon.status["talking"]:
        return Reading("proposed", (parent.head,))
    if token.dep == "xcomp" and token.tag == "VBG" and parent.lemma in lexicon.status["talking"]:
        return Reading("proposed", (parent,))
    stance = listed(parent, lexicon, "arguing") if token.dep in ("xcomp", "ccomp") and token.tag == "VBG" else None
    if stance is not None:
        return Reading("proposed", (parent,), real=stance != "denied" and not negated(parent))
    worked_on = token.dep == "advcl" and parent.lemma in lexicon.status["devising"] and tense_of(token) == "to"
    told = token.dep == "relcl" and tense_of(token) != "to"
    if (token.dep not in CONTENT and not worked_on) or told or parent.pos == "ADP":
        return None
    if token.dep == "acl" and token.tag == "VBG" and parent.pos in ("NOUN", "PROPN"):
        return None
    if parent.dep in ("acl", "relcl", "advcl") and parent.lemma in lexicon.status["purposes"] and parent.tag == "VBN":
        return Reading("proposed", (parent,), real=False)
    if parent.lemma in lexicon.status["simulating"] and is_verb(parent):
        return Reading("occurred", (parent,), real=False)
    if parent.lemma == "go" and token.dep == "xcomp" and tense_of(parent) in ("progressive", "past-progressive"):
        return Reading("planned", (parent,), real=child(parent, "neg") is None)
    if (parent.lemma == "claim" and _is_claim_to(parent)) or (parent.lower == "light" and parent.head.lower == "in"):
        return None
    if parent.lemma == "claim" and token.tag == "VBN" and tense_of(token) == "participle":
        return None  # "claims the city - seized by X - as its own"
    if parent.lemma == "mean" and parent.tag in ("VBZ", "VBP", "VBD") and tense_of(token) != "to":
        return Reading("proposed", (parent,))
    if parent.lower == "means" and parent.pos == "NOUN":
        return None
    if parent.lemma in OWED and token.dep == "xcomp" and tense_of(token) == "to":
        still = next((c for c in parent.children if c.lower == "still"), None)
        if still is not None:
            return Reading("planned", (parent, still))
    if parent.lower == "right" and parent.pos == "ADJ" and token.dep == "xcomp":
        return Reading("occurred")
    if parent.lower == "able" and tense_of(parent.head) in DONE:
        return None
    if (doubt := _hearsay(parent, token, lexicon)) is not None:
        return Reading("alleged", (doubt,))
    if parent.lemma in lexicon.status["attempts"] and parent.pos == "NOUN" and article(parent) == "any":
        return Reading("proposed", (parent,), real=False)  # "any attempt to board X's ships"
    if token.dep == "prep" and parent.lemma == "process" and parent.head.lower == "in":
        return Reading("ongoing", (parent,))
    if token.dep == "prep" and _heads_for(token, parent):
        return Reading("proposed", (parent, token))
    if parent.lower in NEARLY and parent.pos in ("ADJ", "ADV") and token.lower == "to":
        return Reading("proposed", (parent,))
    if is_rumour(parent):
        return Reading("proposed", (parent,))
    status = listed(parent, lexicon, "governors")
    if status is None or (token.dep == "dobj" and parent.lemma in lexicon.status["facts"]):
        return None
    if parent.lemma in lexicon.status["calling"] and is_verb(parent) and not calls_for(parent):
        return None
    if status == "ongoing" and is_verb(parent) and tense_of(parent) not in FINITE:
        return None
    if status == "planned" and any(negated(c) for c in parent.children if c.dep in ("nsubj", "nsubjpass")):
        return Reading("proposed", (parent,))
    real = not negated(parent) and not any(c.dep == "mark" and c.lower in CONDITIONALS for c in parent.children)
    if status in AHEAD and (charge := _charge(parent, lexicon)) is not None:
        return Reading("alleged", (charge,))
    return Reading(status, (parent,), real=real)


def _is_claim_to(verb: Token) -> bool:
    """ "Claimed responsibility for", "claims the isles, seized by X in 1974, as its own": what was done is no claim."""
    return any((c.dep == "dobj" and c.lemma in OWNING) or (c.dep == "prep" and c.lower == "as") for c in verb.children)


def _charge(word: Token, lexicon: Lexicon) -> Token | None:
    """The word of "accused of planning to attack", "suspected of plans to leave": what was in mind is alleged, too."""
    if word.dep not in ("pcomp", "pobj") or word.head.lower != "of":
        return None
    charge = word.head.head
    return charge if listed(charge, lexicon, "governors") == "alleged" else None
