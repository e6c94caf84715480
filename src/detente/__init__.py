"""detente: a dated, auditable register of the relations between states, read from news reports.

>>> import detente
>>> with detente.open(":memory:") as register:
...     register.coverage().entries
0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.api import Past, Reading, Register, open

__version__ = "0.1.0"
__all__ = ["Past", "Reading", "Register", "__version__", "open"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from detente import api  # when first asked for: the commands start sooner without

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
