"""Who is named near by and has no part: at a meeting fighters and what is talked about, at a blow who only helps."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import ABOUT, ONE_OF, Cast
from detente.coding.denials import denied_words, denies
from detente.coding.draft import Draft
from detente.coding.parties import keys
from detente.coding.phrases import behind, is_verb
from detente.coding.slot_parties import COURTS
from detente.coding.subjects import LETTERS, surface_subject
from detente.model import Mention, Party, Sentence, Token

ASIDE = word_list("circumstances")
DISCUSSING = word_list("discussing")
CONTRASTING, SAID = word_list("contrasting"), word_list("types-of-speech")
MET = frozenset({"brief", "greet", "meet", "receive", "welcome"})
BORDERS, NEARBY = frozenset({"border", "coast", "frontier"}), frozenset({"along", "by", "near", "off", "to"})
HOSTILE, CONCERTED, REACTIONS = word_list("types-hostile"), word_list("concerted"), word_list("reactions")
BIDDING, AT_BIDDING = word_list("bidding"), word_list("at-bidding")
DEALINGS = frozenset({"business", "contact", "dealing", "link", "support", "tie", "trade", "transaction"})
DEALT_WITH = frozenset({"for", "from", "of", "to", "with"})
GIVEN_BY = frozenset({"by", "from", "of"})
ARMED = frozenset(o.name for o in load_codebook().organisations if o.kind == "non-state armed group" and not o.state)
TOPICAL = frozenset({"on", "about", "over", "regarding", "concerning"})
"""What stands after these is talked about."""
_WITHIN = frozenset({"conj", "pobj", "prep", "compound", "amod", "nmod", "poss"})
_SHARING = frozenset({"with", "between", "to", "from", "by"})
_DEEP = 6
ASSEMBLING = frozenset({"assemble", "convene", "gather", "meet"})
SESSIONS = frozenset({"conference", "gathering", "session", "summit"})
TALKS = word_list("talks-on")
CONTACTS = frozenset().union(
    *(load_lexicon().classes.get(name, ()) for name in ("contact", "counterpart", "official", "diplomat"))
)
"""Words for those whom states meet, and for meetings themselves."""
ENVOYS = load_lexicon().classes["diplomat"]
OWN_HOUSE = word_list("own-house")
ORIGINS = frozenset({"born", "raised"})
LIKENING = frozenset({"like", "unlike"})
TELLTALE = ENVOYS | ABOUT | ONE_OF | LIKENING | {"according", "court", "icc", "icj", "tribunal"} | ORIGINS


def is_topic(draft: Draft, party: Party) -> bool:
    """Whether somebody is only what is talked about, or the ground: Y of "X's ministers discussed Y", "met in Y"."""
    hit, slots = draft.hit, draft.hit.slots
    if draft.type == "CONSULT" and draft.both and (_is_agenda(draft, party) or _is_ground(draft, party)):
        return True
    if (
        draft.type != "CONSULT"
        or hit.kind != "V"
        or not draft.both
        or "object" in (*hit.entry.actor, *hit.entry.recipient)
    ):
        return False
    return bool(slots.object) and "with" not in slots.preps and hit.word.end < party.spans[0].start


def _is_agenda(draft: Draft, party: Party) -> bool:
    """Whether a state is only in what a meeting is about: "met to discuss the crisis in X", "talks on X"."""
    word = draft.hit.word
    at = [t for t in word.sentence.tokens if any(s.start <= t.start < s.end for s in party.spans)]
    first = [t.head if t.dep == "conj" else t for t in at]
    talks = {t.head.head for t in first if t.dep == "pobj" and t.head.lower in TOPICAL}
    if any(t.lemma in TALKS and word in (t, t.head) for t in talks):
        return True
    return any((verb := _discussed_by(t)) is not None and word in verb.ancestors() for t in at)


def _discussed_by(name: Token) -> Token | None:
    """The verb of discussing whose object a name is, or is a part of: not with whom that is shared."""
    token = name
    for _ in range(_DEEP):
        if token.dep in ("dobj", "nsubjpass"):
            return token.head if token.head.lemma in DISCUSSING else None
        if token.dep not in _WITHIN or (token.dep == "prep" and token.lower in _SHARING):
            return None
        token = token.head
    return None


def _is_ground(draft: Draft, party: Party) -> bool:
    """Whether the land is only where a body of several states meets: "X's ministers met in Riga, Latvia"."""
    if any(p.state for p in draft.actors) or not draft.actors or draft.recipients or party.person:
        return False
    at = [t for t in draft.hit.word.sentence.tokens if any(s.start <= t.start < s.end for s in party.spans)]
    return any(t.dep == "appos" and t.head.dep == "pobj" and t.head.head.lower in ("in", "at") for t in at)


def is_bystander(draft: Draft, key: str) -> bool:
    """Whether a band of fighters would be met, or a helper struck, only because it is named near by."""
    return (draft.type == "CONSULT" and key in ARMED) or key in draft.bystanders


def may_join(draft: Draft, party: Party) -> bool:
    """Whether who is named near by may be on an open side: no bystander, no body of many states that would travel."""
    travels = draft.hit.entry.visitor and not draft.actors
    if is_bystander(draft, party.key) or (travels and not (party.state or party.person)):
        return False
    return draft.type != "ACCUSE" or not _is_where(draft, party)


def _is_where(draft: Draft, party: Party) -> bool:
    """Whether a state is only where something was said: "traded insults on Monday in X"."""
    if party.person or not party.spans:
        return False
    at = [t for t in draft.hit.word.sentence.tokens if any(s.start <= t.start < s.end for s in party.spans)]
    preps = [t.head for t in at if t.dep == "pobj" and t.head.lower in ("in", "at")]
    word = draft.hit.word
    deed = {word.i, word.head.i} if draft.hit.kind == "N" else {word.i}
    return len(at) == len(preps) == 1 and (preps[0].head.i in deed or preps[0].head.dep == "npadvmod")


def find_bystanders(draft: Draft, cast: Cast) -> frozenset[str]:
    """With whom a blow is agreed, and who only answers it, whom it need not strike.

    Y of "will stall its raid in coordination with Y", of "bombed a village, drawing condemnation from Y", of "shot down
    a jet near Y's border", of "arrested him at the request of Y", of "was jailed for spying for Y"; nor
    who gets the letter in which somebody else is blamed; of
    "denied that it had armed Y", where somebody else has claimed so.
    """
    if denies(draft):
        denied = (t for word in denied_words(draft) for t in word.subtree())
        return frozenset(keys(cast.all_parties(t for t in denied if cast.is_party(t))))
    if draft.type == "ACCUSE":
        tokens = draft.hit.word.sentence.tokens
        told = (t for t in tokens if t.lower == "to" and any(w.lemma in LETTERS for w in (t.head, *t.head.children)))
        return frozenset(keys(cast.all_parties(o for t in told for o in t.children if o.dep == "pobj")))
    if draft.type not in HOSTILE and draft.type != "SANCTION":
        return frozenset()
    tokens = draft.hit.word.sentence.tokens
    ties = [o for t in tokens if _is_bidding(t) for o in (t, *(c for c in t.children if c.lower in GIVEN_BY))]
    ties += [t for verb in _punished_for(draft) for t in verb.children if t.lower in DEALT_WITH]
    if draft.type in HOSTILE:
        ties += [t for t in tokens if t.lower == "with" and t.head.lemma in CONCERTED]
        ties += [t for t in tokens if t.lower == "from" and _is_reaction(t.head)]
    if draft.type == "ASSAULT":
        borders = [t for t in tokens if t.lemma in BORDERS and t.dep == "pobj" and t.head.lower in NEARBY]
        ties += [*borders, *(c for t in borders for c in t.children if c.lower == "with")]
    inside = ("pobj", "amod", "compound", "poss", "nmod")
    return frozenset(keys(cast.all_parties(o for t in ties for o in t.children if o.dep in inside)))


def _punished_for(draft: Draft) -> list[Token]:
    """What one is punished for who has dealt with others: "fined for selling to Y", "over its ties with Y"."""
    fors = (c for c in draft.hit.word.children if c.lower in ("for", "over") and c.dep == "prep")
    dealings = (v for c in fors for v in c.children)
    return [v for v in dealings if (v.dep == "pcomp" and v.tag == "VBG") or (v.dep == "pobj" and v.lemma in DEALINGS)]


def _is_bidding(noun: Token) -> bool:
    """Whether a noun says at whose bidding or with whose help it is done: "at Y's request", "on orders from Y"."""
    return noun.lemma in BIDDING and noun.dep == "pobj" and noun.head.lower in AT_BIDDING


def find_contrasted(draft: Draft, cast: Cast) -> set[str]:
    """Who does something else meanwhile: Y of "X voiced concern, while Y offered help"."""
    if draft.type not in SAID and (draft.type != "CONSULT" or draft.hit.entry.visitor):
        return set()
    chain = [t for t in (draft.hit.word, *draft.hit.word.ancestors()) if is_verb(t)]
    others = [v.head for v in chain if _is_contrast(v)]
    others += [c for v in chain for c in v.children if _is_contrast(c) and c not in chain]
    doing = cast.all_parties(t for v in others for t in surface_subject(v) if cast.is_party(t))
    return keys(p for p in doing if p.person) if any(p.person for p in draft.actors) else set()


def _is_contrast(verb: Token) -> bool:
    return verb.dep == "advcl" and any(c.dep == "mark" and c.lower in CONTRASTING for c in verb.children)


def told_aside(sentence: Sentence, cast: Cast) -> frozenset[str]:
    """Who is only the source or a name of others: "according to X", "the envoy to X", "its X ally"."""
    if cast.words(sentence).isdisjoint(TELLTALE):
        return frozenset()
    named = [
        (t, m) for t in sentence.tokens if (m := cast.mention(t)) is not None and m.head == t.i and m.how != "place"
    ]
    aside = {t.i for t, m in named if cast.only_calls(t, t.head) or _is_aside(t, m)}
    there = {p.key for t, m in named if t.i not in aside for p in m.parties}
    return frozenset(p.key for t, m in named if t.i in aside for p in m.parties if p.key and p.key not in there)


def _is_aside(name: Token, mention: Mention) -> bool:
    if mention.kind == "organisation" and name.dep == "pobj" and name.head.lower in ("to", "at"):
        return name.head.head.lemma in ENVOYS or any(p.organisation in COURTS for p in mention.parties)
    if name.dep == "pobj" and name.head.lower == "in" and name.head.head.lower in ORIGINS:
        return True  # "X, who was born in Y"
    if name.dep == "pobj" and name.head.lower in LIKENING and is_verb(name.head.head):
        return True  # "like X, Y has refused to let in Z's grain"
    above = name
    for _ in range(4):
        above = above.head
        if above.lower == "according":
            return True
    return False


def _is_reaction(word: Token) -> bool:
    """Whether a word is what a deed draws, or draws it: "condemnation", "drawing condemnation"."""
    return any(t.lemma in REACTIONS for t in (word, *(c for c in word.children if c.dep == "dobj")))


def is_at_home_talk(draft: Draft, cast: Cast) -> bool:
    """Whether two people of one state are named who talk to each other ("the senator called the secretary").

    Or one of them and those of his own house without a name: "lawmakers met the minister", "X and his aides met".
    """
    met = [p for p in (*draft.actors, *draft.recipients) if p.state]
    if not draft.both or len(keys(met)) != 1:
        return False
    slots = draft.hit.slots
    if len({p.person for p in met if p.person}) > 1:
        return True
    talking = [t for name in ("subject", "object", "with", "between") for t in slots.tokens(name)]
    talking += [o for t in talking if t.lemma == "group" for o in behind(t, "of")]
    abroad = {cast.states_at[t.i] for t in slots.tokens("in") if t.i in cast.states_at} - keys(met)
    told_of = draft.hit.word.lemma in DISCUSSING  # "discussed the mood in X with lawmakers"
    return (told_of or not abroad) and any(
        t.lemma in OWN_HOUSE and (not cast.all_parties([t]) or _is_his(t)) for t in talking
    )


def _is_his(noun: Token) -> bool:
    """Whether somebody is named with his own people: "X and his aides"."""
    return noun.dep == "conj" and any(c.tag == "PRP$" for c in noun.children)


def is_with_own(draft: Draft, cast: Cast) -> bool:
    """Whether all to or with whom somebody talks are of his own state, and somebody is: "sent a letter to Congress"."""
    slots = draft.hit.slots
    if draft.type != "CONSULT" or draft.hit.kind != "V" or draft.hit.entry.visitor:
        return False
    with_ = [*slots.preps.get("with", ()), *slots.preps.get("to", ())]
    with_ += [o for t in slots.object for p in t.children if p.lower == "to" for o in p.children]
    if draft.hit.word.lemma in MET:
        with_ += [t for t in slots.object if t.pos != "PRON"]
    mine, theirs = keys(cast.all_parties(slots.subject)), keys(cast.all_parties(with_))
    return len(mine) == 1 and mine == theirs


def meets_by_itself(draft: Draft) -> bool:
    """Whether a body of several states meets, and nobody beside it: "the bloc's leaders met in Riga"."""
    slots = draft.hit.slots
    gathers = ASSEMBLING if draft.hit.kind == "V" else SESSIONS
    if draft.type != "CONSULT" or draft.hit.word.lemma not in gathers or any(p.state for p in draft.actors):
        return False
    alone = bool(draft.actors) and not ({"with", "between"} & set(slots.preps))
    return alone and not (draft.hit.kind == "V" and slots.object)


def meets_others(draft: Draft, cast: Cast) -> bool:
    """Whether those met are named and are no party ("met with veterans", "her call to a widow")."""
    slots = draft.hit.slots
    entry = draft.hit.entry
    takes = draft.hit.kind == "V" and "object" in (*entry.actor, *entry.recipient)
    to = [] if entry.visitor or takes else [t for t in slots.preps.get("to", ()) if not _is_abroad(t, cast)]
    met = [t for t in (*slots.preps.get("with", ()), *to, *(slots.object if takes else ())) if t.lemma not in ASIDE]
    if takes and any(t.tag == "WP" and t.i < draft.hit.word.i for t in (*met, *draft.hit.word.children)):
        return True  # "did not know whom he was meeting"
    named = [t for t in met if t.pos in ("NOUN", "PROPN") and t is not draft.hit.word and cast.mention(t) is None]
    return bool(named) and not cast.all_parties(met) and not any(t.lemma in CONTACTS for t in named)


def _is_abroad(people: Token, cast: Cast) -> bool:
    """Whether the words say in which land people without a name are: "a call to divers in a camp near Cork"."""
    return any(t.i in cast.states_at for t in people.subtree())
