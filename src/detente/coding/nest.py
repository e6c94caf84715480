"""Deeds told inside other deeds: what is demanded, refused, threatened or promised is no event beside the demand."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.clauses import wished_for
from detente.coding.draft import Draft
from detente.coding.parties import is_another_body, keys, unique
from detente.coding.phrases import child, is_verb, told_of
from detente.coding.tense import tense_of
from detente.model import Token

VENUE, MARGINS = word_list("venue-prepositions"), word_list("margins")
GATHERINGS = load_lexicon().classes["forum"]
FACTS = frozenset(load_lexicon().status["facts"])
SAYING, PLANS = word_list("saying"), word_list("containers-for")
ENDED = ("cancelled", "postponed")
SWALLOWS = word_list("types-swallowing")
KEPT = word_list("types-kept")
VOWED = word_list("types-vowed")
TAKEN_UP = frozenset({"agree-sanction", "authorise-own"})
"""Turns after which what is agreed to or authorised is one's own deed, and the event."""
TAKEN_BACK = frozenset(phase.id for phase in load_lexicon().withdrawn)
APPLICATIONS = word_list("applications")
SPEECH, FORCE = word_list("types-of-speech"), word_list("types-of-force")
SPOKEN = SPEECH - {"THREATEN"}
"""What is done by saying it aloud: who is said to have rejected a plan has; a threat may be a plot."""
CHAIN = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "acl", "pcomp", "attr", "dative", "nsubjpass"})
ASIDE = word_list("prepositions-aside")
VETOING, PROPOSING = word_list("vetoing"), word_list("proposing")
ANSWERING = word_list("answering")
"""What one answers to is another's deed: "will respond to the expulsion"."""
ADDRESSING = frozenset({"to", "on", "from", "with"})
CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim"})
UNDOUBTED = frozenset({"CONSULT", "SUPPORT"})
STEPS = {"V": 6, "N": 3, "A": 2}


