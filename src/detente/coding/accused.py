"""Deeds that somebody is blamed for in their own sentence: "the bombing, which X has blamed on Y"."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.draft import AHEAD, Draft
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import is_verb
from detente.model import Party, Token

FORCE = word_list("types-of-force")
SPEECH = word_list("types-of-speech")
LASTING = frozenset({"aggression", "campaign", "incursion", "intervention", "invasion", "offensive", "onslaught"})
"""Force that one state goes on using against another, of which there is mostly one."""
BY_LAW = {"arrest", "convict"}
STEM = 5
"""Letters by which a verb and its noun are told to be the same word."""
SHARES = frozenset({"complicity", "hand", "involvement", "part", "responsibility", "role"})
CONTAINERS = word_list("containers")
TOLD = ("occurred", "alleged")
BLAMED_FOR = frozenset({"behind", "for", "in", "of", "over", "with"})


def name_accused(drafts: list[Draft]) -> None:
    """Give a deed without an author the party that an accusation of the same sentence blames for it, as alleged."""
    accusations = [d for d in drafts if d.type == "ACCUSE" and d.recipients]
    _doubt_what_is_charged(drafts, accusations)
    for deed in drafts:
        if deed.type not in FORCE or deed.actors or deed.status not in TOLD:
            continue
        accused = next((d for d in accusations if _blames(d, deed.hit.word)), None)
        if accused is None or not keys(accused.recipients):
            continue
        _lay_on(deed, accused, accused.recipients)


def name_punished(drafts: list[Draft]) -> None:
    """ "X sanctioned Y for meddling in its election", "for X election meddling": Y did what it is punished for.

    Not where the words say that somebody else did.
    """
    punishments = [d for d in drafts if d.type == "SANCTION" and keys(d.actors) and keys(d.recipients)]
    for deed in drafts:
        if deed.type not in ("ASSAULT", "COERCE"):
            continue
        for punished in punishments:
            if keys(deed.actors) <= keys(punished.actors) and _is_what_for(deed.hit.word, punished.hit.word):
                _turn_on(deed, punished)


def _turn_on(deed: Draft, punished: Draft) -> None:
    """Make those who are punished the authors of a deed, and whoever punishes them whom it struck, if they were one."""
    if not keys(deed.recipients) - keys(punished.recipients):
        if not deed.actors:
            return
        deed.recipients = sides_only(deed.actors)
    deed.actors, deed.how["parties"] = sides_only(punished.recipients), "accused"
    if deed.status in AHEAD:
        deed.status = "alleged"


def _is_what_for(deed: Token, punishment: Token) -> bool:
    """Whether a deed is that for which a punishment is meted out."""
    link = deed
    while link.dep == "conj" and link.head.i < link.i and (link.tag != "VBG" or link.head.tag == "VBG"):
        link = link.head
    link = link.head if link.dep in ("pobj", "pcomp") else link
    verb = punishment.head if punishment.dep in ("dobj", "nsubjpass") else punishment
    if link.tag == "VBG" and link.dep == "conj" and link.head is verb:
        # "sanctions on X for the raid in Y and meddling in Z", where the last was joined to the verb
        link = next((t for t in verb.subtree() if t.i < link.i and t.lower in ("for", "over")), link)
    if link.lower not in ("for", "over") or link.i < punishment.i:
        return False
    above = link.head
    return above in (punishment, verb) or any(t in (punishment, verb) for t in above.ancestors() if _close(above, t))


def _close(below: Token, above: Token) -> bool:
    """Whether only nouns and prepositions stand between two words: "sanctions on officials of X for"."""
    while below is not above and below.dep in ("pobj", "prep", "conj", "appos", "dobj", "nsubjpass"):
        below = below.head
    return below is above


def _lay_on(deed: Draft, accusation: Draft, accused: tuple[Party, ...]) -> None:
    """Make those the authors of a deed who are blamed for it, as alleged; who condemns a deed does not doubt it."""
    deed.actors, deed.how["parties"] = accused, "accused"
    if accusation.mode == "disapprove":
        return
    deed.status, deed.spans["status"] = "alleged", (accusation.hit.word.span,)


def _doubt_what_is_charged(drafts: list[Draft], accusations: list[Draft]) -> None:
    """ "Said that X had armed the rebels, a charge that X denies": what is called a charge is alleged."""
    for charge in (d for d in accusations if d.hit.kind == "N" and d.hit.word.dep == "appos"):
        for deed in drafts:
            told = deed.type not in SPEECH and deed.status in ("occurred", "ongoing")
            if told and deed.hit.word.i < charge.hit.word.i and keys(deed.actors) & keys(charge.recipients):
                deed.status, deed.how["status"] = "alleged", "called a charge"
                deed.spans["status"] = (charge.hit.word.span,)


def name_accused_elsewhere(drafts: list[Draft]) -> None:
    """The same for a whole report: of "the poisoning of X", whoever is blamed for a poisoning in another sentence.

    Only where all who are blamed for it are one party.
    """
    blame = [(d, d.recipients) for d in drafts if d.type == "ACCUSE" and d.how.get("parties") is None]
    blame += [(d, d.actors) for d in drafts if d.type == "REJECT" and d.hit.word.lemma == "deny"]
    for deed in drafts:
        if deed.type != "ASSAULT" or deed.actors or deed.status not in TOLD:
            continue
        told = [(d, parties) for d, parties in blame if keys(parties) and _same_word(d, deed.hit.word)]
        if len({key for _, parties in told for key in keys(parties)}) == 1:
            _lay_on(deed, *told[0])


def name_by_victim(drafts: list[Draft]) -> None:
    """Give the killing of a person without an author the one that the report names for it in other words.

    Only where it names one.
    """
    struck = [d for d in drafts if d.type == "ASSAULT" and any(p.person for p in d.recipients)]
    for deed in struck:
        if deed.actors or deed.status not in TOLD:
            continue
        victims = {p.person for p in deed.recipients if p.person}
        told = [d for d in struck if d.actors and d.status in TOLD and victims & {p.person for p in d.recipients}]
        if len({key for d in told for key in keys(d.actors)}) == 1:
            deed.actors, deed.how["parties"] = sides_only(told[0].actors), "accused"
            if any(d.status == "alleged" for d in told):
                deed.status = "alleged"
                deed.spans["status"] = told[0].spans.get("status", (told[0].hit.word.span,))


def name_by_struck(drafts: list[Draft]) -> None:
    """Give an arrest or a meddling without an author, or an invasion, the one of whom the report tells the same.

    Only where it is done to the same side, and one party alone is told to do such a thing to that.
    """
    open_ = [d for d in drafts if d.how.get("parties") == "alone" and d.recipients and not d.actors and not d.closed]
    for deed in open_:
        lasts = deed.type == "ASSAULT" and deed.hit.word.lemma in LASTING
        if deed.status not in TOLD or not (lasts or deed.type == "COERCE" or deed.mode in BY_LAW):
            continue
        like = (d for d in drafts if _is_like(d, deed) and d.how.get("parties") is None)
        told = [d for d in like if d.actors and keys(d.recipients) == keys(deed.recipients) and d.status in TOLD]
        if len({key for d in told for key in keys(d.actors)}) == 1 and not keys(told[0].actors) & deed.keys:
            deed.actors, deed.how["parties"] = sides_only(told[0].actors), "fellow"


def _is_like(other: Draft, deed: Draft) -> bool:
    """Whether two deeds are of one kind: who holds somebody tries him, too."""
    return (other.type, other.mode) == (deed.type, deed.mode) or {other.mode, deed.mode} <= BY_LAW


def _same_word(accusation: Draft, deed: Token) -> bool:
    """Whether what somebody is blamed for, or denies, has a deed's word, as noun or verb: "poisoning", "poison"."""
    slots = accusation.hit.slots
    tokens = [*slots.object, *(t for name in BLAMED_FOR for t in slots.preps.get(name, ()))]
    tokens += [verb for _, verb in slots.clauses]
    return any(t.lemma[:STEM] == deed.lemma[:STEM] for t in tokens)


