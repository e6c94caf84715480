"""A report's clauses -> events: find event words, fill their slots, date, place and vouch for them, one deed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from detente.codebook.fits import load_fit
from detente.codebook.lexicon import Lexicon, load_lexicon, word_list
from detente.coding.accused import (
    name_accused,
    name_accused_elsewhere,
    name_by_struck,
    name_by_victim,
    name_punished,
)
from detente.coding.answers import answer_deeds, echo_deeds
from detente.coding.appeals import ask_both, ask_third
from detente.coding.at_home import is_said_by_nobody
from detente.coding.briefs import BRIEF, sure_at_home, sure_of_brief
from detente.coding.build import build_event
from detente.coding.bygone import settle_bygone
from detente.coding.calendar import Calendar
from detente.coding.captives import name_captors
from detente.coding.cast import Cast
from detente.coding.confidence import Model, features_of, rivals
from detente.coding.date_choice import choose_date
from detente.coding.dates import date_by_deeds, set_date
from detente.coding.deontic import find_deontic, is_owed
from detente.coding.draft import Draft, Present, When, Where
from detente.coding.drafting import make_draft
from detente.coding.fellows import (
    fill_from_company,
    fill_from_fellows,
    fill_from_measures,
    fill_from_thread,
    name_judged_measurers,
    name_measurers,
)
from detente.coding.fill import GUESSED, fill_parties
from detente.coding.focus import Focus
from detente.coding.home_affairs import is_home_affair
from detente.coding.hosts import address_hosts, name_those_met
from detente.coding.known_deeds import doubt_known
from detente.coding.match import Hit, find_hit
from detente.coding.mutual import split_mutual
from detente.coding.nest import unnest
from detente.coding.open_sides import is_grave
from detente.coding.outlook import settle_ahead, settle_over, settle_status, settle_undertaking
from detente.coding.pacts import Pacts
from detente.coding.parties import between_bodies
from detente.coding.partners import bind_both
from detente.coding.several_contacts import split_tours
from detente.coding.side_choice import choose_sides
from detente.coding.side_options import Scene
from detente.coding.sides import set_sides
from detente.coding.speech import Speakers
from detente.coding.status_choice import StatusWeights, choose_status
from detente.coding.stopped import ease_drills
from detente.coding.terms import date_by_term, undate_over
from detente.coding.told import doubt_told, read_told
from detente.coding.undone import left_standing, told_nowhere_else, undone
from detente.coding.unite import unite
from detente.coding.unnamed import fill_mutual, fill_talks, is_test, may_stand, measures_untold, tests_untold
from detente.coding.unsaid import (
    is_told_by_others,
)
from detente.coding.venue import host_guests, name_mediators, settle_venue, without_ways
from detente.model import Document, Event, Fault, Sentence

VERSION = "frames-1"
SPEECH = word_list("types-of-speech")
FORCE = word_list("types-of-force")
OWED = word_list("types-owed")


class Coder(Protocol):
    """Anything that codes the events of a report."""

    version: str

    def code_events(self, document: Document) -> tuple[tuple[Event, ...], tuple[Fault, ...]]:
        """Events in text order, and a fault for what could not be coded."""
        ...


@dataclass(slots=True)
class _Course:
    """A report as it is read: what it is read with, and what was found so far."""

    calendar: Calendar
    cast: Cast
    focus: Focus
    pacts: Pacts
    faults: list[Fault]
    drafts: list[Draft] = field(default_factory=list)
    standing: list[Draft] = field(default_factory=list)
    """Deeds that are only ended, which stand where the report tells of them nowhere else."""
    unnamed: list[Draft] = field(default_factory=list)
    """Lasting measures whose words name nobody."""
    tests: list[Draft] = field(default_factory=list)
    """Tests of weapons whose words name nobody."""


class FrameCoder:
    """The coder of detente: frames of the lexicon over the slots of the parse.

    `when`, `where` and `present` date and place an event word; they come from the rooms dating and placing.
    """

    version = VERSION

    def __init__(self, when: When, where: Where, present: Present) -> None:
        self.when, self.where, self.present = when, where, present
        self.lexicon: Lexicon = load_lexicon()
        self.model = load_fit("confidence", Model)
        self.status_weights = load_fit("status", StatusWeights)
        self.drafts: list[Draft] = []
        """Drafts of the last report, for training the confidence."""
        self.mentions: list[Draft] = []
        """The same before mentions of one deed became one, for training the dates."""
        self.light = self.lexicon.light_verbs

    def code_events(self, document: Document) -> tuple[tuple[Event, ...], tuple[Fault, ...]]:
        """Events in text order, and a fault for every sentence of two parties in which nothing was coded."""
        faults: list[Fault] = []
        drafts, cast, focus = self._told(document, faults)
        _settle_sides(drafts, cast)
        for draft in drafts:
            undate_over(draft)
        self.mentions = drafts
        self._choose_statuses([d for d in drafts if d.kind != "body"], document)  # what the body tells again is told of
        united = split_tours(unite(without_ways(drafts), document))
        for draft in united:
            if draft.mode is None and draft.place is not None and not draft.recipients:
                settle_venue(draft, cast)
        name_mediators(united, cast)
        date_by_deeds(united, document)
        united = self._judged(united, focus, len(document.sentences), faults)
        self._choose_statuses(united, document)
        for draft in united:
            settle_ahead(draft, document, self.lexicon)
            settle_over(draft, document, self.lexicon)
        host_guests(united)
        name_those_met(united, cast)
        united = split_mutual(united)
        self.drafts = united
        return tuple(build_event(draft, document, number) for number, draft in enumerate(united, 1)), tuple(faults)

    def before_choice(self, document: Document) -> list[tuple[Draft, Scene]]:
        """Every mention of a deed with the sides that the rules found, for training the choice of sides."""
        drafts, cast, _ = self._told(document, [])
        scene = Scene(cast)
        return [(draft, scene) for draft in drafts]

    def _told(self, document: Document, faults: list[Fault]) -> tuple[list[Draft], Cast, Focus]:
        """Every mention of a deed, in text order, with the sides that the rules find."""
        cast = Cast(document)
        cast.speakers = Speakers(document, cast)
        focus = Focus(cast)
        course = _Course(Calendar(document, self.when, self.present), cast, focus, Pacts(cast, focus), faults)
        drafts = course.drafts
        for sentence in document.sentences:
            focus.enter(sentence)
            found = self._sentence(sentence, course)
            drafts.extend(found)
            focus.leave(found)
            if not found:
                faults.extend(_silence(sentence, cast))
        fill_from_fellows(drafts)
        name_captors(drafts, cast)
        name_accused_elsewhere(drafts)
        name_by_victim(drafts)
        name_by_struck(drafts)
        name_measurers(drafts, focus)
        name_judged_measurers(drafts)
        fill_from_thread(drafts)
        address_hosts(drafts)
        drafts += told_nowhere_else(course.standing, drafts)
        drafts += measures_untold(course.unnamed, drafts, focus)
        drafts += tests_untold(course.tests, drafts)
        return sorted(drafts, key=lambda d: d.hit.word.i), cast, focus

    def _choose_statuses(self, drafts: list[Draft], document: Document) -> None:
        if self.status_weights is not None:
            for draft in drafts:
                choose_status(draft, document, self.lexicon, self.status_weights)

    def _judged(self, drafts: list[Draft], focus: Focus, length: int, faults: list[Fault]) -> list[Draft]:
        """Drafts with their confidence; those that are more likely wrong than worth keeping become faults."""
        judged = []
        rivals(drafts)
        for draft in drafts:
            if is_home_affair(draft, focus):
                word = draft.hit.word
                faults.append(Fault("domestic", f"an affair of one state, or a private one: {word.text!r}", word.span))
                continue
            draft.features.update(features_of(draft, focus.count, length))
            judged.append(draft)
        if self.model is None:
            return judged
        for draft in judged:
            draft.weight = self.model.judge(draft.features)
        least = self.model.threshold
        sure_enough = [d for d in judged if d.weight >= least]
        kept = sure_of_brief(judged, least) if length <= BRIEF else sure_at_home(sure_enough, focus.between)
        sure = {id(draft) for draft in kept}
        for draft in judged:
            if id(draft) not in sure:
                word = draft.hit.word
                faults.append(Fault("unsure", f"{draft.type} at {word.text!r} is too unsure to be coded", word.span))
        return kept

    def _sentence(self, sentence: Sentence, course: _Course) -> list[Draft]:
        cast, focus, earlier, faults = course.cast, course.focus, course.drafts, course.faults
        found = []
        for token in sentence.tokens:
            hit = find_hit(token, self.lexicon, cast, self.light)
            if hit is None:
                hit = find_deontic(token, self.lexicon, cast)
            elif hit.kind == "V" and hit.entry.type in OWED and is_owed(token, self.lexicon, cast):
                continue
            if hit is None:
                continue
            draft = self._draft(hit, course)
            if draft is not None:
                found.append(draft)
        fill_from_company(found, earlier)
        fill_from_measures(found, earlier)
        course.pacts.settle(found)
        fill_mutual(found, focus)
        fill_talks(found, focus)
        answer_deeds(found, earlier, cast)
        found = echo_deeds(found, earlier)
        for draft in found:
            if not worth_keeping(draft):
                word = draft.hit.word
                faults.append(Fault("party-missing", f"no second party found for {word.text!r}", word.span))
        kept, swallowed = unnest([draft for draft in found if worth_keeping(draft)])
        name_accused(kept)
        name_punished(kept)
        doubt_known(kept)
        for draft in swallowed:
            word = draft.hit.word
            faults.append(Fault("content", f"{word.text!r} is what another event is about", word.span))
        course.unnamed.extend(draft for draft in found if may_stand(draft))
        course.tests.extend(draft for draft in found if is_test(draft))
        course.standing.extend(d for draft in found if (d := left_standing(draft, cast, self.lexicon)) is not None)
        ended = (undone(draft, cast, cast.document, self.when, self.lexicon) for draft in found)
        return kept + [deed for deed in ended if deed is not None and worth_keeping(deed)]

    def _draft(self, hit: Hit, course: _Course) -> Draft | None:
        word, cast = hit.word, course.cast
        told = read_told(hit, self.lexicon, cast, self.light)
        if told is None:
            return None
        if (doubt := doubt_told(hit, told, cast)) is not None:
            course.faults.append(Fault("not-real", f"{doubt}: {word.text}", word.span))
            return None
        draft = make_draft(hit, told.turn, told.reading, self.lexicon)
        set_sides(draft, hit, told.turn, cast)
        if draft.type == "THREATEN" and told.turn is None and is_told_by_others(draft, cast):
            course.faults.append(Fault("not-real", f"said of somebody by another: {word.text}", word.span))
            return None
        fill_parties(draft, cast, course.focus)
        ask_both(draft, cast, course.focus)
        ask_third(draft, cast)
        ease_drills(draft, course.focus)
        self._circumstances(draft, course.calendar, cast)
        return draft

    def _circumstances(self, draft: Draft, calendar: Calendar, cast: Cast) -> None:
        word, document = draft.hit.word, calendar.document
        source = cast.speakers.source(word) if cast.speakers is not None else None
        draft.quoted = cast.speakers is not None and cast.speakers.quote(word) is not None
        settle_undertaking(draft, source)
        settle_bygone(draft, calendar)
        set_date(draft, source, calendar)
        choose_date(draft, source, calendar)
        date_by_term(draft, cast, self.lexicon)
        placed = next((found for t in draft.dated_by if (found := self.where(document, t.i)) is not None), None)
        if placed is not None:
            draft.place, span = placed
            draft.spans["place"] = (span,)
        if source is not None:
            draft.sources.append(source)
        settle_status(draft, calendar, source, self.lexicon)
        settle_venue(draft, cast)


def _settle_sides(drafts: list[Draft], cast: Cast) -> None:
    """Give drafts the sides that most speaks for, where the words leave them open."""
    left_open = [draft for draft in drafts if is_open(draft)]
    if not left_open:
        return
    scene = Scene(cast)
    for draft in left_open:
        choose_sides(draft, scene)
        bind_both(draft)


def is_open(draft: Draft) -> bool:
    """Whether a side was guessed or left empty, and its words rule nobody out: no author of what is grave is chosen."""
    open_ = draft.how.get("parties") in GUESSED and not draft.closed and not draft.struck
    return open_ and bool(draft.actors or not (is_grave(draft) or is_said_by_nobody(draft)))


def worth_keeping(draft: Draft) -> bool:
    """Whether there is a party at all, and the parties are not all of one state or organisation on both sides."""
    if not draft.keys or ("speaker" in draft.hit.entry.actor and not draft.actors):
        return False
    one_sided = not (draft.actors and draft.recipients)
    return len(draft.keys) >= 2 or one_sided or on_own_citizen(draft) or is_at_odds(draft)


def is_at_odds(draft: Draft) -> bool:
    """Whether a state strikes at home, or one of its bodies has to do with another ("the rebels rejected talks")."""
    at_home = any(p.how == "home" for p in draft.recipients)
    return at_home or (not draft.both and between_bodies(draft.actors, draft.recipients))


def on_own_citizen(draft: Draft) -> bool:
    """Whether a state acts by force or law on a person of its own without office ("convicted X in absentia").

    In a report about two states such a person is mostly an exile, a spy or a prisoner in whom the other has a stake.
    """
    persons = [p for p in draft.recipients if p.person]
    return draft.type in FORCE and bool(persons) and not any(p.office for p in draft.recipients)


def _silence(sentence: Sentence, cast: Cast) -> list[Fault]:
    states = {p.key for t in sentence.tokens if (m := cast.mention(t)) for p in m.parties} - {""}
    if len(states) < 2:
        return []
    return [Fault("no-event-word", "two parties, but no event word of the lexicon", sentence.span)]
