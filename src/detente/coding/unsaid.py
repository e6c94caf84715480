"""What an event word only seems to say: nothing said yet or only thought, nothing done, what only goes with others."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.clauses import DUTIES
from detente.coding.draft import AHEAD, Draft
from detente.coding.match import Hit
from detente.coding.mood import Reading, awaited
from detente.coding.parties import keys
from detente.coding.phase import Turn
from detente.coding.phrases import FIRST_PERSON, child, is_verb, negated
from detente.coding.subjects import PEOPLE, owners, surface_subject
from detente.coding.tense import FINITE, auxiliaries, tense_of
from detente.model import Token

UNNAMED, ACTING = frozenset({"it", "that", "this", "which"}), PEOPLE | load_lexicon().classes["troops"]
REFLEXIVES = frozenset({"herself", "himself", "themselves"})
AFFAIRS, ATTEMPTS = load_lexicon().classes["affair"], load_lexicon().status["attempts"]
TELLING = load_lexicon().status["report"]
NOBODY = frozenset({"nobody", "none", "nothing"})
HANGING_OVER, PENALTIES = frozenset({"carry", "face", "risk"}), frozenset({"penalty", "ruling", "sentence", "verdict"})
OF_ONE_MIND = word_list("of-one-mind")
PERMITTING = frozenset({"allow-state", "clear-way"})
CLAIMING = frozenset({"allege", "allegation-that"})
STANCES, PRAISING = frozenset({"approval", "backing", "support"}), frozenset({"051", "052"})
"""CAMEO's codes of praise and of standing up for somebody."""
TRADE, MONEY = "061", load_lexicon().classes["money"]
"""CAMEO's code of trade."""
DUTIES_ON = load_lexicon().classes["sanction"]
SHIPPING, ALL_OF_IT = frozenset({"export", "import"}), frozenset({"all", "anything", "everything", "whatever"})
BOASTING = word_list("boasting") | {"threaten", "warn", "warning"}
USING = frozenset({"exercise", "invoke", "use", "wield"})
MEANS, MUTUAL = word_list("means-to-do"), frozenset({"AGREE", "CONSULT", "SUPPORT"})
MEASURING = word_list("measuring")
SAID, SHARES, POLLED = word_list("types-of-speech"), word_list("shares"), word_list("polled")


def is_aside(hit: Hit) -> bool:
    """Whether an accusation only goes with what is still to come: "will stay away, blaming X", "discuss X's claims"."""
    word = hit.word
    if negated(word):
        return False
    if hit.kind == "V":
        return word.tag == "VBG" and word.dep in ("advcl", "acl")
    return hit.kind == "N" and not hit.slots.light and bool(owners(word) or hit.slots.clauses)


def is_denied(word: Token) -> bool:
    """Whether a word is denied, or the noun that it completes: "there was no talk of giving X an ultimatum"."""
    return negated(word) or (word.dep == "pcomp" and word.head.lower == "of" and negated(word.head.head))


def only_could(hit: Hit, reading: Reading) -> bool:
    """ "Has the right to seize X's ships", "capable of striking X": what one has the means to do is not done.

    Who boasts of it threatens.
    """
    if reading.status != "proposed" or hit.entry.both or hit.entry.type in MUTUAL:
        return False
    means = [t for t in reading.because if t.lemma in MEANS and t.pos in ("ADJ", "NOUN")]
    used = any(t.dep == "dobj" and t.head.lemma in USING for t in means)
    return bool(means) and not used and not any(a.lemma in BOASTING for t in means for a in t.ancestors())


def is_of_none(hit: Hit, turn: Turn) -> bool:
    """ "No visit is planned", "put off no talks": what is said of a denied noun; not a deed of the verb's own."""
    return hit.kind == "N" and "type" not in turn.phase.becomes and negated(hit.word)


def threatens_nobody(turn: Turn) -> bool:
    """ "The row threatens to derail the talks": what may come of an affair is nobody's threat."""
    doers = turn.slots.subject if turn.kind == "V" and turn.phase.becomes.get("type") == "THREATEN" else []
    return bool(doers) and all(t.lemma in AFFAIRS for t in doers)


def comes_of_itself(hit: Hit, cast: Cast) -> bool:
    """ "The tale threatens to wear X down", "it threatens to": what may come of something is nobody's threat."""
    doers = hit.slots.subject if hit.kind == "V" and hit.word.lemma == "threaten" else []
    if not doers or not any(form == "to" for form, _ in hit.slots.clauses) or cast.all_parties(doers):
        return False
    return all(t.lower in UNNAMED or (t.pos == "NOUN" and t.lemma not in ACTING) for t in doers)


