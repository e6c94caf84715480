"""One form for all spellings of a name: lower case, no accents, one blank for each mark that is no letter or digit."""

from __future__ import annotations

import unicodedata

_SINGLE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "s", "æ": "a", "œ": "o", "þ": "t", "ə": "e", "ħ": "h"}


class _Fold(dict[int, int]):
    """Code point -> folded code point, worked out when first seen; one to one, so that offsets hold."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        base = unicodedata.normalize("NFKD", char)[:1].lower()[:1]
        base = _SINGLE.get(base, base)
        folded = ord(base) if base.isalnum() else 32
        self[code] = folded
        return folded


_TABLE = _Fold()


def fold(text: str) -> str:
    """The text folded, of the same length.

    >>> fold("Erdoğan’s U.S. visit")
    'erdogan s u s  visit'
    """
    return text.translate(_TABLE)


def fold_key(name: str) -> str:
    """A name folded, blanks at the ends cut off: what look-ups go by.

    >>> fold_key("George W. Bush")
    'george w  bush'
    """
    return fold(name).strip()


def without_accents(name: str) -> str:
    """The name in plain letters, case kept.

    >>> without_accents("Abdullah Gül")
    'Abdullah Gul'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(
        _SINGLE.get(c, _SINGLE.get(c.lower(), c.lower()).upper() if c.lower() in _SINGLE else c) for c in plain
    )