def unnest(drafts: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Drafts of one sentence that stand by themselves, and those that are only the content of another one.

    A meeting that is agreed on stays, as planned; a deed that somebody is accused of stays, as alleged; a vow whose
    content is a threat is that threat, an agreement to ease what weighs on another is that easing, one on sanctions is
    those sanctions.
    """
    _share_round(drafts)
    packed = _packed(drafts)
    drafts = [draft for draft in drafts if draft not in packed]
    by_word = {draft.hit.word.i: draft for draft in drafts}
    ones = (d for d in drafts if d.type in VOWED or d.turn in TAKEN_UP)
    swallowed = packed + [o for d in ones if (o := _outer(d, by_word)) and o.type == "AGREE"]
    for vow in swallowed[len(packed) :]:
        by_word.pop(vow.hit.word.i, None)
    drafts = [draft for draft in drafts if draft.hit.word.i in by_word]
    kept = []
    for draft in drafts:
        if _is_of_weapon(draft, by_word) or _is_custody(draft, by_word):
            swallowed.append(draft)
            continue
        outer = _outer(draft, by_word)
        met = _meeting_at(draft, drafts)
        if met is not None or _is_off(draft, drafts) or _only_ends_plans(draft, drafts):
            swallowed.append(draft)
        elif outer is None:
            kept.append(draft)
        elif outer.type == "AGREE" and draft.type in KEPT and outer.how["type"] != draft.how["type"]:
            if draft.status == "occurred":
                draft.status, draft.how["status"] = "planned", "agreed on"
            kept.append(draft)
        elif outer.type == "ACCUSE" and draft.type == "REJECT" and keys(draft.actors) & keys(outer.actors):
            # "voiced its objections to X": one act of speech
            swallowed.append(draft)
        elif outer.type == "ACCUSE":
            told = keys(draft.actors) & keys(outer.recipients) and outer.mode != "disapprove"
            if told and draft.status == "occurred" and not (_is_past_doubt(draft) or _is_blamed_itself(draft, outer)):
                draft.status, draft.how["status"] = "alleged", "content of an accusation"
            kept.append(draft)
        elif outer.type == "CONCEDE" and draft.type == "REJECT" and keys(draft.actors) <= keys(outer.actors):
            # "lifted its veto on X"
            swallowed.append(draft)
        elif outer.type == "COOPERATE" and draft.type == "MOBILIZE" and draft.hit.kind == "N":
            # "took part in X's war games"
            swallowed.append(draft)
        elif outer.mode == "expel" and draft.mode == "withdraw" and _is_within(draft, outer):
            # "ordered X's envoys to leave Y": they do not withdraw
            swallowed.append(draft)
        elif outer.type in SWALLOWS and _stands(draft, outer):
            _address(draft, outer)
            kept.append(draft)
        elif outer.type in SWALLOWS:
            _lend(outer, draft)
            swallowed.append(draft)
        else:
            kept.append(draft)
    return kept, swallowed


def _is_past_doubt(draft: Draft) -> bool:
    """Whether what is said of a deed leaves it standing: "reneged on the deal", "the isles seized by X"."""
    word = draft.hit.word
    participle = word.tag == "VBN" and tense_of(word) == "participle" and child(word, "nsubj", "nsubjpass") is None
    return participle or (draft.hit.kind == "N" and draft.type in UNDOUBTED)


def _is_blamed_itself(draft: Draft, outer: Draft) -> bool:
    """Whether a deed stands for whoever is blamed ("blaming X's offensive"), or is open speech ("said X refused")."""
    word, blame = draft.hit.word, outer.hit.word
    named = draft.hit.kind == "N" and word.dep == "dobj" and word.head is blame and blame.lemma in FACTS
    return named or draft.type in SPOKEN


def _is_within(draft: Draft, outer: Draft) -> bool:
    """Whether a deed's verb is that of a clause of another's."""
    return any(verb is draft.hit.word for _, verb in outer.hit.slots.clauses)


def _packed(drafts: list[Draft]) -> list[Draft]:
    """The second of "travel bans and asset freezes": an entry ban that comes with a sanction is part of it."""
    found: list[Draft] = []
    for ban in (d for d in drafts if d.hit.entry.id == "entry-ban" and not d.turn):
        row = _row(ban.hit.word)
        others = [d for d in drafts if d.mode == "discontinue" and d not in found and _row(d.hit.word) is row]
        if not others:
            continue
        first, *rest = sorted([ban, *others], key=lambda d: d.hit.word.i)
        first.type, first.mode = "SANCTION", "discontinue"
        found += [d for d in rest if d is ban or first is ban]
    return found


def _share_round(drafts: list[Draft]) -> None:
    """Give the talks of "the next round of talks was put off" the status of their round: both words tell one deed."""
    by_word = {draft.hit.word.i: draft for draft in drafts if draft.hit.kind == "N"}
    for draft in by_word.values():
        of = draft.hit.word.head
        outer = by_word.get(of.head.i) if of.lower == "of" else None
        if outer is not None and outer.status in ENDED and (outer.type, draft.status) == (draft.type, "occurred"):
            draft.status, draft.how["status"] = outer.status, outer.how["status"]


def _row(word: Token) -> Token:
    """The first word of a row of nouns; the first verb of a row whose object each is ("imposed X and froze Y")."""
    while True:
        over = word.head
        joined = word.dep == "conj" or (word.dep == "dobj" and is_verb(over) and not is_verb(word))
        if over is word or not joined:
            return word
        word = over


def _stands(draft: Draft, outer: Draft) -> bool:
    """Whether a deed within another is a fact of its own, though the other is about it.

    That is what a clause of its own tells of, what somebody else had said ("rejected X's demand"), and somebody else's
    force ("agreed to extend sanctions over X's raids on Y").
    """
    if draft.hit.kind != "N":
        return False
    if (clause := told_of(draft.hit.word)) is not None and clause.lemma not in PROPOSING:
        if draft.status in ("planned", "proposed"):
            draft.status, draft.how["status"] = "occurred", "told by a clause of its own"
        return True
    if not draft.actors or keys(draft.actors) & keys(outer.actors):
        return False
    if draft.type == "SANCTION" and outer.hit.word.lemma in VETOING:
        # "vetoed the bloc's sanctions": they never came
        return False
    said = draft.type in SPEECH and outer.type in ("AGREE", "REJECT")
    if draft.how.get("parties") == "alone":
        return said and draft.type == "REQUEST"
    return said or (draft.type in FORCE and draft.status in ("occurred", "ongoing"))


def _address(demand: Draft, answer: Draft) -> None:
    """ "Rejected X's demand": a demand is addressed to whom answers it, unless its words say to whom."""
    word = demand.hit.word.lemma
    if demand.type != "REQUEST" or demand.slots[1] in ADDRESSING or word in APPLICATIONS or not answer.actors:
        return
    if not keys(answer.actors) & keys(demand.actors):
        demand.recipients, demand.slots = answer.actors, (demand.slots[0], "answer")
        demand.how.pop("parties", None)


def _is_of_weapon(draft: Draft, by_word: dict[int, Draft]) -> bool:
    """Whether "fired" only says whose the rocket was that hit somebody: no test of weapons beside the attack."""
    word = draft.hit.word
    if draft.type != "MOBILIZE" or word.dep not in ("acl", "relcl") or word.head.dep not in ("nsubj", "pobj"):
        return False
    verb = word.head.head.head if word.head.dep == "pobj" else word.head.head
    return verb.i in by_word and by_word[verb.i].type == "ASSAULT"


def _is_custody(draft: Draft, by_word: dict[int, Draft]) -> bool:
    """Whether a noun only says where those are kept of whom a verb tells: "has been in detention in X"."""
    word = draft.hit.word
    if draft.mode != "arrest" or draft.hit.kind != "N" or word.dep != "pobj" or word.head.lower not in ("in", "into"):
        return False
    outer = by_word.get(word.head.head.i)
    return outer is not None and outer.mode == "arrest" and outer.hit.kind == "V"


def _meeting_at(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The meeting of a sentence that was held at, during or on the margins of the gathering that a draft is about.

    A line that only names margins ("On the sidelines of the X summit") tells of no gathering: then the draft itself.
    """
    if draft.type != "CONSULT" or draft.hit.kind != "N" or draft.hit.word.lemma not in GATHERINGS:
        return None
    token, steps, aside = draft.hit.word, 0, False
    while token.dep in ("pobj", "prep") and token.head is not token and steps < 8:
        if token.dep == "prep" and token.lower not in VENUE and token.head.lemma not in MARGINS | {"group"}:
            return None
        token, steps = token.head, steps + 1
        aside = aside or token.lemma in MARGINS
        if token.lemma in SAYING and is_verb(token):
            return None if _has_two(draft) else draft
        for other in drafts:
            if other is not draft and other.type == "CONSULT" and len(other.keys) > 1:
                word = other.hit.word
                if token is word or (word.dep == "dobj" and token is word.head):
                    return other
    return draft if aside and token.head is token and not is_verb(token) else None


def _is_off(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a meeting is only what a visit called off was for: "cancelled a trip to X, where he was to meet Y"."""
    if draft.type != "CONSULT" or draft.status not in ("planned", "proposed"):
        return False
    off = [d.hit.word for d in drafts if d.type == "CONSULT" and d.status == "cancelled" and d is not draft]
    return any(word in draft.hit.word.ancestors() for word in off)


def _only_ends_plans(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether only a plan comes to an end: "the talks planned for May were called off", "dropped plans to visit X".

    What becomes of the deed that was planned is told by its own verb.

    Who breaks off talks himself breaks them off, whether they have begun or not.
    """
    over = [d.hit.word for d in drafts if d.type == "CONSULT" and d.status in ENDED]
    if draft.type == "CONCEDE" and draft.hit.kind == "V":
        plans = [t for t in draft.hit.slots.object if t.lemma in PLANS]
        over += [d.hit.word for d in drafts if d.turn in TAKEN_BACK]
        return any(plan in word.ancestors() for plan in plans for word in over)
    unsaid = draft.mode == "discontinue" and not draft.hit.slots.subject
    return unsaid and any(draft.hit.word in (word.head, *word.children) for word in over)


def _has_two(draft: Draft) -> bool:
    """Whether two at least meet who are more than the body that holds the gathering ("said at the Union's summit")."""
    return len({p.key for p in (*draft.actors, *draft.recipients) if p.state or p.person}) > 1


def _lend(outer: Draft, content: Draft) -> None:
    """ "Stated its willingness to work with X": whom the content names is whom the whole is aimed at."""
    mine = keys(outer.actors)
    if outer.how.get("asked") == "many":
        # "called on all nations to shun X" asks nothing of X
        return
    if outer.how.get("parties") in (None, "fellow") or len(mine) != 1 or not mine <= content.keys:
        return
    if content.how.get("parties") is not None:
        return
    others = unique(p for p in (*content.recipients, *content.actors) if p.key not in mine | outer.struck)
    others = others or tuple(
        p for p in content.recipients if is_another_body(p, outer.actors) and p.key not in outer.struck
    )
    if others:
        outer.recipients = others
        outer.how.pop("parties")


def _outer(draft: Draft, by_word: dict[int, Draft]) -> Draft | None:
    """The nearest draft whose word governs this one's word as its content."""
    token: Token = draft.hit.word
    for _ in range(STEPS[draft.hit.kind]):
        if token.head is token or (token.dep == "prep" and token.lower in ASIDE):
            return None
        if token.dep not in CHAIN and not (token.dep == "advcl" and wished_for(token.head) is token):
            return None
        if (token.dep == "prep" and token.head.lemma in ANSWERING) or _is_taken_up(token) or _is_setting(token, draft):
            return None
        token = token.head
        found = by_word.get(token.i)
        if found is not None and found is not draft:
            return found
    return None


def _is_setting(token: Token, draft: Draft) -> bool:
    """Whether a preposition only says in what call or meeting of two something was said: "urged X in a call with Y".

    So too "On a visit to X, Y agreed" and "Visiting X, Y agreed".
    """
    if draft.type == "CONSULT" and token is draft.hit.word and token.dep == "advcl" and token.tag == "VBG":
        return token.i < token.head.i
    if draft.type != "CONSULT" or draft.hit.kind != "N" or len(draft.keys) < 2:
        return False
    if token.dep == "prep" and token.lower == "on" and token.i < token.head.i and draft.hit.word.head is token:
        return True
    within = token.dep == "prep" and token.lower == "in" and draft.hit.word.head is token
    return within and (draft.mode == "phone" or is_verb(token.head))


def _is_taken_up(clause: Token) -> bool:
    """Whether a clause is only taken up by a noun: "X accused Y of it, a charge Y denied"."""
    verb = clause.head
    between = [c.dep for c in verb.children if clause.i < c.i < verb.i]
    if clause.dep != "ccomp" or "dobj" in between or between.count("nsubj") > 1:
        return clause.dep == "ccomp"
    # "X accused Y, a charge Y denied", where Y was read as the name of the charge
    named = (c for c in verb.children if clause.i < c.i < verb.i and c.dep == "nsubj" and c.lemma in CLAIMS)
    return any(g.dep == "appos" for c in named for g in c.children)
