"""Did it happen? Status from the chain of words between the event word and its sentence."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import AHEAD
from detente.coding.event_nouns import (
    carrier_of,
    fell_through,
    is_topic,
    is_weighed,
    modifier_reading,
    only_a_prospect,
    only_let_in,
)
from detente.coding.mood import APPOINTMENTS, Reading, is_to, listed, looked_forward_to
from detente.coding.noun_slots import container, containers
from detente.coding.phrases import RELATIVES, article, child, is_verb, negated
from detente.coding.status_clause import is_deed, of_clause
from detente.coding.status_governor import DONE, charge_of
from detente.coding.status_phrase import AIMS, is_devised, of_phrase
from detente.coding.status_verb import of_verb
from detente.coding.tense import FINITE, tense_of
from detente.model import Token

ANNOUNCING = word_list("announcing")


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
        return _of_told_deed(word, lexicon) or of_verb(word, lexicon)
    if kind == "N" and (never := fell_through(word)) is not None:
        return never
    modified, carrier = modifier_reading(word, lexicon) or _of_round(word, lexicon), carrier_of(word, lexicon)
    if modified is not None and modified.real and modified.status == "occurred" and carrier is word:
        return next((r for r in (of_phrase(word, lexicon),) if r is not None and r.status in AHEAD), modified)
    if modified is not None:
        above = of_clause(carrier, lexicon) if modified.status == "ongoing" and carrier is not word else None
        return above if above is not None and (above.status in AHEAD or not above.real) else modified
    if kind == "N" and (perhaps := only_a_prospect(word)) is not None:
        return perhaps
    if kind == "N" and is_weighed(word, lexicon):
        return Reading("occurred")
    if carrier is word and kind == "N":
        return of_phrase(word, lexicon) or Reading("occurred")
    if kind == "N":
        return _of_carrier(word, carrier, lexicon)
    return of_verb(carrier, lexicon)


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
    if subject is None or subject.lower not in RELATIVES or not is_deed(first.head, lexicon):
        return None
    found = read_status(first.head, "N", lexicon)
    return found if found.status == "alleged" else None


def _of_carrier(noun: Token, carrier: Token, lexicon: Lexicon) -> Reading:
    """ "Talks continue", "sanctions are expected", "X plans an embargo", "talks are due to begin", "are to begin"."""
    if (lapsing := _lapsing(noun, carrier, lexicon)) is not None:
        return Reading("ongoing", (lapsing,))
    if carrier.lemma in lexicon.status["talking"] and is_topic(noun, lexicon):
        return Reading("proposed", (carrier,))
    if is_devised(carrier, lexicon):
        return Reading("proposed", (carrier,))
    if (aim := _aim(noun, carrier)) is not None:
        return Reading("proposed", (aim,))
    if carrier.lemma in ANNOUNCING and noun.lemma in APPOINTMENTS and tense_of(carrier) != "pluperfect":
        return Reading("planned", (carrier,))
    found = of_clause(carrier, lexicon)
    if found is not None and tense_of(carrier) == "would" and noun.dep == "nsubj" and article(noun) in ("a", "an"):
        found = Reading("proposed", found.because, found.real)
    if found is None and (ahead := is_to(carrier)) is not None:
        return Reading("planned", (carrier, ahead))
    if found is not None and (not found.real or found.status != "ongoing"):
        return found
    status = listed(carrier, lexicon, "carriers")
    if status in ("ongoing", "occurred") and tense_of(carrier) in ("to", "bare"):
        return found or of_verb(carrier, lexicon)
    if status == "occurred" and noun.dep == "nsubj":
        return found or Reading(status, (carrier,))
    if carrier.lemma in lexicon.status["over"] and tense_of(carrier) in ("past", "pluperfect"):
        return found or Reading("occurred", (carrier,))
    if carrier.lemma in lexicon.status["settling"] and tense_of(carrier) not in FINITE | {"participle"}:
        status = "proposed"
    if status in AHEAD and (charge := charge_of(carrier, lexicon)) is not None:
        return Reading("alleged", (charge,))
    if status not in (None, "occurred"):
        return Reading(status, (carrier,), real=child(carrier, "neg") is None)
    return found or of_verb(carrier, lexicon)


def _lapsing(noun: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    """The "expire" of "the sanctions expire in May", "are set to expire": until then they are there."""
    if container(noun).dep not in ("nsubj", "nsubjpass") or negated(verb):
        return None
    if verb.lemma in lexicon.status["lapsing"]:
        return verb if tense_of(verb) not in DONE else None
    ends = (c for t in (verb, child(verb, "acomp")) if t is not None for c in t.children if c.dep == "xcomp")
    return next((c for c in ends if c.lemma in lexicon.status["lapsing"]), None)


def _aim(noun: Token, verb: Token) -> Token | None:
    """The aim of "their goal is a meeting with X", which nobody has reached yet."""
    said = container(noun).dep == "attr" and tense_of(verb) in ("present", "past")
    subject = child(verb, "nsubj") if said else None
    return subject if subject is not None and subject.lemma in AIMS else None
