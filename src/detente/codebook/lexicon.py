"""The language of events: event words and their frames, read from `lexicon/*.yaml` and checked at load."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any, NamedTuple

import msgspec
import yaml

from detente.codebook.ontology import load_ontology
from detente.model import CodebookError, Status

TYPES = frozenset(load_ontology().types)
RESOLVED = frozenset(
    {
        "@party",
        "@state",
        "@person",
        "@organisation",
        "@people",
        "@guest",
        "@pair",
        "@named",
        "@land",
        "@quoted",
        "@any",
        "@envoy",
    }
)
"""Conditions that ask whom a word stands for, not which word it is."""
SPECIAL = frozenset({"classes", "light", "phase", "status", "grammar"})


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event word and its frame; `lexicon/README.md` says what each field means."""

    id: str
    type: str = ""
    mode: str | None = None
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    with_: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict, name="with")
    not_with: dict[str, tuple[str, ...]] = {}
    clause: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Lemmas (or classes) of the verbs of clausal complements, one of which must be there."""
    not_about: tuple[str, ...] = ()
    aimed: bool = False
    """The words themselves must name a recipient other than the actor: nothing is filled in."""
    own: bool = False
    """What it is done to must not be another's: "froze its programme", not "wants to freeze X's programme"."""
    predicative: bool = False
    """The adjective or noun must be what a clause says of somebody: "is wrong", never "the wrong door"."""
    denied: bool = False
    """An event only where the word is negated: "will not hesitate", "did not accept"."""
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    both: bool = False
    visitor: bool = False
    standing: bool = False
    """The noun names a lasting state ("sanctions on X") unless a verb brings it about: status ongoing."""
    status: str | None = None
    only: tuple[str, ...] = ()
    """Statuses as read from the clause outside which the word is no event ("will respond", not "responded")."""
    tense: tuple[str, ...] = ()
    """Tenses of the verb (`coding.tense`) outside which it is none of this kind ("agree that", not "agreed that")."""
    echo: bool = False
    """Says that the deed told before was done by another, too or in return ("followed suit")."""
    cameo: str | None = None
    weight: float = 0.7
    note: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def conditions(self) -> int:
        """How specific the entry is: the number of conditions that it sets."""
        slots = (self.object, self.not_object, self.subject, self.not_subject, self.clause, self.about, self.not_about)
        return sum(map(bool, (*slots, self.tense))) + len(self.with_) + len(self.not_with)


class LightVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb that hands its subject to an event noun: `role` is what its subject is to the noun."""

    verb: tuple[str, ...]
    noun: tuple[str, ...] = ()
    role: str = "subject"
    status: str | None = None
    note: str = ""


class PhaseVerb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb (or noun) that turns the event it governs into another status or another event."""

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    becomes: dict[str, str] = {}
    id: str = ""
    note: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    done: bool = False
    """Somebody has to do it: "broke off the talks", not "the talks ended"."""
    other: bool = False
    """The governed deed must be somebody else's: "wants X to leave", not "wants to leave"."""
    recipient: tuple[str, ...] = ()
    weight: float = 0.7


