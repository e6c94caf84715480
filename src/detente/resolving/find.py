"""Words -> mentions, without a date: every name, title and nationality of a report."""

from __future__ import annotations

from detente.codebook import Codebook
from detente.model import Document, Mention
from detente.resolving.finder import Finder
from detente.resolving.homonyms import drop_homonyms
from detente.resolving.lexicon import lexicon_of
from detente.resolving.persons import find_named
from detente.resolving.plain import plain_mentions
from detente.resolving.scan import find_marks
from detente.resolving.surnames import find_short
from detente.resolving.titled import find_titled


def find_mentions(document: Document, codebook: Codebook) -> tuple[Mention, ...]:
    """Every mention of a state, organisation, person or office, in text order, without knowing the date.

    Persons and offices carry one preliminary party (what the words themselves say) and as candidates all terms of
    office that the name or title can mean; `resolve_mentions` settles them as of the report's day.

    Args:
        document: the parsed report.
        codebook: the facts, with the user's own actors laid over them where given.
    Returns:
        Mentions that do not overlap, in text order.
    Raises: nothing for bad data.
    """
    if not document.tokens:
        return ()
    lexicon = lexicon_of(codebook)
    marks = find_marks(document, lexicon)
    drop_homonyms(document, marks, lexicon)
    ends = {mark.last - 1: mark for mark in marks.values()}
    finder = Finder(document, lexicon, marks, ends, bytearray(len(document.tokens)))
    for sentence in document.sentences:
        find_titled(finder, sentence)
    for sentence in document.sentences:
        find_named(finder, sentence)
    find_short(finder)
    finder.mentions.extend(plain_mentions(document, marks, finder.taken, lexicon))
    return tuple(sorted(finder.mentions, key=lambda m: m.span))
