"""Which state or organisation "it" and "its" are."""

from __future__ import annotations

from collections.abc import Iterator

from detente.model import Party, Token
from detente.resolving.binding import answers, blamed, first_joined, subjects_above
from detente.resolving.focus import SUBJECTS, Focus, Seen, row_head

_ACTING = ("state", "capital", "metonym", "organisation", "body", "demonym", "pronoun")
_OWNING = ("poss", "amod", "compound", "nmod")
_TELLING, _LEAVING = frozenset({"ask", "give", "order", "tell"}), frozenset({"depart", "go", "leave"})
_ENVOYS = frozenset({"ambassador", "attache", "attaché", "consul", "diplomat", "envoy"})
_ASKING = frozenset(
    {
        "ask",
        "beg",
        "call",
        "command",
        "demand",
        "implore",
        "invite",
        "order",
        "press",
        "pressure",
        "request",
        "tell",
        "urge",
    }
)
_REFUSING = frozenset({"agree", "balk", "comply", "decline", "demur", "disagree", "obey", "oblige", "refuse", "reject"})
_PLURAL = ("NNS", "NNPS")
_EMPTY = frozenset({"be", "seem", "appear", "remain", "take", "become", "mean", "matter", "happen", "turn"})


def thing_of(token: Token, focus: Focus, quoted: bool = False) -> Party | None:
    """The state or organisation of "it", "its": whom its phrase blames, else the subject of the clauses round it.

    Args:
        token: the pronoun.
        focus: what the report has named so far.
        quoted: whether it stands in a quotation, so that the sentences before say nothing of it.
    Returns:
        The party; None where a reader would not be sure, or the word points to nothing.
    """
    owning = token.tag == "PRP$" or token.lower == "itself"
    if not owning and not _points(token, focus):
        return None
    if (asked := _answering(token, focus)) is not None:
        return asked
    first = first_joined(token)
    if first is not None:
        seen = mention_at(first, focus)
        return seen.party if seen is not None and first.tag == "PRP$" else party_at(first, focus)
    for noun in blamed(token, focus.words):
        party = party_at(noun, focus) if mention_at(noun, focus) else None
        if party is not None:
            return party
        if noun.pos == "PROPN":
            break
    return _bound(token, focus, owning, quoted)


def _answering(token: Token, focus: Focus) -> Party | None:
    """Y of "X asked Y to leave, but it refused": who is asked answers."""
    verb, asking = token.head, token.head.head
    if token.dep != "nsubj" or verb.lemma not in _REFUSING or verb.dep not in ("conj", "ccomp") or asking is verb:
        return None
    given = next((c for c in asking.children if c.dep == "dobj" and asking.i < c.i < token.i), None)
    return party_at(given, focus) if given is not None and asking.lemma in _ASKING else None


def _points(token: Token, focus: Focus) -> bool:
    """Whether "it" can stand for somebody: it speaks or governs, or is told of by one who does."""
    acting = focus.words.speech | focus.words.government_verbs
    verb = token.head
    if token.dep == "nsubjpass" and any(c.dep == "ccomp" for c in verb.children):
        return False  # "it was claimed that"
    if verb.lemma in acting:
        return True
    if token.dep not in SUBJECTS or verb.lemma in _EMPTY or any(c.dep in ("ccomp", "csubj") for c in verb.children):
        return False
    above = next((t for t in verb.ancestors() if t.pos == "VERB"), None)
    if verb.dep == "acl" and above is not None and any(c.lower == "that" and c.dep == "mark" for c in verb.children):
        # "X's tests fed fears that it might": not "Y voiced fears that it might"
        return any(c.dep in SUBJECTS and c.pos == "NOUN" and mention_at(c, focus) is None for c in above.children)
    if above is None or (token.dep == "nsubjpass" and verb.dep == "advcl"):
        return False
    return above.lemma in acting or verb.dep == "advcl"


def _bound(token: Token, focus: Focus, owning: bool, quoted: bool) -> Party | None:
    nouns = subjects_above(token, focus.words)
    intruded = owning and (token.head.dep == "attr" or intruded_on(token, focus))  # "X is its ally"
    other = next(nouns, None) if intruded or not (owning or token.dep in SUBJECTS) else None
    for noun in nouns:
        if noun is other or (noun.tag == "NN" and noun.lemma in focus.words.person_nouns | focus.words.titles.keys()):
            continue  # nobody in person is "it"
        if not owning and any(c.dep == "conj" for c in noun.children):
            continue  # nor are several
        party = party_at(noun, focus)
        if party is not None:
            return party
        seen = mention_at(noun, focus)
        if owning and seen is not None and seen.party.office == "spokesperson" and _speaks(noun):
            # "X's spokesman Y said its planes"
            return Party(state=seen.party.state, organisation=seen.party.organisation, spans=seen.party.spans)
        known = seen is not None and bool(seen.party.person or seen.party.office)
        thing = noun.tag not in _PLURAL and noun.pos in ("NOUN", "PROPN") and noun.dep in SUBJECTS
        if thing and not known and not _speaks(noun):
            return None
    return None if quoted or answers(token, focus.words) else _before(token, focus, other)


