"""What is lifted, refused or called off was there: a deed that a clause of its own tells of stands beside its end."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon
from detente.coding.cast import Cast, keys
from detente.coding.draft import Draft, When
from detente.coding.drafting import make_draft
from detente.coding.phrases import told_of
from detente.coding.sides import set_sides
from detente.coding.status import Reading
from detente.model import Document, Status, Token

HOW = "told by a clause of its own"


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
    set_sides(deed, hit, None, cast)
    if not deed.actors and not keys(draft.actors) & keys(deed.recipients):
        deed.actors = draft.actors
    if not deed.recipients and len(deed.keys) < 2:
        deed.recipients = tuple(p for p in draft.recipients if p.key not in deed.keys)
    dated = when(document, clause.i) if deed.status == "occurred" or clause.dep == "acl" else None
    if dated is not None:
        deed.date, span, deed.how["date"] = dated
        if span is not None:
            deed.spans["date"] = (span,)
    return deed


def status_in(clause: Token, lexicon: Lexicon) -> Status:
    """How far a deed is by the verb of its own clause: "the visit that X had planned"."""
    planned = lexicon.status["carriers"]["planned"] + lexicon.status["governors"]["planned"]
    return "planned" if clause.lemma in planned else "occurred"
