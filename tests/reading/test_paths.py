"""Files, folders, globs, standard input: reports and clear faults."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.model import Interval, ReadFault, Report
from detente.reading import read_paths

TEXT = (
    "Norway's foreign minister flew to Lisbon on Tuesday for two days of talks on fisheries, her office said.\n\n"
    "Portugal had asked for the meeting in March, after a trawler was held in the port of Tromso."
)
GERMAN = "Die Ministerin reist am Dienstag nach Lissabon, um dort mit ihrem Kollegen über die Fischerei zu reden. " * 3
DANISH = "Ministeren rejste i mandags til Lissabon for at tale om fiskeri, og han sagde, at det var godt for begge."
JAPANESE = "外務大臣は火曜日にリスボンを訪れ、漁業について二日間の協議を行う予定である。"
PAGE = f"""<html><head><title>Fish talks | The Daily Fish</title>
<meta property="og:title" content="Fish talks in Lisbon"><meta property="og:site_name" content="Daily Fish">
<meta property="article:published_time" content="2015-03-03T10:00:00Z">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav><article>
<h1>Fish talks in Lisbon</h1>{"".join(f"<p>{p}</p>" for p in TEXT.split(chr(10) * 2))}
<p>The two countries have quarrelled over cod for years, and both say that they want an end to it.</p>
</article><footer>Copyright</footer></body></html>"""


def _read(*paths: object, published: Interval | None = None) -> list[Report | ReadFault]:
    return list(read_paths([str(path) for path in paths], published))


def _one(path: object, published: Interval | None = None) -> Report:
    (report,) = _read(path, published=published)
    assert isinstance(report, Report)
    return report


def _fault(path: object) -> ReadFault:
    (fault,) = _read(path)
    assert isinstance(fault, ReadFault)
    assert "\n" not in str(fault) and str(fault).startswith(fault.source)
    return fault


def _codes(report: Report) -> list[str]:
    return [fault.code for fault in report.faults]


def test_text_file_is_one_report_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "lisbon.talks.txt"
    path.write_text(TEXT, "utf-8", newline="")
    report = _one(path)
    assert (report.id, report.text, report.handed, report.faults) == ("lisbon.talks", TEXT, None, ())
    assert report.body.startswith("Norway's") and report.body.endswith("Tromso.")


def test_json_lines_keep_fields_and_survive_broken_lines(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    first = {
        "id": 7,
        "text": TEXT,
        "published": "2015-03-03",
        "title": "Fish",
        "publisher": "P",
        "url": "u",
        "gold": {},
    }
    path.write_text(
        "\n".join([json.dumps(first), "{broken", "", "[1]", '{"id": "x"}', json.dumps({"text": TEXT})]), "utf-8"
    )
    one, broken, listed, textless, last = _read(path)
    assert isinstance(one, Report) and isinstance(last, Report)
    assert (one.id, one.title, one.publisher, one.url) == ("7", "Fish", "P", "u")
    assert (one.handed, one.handed_from, one.source) == (
        Interval.day("2015-03-03", "handed"),
        "field published",
        f"{path}:1",
    )
    faults = [fault for fault in (broken, listed, textless) if isinstance(fault, ReadFault)]
    assert [(fault.fault.code, fault.line) for fault in faults] == [
        ("broken-line", 2),
        ("broken-line", 4),
        ("no-text", 5),
    ]
    assert last.id == "many-6"


def test_packed_lines_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": f"r{n}", "text": TEXT}) + "\n" for n in range(200))
    reports: Iterator[Report | ReadFault] = read_paths([str(path)])
    assert [getattr(next(reports), "id", None) for _ in range(3)] == ["r0", "r1", "r2"]
    path.write_bytes(path.read_bytes()[:-30])
    assert isinstance(_read(path)[-1], ReadFault)


def test_table_rows_are_reports(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('id,text,published\nr1,"' + TEXT.replace('"', '""') + '",2015-03\nr2,,\n', "utf-8")
    report, fault = _read(path)
    assert isinstance(report, Report) and isinstance(fault, ReadFault)
    assert (report.id, report.text, report.handed) == ("r1", TEXT, Interval.month(2015, 3, "handed"))
    assert fault.fault.code == "empty"


def test_page_gives_its_article_and_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    report = _one(path)
    assert (report.id, report.handed_from, report.publisher) == ("page", "html meta", "Daily Fish")
    assert report.handed == Interval.day("2015-03-03", "handed")
    assert report.body.startswith("Norway's foreign minister") and "Home" not in report.body
    assert "Fish talks in Lisbon" in [line.span.of(report.text) for line in report.lines if line.kind == "headline"]


def test_date_shown_on_a_page_is_not_taken_for_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    shown = PAGE.replace("2015-03-03T10:00:00Z", "").replace("<article>", '<p class="date">3 May 2011</p><article>')
    path.write_text(shown, "utf-8")
    assert _one(path).handed is None
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2015-03-04"}</script>'
    path.write_text(shown.replace("<article>", f"{linked}<article>"), "utf-8")
    assert _one(path).handed == Interval.day("2015-03-04", "handed")


def test_option_wins_over_field(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "published": "2015-03-03"}), "utf-8")
    report = _one(path, Interval.day("2016-01-01"))
    assert (report.handed, report.handed_from) == (Interval.day("2016-01-01", "handed"), "option")


@pytest.mark.parametrize("value", ["soon", "2015-13-01", "9999-12-31", "03/03/2015", True])
def test_date_that_is_none_is_left_out_and_said(tmp_path: Path, value: object) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "published": value}), "utf-8")
    report = _one(path)
    assert report.handed is None and _codes(report) == (["bad-published"] if value is not True else [])


def test_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "sub/c.txt", "a.txt", ".hidden.txt", "notes.md"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert [getattr(report, "id", None) for report in _read(tmp_path)] == ["a", "b", "c"]
    assert [getattr(report, "id", None) for report in _read(tmp_path / "*.txt")] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("empty.csv", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        ("picture.csv", b"\0\1\2\3", "binary"),
        ("picture.html", b"%PDF-1.7 x", "binary"),
        ("empty.html", b"<html><body></body></html>", "empty"),
        ("other.csv", b"a,b\n1,2\n", "no-text"),
        ("broken.jsonl.gz", b"no gzip", "broken-file"),
    ],
)
def test_what_holds_no_report_is_a_fault(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert _fault(tmp_path / name).fault.code == code


def test_what_is_not_there_is_a_fault_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "none").mkdir()
    missing, pattern, folder, report = _read(
        tmp_path / "x.txt", tmp_path / "*.csv", tmp_path / "none", tmp_path / "a.txt"
    )
    faults = [fault for fault in (missing, pattern, folder) if isinstance(fault, ReadFault)]
    assert [fault.fault.code for fault in faults] == ["missing", "missing", "no-reports"]
    assert isinstance(report, Report)


def test_other_encodings_are_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(("The café in Oslo — “" + TEXT + "”").encode("cp1252"))
    report = _one(path)
    assert report.text.startswith("The café in Oslo — “") and _codes(report) == ["encoding"]
    path.write_bytes(TEXT.encode("utf-8-sig"))
    assert (_one(path).text, _one(path).faults) == (TEXT, ())
    path.write_bytes(TEXT.encode("utf-16"))
    assert (_one(path).text, _codes(_one(path))) == (TEXT, ["encoding"])


@pytest.mark.parametrize(
    "text", [GERMAN, "Министр иностранных дел прибыл в Лиссабон для переговоров о рыболовстве. " * 4, JAPANESE, DANISH]
)
def test_other_languages_are_a_fault_and_nothing_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.txt"
    path.write_text(text, "utf-8")
    report = _one(path)
    assert (_codes(report), report.lines) == (["no-language"], ())


def test_a_brief_of_names_is_english_still(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(
        "OSLO, 3 March 2003 - Norway expelled two Danish diplomats on Monday. Norway condemned Denmark over the "
        "arrests of five Bergen fishermen, Foreign Ministry spokesman Lars Holm told Fjord Wire.",
        "utf-8",
    )
    assert _one(path).faults == ()


def test_of_an_archive_in_one_text_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(f"{TEXT}\n\n" * 1500, "utf-8")
    report = _one(path)
    assert _codes(report) == ["too-long"]
    assert len(report.text) == 1500 * (len(TEXT) + 2) and 190_000 < report.lines[-1].span.end <= 200_000


def test_too_short_a_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Fish talks.", "utf-8")
    assert _codes(_one(path)) == ["too-short"]


@pytest.mark.parametrize(
    ("data", "ids"), [(TEXT, ["stdin"]), ('\n{"id": "a", "text": "b"}\n{"id": "c", "text": "d"}', ["a", "c"])]
)
def test_standard_input_is_a_text_or_json_lines(monkeypatch: pytest.MonkeyPatch, data: str, ids: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert [getattr(report, "id", None) for report in _read("-")] == ids
