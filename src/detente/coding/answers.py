"""Answers: whom a denial, a refusal, a judgement or a vow answers, where its own words do not say."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.denials import denies
from detente.coding.draft import Draft
from detente.coding.fill import GUESSED
from detente.coding.open_sides import CONTENT
from detente.coding.pacts import agreement_of, is_bare
from detente.coding.parties import keys, sides_only
from detente.coding.telling import verb_of
from detente.model import Party, Token

TAKEN_UP, DENIED = word_list("deeds-taken-up"), word_list("denied")
HOSTILE = word_list("types-answered")
JUDGING, WORDS, DEFINITE = word_list("types-judging"), word_list("words-said"), word_list("definite")
AGREEMENTS, CONTACTS = load_lexicon().classes["agreement"], load_lexicon().classes["contact"]
SAID = word_list("types-of-speech")
WORDED = (None, "focus", "fellow")
OVER = ("over", "to", "for", "of")
REPLYING = word_list("replying")
FORCE, APOLOGIES = word_list("types-of-force"), word_list("entries-of-apology")
FOLLOWED = word_list("types-followed")
STEPS, MEASURES = word_list("steps"), word_list("types-of-steps")
BACK, NEAR, BEFORE, FEW, STEM = 8, 1, 2, 4, 5
"""How many drafts back an answer may look for what is aimed at who answers; how many sentences for any other deed.