def only_makes_possible(hit: Hit) -> bool:
    """ "Left, allowing X to boast", "cut it, paving the way for Y": what comes of a deed is no permission beside it."""
    if hit.entry.id not in PERMITTING or hit.word.tag != "VBG" or hit.word.dep != "advcl":
        return False
    words = hit.word.sentence.tokens
    return hit.word.i > hit.word.head.i and words[hit.word.i - 1 - words[0].i].text == ","


def does_it_to_himself(hit: Hit) -> bool:
    """ "Hanged himself", "shot herself": no force against anybody; but "blew himself up" strikes others."""
    if hit.kind != "V" or hit.entry.type != "ASSAULT" or hit.slots.particles:
        return False
    return bool(hit.slots.object) and all(t.lower in REFLEXIVES for t in hit.slots.object)


def is_polled(hit: Hit, turn: Turn | None, cast: Cast) -> bool:
    """ "55% of Peruvians oppose it", "most Danes backed the pact": what people think is no deed of their state."""
    type_ = turn.phase.becomes.get("type", hit.entry.type) if turn is not None else hit.entry.type
    doers = (turn.slots if turn is not None else hit.slots).subject
    return type_ in SAID and bool(doers) and all(_is_share(t, cast) for t in doers)


def _is_share(noun: Token, cast: Cast) -> bool:
    """Whether a noun is a share of a people, or a people of whom a share is told."""
    if noun.lemma in SHARES:
        behind = [o for c in noun.children if c.lower == "of" for o in c.children if c.dep == "prep"]
        return any(_is_people(o, cast) for o in behind)
    return _is_people(noun, cast) and any(c.lower in SHARES for c in noun.children)


def _is_people(noun: Token, cast: Cast) -> bool:
    if noun.lemma in POLLED:
        return True
    mention = cast.mention(noun) if noun.tag in ("NNS", "NNPS") else None
    return mention is not None and mention.kind == "demonym"


def does_none(hit: Hit) -> bool:
    """ "Signed no agreement", "nothing to discuss", "as opposed to war": the verb of a denied object, or of nobody.

    So "faces a sentence of ten years", which nobody has passed. Not where the entry is for such.
    """
    if (
        hit.kind == "N"
        and hit.word.lemma in PENALTIES
        and hit.word.dep == "dobj"
        and hit.word.head.lemma in HANGING_OVER
    ):
        return True
    if hit.kind == "N" and hit.word.lemma == "call" and _is_for_press(hit.word):
        return True
    if hit.word.lemma == "deny" and hit.word.dep == "conj" and hit.word.head.lemma == "confirm":
        return True  # "would neither confirm nor deny"
    if hit.word.lower == "opposed" and any(c.lower == "as" and c.i == hit.word.i - 1 for c in hit.word.children):
        return True
    if hit.kind == "V" and hit.word.dep in ("relcl", "acl", "xcomp") and hit.word.head.lower in NOBODY:
        return True
    if hit.kind != "V" or hit.entry.denied or any("no " in form for form in (*hit.entry.verb, *hit.entry.object)):
        return False
    return any(c.dep == "det" and c.lower == "no" for noun in hit.slots.object for c in noun.children)


def _is_for_press(call: Token) -> bool:
    """ "Told reporters on a conference call", "announced it in a conference call": nobody is called but the press."""
    within = call.dep == "pobj" and call.head.lower in ("during", "in", "on")
    return within and call.head.head.lemma in TELLING and any(c.lower == "conference" for c in call.children)


def only_means_to(hit: Hit) -> bool:
    """ "Cut aid in a bid to punish X": what another deed is meant to do is no threat beside it."""
    bid = hit.word.head
    if hit.entry.type != "THREATEN" or hit.word.dep != "acl" or bid.lemma not in ATTEMPTS or bid.dep != "pobj":
        return False
    return bid.head.lower == "in" and is_verb(bid.head.head)


def is_yet_to_speak(hit: Hit, turn: Turn | None, reading: Reading) -> bool:
    """Whether an accusation is still to come, or a refusal that somebody ought to give ("X must reject the plan").

    Not what its entry says is a deed ahead of its time ("will summon"), and not "we must condemn this", which does it.
    """
    status = reading.status
    verb, slots = (turn.word, turn.slots) if turn is not None else (hit.word, hit.slots)
    owed = is_verb(verb) and any(t.lower in DUTIES for t in auxiliaries(verb))
    ours = owed and any(t.lower in FIRST_PERSON for t in slots.subject)
    if (turn.phase.becomes.get("type") if turn is not None else hit.entry.type) == "REJECT":
        return owed and not ours
    if hit.entry.type == "AGREE" and turn is None and _is_unpromised(hit.word, owed and not ours):
        return True
    if status == "proposed" and turn is None and not hit.entry.status and _is_only_meant(hit, reading):
        return True
    ahead = hit.entry.type == "ACCUSE" and status in AHEAD and status not in hit.entry.only
    return ahead and turn is None and not ours


