"""Names of people: what two spellings have in common, and which aliases are worth keeping."""

from __future__ import annotations

import re
import unicodedata

SPECIAL = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ð": "d", "ə": "a"}
)
TITLE_WORDS = frozenset(
    {
        "president", "minister", "prime", "ambassador", "secretary", "chancellor", "king", "queen", "vice",
        "deputy", "premier", "chief", "chairman", "senator", "governor", "gov", "speaker", "foreign",
        "defense", "defence", "former", "leader", "spokesman", "general", "representative", "director", "mr",
        "mrs", "ms", "the", "administration", "elect", "secretaty", "adviser", "advisor", "congressman",
        "congresswoman", "rep", "sen", "gen", "judge", "justice", "regime",
    }
)  # fmt: skip
PREFIXES = frozenset(
    {
        "sir", "dame", "lord", "baroness", "baron", "dr", "gen", "lt", "col", "maj", "adm", "brig", "sheikh",
        "shaykh", "sheik", "king", "queen", "prince", "emir", "sultan", "capt", "ret", "mr", "mrs", "ms",
        "prof", "crown",
    }
)  # fmt: skip


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
    name = re.sub(
        r"^((Lt|Maj|Brig|Vice|Lieutenant|Major)\.? )?(Gen|Col|Adm|Capt|General|Dr|Air Mar|Mar)\.? (\(?Ret\.?\)? )?",
        "",
        name,
    )
    return " ".join(name.split()).rstrip("_.")


def is_name(alias: str) -> bool:
    """Whether an alias of the sources is a name and no phrase ("Prime Minister Putin"), in Latin letters."""
    words = re.split(r"[\s-]+", plain(alias).replace(".", "").lower())
    latin = bool(re.fullmatch(r"[A-Za-z .'\-]+", plain(alias)))
    return latin and 2 <= len(words) <= 6 and not TITLE_WORDS.intersection(words) and len(words[-1]) > 1


SOUNDS = (
    "gue=ge gui=gi aleksand=alexand ks=x kh=h gh=g dh=d th=t ph=f tch=ch dj=j dzh=j zh=j sch=sh ou=u oo=u ee=i ii=i "
    "iy=i yy=i ey=i ei=i ay=i ai=i aw=av w=v y=i q=k c=k ae=e oe=o ue=u u=o e=i"
)
LOOSE = tuple(pair.partition("=")[::2] for pair in re.split(" ", SOUNDS))


def loose(name: str) -> tuple[str, str]:
    """First and last word of a name, in a spelling that transliterations share; for terms that agree otherwise.

    >>> loose("Serguei Lavrov") == loose("Sergey Viktorovich Lavrov")
    True
    """
    words = [word for word in key(name).split() if word not in ("al", "el", "bin", "ibn", "de", "von", "van")]
    return _loose_word(words[0]), _loose_word(words[-1])


def shortened(full: str, name: str) -> bool:
    """Whether `name` is `full` without its middle name.

    >>> shortened("William Joseph Burns", "William Burns"), shortened("Ali Abdullah Saleh", "Ali Saleh")
    (True, False)
    """
    words, short = key(full).split(), key(name).split()
    eastern = {
        "ali",
        "abdullah",
        "muhammad",
        "mohammed",
        "mohamed",
        "ahmed",
        "hassan",
        "abdel",
        "abdul",
        "ibrahim",
        "al",
        "bin",
    }
    return len(words) == 3 and words[:1] + words[2:] == short and not eastern.intersection(words)


def alike(a: str, b: str) -> bool:
    """Whether two names, of one office at one time, are one person's: one within the other, or initial and surname.

    >>> alike("Felipe Gonzalez Marquez", "Felipe Gonzalez"), alike("Petur Stoyanov", "Petar Stoyanov")
    (True, True)
    """
    one, other = key(a).split(), key(b).split()
    shared = set(one) & set(other)
    return (len(shared) >= 2 and len(shared) == min(len(set(one)), len(set(other)))) or (
        one[-1] == other[-1] and one[0][0] == other[0][0]
    )


def _loose_word(word: str) -> str:
    for spelling, other in LOOSE:
        word = word.replace(spelling, other)
    return re.sub(r"(.)\1+", r"\1", word).rstrip("ah")
