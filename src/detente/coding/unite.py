"""One deed, one event: mentions of the same deed within a report become one, with all their evidence."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.absorb import (
    UNDONE,
    absorb,
    is_bound_for,
    is_dated_itself,
    is_mediated,
    is_object_of,
    is_spoken_of,
    is_told_as_past,
    struck,
    travels_alone,
)
from detente.coding.date_options import NEAR, PRESENT, THREAD
from detente.coding.date_signs import is_judged
from detente.coding.draft import AHEAD, Draft
from detente.coding.fellows import is_definite
from detente.coding.pacts import agreement_of
from detente.coding.parties import keys
from detente.coding.phrases import is_verb
from detente.coding.same_meeting import (
    DONE,
    FILLED,
    is_elsewhere,
    is_new,
    is_part_of,
    is_talk_of,
    met_on_visit,
    persons_fit,
)
from detente.coding.tense import tense_of
from detente.model import Document

MANIFOLD = word_list("types-manifold")
BY_CONTENT, FURTHER = word_list("types-by-content"), word_list("further")
MEASURES = word_list("entries-of-measures")
GOVERNED = frozenset({"dobj", "nsubjpass", "prep"})
SPEECH = word_list("types-of-speech")
BESIDE = frozenset({"same sentence", "governing clause"})
CLOSE_BY = 5
"""Sentences within which a deed is told again in other words."""
LONG = 60
"""Days apart at which two dated mentions are not of one deed, though one only takes it up ("the deal")."""
FAR = 20
"""Sentences after which the same verb tells of another deed."""
BREATH = 2
"""Sentences within which a speaker, or a quotation, goes on with what was said."""


def unite(drafts: list[Draft], document: Document) -> list[Draft]:
    """Merge drafts of the same deed, body mentions before headline ones; in text order."""
    body = [d for d in drafts if d.kind == "body"]
    rest = [d for d in drafts if d.kind != "body"]
    kept: list[Draft] = []
    for draft in sorted(body, key=lambda d: "named" in d.how) + rest:
        twin = next((k for k in reversed(kept) if same_deed(k, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            absorb(twin, draft)
    return sorted(kept, key=lambda d: d.hit.word.i)


def same_deed(a: Draft, b: Draft) -> bool:
    """Whether two mentions tell of the same deed."""
    if a.type == b.type and _is_printed_again(a, b):
        return True
    if _is_judged_later(b, a):
        return False
    if a.type == b.type and (is_object_of(b, a) or is_mediated(a, b)):
        return True
    if a.type != b.type or not _keys_fit(a, b):
        return False
    if {a.mode, b.mode} == {"phone", "visit"}:
        return False
    if travels_alone(a) and a.keys < b.keys and not is_bound_for(a, b):
        return False  # "visits to the shrine", "after his meeting with X"
    if a.type == "CONSULT" and (is_elsewhere(a, b) or is_elsewhere(b, a)):
        return False
    if a.type == "CONSULT" and (is_part_of(a, b) or is_part_of(b, a)):
        return True
    if a.pact and a.pact == b.pact:
        return True
    if is_talk_of(a, b):
        return True
    if (a.status in AHEAD) != (b.status in AHEAD) and not (is_definite(b) or is_spoken_of(a)):
        return False
    if a.status in AHEAD and is_told_as_past(b):
        return False
    if {a.status, b.status} & DONE and {a.status, b.status} & UNDONE:
        return False
    if a.status == "planned" and b.status in UNDONE and _was_undone_before(b):
        return False
    if a.status in AHEAD and a.date is None and b.status in DONE and b.date is not None and is_dated_itself(b):
        return False
    if _is_yet_to_come(a, b) or _is_yet_to_come(b, a):
        return False
    apart = a.date is not None and b.date is not None and not a.date.overlaps(b.date)
    apart = apart and not (b.status in AHEAD and is_spoken_of(a))
    if apart and _days_between(a, b) > LONG:
        return False
    if apart and ((_dated(a) and _dated(b)) or not (is_definite(b) or _is_told_again(a, b))):
        return False
    if a.type == "CONSULT" and a.kind == b.kind == "body" and is_new(b):
        return False
    if a.type == "CONSULT" and (met_on_visit(a, b) or met_on_visit(b, a)):
        return False
    if not _sides_fit(a, b):
        return False
    if a.type in MANIFOLD and not _repeats(a, b):
        return False
    if a.type == "COERCE" and a.hit.kind == b.hit.kind == "V" and {a.mode, b.mode} == {"arrest", None}:
        return False
    if a.type == "CONSULT" and len(b.keys) > 2 and len(a.keys) == 2 and not is_definite(b):
        return False
    if a.type != "CONSULT" and (_is_further(a, b) or _is_another_fight(a, b) or _is_blame_by_another(a, b)):
        return False
    if a.type in ("CONSULT", "ASSAULT", "SANCTION"):
        return _modes_fit(a, b) and persons_fit(a, b)
    said = _is_same_word(a, b) or _in_one_breath(a, b) or _is_meddling(a, b) or _is_same_agreement(a, b)
    return said or is_definite(b) or _is_reworded(a, b)


def _is_printed_again(a: Draft, b: Draft) -> bool:
    """Whether it is the same word of a sentence that a page prints twice."""
    first, second = a.hit.word.sentence, b.hit.word.sentence
    if first is second or len(first.tokens) != len(second.tokens):
        return False
    at = a.hit.word.i - first.tokens[0].i == b.hit.word.i - second.tokens[0].i
    return at and all(t.text == u.text for t, u in zip(first.tokens, second.tokens, strict=True))


def _is_judged_later(deed: Draft, judgement: Draft) -> bool:
    """Whether a deed with a day of its own is only what somebody judges: "hailed the treaty signed in 1990"."""
    word = deed.hit.word
    if not is_judged(word) or word.head is not judgement.hit.word or deed.date is None or not is_dated_itself(deed):
        return False
    return judgement.date is None or not judgement.date.overlaps(deed.date)


def _is_same_agreement(a: Draft, b: Draft) -> bool:
    """Whether both tell of an agreement of the same parties: "signed a treaty", "reached the long-sought accord"."""
    return a.keys == b.keys and agreement_of(a) is not None and agreement_of(b) is not None


def _was_undone_before(draft: Draft) -> bool:
    """Whether what was called off is told behind "after": "will meet, a week after he had cancelled the summit"."""
    cues = (*draft.spans.get("status", ()), *draft.spans.get("type", ()))
    verbs = [t for t in draft.hit.word.sentence.tokens if t.span in cues and is_verb(t)]
    return any(tense_of(v) == "pluperfect" and any(c.lower == "after" for c in v.children) for v in verbs)


def _days_between(a: Draft, b: Draft) -> int:
    """Days between those of two deeds that do not overlap; 0 where one has none of its own."""
    if a.date is None or b.date is None or any(d.how.get("date") in (NEAR, PRESENT, THREAD) for d in (a, b)):
        return 0
    return max((b.date.first - a.date.last).days, (a.date.first - b.date.last).days)


def _is_yet_to_come(plan: Draft, deed: Draft) -> bool:
    """Whether a plan is for days after those on which the other deed was done, as its words say."""
    if plan.status not in AHEAD or deed.status not in DONE or plan.date is None or deed.date is None:
        return False
    return is_dated_itself(deed) and deed.date.last < plan.date.first and not is_spoken_of(deed)


def _is_further(a: Draft, b: Draft) -> bool:
    """ "He also urged Y to talk", "Finally, they agreed to meet": one deed more, beside that of an earlier sentence."""
    if _gap(a, b) == 0 or b.hit.kind != "V":
        return False
    first = b.hit.word.sentence.tokens[0]
    return any(c.lower in FURTHER or (c is first and c.lower == "finally") for c in b.hit.word.children)


def _is_another_fight(a: Draft, b: Draft) -> bool:
    """Whether a verb far below tells as done, in no known way, of bloodshed beside that which somebody only alleges."""
    alleged = a.type == "ASSAULT" and a.status == "alleged" and b.status == "occurred"
    return alleged and not a.mode and not b.mode and b.hit.kind == "V" and _gap(a, b) > CLOSE_BY


def _is_blame_by_another(a: Draft, b: Draft) -> bool:
    """Whether two persons of one state each blame another ("its minister condemned it, its envoy mocked it")."""
    if a.type != "ACCUSE" or "investigate" in (a.mode, b.mode) or is_definite(b):
        return False
    shared = keys(a.actors) & keys(b.actors)
    first, second = ({p.person for p in d.actors if p.person and p.how not in FILLED} for d in (a, b))
    return bool(shared and first and second and not first & second)


def _is_same_word(a: Draft, b: Draft) -> bool:
    """Whether the same word tells it; what is asked or promised again has to be about the same.

    What two agree with each other at one time is one agreement, whatever its points.
    """
    if a.hit.word.lemma != b.hit.word.lemma or (b.hit.kind != "N" and _gap(a, b) > FAR):
        return False
    if a.type == "AGREE" and a.keys == b.keys and not (a.recipients and b.recipients):
        return True
    first, second = (_content(d) if d.type in BY_CONTENT else set() for d in (a, b))
    return not first or not second or bool(first & second)


def _content(draft: Draft) -> set[str]:
    """The words for what is asked or promised: the verbs of its clauses, the nouns that they and the word govern."""
    slots = draft.hit.slots
    verbs = [verb for _, verb in slots.clauses]
    nouns = [t for verb in verbs for c in verb.children if c.dep in GOVERNED for t in (c, *c.children)]
    found = [*(t for t in slots.object if t.pos == "NOUN"), *(t for t in nouns if t.pos in ("NOUN", "PROPN"))]
    return {t.lemma for t in (*verbs, *found)}


def _is_meddling(a: Draft, b: Draft) -> bool:
    """Whether both tell, in whatever words, of one state's interference in the affairs of another."""
    return a.type == "COERCE" and a.mode is None and b.mode is None and len(a.keys) > 1 and a.keys == b.keys


