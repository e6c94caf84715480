"""detente: a dated, auditable register of the relations between states, read from news reports."""

__version__ = "0.1.0"