class Form(msgspec.Struct, frozen=True, gc=False):
    """A form of an entry: its words, and what else must stand in a sentence for it to be meant there."""

    parts: tuple[str, ...]
    entry: Entry
    about: frozenset[str]
    """Those of its words that must stand about the one that it is looked up at."""
    needs: tuple[frozenset[str], ...]
    """Of each of these words one, which the conditions of the entry ask for."""

    def may_stand(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words and lemmas has all that the form cannot do without."""
        return self.about <= words and not any(map(words.isdisjoint, self.needs))


class Wanted(NamedTuple):
    """What a slot lets through: words, kinds of word that only the report tells ("@person"), words of several parts."""

    words: frozenset[str]
    marks: frozenset[str]
    phrases: tuple[str, ...]
    signs: frozenset[str]
    """One of which stands wherever the slot lets something through: the last words; none where a kind may do."""


class Lexicon:
    """All event words, looked up by lemma and part of speech (`"V"`, `"N"`, `"A"`), the most specific entry first."""

    def __init__(self, entries: Iterable[Entry], classes: dict[str, frozenset[str]], special: dict[str, Any]) -> None:
        self.entries = tuple(entries)
        self.by_id = {entry.id: entry for entry in self.entries}
        self.classes = classes
        self.light = tuple(msgspec.convert(special.get("light") or [], list[LightVerb]))
        self.phase = tuple(msgspec.convert(special.get("phase") or [], list[PhaseVerb]))
        self.status: dict[str, Any] = special.get("status") or {}
        self._wanted: dict[tuple[str, ...], Wanted] = {}
        self.words: dict[tuple[str, str], list[Form]] = {}
        for entry in self.entries:
            needs = self._needs(entry)
            for pos, forms in (("V", entry.verb), ("N", entry.noun), ("A", entry.adj)):
                for form in forms:
                    for parts in _spellings(form, pos):
                        form_ = Form(parts, entry, _about(parts, pos), needs)
                        self.words.setdefault((pos, _key(parts, pos)), []).append(form_)
        for options in self.words.values():
            options.sort(key=lambda f: (-len(f.parts), -f.entry.conditions, f.entry.weight > 0, -f.entry.weight))
        denied = {key: [form for form in options if form.entry.denied] for key, options in self.words.items()}
        self.denied = {key: rows for key, rows in denied.items() if rows}
        """The entries of a word for its negation, where it has any."""
        self._statuses: dict[str, dict[str, tuple[int, Status]]] = {}
        self.light_verbs = {verb: light.role for light in self.light for verb in light.verb}
        self.phase_words = _by_first_word(self.phase)
        self.refusal = next((phase for phase in self.phase if phase.id == "will-not"), None)
        self.sparing = next((phase for phase in self.phase if phase.id == "spare"), None)
        self.withdrawn = tuple(phase for phase in self.phase if phase.id in ("take-back", "take-back-blow"))

    def statuses(self, table: str) -> dict[str, tuple[int, Status]]:
        """Each word of a table of words of status ("governors") with its status, and which of the table's that is."""
        found = self._statuses.get(table)
        if found is None:
            found = self._statuses[table] = {}
            for place, (status, words) in enumerate((self.status.get(table) or {}).items()):
                for word in words:
                    found.setdefault(word, (place, status))
        return found

    def is_in(self, lemma: str, wanted: tuple[str, ...]) -> bool:
        """Whether a lemma is one of these words, or in one of these `@classes`."""
        return lemma in self.wanted(wanted).words

    def wanted(self, listed: tuple[str, ...]) -> Wanted:
        """What a list of words, `@classes` and kinds lets through; worked out once for a list."""
        found = self._wanted.get(listed)
        if found is None:
            plain = frozenset(w for w in listed if not w.startswith("@"))
            words = plain.union(*(self.classes.get(w[1:], ()) for w in listed if w.startswith("@")))
            if "warship" in words:
                words |= word_list("ship-prefixes")
            marks = RESOLVED.intersection(listed)
            last = (word.rpartition("-")[2].split()[-1:] for word in words)
            signs = frozenset() if marks else words.union(*last)
            found = self._wanted[listed] = Wanted(words, marks, tuple(w for w in listed if " " in w), signs)
        return found

    def _needs(self, entry: Entry) -> tuple[frozenset[str], ...]:
        """Words of which a sentence must have one each for an entry's conditions to hold in it."""
        listed = (entry.object, entry.subject, entry.about, *entry.with_.values())
        words = [signs for words in listed if (signs := self.wanted(words).signs)]
        return (*words, *(_written(prep) for prep in entry.with_ if prep[0] != "@" and prep not in _UNWRITTEN))


_UNWRITTEN = frozenset({"by", "for", "with"})
"""Slots that are filled from other words too: agents, wishes ("wants X to go"), loads ("a ship carrying X")."""


@functools.cache
def _written(prep: str) -> frozenset[str]:
    """The words one of which stands where the slot of a preposition is filled: "where" too for "in"."""
    longer = word_list(f"compound-{prep}") if prep in ("outside", "against") else frozenset()
    return longer | {prep, "where"} if prep == "in" else longer | {prep}


def _spellings(form: str, pos: str) -> list[tuple[str, ...]]:
    """The words of a form as the parser splits them: a hyphen inside a noun may stand as a word of its own."""
    whole = tuple(form.split())
    return [whole, tuple(form.replace("-", " - ").split())] if pos == "N" and "-" in form else [whole]


def _key(parts: tuple[str, ...], pos: str) -> str:
    """The word at which a form is looked up: the head of a noun ("war" of "war of words"), the first of the others."""
    if pos != "N":
        return parts[0]
    return parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]


