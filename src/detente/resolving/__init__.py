"""Words -> mentions -> parties as of a date."""

from detente.resolving.actors import Actor, load_actors, with_actors
from detente.resolving.clues import tenure_clues
from detente.resolving.find import find_mentions
from detente.resolving.reference import resolve_mentions
from detente.resolving.tenures import in_office, office_on
from detente.resolving.who import who

__all__ = [
    "Actor",
    "find_mentions",
    "in_office",
    "load_actors",
    "office_on",
    "resolve_mentions",
    "tenure_clues",
    "who",
    "with_actors",
]
