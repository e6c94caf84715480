"""Which words of a sentence rank something in history, and what they rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.claims.compare import compared
from detente.coding.claims.words import ClaimWords
from detente.model import Sentence, Token

_HAPPEN = frozenset({"be", "occur", "happen", "take", "hold", "come", "convene", "date"})
_HOLD = frozenset({"hold", "make", "pay", "have", "give", "conduct", "carry", "launch", "stage", "issue", "begin"})
_NOT = frozenset({"not", "n't", "never", "hardly", "nor"})
_NOBODY = frozenset({"no", "never", "none", "neither", "nobody", "nor"})
_NOUNS = ("NOUN", "PROPN")
_MODIFIES = ("amod", "compound", "nummod", "advmod", "nmod", "npadvmod")
_BARE = ("attr", "pobj", "ROOT", "dobj", "conj", "appos", "npadvmod")
_REACH = 30


@dataclass(slots=True, frozen=True)
class Rank:
    """A ranking: its word, its kind, the word ranked (None where it is left out)."""

    word: Token
    kind: str
    target: Token | None


def find_ranks(sentence: Sentence, words: ClaimWords) -> Iterator[Rank]:
    """The rankings of a sentence, in text order; whether they are about states is not looked at."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        rank = _rank(tokens, k, token.lower, words)
        if rank is not None:
            yield rank