_NOTHING: frozenset[str] = frozenset()


def _about(parts: tuple[str, ...], pos: str) -> frozenset[str]:
    """The further words of a form; of what follows the "of" of a noun only the last."""
    if len(parts) == 1:
        return _NOTHING
    if pos != "N" or "of" not in parts[1:]:
        return frozenset(parts[:-1] if pos == "N" else parts[1:])
    return frozenset((*parts[: parts.index("of") - 1], parts[-1]))


def _by_first_word(phases: Iterable[PhaseVerb]) -> dict[tuple[str, str], list[tuple[tuple[str, ...], PhaseVerb]]]:
    words: dict[tuple[str, str], list[tuple[tuple[str, ...], PhaseVerb]]] = {}
    for phase in phases:
        for pos, forms in (("V", phase.verb), ("N", phase.noun), ("A", phase.adj)):
            for form in forms:
                parts = tuple(form.split())
                words.setdefault((pos, _key(parts, pos)), []).append((parts, phase))
    return words


def _files(only: str = "") -> Iterator[tuple[str, Any]]:
    folder = resources.files("detente.codebook") / "lexicon"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(f"{only}.yaml"):
            try:
                yield path.name.removesuffix(".yaml"), yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
            except yaml.YAMLError as error:
                raise CodebookError(f"lexicon/{path.name}: {str(error).splitlines()[0]}") from error


@functools.cache
def load_lexicon() -> Lexicon:
    """Read and check the whole lexicon, once a process.

    Raises: CodebookError, naming file and entry, for an unknown field, type or class, or an id that occurs twice.
    """
    entries: list[Entry] = []
    special: dict[str, Any] = {}
    for name, rows in _files():
        if name in SPECIAL:
            special[name] = rows
        else:
            entries.extend(_entries(name, rows or []))
    classes = {str(k): frozenset(map(str, v)) for k, v in (special.get("classes") or {}).items()}
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise CodebookError(f"lexicon: id {entry.id} occurs twice")
        seen.add(entry.id)
        inner = (w for words in (*entry.with_.values(), *entry.not_with.values()) for w in words)
        named = (*entry.object, *entry.not_object, *entry.subject, *entry.not_subject)
        for word in (*named, *entry.about, *entry.not_about, *inner):
            if word.startswith("@") and word not in RESOLVED and word[1:] not in classes:
                raise CodebookError(f"lexicon: entry {entry.id} names the unknown class {word}")
    try:
        return Lexicon(entries, classes, special)
    except msgspec.ValidationError as error:
        raise CodebookError(f"lexicon: {error}") from error


def _entries(name: str, rows: list[dict[str, Any]]) -> Iterator[Entry]:
    for row in rows:
        try:
            entry = msgspec.convert({"type": name.partition("-")[0].upper(), **row}, Entry)
        except msgspec.ValidationError as error:
            raise CodebookError(f"lexicon/{name}.yaml, entry {row.get('id')}: {error}") from error
        if entry.type not in TYPES:
            raise CodebookError(f"lexicon/{name}.yaml, entry {entry.id}: unknown type {entry.type}")
        yield entry


@functools.cache
def _word_lists() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = dict(_files("grammar"))["grammar"]
    return {name: frozenset(words) for name, words in lists.items()}


def word_list(name: str) -> frozenset[str]:
    """A small closed word list of `lexicon/grammar.yaml` ("saying", "relative-pronouns")."""
    return _word_lists()[name]
