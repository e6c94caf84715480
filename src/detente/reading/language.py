"""Is it English? Told by its commonest words; nothing else is needed to leave other languages alone."""

from __future__ import annotations

import re

from detente.reading.signs import english_words, foreign_words

_SAMPLE = 6000
_WORD = re.compile(r"(?<!['’])[^\W\d_]+")
_ENOUGH_WORDS = 15
_SENTENCE = 40
"""Words up to which a text may be one full of names, with hardly a common word of its language."""
_SHARE = 0.2
"""Of English words, that settles it alone; of less, the commonest words of other languages must be fewer still."""
_LEAST_SHARE = 0.07
_ENOUGH_LETTERS = 20


def is_english(text: str) -> bool | None:
    """Whether the text is English; None where there are too few words to tell.

    Args:
        text: the text as received; only its middle and its beginning are looked at.

    >>> is_english("The ministers met in the capital and said that they would be back for more talks in the autumn.")
    True
    >>> is_english("Norway on Monday expelled two Danish envoys, Oslo officials said. Denmark then condemned it too.")
    True
    >>> print(is_english("Norway's coast guard fired flares at Danish trawlers near Bear Island, injuring two."))
    None
    >>> is_english("両国の外務大臣は月曜日に首都で会談し、秋に協議を再開することで合意した。")
    False
    >>> is_english("Die Minister trafen sich am Freitag in der Hauptstadt und wollen im Herbst wieder reden, hiess es.")
    False
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + " " + text[middle : middle + _SAMPLE]
    words = _WORD.findall(sample.lower())
    if len(words) < _ENOUGH_WORDS:
        return False if _other_script(words) else None
    common, other = english_words(), foreign_words()
    share = sum(word in common for word in words) / len(words)
    if share >= _SHARE:
        return True
    foreign = sum(word in other for word in words)
    if len(words) < _SENTENCE and not foreign:
        return None
    return share >= _LEAST_SHARE and foreign < share * len(words)


def _other_script(words: list[str]) -> bool:
    """Whether letters of other alphabets outnumber the plain ones: some scripts set no blanks between words."""
    letters = "".join(words)
    return len(letters) >= _ENOUGH_LETTERS and sum(c.isascii() for c in letters) < len(letters) / 2
