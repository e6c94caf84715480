"""Who acts and who is acted upon, chosen among all who are near: a model of choice, fitted on annotated reports.

`codebook/sides.json` holds the fit; `scripts/train_sides.py` makes it. What the frame and the rules found is one
option, and mostly the best; others leave a side open, put somebody else there, or turn the sides round. Every option is
weighed by kinds of evidence (syntax, distance, salience, the event's type and word), never by who the parties are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

import msgspec

from detente.codebook.fits import load_fit
from detente.codebook.lexicon import word_list
from detente.coding.draft import Draft
from detente.coding.parties import sides_only
from detente.coding.side_options import Candidate, Scene
from detente.coding.unmet import may_join
from detente.model import Party

DONE_BY_OTHERS = word_list("types-of-force")
"""Deeds that who tells of them has not done himself: a spokesman flies no raid."""
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

    def weigh(self, names: Iterable[str]) -> float:
        """What kinds of evidence weigh together."""
        return sum(map(self.weights.get, names, repeat(0.0)))


class Sides:
    """The options of a draft, side by side: what each side weighs does not hang on the other."""

    def __init__(self, draft: Draft, candidates: dict[str, Candidate]) -> None:
        self.draft = draft
        self.candidates = {key: c for key, c in candidates.items() if may_join(draft, c.party)}
        self.found = _side(draft.actors), _side(draft.recipients)
        self.word = (draft.type, draft.hit.kind, draft.hit.word.lemma)
        self.each = self._each(0), self._each(1)
        """What could stand on either side."""

    def _each(self, at: int) -> list[Side]:
        """What was found, nobody, each that is near, what was found and one more; whom the words put there stays."""
        found, other = self.found[at], self.found[1 - at]
        alone = [(key,) for key in self.candidates]
        more = [
            tuple(sorted((*found, key)))
            for key, candidate in self.candidates.items()
            if found and key not in found and "here" in candidate.traits
        ]
        sides = dict.fromkeys([found, (), *alone, *more, other, tuple(sorted({*found, *other}))])
        draft = self.draft
        told = _told((draft.actors, draft.recipients)[at], draft.how.get("parties"))
        return [side for side in sides if told.issubset(side)]

    def pairs(self) -> Iterator[tuple[Side, Side]]:
        """Both sides together: somebody on one of them, nobody on both."""
        for actors in self.each[0]:
            mine = frozenset(actors)
            for recipients in self.each[1]:
                pair = actors, recipients
                if (actors or recipients) and (mine.isdisjoint(recipients) or pair == self.found):
                    yield pair

    def together(self, actors: Side, recipients: Side) -> tuple[str, ...]:
        """What speaks for two sides beyond what speaks for each: that the rules found them."""
        draft = self.draft
        if (actors, recipients) != self.found:
            return ("base=0",)
        how, (first, second) = draft.how.get("parties", ""), draft.slots
        names = (
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
        return tuple(f"base&{name}" for name in names)

    def apart(self, at: int, side: Side) -> tuple[str, ...]:
        """What speaks for one side, whoever is on it."""
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
        return tuple(names)

    def weighed(self, at: int, weights: Weights) -> dict[Side, float]:
        """What speaks for each side, all together."""
        party = {key: weights.weigh(self.of(at, key)) for key in {key for side in self.each[at] for key in side}}
        return {
            side: weights.weigh(self.apart(at, side)) + sum(party[key] for key in side) / max(1, len(side))
            for side in self.each[at]
        }

    def of(self, at: int, key: str) -> Iterator[str]:
        """What speaks for one party on one side; of several, each has its share."""
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
    """Every option of a draft, for fitting."""
    sides = Sides(draft, scene.candidates(draft.hit.word))
    one = [{side: _features(sides, at, side) for side in sides.each[at]} for at in (0, 1)]
    return [
        Option(a, r, (*((name, 1.0) for name in sides.together(a, r)), *one[0][a], *one[1][r]))
        for a, r in sides.pairs()
    ]


def _features(sides: Sides, at: int, side: Side) -> tuple[tuple[str, float], ...]:
    """What speaks for one side, with its shares."""
    alone = [(name, 1.0) for name in sides.apart(at, side)]
    return (*alone, *((name, 1.0 / len(side)) for key in side for name in sides.of(at, key)))


def choose_sides(draft: Draft, scene: Scene) -> None:
    """Give a draft the sides that most speaks for; without a fit the rules' stay.

    `how["parties"]` becomes "choice" where they are not those that the rules found, and the feature "choice" of the
    draft is the log-probability of what it has.
    """
    weights = load_fit("sides", Weights)
    if weights is None:
        return
    sides = Sides(draft, scene.candidates(draft.hit.word))
    actors, recipients = sides.weighed(0, weights), sides.weighed(1, weights)
    found, other = weights.weigh(sides.together(*sides.found)), weights.weigh(("base=0",))
    pairs = {(a, r): actors[a] + recipients[r] + (found if (a, r) == sides.found else other) for a, r in sides.pairs()}
    if not pairs:
        return
    top = max(pairs, key=pairs.__getitem__)
    total = math.fsum(math.exp(weight - pairs[top]) for weight in pairs.values())
    chance = {pair: math.exp(weight - pairs[top]) / total for pair, weight in pairs.items()}
    if chance[top] - chance.get(sides.found, 0.0) < weights.margin and sides.found in chance:
        top = sides.found
    draft.features["choice"] = math.log(max(chance[top], 1e-6))
    if top != sides.found:
        _settle(draft, top, sides)


def _settle(draft: Draft, chosen: tuple[Side, Side], sides: Sides) -> None:
    """Put the chosen on their sides: those found keep what is known of them."""
    known: dict[str, list[Party]] = {}
    for party in draft.actors + draft.recipients:
        known.setdefault(party.key, []).append(party)
    draft.actors, draft.recipients = (
        tuple(p for key in side for p in known.get(key) or _new(draft, sides.candidates[key])) for side in chosen
    )
    draft.how["parties"] = CHOSEN
    draft.features["chosen"] = 1.0


def _new(draft: Draft, candidate: Candidate) -> tuple[Party, ...]:
    """Somebody whom the rules had not found: in person only where states meet in person or he speaks himself."""
    if candidate.party.person and (
        draft.type == "CONSULT" or ("speaker" in candidate.traits and draft.type not in DONE_BY_OTHERS)
    ):
        return (msgspec.structs.replace(candidate.party, how=CHOSEN),)
    return sides_only([candidate.party], CHOSEN)


def _told(parties: tuple[Party, ...], guess: str | None) -> set[str]:
    """Whom the words name on a side, and no guess has put there."""
    return {p.key for p in parties if p.key and p.how != guess}


def _side(parties: tuple[Party, ...]) -> Side:
    return tuple(sorted({p.key for p in parties if p.key}))
