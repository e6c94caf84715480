"""Where a deed happened: the place whose words hang on the event word, not any place of the sentence."""

from __future__ import annotations

from detente.model import Document, Place, PlaceMention, Span, Token
from detente.placing.words import PlaceWords, place_words

_PARTICIPANT = ("dobj", "nsubj", "nsubjpass", "attr", "oprd")
_FARTHEST = 4


def place_event(document: Document, token_index: int) -> tuple[Place, Span] | None:
    """The place where the deed of an event word happened.

    Args:
        document: with its places found.
        token_index: of the event word in `document.tokens`.
    Returns:
        The place and the words that name it; None where no words of place hang on the event word, on its verb, or on
        the occasion at which it happened.
    """
    token, words = document.tokens[token_index], place_words()
    if _says_here(token):
        return _dateline(document)
    best: tuple[int, int, int, PlaceMention] | None = None
    for mention in _in_sentence(document, token):
        head = _head(document, mention)
        steps = _steps(head, token, words)
        if steps is not None:
            rank = (steps, -_detail(mention), abs(head.i - token.i), mention)
            if best is None or rank[:3] < best[:3]:
                best = rank
    return _placed(document, best[3]) if best else None


def _in_sentence(document: Document, token: Token) -> list[PlaceMention]:
    first, last = token.sentence.tokens[0].i, token.sentence.tokens[-1].i
    return [m for m in document.places if m.kind == "name" and first <= m.tokens[0] < m.tokens[1] <= last + 1]


def _head(document: Document, mention: PlaceMention) -> Token:
    """The token of a name on which the others hang."""
    tokens = document.tokens[mention.tokens[0] : mention.tokens[1]]
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[-1])


def _detail(mention: PlaceMention) -> int:
    """A town says more than its country."""
    return int("," in mention.place.name) + int(mention.place.state is not None and mention.place.name != "")


def _steps(head: Token, event: Token, words: PlaceWords) -> int | None:
    """How many links lead from a place to the event word, each of them a link of place; None: they do not."""
    part = 0
    if _is_alternative(head):
        return None
    if _tells_of(head, event):
        return 1
    while head.dep in ("appos", "conj") and head.head is not head:
        head, part = head.head, part + 1
    if head.dep == "compound" and head.head.lemma in words.occasions and head.head is not head:
        head, part = head.head, part + 2
    if head.dep == "dobj" and head.head.lemma in words.reaching:
        if _leaves_for_elsewhere(head.head):
            return None
        return part if head.head is event or _is_purpose(event, head.head, words) else None
    if head.dep not in ("pobj", "npadvmod") or head.head.pos not in ("ADP", "SCONJ"):
        return None
    link, governor = head.head.lower, _governor(head.head)
    to_place = link in ("to", "into", "onto", "for") and governor.lemma in words.going
    if link == "of" and governor.lemma in words.area_words and governor.head.pos == "ADP":
        return _steps(governor, event, words)
    direct = part < 2
    if link == "of" and governor.lemma in words.taking and governor is event and direct:
        return 1 + part
    if link == "from" and event.lemma in words.quitting and direct:
        return 1 + part if governor is event or (governor.head is event and governor.dep == "dobj") else None
    if not (link in words.at_event or to_place):
        return None
    return _reach(governor, event, words, 1 + part)


def _leaves_for_elsewhere(verb: Token) -> bool:
    """Whether a place is only left behind: "left Oslo for talks with"; not "left Oslo after talks with"."""
    return verb.lemma == "leave" and any(c.dep == "prep" and c.lower in ("for", "to") for c in verb.children)


def _is_alternative(place: Token) -> bool:
    """Whether a place is one of two that are open: "will be held in X or Y"."""
    both = (place, place.head) if place.dep == "conj" else (place,)
    return any(c.dep == "cc" and c.lower == "or" for token in both for c in token.children)


def _tells_of(place: Token, event: Token) -> bool:
    """Whether the event word stands in a clause that tells what happens at the place: "Oslo, where he will meet X"."""
    chain = [event]
    while chain[-1].dep in (*_PARTICIPANT, "xcomp", "conj") and chain[-1].head.pos in ("VERB", "AUX"):
        chain.append(chain[-1].head)
    where = next((c for t in chain for c in t.children if c.lower == "where"), None)
    clause = chain[-1]
    if where is None or clause.dep not in ("relcl", "advcl", "ccomp"):
        return False
    tokens = place.sentence.tokens
    between = tokens[place.i + 1 - tokens[0].i : where.i - tokens[0].i]
    return clause.head is place or (place.i < where.i and all(t.text == "," for t in between))


