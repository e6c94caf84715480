"""Where: place names -> places, and the place of a deed."""

from detente.placing.event import place_event
from detente.placing.find import find_places

__all__ = ["find_places", "place_event"]
