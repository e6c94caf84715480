"""Names of people: what two spellings have in common, and which aliases are worth keeping."""

from __future__ import annotations

import re
import unicodedata

SPECIAL = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ð": "d", "ə": "a"})
TITLE_WORDS = frozenset(
    "president minister prime ambassador secretary chancellor king queen vice deputy premier chief chairman senator "
    "governor speaker foreign defense defence former leader spokesman general representative director".split()
)
PREFIXES = frozenset(
    "sir dame lord baroness baron dr gen lt col maj adm brig sheikh shaykh sheik king queen prince emir sultan "
    "capt ret mr mrs ms prof crown".split()
)


def plain(text: str) -> str:
    """Without diacritics: what a wire agency prints.

    >>> plain("Recep Tayyip Erdoğan")
    'Recep Tayyip Erdogan'
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'").replace("ʻ", "'")


def key(name: str) -> str:
    """What spellings of one name share: lower case, no diacritics, hyphens, dots, apostrophes.

    >>> key("Kim Jong-un") == key("Kim Jong Un")
    True
    """
    words = re.sub(r"[^a-z0-9]+", " ", plain(name).lower().replace("'", "")).split()
    while len(words) > 2 and words[0] in PREFIXES:
        words = words[1:]
    return " ".join(words)


def tidy(name: str) -> str:
    """A name without what encyclopaedias put after it ("Albert II, Prince of Monaco") and without ranks in front."""
    name = re.sub(r"\s*\(.*?\)", "", name).split(",")[0].strip()
    name = re.sub(r"^((Lt|Maj|Brig|Vice|Lieutenant|Major)\.? )?(Gen|Col|Adm|Capt|General|Dr|Air Mar|Mar)\.? (\(?Ret\.?\)? )?", "", name)
    return " ".join(name.split()).rstrip("_.")


def is_name(alias: str) -> bool:
    """Whether an alias of the sources is a name and no phrase ("Prime Minister Putin"), in Latin letters."""
    words = plain(alias).replace(".", "").lower().split()
    latin = bool(re.fullmatch(r"[A-Za-z .'\-]+", plain(alias)))
    return latin and 2 <= len(words) <= 5 and not TITLE_WORDS.intersection(words) and len(words[-1]) > 1