def _blames(accusation: Draft, deed: Token) -> bool:
    """Whether the word of an accusation is about the word of a deed: its object, or the clause that tells of it."""
    slots, word = accusation.hit.slots, accusation.hit.word
    kind = _kind_of(deed)
    if kind in slots.object or any(kind in slots.preps.get(name, ()) for name in BLAMED_FOR):
        return True
    if _has_hand_in(deed, word):
        return True
    if accusation.slots[1] == "object" and word.head in slots.object:
        # "the arrest of a man whom X accuses of spying": who is arrested is accused, of something else
        return False
    return is_verb(word) and word.dep == "relcl" and _phrase_of(word.head) is _phrase_of(deed)


def _kind_of(deed: Token) -> Token:
    """The noun by which a deed is counted or named: "use" in "the use of a water cannon", else the deed itself."""
    of = deed.head
    return of.head if deed.dep == "pobj" and of.lower == "of" and of.head.lemma in CONTAINERS else deed


def _has_hand_in(deed: Token, word: Token) -> bool:
    """Whether somebody is accused "of being behind the bombing", "of a hand in the attack"."""
    link = deed.head
    if deed.dep != "pobj" or link.lower not in BLAMED_FOR or not (link.lower == "behind" or link.head.lemma in SHARES):
        return False
    for above in link.ancestors():
        if above is word:
            return True
        if is_verb(above) and above.lemma not in ("be", "have", "play", "bear"):
            return False
    return False


def _phrase_of(token: Token) -> Token:
    """The head of the outermost noun phrase around a token of it."""
    while token.head is not token and token.dep in ("pobj", "prep", "conj", "appos", "compound", "nmod"):
        token = token.head
    return token
