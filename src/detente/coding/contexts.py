"""In which of PLOVER's contexts an event stands, by the words of its passage: `find_contexts`."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import Counter
from importlib import resources

import msgspec
import yaml

from detente.codebook.ontology import load_ontology
from detente.model import CodebookError, Document, Span, Token

_MOST = 3


@functools.cache
def context_words() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The table of `codebook/contexts.yaml`: first word -> (all words, context), longest phrases first.

    Raises: CodebookError where the file is missing, of another shape, or names a context that PLOVER has not.

    >>> (("nuclear",), "cbrn") in context_words()["nuclear"]
    True
    """
    try:
        raw = resources.files("detente.codebook").joinpath("contexts.yaml").read_text("utf-8")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        table = msgspec.convert(yaml.load(raw, Loader=loader), dict[str, tuple[str, ...]])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"contexts.yaml cannot be read: {error}") from error
    unknown = sorted(set(table) - set(load_ontology().contexts))
    if unknown:
        raise CodebookError(f"contexts.yaml: unknown context {unknown[0]!r}")
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for context, entries in table.items():
        for entry in entries:
            words = tuple(entry.split())
            found.setdefault(words[0], []).append((words, context))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def find_contexts(document: Document, span: Span) -> tuple[str, ...]:
    """The contexts that the words of a passage set its event in; those of its sentence where it has none itself.

    Args:
        document: tokens and sentences.
        span: the event's evidence.
    Returns:
        At most three contexts, the one with most words first; none where no word tells.
    """
    starts = [sentence.span.start for sentence in document.sentences]
    at = max(0, bisect_left(starts, span.start + 1) - 1)
    here = [s for s in document.sentences[at : at + 4] if s.span.overlaps(span)]
    tokens = [t for sentence in here for t in sentence.tokens]
    inside = [t for t in tokens if span.start <= t.start < span.end]
    count = _count(inside) or _count(tokens)
    return tuple(context for context, _ in count.most_common(_MOST))


def _count(tokens: list[Token]) -> Counter[str]:
    table, count = context_words(), Counter[str]()
    for k, token in enumerate(tokens):
        for word in dict.fromkeys((token.lemma, token.lower)):
            for words, context in table.get(word, ()):
                if len(words) == 1 or _follows(tokens, k + 1, words[1:]):
                    count[context] += len(words)
    return count


def _follows(tokens: list[Token], k: int, words: tuple[str, ...]) -> bool:
    following = tokens[k : k + len(words)]
    return len(following) == len(words) and all(w in (t.lemma, t.lower) for t, w in zip(following, words, strict=True))
