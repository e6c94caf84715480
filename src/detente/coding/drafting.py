"""An event word, its frame and what governs it -> a draft with type, mode, status and evidence."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import AHEAD, Draft
from detente.coding.event_nouns import carrier_of
from detente.coding.match import Hit
from detente.coding.modes import OPEN, TOLD, content_words, mode_of, only_names
from detente.coding.mood import Reading, is_to, listed
from detente.coding.noun_slots import containers
from detente.coding.phase import Turn
from detente.coding.phrases import behind, child, is_verb
from detente.coding.status_phrase import ABOUT
from detente.coding.status_verb import MEANT
from detente.coding.tense import FINITE, tense_of
from detente.model import Span, Token

LASTING = word_list("types-lasting")
"""In the simple present these go on: "represents the interests of", "supplies"."""
OPENLY = word_list("types-done-openly")
SAID = word_list("types-done-by-saying")
"""Done by saying it, whatever the tense of what is said: "would not yield" is a refusal now."""
FORUM = word_list("forum")
MARGINS = word_list("margins")
FORECASTING = word_list("forecasting")
SPEECH = word_list("types-of-speech")
FORCE = word_list("types-of-force")
WITH_TROOPS = FORCE | {"MOBILIZE"}
MOMENTARY = word_list("types-momentary")
HELD = word_list("types-held")
STANDING = "a state that goes on"
"""How a status is read that no word gave."""
PLEDGED = "pledged, and still to flow"
"""How the status of aid is read that somebody promises."""
ENDED = ("postponed", "cancelled")
"""Ends of a plan; what may yet be put off or called off is still planned."""
DUE = word_list("planned-for")
AFTER = frozenset({"after", "following", "since"})
ORDERED = word_list("types-ordered")
DECIDED, DENYING = word_list("types-decided"), word_list("denying")
HABITUAL, UNITS, AMOUNTS = word_list("habitual"), word_list("time-units"), word_list("amounts")
ASKING_TO_YIELD = word_list("asking-to-yield")
PLEDGING, ADVISING = word_list("pledging"), frozenset({"could", "may", "might", "should"})
PERHAPS = ADVISING - {"should"}
ENTERING = frozenset({"come", "enter", "go", "take"})
"""Verbs of what enters into force or takes effect."""
GOING = frozenset({"occurred", "ongoing"})
GOING_ON = frozenset({"progressive", "perfect-progressive"})


def make_draft(hit: Hit, turn: Turn | None, reading: Reading, lexicon: Lexicon) -> Draft:
    """A draft without parties, date or place yet."""
    entry, word = hit.entry, hit.word
    becomes = turn.phase.becomes if turn is not None else {}
    type_ = becomes.get("type", entry.type)
    mode = becomes.get("mode", entry.mode if type_ == entry.type else None)
    if mode in OPEN:
        about = content_words(hit.slots)
        if type_ != entry.type and not only_names(word):
            about.insert(0, word)
        read = mode_of(type_, about, lexicon)
        mode = read if mode is None or read in ("meet", TOLD) else mode
        asked = "yield" if word.lemma in ASKING_TO_YIELD and hit.kind == "N" else "change"
        mode = mode or (asked if type_ == "REQUEST" else None)
    mode = None if mode == TOLD or (type_ == "REJECT" and _denied(hit, turn)) else mode
    fixed = entry.status if not _is_forecast(reading) else None
    status = becomes.get("status") or fixed or _status(type_, hit, reading, lexicon)
    if type_ == entry.type == "CONCEDE" and becomes.get("status") == "occurred" and reading.status in AHEAD:
        status = reading.status  # "will agree to lift the ban"
    if status in ENDED and reading.status == "proposed":
        status = "planned"
    elif status == "planned" and turn is not None and reading.status == "proposed":
        status = "proposed"  # "has sought to agree on sanctions"
    if status in ENDED and type_ == "ACCUSE":
        status = "occurred"  # "cancelled the talks, calling them a farce"
    if turn is not None and status == "planned" and _decides(type_, turn, lexicon):
        status = "occurred"
    if turn is not None and status == "planned" and type_ in WITH_TROOPS and word.lemma in lexicon.status["keeping"]:
        status = "ongoing"
    if _keeps_on(type_, turn, lexicon) if turn is not None else type_ == "REJECT" and _keeps_denying(hit):
        status = "ongoing"
    draft = Draft(hit, type_, mode, status, weight=entry.weight)  # type: ignore[arg-type]
    draft.how["type"] = f"lexicon: {entry.id}" + (f", {turn.phase.id}" if turn else "")
    draft.evidence.append(evidence_span(turn.word if turn else word))
    draft.spans["type"] = (word.span, *((turn.word.span,) if turn else ()))
    draft.turn = turn.phase.id if turn else ""
    draft.dated_by = _dated_by(hit, turn, draft)
    if reading.because:
        draft.spans["status"] = tuple(t.span for t in reading.because)
    if status != "occurred" or any(listed(t, lexicon, "carriers") == "occurred" for t in reading.because):
        draft.how["status"] = _cue(status, becomes.get("status"), hit, reading, turn, lexicon)
    return draft


def _decides(type_: str, turn: Turn, lexicon: Lexicon) -> bool:
    """ "Has decided to lift the ban", "X's decision to invade Y": deciding is the deed, or it has been done since."""
    if type_ in WITH_TROOPS and type_ not in DECIDED:
        return turn.word.lemma == "decision" and child(turn.word, "poss") is not None
    return type_ in DECIDED and _decided(turn.word, lexicon)


def _denied(hit: Hit, turn: Turn | None) -> bool:
    """Whether something is denied, which refuses nobody anything; not "was denied a visa"."""
    return turn.phase.id == "deny" if turn is not None else hit.word.lemma in DENYING and hit.entry.mode is None


def _is_supposed(hit: Hit, reading: Reading, lexicon: Lexicon) -> bool:
    """ "X may reject the offer", "would likely be opposed": nobody has refused yet; "could not accept" refuses."""
    if reading.status not in AHEAD or hit.entry.denied:
        return False
    maybe = any(t.lower in PERHAPS and t.dep == "aux" for t in reading.because)
    return maybe or any(c.lower in lexicon.status["doubting"] for c in hit.word.children)


def _is_forecast(reading: Reading) -> bool:
    """ "X is expected to offer Y a loan": what is said at once as it is done is still to come, too."""
    return reading.status in AHEAD and any(t.lemma in FORECASTING for t in reading.because)


def _keeps_on(type_: str, turn: Turn, lexicon: Lexicon) -> bool:
    """ "Refuses to negotiate", "does not recognise", "wants them to be handed over": so it stands."""
    standing = type_ == "REJECT" or (type_ == "REQUEST" and turn.word.lemma in lexicon.status["states"]["verbs"])
    if not standing or turn.word.sentence.kind != "body" or turn.kind != "V" or turn.slots.passive:
        return False
    return tense_of(turn.word) == "present" or (type_ == "REJECT" and _is_so_far(turn.word))


def _is_so_far(verb: Token) -> bool:
    """ "Not recognise", "has so far refused"."""
    so_far = any(c.lower == "far" and child(c, "advmod") is not None for c in verb.children)
    return tense_of(verb) == "bare" or (so_far and tense_of(verb) in GOING_ON | {"perfect"})


def _keeps_denying(hit: Hit) -> bool:
    """ "Does not recognise", told by the word itself."""
    if hit.kind == "V" and tense_of(hit.word) in GOING_ON | {"perfect"} and _is_so_far(hit.word):
        return True
    told = hit.word.sentence.kind == "body" and "speaker" not in hit.entry.actor
    return hit.entry.denied and told and hit.kind == "V" and tense_of(hit.word) in ("present", "bare")


def _cue(status: str, becomes: str | None, hit: Hit, reading: Reading, turn: Turn | None, lexicon: Lexicon) -> str:
    """What gave the status: a phase word, the entry of the lexicon, words of the clause, or that it is a state."""
    if becomes == status and turn is not None:
        return f"phase: {turn.phase.id}"
    if hit.entry.status == status:
        return f"lexicon: {hit.entry.id}"
    if reading.because and (reading.status == status or any(_tried(t, lexicon) for t in reading.because)):
        return "words: " + " ".join(t.lower for t in reading.because)
    return PLEDGED if status == "planned" else STANDING


def _dated_by(hit: Hit, turn: Turn | None, draft: Draft) -> tuple[Token, ...]:
    word = hit.word
    if draft.status in ENDED and draft.type == "CONSULT":
        undone = [word] if turn is not None else hit.slots.object or [word]
        return tuple(t for noun in undone for t in (*(c for c in noun.children if c.dep in ("acl", "relcl")), noun))
    if turn is not None and turn.phase.id in ("agree-meet", "offer-meet"):
        # "scheduled for Friday" names the day of the meeting, "agreed on Friday" that of the agreement
        return (word, turn.word) if any(c.lower == "for" for c in turn.word.children) else (word,)
    if turn is not None:
        return (turn.word,) if turn.phase.becomes.get("type") else (word, turn.word)
    brings = hit.slots.light or draft.status in ("planned", "proposed")
    if draft.type == "CONSULT" and (occasion := _occasion(hit)):
        return (word, *occasion)
    if hit.kind == "N" and brings and word.dep in ("dobj", "nsubjpass", "nsubj") and is_verb(word.head):
        due = is_to(word.head)
        return (word, word.head) if due is None else (word, word.head, due)
    if draft.mode == "restrict" and (barred := [t for t in hit.slots.preps.get("from", ()) if t.tag == "VBG"]):
        return (word, *barred)  # "was barred from entering X on Monday"
    if word.dep == "xcomp" and word.head.lower in DUE and draft.status == "planned":
        return (word, word.head)
    return (word,)


def _occasion(hit: Hit) -> tuple[Token, ...]:
    """The larger gathering that "on the sidelines of X planned for April" names, and the verb that dates it.

    It may hang on what is to be talked of: "will meet Y to discuss Z on the sidelines of X".
    """
    margins = [t for name in ("on", "at") for t in hit.slots.preps.get(name, ()) if t.lemma in FORUM]
    margins = margins or [t for t in hit.word.sentence.tokens if t.i > hit.word.i and t.lemma in MARGINS]
    found = [o for t in margins for o in behind(t, "of")]
    return tuple(t for o in found for t in (o, *(c for c in o.children if c.dep in ("acl", "relcl"))))


def _status(type_: str, hit: Hit, reading: Reading, lexicon: Lexicon) -> str:
    """The status as read, but speech is over when it is reported, and what stands, lasts."""
    if reading.status == "alleged" and type_ in OPENLY and _all_in(reading, lexicon, "hearsay"):
        reading = Reading("occurred")
    if reading.status == "occurred" and _is_habit(hit):
        return "ongoing"
    if type_ == "AID" and reading.status == "occurred" and _is_pledged(hit):
        return "planned"
    if type_ == "AGREE" and reading.status == "proposed" and (_is_advised(hit, reading) or _is_only_meant(reading)):
        return "proposed"
    if type_ == "REJECT" and "speaker" not in hit.entry.actor:
        if hit.word.lemma in DENYING and all(t.lower == "long" for t in reading.because):
            return "occurred"
        if _is_supposed(hit, reading, lexicon):
            return "proposed"
        return "ongoing" if _goes_on(hit, reading) or _lasts(type_, hit, reading, lexicon) else "occurred"
    fresh = _fresh(hit.word, lexicon) or type_ != hit.entry.type
    if hit.entry.standing and not fresh and _stands(hit, reading, lexicon):
        return "ongoing"
    if _is_forecast(reading):
        return reading.status
    if "speaker" in hit.entry.actor or (type_ in SAID and not _is_summons_to_come(type_, hit, reading)):
        return "occurred"
    if reading.status == "proposed" and (tried := next((t for t in reading.because if _tried(t, lexicon)), None)):
        status = None if type_ == "SUPPORT" and hit.entry.both else _of_trial(type_, tried, hit)
        if status is not None:
            return status
    if type_ == "REQUEST" and reading.status == "ongoing" and hit.word.lemma in lexicon.status["states"]["verbs"]:
        return "ongoing"
    if reading.status == "ongoing" and (type_ in SPEECH or type_ in ORDERED) and not _goes_on(hit, reading):
        return "occurred"
    if reading.status == "planned" and type_ in WITH_TROOPS and _is_kept(reading, lexicon):
        return "ongoing"
    decided = type_ in DECIDED or hit.entry.mode == "restrict"
    if reading.status == "ongoing" and decided and _announced(hit.word, reading, lexicon):
        return "occurred"
    if reading.status == "planned" and type_ in DECIDED and any(_decided(t, lexicon) for t in reading.because):
        return "occurred"
    if reading.status == "alleged" and type_ == "SUPPORT" and _is_of_pact(hit, reading):
        return "occurred"
    if reading.status == "alleged" and type_ in SPEECH and _all_in(reading, lexicon, "opinions"):
        return "occurred"
    if type_ == "SUPPORT" and reading.status == "occurred" and _negotiated(hit, lexicon):
        return "proposed"
    turned = hit.kind == "N" and type_ != hit.entry.type  # "the end of the war"
    return "ongoing" if not turned and _lasts(type_, hit, reading, lexicon) else reading.status


def _is_of_pact(hit: Hit, reading: Reading) -> bool:
    """ "Claimed that the pact was made to end the war": what is claimed of a pact leaves it standing."""
    definite = any(c.dep == "poss" or c.lower in ("the", "this", "their") for c in hit.word.children)
    return hit.kind == "N" and definite and not any(t.head is hit.word for t in reading.because)


def _is_pledged(hit: Hit) -> bool:
    """ "Promised X 5 million dollars in aid", "unveiled grants to help X": aid that is promised is still to flow."""
    if hit.kind == "V" and hit.word.dep == "advcl" and tense_of(hit.word) == "to":
        return hit.word.head.lemma in PLEDGING
    over = containers(hit.word)[-1] if containers(hit.word) else hit.word
    sum_ = over.head.head
    if over.dep == "pobj" and over.head.lower == "in" and child(sum_, "nummod") is not None:
        over = sum_  # "15 million dollars in aid"
    verb = over.head
    return hit.kind == "N" and over.dep in ("dobj", "nsubjpass") and verb.lemma in PLEDGING


def _is_advised(hit: Hit, reading: Reading) -> bool:
    """ "X should offer them asylum", "X might agree to it": what others say that a side may or ought to agree to."""
    return hit.kind == "V" and not hit.entry.both and any(t.lower in ADVISING for t in reading.because)


def _is_only_meant(reading: Reading) -> bool:
    """ "Discussed how to widen trade", "talks to widen trade": nobody has agreed to it yet."""
    return any(t.lemma in MEANT or t.tag in ("WP", "WRB") for t in reading.because)


def _is_summons_to_come(type_: str, hit: Hit, reading: Reading) -> bool:
    """Whether a reproach is a deed of its own that its entry lets be still to come: "will summon the ambassador"."""
    return type_ == "ACCUSE" and reading.status in ("planned", "proposed") and reading.status in hit.entry.only


def _stands(hit: Hit, reading: Reading, lexicon: Lexicon) -> bool:
    """A state that no verb brings about, though somebody bears it ("is under sanctions"); "is investigating X"."""
    if hit.kind == "V":
        return reading.status == "ongoing" or (reading.status == "occurred" and tense_of(hit.word) == "present")
    if hit.word.dep == "pobj" and hit.word.head.lower in AFTER:
        return False
    if hit.entry.type == "ASSAULT" and any(c.lower in ("a", "an") for c in hit.word.children):
        return False
    borne = hit.slots.light in lexicon.status["bearing"]
    if hit.word.dep == "dobj" and hit.word.head.lemma in lexicon.status["bringing"]:
        return False
    if hit.word.dep == "nsubj" and hit.word.head.lemma in ENTERING and child(hit.word.head, "prep", "dobj") is not None:
        return False
    return reading.status in GOING and (borne or not hit.slots.light)


def _decided(word: Token, lexicon: Lexicon) -> bool:
    """ "Has decided to lift the ban", "his decision to pull out": deciding is the deed."""
    return word.lemma in lexicon.status["decisions"] and (not is_verb(word) or tense_of(word) in FINITE)


def _is_kept(reading: Reading, lexicon: Lexicon) -> bool:
    """ "Will keep the ban in place", "would continue to maintain sanctions": it is there already."""
    helpers = (t for t in reading.because if t.dep in ("aux", "auxpass"))
    return any(t.head.lemma in lexicon.status["keeping"] for t in helpers)


def _announced(word: Token, reading: Reading, lexicon: Lexicon) -> bool:
    """ "Announced that it was suspending the tests": announcing it is the deed."""
    return is_announced(next((t.head for t in reading.because if t.dep in ("aux", "auxpass")), word), lexicon)


def is_announced(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is what somebody announces or decides, or says that he is about: "said it was banning them"."""
    if verb.dep != "ccomp":
        return False
    who = child(verb, "nsubj")
    own = who is not None and who.pos == "PRON" and verb.head.lemma == "say"
    return own or verb.head.lemma in lexicon.status["decisions"]


