"""Who stands in the slots of a frame: the parties that its words name, by the slot's name."""

from __future__ import annotations

from collections.abc import Container, Iterable

from detente.codebook import load_codebook
from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.noun_slots import clause_subject, noun_slots
from detente.coding.phrases import agents, child, is_verb
from detente.coding.slots import Slots, verb_slots
from detente.coding.subjects import surface_subject
from detente.coding.whose import posted
from detente.model import Party, Token

ATTACKS, STRIKING = word_list("attacks"), word_list("striking")
FORCE = frozenset(
    lemma
    for (kind, lemma), forms in load_lexicon().words.items()
    for form in forms
    if kind == "N" and len(form.parts) == 1 and form.entry.weight and form.entry.type in ("ASSAULT", "COERCE")
)
"""Nouns of force: "attack", "seizure"."""
COURTS = frozenset(o.name for o in load_codebook().organisations if o.kind == "court")
"""Where somebody is accused, who need not accuse."""
CONCERTED, FIGHTS = word_list("concerted"), word_list("fights")
MADE = word_list("made-by-somebody")
ADJECTIVES = word_list("states-as-adjectives")
CONDITIONS = frozenset({"if", "unless"})
ANYBODY = frozenset({"anybody", "anyone", "somebody", "someone"})
LAYING = word_list("laying")
BESIDE, REASONS = word_list("clause-anchors"), frozenset({"as", "because"})
MEETING, COMING_TO = word_list("meeting-one"), frozenset({"attend", "join"})
STRUCK_SLOTS = ("with", "against", "on", "from", "of", "in")
TOPIC_SLOTS = ("to", "with", "against", "on", "from", "for", "of", "into", "in")


def slot_parties(
    names: Iterable[str], slots: Slots, cast: Cast, own: Container[str] = ()
) -> tuple[str, tuple[Party, ...]]:
    """The parties of the first slot, in this order, that holds any; with the slot's name.

    Those that are only `own` ("its displeasure with X") stand back behind those of a later slot.
    """
    back: tuple[str, tuple[Party, ...]] = "", ()
    for name in names:
        found = tuple(p for p in parties_in(name, slots, cast, own) if p.key)
        if found and not all(p.key in own for p in found):
            return name, found
        back = back if back[0] or not found else (name, found)
    return back


def parties_in(name: str, slots: Slots, cast: Cast, own: Container[str] = ()) -> tuple[Party, ...]:
    """Who stands in one slot of a frame, or in what its name stands for (`codebook/lexicon/README.md`)."""
    if name == "clause":
        for _, verb in slots.clauses:
            found = cast.all_parties(_doers(verb_slots(verb), cast))
            if found:
                return found
        return ()
    if name == "speaker":
        return cast.speakers.parties(slots.word) if cast.speakers is not None else ()
    if name == "hearer":
        return cast.speakers.hearers(slots.word) if cast.speakers is not None else ()
    if name in ("topic", "struck"):
        return _topic(slots, cast, own, name == "struck")
    if name == "post":
        return tuple(p for t in (*slots.object, *slots.iobj) for p in posted(cast, t))
    if name == "attack":
        return _of_attack(slots, cast)
    if name == "attacked":
        return _attacked(slots, cast)
    if name == "ground":
        return _ground(slots, cast)
    tokens = _doers(slots, cast, name) if name in ("subject", "@subject") else slots.tokens(name)
    if name in ("subject", "by") and (hands := [o for t in tokens for o in _planters(t)]):
        tokens = hands
    # "a raid in coordination with X" strikes somebody else
    found = cast.all_parties(t for t in tokens if name != "in" or t.lemma not in CONCERTED)
    if name == "at":
        found = tuple(p for p in found if p.organisation not in COURTS)
    return found if found or name != "subject" else _makers(slots, cast)


def _ground(slots: Slots, cast: Cast) -> tuple[Party, ...]:
    """The land of a place that is taken: X of "took Cork", "entered X and took the town of Cork"."""
    if slots.passive and not slots.subject:
        return ()
    taken = [
        t for word in slots.object for t in (word, *(o for c in word.children if c.lower == "of" for o in c.children))
    ]
    lands = {cast.states_at[t.i]: t for t in taken if t.i in cast.states_at and cast.mention(t) is None}
    if (
        not lands
        and slots.word.dep == "conj"
        and is_verb(slots.word.head)
        and not child(slots.word, "nsubj", "nsubjpass")
    ):
        before = verb_slots(slots.word.head)
        entered = [t for into in ("into", "object", "in", "to") for t in before.tokens(into)]
        return tuple(p for p in cast.all_parties(t for t in entered if cast.is_party(t)) if not p.person)
    if len(lands) != 1 or not lands.keys() <= cast.named:
        return ()
    state, place = next(iter(lands.items()))
    return (Party(state=state, spans=(place.span,), how="place"),)


def _doers(slots: Slots, cast: Cast, name: str = "subject") -> list[Token]:
    """A subject that is a deed itself stands for whose it is: never for Y of "an attack on Y killed six"."""
    found: list[Token] = []
    for token in slots.tokens(name):
        if _is_deed(token, cast):
            deed = noun_slots(token)
            whose = [*deed.subject, *(t for name in ("@modifier", "from", "between") for t in deed.preps.get(name, ()))]
            found += whose
            if slots.word.lemma not in STRIKING and not cast.all_parties(whose):
                found += deed.preps.get("in", ())
        else:
            found.append(token)
    return found


def on_condition(verb: Token) -> list[Token]:
    """X of "to hit back if X visits Y": whose deed a threat or a vow hangs on."""
    return [t for clause in verb.children if _is_condition(clause) for t in surface_subject(clause)]