def _is_unpromised(word: Token, owed: bool) -> bool:
    """ "Will lift it when X agrees to talks", "X must agree", "would have to agree", "how far X is ready to help"."""
    if is_verb(word) and awaited(word, tense_of(word)) is not None:
        return True
    if owed and word.lemma in OF_ONE_MIND:
        return True
    if word.dep == "xcomp" and word.head.lemma in ("have", "need") and tense_of(word) == "to":
        return True
    clause = word if is_verb(word) else word.head
    return any(t.tag in ("WRB", "WDT") and _asks_degree(t, clause) for c in clause.children for t in (c, *c.children))


def _asks_degree(word: Token, clause: Token) -> bool:
    """Whether a clause is of "how far", "how much" or of "the extent to which"."""
    return word.lower == "how" or (word.lower == "which" and clause.head.lemma in ("degree", "extent"))


def _is_only_meant(hit: Hit, reading: Reading) -> bool:
    """ "Hopes to persuade X", "has the power to press X", "must cherish X": an appeal or praise that nobody utters.

    What is tried has been uttered, and so has "X's request" that one considers; what somebody may ask for is told as
    what he may do.
    """
    if any(t.lemma in ATTEMPTS for t in reading.because):
        return False
    if hit.entry.type == "REQUEST":
        return hit.kind == "V" and not any(t.tag == "MD" for t in reading.because)
    stands_for = hit.kind == "N" and not hit.entry.both and hit.word.lemma in STANCES
    return hit.entry.type == "SUPPORT" and (hit.entry.cameo in PRAISING or stands_for)


def only_thinks_so(hit: Hit) -> bool:
    """Whether those who agree only think alike: "agreed that the treaty had been broken", not "that it should end"."""
    if hit.entry.type != "AGREE" or hit.kind != "V" or hit.word.lemma not in OF_ONE_MIND:
        return False
    clauses = [verb for form, verb in hit.slots.clauses if form == "that"]
    return len(clauses) == len(hit.slots.clauses) > 0 and all(tense_of(verb) in FINITE for verb in clauses)


def claims_of_himself(hit: Hit, cast: Cast) -> bool:
    """ "X claimed that it had never signed", "X's claim that X and Y agree": said of one's own, it blames nobody."""
    if hit.entry.id not in CLAIMING or not hit.slots.clauses:
        return False
    mine = keys(cast.all_parties(hit.slots.subject))
    told = [verb for _, verb in hit.slots.clauses if child(verb, "nsubj", "nsubjpass") is not None]
    return bool(mine & keys(cast.all_parties(t for verb in told for t in surface_subject(verb))))


def only_counts(hit: Hit) -> bool:
    """ "Trade of X and Y was worth a billion", "imported $5bn of goods", "all X sells": how much there is of it."""
    word = hit.word
    if hit.entry.type != "COOPERATE" or hit.entry.cameo != TRADE:
        return False
    if (
        hit.kind == "N"
        and word.dep == "pobj"
        and word.head.lower in ("on", "against")
        and word.head.head.lemma in DUTIES_ON
    ):
        return True  # "tariffs on X's exports"
    if hit.kind == "V":
        summed = word.lemma in SHIPPING and any(_is_sum(t) for t in hit.slots.object)
        return summed or (word.dep == "relcl" and word.head.lower in ALL_OF_IT)
    share = word.head.head if word.dep == "pobj" and word.head.lower == "of" else word
    over = share.head
    if over.lemma == "be" and share.dep == "nsubj":
        said = [c for c in over.children if c.dep in ("acomp", "attr")]
        return any(t.lemma == "worth" or _is_sum(t) for t in said)
    return over.lemma in MEASURING and share.dep in ("nsubj", "dobj")


def _is_sum(noun: Token) -> bool:
    """Whether a noun is a sum of money: "five billion euros", "$130bn"."""
    return noun.lemma in MONEY or any(c.tag == "$" for c in noun.children)


def is_told_by_others(draft: Draft, cast: Cast) -> bool:
    """Whether what only amounts to a threat is said of somebody by another: "X will stop at nothing, Y said"."""
    entry, said = draft.hit.entry, cast.speakers.parties(draft.hit.word) if cast.speakers is not None else ()
    amounts = bool(entry.only) and entry.status == "occurred" and draft.slots[0] == "subject"
    return amounts and bool(keys(said)) and bool(draft.actors) and not keys(said) & keys(draft.actors)
