"""Clauses, guests, rows and other words that the parser tears from what they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.fronted import free_day, free_name
from detente.parsing.hanging import BESIDE, DOING, FINITE, TIMES, hang

MET, STANCES = word_list("saying-to") | word_list("dealing-with-guests"), word_list("stances-to")
SUMMED_UP = word_list("contents") | word_list("summing-up")
TERMS = frozenset({"day", "hour", "minute", "month", "week", "year"})
MORE, GIVING = word_list("more-of-a-term"), frozenset({"allow", "give", "grant"})
SPOKEN = word_list("spoken-by-people") | word_list("spoken-in-passing")
MEETING = frozenset({"meet", "receive", "see", "visit"})
CLAUSAL = frozenset({"after", "before", "since", "until"})
CLAUSES = frozenset({"advcl", "ccomp", "conj", "dobj", "xcomp"})
BETWEEN = frozenset({"ADP", "ADV", "DET", "ADJ", "NUM"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
HELPERS = frozenset({"aux", "auxpass"})
NAMED = frozenset({"nsubj", "nsubjpass", "pobj"})
NOUNS, SUBJECTS = frozenset({"NOUN", "PROPN"}), frozenset({"nsubj", "nsubjpass"})

_ORDINALS = word_list("ordinals")


def mend_torn(tokens: Sequence[Token]) -> None:
    """Mend these in a sentence, in one pass."""
    for token in tokens:
        if token.lemma in TERMS:
            _give_term(token)
        elif token.lower in ("neither", "nor"):
            _deny(token)
        elif token.lower in ("touring", "visiting") and token is tokens[0]:
            _make_guests(token)
        elif token.lower == "to" and token.dep == "aux" and token.head.tag == "RB":
            _join_infinitive(token, tokens)
        if token.dep == "compound" and token.lower in TIMES and token.head.dep in NAMED:
            free_day(token, tokens)
        elif token.dep == "dep" and token.pos == "PROPN":
            free_name(token)
        elif token.dep == "npadvmod" and token.head.i > token.i > tokens[0].i:
            _give_day(token, tokens)
        if token.dep == "dobj" and token.pos == "PROPN":
            _give_thing(token)
        elif token.dep == "nmod" and token.pos == "PROPN":
            _give_row(token)
        elif token.dep == "pcomp" and token.tag == "VBG":
            _part_from_receiver(token)
        elif token.dep == "nsubj" and token.pos == "PROPN":
            _govern(token, tokens)
        if token.dep == "conj" and token.pos in NOUNS:
            _join_met(token)
        elif token.dep == "dobj" and token.lemma in STANCES:
            _hang_on_stance(token, tokens)
        elif token.dep == "dobj" and token.lemma in SUMMED_UP:
            _make_comment(token)
        elif token.dep == "pobj" and token.head.lower == "since":
            _give_time(token)
        if token.dep in CLAUSES:
            if token.lower == "visiting":
                _join_guest(token)
            elif token.pos in DOING:
                _hang_on_asker(token, tokens)
                _make_clause(token, tokens)
                _make_relative(token)
                _hang_on_ranked(token)
        elif token.dep == "acl" and token.pos in DOING:
            _make_relative(token)
        elif token.dep == "cc" and token.lower == "plus":
            _join_one_more(token)
        if token.pos in DOING and token.dep in ("ROOT", "ccomp"):
            _free_row(token, tokens)
        if (token.text in DASHES or token.text == ",") and token.i > tokens[0].i:
            _join_dashed(token, tokens)


def _govern(name: Token, tokens: Sequence[Token]) -> None:
    """Give "to" of "X's letter to Y cancelled the talks" its Y, where it was read as a second subject."""
    verb, first = name.head, name.i
    for inside in name.children:
        first = min(first, inside.i, *(t.i for t in inside.children))
    before = tokens[first - 1 - tokens[0].i] if first > tokens[0].i else name
    if before.dep != "prep" or before.lower not in ("to", "with") or before.children:
        return
    if any(c.dep in SUBJECTS and c.i < before.i for c in verb.children):
        hang(name, before, "pobj")


def _join_infinitive(to: Token, tokens: Sequence[Token]) -> None:
    """Make "withdraw" the infinitive of "called on X to fully, immediately, and safely withdraw", read as joined."""
    at = to.i - tokens[0].i + 1
    last = next(
        (n for n in range(at, len(tokens)) if tokens[n].tag != "RB" and tokens[n].lower not in (",", "and")), at
    )
    verb, governor = tokens[last], tokens[last].head
    if verb.tag != "VB" or verb.dep != "conj" or governor.i > to.i:
        return
    for token in tokens[at - 1 : last]:
        hang(token, verb, "aux" if token is to else "advmod" if token.tag == "RB" else token.dep)
    hang(verb, governor, "xcomp")


def _make_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """Make a clause of "after X on Friday expelled Y", where only "after X" was read as one phrase.

    A finite verb has a subject: here the noun behind "after", if nothing but times stands between.
    """
    over = verb.head
    if verb.tag not in FINITE or verb.dep not in ("advcl", "conj"):
        return
    if any(c.dep in ("nsubj", "nsubjpass", "mark", "expl") or c.tag in ("WRB", "WDT", "WP") for c in verb.children):
        return
    after = next((c for c in over.children if c.lower in CLAUSAL and c.dep == "prep" and over.i < c.i < verb.i), None)
    doer = next((c for c in after.children if c.dep == "pobj"), None) if after is not None else None
    if after is None or doer is None:
        return
    between = tokens[doer.i + 1 - tokens[0].i : verb.i - tokens[0].i]
    if between and all(t.lower in TIMES or t.pos in BETWEEN for t in between):
        hang(verb, over, "advcl")
        hang(after, verb, "mark")
        hang(doer, verb, "nsubj")


def _make_comment(sum_: Token) -> None:
    """Make "Y denied" tell of the charge in "X accused Y of theft, a charge Y denied", no clause that Y told."""
    verb = sum_.head
    told = next((c for c in verb.children if c.dep == "ccomp" and c.i < sum_.i), None)
    who = next((c for c in verb.children if c.dep == "nsubj" and sum_.i < c.i < verb.i), None)
    if told is None or who is None or not any(c.lower in ("a", "an") for c in sum_.children):
        return
    for other in [c for c in verb.children if c.i < sum_.i and c is not told]:
        hang(other, told, other.dep)
    hang(told, told if verb.head is verb else verb.head, verb.dep)
    hang(sum_, told, "npadvmod")
    hang(verb, sum_, "relcl")


def _make_relative(verb: Token) -> None:
    """Say "that would ban" of the order in "sign an order next month that would ban X", not of the signing.

    In "a claim that X dismissed", where it was read as what is claimed, "that" is the claim.
    """
    if verb.dep == "acl" and any(c.lower == "that" and c.dep == "dobj" for c in verb.children):
        hang(verb, verb.head, "relcl")
        return
    that = next((c for c in verb.children if c.dep == "nsubj"), None) if verb.dep in ("ccomp", "advcl") else None
    if that is None or that.tag != "WDT" or verb.head.i > that.i:
        return
    noun = next((c for c in reversed(verb.head.children) if c.dep in ("dobj", "attr") and c.i < that.i), None)
    if noun is not None and noun.pos in ("NOUN", "PROPN"):
        hang(verb, noun, "relcl")


def _join_guest(coming: Token) -> None:
    """Make the minister of "told visiting X's minister that" whom one told, who came, not whom one visited.

    So too of "X and visiting Y envoys agreed".
    """
    verb = coming.head
    guest = next((c for c in coming.children if c.dep == "dobj"), None)
    if guest is not None and coming.dep == "conj" and verb.pos in NOUNS and coming.i < guest.i:
        hang(guest, verb, "conj")
        hang(coming, guest, "amod")
        return
    if verb.i != coming.i - 1 or guest is None or verb.lemma not in MET:
        return
    for child in [c for c in coming.children if c is not guest]:
        hang(child, verb, child.dep)
    hang(guest, verb, "dobj")
    hang(coming, guest, "amod")


def _join_one_more(joining: Token) -> None:
    """Join Y to the group in "the five members of X plus Y", where it was read as one more X.

    In "X and Y, members of Z, plus W" W is no other name of theirs either.
    """
    inner = joining.head
    second = next((c for c in inner.children if c.dep == "conj" and c.i > joining.i), None)
    if second is not None and inner.dep == "appos":
        hang(joining, inner.head, "cc")
        hang(second, inner.head, "conj")
        return
    if second is None or inner.dep != "pobj" or inner.head.lower != "of" or inner.head.head.tag != "NNS":
        return
    outer = inner.head.head
    if any(c.dep == "nummod" for c in outer.children):
        hang(joining, outer, "cc")
        hang(second, outer, "conj")


def _join_dashed(dash: Token, tokens: Sequence[Token]) -> None:
    """Join Y to X in "pressed by X - and its ally Y - to go", where Y was read as joined to the verb.

    Between commas only who does it: "X expelled two, and Y three" joins nothing.
    """
    at = dash.i - tokens[0].i
    first = tokens[at - 1]
    if dash.text == "," and first.head.dep != "agent":
        return
    joining = tokens[at + 1] if at + 1 < len(tokens) else dash
    verb = joining.head
    if joining.dep != "cc" or first.pos not in NOUNS or first not in verb.subtree() or verb.i > first.i:
        return
    second = next((c for c in verb.children if c.dep == "conj" and c.i > joining.i), None)
    if verb.pos in DOING and second is not None and second.pos in NOUNS and not _has_subject(second):
        hang(joining, first, "cc")
        hang(second, first, "conj")


def _free_row(verb: Token, tokens: Sequence[Token]) -> None:
    """Make "Y and Z" the subject of "In X, Y and Z agreed", where they were read as joined to X."""
    if any(c.dep in (*SUBJECTS, "csubj", "expl") for c in verb.children):
        return
    if verb.tag not in FINITE and not any(c.dep in ("aux", "auxpass") for c in verb.children):
        return
    before = tokens[: verb.i - tokens[0].i]
    last = next((t for t in reversed(before) if not (t.head is verb and t.dep in BESIDE)), verb)
    first = last
    while first.dep == "conj" and first.head.dep == "conj":
        first = first.head
    place = first.head
    if last.dep != "conj" or last.pos not in NOUNS or place.dep != "pobj" or verb not in place.ancestors():
        return
    between = tokens[place.i + 1 - tokens[0].i : first.i - tokens[0].i]
    row = any(c.dep == "conj" for c in first.children)
    if row and between and between[0].text == "," and all(t.head is first for t in between[1:]):
        hang(first, verb, "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj")


def _give_term(term: Token) -> None:
    """ "Gave X a week to yield": X is who is given it, and it is X that is to yield."""
    verb = term.head
    if verb.lemma not in GIVING or term.dep not in ("npadvmod", "dobj") or verb.i > term.i:
        return
    clause = next((c for t in (term, verb) for c in t.children if c.i > term.i and _is_infinitive(c)), None)
    if clause is None or any(c.lower in MORE for t in (term, *term.children) for c in t.children):
        return
    hang(clause, verb, "xcomp")
    for given in (c for c in verb.children if c.dep == "dobj" and c.i < term.i):
        given.dep = "dative"
    term.dep = "dobj"


def _hang_on_ranked(deed: Token) -> None:
    """Say of "the first president to visit Peru", which one was or became, what he was the first to do."""
    being = deed.head
    if being.lemma not in ("be", "become") or not _is_infinitive(deed):
        return
    noun = next((c for c in being.children if c.dep == "attr" and c.i < deed.i), None)
    if noun is not None and (noun.is_ranked or any(c.lower in _ORDINALS for c in noun.children)):
        hang(deed, noun, "relcl")


def _give_time(past: Token) -> None:
    """Give year and place of "the first to visit since Paz in Lima in 1972" to what it is since, not to the visit."""
    if past.pos not in NOUNS:
        return
    last, row = max(t.i for t in past.subtree()), []
    for within in [c for c in past.head.head.children if c.i > past.i]:
        named = next((c for c in within.children if c.dep == "pobj"), None)
        if within.i != last + 1 or within.lower not in ("at", "in", "on") or named is None:
            return
        row.append(within)
        if named.pos == "NUM" or named.lemma in TIMES:
            for preposition in row:
                hang(preposition, past, "prep")
            return
        last = max(t.i for t in within.subtree())


def _give_day(day: Token, tokens: Sequence[Token]) -> None:
    """Give the day that ends a clause in front to that clause: "As X prepared to meet Y [Monday], Z said".

    So too "The rulers that took over X [last year] have jailed Y".
    """
    at, first = day.i - tokens[0].i, min(t.i for t in day.subtree()) - tokens[0].i
    if first == 0 or at + 1 >= len(tokens):
        return
    comma, over = tokens[at + 1].text == ",", day.head
    if not comma and not (tokens[at + 1] is over or (tokens[at + 1].head is over and tokens[at + 1].dep in HELPERS)):
        return
    verbs = [t for t in (tokens[first - 1], *tokens[first - 1].ancestors()) if t.pos in DOING]
    if comma:
        ended = any(v.dep == "advcl" and v.head is over and v.i < day.i for v in verbs)
    else:
        ended = any(v.dep == "relcl" and v.head.dep in SUBJECTS and v.head.head is over for v in verbs)
    if ended:
        hang(day, verbs[0], "npadvmod")


def _give_thing(given: Token) -> None:
    """ "Offered X and Y a loan": X and Y are who is offered it, where both were read as what is offered."""
    verb = given.head
    if any(c.dep == "dobj" and c.i > given.i and c.pos == "NOUN" for c in verb.children):
        given.dep = "dative"


def _give_row(given: Token) -> None:
    """ "Sold X and Y ten ships": X and Y are who gets them, where both were read as what they are called."""
    thing = given.head
    verb, row = thing.head, [c for c in given.children if c.dep == "conj"]
    if thing.dep != "dobj" or given.i != verb.i + 1 or not row:
        return
    if any(c.dep in ("nummod", "det") and c.i > row[-1].i for c in thing.children):
        hang(given, verb, "dative")


def _part_from_receiver(verb: Token) -> None:
    """Give "to" of "sent a letter to X inviting him" its X, where X was read as who invites."""
    to = verb.head
    receiver = next((c for c in verb.children if c.dep == "nsubj" and c.i == verb.i - 1), None)
    if to.dep == "dative" and to.lower == "to" and receiver is not None:
        hang(receiver, to, "pobj")
        hang(verb, receiver, "acl")


def _hang_on_asker(saying: Token, tokens: Sequence[Token]) -> None:
    """Hang "calling on Z" of "urged X to leave Y, calling on Z to stay" on the urging, not on the leaving."""
    asked = saying.head
    if saying.tag != "VBG" or saying.lemma not in SPOKEN or not _is_infinitive(asked) or asked.i > saying.i:
        return
    asker, first = asked.head, min(t.i for t in saying.subtree()) - tokens[0].i
    somebody = any(c.dep == "dobj" and c.i < asked.i for c in asker.children)
    if asked.dep in ("xcomp", "ccomp") and asker.pos in DOING and somebody and tokens[first - 1].text == ",":
        hang(saying, asker, "advcl")


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def _join_met(second: Token) -> None:
    """Join Y to X in "met X on Sunday and Y on Tuesday", where Y was read as joined to the verb or to the day."""
    verb = second.head
    if second.lower in TIMES:
        return
    if verb.lower in TIMES and verb.dep == "pobj":
        verb = verb.head.head
    if verb.lemma not in MEETING:
        return
    first = next((c for c in verb.children if c.dep == "dobj" and c.i < second.i), None)
    if first is not None and not _has_subject(second):
        hang(second, first, "conj")


def _has_subject(verb: Token) -> bool:
    return any(c.dep in SUBJECTS for c in verb.children)


def _deny(word: Token) -> None:
    """Deny both verbs of "neither A nor B", the verb of "neither X nor Y did", and that of "nor did X"."""
    if word.dep == "neg" or word.dep in SUBJECTS:
        return
    denied = word.head
    if word.lower == "nor":
        after = (c for c in denied.children if c.dep == "conj" and c.i > word.i)
        denied = next(after, denied if word.i < denied.i else word)
    elif denied.dep in SUBJECTS:
        denied = denied.head
    if denied.pos in DOING:
        hang(word, denied, "neg")


def _hang_on_stance(noun: Token, tokens: Sequence[Token]) -> None:
    """Hang "to sending arms" of "kept up its objection to sending arms" on the objection, not on the verb."""
    if noun.i >= tokens[-1].i:
        return
    to = tokens[noun.i + 1 - tokens[0].i]
    if to.lower == "to" and to.dep == "prep" and to.head is noun.head:
        hang(to, noun, "prep")


def _make_guests(coming: Token) -> None:
    """Make the guests the subject of "Visiting X envoys met Y", which was read as visiting them.

    Of "Visiting Lima, X's minister met Y", read as another word for Lima, the minister is the subject.
    """
    verb = coming.head
    guests = next((c for c in coming.children if c.dep == "dobj"), None) if coming.dep == "csubj" else None
    named = next((c for c in guests.children if c.dep == "appos"), None) if guests is not None else None
    if named is not None and named.pos == "NOUN" and named.i == verb.i - 1:
        hang(named, verb, "nsubj")
        hang(coming, verb, "advcl")
        return
    if guests is not None and verb.lemma != "be" and not _has_subject(verb):
        hang(guests, verb, "nsubj")
        hang(coming, guests, "amod")