def strayed_over(token: Token) -> list[Token]:
    """The verb whose object the noun of "its" is, or stands behind its preposition: "strayed into its waters"."""
    noun = token.head
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos == "NUM":
        # "two of its envoys"
        noun = noun.head.head
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.dep == "pobj" and noun.head.lower == "of" and above.dep == "dobj" and above.pos in ("NUM", "NOUN"):
        above = above.head  # "killed nine of its soldiers"
    return [above] if noun.dep in ("dobj", "pobj") and above.pos == "VERB" else []


def intruded_on(token: Token, focus: Focus) -> bool:
    """Whether "its" is of whom somebody strikes: nobody enters his own waters, nor kills his own soldiers."""
    words = focus.words
    above = strayed_over(token)
    if any(_is_sent_away(verb, token.head) for verb in above):
        return True
    verbs = {t.lemma for t in above}
    if verbs & words.intruding_verbs:
        return True
    counted = token.head.lemma == "citizen" and token.head.dep == "pobj"  # "killed dozens of its citizens"
    return bool(verbs & words.striking_verbs) and (counted or token.head.lemma in words.struck_nouns)


def _is_sent_away(verb: Token, envoys: Token) -> bool:
    """Whether envoys are told to leave, who then are another's: "gave its ambassador two days to leave"."""
    if verb.lemma not in _TELLING or envoys.lemma not in _ENVOYS:
        return False
    leaving = next((t for t in verb.subtree() if t.lemma in _LEAVING and t.i > envoys.i and t.tag == "VB"), None)
    return leaving is not None and not any(c.dep == "dobj" and c.pos == "PROPN" for c in leaving.children)


def _speaks(noun: Token) -> bool:
    return noun.head.lemma in ("say", "tell", "add", "announce", "report") and noun.dep == "nsubj"


def _before(token: Token, focus: Focus, other: Token | None) -> Party | None:
    """The one subject of this sentence before a pronoun, else of the sentence before; not who does it to "it".

    Where a clause without a subject of its own does it, the one other party of the sentence: "left X, accusing it".
    """
    index = token.sentence.index
    doing = mention_at(other, focus) if other is not None else None
    doers = {p.key for p in doing.mention.parties} if doing is not None else set()
    for sentence, before in ((index, token.i), (index - 1, None)):
        heads = ((s, row_head(focus.tokens[s.mention.head])) for s in focus.within(sentence, before))
        near = [s for s, head in heads if head is not other]
        found = {p.key: p for p in _subjects(near) if not (other is not None and p.key in doers)}
        if len(found) == 1:
            return next(iter(found.values()))
        if not found and doers and sentence == index:
            faced = {one.party.key: one.party for one in near if _acts(one) and one.party.key not in doers}
            if len(faced) == 1:
                return next(iter(faced.values()))
        if found or (token.lower != "it" and sentence == index and _has_subject(token)):
            return None
    return None


def _subjects(seen: list[Seen]) -> Iterator[Party]:
    for one in seen:
        if one.subject and _acts(one):
            yield one.party


def _acts(one: Seen) -> bool:
    mention = one.mention
    if mention.kind not in _ACTING or mention.attributive or mention.how == "place" or len(mention.parties) != 1:
        return False
    return not one.party.person and not one.party.office


def _has_subject(token: Token) -> bool:
    """Whether some other noun before a pronoun is the subject of its sentence."""
    return any(t.dep in SUBJECTS and t.pos in ("NOUN", "PROPN") for t in token.sentence.tokens if t.i < token.i)


def mention_at(noun: Token, focus: Focus) -> Seen | None:
    """What was seen at a noun."""
    for seen in reversed(focus.seen):
        if seen.mention.tokens[0] <= noun.i < seen.mention.tokens[1]:
            return seen
        if seen.sentence < noun.sentence.index:
            return None
    return None


def party_at(noun: Token, focus: Focus) -> Party | None:
    """The state or organisation that a noun is, or that a body, decision, talk ... of its is of ("Iran's plan")."""
    seen = mention_at(noun, focus)
    if seen is not None:
        single = len(seen.mention.parties) == 1 and not seen.party.person and not seen.party.office
        return seen.party if single and seen.mention.kind in (*_ACTING, "group") else None
    for child in noun.children:
        owner = mention_at(child, focus) if child.dep in _OWNING and child.i < noun.i else None
        if owner is not None and len(owner.mention.parties) == 1 and not owner.party.person:
            return None if owner.party.office else owner.party
    links = [c for c in noun.children if c.dep in ("prep", "agent") and c.lower in ("by", "from")]
    for end in (o for c in links for o in c.children if o.dep == "pobj"):
        seen = mention_at(end, focus)
        if seen is not None and seen.mention.kind in _ACTING and len(seen.mention.parties) == 1:
            return seen.party
    return None