def _all_in(reading: Reading, lexicon: Lexicon, table: str) -> bool:
    return bool(reading.because) and all(t.lemma in lexicon.status[table] for t in reading.because)


def _negotiated(hit: Hit, lexicon: Lexicon) -> bool:
    """ "Trade agreement talks", "talks on a pact": what is still talked about."""
    word = hit.word
    over = word.head.head if word.dep == "pobj" and word.head.lower in ABOUT else word.head
    return hit.kind == "N" and word.dep in ("pobj", "compound") and over.lemma in lexicon.status["negotiations"]


def _fresh(noun: Token, lexicon: Lexicon) -> bool:
    """ "New sanctions", "the recently imposed ban": news, no standing state."""
    modifiers = (t for c in noun.children if c.dep in ("amod", "acl", "compound") for t in (c, *c.children))
    return any(t.lower in lexicon.status["states"]["fresh"] for t in modifiers)


def _tried(token: Token, lexicon: Lexicon) -> bool:
    return token.lemma in lexicon.status["attempts"]


def _of_trial(type_: str, tried: Token, hit: Hit) -> str | None:
    """What is done by trying: by speaking always, by force where the trial is told as a fact; None for the rest.

    Who tries to broker something mediates.
    """
    tense = tense_of(tried) if is_verb(tried) else "noun"
    if type_ in SPEECH:
        return "ongoing" if tense in GOING_ON else "occurred"
    if type_ == "AID" and tense == "noun":
        return "ongoing"
    if hit.entry.mode == "third-party" and hit.kind == "V" and type_ == "CONSULT":
        return "ongoing" if tense in GOING_ON | {"noun", "present", "ing"} else "occurred"
    if type_ not in FORCE or tense not in FINITE | {"ing", "noun"}:
        return None
    return "ongoing" if tense in GOING_ON | {"present", "ing"} else "occurred"


