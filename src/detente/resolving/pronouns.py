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
_BACK, _FAR = 3, 12
"""How many sentences back somebody is looked for, and with the quoted ones between."""
_UNDERGONE = frozenset({"ask", "charge", "deport", "detain", "escort", "expel", "free", "give", "hand", "hold", "jail",
    "order", "present", "release", "sentence", "serve", "tell", "warn"})  # fmt: skip


def pronoun_at(token: Token, focus: Focus, quoted: bool = False) -> Mention | None:
    """The mention of a pronoun, with the parties it stands for; None where a reader would not be sure.

    Of a pronoun in a quotation only what its own sentence binds.
    """
    kind = PRONOUNS[token.lower]
    parties: tuple[Party, ...]
    if kind in "mf":
        party = _quoted_of(token, focus, kind) if quoted else _person(token, focus, kind)
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
    """The person of a singular pronoun: of this sentence first, the subject before others; else of those before.

    Nobody who is only named in what somebody else is quoted as saying: "'X lied,' he said".
    """
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
    if somebody is not None and _is_stranger(somebody, token, focus) and somebody.head in token.ancestors():
        return None
    if somebody is not None and _is_open(somebody, gender, focus):
        return None
    teller = None if _tells(token, focus) else _teller(token)
    here = focus.persons((s for s in focus.within(index, token.i) if not _barred(s, token, focus)), gender)
    here = _without(here, teller)
    before = None
    if not here or (_tells(token, focus) and _are_aside(here, token, focus)):
        before = _named_before(token, focus, gender, teller)
    alone = None if _of_several(here, token, focus) else _pick(here)
    return before or alone or _bound(here, token, focus)


def _are_aside(found: dict[str, list[Seen]], token: Token, focus: Focus) -> bool:
    """Whether only a clause that describes something names them: "on Peru, which X has left, he said"."""
    names = (focus.tokens[s.mention.head] for row in found.values() for s in row)
    return all(_is_in_relative(name, token) for name in names)


def _is_in_relative(name: Token, token: Token) -> bool:
    return next((t.dep == "relcl" for t in name.ancestors() if t.dep == "relcl" or t is token.head), False)


def _named_before(token: Token, focus: Focus, gender: str, teller: Token | None) -> Party | None:
    """The person of a pronoun whom the last sentence with any such person named outside quotation marks.

    Of "his" and of what he does in person also one who is only told of in somebody's words.
    """
    telling = _tells(token, focus)
    for n, sentence in enumerate(_told_before(token.sentence.index, focus)):
        seen = focus.within(sentence)
        there = _without(focus.persons((s for s in seen if not s.quoted), gender), teller)
        if not there and not telling:
            there = focus.persons(seen, gender)
        if there:
            told_of = _summoned(there, token, focus) if n == 0 else None
            return told_of or _pick(there) or (_main(there, token, focus) if n == 0 else None)
        stranger = focus.unknown_subject(sentence)
        if stranger is not None:
            return _of_land(stranger, focus) if telling else None
    return None


def _tells(token: Token, focus: Focus) -> bool:
    """Whether a pronoun is who says something."""
    return token.dep in SUBJECTS and token.head.lemma in focus.words.speech


def _quoted_of(token: Token, focus: Focus, gender: str) -> Party | None:
    """The person of a pronoun in somebody's words: the one whom these words have named, here or just before."""
    index = token.sentence.index
    began = focus.in_quotes(token.sentence.tokens[0].span)
    for sentence in (index, index - 1) if began else (index,):
        seen = [s for s in focus.within(sentence, token.i) if s.quoted]
        found = focus.persons((s for s in seen if not _barred(s, token, focus, quoted=True)), gender)
        if found:
            return _pick(found) or (_bound(found, token, focus) if sentence == index else None)
    return None


def _told_before(index: int, focus: Focus) -> list[int]:
    """The sentences before one in which "he" may have been named: not those that are somebody's words throughout."""
    return [n for n in range(index - 1, max(index - _FAR, -1), -1) if n not in focus.spoken][:_BACK]


def _of_several(found: dict[str, list[Seen]], token: Token, focus: Focus) -> bool:
    """Whether the subject among several is joined to others who do it with him: "X and other leaders shunned Y"."""
    heads = [focus.tokens[row[-1].mention.head] for row in found.values() if row[-1].subject]
    above = {t.i for t in token.ancestors()}
    return len(found) > 1 and any(c.dep == "conj" and c.i not in above for t in heads for c in t.children)


def _is_stranger(noun: Token, token: Token, focus: Focus) -> bool:
    """Whether somebody does it whom nobody knows: "Jim Hansen killed his wife", "the witness said he knew"."""
    if focus.covered[noun.i]:
        return False
    if noun.tag != "NNP" or noun.head.lemma in focus.words.speech:
        return focus.is_somebody(noun) and noun.dep in SUBJECTS and _may_be(noun, token, focus)
    before = [c for c in noun.children if c.i < noun.i]
    named = any(c.dep == "compound" and c.tag == "NNP" for c in before) and noun.lower not in focus.words.press_names
    return named and not any(c.dep == "det" or focus.covered[c.i] for c in before)


def _is_open(noun: Token, gender: str, focus: Focus) -> bool:
    """Whether the "he" of "he said that he left" is nobody known."""
    return PRONOUNS.get(noun.lower) == gender and noun.dep in SUBJECTS and mention_at(noun, focus) is None


def _may_be(noun: Token, token: Token, focus: Focus) -> bool:
    """Whether "he" can be the man, "his" that of the boy or the clerk; "an editor told of her plans" is another's."""
    words, gender = focus.words, PRONOUNS[token.lower]
    other, same = (words.female, words.male) if gender == "m" else (words.male, words.female)
    if noun.lemma in other or token.dep not in (*SUBJECTS, "poss"):
        return False
    return token.dep != "poss" or noun.lemma in same or any(c.lower == "the" for c in noun.children)


def _teller(token: Token) -> Token | None:
    """X of "he had left, X said", who tells of somebody else."""
    for verb in token.ancestors():
        if verb.dep == "ccomp" and verb.i < verb.head.i:
            return next(
                (c for c in verb.head.children if c.dep == "nsubj" and c.pos == "PROPN" and c.i > token.i), None
            )
    return None


def _without(found: dict[str, list[Seen]], teller: Token | None) -> dict[str, list[Seen]]:
    if teller is None:
        return found
    return {name: seen for name, seen in found.items() if name.rsplit(" ", 1)[-1].lower() != teller.lower}


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


def _barred(seen: Seen, token: Token, focus: Focus, quoted: bool = False) -> bool:
    """Whether syntax keeps a pronoun from meaning somebody in its own clause ("X told him", "after X, he said").

    Its understood subject is such a one, too ("X called Y, urging him to yield"), and who is joined to it.
    """
    if seen.quoted is not quoted or token.tag == "PRP$" or token.lower.endswith("self"):
        return seen.quoted is not quoted
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
