"""Who bears the titles of the news: how many ministers, presidents, secretaries, ambassadors were told, and who not.

Nobody annotated these reports: a bearer counts as resolved where a person and a state or organisation were found for
the title. What remains is listed, the commonest first, so that the kinds can be mended.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.codebook import load_codebook
from detente.model import Document, Mention, Party, Report, Sentence, Token
from detente.parsing import parse_reports
from detente.reading.records import make_report
from detente.run.pipeline import read_document

SAMPLE = 150
"""Reports of the sample: every n-th of the file, from the first."""
WORDS = frozenset({"minister", "president", "secretary", "ambassador"})
SHOWN = 24
_BODY = ("body", "headline")
_ROLE_BEFORE = frozenset({"a", "an", "any", "every", "each", "no", "another", "as", "for", "while", "whoever"})
_ROLE_DEPS = frozenset({"attr", "oprd", "acomp"})
_BESIDE_NAME = frozenset({"compound", "nmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def score_naming(path: Path) -> dict[str, Any]:
    """Resolve the sample and count the titles whose bearer was told.

    Args:
        path: reports as JSON lines, gzipped.
    Returns:
        `sentences`: those with one of `WORDS` for somebody in office; `resolved`: the share of them in which a person
        and a state or organisation was found for every such title; `resolved_any` the same where mere roles count
        too ("ran for president"); the commonest titles and names that stayed open, as text.
    """
    return table(read_sample(path))


def read_sample(path: Path, count: int = SAMPLE) -> Iterator[Document]:
    """Every n-th report of a file, with mentions resolved."""
    with gzip.open(path) as lines:
        rows = [line for line in lines if line.strip()]
    chosen = (msgspec.json.decode(row) for row in rows[:: max(1, len(rows) // count)])
    made = (make_report(row, id=row["id"], source=path.name) for row in chosen)
    reports = [report for report in made if isinstance(report, Report)][:count]
    for report, sentences in parse_reports(reports):
        yield read_document(report, sentences, load_codebook())


def table(documents: Iterable[Document]) -> dict[str, Any]:
    """The figures over documents, and the lists of what stayed open."""
    count: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for document in documents:
        at = {i: mention for mention in document.mentions for i in range(*mention.tokens)}
        for sentence in document.sentences:
            if sentence.kind in _BODY:
                _count_titles(sentence, at, document, count, titles)
        names.update(_unknown_names(document, at))
    return {
        "sentences": count["sentences"],
        "resolved": _share(count["resolved"], count["sentences"]),
        "resolved_any": _share(count["whole"], count["with roles"]),
        "titles": _share(count["told"], count["titles"]),
        "state_told": _share(count["state"], count["titles"]),
        "open titles": _commonest(titles),
        "open names": _commonest(names),
    }


def _count_titles(
    sentence: Sentence, at: dict[int, Mention], document: Document, count: Counter[str], titles: Counter[str]
) -> None:
    words = [token for token in sentence.tokens if token.lower in WORDS]
    borne = [token for token in words if not is_role(token)]
    told = [is_told(at.get(token.i)) for token in borne]
    count["titles"] += len(told)
    count["told"] += sum(told)
    count["state"] += sum(has_party(at.get(token.i)) for token in borne)
    count["with roles"] += bool(words)
    count["whole"] += bool(words) and all(is_told(at.get(token.i)) for token in words)
    count["sentences"] += bool(borne)
    count["resolved"] += bool(borne) and all(told)
    for token, known in zip(borne, told, strict=True):
        if not known:
            titles[_words(at.get(token.i), token, document)] += 1


def is_told(mention: Mention | None) -> bool:
    """Whether a mention stands for persons of a state or organisation."""
    return mention is not None and bool(mention.parties) and all(_whole(party) for party in mention.parties)


def has_party(mention: Mention | None) -> bool:
    """Whether a mention stands at least for states or organisations."""
    return mention is not None and bool(mention.parties) and all(party.key for party in mention.parties)


def is_role(token: Token) -> bool:
    """Whether a title is a role and nobody's in particular ("ran for president", "a minister", "he was president")."""
    if token.dep in _ROLE_DEPS:
        return True
    if token.dep in _BESIDE_NAME and token.head.pos == "PROPN":
        return False
    first = token.i
    words = token.sentence.tokens
    start = words[0].i
    while first > start and words[first - 1 - start].dep in ("compound", "amod", "nmod", "poss", "case", "punct"):
        first -= 1
    return first > start and words[first - 1 - start].lower in _ROLE_BEFORE


def _whole(party: Party) -> bool:
    return bool(party.person and party.key)


def _words(mention: Mention | None, token: Token, document: Document) -> str:
    return " ".join(mention.span.of(document.text).split()).lower() if mention else token.lower


def _unknown_names(document: Document, at: dict[int, Mention]) -> Iterator[str]:
    """Persons without a state or organisation, and capitalised subjects in no mention at all."""
    for mention in document.mentions:
        if mention.kind == "person" and not has_party(mention):
            yield " ".join(mention.span.of(document.text).split())
    for sentence in document.sentences:
        if sentence.kind == "body":
            for token in sentence.tokens:
                if token.pos == "PROPN" and token.dep in _SUBJECTS and token.i not in at:
                    yield token.text


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _commonest(counter: Counter[str]) -> str:
    return ", ".join(f"{words} {number}" for words, number in counter.most_common(SHOWN))