def _rank(tokens: list[Token], k: int, lower: str, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    if lower in words.first:
        return _first(tokens, k, words)
    if lower == "last":
        return _last(tokens, k, words)
    if lower in ("recent", "recently") and _word(tokens, k - 1) == "most":
        return _latest(tokens, k, words)
    if lower in words.long:
        target = _ranked(token, words)
        return None if target is not None and target.lemma in words.not_long else Rank(token, "longest", target)
    if lower in ("only", "sole"):
        return _only(tokens, k, words)
    if lower in ("never", "ever", "not", "before"):
        rank = _never(tokens, k, words)
        if rank is not None:
            return rank
    if lower in ("high", "bottom"):
        return _extreme(tokens, k, words)
    kind = compared(tokens, k, words)
    if kind is not None:
        return Rank(token, kind, None)
    if lower in words.low_nouns or lower in words.low or lower in words.strained:
        rank = _low(tokens, k, words)
        if rank is not None or lower != "worst":
            return rank
    if lower in words.high or token.tag in ("JJS", "RBS"):
        return _high(tokens, k, words)
    return None


def _word(tokens: list[Token], k: int) -> str:
    return tokens[k].lower if 0 <= k < len(tokens) else ""


def _ranked(token: Token, words: ClaimWords) -> Token | None:
    """The noun that a ranking word belongs to, past measures ("highest-level talks")."""
    head = token
    for _ in range(4):
        if head.head is head or (head.dep not in _MODIFIES and head is not token):
            break
        head = head.head
        if head.pos in _NOUNS and head.lemma not in words.measures:
            break
    if head is token:
        return None
    if head.lemma in words.measures:
        of = next((c for c in head.children if c.lower == "of"), None)
        inner = next((c for c in of.children if c.dep == "pobj"), None) if of else None
        return inner or head
    return head if head.pos in _NOUNS or head.pos == "VERB" else None


def _historic(tokens: list[Token], k: int, words: ClaimWords) -> bool:
    """Whether words of history follow the ranking in its sentence: "since", "ever", "in decades", "to date"."""
    following = [t.lower for t in tokens[k + 1 : k + _REACH]]
    for n, word in enumerate(following):
        if word in words.history and (word not in ("years", "months", "history") or _within(following[:n])):
            return True
        if f"{word} {following[n + 1]}" in words.history_phrases if n + 1 < len(following) else False:
            return True
    return False


def _within(before: list[str]) -> bool:
    """Whether "years" or "history" stand after "in" or "over" ("in more than ten years", "in its history")."""
    return any(word in ("in", "over") for word in before[-6:])


def _never(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    """ "Never before have ...", "not since 1990 has ...", "no president has ever visited", "... had visited before"."""
    token, verb = tokens[k], tokens[k].head
    if token.lower in ("never", "not") and _word(tokens, k + 1) in ("before", "since"):
        if token.lower == "not" and k and _word(tokens, k - 1) not in (",", "and", "but", '"', "“"):
            return None
        above = next((a for a in token.ancestors() if a.pos == "VERB"), None)
        so = any(t.lower in ("so", "such", "more") for t in tokens[k:])
        return Rank(token, "highest" if so else "first", above)
    done = verb.pos == "VERB" and (words.kind_of(verb) is not None or verb.lemma in words.doings)
    nobody = token.lower in ("ever", "before") and any(t.lower in _NOBODY for t in tokens[:k])
    last = token.lower == "ever" or _word(tokens, k + 1) in ("", ".", ",", '"', "”")
    return Rank(token, "first", verb) if done and nobody and last else None


def _first(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after, before = tokens[k], _word(tokens, k + 1), _word(tokens, k - 1)
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
    target = _ranked(token, words)
    if target is None or target.pos == "VERB" or target.i < token.i:
        phrase = " ".join(_word(tokens, k + n) for n in (1, 2, 3))
        behind = token.dep in _BARE or (target is not None and target.i < token.i)
        ago = after in ("in", "for") and _historic(tokens, k, words)
        bare = behind and (after in words.ties or ago or before in ("'s", "’s"))
        verb = tokens[k + 2] if k + 2 < len(tokens) else token
        if after == "to" and verb.lemma in words.not_doings:
            return None
        return Rank(token, "first", None) if bare or phrase in words.history_phrases else None
    if target.lemma in words.doers:
        if after in ("deputy", "vice"):
            return None
        does = _does(tokens, target, words) or _infinitive(tokens, target, words)
        return Rank(token, "first", target) if does else None
    if target.lemma == "round" and not _of_talks(target, words):
        return None
    if before == "-" or target.lemma in words.not_first or (target.text[:1].isupper() and token.text[:1].isupper()):
        return None
    if after == "-" and _word(tokens, k + 2) in words.not_first:
        return None
    if _historic(tokens, k, words) or (after == "-" and _word(tokens, k + 2) == "ever"):
        return Rank(token, "first", target)
    kind = words.kind_of(target)
    if _infinitive(tokens, target, words) or (kind is not None and _word(tokens, target.i - tokens[0].i + 1) == "of"):
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
    inner = [o for c in round_.children if c.lower == "of" for o in c.children if o.dep == "pobj"]
    return not inner or any(words.kind_of(t) for t in inner)


def _tied(tokens: list[Token], k: int, target: Token, words: ClaimWords) -> bool:
    """Whether "first" says more than the order of things: somebody's first, a first, the first between."""
    before = _word(tokens, k - 1)
    if before in ("that", "this") or _word(tokens, k - 2) == "since":
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
            if infinitive or any(g.lower in ("who", "that", "which") for g in c.children):
                return True
    place = target.i - tokens[0].i
    return any(t.lemma in words.doings and t.pos == "VERB" for t in tokens[place + 1 : place + 14])


def _last(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after = tokens[k], _word(tokens, k + 1)
    if after == "time":
        ahead = any(t.tag == "MD" for t in tokens[max(0, k - 5) : k])
        return Rank(token, "last", None) if _word(tokens, k - 1) == "the" and not ahead else None
    if after in words.not_last:
        return None
    verb = tokens[k + 1] if k + 1 < len(tokens) else token
    if verb.tag in ("VBD", "VBN") and token.dep in ("advmod", "amod") and token.head is verb:
        return Rank(token, "last", verb)
    target = _ranked(token, words)
    if target is not None and target.lemma in words.doers and target.i > token.i and _does(tokens, target, words):
        return Rank(token, "last", target)
    return Rank(token, "last", target) if target is not None and _took_place(tokens, k, target, words) else None


def _took_place(tokens: list[Token], k: int, target: Token, words: ClaimWords) -> bool:
    """ "The last meeting was in ...", "the last round of talks collapsed in 2011"."""
    inner = [o for c in target.children if c.lower == "of" for o in c.children if o.dep == "pobj"]
    known = [t for t in (target, *inner) if words.kind_of(t) or t.lemma in words.deeds]
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
    target = _ranked(token, words)
    return Rank(token, "last", target) if target is not None and _took_place(tokens, k, target, words) else None


def _extreme(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    """ "At an all-time high", "a new high", "at rock bottom", "have hit bottom"."""
    token, before = tokens[k], [t.lower for t in tokens[max(0, k - 3) : k]]
    if not {t.lemma for t in tokens} & words.about["relations"]:
        return None
    if token.lower == "bottom":
        fallen = "rock" in before or any(
            t.lemma in ("hit", "reach", "touch", "sink") for t in tokens[max(0, k - 3) : k]
        )
        return Rank(token, "lowest", None) if fallen else None
    peak = token.pos == "NOUN" and {"record", "historic", "new", "time", "all-time", "year"} & set(before)
    return Rank(token, "highest", None) if peak else None


def _low(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    near = {t.lemma for t in tokens} | {t.lower for t in tokens}
    always = token.lower in ("ebb", "nadir")
    if not near & words.about["relations"] and not (always and _historic(tokens, k, words)):
        return None
    if token.lower in words.low:
        target = _ranked(token, words)
        state = target is not None and (words.kind_of(target) == "relations" or target.lemma in words.states_of_affairs)
        fits = state or always or token.lower == "lowest" or _historic(tokens, k, words)
        return Rank(token, "lowest", target) if fits else None
    if token.lower in words.strained:
        fits = _word(tokens, k + 1) == "since" or _word(tokens, k - 1) in ("most", "particularly")
        return Rank(token, "lowest", None) if fits and _historic(tokens, k, words) else None
    if token.lower == "low":
        noun = token.pos == "NOUN" or _word(tokens, k + 1) in ("point", "ebb")
        return Rank(token, "lowest", None) if noun else None
    return Rank(token, "lowest", None)


def _high(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    ordinal = _word(tokens, k - 1) == "-" and tokens[k - 2].tag in ("JJ", "RB", "CD")
    if ordinal or (token.lower == "best" and _word(tokens, k + 1) == "-"):
        return None
    target = _ranked(token, words)
    if _word(tokens, k - 1) in ("'s", "’s") and tokens[k - 2].lemma in words.world:
        return None
    if token.lower == "worst":
        known = target is not None and (words.kind_of(target) is not None or target.lemma in words.deeds)
        fits = known or _historic(tokens, k, words)
        return Rank(token, "lowest", target) if fits else None
    if token.lower == "most":
        target = _ranked(token.head, words)
        if token.head.pos not in ("ADJ", "ADV") or _word(tokens, k + 1) in ("recent", "recently"):
            return None
    if token.lower in ("least", "latest", "next") or (token.lower == "best" and token.pos != "ADJ"):
        return None
    if token.lower == "unprecedented":
        kind = words.kind_of(target) if target else None
        if target is None or (kind is None and target.lemma not in words.deeds):
            return None
        return Rank(token, "first" if kind in ("contact", "visit", "talks", "call") else "highest", target)
    if token.lower == "record":
        head = token.head
        sum_ = _word(tokens, k - 1) == "a" and any(t.tag in ("CD", "$") for t in tokens[k + 1 : k + 3])
        fits = token.dep in ("compound", "amod", "nmod") and (head.lemma in words.measures or head.tag == "NNS")
        return Rank(token, "highest", target) if fits or sum_ else None
    if target is not None and target.lemma in words.crises:
        if not _historic(tokens, k, words) and words.kind_of(target) != "relations":
            return None
        return Rank(token, "lowest" if _gravest(token, words) else "highest", target)
    between = target is not None and any(c.lower == "between" for c in target.children)
    if _historic(tokens, k, words) or between or (target is not None and words.kind_of(target) == "relations"):
        return Rank(token, "highest", target)
    return None


def _gravest(token: Token, words: ClaimWords) -> bool:
    """ "Worst", "deepest", "most serious"."""
    return token.lower in words.grave or (token.lower == "most" and token.head.lemma in words.grave)


def _only(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    before = tokens[k - 1] if k else token
    if before.lemma in ("recognize", "recognise") and _word(tokens, k + 1) == "by":
        return Rank(token, "only", before)
    above = before if token.lower == "sole" else token.head
    if above.dep == "nsubj" and above.i == token.i + 1 and above.head.lemma in ("recognize", "recognise"):
        return Rank(token, "only", above.head)
    target = _ranked(token, words)
    doer = target is not None and target.lemma in words.doers and token.dep == "amod"
    owned = _word(tokens, k - 1) in ("'s", "’s", "its", "their")
    doer = doer and (owned or token.lower == "sole" or (target is not None and _does(tokens, target, words)))
    return Rank(token, "only", target) if doer else None
