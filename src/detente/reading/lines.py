"""Which line is what: headline, date line, caption, menu, body, footer; told by the look of lines, not by the site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.model import Line, LineKind
from detente.reading.pieces import Piece, cut_pieces, dateline_alone
from detente.reading.signs import KINDS, LineSigns, bare, line_signs

_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d\d[./-]\d\d|\d{1,2}:\d\d)(?![\d/-])")
_SENTENCES = re.compile(r"[a-z)\"”][.?!] [A-Z]")
_HEADLINE_WORDS = range(3, 26)
_LONGEST_CAPTION = 600
_LONGEST_EXTRA = 2000
_SHORT_LEAD = 100
_LONGEST_STANDFIRST = 140


def split_lines(text: str, title: str | None = None) -> tuple[Line, ...]:
    """Tell the lines of a text apart.

    Args:
        text: the text as received, any text.
        title: its title where one was handed over; a line that says the same is the headline.
    Returns:
        Lines in text order that neither overlap nor cross a line break; blank stretches belong to no line. A line
        that was glued together from several parts of the page gives several. What stands between the first and the
        last paragraph of running text is body, unless it shows the signs of something else.
    """
    signs = line_signs()
    pieces = cut_pieces(text, title)
    for piece in pieces:
        piece.kind = _own_kind(piece, signs)
    first, last = _body_range(pieces)
    _settle_head(pieces, first, title)
    _settle_body(pieces, first, last)
    for piece in pieces[last:]:
        piece.kind = piece.kind or "footer"
    return tuple(Line(piece.span, piece.kind or "body") for piece in pieces)


def _own_kind(piece: Piece, signs: LineSigns) -> LineKind | None:
    """What a line shows by itself, whatever stands around it."""
    if is_date_line(piece, signs):
        return "dateline"
    if piece.raw.startswith(("publication: ", "title: ")) and len(piece.text) < 300:
        return "dateline" if piece.raw.startswith("pub") else "headline"
    if piece.raw.startswith("photos: ") and "hide caption" not in piece.raw:
        return "navigation"
    for kind in KINDS if len(piece.text) <= _LONGEST_EXTRA else ():
        if len(piece.text) > _LONGEST_CAPTION and kind in ("caption", "byline", "navigation"):
            continue
        if signs.kinds[kind].match(piece.bare, piece.raw, piece.text, piece.sentence):
            return kind
    if dateline_alone(piece.text):
        return "dateline"
    if len(piece.text) <= _LONGEST_CAPTION and _has_credit(piece, signs):
        return "caption"
    if is_appeal(piece, signs):
        return "advert"
    if _is_menu(piece):
        return "navigation"
    return None


def is_date_line(piece: Piece, signs: LineSigns) -> bool:
    """Whether a line says only when: "16:35, 27 January 2009", "Updated at 11:25 a.m. ET", "6 years ago"."""
    if len(piece.text) > 90 or not any(c.isdigit() for c in piece.text):
        return False
    words = [word.strip(".") for word in piece.raw.replace(",", " ").replace("|", " ").replace("/", " ").split()]
    plain = [word for word in words if word.strip("-–—()[]") and not word[0].isdigit()]
    dated = any(word in signs.months for word in plain) or "ago" in plain or bool(_NUMERIC_DATE.search(piece.raw))
    return dated and all(word.strip("-–—():[]") in signs.date_words for word in plain)


def _has_credit(piece: Piece, signs: LineSigns) -> bool:
    """Whether a line ends with the credit of a picture: "... shake hands (Reuters: Ann Lee)"."""
    start = piece.raw.rfind("(")
    if start < 0 or not piece.raw.rstrip(". ").endswith(")") or len(piece.raw) - start > 80:
        return False
    credit = piece.raw[start:]
    names = set(credit.replace("/", " ").replace(":", " ").replace(")", " ").replace("(", " ").split())
    return ("/" in credit or ":" in credit) and bool(names & signs.agencies)


def is_appeal(piece: Piece, signs: LineSigns) -> bool:
    """Whether the publisher speaks to the reader here: asks for money, a sign-up, a subscription."""
    if not 20 <= len(piece.text) <= 1500 or '"' in piece.text or "“" in piece.text:
        return False
    words = [word.strip(".,!?;:()") for word in piece.text.lower().replace("’", "'").split()]
    asks = sum(word in signs.asks for word in words)
    helps = sum(word in signs.helps for word in words)
    return asks >= 1 and asks + helps >= 2 and any(word in signs.reader for word in words)


def _is_menu(piece: Piece) -> bool:
    """Numbers without words ("632 0"), a line without letters ("-", "* * *"), `$VARIABLES`."""
    return not any(c.isalpha() for c in piece.text) or (piece.text[:1] == "$" and piece.text[1:2].isalpha())


def _body_range(pieces: list[Piece]) -> tuple[int, int]:
    """First and one past the last piece of the body, by the running text that shows no other sign."""
    prose = [n for n, piece in enumerate(pieces) if piece.kind is None and piece.prose]
    if not prose:
        prose = [n for n, piece in enumerate(pieces) if piece.kind is None and piece.sentence]
    if not prose:
        return len(pieces), len(pieces)
    opener = next((n for n, piece in enumerate(pieces[:20]) if piece.bare in line_signs().openers), -1)
    prose = [n for n in prose if n > opener] or prose
    first = next((n for n in prose if not _stands_before(pieces, n, prose)), prose[0])
    last = prose[-1]
    while last + 1 < len(pieces) and _ends_body(pieces[last + 1]):
        last += 1
    return first, last + 1


def _ends_body(piece: Piece) -> bool:
    """Whether a short line after the last paragraph still is a sentence of the body."""
    return piece.kind is None and piece.sentence


def _stands_before(pieces: list[Piece], n: int, prose: Sequence[int]) -> bool:
    """Whether a piece of prose is not yet the body: a headline with a full stop, or a standfirst."""
    piece, later = pieces[n], [pieces[k] for k in prose if k > n][:4]
    if not later:
        return False
    if not piece.sentence and piece.words < 40:
        return True
    lead = later[0]
    opening = not any(pieces[k].kind is None and pieces[k].prose for k in range(n))
    if opening and n <= 2 and len(piece.text) < _SHORT_LEAD and len(lead.text) > 1.6 * len(piece.text):
        return _is_label(piece)
    headed = any(p.kind in (None, "headline", "dateline") for p in pieces[:n])
    return headed and opening and any(_restates(piece, other) for other in later[:2])


def _is_label(piece: Piece) -> bool:
    """A short sentence that stands as a headline: one sentence, nobody quoted, no past tense of saying."""
    inner = piece.text.rstrip(".!?")
    if '"' in inner or "“" in inner or " said" in inner or _SENTENCES.search(inner):
        return False
    words = [word for word in inner.split() if len(word) > 3]
    return len(inner) < 75 or sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _restates(piece: Piece, other: Piece) -> bool:
    """Whether most of the words of a one-sentence line come again in the other: a standfirst does that."""
    if ". " in piece.text.rstrip(".") or len(piece.text) > _LONGEST_STANDFIRST:
        return False
    words = {word.strip(".,") for word in piece.raw.split() if len(word) > 3}
    again = {word.strip(".,") for word in other.raw.split()}
    return len(words) >= 4 and len(words & again) >= 0.7 * len(words)


def _settle_head(pieces: list[Piece], first: int, title: str | None) -> None:
    """Name the lines above the body: the headline, labels, standfirsts, names of writers."""
    _fill_blocks(pieces[:first], "standfirst")
    head = [piece for piece in pieces[:first] if piece.kind is None]
    wanted = bare(title) if title else ""
    headline = next((p for p in head if wanted and (p.bare == wanted or p.bare.startswith(wanted))), None)
    if headline is None:
        fitting = [p for p in head if p.words in _HEADLINE_WORDS and not _is_names(p) and len(p.text) <= 200]
        headline = fitting[0] if fitting else None
    for piece in head:
        if piece is headline:
            piece.kind = "headline"
        elif _is_names(piece):
            piece.kind = "byline"
        elif piece.prose or piece.words >= 4:
            piece.kind = "standfirst" if headline and piece.span > headline.span else "navigation"
        else:
            piece.kind = "section"


def _is_names(piece: Piece) -> bool:
    """Whether a short line is made of capitalised names only, as a writer's line is: "Ann Lee and Bo Ek"."""
    words = piece.text.replace(",", " ").split()
    if not 2 <= len(words) <= 12 or (piece.sentence and not piece.text.endswith(".")):
        return False
    names = [word for word in words if word.lower() != "and"]
    return all((word[0].isupper() and not word.isupper()) or len(word) <= 2 for word in names) and len(names) <= (
        4 if len(names) == len(words) and "," not in piece.text else 12
    )


def _settle_body(pieces: list[Piece], first: int, last: int) -> None:
    """Name the lines within the body: running text, and the sub-headings between."""
    _fill_blocks(pieces[first:last], "footer")
    for piece in pieces[first:last]:
        if piece.kind is None:
            piece.kind = "section" if _is_subheading(piece) else "body"


def _fill_blocks(pieces: Sequence[Piece], kind: LineKind) -> None:
    """Give the lines below "Related", "Story highlights" and the like their kind, up to the next sentence."""
    within, openers = False, line_signs().blocks[kind]
    for piece in pieces:
        if piece.kind in (None, kind) and (
            piece.bare in openers or (kind != "footer" and piece.bare.startswith(openers))
        ):
            within, piece.kind = True, kind
        elif piece.kind is None and piece.sentence:
            within = False
        elif piece.kind is None and within:
            piece.kind = kind


def _is_subheading(piece: Piece) -> bool:
    return not piece.sentence and piece.words <= 9 and len(piece.text) <= 70 and piece.text[-1] not in ",;-–—"