def _is_condition(verb: Token) -> bool:
    """Whether a clause says on what another hangs: "if X taxes Y, we will respond" is aimed at X, never Y."""
    return verb.dep == "advcl" and any(c.lower in CONDITIONS for c in verb.children)


def hangs_on_anybody(verb: Token) -> bool:
    """Whether a condition names nobody for its doer: "if anyone attacks X, we will respond" is not aimed at X."""
    return _is_condition(verb) and any(t.lower in ANYBODY for t in surface_subject(verb))


def _planters(weapon: Token) -> list[Token]:
    """Y of "a bomb planted by Y": whoever laid or fired it, not whose it is."""
    laid = [c for c in weapon.children if c.dep == "acl" and c.lemma in LAYING] if weapon.pos == "NOUN" else []
    return [o for c in laid for o in agents(c)]


def _is_deed(token: Token, cast: Cast) -> bool:
    """Whether a noun is force against somebody, "military action" as well, not somebody."""
    if token.pos != "NOUN" or cast.is_party(token):
        return False
    return token.lemma in FORCE or (token.lemma == "action" and any(c.lemma == "military" for c in token.children))


def _makers(slots: Slots, cast: Cast) -> tuple[Party, ...]:
    """Whose doing the thing is that stands as subject: the law that X signed, X's plans, the text drafted by X."""
    made = [t for t in slots.subject if t.lemma in MADE]
    tokens: list[Token] = []
    for noun in made:
        verbs = [c for c in noun.children if c.dep in ("acl", "relcl") and is_verb(c)]
        own = noun_slots(noun).subject + [t for v in verbs for t in verb_slots(v).subject if t is not noun]
        tokens += own or clause_subject(noun)
    return cast.all_parties(t for t in tokens if t not in made)


def _of_attack(slots: Slots, cast: Cast) -> tuple[Party, ...]:
    """Whose attack it was: "were killed in a raid by X"."""
    attacks = [t for name in ("in", "by", "during", "after") for t in slots.preps.get(name, ()) if t.lemma in ATTACKS]
    frames = [(t, noun_slots(t)) for t in attacks]
    before = [c for t, frame in frames for c in frame.preps.get("@modifier", []) if not _is_scene(c, t, cast)]
    found = cast.all_parties([*(c for _, frame in frames for c in frame.subject), *before])
    # "six Xians were killed in clashes with Y"
    return found or cast.all_parties(c for t, frame in frames if t.lemma in FIGHTS for c in frame.preps.get("with", ()))


def _attacked(slots: Slots, cast: Cast) -> tuple[Party, ...]:
    """What the attack was on in which people died: X of "died in an attack on X's embassy"."""
    attacks = [t for name in ("in", "during", "after") for t in slots.preps.get(name, ()) if t.lemma in ATTACKS]
    frames = [noun_slots(t) for t in attacks]
    return cast.all_parties(t for frame in frames for name in ("on", "against") for t in frame.preps.get(name, ()))


def _is_scene(name: Token, attack: Token, cast: Cast) -> bool:
    """ "Killed in Mali ambush": the bare name of a land before an attack says where it was."""
    mention = cast.mention(name)
    named = mention is not None and mention.kind == "state" and name.lower not in ADJECTIVES
    return named and name.dep == "compound" and name.i + 1 == attack.i


def _is_told_beside(name: Token, verb: Token) -> bool:
    """Whether somebody is only named where it is told when or why: "that it be called off after X charged Y"."""
    while name is not verb:
        if name.lower in BESIDE and name.dep == "prep":
            return True
        if name.dep == "advcl" and any(c.lower in BESIDE or c.lower in REASONS for c in name.children):
            return True
        name = name.head
    return False


def _meeting_ground(meeting: Slots) -> set[int]:
    """The words of X of "agreed to meet in X", "ready to hold talks in X": where one meets, not with whom."""
    ground = meeting.preps.get("in", ())
    if not ground or meeting.word.lemma in COMING_TO:
        return set()
    meets = meeting.word.lemma in MEETING or any(load_lexicon().is_in(t.lemma, ("@contact",)) for t in meeting.object)
    return {t.i for noun in ground for t in noun.subtree()} if meets else set()


def _topic(slots: Slots, cast: Cast, own: Container[str], struck_only: bool) -> tuple[Party, ...]:
    """Whom a clausal complement is about: the first of its own slots with a party, else whoever it names.

    `struck_only`: never who only gets something or is named in passing ("denied sending arms to X").
    """
    for form, verb in slots.clauses:
        inner = verb_slots(verb)
        if hangs_on_anybody(verb):
            continue
        groups = [_doers(inner, cast)] if form == "that" or _is_condition(verb) else []
        if struck_only:
            groups += [inner.object, *(inner.preps.get(name, []) for name in STRUCK_SLOTS)]
        else:
            groups += [inner.object, inner.iobj, *(inner.preps.get(name, []) for name in TOPIC_SLOTS)]
        groups.append(on_condition(verb))
        ground = _meeting_ground(inner)
        named = [parties for tokens in groups if (parties := cast.all_parties(t for t in tokens if t.i not in ground))]
        struck = ground | {t.i for deed in inner.subject if _is_deed(deed, cast) for t in deed.subtree()}
        if not struck_only:
            inside = (t for t in verb.subtree() if cast.is_party(t) and t.i not in struck)
            named.append(cast.all_parties(t for t in inside if not _is_told_beside(t, verb)))
        foreign = [parties for parties in named if any(p.key not in own for p in parties)]
        found = next(iter(foreign or named), ())
        if found:
            return found
    return ()