def _gap(a: Draft, b: Draft) -> int:
    return abs(a.hit.word.sentence.index - b.hit.word.sentence.index)


def _in_one_breath(a: Draft, b: Draft) -> bool:
    """Whether two acts of speech stand in one sentence, or close by in a quotation or said by the same speaker.

    In the next sentence a state goes on, where not both name who speaks for it. Praise is no part of an agreement.
    """
    if (agreement_of(a) is None) != (agreement_of(b) is None) and _gap(a, b):
        return False
    named = bool(a.sources and b.sources) and a.sources[0].name == b.sources[0].name
    first, second = ({p.person for p in d.actors if p.person} for d in (a, b))
    if (a.quoted and b.quoted) or (a.type in SPEECH and (named or first & second)):
        return _gap(a, b) <= BREATH
    goes_on = a.type in SPEECH and a.mode == b.mode and not (first and second) and keys(a.actors) == keys(b.actors)
    return _gap(a, b) <= goes_on


def _is_reworded(a: Draft, b: Draft) -> bool:
    """Whether a word of the same entry of the lexicon tells it again close by."""
    return a.hit.entry.id == b.hit.entry.id and _gap(a, b) <= CLOSE_BY


def _is_told_again(a: Draft, b: Draft) -> bool:
    """Whether the same parties do what its own word says again: "quit the pact in May ... why did it quit it?"."""
    word = a.hit.word.lemma == b.hit.word.lemma or a.hit.entry.id == b.hit.entry.id
    kind = a.type == "SANCTION" and a.mode == b.mode != "discontinue"
    return a.type != "CONSULT" and a.keys == b.keys and (word or kind)


