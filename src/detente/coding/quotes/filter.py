"""Which marked words are quotations: no single words, names, titles of works, set phrases."""

from __future__ import annotations

import re

from detente.coding.quotes.marks import Marked
from detente.coding.quotes.page import Page

_WORD = re.compile(r"\w[\w'’-]*")
_LONG = 8


def is_quotation(page: Page, marked: Marked) -> bool:
    """Two words or more, and neither a name, a title of a work nor a set phrase."""
    text = page.inner(marked)
    count = len(_WORD.findall(text))
    if count < 2:
        return False
    if count <= 3 and text.lower().strip(" ,.") in page.words.set_phrases:
        return False
    if not marked.closed:
        return count > 4
    if _follows_naming(page, marked):
        return False
    return count > _LONG or not _looks_titled(page, text) or _is_spoken(page, marked)


def is_scare(page: Page, marked: Marked) -> bool:
    """Few marked words inside a clause, as the press sets them off without quoting anybody."""
    text = page.inner(marked)
    return len(_WORD.findall(text)) <= 3 and not text.endswith((",", ".", "?", "!"))


def _looks_titled(page: Page, text: str) -> bool:
    words = [w for w in _WORD.findall(text) if w.lower() not in page.words.title_small]
    shouted = text.upper() == text
    return bool(words) and not shouted and all(w[:1].isupper() or w[:1].isdigit() for w in words)


def _is_spoken(page: Page, marked: Marked) -> bool:
    """Whether a verb of speech stands right beside the marks."""
    block = page.blocks[marked.paragraph]
    left, right = page.left(marked.spans[0], block), page.right(marked.spans[-1], block)
    near = [*left[-3:], *(right[:4] if page.closes_with_comma(marked.spans[-1]) else ())]
    return bool(left[-1:] and left[-1].text == ":") or any(page.words.says(t) for t in near)


def _follows_naming(page: Page, marked: Marked) -> bool:
    """Whether the words before give a name, a work or an unnamed source ("cited a ...")."""
    left = page.left(marked.spans[0], page.blocks[marked.paragraph])
    if len(left) >= 2 and left[-1].lower in ("a", "an") and left[-2].lemma in page.words.passive_speakers:
        return True
    words = [t.lower for t in left[-4:] if t.text not in ",-"]
    before = " ".join(words)
    titled = _looks_titled(page, page.inner(marked))
    if any(before == n or before.endswith(" " + n) for n in page.words.naming if titled or n != "called"):
        return True
    return bool(words) and (words[-1] in page.words.works or words[-1] == "on") and titled
