"""Search on PostgreSQL gives what its own text search gives over the whole texts, in the same order."""

import random
import re
from typing import Any

import pytest
from register_builders import coded, event
from sqlalchemy import text

from detente.register import open_register
from detente.register.searching import find_reports

WORDS = (
    *("the", "of", "to", "and", "talks", "talk", "talking", "harbour", "harbours", "well-known", "border's", "U.S."),
    *("www.example.org/harbour", "3", "3.5", "north-east", "a/b", "treaty", "treaties", "signed", "minister", "naïve"),
    *("don't", "back\\slash", "'quoted'", "e-mail@example.org"),
)
QUERIES = (
    *("harbour", "talks", '"harbour talks"', "talks treaty", '"talks of the harbour"', '"treaty signed" minister'),
    *(
        '"well-known"',
        "border's",
        '"border\'s talks"',
        "naïve",
        "3",
        "3.5 treaty",
        "back\\slash",
        '"back\\slash"',
        '"a/b"',
    ),
    *("3.5 treaty", "the", '"of"', "e-mail@example.org", '"www.example.org/harbour" 3', "volcano", "don't 'quoted'"),
)
WHOLE = text(
    "SELECT n FROM told, websearch_to_tsquery('english', :words) AS query WHERE to_tsvector('english', told) @@ query "
    "ORDER BY ts_rank(to_tsvector('english', told), query) DESC, n LIMIT 50"
)

WORDS_KEPT = text("SELECT report, words FROM report_words ORDER BY report")
IDS = ("evidence.id", "link.one", "link.other", "member.evidence", "member.entry", "judged.evidence", "entry.id")
BACK_TO_VERSION_3 = (
    "DROP TABLE report_words",
    "CREATE TABLE report_words (report integer PRIMARY KEY REFERENCES report (n), words tsvector NOT NULL)",
    "INSERT INTO report_words SELECT n, to_tsvector('english', told) FROM told",
    "CREATE INDEX report_words_gin ON report_words USING gin (words)",
    "DROP INDEX member_once",
    *(
        f"ALTER TABLE {table} ALTER {id_} TYPE varchar(16) "
        f"USING lpad(to_hex({id_} # CAST(x'8000000000000000' AS bigint)), 16, '0')"
        for table, id_ in (column.split(".") for column in IDS)
    ),
    "CREATE INDEX ix_member_evidence ON member (evidence)",
    "CREATE UNIQUE INDEX member_current ON member (evidence) WHERE until IS NULL",
    "UPDATE detente_meta SET value = '3' WHERE key = 'version'",
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Texts of a few words told again and again, one of them longer than PostgreSQL counts places, one without any."""
    chance = random.Random(4)
    made = [" ".join(chance.choices(WORDS, k=chance.choice([12, 30, 300]))) for _ in range(120)]
    return [*made, " ".join(chance.choices(WORDS, k=16_500)) + " volcano harbour talks", "talks " * 400, "the of " * 9]


@pytest.fixture(scope="module")
def store(texts: list[str], server: Any) -> str:
    """The address of a register of these texts, which are in a table of their own beside it."""
    url = str(server.new_store())
    with open_register(url) as register:
        for told in texts:
            assert register.add(coded(told, event("CONSULT"))).new
        with register.engine.begin() as connection:
            connection.execute(text("CREATE TABLE told (n integer, told text)"))
            rows = [{"n": n, "told": f" {told}"} for n, told in enumerate(texts, 1)]
            connection.execute(text("INSERT INTO told VALUES (:n, :told)"), rows)
    return url


def test_words_by_number_are_found_and_ranked_as_in_the_whole_text(store: str) -> None:
    with open_register(store) as register, register.engine.connect() as connection:
        found = {query: find_reports(connection, query, 50) for query in QUERIES}
        for query in QUERIES:
            quoted = " ".join('"' + term.strip('"') + '"' for term in re.findall(r'"[^"]+"|\w+', query))
            assert found[query] == list(connection.scalars(WHOLE, {"words": quoted})), query
    assert sum(1 for numbers in found.values() if numbers) > len(QUERIES) / 2


def test_a_store_of_version_3_gets_the_numbers_that_a_new_one_has(store: str) -> None:
    with open_register(store) as register, register.engine.begin() as connection:
        numbered, entries = connection.execute(WORDS_KEPT).all(), list(register.entries())
        for change in BACK_TO_VERSION_3:
            connection.execute(text(change))
    with open_register(store) as register, register.engine.connect() as connection:
        assert register.migrated == 3
        assert connection.execute(WORDS_KEPT).all() == numbered
        assert list(register.entries()) == entries
        assert len({entry.id for entry in entries}) == len(entries)
        assert list(register.verify()) == []