def _repeats(a: Draft, b: Draft) -> bool:
    """Whether a later word is one for the same deed: the same word, in the same sentence, definite, or a headline's.

    A noun without a day of its own takes up the measures told before; a state leaves a treaty once; tariffs imposed on
    another are the sanctions that it has to bear.
    """
    first, second = a.hit.word, b.hit.word
    near = first.lemma == second.lemma or first.sentence is second.sentence
    taken_up = b.hit.kind == "N" and b.date is None and b.mode == "discontinue" and not b.turn
    left = a.mode == b.mode == "withdraw" and a.keys == b.keys
    measures = a.keys == b.keys and {a.hit.entry.id, b.hit.entry.id} <= MEASURES and a.hit.entry.id != b.hit.entry.id
    if _ends_talk(a) != _ends_talk(b):
        return False
    return near or is_definite(b) or b.kind != "body" or taken_up or left or measures


def _ends_talk(draft: Draft) -> bool:
    """Whether talks break down, and no goods are kept out ("talks broke down" beside "the trade war")."""
    return draft.hit.entry.id == "talks-break-down"


def _sides_fit(a: Draft, b: Draft) -> bool:
    if a.type == "CONSULT" and not (a.mode == b.mode == "visit"):
        return True
    for mine, theirs in ((a.actors, b.actors), (struck(a), struck(b))):
        first, second = keys(mine), keys(theirs)
        if first and second and not first & second:
            return False
    return True


def _keys_fit(a: Draft, b: Draft) -> bool:
    """Whether the parties of one are among the other's; the X of "an attack in X" may not count."""
    if a.keys <= b.keys or b.keys <= a.keys:
        return True
    first, second = (keys(d.actors) | keys(struck(d)) for d in (a, b))
    return a.type == "ASSAULT" and a.mode is not None and a.mode == b.mode and (first <= second or second <= first)


def _modes_fit(a: Draft, b: Draft) -> bool:
    """Expulsions and embargoes are deeds of their own; a murder and a poisoning may be one, a bomber and his blast."""
    if a.type == "CONSULT" or a.mode == b.mode:
        return True
    modes = {a.mode, b.mode}
    if modes in ({"suicide-attack", "explosives"}, {"suicide-attack", "destroy"}):
        return a.type == "ASSAULT" and _gap(a, b) <= BREATH
    return a.type == "ASSAULT" and (not (a.mode and b.mode) or modes == {"targeted", "unconventional"})


def _dated(draft: Draft) -> bool:
    """Whether the draft's day is its own: not where it is only that of the clause beside it."""
    return is_dated_itself(draft) and draft.how.get("date") not in BESIDE
