"""Who acts and who is acted upon, chosen among all who are near: a model of choice, fitted on annotated reports.

`codebook/sides.json` holds the fit; `scripts/train_sides.py` makes it. What the frame and the rules found is one
option, and mostly the best; others leave a side open, put somebody else there, or turn the sides round. Every option is
weighed by kinds of evidence (syntax, distance, salience, the event's type and word), never by who the parties are.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import msgspec

from detente.coding.cast import sides_only
from detente.coding.draft import Draft
from detente.coding.fill import is_unmet
from detente.coding.side_options import Candidate, Scene
from detente.model import Party

CHOSEN = "choice"
"""How a side came about that the model put there."""
COARSE = ("side=", "rank", "end=", "path=")
LOCAL = ("btw", "md=", "nth")
SYNTAX = frozenset(
    {"rootsub", "prevsub", "sub0", "sub1", "sub2", "obj0", "obj1", "mod-of-head", "here", "away", "prev", "of-two"}
    | {"speaker", "speaker-here", "speaker-away"}
)

Side = tuple[str, ...]
"""Keys of the parties of one side, in order."""


@dataclass(frozen=True, slots=True)
class Option:
    """Who could be on the two sides, and the kinds of evidence with their shares."""

    actors: Side
    recipients: Side
    features: tuple[tuple[str, float], ...]


class Weights(msgspec.Struct, frozen=True):
    """Log-odds of the kinds of evidence, and how much likelier than the rules' an option must be to replace it."""

    weights: dict[str, float]
    margin: float = 0.0

    def weigh(self, features: tuple[tuple[str, float], ...]) -> float:
        """What speaks for an option."""
        return sum(self.weights.get(name, 0.0) * share for name, share in features)


@functools.cache
def load_weights() -> Weights | None:
    """The fitted weights, or None before there are any."""
    path = resources.files("detente.codebook") / "sides.json"
    return msgspec.json.decode(path.read_bytes(), type=Weights) if path.is_file() else None


class Sides:
    """The options of a draft, side by side: what each side weighs does not hang on the other."""

    def __init__(self, draft: Draft, candidates: dict[str, Candidate]) -> None:
        self.draft = draft
        self.candidates = {key: c for key, c in candidates.items() if not is_unmet(draft, key)}
        self.found = _side(draft.actors), _side(draft.recipients)
        guess = draft.how.get("parties")
        self.told = tuple(
            {p.key for p in side if p.key and p.how != guess} for side in (draft.actors, draft.recipients)
        )
        self.word = (draft.type, draft.hit.kind, draft.hit.word.lemma)
        self._of_key: dict[tuple[int, str], tuple[tuple[str, float], ...]] = {}

    def one(self, at: int) -> list[Side]:
        """What could stand on one side: what was found, nobody, each that is near, what was found and one more."""
        found = self.found[at]
        alone = [(key,) for key in self.candidates]
        more = [
            tuple(sorted((*found, key)))
            for key, candidate in self.candidates.items()
            if found and key not in found and "here" in candidate.traits
        ]
        return list(
            dict.fromkeys([found, (), *alone, *more, self.found[1 - at], tuple(sorted({*found, *self.found[1 - at]}))])
        )

    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """Both sides together: nobody on both, and whoever the words put on one stays there."""
        for actors in self.one(0):
            for recipients in self.one(1):
                apart = not set(actors) & set(recipients) or (actors, recipients) == self.found
                kept = self.told[0] <= set(actors) and self.told[1] <= set(recipients)
                if apart and kept and (actors or recipients):
                    yield actors, recipients

    def together(self, actors: Side, recipients: Side) -> tuple[tuple[str, float], ...]:
        """What speaks for two sides beyond what speaks for each: that the rules found them."""
        draft = self.draft
        if (actors, recipients) != self.found:
            return (("base=0", 1.0),)
        how, (first, second) = draft.how.get("parties", ""), draft.slots
        return tuple(
            (f"base&{name}", 1.0)
            for name in (
                "",
                f"T={draft.type}",
                f"how={how}",
                f"sl={first}/{second}",
                f"T-how={draft.type}{how}",
                f"line={draft.kind}",
                f"T-sl1={draft.type}{second}",
                f"T-sl0={draft.type}{first}",
                f"turn={draft.turn}",
                f"n={min(2, len(actors))}{min(2, len(recipients))}",
            )
        )

    def apart(self, at: int, side: Side) -> list[tuple[str, float]]:
        """What speaks for one side."""
        draft, x, found = self.draft, "AR"[at], self.found[at]
        kind, word = self.word[1:]
        slot, size = draft.slots[at], min(3, len(side))
        names = [f"{x}n={size}", f"{x}n={size}&T={draft.type}", f"{x}n={size}&K={kind}"]
        if side == found:
            how = draft.how.get("parties", "")
            names += [f"{x}base&slot={slot}", f"{x}base&T={draft.type}", f"{x}base&how={how}"]
        else:
            names.append(f"{x}chg&slot={slot}")
        if not side:
            names.append(f"{x}empty&lemma={word}")
        features = [(name, 1.0) for name in names]
        for key in side:
            features += [(name, share / len(side)) for name, share in self._of(at, key)]
        return features

    def _of(self, at: int, key: str) -> tuple[tuple[str, float], ...]:
        """What speaks for one party on one side."""
        if (at, key) not in self._of_key:
            self._of_key[at, key] = tuple((name, 1.0) for name in self._names(at, key))
        return self._of_key[at, key]

    def _names(self, at: int, key: str) -> Iterator[str]:
        x, (type_, kind, word) = "AR"[at], self.word
        state = "same" if key in self.found[at] else "other" if key in self.found[1 - at] else "new"
        yield f"{x}k-{state}"
        yield f"{x}k-{state}&T={type_}"
        yield f"{x}k-{state}&slot={self.draft.slots[at]}"
        candidate = self.candidates.get(key)
        for trait in candidate.traits if candidate is not None else ("unknown",):
            yield f"{x}&{trait}"
            if state != "same":
                yield f"{x}&{state}&{trait}"
            if not trait.startswith(LOCAL):
                yield f"{x}&{kind}&{trait}"
            if trait in SYNTAX or trait.startswith(COARSE):
                yield f"{x}&T={type_}&{trait}"
            if trait.startswith(("path=", "side=")):
                yield f"{x}&lem={word}&{trait}"