def _governor(preposition: Token) -> Token:
    """What a prepositional phrase hangs on; chains ("from within") and days ("due on May 2 in ...") are climbed."""
    token = preposition.head
    while token.head is not token:
        linked = token.pos in ("ADP", "ADV") and token.dep in ("prep", "advmod", "pcomp")
        dated = token.lower in place_words().never and token.dep in ("pobj", "npadvmod", "nmod")
        if not linked and not dated:
            break
        token = token.head
    return token


def _reach(governor: Token, event: Token, words: PlaceWords, steps: int) -> int | None:
    """Whether what a place hangs on is the event word, its verb, or the occasion at which it happened."""
    if governor is event:
        return steps
    if steps > _FARTHEST:
        return None
    if _shares_clause(governor, event, words):
        return steps + 1
    if governor.dep in ("acl", "relcl") and governor.pos == "VERB":
        noun = governor.head
        return steps + 1 if noun is event else _reach(noun, event, words, steps + 1)
    if _is_partner(governor, event, words):
        return steps + 1
    if governor.pos in ("NOUN", "PROPN") and governor.lemma in words.occasions:
        if governor.dep in ("appos", "conj") and governor.head is not governor:
            return _reach(governor.head, event, words, steps + 1)
        if governor.dep == "pobj" and governor.head.lower in (words.through | words.at_event):
            return _reach(_governor(governor.head), event, words, steps + 1)
        if governor.dep in ("dobj", "nsubjpass") and governor.head is event:
            return steps + 1
    return None


def _is_purpose(event: Token, going: Token, words: PlaceWords) -> bool:
    """Whether somebody goes to a place for a deed: "visited Oslo for talks with"; not "left Oslo for talks"."""
    return going.lemma in words.going and event.dep == "pobj" and event.head.lower == "for" and event.head.head is going


def _is_partner(governor: Token, event: Token, words: PlaceWords) -> bool:
    """Whether the place hangs on someone who takes part: "met Ann Lee in Oslo", "a meeting of rivals in Oslo"."""
    if governor.pos not in ("NOUN", "PROPN"):
        return False
    named = governor.pos == "PROPN" or (governor.lemma in words.roles and governor.tag == "NN")
    if governor.dep == "dobj":
        return governor.head is event and named
    if governor.dep == "pobj" and governor.head.lower in ("with", "of", "between", "among"):
        return governor.head.head is event and (named or event.lemma in words.occasions)
    return False


def _says_here(event: Token) -> bool:
    """Whether "here" hangs on the event word or on its verb: the place from which the report comes."""
    carriers = [event]
    if event.dep in _PARTICIPANT and event.head.pos == "VERB":
        carriers.append(event.head)
    return any(child.lower == "here" and child.dep == "advmod" for token in carriers for child in token.children)


def _dateline(document: Document) -> tuple[Place, Span] | None:
    """The one place of the report's dateline."""
    found = {m.place.name: m for m in document.places if m.tokens[0] == m.tokens[1]}
    if len(found) != 1:
        return None
    mention = next(iter(found.values()))
    return mention.place, mention.span


def _shares_clause(governor: Token, event: Token, words: PlaceWords) -> bool:
    """Whether the event word takes part in the clause of the verb on which the place hangs."""
    if governor.pos not in ("VERB", "AUX"):
        return False
    top = event
    while top.dep == "conj" and top.head is not top and top.pos == top.head.pos and top.head is not governor:
        top = top.head
    if top.head is governor and top.dep in (*_PARTICIPANT, "conj", "xcomp"):
        return True
    if top.head is governor and top.dep == "advcl":
        return top.tag == "VBG" or any(child.tag == "TO" for child in top.children)
    if top.pos in ("NOUN", "PROPN") and top.dep == "pobj" and top.head.lower in words.through:
        holder = _governor(top.head)
        return holder is governor or (holder.head is governor and holder.dep in _PARTICIPANT)
    return top.pos in ("NOUN", "PROPN") and top.head is not top and top.head.head is governor and top.dep == "compound"


def _placed(document: Document, mention: PlaceMention) -> tuple[Place, Span]:
    """The place with the words around its name that belong to it: "northern Syria", "Huntsville, Canada"."""
    place, span = mention.place, mention.span
    first = document.tokens[mention.tokens[0]]
    before = document.tokens[first.i - 1] if first.i else first
    if before.lower in place_words().modifiers and before.text.islower() and before.sentence is first.sentence:
        span = Span(before.start, span.end)
        named = f"{before.text} {place.name}"
        place = Place(named, span, place.state, None, None, None)
    follower = next((m for m in document.places if m.span.start == span.end + 2 and m.kind == "name"), None)
    if follower is not None and document.text[span.end : span.end + 2] == ", " and follower.place.name in place.name:
        span = Span(span.start, follower.span.end)
    return place, span
