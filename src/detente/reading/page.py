"""A web page -> the fields of a report.

What is kept as the report's text is the page's headline, if it has one, and its article as plain text, a paragraph a
line: that text is "as received", and all spans point into it. The page's markup is not kept. Where no article can be
told from the rest, all text of the page is kept and its lines are told apart like those of any text. A date is taken
from the page's metadata only, never from its running text: that is dating's work.
"""

from __future__ import annotations

import re
from typing import Any

_BODY = re.compile(r"<body\b", re.IGNORECASE)
_LINKED_DATA = re.compile(r"<script[^<>]{0,200}application/ld\+json[^<]{0,20000}</script>", re.IGNORECASE)


def page_fields(html: str) -> dict[str, str | None]:
    """Take the text and the metadata of a page.

    Args:
        html: the page, any HTML.
    Returns:
        `text`, `title`, `publisher`, `url`, `published` (ISO day); None or "" where the page has none.
    """
    import trafilatura  # half a second to import: only where a page is read

    if "<" not in html:
        return dict.fromkeys(("title", "publisher", "url", "published")) | {"text": html}
    document = trafilatura.bare_extraction(html, include_comments=False, include_tables=False, with_metadata=False)
    article = (document.text or "") if document is not None else ""
    meta = trafilatura.extract_metadata(html)
    title = _field(meta, "title")
    text = article if len(article) >= 200 else max(article, trafilatura.html2txt(html) or "", key=len)
    if title and text and title not in text[: 2 * len(title) + 200]:
        text = f"{title}\n\n{text}"
    return {
        "text": text,
        "title": title,
        "publisher": _field(meta, "sitename"),
        "url": _field(meta, "url"),
        "published": _meta_day(html),
    }


def _field(meta: Any, name: str) -> str | None:
    value = getattr(meta, name, None)
    return value if isinstance(value, str) else None


def _meta_day(html: str) -> str | None:
    """The day the page says it was published: in its head or its JSON-LD, nothing guessed from what it shows."""
    from htmldate import find_date

    start = _BODY.search(html)
    head = html[: start.start()] if start else html
    data = "".join(found.group() for found in _LINKED_DATA.finditer(html, start.start() if start else len(html)))
    try:
        day = find_date(f"{head}{data}</head><body></body></html>", extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError):  # pages broken beyond htmldate's own care
        return None
    return str(day) if day else None