FEW: how many sentences for the measure that is called a step.
"""


def answer_deeds(found: list[Draft], earlier: list[Draft], cast: Cast) -> None:
    """ "X accused Y of spying, but Y denied it": an answer is aimed at whoever did or said what it answers."""
    for n, draft in enumerate(found):
        if not draft.actors or draft.closed:
            continue
        if draft.type == "CONCEDE":
            if _is_open(draft):
                _name_wronged(draft, [*earlier[-BACK:], *found[:n]])
            continue
        answered: tuple[Party, ...] = ()
        if _is_open(draft):
            told = _answered(draft, [*earlier[-BACK:], *found[:n]], cast)
            told = told or _deed_told(draft, [*earlier, *found])
            answered = told.actors if told is not None else _mutual_deed(draft, earlier) or _said_before(draft, cast)
        on_what = draft.type == "AGREE" and draft.slots[1] == "topic"
        if not answered and (_is_open(draft) or on_what):
            answered = _bound_with(draft, earlier)
        others = tuple(p for p in answered if p.key not in keys(draft.actors) | draft.struck)
        if others:
            draft.recipients = sides_only(others, "company")
            draft.how["parties"] = "company"
            if on_what:
                del draft.how["parties"]


def _name_wronged(draft: Draft, told: list[Draft]) -> None:
    """ "X shot down a jet of Y's; X apologised": to whom he had done harm just before, where the words name nobody."""
    if draft.hit.entry.id not in APOLOGIES:
        return
    here, mine = draft.hit.word.sentence.index, keys(draft.actors)
    near = [o for o in told if o.type in FORCE and here - o.hit.word.sentence.index <= NEAR and keys(o.actors) & mine]
    wronged = tuple(p for o in near[-1:] for p in o.recipients if p.key not in mine)
    if wronged:
        draft.recipients, draft.how["parties"] = sides_only(wronged, "company"), "company"


def echo_deeds(found: list[Draft], earlier: list[Draft]) -> list[Draft]:
    """ "X expelled two diplomats, and Y followed suit": Y did so as well; to X, where it was Y's diplomats.

    Drafts of such words without a deed told before are left out.
    """
    kept: list[Draft] = []
    for draft in found:
        if draft.hit.entry.echo:
            told = _echoed(draft, [*earlier, *kept])
            if told is None:
                continue
            _repeat(draft, told)
        kept.append(draft)
    return kept


def _echoed(draft: Draft, told: list[Draft]) -> Draft | None:
    """The last deed of others that is told close before; a blow rather than words."""
    here, mine = draft.hit.word.sentence.index, keys(draft.actors)
    near = [o for o in told[-BACK:] if o.type in HOSTILE and here - o.hit.word.sentence.index <= BEFORE]
    near = [o for o in near if o.type not in SAID] or [o for o in near if here - o.hit.word.sentence.index <= NEAR]
    if draft.slots[1] == "object" and draft.recipients:
        # "will follow X's example"
        near = [o for o in told if o.type in FOLLOWED and keys(o.actors) & keys(draft.recipients)]
    near = [o for o in near if o.recipients and not keys(o.actors) & mine and (o.actors or o.type == "SANCTION")]
    return near[-1] if near and mine else None


def _repeat(draft: Draft, told: Draft) -> None:
    returned = bool(keys(told.recipients) & keys(draft.actors)) or draft.hit.entry.id == "reply-in-kind"
    towards = told.actors if returned else told.recipients
    draft.type, draft.mode = told.type, told.mode
    draft.recipients = sides_only(towards, "company")
    draft.how["parties"] = "company"


def _is_open(draft: Draft) -> bool:
    """Whether its words name nobody whom it answers; what a denial is about does not tell who has claimed it."""
    aimless = draft.how.get("parties") is None and not draft.recipients and not draft.both
    aimed = bool(draft.recipients) and all(p.how == "focus" for p in draft.recipients)
    guessed = aimed or draft.how.get("parties") in GUESSED
    return aimless or guessed or (denies(draft) and draft.slots[1] in CONTENT)


def _answered(draft: Draft, told: list[Draft], cast: Cast) -> Draft | None:
    """The last deed told that a draft answers, or None."""
    aimed = [o for o in told if keys(o.recipients) & keys(draft.actors) and not keys(o.actors) & keys(draft.actors)]
    things = _things(draft)
    if draft.type in HOSTILE and _is_in_reply(draft.hit.word):
        here = draft.hit.word.sentence.index
        near = [o for o in told if here - o.hit.word.sentence.index <= NEAR and o.recipients]
        near = [o for o in near if keys(o.actors) - keys(draft.actors)]
        return next(reversed([o for o in near if o in aimed] or near), None)
    if draft.type == "REJECT":
        accused = [o for o in aimed if o.type == "ACCUSE"]
        if denies(draft) or any(t.lemma in DENIED for t in things):
            last = _of_scene(accused, draft, cast) or next(reversed(accused), None)
            return last or (_struck_before(draft, aimed) if denies(draft) else None)
        if not draft.hit.slots.object and not draft.hit.slots.clauses:
            return next((o for o in reversed(aimed[-3:]) if o.type == "REQUEST"), None)
    if draft.type == "AGREE" and draft.hit.kind == "V":
        here = draft.hit.word.sentence.index
        bare = draft.hit.entry.id == "two-agree" or draft.how.get("parties") == "alone"
        asked = [o for o in aimed[-3:] if o.type == "REQUEST" and here - o.hit.word.sentence.index <= NEAR]
        return next(reversed(asked), None) if bare else None
    if draft.type == "THREATEN" and "response" in draft.hit.entry.id:
        return next((o for o in reversed(aimed) if o.type in HOSTILE), None)
    if draft.type in ("ACCUSE", "REJECT", "SUPPORT") and any(
        t.lemma in TAKEN_UP and not cast.parties(t) for t in things
    ):
        return _taken_up(draft, told) or (_suffered(draft, aimed) if any(_is_the_step(t) for t in things) else None)
    return None


def _of_scene(accused: list[Draft], draft: Draft, cast: Cast) -> Draft | None:
    """The last accusation by whoever is named, or whose place is, where it is denied: "denied the raid in Cork"."""
    tokens = draft.hit.word.sentence.tokens
    named = {p.key for t in tokens if cast.is_party(t) for p in cast.parties(t)}
    named |= {cast.states_at[t.i] for t in tokens if t.i in cast.states_at}
    return next((o for o in reversed(accused) if keys(o.actors) & named), None)


def _is_in_reply(word: Token) -> bool:
    """Whether a deed is what one replied with: "responded by recalling its ambassador"."""
    by = word.head
    return word.dep == "pcomp" and by.lower == "by" and by.head.lemma in REPLYING


def _taken_up(draft: Draft, told: list[Draft]) -> Draft | None:
    """The deed of others told last that is judged as "it", "the step": of a sentence what is told in its main clause.

    What another judges in the same sentence is no deed of his: "X denounced the raid, and Y condemned it".
    """
    here = draft.hit.word.sentence.index
    near = [o for o in told if here - o.hit.word.sentence.index <= NEAR and o.how.get("parties") is None]
    near = [o for o in near if keys(o.actors) - keys(draft.actors) and not _judges_beside(o, draft)]
    last = [o for o in near if o.hit.word.sentence is near[-1].hit.word.sentence]
    if not any(_is_the_step(t) or t.lower == "it" for t in _things(draft)):
        return near[-1] if near else None
    main = [o for o in last if not any(_is_aside(t) for t in (o.hit.word, *o.hit.word.ancestors()))]
    return next(reversed(main or last), None)


def _judges_beside(other: Draft, draft: Draft) -> bool:
    """Whether another word of the same sentence judges, too, what is judged here."""
    beside = other.hit.word.sentence is draft.hit.word.sentence and other.hit.kind == draft.hit.kind == "V"
    return beside and other.type in ("ACCUSE", "SUPPORT") and any(t.lower == "it" for t in _things(draft))


def _is_aside(word: Token) -> bool:
    """Whether a word opens what only goes with its sentence: "..., defying warnings", "after X had left"."""
    return word.dep == "advcl"


def _is_the_step(thing: Token) -> bool:
    """Whether a word is "the decision", "these measures"."""
    return thing.lemma in STEPS and any(c.dep == "det" and c.lower in DEFINITE for c in thing.children)


def _struck_before(draft: Draft, aimed: list[Draft]) -> Draft | None:
    """The last hostile deed against who denies something, just told: "seized the ship, but X denied it had arms"."""
    here = draft.hit.word.sentence.index
    near = (o for o in reversed(aimed) if here - o.hit.word.sentence.index <= NEAR and o.type in HOSTILE)
    return next(near, None) if not draft.recipients else None


def _suffered(draft: Draft, aimed: list[Draft]) -> Draft | None:
    """The last measure against whoever calls "the decision" bad, a few sentences back."""
    here = draft.hit.word.sentence.index
    near = [o for o in aimed if o.type in MEASURES and here - o.hit.word.sentence.index <= FEW]
    return next(reversed(near), None) if draft.type == "ACCUSE" else None


def _deed_told(draft: Draft, told: list[Draft]) -> Draft | None:
    """The deed of somebody that is only named again where it is judged: "X has condemned the poisoning"."""
    if draft.type not in JUDGING:
        return None
    slots = draft.hit.slots
    things = [*_things(draft), *(t for name in OVER for t in slots.preps.get(name, ()))]
    for thing in things:
        here = next((o for o in told if o.hit.word is thing), None)
        struck = keys(here.recipients) if here is not None else set()
        like = [o for o in told if _is_named(o, thing) and o.hit.word is not thing and _is_told(o, draft)]
        like = [o for o in like if o.type in HOSTILE and (not struck or struck & keys(o.recipients))]
        if like:
            return min(like, key=lambda o: abs(o.hit.word.i - draft.hit.word.i))
    return None


def _mutual_deed(draft: Draft, earlier: list[Draft]) -> tuple[Party, ...]:
    """Those who made "the deal", or held "the talks", that somebody welcomes or criticises."""
    if draft.type not in JUDGING:
        return ()
    for thing in (t for t in _things(draft) if t.lemma in AGREEMENTS | CONTACTS and is_bare(t)):
        here = draft.hit.word.sentence.index
        for deed in reversed(earlier):
            if here - deed.hit.word.sentence.index > FEW:
                break
            like = agreement_of(deed) is not None if thing.lemma in AGREEMENTS else deed.type == "CONSULT"
            if like and len(deed.keys) > 1 and deed.how.get("parties") in (None, "pact", "company"):
                return (*deed.actors, *deed.recipients)
    return ()


def _bound_with(draft: Draft, earlier: list[Draft]) -> tuple[Party, ...]:
    """Those who made "the deal" under which somebody does it or undertakes to."""
    verb = verb_of(draft.hit.word) if draft.hit.kind == "V" else None
    under = [o for c in verb.children if c.lower == "under" for o in c.children] if verb is not None else []
    if not any(t.lemma in AGREEMENTS and is_bare(t) for t in under):
        return ()
    for deed in reversed(earlier):
        if draft.hit.word.sentence.index - deed.hit.word.sentence.index > FEW:
            break
        if agreement_of(deed) is not None and len(deed.keys) > 1 and keys(draft.actors) <= deed.keys:
            return (*deed.actors, *deed.recipients)
    return ()


def _is_named(deed: Draft, thing: Token) -> bool:
    """Whether a noun has the word of a deed: "shelled", "the shelling"."""
    return deed.hit.word.lemma[:STEM] == thing.lemma[:STEM]


def _is_told(deed: Draft, draft: Draft) -> bool:
    """Whether a deed's own words say who did it, and that is somebody else."""
    return deed.how.get("parties") in WORDED and bool(deed.actors) and not keys(deed.actors) & keys(draft.actors)


def _said_before(draft: Draft, cast: Cast) -> tuple[Party, ...]:
    """Who spoke last before "the comments" that are judged."""
    things = _things(draft)
    if draft.type not in JUDGING or cast.speakers is None or not any(_points_back(t) for t in things):
        return ()
    at = draft.hit.word.sentence.index
    for sentence in reversed(cast.document.sentences[max(at - BEFORE, 0) : at]):
        spoken = next((p for t in reversed(sentence.tokens) if (p := cast.speakers.parties(t))), ())
        if spoken:
            return sides_only(spoken) if len(keys(spoken)) == 1 else ()
    return ()


def _points_back(thing: Token) -> bool:
    """Whether a word is "the remarks", "those comments"."""
    return thing.lemma in WORDS and any(c.dep == "det" and c.lower in DEFINITE for c in thing.children)


def _things(draft: Draft) -> list[Token]:
    """What it is said of, where that is no party's by its words."""
    slots = draft.hit.slots
    return slots.object or (slots.subject if draft.hit.kind == "A" else [])
