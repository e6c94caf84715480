"""What a pair of states looks like: the timeline, and deeds in words."""

from detente.relations.describe import describe, name_parties, name_party
from detente.relations.timeline import TimelineRow, timeline, timeline_row

__all__ = ["TimelineRow", "describe", "name_parties", "name_party", "timeline", "timeline_row"]
