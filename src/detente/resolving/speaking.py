"""Who speaks at a word in quotation marks, as far as the walk through a report can tell."""

from __future__ import annotations

from collections.abc import Callable

from detente.model import Document, Mention, Token
from detente.resolving.focus import SUBJECTS, Focus


def speaker_state(token: Token, focus: Focus, document: Document, settle: Callable[[Mention], Mention]) -> str | None:
    """The state of whoever is quoted with a word: by who says it in its sentence, else by who spoke just before.

    Args:
        token: a word in quotation marks.
        focus: what the report has named so far.
        document: for whoever is named only after the quotation.
        settle: who that is.
    Returns:
        The state; None where nobody, or nobody's state, is told.
    """
    verb = next((t for t in token.ancestors() if _tells(t, focus)), None)
    teller = next((t for t in verb.children if t.dep in SUBJECTS), None) if verb is not None else None
    if teller is not None and teller.pos != "PRON":
        return None if focus.in_quotes(teller.span) else _home(teller, document, settle)
    before = next((n for n in range(token.sentence.index - 1, -1, -1) if n not in focus.spoken), None)
    if before is None or (teller is None and token.sentence.index not in focus.spoken):
        return None
    spoke = [s for s in focus.within(before) if s.subject and not s.quoted and _tells(_verb(s.mention, focus), focus)]
    return spoke[-1].party.state if spoke else None


def _tells(verb: Token, focus: Focus) -> bool:
    """Whether a verb of telling stands outside the quotation."""
    return verb.pos == "VERB" and verb.lemma in focus.words.speech and not focus.in_quotes(verb.span)


def _verb(mention: Mention, focus: Focus) -> Token:
    return focus.tokens[mention.head].head


def _home(name: Token, document: Document, settle: Callable[[Mention], Mention]) -> str | None:
    """The state of a person or an office that is named at a token."""
    named = next((m for m in document.mentions if m.tokens[0] <= name.i < m.tokens[1]), None)
    if named is None or named.kind not in ("person", "office"):
        return None
    parties = settle(named).parties
    return parties[0].state if len(parties) == 1 else None
