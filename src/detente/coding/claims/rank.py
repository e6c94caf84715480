"""Which words of a sentence rank something in history, and what they rank."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.claims.around import Rank, is_historic, ranked, word_at
from detente.coding.claims.compare import compared
from detente.coding.claims.heights import extreme, highest, lowest
from detente.coding.claims.words import ClaimWords
from detente.coding.phrases import behind
from detente.model import Sentence, Token

_HAPPEN = frozenset({"be", "occur", "happen", "take", "hold", "come", "convene", "date"})
_HOLD = frozenset({"hold", "make", "pay", "have", "give", "conduct", "carry", "launch", "stage", "issue", "begin"})
_NOT = frozenset({"not", "n't", "never", "hardly", "nor"})
_NOBODY = frozenset({"no", "never", "none", "neither", "nobody", "nor"})
_BARE = ("attr", "pobj", "ROOT", "dobj", "conj", "appos", "npadvmod")


def find_ranks(sentence: Sentence, words: ClaimWords) -> Iterator[Rank]:
    """The rankings of a sentence, in text order; whether they are about states is not looked at."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        rank = _rank(tokens, k, token.lower, words)
        if rank is not None and not _is_elsewhere(rank, tokens, words):
            yield rank


def _is_elsewhere(rank: Rank, tokens: list[Token], words: ClaimWords) -> bool:
    """Whether a sentence of markets or sports ranks something that is no contact and no relation."""
    if rank.target is not None and words.kind_of(rank.target) is not None:
        return False
    return any(t.lemma in words.elsewhere or t.lower in words.elsewhere for t in tokens)


