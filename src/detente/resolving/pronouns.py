"""Who "he", "they", "it" are; which state "the ministry" is of."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon
from detente.model import Mention, Party, Token
from detente.resolving.binding import author_of, subjects_above
from detente.resolving.focus import SUBJECTS, Focus, Seen, row_head
from detente.resolving.plurals import several_of
from detente.resolving.things import mention_at, thing_of

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "it": "n", "its": "n", "itself": "n",
}  # fmt: skip
_BACK = 3
_UNDERGONE = frozenset({"ask", "charge", "deport", "detain", "escort", "expel", "free", "give", "hand", "hold", "jail",
    "order", "present", "release", "sentence", "serve", "tell", "warn"})  # fmt: skip


def pronoun_at(token: Token, focus: Focus, quoted: bool = False) -> Mention | None:
    """The mention of a pronoun, with the parties it stands for; None where a reader would not be sure.

    Of a pronoun in a quotation only what its own sentence binds.
    """
    kind = PRONOUNS[token.lower]
    parties: tuple[Party, ...]
    if kind in "mf" and quoted:
        return None
    if kind in "mf":
        party = _person(token, focus, kind)
        parties = (party,) if party else ()
    elif kind == "p":
        parties = several_of(token, focus, quoted)
    else:
        party = thing_of(token, focus, quoted)
        parties = (party,) if party else ()
    return _mention(token, parties, kind == "p") if parties else None


def _mention(token: Token, parties: tuple[Party, ...], plural: bool) -> Mention:
    return Mention(
        span=token.span,
        kind="pronoun",
        tokens=(token.i, token.i + 1),
        head=token.i,
        parties=tuple(_pointing(p, token) for p in parties),
        plural=plural,
        how="pronoun",
    )


def subject_ahead(token: Token) -> Token | None:
    """The subject that follows the opening phrase in which "his", "he" stands ("During his visit, X said")."""
    if PRONOUNS[token.lower] not in "mf" or (token.tag != "PRP$" and token.dep not in SUBJECTS):
        return None
    below = token
    for above in token.ancestors():
        subject = next((c for c in above.children if c.dep in SUBJECTS), None)
        if subject is not None and above.pos in ("VERB", "AUX") and subject is not below:
            fronted = below.dep in ("prep", "advcl") and token.i < subject.i
            return subject if fronted and below.i < subject.i else None
        below = above
    return None


def person_of(token: Token, named: Mention, focus: Focus) -> Mention | None:
    """A pronoun's mention of the person named by another one; None where their genders differ."""
    people = focus.persons([Seen(named.tokens[0], token.sentence.index, named, True)] if named.parties else [])
    gender = next((focus.gender[name] for name in people if name in focus.gender), None)
    if not people or gender not in (None, PRONOUNS[token.lower]):
        return None
    return _mention(token, named.parties, False)


def _pointing(party: Party, token: Token) -> Party:
    return Party(party.state, party.organisation, party.person, party.office, (token.span, *party.spans[:1]), "pronoun")


def _person(token: Token, focus: Focus, gender: str) -> Party | None:
    """The person of a singular pronoun: of this sentence first, the subject before others; else of those before."""
    index = token.sentence.index
    whose = _joined_to(token)
    if whose is not None:
        named = focus.persons((s for s in focus.within(index, token.i) if s.mention.head == whose.i), gender)
        return _pick(named)
    author = author_of(token, focus.words)
    if author is not None:
        told = (s for s in focus.within(index, token.i) if s.mention.tokens[0] <= author.i < s.mention.tokens[1])
        if written := focus.persons(told, gender):
            return _pick(written)
    somebody = next(subjects_above(token, focus.words), None)
    if somebody is not None and _is_unnamed(somebody):
        return _of_land(somebody, focus)
    here = focus.persons((s for s in focus.within(index, token.i) if not _barred(s, token, focus)), gender)
    if here:
        return _pick(here) or _bound(here, token, focus)
    for back in range(1, _BACK + 1):
        there = focus.persons(focus.within(index - back), gender)
        if there:
            told_of = _summoned(there, token, focus) if back == 1 else None
            return told_of or _pick(there) or (_main(there, token, focus) if back == 1 else None)
        if focus.unknown_subject(index - back):
            return None
    return None


def _is_unnamed(noun: Token) -> bool:
    """Whether somebody without a name is newly told of: "an Xian admiral", "a soldier"."""
    new = noun.tag == "NN" and any(c.lower in ("a", "an") for c in noun.children)
    return new and load_lexicon().is_in(noun.lemma, ("@official", "@diplomat", "@troops"))


