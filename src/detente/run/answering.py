"""Questions in plain English, answered: by rules onto the queries; what asks whether a claim is true is checked."""

from __future__ import annotations

from datetime import date

from detente.model import InputError
from detente.register import Past, Register
from detente.relations.asking import Answer, NotUnderstood, answer, understand
from detente.relations.last import said_entry
from detente.run.settings import Settings

EXAMPLES = (
    "When did Erdogan and Putin last meet?",
    "Has a US president ever visited Cuba?",
    "Whom did Russia expel in 1986?",
    "What is planned between Turkey and Russia?",
    "Is it true that it was the first visit by a US president to Cuba since 1928?",
)
"""Questions that are understood."""


def ask(
    register: Register | Past, question: str, today: date | None = None, settings: Settings | None = None
) -> Answer:
    """Answer a question in plain English.

    Args:
        register: what is known; also as of a day.
        question: the words.
        today: what "last year" counts from.
        settings: how to parse, where a claim is to be checked.
    Raises: NotUnderstood where the rules do not reach; its message says which part, and gives examples.
    """
    try:
        asked = understand(question, today)
        if asked.intent != "check":
            return answer(register, asked)
    except NotUnderstood as error:
        examples = " ".join(f'"{example}"' for example in EXAMPLES[:3])
        raise NotUnderstood(f"not understood: {error}; ask for instance: {examples}") from error
    from detente.run.checking import check_reports, report_of

    verdicts = [v for _, found in check_reports(register, [report_of(asked.claim or "")], settings) for v in found]
    if not verdicts:
        raise InputError("not understood: no claim of rank in it that could be checked; try `detente check`")
    lines, entries = [], []
    for verdict in verdicts:
        lines.append(f"{verdict.outcome}: {verdict.why}")
        lines += [f"for: {said_entry(entry)}" for entry in verdict.pro]
        lines += [f"against: {said_entry(entry)}" for entry in verdict.con]
        entries += [*verdict.pro, *verdict.con]
    value = {"supported": True, "contradicted": False}.get(verdicts[0].outcome)
    return Answer(asked=asked, lines=tuple(lines), entries=tuple(entries), value=value)
