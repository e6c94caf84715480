"""What a pair of states looks like: the timeline, deeds in words, relations on a day, tone, agenda."""

from detente.relations.agenda import AgendaItem, AgendaStep, agenda
from detente.relations.compare import Comparison, compare
from detente.relations.deeds import Deed, deeds_between
from detente.relations.describe import describe, inferred_from, name_parties, name_party
from detente.relations.relation import Relation, relation
from detente.relations.timeline import TimelineRow, timeline, timeline_row
from detente.relations.tone import Tone, TonePoint, Turn, tone

__all__ = [
    "AgendaItem",
    "AgendaStep",
    "Comparison",
    "Deed",
    "Relation",
    "TimelineRow",
    "Tone",
    "TonePoint",
    "Turn",
    "agenda",
    "compare",
    "deeds_between",
    "describe",
    "inferred_from",
    "name_parties",
    "name_party",
    "relation",
    "timeline",
    "timeline_row",
    "tone",
]
