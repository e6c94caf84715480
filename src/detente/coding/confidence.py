"""How sure a coded event is, in [0, 1]: a logistic model over what the coder knows of it, fitted on annotated reports.

`codebook/confidence.json` holds the fit; `scripts/train_confidence.py` makes it from the training reports. Features are
kinds of evidence (slots, syntax, status, entry of the lexicon), never words or names of a report.
"""

from __future__ import annotations

import math
from collections import Counter

import msgspec

from detente.coding.draft import Draft
from detente.coding.phrases import article, is_caused, is_verb
from detente.model import Token

UNFITTED = frozenset({"other"})
"""Forms of clauses that came after the fit: which infinitives are somebody else's."""


class Model(msgspec.Struct, frozen=True):
    """Weights of the features (log-odds), and the least confidence with which an event is kept."""

    weights: dict[str, float]
    threshold: float = 0.0

    def judge(self, features: dict[str, float]) -> float:
        """Probability that an event with these features is right."""
        return 1 / (1 + math.exp(-sum(self.weights.get(name, 0.0) * value for name, value in features.items())))


def rivals(drafts: list[Draft]) -> None:
    """Note on each draft how many others of the report say the same: `repeat-N` and `part-of-other` features.

    Of several with the same type and parties the one with the best entry comes first.
    """
    ranked = sorted(drafts, key=lambda d: (-d.hit.entry.weight, d.hit.word.i))
    seen: Counter[tuple[str, frozenset[str]]] = Counter()
    groups = {(d.type, frozenset(d.keys)) for d in drafts}
    for draft in ranked:
        group = draft.type, frozenset(draft.keys)
        draft.features["repeat"] = float(min(3, seen[group]))
        draft.features[f"repeat={min(3, seen[group])}"] = 1.0
        draft.features["part"] = float(any(t == group[0] and group[1] < other for t, other in groups))
        draft.features["same-kind"] = math.log1p(sum(d.type == draft.type for d in drafts) / max(1, len(drafts)))
        draft.features["crowd"] = math.log1p(sum(d.hit.word.sentence is draft.hit.word.sentence for d in drafts))
        seen[group] += 1


def features_of(draft: Draft, count: Counter[str], length: int) -> dict[str, float]:
    """What is known of a draft, as numbers.

    Args:
        draft: the event, merged with its repetitions.
        count: how often the report names each state and organisation.
        length: number of sentences in the report.
    """
    hit, word = draft.hit, draft.hit.word
    weight = min(0.95, max(0.05, hit.entry.weight))
    top = max(count.values(), default=1)
    salience = sorted(count.get(key, 0) / top for key in draft.keys)
    named = {
        "bias": 1.0,
        "weight": math.log(weight / (1 - weight)),
        "salience": salience[0] if salience else 0.0,
        "salience-top": salience[-1] if salience else 0.0,
        "position": word.sentence.index / max(1, length),
        "mentions": math.log(len(draft.evidence)),
        "length": math.log(len(word.sentence.tokens)) - 3,
        "depth": math.log1p(sum(1 for _ in word.ancestors())),
        "actors": float(len(draft.actors) > 1),
        "recipients": float(len(draft.recipients) > 1),
        "actor-person": float(any(p.person for p in draft.actors)),
        "recipient-person": float(any(p.person for p in draft.recipients)),
        "dated": float(draft.date is not None),
        "placed": float(draft.place is not None),
        "sourced": float(bool(draft.sources)),
        "object-open": float(bool(hit.slots.object) and draft.slots[1] != "object"),
        "subject-open": float(bool(hit.slots.subject) and draft.slots[0] != "subject"),
        "subject-none": float(not hit.slots.subject),
    }
    return {**named, **dict.fromkeys(_kinds(draft), 1.0)}


def _kinds(draft: Draft) -> tuple[str, ...]:
    """Names of the kinds of evidence that a draft has."""
    hit, word = draft.hit, draft.hit.word
    sides = f"{min(2, len(draft.actors))}{min(2, len(draft.recipients))}"
    return (
        f"type={draft.type}",
        f"kind={hit.kind}",
        f"line={draft.kind}",
        f"status={draft.status}",
        f"actor={draft.slots[0]}",
        f"recipient={draft.slots[1]}",
        f"sides={sides}",
        f"type-kind={draft.type}-{hit.kind}",
        f"type-recipient={draft.type}-{draft.slots[1]}",
        f"entry={hit.entry.id}",
        f"turn={draft.turn}",
        f"quoted={draft.quoted}",
        f"how={draft.how.get('parties', '')}",
        f"actor-how={draft.actors[0].how if draft.actors else ''}",
        f"recipient-how={draft.recipients[0].how if draft.recipients else ''}",
        f"tag={word.tag}",
        f"dep={word.dep}",
        f"type-how={draft.type}-{draft.how.get('parties', '')}",
        f"article={article(word)}",
        f"clause={_clause(word)}",
        f"date-how={draft.how.get('date', '')}",
        f"mode={draft.type}-{draft.mode}",
        f"passive={hit.slots.passive}",
        f"light={bool(hit.slots.light)}",
        f"caused={is_caused(word)}",
        f"clauses={'+'.join(sorted({form for form, _ in hit.slots.clauses} - UNFITTED))}",
    )


def _clause(word: Token) -> str:
    """Label and tag of the verb of the clause that a word stands in: "ROOT-VBD", "relcl-VBZ"."""
    verb = word if is_verb(word) else next((a for a in word.ancestors() if is_verb(a)), None)
    return f"{verb.dep}-{verb.tag}" if verb is not None else "none"