def _goes_on(hit: Hit, reading: Reading) -> bool:
    """Whether more than the tense says that it goes on: "ongoing", "continues to", "has been pushing"."""
    if reading.status != "ongoing":
        return False
    return not all(t.dep in ("aux", "auxpass") for t in reading.because) or "been" in {t.lower for t in reading.because}


def _lasts(type_: str, hit: Hit, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a deed told as a fact is a state that goes on: "opposes", "supplies", "its support for the rebels"."""
    word, states = hit.word, lexicon.status["states"]
    if reading.status != "occurred" or not reading.real or word.sentence.kind != "body":
        return False
    if type_ in MOMENTARY:
        if type_ == "CONSULT" and hit.entry.mode != "visit" and _is_at(hit, ("perfect",)):
            return True
        return type_ == "CONSULT" and _is_at(hit, ("present",))
    if type_ == "ASSAULT" and _is_at(hit, ("perfect",)):
        return True
    if hit.kind == "V":
        lasting = type_ in LASTING and not hit.slots.passive
        if tense_of(word) == "participle" and word.dep in ("acl", "amod"):
            return word.lemma in states["participles"]
        if tense_of(word) == "ing" and "acl" in (word.dep, word.head.dep if word.dep == "conj" else ""):
            return type_ in LASTING and word.lemma in states["verbs"]
        if word.dep == "acomp" and word.lower in states["adjectives"]:
            return tense_of(word.head) == "present"
        held = lasting or word.lemma in states["verbs"]
        return held and (tense_of(word) == "present" or (tense_of(word) == "perfect" and _is_since(word)))
    above = carrier_of(word, lexicon)
    copula = above.lemma in ("be", "remain") and tense_of(above) == "present"
    if above.lemma == "have" and tense_of(above) == "present" and word.dep == "dobj":
        return type_ in HELD
    if hit.kind == "A":
        if word.tag == "VBN" and word.lower in states["adjectives"]:
            return tense_of(word.head if word.dep == "acomp" else word) in ("present", "perfect")
        return word.lemma in states["adjectives"] and word.head.lemma in ("be", "remain", "seem")
    if word.dep == "attr" and copula:
        return type_ in LASTING
    if _fresh(word, lexicon) or (word.dep == "pobj" and word.head.lower in AFTER):
        return False
    if type_ in HELD and word.dep == "dobj" and word.head.lemma in lexicon.status["growing"]:
        return word.lemma in states["nouns"]
    free = above is word or word.dep in ("nsubj", "nsubjpass")
    return free and word.lemma in states["nouns"] and not hit.slots.light


def _is_at(hit: Hit, tenses: tuple[str, ...]) -> bool:
    """ "Is in talks with X", "has been at war with Y"."""
    return hit.word.lemma == "be" and tense_of(hit.word) in tenses


def _is_since(verb: Token) -> bool:
    """ "Has occupied X since 1975", "has backed the rebels for years"; not "have fought three wars since"."""
    done = child(verb, "dobj")
    if done is not None and (done.lemma in AMOUNTS or child(done, "nummod") is not None):
        return False
    times = ((c.lower, child(c, "pobj", "pcomp")) for c in verb.children if c.dep == "prep")
    return any(word == "since" or (word == "for" and t is not None and t.lemma in UNITS) for word, t in times)


def _is_habit(hit: Hit) -> bool:
    """ "Regularly raises", "consistently threatens": done again and again, as the report is written too."""
    told = hit.kind == "V" and hit.word.sentence.kind == "body" and tense_of(hit.word) == "present"
    return told and any(c.lower in HABITUAL for c in hit.word.children)


def evidence_span(word: Token) -> Span:
    """The shortest passage that shows the event: the clause or phrase of the word."""
    top = word
    if word.pos not in ("VERB", "AUX") and word.dep in ("dobj", "nsubjpass", "attr", "acomp"):
        top = word.head
    tokens = [t for t in _own_words(top) if t.dep != "punct" or top.start < t.start < top.end]
    return Span(tokens[0].start, max(t.end for t in tokens))


def _own_words(top: Token) -> list[Token]:
    """What hangs on a word, without the clauses joined to it that have a verb of their own ("and closed its ports")."""
    tokens = list(top.subtree())
    own = [c.i for c in top.children if c.i > top.i and c.dep not in ("cc", "conj", "punct")]
    joined = [c for c in top.children if c.dep == "conj" and is_verb(c) and own and min(own) < c.i]
    if not is_verb(top) or not joined:
        return tokens
    first = min(t.i for t in joined[0].subtree())
    kept = [t for t in tokens if t.i < first]
    while len(kept) > 1 and kept[-1].dep in ("cc", "punct"):
        kept.pop()
    return kept if top in kept else tokens