def options(draft: Draft, scene: Scene) -> list[Option]:
    """Every option of a draft, for fitting: what the rules found first where they found anybody."""
    sides = Sides(draft, scene.candidates(draft.hit.word))
    return [Option(a, r, (*sides.together(a, r), *sides.apart(0, a), *sides.apart(1, r))) for a, r in sides.pairs()]


def choose_sides(draft: Draft, scene: Scene) -> None:
    """Give a draft the sides that most speaks for; without a fit the rules' stay.

    `how["parties"]` becomes "choice" where they are not those that the rules found, and the feature "choice" of the
    draft is the log-probability of what it has.
    """
    weights = load_weights()
    if weights is None:
        return
    sides = Sides(draft, scene.candidates(draft.hit.word))
    weighed = [{side: weights.weigh(tuple(sides.apart(at, side))) for side in sides.one(at)} for at in (0, 1)]
    found = weights.weigh(sides.together(*sides.found))
    other = weights.weights.get("base=0", 0.0)
    pairs = {
        (a, r): weighed[0][a] + weighed[1][r] + (found if (a, r) == sides.found else other) for a, r in sides.pairs()
    }
    if not pairs:
        return
    top = max(pairs, key=lambda pair: pairs[pair])
    total = math.fsum(math.exp(weight - pairs[top]) for weight in pairs.values())
    chance = {pair: math.exp(weight - pairs[top]) / total for pair, weight in pairs.items()}
    if chance[top] - chance.get(sides.found, 0.0) < weights.margin and sides.found in chance:
        top = sides.found
    draft.features["choice"] = math.log(max(chance[top], 1e-6))
    if top != sides.found:
        _settle(draft, top, sides)


def _settle(draft: Draft, chosen: tuple[Side, Side], sides: Sides) -> None:
    """Put the chosen on their sides: those found keep what is known of them."""
    known = {
        p.key: [q for q in (*draft.actors, *draft.recipients) if q.key == p.key]
        for p in draft.actors + draft.recipients
    }
    draft.actors, draft.recipients = (
        tuple(p for key in side for p in known.get(key) or _new(draft, sides.candidates[key])) for side in chosen
    )
    draft.how["parties"] = CHOSEN
    draft.features["chosen"] = 1.0


def _new(draft: Draft, candidate: Candidate) -> tuple[Party, ...]:
    """Somebody whom the rules had not found: in person only where states meet in person or he speaks himself."""
    if candidate.party.person and (draft.type == "CONSULT" or "speaker" in candidate.traits):
        return (msgspec.structs.replace(candidate.party, how=CHOSEN),)
    return sides_only([candidate.party], CHOSEN)


def _told(parties: tuple[Party, ...], guess: str | None) -> set[str]:
    """Whom the words name on a side, and no guess has put there."""
    return {p.key for p in parties if p.key and p.how != guess}


def _side(parties: tuple[Party, ...]) -> Side:
    return tuple(sorted({p.key for p in parties if p.key}))
