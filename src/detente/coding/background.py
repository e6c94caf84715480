"""Which sentences look back: what a report tells of an earlier time is not of its own day."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.phrases import child, is_verb
from detente.coding.sources import SAYING
from detente.model import Document, Interval, Sentence, TimeMention, Token

PAST_DAYS = 40
"""A date this long before the report's own turns it to the past."""
NEAR_DAYS = 10
"""A date within this many days of the report's own brings it back."""
CEREMONIES = word_list("ceremonies")
ANCHORS = word_list("clause-anchors")
SPOKEN = word_list("spoken-by-people")
OFFICES = frozenset(
    {"president", "premier", "chancellor", "minister", "secretary", "ambassador", "governor", "mayor", "senator"}
)


def find_background(document: Document) -> set[int]:
    """Indices of the sentences that are told as background."""
    published = document.published
    if published is None:
        return set()
    times: dict[int, list[TimeMention]] = {}
    for mention in document.times:
        if mention.interval is not None and mention.kind == "date":
            times.setdefault(document.tokens[mention.tokens[0]].sentence.index, []).append(mention)
    speakers = {m.head for m in document.mentions if any(p.person and p.office for p in m.parties)}
    found, looking_back, line = set(), False, -1
    for sentence in document.sentences:
        dates = [m for m in times.get(sentence.index, []) if _in_main_clause(document, m)]
        near = any(_is_near(m.interval, published) for m in times.get(sentence.index, []) if m.interval)
        opens, line = sentence.line != line, sentence.line
        if near or _is_news(sentence, opens, speakers):
            looking_back = False
        elif any(m.interval and (published.first - m.interval.last).days > PAST_DAYS for m in dates):
            looking_back = True
        if looking_back:
            found.add(sentence.index)
    return found


def _is_near(interval: Interval, published: Interval) -> bool:
    ahead, behind = (interval.first - published.last).days, (published.first - interval.last).days
    return ahead <= NEAR_DAYS and behind <= NEAR_DAYS and interval.days <= 31


def _in_main_clause(document: Document, mention: TimeMention) -> bool:
    token = document.tokens[mention.tokens[1] - 1]
    verb = next((a for a in token.ancestors() if is_verb(a)), None)
    return verb is not None and verb.dep in ("ROOT", "conj", "ccomp") and not _is_of_noun(token, verb)


def _is_of_noun(time: Token, verb: Token) -> bool:
    """Whether a time is that of a noun behind the verb: "wanted to win the 2012 election", "hailed the 2015 deal"."""
    noun = next((a for a in time.ancestors() if a.pos in ("NOUN", "PROPN") and _keeps(a, time)), None)
    return noun is not None and noun.i > verb.i and verb in noun.ancestors()


def _keeps(noun: Token, time: Token) -> bool:
    """Whether a time stays with a noun: no object of a preposition, but in front of it ("for the 2011 raid")."""
    return noun.head.pos != "ADP" or (time.i < noun.i and noun.head.lower not in LENDING)


LENDING = frozenset({"at", "during", "in", "on"})
"""Prepositions over which the day of an occasion is that of the clause: "at a 2011 summit"."""


def _is_news(sentence: Sentence, opens: bool, speakers: set[int]) -> bool:
    """Told in the reporter's present: somebody says so, or the main verb is in the present or perfect tense.

    In a sentence that opens a paragraph somebody in office who urges or condemns does so for the report, too.
    """
    root = sentence.root
    if root.lemma in SAYING and is_verb(root):
        return True
    if opens and root.tag == "VBD" and root.lemma in SPOKEN and (who := child(root, "nsubj")) is not None:
        return who.i in speakers and child(root, "aux") is None
    auxiliaries = {c.lower for c in root.children if c.dep in ("aux", "auxpass")}
    return root.tag in ("VBZ", "VBP") or bool(auxiliaries & {"has", "have", "is", "are", "will"})


def is_anchored(word: Token) -> bool:
    """Whether a clause is timed by another deed ("before he was elected", "for months after the war")."""
    verb = word if is_verb(word) else next((a for a in word.ancestors() if is_verb(a)), word)
    mark = child(verb, "mark", "advmod")
    if mark is not None and _measured(mark):
        return True
    for c in verb.children:
        mark = child(c, "mark", "advmod") if c.dep == "advcl" else None
        if mark is not None and mark.lower in ANCHORS and not _is_beside(c, mark):
            return True
        if c.dep == "prep" and c.lower in ("after", "before", "since", "following", "until"):
            return not _is_of_the_day(c)
    return is_of_office(verb) or _is_of_the_first(verb) or is_of_later(verb)


def is_before(word: Token) -> bool:
    """Whether a clause tells what came before the news: "When X invaded, Y mined its ports", "X first promised it"."""
    verb = word if is_verb(word) else next((a for a in word.ancestors() if is_verb(a)), word)
    if verb.tag == "VBD" and any(
        c.lower in AT_FIRST and c.dep == "advmod" and c.i == verb.i - 1 for c in verb.children
    ):
        return True
    mark = child(verb, "mark", "advmod") if verb.dep == "advcl" else None
    return mark is not None and mark.lower == "when" and verb.i < verb.head.i