def _of_land(noun: Token, focus: Focus) -> Party | None:
    """X of "an Xian admiral said his ships would sail"."""
    for child in noun.children:
        seen = mention_at(child, focus) if child.dep in ("amod", "compound", "nmod") else None
        if seen is not None and len(seen.mention.parties) == 1 and seen.party.key and not seen.party.person:
            return Party(seen.party.state, seen.party.organisation, spans=seen.party.spans)
    return None


def _summoned(found: dict[str, list[Seen]], token: Token, focus: Focus) -> Party | None:
    """Y of "X summoned Y. He was told to leave": to whom something was done just before is told something, too."""
    if token.dep != "nsubjpass" or token.head.lemma not in _UNDERGONE:
        return None
    undergone = [row[-1] for row in found.values() if focus.tokens[row[-1].mention.head].dep in ("dobj", "nsubjpass")]
    return undergone[0].party if len(undergone) == 1 else None


def _joined_to(token: Token) -> Token | None:
    """The head of "a former spy" in "a former spy and his daughter": whose daughter, whoever else was named.

    X of "X's tributes to Y and his attacks on Z".
    """
    if token.tag != "PRP$" or token.head.dep != "conj":
        return None
    first = token.head.head
    if (owner := next((c for c in first.children if c.dep == "poss" and c.pos == "PROPN"), None)) is not None:
        return owner
    return first if first.pos in ("NOUN", "PROPN") and first.i < token.i else None


def _pick(found: dict[str, list[Seen]]) -> Party | None:
    if len(found) == 1:
        return next(iter(found.values()))[-1].party
    subjects = [seen for seen in found.values() if any(s.subject for s in seen)]
    return subjects[0][-1].party if len(subjects) == 1 else None


def _main(found: dict[str, list[Seen]], token: Token, focus: Focus) -> Party | None:
    """Who does what the sentence before told last: Y of "X faces a vote, and Y has held talks. He met Z"."""
    if token.dep not in SUBJECTS:
        return None
    heads = {row_head(focus.tokens[s.mention.head]): s.party for row in found.values() for s in row if s.subject}
    last = [t for t in heads if (v := t.head).dep == "ROOT" or (v.dep == "conj" and v.head.dep == "ROOT")]
    return heads[max(last, key=lambda t: t.head.i)] if last else None


def _bound(found: dict[str, list[Seen]], token: Token, focus: Focus) -> Party | None:
    """Who does what the clause round a pronoun hangs on: Y of "X met Z after Y admitted that his men did it"."""
    if any(t.dep == "agent" for t in token.ancestors()):
        return None
    heads = {focus.tokens[seen.mention.head].i: seen.party for row in found.values() for seen in row}
    subject = next((t for t in subjects_above(token, focus.words) if t.i in heads), None)
    if subject is None or any(c.dep == "conj" for c in subject.children):
        return None
    return heads[subject.i]


def _barred(seen: Seen, token: Token, focus: Focus) -> bool:
    """Whether syntax keeps a pronoun from meaning somebody in its own clause ("X told him", "after X, he said").

    Its understood subject is such a one, too ("X called Y, urging him to yield"), and who is joined to it.
    """
    if token.tag == "PRP$" or token.lower.endswith("self"):
        return False
    one = focus.tokens[seen.mention.head]
    if token.dep in SUBJECTS:
        return not seen.subject and any(above is token.head for above in one.ancestors())
    verb = token.head
    while verb.pos == "ADP" and verb.head is not verb:
        verb = verb.head
    first = row_head(one)
    return (seen.subject and verb is first.head) or next(subjects_above(token, focus.words), None) is first


def named_noun_at(token: Token, focus: Focus) -> Mention | None:
    """ "the alliance", "the bloc": the one organisation of that kind that was named before."""
    before = focus.tokens[token.i - 1] if token.i else token
    if before.lower != "the" or before.sentence is not token.sentence or token.dep in ("compound", "nmod"):
        return None
    kinds = focus.words.organisation_nouns.get(token.lower)
    if kinds is None:
        return None
    found: dict[str, Party] = {}
    for seen, party in focus.parties():
        if party.organisation and focus.kind_of(party.organisation) in kinds:
            found[party.organisation] = Party(party.state, party.organisation, spans=seen.party.spans)
    if len(found) != 1:
        return None
    party = next(iter(found.values()))
    span = type(token.span)(before.start, token.end)
    return Mention(
        span=span,
        kind="organisation",
        tokens=(token.i - 1, token.i + 1),
        head=token.i,
        parties=(Party(party.state, party.organisation, spans=(span, *party.spans[:1]), how="focus"),),
        how="focus",
    )
