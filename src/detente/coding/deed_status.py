"""What the kind of a deed makes of the status that its clause tells: speech is over once told, what stands lasts."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import AHEAD
from detente.coding.event_nouns import carrier_of
from detente.coding.match import Hit
from detente.coding.mood import Reading
from detente.coding.noun_slots import containers
from detente.coding.phrases import child, is_verb
from detente.coding.status_phrase import ABOUT
from detente.coding.status_verb import MEANT
from detente.coding.tense import FINITE, tense_of
from detente.model import Token

LASTING = word_list("types-lasting")
"""In the simple present these go on: "represents the interests of", "supplies"."""
OPENLY = word_list("types-done-openly")
SAID = word_list("types-done-by-saying")
"""Done by saying it, whatever the tense of what is said: "would not yield" is a refusal now."""
FORECASTING = word_list("forecasting")
SPEECH = word_list("types-of-speech")
FORCE = word_list("types-of-force")
WITH_TROOPS = FORCE | {"MOBILIZE"}
MOMENTARY = word_list("types-momentary")
HELD = word_list("types-held")
AFTER = frozenset({"after", "following", "since"})
ORDERED = word_list("types-ordered")
DECIDED, DENYING = word_list("types-decided"), word_list("denying")
HABITUAL, UNITS, AMOUNTS = word_list("habitual"), word_list("time-units"), word_list("amounts")
PLEDGING, ADVISING = word_list("pledging"), frozenset({"could", "may", "might", "should"})
BRINGING = word_list("bringing-to-do")
PERHAPS = ADVISING - {"should"}
ENTERING = frozenset({"come", "enter", "go", "take"})
"""Verbs of what enters into force or takes effect."""
GOING = frozenset({"occurred", "ongoing"})
GOING_ON = frozenset({"progressive", "perfect-progressive"})


def status_of_deed(type_: str, hit: Hit, reading: Reading, lexicon: Lexicon) -> str:
    """The status as read, but speech is over when it is reported, and what stands, lasts."""
    if reading.status == "alleged" and type_ in OPENLY and _all_in(reading, lexicon, "hearsay"):
        reading = Reading("occurred")
    if reading.status == "occurred" and _is_habit(hit):
        return "ongoing"
    if type_ == "AID" and reading.status == "occurred" and _is_pledged(hit):
        return "planned"
    if type_ == "AGREE" and reading.status == "proposed" and _is_not_agreed(hit, reading):
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
    if is_forecast(reading):
        return reading.status
    if "speaker" in hit.entry.actor or (type_ in SAID and not _is_summons_to_come(type_, hit, reading)):
        return "occurred"
    if reading.status == "proposed" and (tried := next((t for t in reading.because if is_tried(t, lexicon)), None)):
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
    if reading.status == "planned" and type_ in DECIDED and any(is_decided(t, lexicon) for t in reading.because):
        return "occurred"
    if reading.status == "alleged" and type_ == "SUPPORT" and _is_of_pact(hit, reading):
        return "occurred"
    if reading.status == "alleged" and type_ in SPEECH and _all_in(reading, lexicon, "opinions"):
        return "occurred"
    if type_ == "SUPPORT" and reading.status == "occurred" and _negotiated(hit, lexicon):
        return "proposed"
    turned = hit.kind == "N" and type_ != hit.entry.type  # "the end of the war"
    return "ongoing" if not turned and _lasts(type_, hit, reading, lexicon) else reading.status


def _is_supposed(hit: Hit, reading: Reading, lexicon: Lexicon) -> bool:
    """ "X may reject the offer", "would likely be opposed": nobody has refused yet; "could not accept" refuses."""
    if reading.status not in AHEAD or hit.entry.denied:
        return False
    maybe = any(t.lower in PERHAPS and t.dep == "aux" for t in reading.because)
    return maybe or any(c.lower in lexicon.status["doubting"] for c in hit.word.children)


def is_forecast(reading: Reading) -> bool:
    """ "X is expected to offer Y a loan": what is said at once as it is done is still to come, too."""
    return reading.status in AHEAD and any(t.lemma in FORECASTING for t in reading.because)


def is_so_far(verb: Token) -> bool:
    """ "Not recognise", "has so far refused"."""
    so_far = any(c.lower == "far" and child(c, "advmod") is not None for c in verb.children)
    return tense_of(verb) == "bare" or (so_far and tense_of(verb) in GOING_ON | {"perfect"})


def keeps_denying(hit: Hit) -> bool:
    """ "Does not recognise", told by the word itself."""
    if hit.kind == "V" and tense_of(hit.word) in GOING_ON | {"perfect"} and is_so_far(hit.word):
        return True
    told = hit.word.sentence.kind == "body" and "speaker" not in hit.entry.actor
    return hit.entry.denied and told and hit.kind == "V" and tense_of(hit.word) in ("present", "bare")


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


def _is_not_agreed(hit: Hit, reading: Reading) -> bool:
    """ "Tries to get X to pledge", "discussed how to widen trade", "should offer asylum": nobody has agreed yet."""
    drawn = hit.kind == "V" and hit.word.head.lemma in BRINGING
    return drawn or _is_advised(hit, reading) or _is_only_meant(reading)


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


def is_decided(word: Token, lexicon: Lexicon) -> bool:
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


def is_tried(token: Token, lexicon: Lexicon) -> bool:
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
        return held and (tense_of(word) == "present" or (tense_of(word) == "perfect" and _is_since(word, lexicon)))
    above = carrier_of(word, lexicon)
    copula = above.lemma in ("be", "remain") and tense_of(above) == "present"
    if above.lemma == "have" and word.dep == "dobj" and (tense_of(above) == "present" or _has_had(above, lexicon)):
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


def _is_since(verb: Token, lexicon: Lexicon) -> bool:
    """ "Has occupied X since 1975", "has held two men for years"; not "have fought three wars since"."""
    done = child(verb, "dobj") if verb.lemma not in lexicon.status["holding"] else None
    if done is not None and (done.lemma in AMOUNTS or child(done, "nummod") is not None):
        return False
    times = ((c.lower, child(c, "pobj", "pcomp")) for c in verb.children if c.dep == "prep")
    return any(word == "since" or (word == "for" and t is not None and t.lemma in UNITS) for word, t in times)


def _has_had(have: Token, lexicon: Lexicon) -> bool:
    """ "Has had sanctions on X since 2014"."""
    return tense_of(have) == "perfect" and _is_since(have, lexicon)


def _is_habit(hit: Hit) -> bool:
    """ "Regularly raises", "consistently threatens": done again and again, as the report is written too."""
    told = hit.kind == "V" and hit.word.sentence.kind == "body" and tense_of(hit.word) == "present"
    return told and any(c.lower in HABITUAL for c in hit.word.children)
