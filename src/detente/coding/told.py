"""How an event word is told: turned by a word above, refused, denied, real or only thought."""

from __future__ import annotations

from dataclasses import dataclass

from detente.codebook.lexicon import Lexicon
from detente.coding.cast import Cast
from detente.coding.match import Hit
from detente.coding.mood import Reading, is_conditional
from detente.coding.phase import Turn, find_turn
from detente.coding.phrases import negated
from detente.coding.refusal import find_refusal, find_sparing, find_withdrawn, is_kept_from, taken_back, vowed_not
from detente.coding.status import read_status
from detente.coding.unsaid import (
    claims_of_himself,
    comes_of_itself,
    does_it_to_himself,
    does_none,
    is_aside,
    is_denied,
    is_of_none,
    is_polled,
    is_yet_to_speak,
    only_could,
    only_counts,
    only_makes_possible,
    only_means_to,
    only_thinks_so,
    threatens_nobody,
)


@dataclass(slots=True, frozen=True)
class Told:
    """What the words above make of an event word, and whether it is real."""

    turn: Turn | None
    reading: Reading


def read_told(hit: Hit, lexicon: Lexicon, cast: Cast, light: dict[str, str]) -> Told | None:
    """How a hit is told; None where its entry is for a negation or a status that is not there."""
    word = hit.word
    turn = find_turn(hit, lexicon, cast, light)
    refusal = find_sparing(hit, turn, lexicon, light) or find_withdrawn(hit, turn, lexicon, light)
    if refusal is None and (turn is None or vowed_not(word)):
        refusal = find_refusal(hit, lexicon, light)
    if hit.entry.denied and not negated(word):
        return None
    if refusal is not None:
        reading = _of_refusal(refusal, lexicon)
    else:
        reading = read_status(turn.word if turn else word, turn.kind if turn else hit.kind, lexicon)
    turn = refusal or turn
    if hit.entry.denied:
        reading = Reading("occurred", (word,))
    if hit.entry.only and reading.status not in hit.entry.only:
        return None
    if turn is None and hit.entry.type == "ACCUSE" and is_aside(hit):
        reading = Reading("occurred")
    if (turn is None and _is_no_deed(hit, cast)) or does_it_to_himself(hit):
        reading = Reading("occurred", (word,), real=False)
    if turn is not None and refusal is None and (is_of_none(hit, turn) or threatens_nobody(turn)):
        reading = Reading("occurred", (turn.word,), real=False)
    return Told(turn, reading)


def _of_refusal(refusal: Turn, lexicon: Lexicon) -> Reading:
    """A refusal is done as it is told, unless it is taken back."""
    if (over := taken_back(refusal.word)) is not None and not negated(over):
        return read_status(over, "V", lexicon)
    return Reading("occurred", (refusal.word,))


def _is_no_deed(hit: Hit, cast: Cast) -> bool:
    """Whether nobody does what a word says: it comes of itself, is only meant or made possible."""
    return does_none(hit) or only_means_to(hit) or comes_of_itself(hit, cast) or only_makes_possible(hit)


def doubt_told(hit: Hit, told: Told, cast: Cast) -> str | None:
    """Why what is told is no deed, or None."""
    turn, reading = told.turn, told.reading
    spoken = "speaker" in hit.entry.actor
    judged = spoken and (hit.entry.type == "REQUEST" or not is_conditional(reading)) and not is_denied(hit.word)
    if is_kept_from(hit, turn) or (not reading.real and not judged):
        return "negated or hypothetical"
    if not spoken and is_yet_to_speak(hit, turn, reading):
        return "not said yet"
    if turn is None and not spoken and only_could(hit, reading):
        return "only able to"
    if turn is None and only_thinks_so(hit):
        return "agreed that it is so"
    if turn is None and only_counts(hit):
        return "how much there is of it"
    if turn is None and claims_of_himself(hit, cast):
        return "claimed of one's own side"
    return "what people polled think" if is_polled(hit, turn, cast) else None
