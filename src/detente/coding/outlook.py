"""What the day of a deed, its source and its kind make of the status that its clause gave: `settle_status`."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.bygone import WAR_OVER, is_bygone
from detente.coding.calendar import Calendar
from detente.coding.deed_status import is_announced
from detente.coding.draft import Draft
from detente.coding.drafting import ENDED, PLEDGED, STANDING
from detente.coding.lasting import (
    WEEK,
    cues_of,
    days_to,
    is_ended,
    is_kept_up,
    is_over,
    is_told_beside,
    is_under_way,
    stay_of,
    went_on,
)
from detente.coding.mood import listed
from detente.coding.parties import keys
from detente.coding.phrases import FIRST_PERSON, child, is_verb, negated
from detente.coding.sources import Source
from detente.coding.telling import verb_of
from detente.coding.tense import tense_of
from detente.model import Document, Status, Token

UNDERTAKEN = word_list("types-undertaken")
"""What a speaker says that his own side will do of these is an undertaking: AGREE."""
SPEECH = word_list("types-of-speech")
ASKING = word_list("types-asking")
BY_WORDS = (SPEECH | {"SANCTION"}) - {"SUPPORT"}
"""What is done by saying so: a day to come in its clause is of what it is about."""
BEHIND_CLOCK = 1
"""Days by which a report's own may lie behind a weekday of which it tells what is done."""
FEW = 3
"""Days of which one may still go on, though the report is of a day or two after them."""
STAND = "a stand, as its own side says so"
"""How the status of a refusal or demand is read that its speaker tells as where his side stands."""
COVERT, SECRETIVE = word_list("types-covert"), word_list("types-kept-from-others")
HELD = word_list("being-held")
ENDING = word_list("ending")
FORECASTING, BYGONE = word_list("forecasting"), word_list("bygone")
DONE = ("occurred", "ongoing")
SUPPLIES = frozenset({"AID", "COOPERATE"})
OURS = frozenset({"we", "our"})
ABLE, BOASTING = word_list("able-to"), word_list("boasting")
HINTING, FORCE = word_list("hinting"), word_list("types-of-force")


def settle_undertaking(draft: Draft, source: Source | None) -> None:
    """What a side says that it will do itself is an undertaking, that it could strike a threat; before dating."""
    cues = cues_of(draft)
    if draft.status == "proposed" and draft.type in FORCE and _is_boast(draft, source, cues):
        draft.mode = "violence" if draft.type == "ASSAULT" else None
        draft.type = "THREATEN"
        _become(draft, "occurred", "a blow that its own side says it could deal")
    foreseen = any(t.lemma in FORECASTING for t in cues)
    own = _by_its_own(draft, source) or any(_is_said_of_us(t) for t in cues)
    pledged = draft.how.get("status") == PLEDGED
    own = own or any(t.lower == "prepared" and t.dep == "acomp" and t.pos == "VERB" for t in cues)
    if draft.status == "planned" and draft.type in UNDERTAKEN and own and not foreseen and not pledged:
        draft.type, draft.mode = "AGREE", None
        _become(draft, "occurred", "an undertaking, as its own side says so")


def _is_said_of_us(cue: Token) -> bool:
    """Whether a modal is of what "we" or "I" do."""
    subject = child(cue.head, "nsubj") if cue.dep == "aux" else None
    return subject is not None and subject.lower in FIRST_PERSON


def _is_boast(draft: Draft, source: Source | None, cues: list[Token]) -> bool:
    """ "X could sink the fleet, its own admiral said", "boasted of its ability to strike Y", "warned that it might"."""
    if not draft.actors:
        return False
    own, over = _by_its_own(draft, source), {a.lemma for t in cues for a in (t, *t.ancestors())}
    if draft.type == "ASSAULT" and any(t.lemma in ABLE for t in cues) and (own or over & BOASTING):
        return True
    return own and bool(over & HINTING)


def settle_over(draft: Draft, document: Document, lexicon: Lexicon) -> None:
    """A stay or talks that another mention dates well before the report do not go on: "the talks of last spring"."""
    if draft.type != "CONSULT" or draft.status != "ongoing" or draft.date is None or days_to(draft, document) >= 0:
        return
    cues = [t for t in document.tokens if t.span in draft.spans.get("status", ())]
    on = any(t.lemma in lexicon.status["going_on"] or t.lower == "still" for t in cues)
    if draft.date.days > FEW and not on:
        _become(draft, "occurred", "dated before the report")


def _is_called_ongoing(draft: Draft, lexicon: Lexicon) -> bool:
    """ "The ongoing war games, due to end on Friday", "the ban expires in May": a day to come is that of the end."""
    cues = cues_of(draft) if draft.hit.kind == "N" else []
    return any(listed(t, lexicon, "modifiers") == "ongoing" or t.lemma in lexicon.status["lapsing"] for t in cues)


