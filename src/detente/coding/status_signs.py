"""What speaks for a status: how a deed is told, by whom, and when. Kinds of evidence and common verbs, never names."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon
from detente.coding.draft import Draft
from detente.coding.event_nouns import carrier_of
from detente.coding.mood import CONDITIONALS, listed
from detente.coding.noun_slots import container
from detente.coding.phrases import article, is_verb
from detente.coding.telling import relation, verb_of, width
from detente.coding.tense import tense_of
from detente.model import Document, Token

WORDS = "words: "
TABLES = ("modifiers", "adverbs", "carriers", "predicates", "governors")
SPOKEN = ("advmod", "npadvmod", "mark", "neg", "aux", "auxpass")
ATTRIBUTES = ("amod", "compound", "det", "acl", "relcl", "nummod")
COMMON = ("NOUN", "VERB", "ADJ", "ADV", "AUX", "ADP")
REACH = 6
"""Words up from the event word that are looked at."""


def status_signs(draft: Draft, document: Document, lexicon: Lexicon) -> tuple[str, ...]:
    """Names of all that speaks for or against a status of a draft.

    Args:
        draft: dated, with its sides and the status that the rules gave.
        document: its report.
        lexicon: its words of status.
    """
    verb = verb_of(draft.hit.word)
    found = [*_rule(draft), *_word(draft), *_telling(draft), *_days(draft, document), *_listed_above(draft, lexicon)]
    if verb is not None:
        found += [*_clause(draft, verb), *_above(draft, verb)]
    if draft.hit.kind != "V":
        found += _noun(draft, lexicon)
    if draft.hit.kind == "N":
        found += _carrier(draft, lexicon)
    return tuple(dict.fromkeys(found))


def _rule(draft: Draft) -> list[str]:
    """What the rules said, and why."""
    how = draft.how.get("status", "tense")
    kind = how.split(":")[0]
    found = [
        f"rule={draft.status}",
        f"type-rule={draft.type}-{draft.status}",
        f"rule-how={draft.status}-{kind}",
        f"type-rule-how={draft.type}-{draft.status}-{kind}",
    ]
    if how.startswith(WORDS):
        cue = how.removeprefix(WORDS)
        found += [f"cue={cue}", f"cue-type={cue}-{draft.type}"]
    return found


def _word(draft: Draft) -> list[str]:
    hit, type_ = draft.hit, draft.type
    return [
        "bias",
        f"type={type_}",
        f"type-kind={type_}-{hit.kind}",
        f"entry={hit.entry.id}",
        f"turn={draft.turn}",
        f"mode={type_}-{draft.mode}",
        f"tag={hit.word.tag}",
        f"type-tag={type_}-{hit.word.tag}",
        f"dep={hit.kind}-{hit.word.dep}",
        *(f"under={c.lower}" for c in hit.word.children if c.dep == "prep"),
    ]


def _clause(draft: Draft, verb: Token) -> list[str]:
    """The verb of the clause, its tense, its adverbs and auxiliaries."""
    kind, tense = draft.hit.kind, tense_of(verb)
    return [
        f"tense={kind}-{tense}",
        f"type-tense={draft.type}-{kind}-{tense}",
        f"clause={kind}-{verb.dep}-{tense}",
        *([f"verb={verb.lemma}", f"verb-tense={verb.lemma}-{tense}"] if verb is not draft.hit.word else []),
        *(f"beside={c.lower}" for c in verb.children if c.dep in SPOKEN and c.pos != "PROPN"),
    ]


def _above(draft: Draft, verb: Token) -> list[str]:
    """The clause above that of the event word."""
    token = verb
    for _ in range(REACH):
        over = token.head
        if over is token:
            break
        if is_verb(over):
            tense = tense_of(over)
            conditional = any(c.lower in CONDITIONALS for c in over.children)
            return [
                f"up={token.dep}-{over.lemma}",
                f"up-tense={token.dep}-{tense}",
                f"up-type-tense={draft.type}-{token.dep}-{tense}",
                f"up-own-tense={tense_of(verb)}-{token.dep}-{tense}",
                *(["up-conditional"] if conditional else []),
            ]
        token = over
    return []


def _noun(draft: Draft, lexicon: Lexicon) -> list[str]:
    """How a noun is introduced, what it depends on, what is said of it."""
    word, type_ = draft.hit.word, draft.type
    outer, introduced = container(word), article(word)
    found = [f"article={introduced}", f"type-article={type_}-{introduced}", f"outer={outer.dep}"]
    if outer.dep == "pobj":
        found += [f"preposition={outer.head.lower}", f"type-preposition={type_}-{outer.head.lower}"]
    if outer.dep == "pobj" and outer.head.head.pos in COMMON:
        found += [f"phrase={outer.head.head.lemma}-{outer.head.lower}", f"phrase-head={outer.head.head.lemma}"]
    elif outer.head.pos in COMMON:
        found.append(f"head={outer.dep}-{outer.head.lemma}")
    attributes = [c for c in word.children if c.dep in ATTRIBUTES]
    found += [f"attribute={c.lemma}" for c in attributes if c.pos in COMMON]
    return found + [f"attributes={c.dep}" for c in attributes] + _tables("attribute", attributes, lexicon)


def _carrier(draft: Draft, lexicon: Lexicon) -> list[str]:
    """The verb that brings a noun's deed about."""
    carrier = carrier_of(draft.hit.word, lexicon)
    if carrier is draft.hit.word:
        return []
    tense = tense_of(carrier)
    return [f"carrier={carrier.lemma}", f"carrier-tense={tense}", f"carrier-type={draft.type}-{tense}"]


def _listed_above(draft: Draft, lexicon: Lexicon) -> list[str]:
    """Words of status above the event word, and a condition anywhere in its sentence."""
    above = [t for _, t in zip(range(REACH), draft.hit.word.ancestors(), strict=False)]
    conditional = any(t.lower in CONDITIONALS for t in draft.hit.word.sentence.tokens)
    return _tables("above", above, lexicon) + (["conditional"] if conditional else [])


def _tables(name: str, tokens: list[Token], lexicon: Lexicon) -> list[str]:
    found = ((table, listed(t, lexicon, table)) for t in tokens for table in TABLES)
    return [f"{name}={table}-{status}" for table, status in found if status is not None]


def _telling(draft: Draft) -> list[str]:
    """Who tells it, where, and with how many parties."""
    type_, vouched = draft.type, bool(draft.sources)
    return [
        f"line={draft.kind}",
        f"quoted={type_}-{draft.quoted}",
        f"vouched={type_}-{vouched}",
        f"passive={draft.hit.slots.passive}",
        f"light={bool(draft.hit.slots.light)}",
        f"parties={draft.how.get('parties', '')}",
        f"sides={min(2, len(draft.actors))}{min(2, len(draft.recipients))}",
        f"actors={type_}-{min(2, len(draft.actors))}",
    ]


def _days(draft: Draft, document: Document) -> list[str]:
    """How its days, and those that its sentence names, lie to the report's."""
    sentence, published = draft.hit.word.sentence, document.published
    named = [
        f"sentence={relation(m.interval, published)}-{m.kind}"
        for m in document.times
        if m.interval is not None and document.tokens[m.tokens[0]].sentence is sentence
    ]
    if draft.date is None:
        return [f"dated={draft.type}-none", *named]
    side, wide = relation(draft.date, published), width(draft.date)
    return [
        f"dated={draft.type}-{side}",
        f"dated-rule={side}-{draft.status}",
        f"width={draft.type}-{wide}",
        f"dated-how={draft.how.get('date', '')}",
        *named,
    ]
