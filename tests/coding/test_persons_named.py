"""Persons of events: whose somebody is by those he is named with, and whom words without a name mean."""

import pytest
from coding_builders import code, the

from detente.model import Party

Who = set[tuple[str | None, str | None, str | None]]


def who(parties: tuple[Party, ...]) -> Who:
    return {(p.state, p.person, p.office) for p in parties}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Chilean Premier Pablo Rojas, Trade Minister Ana Soto and Defence Minister Luis Vera flew to Oslo.",
            {("CHL", "Pablo Rojas"), ("CHL", "Ana Soto"), ("CHL", "Luis Vera")},
        ),
        ("A spokesman for President Pablo Rojas of Chile condemned Norway.", {("CHL", None)}),
        ("A spokeswoman for Chilean President Pablo Rojas, Ana Soto, condemned Norway.", {("CHL", "Ana Soto")}),
        ("The lawyer for Trade Minister Ana Soto of Chile accused Norway of lying.", {("CHL", None)}),
        ("The Chilean Foreign Ministry's spokeswoman Ana Soto condemned Norway.", {("CHL", "Ana Soto")}),
        ("The Chilean government of President Pablo Rojas condemned Norway.", {("CHL", "Pablo Rojas")}),
    ],
)
def test_who_acts(text: str, actors: set[tuple[str, str | None]]) -> None:
    event = next(e for e in code(text).events if e.actors)
    assert {(p.state, p.person) for p in event.actors} == actors


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Norway imposed sanctions on three Chilean officials, including Senators Luis Vera and Ana Soto.", "LA"),
        (
            "Norway imposed sanctions on Sens. Luis Vera, D-Ohio, and Ana Soto, R-Utah. The United States was furious.",
            "LA",
        ),
        (
            "Luis Vera, a Chilean sailor, lives in Bergen.\nThe 48-year-old Chilean was arrested by Norwegian police.",
            "L",
        ),
        ("Luis Vera, a Chilean sailor, lives in Bergen.\nThe sailor was arrested by Norwegian police in May.", "L"),
        ("Luis Vera, a Chilean sailor, lives in Bergen.\nThe other Chilean was arrested by Norwegian police.", ""),
    ],
)
def test_whom_words_without_a_name_mean(text: str, struck: str) -> None:
    event = next(e for e in code(text).events if e.type in ("COERCE", "SANCTION"))
    assert "".join(p.person[0] for p in event.recipients if p.person) == struck


def test_who_is_told_by_his_office_is_named_where_the_same_deed_names_him() -> None:
    event = the(
        "CONSULT",
        code(
            "Norway's Kari Holm will meet the Chilean envoy in Geneva on Monday.\n"
            "Holm will meet Chilean envoy Luis Vera in Geneva on Monday."
        ),
    )
    assert ("CHL", "Luis Vera", "envoy") in who(event.actors)


def test_counterpart_holds_the_same_office() -> None:
    event = the("CONSULT", code("Norwegian Foreign Minister Kari Holm met her Chilean counterpart Luis Vera in Bonn."))
    assert ("CHL", "Luis Vera", "foreign_minister") in who(event.actors)


def test_spokesman_is_no_namesake_who_governs() -> None:
    event = the("ACCUSE", code("Chile has broken its word, said Stoltenberg, the Norwegian army spokesman, in Oslo."))
    assert who(event.actors) == {("NOR", "Stoltenberg", "spokesperson")}