def _rank(tokens: list[Token], k: int, lower: str, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    if lower in words.first:
        return _first(tokens, k, words)
    if lower == "last":
        return _last(tokens, k, words)
    if lower in ("recent", "recently") and word_at(tokens, k - 1) == "most":
        return _latest(tokens, k, words)
    if lower in words.long:
        target = ranked(token, words)
        return None if target is not None and target.lemma in words.not_long else Rank(token, "longest", target)
    if lower in ("only", "sole"):
        return _only(tokens, k, words)
    if lower in ("never", "ever", "not", "before"):
        rank = _never(tokens, k, words)
        if rank is not None:
            return rank
    if lower in ("high", "bottom"):
        return extreme(tokens, k, words)
    kind = compared(tokens, k, words)
    if kind is not None:
        return Rank(token, kind, None)
    if lower in words.low_nouns or lower in words.low or lower in words.strained:
        rank = lowest(tokens, k, words)
        if rank is not None or lower != "worst":
            return rank
    if lower in words.high or token.tag in ("JJS", "RBS"):
        return highest(tokens, k, words)
    return None


def _never(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    """ "Never before have ...", "not since 1990 has ...", "no president has ever visited", "... had visited before"."""
    token, verb = tokens[k], tokens[k].head
    if token.lower in ("never", "not") and word_at(tokens, k + 1) in ("before", "since"):
        if token.lower == "not" and k and word_at(tokens, k - 1) not in (",", "and", "but", '"', "“"):
            return None
        above = next((a for a in token.ancestors() if a.pos == "VERB"), None)
        so = any(t.lower in ("so", "such", "more") for t in tokens[k:])
        return Rank(token, "highest" if so else "first", above)
    done = verb.pos == "VERB" and (words.kind_of(verb) is not None or verb.lemma in words.doings)
    nobody = token.lower in ("ever", "before") and any(t.lower in _NOBODY for t in tokens[:k])
    last = token.lower == "ever" or word_at(tokens, k + 1) in ("", ".", ",", '"', "”")
    return Rank(token, "first", verb) if done and nobody and last else None


def _first(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after, before = tokens[k], word_at(tokens, k + 1), word_at(tokens, k - 1)
    if any(t.lower in _NOT for t in tokens[max(0, k - 4) : k]):
        return None
    if after == "time":
        return Rank(token, "first", None) if before in ("the", "for", "very", "'s", "a") else None
    if (
        before in ("a", "historic")
        and after in (",", ".", "for")
        and {"in", "be"} & {t.lemma for t in tokens[max(0, k - 3) : k]}
    ):
        return Rank(token, "first", None)
    target = ranked(token, words)
    if target is None or target.pos == "VERB" or target.i < token.i:
        phrase = " ".join(word_at(tokens, k + n) for n in (1, 2, 3))
        behind = token.dep in _BARE or (target is not None and target.i < token.i)
        ago = after in ("in", "for") and is_historic(tokens, k, words)
        bare = behind and (after in words.ties or ago or before in ("'s", "’s"))
        verb = tokens[k + 2] if k + 2 < len(tokens) else token
        if after == "to" and verb.lemma in words.not_doings:
            return None
        return Rank(token, "first", None) if bare or phrase in words.history_phrases else None
    if target.lemma in words.doers:
        if after in ("deputy", "vice"):
            return None
        if any(c.dep == "poss" for c in target.children):
            return None
        does = _does(tokens, target, words) or _infinitive(tokens, target, words)
        return Rank(token, "first", target) if does else None
    if target.lemma == "round" and not _of_talks(target, words):
        return None
    if any(o.lemma in words.spells for c in target.children if c.lower == "of" for o in c.children):
        return None
    if before == "-" or target.lemma in words.not_first or (target.text[:1].isupper() and token.text[:1].isupper()):
        return None
    if after == "-" and word_at(tokens, k + 2) in words.not_first:
        return None
    if is_historic(tokens, k, words) or (after == "-" and word_at(tokens, k + 2) == "ever"):
        return Rank(token, "first", target)
    kind = words.kind_of(target)
    if _infinitive(tokens, target, words) or (kind is not None and word_at(tokens, target.i - tokens[0].i + 1) == "of"):
        return Rank(token, "first", target)
    known = kind is not None or target.lemma in words.deeds
    fits = _tied(tokens, k, target, words) if known else _proclaimed(tokens, target, words)
    return Rank(token, "first", target) if fits else None


def _infinitive(tokens: list[Token], target: Token, words: ClaimWords) -> bool:
    """ "The first citizen to be tried in ...", "the first nation outside the bloc to close ..."."""
    if target.lemma in words.not_to:
        return False
    place = target.i - tokens[0].i
    for token, following in zip(tokens[place + 1 : place + 7], tokens[place + 2 : place + 8], strict=False):
        if token.lower == "to" and following.tag == "VB":
            return following.lemma not in words.not_doings
        if token.dep == "punct" or token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False


def _proclaimed(tokens: list[Token], target: Token, words: ClaimWords) -> bool:
    """ "It was the first X between ...": what is said to be the first, and of whom, whatever it is."""
    place = target.i - tokens[0].i
    tied = any(t.lower in words.ties for t in tokens[place + 1 : place + 3])
    return tied and (target.dep == "attr" or (target.dep == "dobj" and target.head.lemma in _HOLD))


def _of_talks(round_: Token, words: ClaimWords) -> bool:
    inner = behind(round_, "of")
    return not inner or any(words.kind_of(t) for t in inner)


def _tied(tokens: list[Token], k: int, target: Token, words: ClaimWords) -> bool:
    """Whether "first" says more than the order of things: somebody's first, a first, the first between."""
    before = word_at(tokens, k - 1)
    if before in ("that", "this") or word_at(tokens, k - 2) == "since":
        return False
    place = target.i - tokens[0].i
    tied = any(t.lower in words.ties for t in tokens[place + 1 : place + 3])
    predicate = target.dep == "attr" or (target.dep in ("dobj", "pobj") and target.head.lemma in _HOLD)
    if before != "the":
        return tied or predicate or words.kind_of(target) is not None or any(c.dep == "poss" for c in target.children)
    return tied or predicate


def _does(tokens: list[Token], target: Token, words: ClaimWords) -> bool:
    """Whether "the first president" goes on "to visit", or is one "who visited"."""
    for c in target.children:
        if c.dep in ("relcl", "acl") and c.i > target.i and c.lemma not in words.not_doings:
            infinitive = c.tag == "VB" and any(g.lower == "to" for g in c.children)
            who = next((g for g in c.children if g.lower in ("who", "that", "which")), None)
            if infinitive or (who is not None and word_at(tokens, who.i - tokens[0].i - 1) != ","):
                return True
    for t in tokens[target.i - tokens[0].i + 1 :][:13]:
        if t.text == "," and word_at(tokens, t.i - tokens[0].i + 1) in ("who", "which"):
            return False
        if t.lemma in words.doings and t.pos == "VERB":
            return True
    return False


def _last(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after = tokens[k], word_at(tokens, k + 1)
    if after == "time":
        ahead = any(t.tag == "MD" for t in tokens[max(0, k - 5) : k])
        return Rank(token, "last", None) if word_at(tokens, k - 1) == "the" and not ahead else None
    if after in words.not_last:
        return None
    verb = tokens[k + 1] if k + 1 < len(tokens) else token
    if verb.tag in ("VBD", "VBN") and token.dep in ("advmod", "amod") and token.head is verb:
        return Rank(token, "last", verb)
    target = ranked(token, words)
    if target is not None and target.lemma in words.doers and target.i > token.i and _does(tokens, target, words):
        return Rank(token, "last", target)
    return Rank(token, "last", target) if target is not None and _took_place(tokens, k, target, words) else None


def _took_place(tokens: list[Token], k: int, target: Token, words: ClaimWords) -> bool:
    """ "The last meeting was in ...", "the last round of talks collapsed in 2011"."""
    known = [t for t in (target, *behind(target, "of")) if words.kind_of(t) or t.lemma in words.deeds]
    if target.i < tokens[k].i or not known or target.dep not in ("nsubj", "nsubjpass"):
        return False
    dated = any(t.tag == "CD" and len(t.text) == 4 for t in tokens[k:])
    return target.head.lemma in _HAPPEN or (dated and target.head.tag in ("VBD", "VBN"))


def _latest(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    """ "Most recently met in ...", "the most recent visit was in ..."."""
    token = tokens[k]
    if token.lower == "recently":
        verb = token.head
        done = verb.tag in ("VBD", "VBN") and (words.kind_of(verb) is not None or verb.lemma in words.doings)
        return Rank(token, "last", verb) if done else None
    target = ranked(token, words)
    return Rank(token, "last", target) if target is not None and _took_place(tokens, k, target, words) else None


def _only(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    before = tokens[k - 1] if k else token
    if before.lemma in ("recognize", "recognise") and word_at(tokens, k + 1) == "by":
        return Rank(token, "only", before)
    above = before if token.lower == "sole" else token.head
    if above.dep == "nsubj" and above.i == token.i + 1 and above.head.lemma in ("recognize", "recognise"):
        return Rank(token, "only", above.head)
    target = ranked(token, words)
    doer = target is not None and target.lemma in words.doers and token.dep == "amod"
    owned = word_at(tokens, k - 1) in ("'s", "’s", "its", "their")
    doer = doer and (owned or token.lower == "sole" or (target is not None and _does(tokens, target, words)))
    return Rank(token, "only", target) if doer else None