def settle_ahead(draft: Draft, document: Document, lexicon: Lexicon) -> None:
    """What is done has no day after the report: such a day is of a plan, or of what a judgement is about."""
    if draft.status not in DONE or not _lies_ahead(draft, document):
        return
    word = draft.hit.word
    told_as_done = draft.hit.kind == "V" and tense_of(word) in ("past", "perfect", "pluperfect")
    bygone = any(c.lower in BYGONE for c in word.children)
    if told_as_done or bygone or draft.type in BY_WORDS:
        draft.undate()
    elif not (_ends_soon(draft, document) or _is_called_ongoing(draft, lexicon)):
        _become(draft, "planned", "dated after the report")


def _by_its_own(draft: Draft, source: Source | None) -> bool:
    return source is not None and bool(keys(source.parties) & keys(draft.actors))


def settle_status(draft: Draft, calendar: Calendar, source: Source | None, lexicon: Lexicon) -> None:
    """Correct the status of a draft by what is known once it is dated; `how` says by what.

    Args:
        draft: with its day and sides.
        calendar: of its report.
        source: who vouches for the deed, if anybody is named.
        lexicon: its words of status.
    """
    document, own = calendar.document, _by_its_own(draft, source)
    if draft.status in DONE and draft.type not in SPEECH and _lies_ahead(draft, document):
        if _ends_soon(draft, document):
            _become(draft, "ongoing", "its end is near")
        elif _is_called_ongoing(draft, lexicon):
            draft.undate()
        else:
            _become(draft, "planned", "dated after the report")
    if draft.type == "MOBILIZE" and draft.status == "ongoing" and is_announced(draft.hit.word, lexicon):
        _become(draft, "planned", "announced")
    if draft.status == "ongoing" and is_told_beside(draft):
        draft.undate()
    if draft.status == "planned" and draft.type in SUPPLIES and is_kept_up(draft, lexicon):
        _become(draft, "ongoing", "it will be continued")
    if draft.status == "ongoing" and is_over(draft, document) and not went_on(draft, document, lexicon):
        _become(draft, "occurred", "dated before the report")
    if draft.status == "planned" and (end := _called_off(draft, lexicon) or _put_off(draft, lexicon)) is not None:
        off = listed(end, lexicon, "governors") == "postponed"
        _become(draft, "postponed" if off else "cancelled", f"phase: {end.lower}")
        draft.spans["status"] = (end.span,)
    if draft.type == "REQUEST" and (draft.status == "ongoing" or _is_vowed(draft, document, lexicon)) and own:
        _become(draft, "occurred", STAND)
    if draft.how.get("status") == STANDING and _is_stand(draft, lexicon) and (own or draft.quoted or _is_ours(draft)):
        _become(draft, "occurred", STAND)
    if draft.type == "REQUEST" and draft.how.get("status") == STANDING and _is_passed_on(draft, lexicon):
        _become(draft, "occurred", STAND)
    if draft.status == "ongoing" and is_bygone(draft, document.published, lexicon):
        _become(draft, "occurred", WAR_OVER)
    if draft.how.get("status") == STANDING and _is_told_back(draft, calendar):
        _become(draft, "occurred", "told of an earlier time")
    if draft.status == "occurred" and (stay := stay_of(draft, document)) is not None:
        _become(draft, "ongoing", "a stay of days that holds the report's")
        draft.spans["status"] = (stay,)
    if (draft.status in DONE or _is_tried(draft, lexicon)) and not own and _is_covert(draft, lexicon):
        _become(draft, "alleged", "done in secret, and owned up to by nobody")
    if draft.status in DONE and draft.type in SECRETIVE and _is_said_of(draft, source):
        _become(draft, "alleged", "said of it by another side")
    if draft.status == "occurred" and is_under_way(draft, document, lexicon):
        _become(draft, "ongoing", "a visit begun as the report is written")


def _called_off(draft: Draft, lexicon: Lexicon) -> Token | None:
    """The word that undoes a plan: "scrapped plans to meet", "was due to meet X, but that was cancelled"."""
    planned = cues_of(draft)
    if (end := _never_held(draft.hit.word)) is not None:
        return end
    for token in planned:
        if token.dep == "dobj" and token.head.lemma in lexicon.status["undoing"]:
            return token.head
        was = token if is_verb(token) else token.head
        joined = (c for c in was.children if c.dep == "conj" and c.lemma in lexicon.status["undoing"] and c.i > was.i)
        if is_verb(was) and tense_of(was) in ("past", "pluperfect") and (end := next(joined, None)) is not None:
            return end
    return None


def _put_off(draft: Draft, lexicon: Lexicon) -> Token | None:
    """The verb of "agreed to delay a planned rise in tariffs", where the noun itself is told as planned."""
    word, verb = draft.hit.word, draft.hit.word.head
    told = word.dep in ("dobj", "nsubjpass") and any(t.head is word and t.dep == "amod" for t in cues_of(draft))
    ends = listed(verb, lexicon, "governors") in ENDED or verb.lemma in lexicon.status["undoing"]
    return verb if told and ends and not negated(verb) else None


