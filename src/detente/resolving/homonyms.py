"""Words of the codebook that mean something else in a report: first names, surnames, American states, acronyms."""

from __future__ import annotations

from detente.model import Document, Token
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import NATIONAL, Entry, Lexicon
from detente.resolving.plain import is_paper
from detente.resolving.scan import Mark
from detente.resolving.words import Words

_NEAR_GEORGIA = frozenset({"RUS", "SUN", "ARM", "AZE", "UKR"})
_ACRONYM = 3
_OF_ALL_ORIGINS = frozenset({"USA", "CAN", "AUS"})
"""States whose citizens are called by where they come from, too."""
_OF_STATES = frozenset({"of", "to", "in", "from", "at", "across", "via", "for"})
TRADED_WITHIN = 8
"""How far before the goods the measure may stand."""


def drop_homonyms(document: Document, marks: dict[int, Mark], lexicon: Lexicon) -> None:
    """Take from the marks of a report the readings as a state or organisation that a reader would not give.

    "Rep. Jim Jordan", "Chad Smith", "Georgia" beside Florida, "Jersey Shore", "IRA" where no Ireland is named.
    """
    tokens, words = document.tokens, lexicon.words
    named = _named(marks, tokens, lexicon)
    bearers = {
        tokens[mark.first].lower
        for mark in marks.values()
        if tokens[mark.first].lower in words.place_surnames and _is_surname(tokens, mark, lexicon)
    }
    american = _georgia_is_american(document, marks, named, words)
    for first, mark in list(marks.items()):
        key = fold_key(tokens[first].text)
        entries = mark.of(*NATIONAL, "organisation")
        if not entries or any(entry.user for entry in entries):
            continue
        bygone = mark.of("state", "demonym", "organisation") and _is_bygone(tokens, mark, lexicon)
        if (
            bygone
            or _is_feature(tokens, mark, words)
            or _is_language(tokens, mark, words)
            or _is_origin(tokens, mark, marks)
            or _is_half(tokens, mark, lexicon)
            or _is_namesake(tokens, mark, words)
            or _is_anybodys(tokens, mark, named, entries)
        ):
            _take(marks, mark, entries)
            continue
        if mark.last > first + 1:
            continue
        homes = {entry.state for entry in entries if entry.state}
        if (rarer := words.rarer_home.get(key)) is not None:
            surnames = {
                _words(tokens, m) for m in marks.values() if m.last == m.first + 1 and any(e.person for e in m.entries)
            }
            told = {home for home in homes if named[home] - {key} - surnames}
            unlikely = homes - {rarer} if told == {rarer} else {rarer} - told
            _take(marks, mark, [entry for entry in entries if entry.state in unlikely])
            continue
        alone = not any(named.get(home, set()) - {key} for home in homes | words.homes_too.get(key, frozenset()))
        if (
            _is_given(tokens, first, marks, words)
            or _follows_honorific(tokens, first, words)
            or (first > 1 and _follows_honorific(tokens, first - 1, words) and tokens[first - 1].text.istitle())
            or (key in words.place_surnames and _is_surname(tokens, mark, lexicon))
            or (key in bearers and alone)
            or (key == "georgia" and american)
            or (key in words.needs_company and alone and not _is_reached(tokens, mark))
            or (key in words.needs_company and _begins_name(tokens, first))
            or (alone and homes and _is_acronym(tokens[first].text, words))
        ):
            _take(marks, mark, entries)


def _take(marks: dict[int, Mark], mark: Mark, entries: list[Entry]) -> None:
    """Take some readings from a mark, and the mark where none is left."""
    mark.entries = [entry for entry in mark.entries if entry not in entries]
    if not mark.entries:
        del marks[mark.first]


def _is_feature(tokens: list[Token], mark: Mark, words: Words) -> bool:
    """Whether a name is part of a sea, a war of history, a dish ... ("Persian Gulf", "Gulf of Oman", "Soviet-era")."""
    if not mark.one("state", "demonym", "capital", "metonym"):
        return False
    after = _after(tokens, mark.last - 1)
    if after is not None and not _is_paired(tokens, mark.first):
        culture = after.lower in words.culture_nouns and not _is_traded(tokens, mark.first, words)
        if culture or (after.lower in words.features and after.text[0].isupper()):
            return True
        tied = tokens[after.i + 1].lower if after.text == "-" and after.i + 1 < len(tokens) else ""
        if tied in words.likeness or tied in ("dollar", "dollars"):
            return True
    first = mark.first
    if first < 2 or tokens[first - 1].lower != "of" or tokens[first - 2].sentence is not tokens[first].sentence:
        return False
    return tokens[first - 2].text[0].isupper() and tokens[first - 2].lower in words.features_of


