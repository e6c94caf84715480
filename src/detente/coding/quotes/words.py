"""The words of speech, read from `codebook/speech.yaml` and checked at load."""

from __future__ import annotations

import functools
from importlib import resources

import msgspec
import yaml

from detente.model import CodebookError, Token


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What introduces a quotation, who can speak, and which marked words are no quotations."""

    plain_verbs: frozenset[str]
    label_verbs: frozenset[str]
    weak_verbs: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    ministries: frozenset[str]
    unnamed: frozenset[str]
    phrasal: dict[str, str]
    beside_only: frozenset[str]
    passive_speakers: frozenset[str]
    documents: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    naming: frozenset[str]
    works: frozenset[str]
    set_phrases: frozenset[str]
    title_small: frozenset[str]

    def says(self, verb: Token) -> bool:
        """Whether a word is a verb of saying, by itself or with its particle ("went on")."""
        if verb.lemma in self.plain_verbs:
            return True
        particle = self.phrasal.get(verb.lemma)
        return particle is not None and any(c.lower == particle for c in verb.children)

    def can_speak(self, noun: Token) -> bool:
        """Whether a common noun names people, a body or a document that can be quoted."""
        return noun.lemma in self.people or noun.lemma in self.bodies or noun.lemma in self.documents


@functools.cache
def speech_words() -> SpeechWords:
    """The table, loaded once a process.

    Raises: CodebookError where the file is missing or not of the expected shape.

    >>> "say" in speech_words().plain_verbs
    True
    """
    try:
        raw = resources.files("detente.codebook").joinpath("speech.yaml").read_text("utf-8")
        return msgspec.convert(yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), SpeechWords)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"speech.yaml cannot be read: {error}") from error