def _never_held(word: Token) -> Token | None:
    """The verb of "the meeting planned for May never took place", "the planned visit will not go ahead"."""
    verb = word.head
    if word.dep not in ("nsubj", "nsubjpass") or verb.lemma not in HELD or not negated(verb):
        return None
    return verb if tense_of(verb) not in ("present", "perfect") or child(verb, "dobj") is None else None


def _is_vowed(draft: Draft, document: Document, lexicon: Lexicon) -> bool:
    """ "Said that he would insist on X": a demand made by saying so; not "will urge", which is for a day to come."""
    insisted = draft.status == "planned" and draft.hit.word.lemma in lexicon.status["insisting"]
    return insisted and days_to(draft, document) <= 0


def _is_stand(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether it is a stand that whoever takes it may tell of: a refusal, a demand, support for somebody."""
    states = lexicon.status["states"]
    backing = draft.type == "SUPPORT" and draft.hit.word.lemma in states["verbs"] + states["nouns"]
    return draft.type in ASKING or backing


def _is_passed_on(draft: Draft, lexicon: Lexicon) -> bool:
    """ "Made clear that it wants X to leave", "told X that Y wants talks": a wish that somebody lets be known."""
    wish, said = draft.hit.word, draft.hit.word.head
    told = wish.dep == "ccomp" and said.i < wish.i and not draft.turn
    return told and (said.lemma in lexicon.status["report"] or child(said, "acomp", "oprd") is not None)


def _is_ours(draft: Draft) -> bool:
    """ "We back X's bid", "our support for X": told by whoever does it."""
    return any(c.lower in OURS and c.dep in ("nsubj", "poss") for c in draft.hit.word.children)


def _become(draft: Draft, status: Status, why: str) -> None:
    draft.status, draft.how["status"] = status, why


def _lies_ahead(draft: Draft, document: Document) -> bool:
    """Whether the day of a deed is after the report: not the weekday after, where it is told as done on that."""
    days = days_to(draft, document)
    return days > BEHIND_CLOCK or (days > 0 and not _is_told_of(draft, document)) or _is_later_on(draft, document)


def _is_later_on(draft: Draft, document: Document) -> bool:
    """ "Visits Peru later this month", "his trip later this month": of a stretch that begins with the report's day."""
    if draft.date is None or document.published is None or draft.date.first != document.published.first:
        return False
    opens = any(span.of(document.text).lower().startswith("later this") for span in draft.spans.get("date", ()))
    return opens and (draft.hit.kind == "N" or tense_of(draft.hit.word) == "present")


def _ends_soon(draft: Draft, document: Document) -> bool:
    """ "Wraps up his visit on Saturday": a visit whose end is near is under way."""
    verb = draft.hit.word if draft.hit.kind == "V" else verb_of(draft.hit.word)
    ends = verb is not None and verb.lemma in ENDING and tense_of(verb) in ("present", "progressive", "future")
    return draft.type == "CONSULT" and ends and is_ended(draft.hit.word) and days_to(draft, document) <= WEEK


def _is_told_of(draft: Draft, document: Document) -> bool:
    """Whether the words for the day stand in a past tense ("arrived on Tuesday", told on a Monday)."""
    spans = draft.spans.get("date", ())
    for mention in document.times:
        if mention.span in spans and mention.rule == "weekday":
            verb = verb_of(document.tokens[mention.tokens[0]])
            return verb is not None and tense_of(verb) == "past"
    return False


def _is_told_back(draft: Draft, calendar: Calendar) -> bool:
    """Whether what would be a state is told of an earlier time: "trade was low then", after "in 1994"."""
    verb = verb_of(draft.hit.word)
    past = verb is not None and tense_of(verb) in ("past", "pluperfect")
    return past and draft.hit.word.sentence.index in calendar.background


def _is_tried(draft: Draft, lexicon: Lexicon) -> bool:
    """ "Its attempts to meddle", "trying to hack": the status is that of a trial."""
    return any(t.lemma in lexicon.status["attempts"] for t in cues_of(draft))


def _is_covert(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether others say it of whoever did it: hacking, spying, meddling, poisoning; not gas used on a battlefield."""
    if draft.type not in COVERT or not draft.actors:
        return False
    covert = lexicon.status["covert"]
    tried = (verb.lemma for _, verb in draft.hit.slots.clauses)
    hidden = draft.mode in covert["modes"] and (draft.type != "ASSAULT" or any(p.person for p in draft.recipients))
    return hidden or any(t in covert["words"] for t in (draft.hit.word.lemma, *tried))


def _is_said_of(draft: Draft, source: Source | None) -> bool:
    """ "X says that Y has moved tanks into Z": what no party to it owns up to."""
    verb = draft.hit.word
    if source is None or not draft.actors or draft.quoted or draft.kind != "body":
        return False
    said = verb.dep == "ccomp" and verb.head is source.verb and any(p.key for p in source.parties)
    return said and draft.hit.kind == "V" and not _by_its_own(draft, source)
