"""What is lifted, refused or called off was there: a deed that a clause of its own tells of stands beside its end."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft, When
from detente.coding.drafting import make_draft
from detente.coding.mood import Reading
from detente.coding.parties import keys
from detente.coding.phrases import is_verb, told_of
from detente.coding.sides import set_sides
from detente.coding.subjects import surface_subject
from detente.coding.tense import tense_of
from detente.model import Document, Status, Token

HOW = "told by a clause of its own"
STOOD, SAID = "there to be ended", "there to be denied"
STANDING = word_list("phases-of-what-stands")
DEMANDING = word_list("demanding")
FORCE = word_list("types-of-force")
AHEAD = frozenset({"planned", "proposed", "postponed"})


def undone(draft: Draft, cast: Cast, document: Document, when: When, lexicon: Lexicon) -> Draft | None:
    """The deed that a word above turns into another: the sanctions of "lifted sanctions that it put on X in May".

    Who undoes it had done it, where nobody else is named. None where no clause of its own tells of it.
    """
    hit, clause = draft.hit, told_of(draft.hit.word)
    if not draft.turn or hit.kind != "N" or draft.type == hit.entry.type or clause is None:
        return None
    deed = make_draft(hit, None, Reading("occurred"), lexicon)
    deed.turn, deed.closed = "undone", True
    deed.status, deed.how["status"] = status_in(clause, lexicon), HOW
    if deed.status == "occurred" and hit.entry.standing and _goes_on(clause):
        deed.status = "ongoing"
    _give_sides(deed, draft, cast)
    dated = when(document, clause.i) if deed.status == "occurred" or clause.dep == "acl" else None
    if dated is not None:
        deed.date, span, deed.how["date"] = dated
        if span is not None:
            deed.spans["date"] = (span,)
    return deed


def left_standing(draft: Draft, cast: Cast, lexicon: Lexicon) -> Draft | None:
    """The force that a word above only ends or denies: the sanctions of "will ease its sanctions on X".

    It is worth an entry where the report tells of it nowhere else (`told_nowhere_else`). What is ended goes on until
    then; what is denied is what others allege.
    """
    hit = draft.hit
    if draft.turn not in STANDING or hit.entry.type not in FORCE or draft.type == hit.entry.type:
        return None
    if hit.kind == "N" and told_of(hit.word) is not None:
        return None
    deed = make_draft(hit, None, Reading("occurred"), lexicon)
    deed.turn, deed.closed = "undone", True
    denied = draft.type == "REJECT"
    deed.status = "alleged" if denied else "ongoing" if draft.status in AHEAD else "occurred"
    deed.how["status"] = SAID if denied else STOOD
    _give_sides(deed, draft, cast)
    return deed


def told_nowhere_else(deeds: Iterable[Draft], told: list[Draft]) -> list[Draft]:
    """Of the deeds that others end or deny, those between parties of whom the report tells no such deed, each once."""
    found: list[Draft] = []
    for deed in deeds:
        if len(deed.keys) > 1 and not any(d.type == deed.type and d.keys & deed.keys for d in (*told, *found)):
            found.append(deed)
    return found


def _give_sides(deed: Draft, end: Draft, cast: Cast) -> None:
    """Whose deed it was and whom it struck: who ends it had done it, where nobody else is named."""
    set_sides(deed, deed.hit, None, cast)
    ends, suffers = end.actors, end.recipients
    demand = next((t for t in deed.hit.word.ancestors() if t.lemma in DEMANDING), None)
    if not deed.keys and demand is not None and not _is_to_end_it(end, demand, cast):
        # "X demanded that the embargo end": it weighs on X
        ends, suffers = suffers, ends
    if not deed.actors and not keys(ends) & keys(deed.recipients):
        deed.actors = ends
    if not deed.recipients and len(deed.keys) < 2:
        deed.recipients = tuple(p for p in suffers if p.key not in deed.keys)


def _is_to_end_it(end: Draft, demand: Token, cast: Cast) -> bool:
    """ "X wants Y to lift the tariffs": Y, who is to end it, is another than who wants it, and has imposed them."""
    wanting = keys(cast.all_parties(surface_subject(demand))) if is_verb(demand) else set()
    return end.type == "CONCEDE" and bool(wanting) and bool(end.actors) and not wanting & keys(end.actors)


def _goes_on(clause: Token) -> bool:
    """Whether a clause tells of what is there to this day: "in place since 1990", "that hurt its trade"."""
    if tense_of(clause) in ("present", "progressive", "perfect-progressive"):
        return True
    return any(t.lower == "since" for t in clause.subtree())


def status_in(clause: Token, lexicon: Lexicon) -> Status:
    """How far a deed is by the verb of its own clause: "the visit that X had planned"."""
    planned = lexicon.status["carriers"]["planned"] + lexicon.status["governors"]["planned"]
    return "planned" if clause.lemma in planned else "occurred"