def is_of_later(verb: Token) -> bool:
    """Whether a clause stands off from what was told before: "two weeks later, X recalled its envoy"; not by hours."""
    later = (c for c in verb.children if c.lower == "later" and c.dep == "advmod")
    return any(m.lemma in UNITS - HOURS for c in later for m in c.children)


def _is_of_the_first(verb: Token) -> bool:
    """Whether a clause tells what somebody once was the first to do ("was the first president to visit X")."""
    noun = verb.head if verb.dep == "relcl" else verb
    return noun.is_ranked and noun.dep == "attr" and noun.head.lemma == "be" and noun.head.tag == "VBD"


def _is_beside(clause: Token, mark: Token) -> bool:
    """Whether a clause only goes beside what is told: "while praising Y", "when asked", "while monitors will watch"."""
    if mark.lower not in ("while", "when"):
        return False
    helpers = [c.tag for c in clause.children if c.dep in ("aux", "auxpass")]
    if not helpers:
        subject = child(clause, "nsubj", "nsubjpass", "expl")
        return subject is None or (mark.lower == "while" and clause.tag in ("VBZ", "VBP"))
    return mark.lower == "while" and "VBD" not in helpers


def _is_of_the_day(prep: Token) -> bool:
    """Whether it is only told what came just before: "met X after the ceremony", "said after the talks"."""
    told = next((o for o in prep.children if o.dep == "pobj"), None)
    if told is None or told.lemma not in CEREMONIES or prep.lower not in ("after", "before", "following"):
        return False
    if any(c.dep == "npadvmod" and c.lemma in UNITS - HOURS for c in prep.children):
        return False  # "two months after the meeting"
    inside = [c for c in told.children if c.dep != "compound"]
    return all(c.lower in ("the", "their", "his", "her") for c in inside)


def is_of_office(verb: Token) -> bool:
    """Whether a clause tells of years in an office: "As president, he brokered it"; not "as the president"."""
    told = [c for c in verb.children if c.dep == "prep" and c.lower == "as" and c.i < verb.i and verb.tag == "VBD"]
    offices = [o for c in told for o in c.children if o.dep == "pobj" and o.lemma in OFFICES and o.tag != "NNS"]
    return any(child(o, "det", "poss") is None for o in offices)


def stands_off(one: Token, other: Token) -> bool:
    """Whether the day of a time is not a deed's: told of a noun ("X, who was held in May"), or "since X fell".

    Nor is it of what came "initially", or "previously", before the clause that it is in.
    """
    for low, far in ((one, other), (other, one)):
        above = {far.i, *(a.i for a in far.ancestors())}
        for token in (low, *low.ancestors()):
            if token.i in above:
                break
            if low is one and token.dep == "relcl":
                return True
            mark = child(token, "mark", "advmod")
            led = token.head if token.dep in ("pobj", "pcomp") else mark
            if led is not None and (led.lower in PARTING or _measured(led) or (led is not mark and _is_ahead(led))):
                return True
            if low is other and any(c.lower in BEFORE and c.dep == "advmod" for c in token.children):
                return True
    return False


def _is_ahead(preposition: Token) -> bool:
    """Whether a preposition names what is still to come: "before the vote", "ahead of the summit"."""
    return preposition.lower == "before" or (preposition.lower, preposition.head.lower) in FURTHER_ON


FURTHER_ON = frozenset({("of", "ahead"), ("to", "prior")})
"""Prepositions of two words of the same sense."""


def _measured(mark: Token) -> bool:
    """Whether "after" or "before" has a measure of time in front of it ("four days after X attacked")."""
    words = mark.sentence.tokens
    at = mark.i - words[0].i
    return mark.lower in ("after", "before") and at > 0 and words[at - 1].lemma in UNITS


AT_FIRST = frozenset({"first", "initially", "originally"})
ROUNDS = frozenset({"round", "series", "day", "hour"})
"""Of talks: "told reporters after a round of talks"."""
PARTING, BEFORE = word_list("clause-parting"), word_list("told-before-now")
UNITS, HOURS = word_list("time-units"), frozenset({"hour", "minute", "moment", "second"})
REPEATED = word_list("repeated")


def is_said_now(verb: Token) -> bool:
    """Whether a verb of saying reports what was said for this report: simple past or present, once."""
    if any(c.lower in ("has", "have", "had", "'s", "'ve", "'d") or c.lower in REPEATED for c in verb.children):
        return False
    return verb.tag in ("VBD", "VBZ", "VBP") or any(c.lower in ("is", "are", "was", "were") for c in verb.children)


def occasion_of(noun: Token) -> Token | None:
    """The verb of saying that "at a meeting with X", "after talks with X" gives the occasion of."""
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in ROUNDS:
        noun = noun.head.head
    if noun.dep != "pobj" or noun.head.lower not in ("at", "after", "during", "in", "following"):
        return None
    token = noun.head
    for _ in range(3):
        token = token.head
        if is_verb(token):
            return token if token.lemma in SAYING or token.lemma == "speak" else None
    return None
