"""Who: a state, an organisation, a person in an office, as of a date."""

from __future__ import annotations

import msgspec

from detente.model.span import Span

FILLED = frozenset({"focus", "dyad", "target", "fellow", "thread", "company"})
"""How a party was found that the words of the deed do not name: by what the report tells elsewhere."""


class Party(msgspec.Struct, frozen=True, omit_defaults=True):
    """A party to a deed. `state` is ISO 3166-1 alpha-3 (former states by their last code, "YUG", "SUN").

    `how` says how the words led here: "name", "title", "state", "demonym", "capital", "metonym", "organisation",
    "user"; or from what it was inferred where they name nobody: `inferred` in `codebook/describe.yaml` lists them.
    """

    state: str | None = None
    organisation: str | None = None
    person: str | None = None
    office: str | None = None
    spans: tuple[Span, ...] = ()
    how: str | None = None

    @property
    def key(self) -> str:
        """State code or organisation name: what two parties are compared by; "" for neither."""
        return self.state or self.organisation or ""

    @property
    def filled(self) -> bool:
        """Whether it was only filled in: it may have no part in the deed."""
        return self.how in FILLED


class Tenure(msgspec.Struct, frozen=True, gc=False):
    """A reading of a name or title: who held which office for which days (ISO days, None: not known/open)."""

    person: str
    office: str
    state: str | None = None
    organisation: str | None = None
    first: str | None = None
    last: str | None = None
    source: str = ""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the text that stand for parties.

    kind: "person" (named, with or without a title), "office" (title alone), "state" (country name), "demonym"
    ("British", "Russians"), "capital", "metonym" ("the Kremlin"), "organisation", "pronoun", "group"
    ("both sides", "the two leaders"), "body" (a ministry, parliament, army of a state).
    `parties` is empty where nobody could be told, more than one for groups. `tokens` is the token range
    `[first, last)` in the document's token list; `head` the index of its syntactic head.
    `attributive`: a demonym or name that only modifies a noun ("Russian diplomats", "U.S. officials").
    `former`: "former", "ex-", "late": the person no longer acts for the state in that office.
    """

    span: Span
    kind: str
    tokens: tuple[int, int]
    head: int
    parties: tuple[Party, ...] = ()
    candidates: tuple[Tenure, ...] = ()
    attributive: bool = False
    former: bool = False
    plural: bool = False
    how: str | None = None
