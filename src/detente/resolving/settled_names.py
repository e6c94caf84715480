"""What a capital, a metonym or the name of a people stands for on the report's day."""

from __future__ import annotations

from msgspec.structs import replace

from detente.model import Document, Interval, Mention, Party
from detente.resolving.lexicon import Lexicon

_UNION = "European Union"
_OF_AN_ERA = ("capital", "metonym", "demonym", "body")


def settle_name(mention: Mention, document: Document, states: frozenset[str], lexicon: Lexicon) -> Mention:
    """The mention as the report means it, or as it came."""
    if mention.kind == "capital" and mention.how == "capital" and _is_union(mention, document):
        return replace(mention, parties=(Party(organisation=_UNION, spans=(mention.span,), how="capital"),))
    if mention.kind == "demonym" and _is_bosnian(mention, document):
        return replace(mention, parties=(Party("BIH", spans=(mention.span,), how="demonym"),))
    if mention.kind in _OF_AN_ERA and document.published is not None and mention.parties:
        return _era(mention, document, document.published, lexicon)
    if mention.kind == "metonym" and not mention.parties:
        return _shared(mention, document, states, lexicon)
    return mention


def _is_bosnian(mention: Mention, document: Document) -> bool:
    """Whether "the Serbs" are those of Bosnia: the report names Bosnian ones."""
    people = document.tokens[mention.head].lower.removesuffix("s")
    if people not in ("serb", "croat"):
        return False
    words = document.text.lower()
    return f"bosnian {people}" in words


def _is_union(mention: Mention, document: Document) -> bool:
    """Whether "Brussels" stands for the European Union: the report names it more than Belgium."""
    if mention.span.of(document.text).lower() != "brussels":
        return False
    parties = [p for m in document.mentions if m.kind != "capital" for p in m.parties]
    union = sum(p.organisation == _UNION for p in parties)
    return union > sum(p.state == "BEL" for p in parties)


def _era(mention: Mention, document: Document, when: Interval, lexicon: Lexicon) -> Mention:
    if len(mention.parties) > 1:
        return mention
    then = lexicon.state_then(mention.span.of(document.text), when.last.isoformat())
    return replace(mention, parties=(replace(mention.parties[0], state=then),)) if then else mention


def _shared(mention: Mention, document: Document, states: frozenset[str], lexicon: Lexicon) -> Mention:
    """A metonym of several states ("Foreign Office"): the one that the report is about."""
    words = mention.span.of(document.text)
    states = lexicon.states_for(words) & states
    if len(states) != 1:
        return mention
    return replace(mention, parties=(Party(next(iter(states)), spans=(mention.span,), how="metonym"),))