def _is_traded(tokens: list[Token], first: int, words: Words) -> bool:
    """Whether a name is of what duties, bans or imports are on or of: "tariffs of a tenth on Xian wine"."""
    if first < 2 or tokens[first - 1].lower not in ("on", "of", "against"):
        return False
    before = tokens[max(0, first - TRADED_WITHIN) : first - 1]
    return any(t.lower in words.trade_measures and t.sentence is tokens[first].sentence for t in before)


def _is_paired(tokens: list[Token], first: int) -> bool:
    """Whether a hyphen ties a name to another before it: "the Chad-Libya War" is one between two states."""
    return first > 1 and tokens[first - 1].text in ("-", "–") and tokens[first - 2].text[0].isupper()


def _is_bygone(tokens: list[Token], mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a name only says of what something was a part that is no more ("a former Soviet republic")."""
    before, after = _before(tokens, mark.first), _after(tokens, mark.last - 1)
    former = before is not None and (before.lower in ("former", "ex", "post") or before.text == "-")
    if not former or after is None or after.lower not in lexicon.words.parts_of_former:
        return False
    organisations = (lexicon.codebook.organisation(e.organisation or "") for e in mark.of("organisation"))
    states = (lexicon.codebook.state(e.state or "") for e in mark.of("state", "demonym"))
    return any(o is not None and o.last for o in organisations) or any(s is not None and s.last for s in states)


def _is_half(tokens: list[Token], mark: Mark, lexicon: Lexicon) -> bool:
    """Whether an adjective goes with the noun of the next one: "Greek and Turkish Cypriots" are all of Cyprus."""
    first = tokens[mark.first]
    after = [t for t in tokens[mark.last : mark.last + 5] if t.text != "-" and t.sentence is first.sentence]
    if len(after) < 3 or after[0].lower != "and" or not mark.of("demonym"):
        return False
    whole = lexicon.states_for(f"{first.text.rstrip('-')} {after[2].text}")
    return bool(whole) and whole == lexicon.states_for(after[2].text)


def _is_origin(tokens: list[Token], mark: Mark, marks: dict[int, Mark]) -> bool:
    """Whether a nationality says where citizens of another state come from ("Cuban Americans")."""
    after = _after(tokens, mark.last - 1)
    if after is not None and after.text == "-":
        after = _after(tokens, after.i)
    if mark.one("demonym") is None or after is None or after.i not in marks or after.tag not in ("NNS", "NNPS"):
        return False
    return any(entry.state in _OF_ALL_ORIGINS for entry in marks[after.i].of("demonym"))


def _is_namesake(tokens: list[Token], mark: Mark, words: Words) -> bool:
    """Whether a town is not the capital of that name but one in a land of another state ("Paris, Texas")."""
    homes, there = {entry.state for entry in mark.of("capital")}, province_at(tokens, mark.last, words)
    return there is not None and bool(homes) and there not in homes


def province_at(tokens: list[Token], i: int, words: Words) -> str | None:
    """The state of which a land stands after the comma at `i`; None where there is no comma or no land."""
    return land_at(tokens, i + 1, words)[0] if i < len(tokens) and tokens[i].text == "," else None


def land_at(tokens: list[Token], first: int, words: Words) -> tuple[str | None, int]:
    """The state of which a land is that begins at a token, and where its name ends; None and the token without one."""
    following = [t.lower for t in tokens[first : first + 3] if t.sentence is tokens[first - 1].sentence]
    for n in range(len(following), 0, -1):
        name = " ".join(following[:n])
        home = next((state for state, lands in words.provinces.items() if name in lands), None)
        if home is not None:
            return home, first + n
    return None, first


def _is_language(tokens: list[Token], mark: Mark, words: Words) -> bool:
    """Whether a nationality is a language here ("in Spanish", "she spoke German")."""
    token, before = tokens[mark.last - 1], _before(tokens, mark.first)
    if mark.one("demonym") is None or before is None or token.dep not in ("pobj", "dobj"):
        return False
    return before.lower == "in" or before.lemma in words.language_verbs


def _is_anybodys(tokens: list[Token], mark: Mark, named: dict[str, set[str]], entries: list[Entry]) -> bool:
    """Whether a body in lower case is not of the state whose it is by name ("a national security council")."""
    if mark.one("metonym") is None or not all(t.text.islower() for t in tokens[mark.first : mark.last]):
        return False
    return not any(named.get(e.state or "", set()) - {_words(tokens, mark)} for e in entries)


def _words(tokens: list[Token], mark: Mark) -> str:
    return " ".join(fold_key(token.text) for token in tokens[mark.first : mark.last])


def _named(marks: dict[int, Mark], tokens: list[Token], lexicon: Lexicon) -> dict[str, set[str]]:
    """The words by which a report names each state, its organisations and well-known people included; no newspapers."""
    named: dict[str, set[str]] = {}
    for mark in marks.values():
        if is_paper(tokens, mark, lexicon):
            continue
        words = _words(tokens, mark)
        for entry in mark.entries:
            home = entry.person.state if entry.person else entry.state
            if home and entry.kind != "title":
                named.setdefault(home, set()).add(words)
    return named


def _before(tokens: list[Token], i: int) -> Token | None:
    """The token before, in the same sentence; a full stop after an abbreviation is passed over."""
    j = i - 1
    if j > 0 and tokens[j].text == ".":
        j -= 1
    return tokens[j] if j >= 0 and tokens[j].sentence is tokens[i].sentence else None


def _after(tokens: list[Token], i: int) -> Token | None:
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after if after is not None and after.sentence is tokens[i].sentence else None


def _is_given(tokens: list[Token], i: int, marks: dict[int, Mark], words: Words) -> bool:
    """Whether a place is a first name here ("Chad Smith"): a capitalised name follows that is no institution."""
    token, after = tokens[i], _after(tokens, i)
    if token.lower not in words.place_given or after is None or token.sentence.kind == "headline":
        return False
    mark, before = marks.get(i + 1), _before(tokens, i)
    if (mark is not None and not mark.one("surname", "person")) or (before is not None and before.lower in _OF_STATES):
        return False
    if before is not None and before.pos == "DET" and marks[i].one("demonym"):
        return False
    following = _after(tokens, i + 1)
    if {after.lower, f"{after.lower} {following.lower if following else ''}"} & words.bodies:
        return False
    return (
        after.pos == "PROPN"
        and after.text[0].isupper()
        and after.text[1:].islower()
        and after.lower not in words.not_names
        and after.lower not in words.american
    )


def _follows_honorific(tokens: list[Token], i: int, words: Words) -> bool:
    before = _before(tokens, i)
    return before is not None and before.text[0].isupper() and before.lower.strip(".") in words.person_honorifics


def _is_surname(tokens: list[Token], mark: Mark, lexicon: Lexicon) -> bool:
    """Whether a place ends somebody's name here ("Jim Jordan")."""
    before = tokens[mark.first - 1] if mark.first else None
    if before is None or before.sentence is not tokens[mark.first].sentence or not before.text[0].isupper():
        return False
    given, words = before.lower, lexicon.words
    titled = mark.first > 1 and _follows_honorific(tokens, mark.first - 1, words)
    return titled or given in words.male_names or given in words.female_names or given in lexicon.given


def _begins_name(tokens: list[Token], i: int) -> bool:
    """Whether a word is the first of some longer name ("Jersey Shore")."""
    after = _after(tokens, i)
    return after is not None and after.pos == "PROPN" and after.text[0].isupper() and tokens[i].dep == "compound"


def _is_reached(tokens: list[Token], mark: Mark) -> bool:
    """Whether a capital is where something happens ("arrived in Wellington"), so that the word is no name or house."""
    before = _before(tokens, mark.first)
    return mark.one("capital") is not None and before is not None and before.lower == "in"


def _is_acronym(text: str, words: Words) -> bool:
    """Whether three letters say too little for their state to be a party that nothing else in the report names."""
    return len(text) <= _ACRONYM and text.isupper() and text.lower() not in words.sure_acronyms


def _georgia_is_american(document: Document, marks: dict[int, Mark], named: dict[str, set[str]], words: Words) -> bool:
    """Whether "Georgia" is one of the United States: American politics beside it, nothing else of the country."""
    if "GEO" not in named or named["GEO"] - {"georgia", "georgians"}:
        return False
    beside = [
        any(other.lower in words.american for other in document.tokens[mark.first].sentence.tokens)
        for mark in marks.values()
        if document.tokens[mark.first].lower == "georgia"
    ]
    return any(beside) or ("USA" in named and not _NEAR_GEORGIA & named.keys())
