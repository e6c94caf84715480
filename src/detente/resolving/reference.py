"""What points back, and the walk through a report that settles every mention in order."""

from __future__ import annotations


from detente.codebook import Codebook
from detente.model import Document, Mention, Sentence, Span
from detente.resolving.clues import quoted_spans
from detente.resolving.focus import Focus
from detente.resolving.groups import group_at
from detente.resolving.lexicon import lexicon_of
from detente.resolving.pronouns import PRONOUNS, body_at, pronoun_at
from detente.resolving.settle import Settler


def resolve_mentions(document: Document, codebook: Codebook) -> tuple[Mention, ...]:
    """Every mention as of the report's day, with what points back: pronouns, bare titles, "the two leaders".

    Only what a reader would be sure of gets parties; the others keep their candidates or stay empty.

    Args:
        document: with mentions found, and with the day it was published where that is known.
        codebook: the same that the mentions were found with.
    Returns:
        The mentions found before, settled, and those that point back, in text order.
    Raises: nothing for bad data.
    """
    if not document.tokens:
        return ()
    walk = _Walk(document, codebook)
    return tuple(sorted((m for s in document.sentences for m in walk.sentence(s)), key=lambda m: m.span))


class _Walk:
    def __init__(self, document: Document, codebook: Codebook) -> None:
        lexicon = lexicon_of(codebook)
        self.document = document
        self.focus = Focus(document.tokens, lexicon.words)
        self.settler = Settler(document, lexicon, self.focus)
        self.quoted = quoted_spans(document)
        self.at: dict[int, Mention] = {}
        self.taken = bytearray(len(document.tokens))
        for mention in document.mentions:
            self.at[mention.tokens[0]] = mention
            self.taken[mention.tokens[0] : mention.tokens[1]] = b"\1" * (mention.tokens[1] - mention.tokens[0])

    def sentence(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence, settled in order."""
        found = []
        for token in sentence.tokens:
            mention = self.at.get(token.i)
            if mention is not None:
                mention = self.settler.settle(mention)
            elif self.taken[token.i]:
                continue
            elif token.lower in PRONOUNS:
                mention = None if self._in_quotes(token.span) else pronoun_at(token, self.focus)
            else:
                mention = group_at(token, self.focus, self.settler) or body_at(token, self.focus, self.at)
            if mention is not None:
                if mention.kind in ("group", "body") and token.i not in self.at:
                    self.taken[mention.tokens[0] : mention.tokens[1]] = b"\1" * (mention.tokens[1] - mention.tokens[0])
                self.focus.note(mention)
                found.append(mention)
        return found

    def _in_quotes(self, span: Span) -> bool:
        return any(q.start <= span.start < q.end for q in self.quoted)
