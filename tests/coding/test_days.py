"""The day told just before is not that of a clause which lies before or after what it hangs on."""

from __future__ import annotations

import pytest
from coding_builders import DAY, read_all

from detente.codebook import load_codebook
from detente.model import Line, Report, Span
from detente.parsing import parse_report
from detente.run.pipeline import default_coder, read_document


def test_what_came_days_before_is_not_dated_by_what_followed() -> None:
    text = "Norway banned imports from Chile on Monday, four days after Chile seized a Norwegian trawler off its coast."
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=DAY)
    coder = default_coder()
    coder.model = None
    events, _ = coder.code_events(read_document(report, parse_report(report), load_codebook()))
    (seizure,) = [e for e in events if e.type == "COERCE"]
    assert seizure.date is None or seizure.date.last.isoformat() < "2014-05-12"
    (ban,) = [e for e in events if e.type == "SANCTION"]
    assert ban.date is not None and ban.date.first.isoformat() == "2014-05-12"


def test_a_visit_that_goes_on_is_of_the_reports_day() -> None:
    text = "The Norwegian prime minister is on a two-day visit to Chile leading bankers."
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=DAY)
    coder = default_coder()
    coder.model = None
    (visit,), _ = coder.code_events(read_document(report, parse_report(report), load_codebook()))
    assert visit.status == "ongoing" and visit.date is not None and visit.date.last == DAY.last
    assert visit.how["date"] == "the report's present"


@pytest.mark.parametrize(
    "text",
    [
        "Norway condemned the plan of Chile's president to visit Peru on 2 June 2014.",
        "Norway's premier visited Chile's president, who faces a vote on 2 June 2014.",
    ],
)
def test_what_is_done_has_no_day_after_the_report(text: str) -> None:
    events = [e for e in read_all(text) if e.status in ("occurred", "ongoing")]
    assert events and all(e.date is None or e.date.first <= DAY.last for e in events)


def test_the_weekday_after_a_handed_day_is_of_another_time_zone() -> None:
    (visit,) = [e for e in read_all("Norway's premier arrived in Chile on Thursday.") if e.type == "CONSULT"]
    assert visit.date is not None and visit.date.first.isoformat() == "2014-05-15"
    assert visit.status in ("occurred", "ongoing")


def test_a_day_by_which_a_deed_is_called_is_better_than_one_near_by() -> None:
    text = "On Monday Peru praised the agreement between Norway and Chile. The 1998 agreement between them has held."
    found = {e.date.edtf for e in read_all(text) if e.type == "SUPPORT" and len(e.actors) == 2 and e.date}
    assert found == {"1998"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister recently visited Chile.",
        "Norway's foreign minister met his Chilean counterpart twice in recent weeks.",
        "Norway's foreign minister met his Chilean counterpart several times over the past few months.",
        "Norway said on Wednesday that it would hold talks with Chile.",
    ],
)
def test_a_day_of_the_report_is_not_that_of_what_lies_before_or_ahead(text: str) -> None:
    assert [e.date for e in read_all(text) if e.type == "CONSULT"] == [None]


def test_what_is_planned_is_not_what_was_done_on_a_day_of_its_own() -> None:
    text = "Norway's premier will meet Chile's president soon. Their first meeting took place in Lima in March."
    found = {(e.status, e.date.edtf if e.date else None) for e in read_all(text) if e.type == "CONSULT"}
    assert found == {("planned", None), ("occurred", "2014-03")}


def test_a_day_behind_what_the_doers_wear_is_that_of_the_deed() -> None:
    text = "The Chilean sailor was arrested by soldiers wearing black masks in the heart of Oslo in June 2009."
    (event,) = [e for e in read_all(text) if e.type == "COERCE"]
    assert event.date is not None and event.date.first.isoformat() == "2009-06-01"


def test_what_somebody_did_in_a_former_office_is_not_of_the_report() -> None:
    text = (
        "Ola Hansen arrived in Oslo on Monday. As president, Hansen brokered the peace treaty between Kenya and Ghana."
    )
    assert all(e.date is None for e in read_all(text) if e.type == "SUPPORT")


def test_a_meeting_called_off_is_not_of_the_day_on_which_it_was() -> None:
    text = "Norway's premier on Tuesday cancelled a meeting with Chile's president planned for this weekend."
    (off,) = [e for e in read_all(text) if e.type == "CONSULT"]
    assert off.date is not None and off.date.first.isoformat() == "2014-05-17"
    (open_,) = [e for e in read_all("Norway's premier on Tuesday put off a trip to Chile.") if e.type == "CONSULT"]
    assert open_.status == "postponed" and open_.date is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A meeting of the Chilean and Norwegian premiers had been announced on May 2.", "occurred"),
        ("A summit of the premiers of Norway and Chile was announced on Monday.", "planned"),
        ("Norway announced talks with Chile on Monday.", "planned"),
    ],
)
def test_a_meeting_is_not_of_the_day_on_which_it_was_announced(text: str, status: str) -> None:
    (met,) = [e for e in read_all(text) if e.type == "CONSULT"]
    assert (met.status, met.date) == (status, None)


def test_what_was_done_several_years_ago_is_not_of_the_reports_day() -> None:
    (expulsion,) = [
        e for e in read_all("Norway expelled two Chilean diplomats a few years ago.") if e.type == "SANCTION"
    ]
    assert expulsion.date is None


def test_the_first_in_so_many_years_is_not_so_many_years_ahead() -> None:
    (first,) = read_all("He will be the first Norwegian premier to visit Chile in 20 years.")
    assert first.status == "planned" and first.date is None
    (ahead,) = read_all("Norway's premier will visit Chile in three weeks.")
    assert ahead.date is not None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Peru's premier said Norway was wrong to bomb Chile.", "ASSAULT"),
        ("Norway regretted expelling the Chilean envoy.", "SANCTION"),
        ("Norway has apologised for bombing a Chilean village.", "ASSAULT"),
    ],
)
def test_what_is_judged_or_owned_up_to_is_not_of_the_reports_day(text: str, type_: str) -> None:
    (deed,) = [e for e in read_all(text) if e.type == type_]
    assert deed.date is None


def test_the_day_of_what_is_judged_is_not_that_of_the_judgement() -> None:
    told = {e.type: e.date for e in read_all("Peru said Norway was wrong to invade Chile in 2003.")}
    judged, deed = told["ACCUSE"], told["ASSAULT"]
    assert deed is not None and deed.first.year == 2003
    assert judged is not None and judged.last == DAY.last


@pytest.mark.parametrize(
    ("text", "type_", "first", "last"),
    [
        ("Norway condemned this month's missile launch by Chile.", "MOBILIZE", "2014-05-01", "2014-05-14"),
        (
            "Norway's premier was to meet Peru's leader last month, but Chile objected.",
            "CONSULT",
            "2014-04-01",
            "2014-04-30",
        ),
        (
            "Norway's premier will meet Chile's to discuss cod on the margins of a summit in Lima next month.",
            "CONSULT",
            "2014-06-01",
            "2014-06-30",
        ),
    ],
)
def test_days_are_those_in_which_the_deed_can_lie(text: str, type_: str, first: str, last: str) -> None:
    dated = [e.date for e in read_all(text) if e.type == type_ and e.date is not None]
    assert dated and (dated[0].first.isoformat(), dated[0].last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2007 Anna Ruiz became the first Chilean president to visit Norway.", 2007),
        ("In 2009 she was the first Norwegian premier to visit Chile since Ole Lund in 1989.", 2009),
        ("Anna Ruiz became the first Chilean president to visit Norway since Pablo Rojas in 1989.", None),
    ],
)
def test_what_one_is_the_first_to_do_has_the_day_of_becoming_it(text: str, year: int | None) -> None:
    (visit,) = [e for e in read_all(text) if e.type == "CONSULT"]
    assert (visit.date.first.year if visit.date else None) in ((year,) if year else (None, DAY.first.year))


def test_a_century_is_no_day_of_a_deed() -> None:
    (talks,) = read_all("Chile and Norway will hold talks in the 21st century.")
    assert (talks.status, talks.date) == ("planned", None)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway praised Chile while criticising its own envoys.", "SUPPORT"),
        ("Norway condemned Chile when asked about the raid.", "ACCUSE"),
        ("Norway accused Chile of spying, while monitors will stay at the border.", "ACCUSE"),
        ("Norway denied that it wanted to sway the 2008 election in Chile.", "REJECT"),
        ("Norway's envoy told reporters after a round of talks with Chile that the draft was good.", "CONSULT"),
    ],
)
def test_what_goes_beside_a_deed_does_not_set_it_apart_from_the_report(text: str, type_: str) -> None:
    dates = [e.date for e in read_all(text) if e.type == type_]
    assert dates and dates[0] is not None and dates[0].last == DAY.last


def test_what_another_deed_times_is_not_of_the_reports_day() -> None:
    (blame,) = [e for e in read_all("Norway condemned Chile when it invaded Peru.") if e.type == "ACCUSE"]
    assert blame.date is None


@pytest.mark.parametrize(
    ("text", "type_", "first"),
    [
        (
            "The foreign ministers of Norway and Chile met in Lima on 5 May. The two agreed to reopen an embassy.",
            "AGREE",
            "2014-05-05",
        ),
        (
            "Norway's premier visited Chile on 5 May. At a joint news conference, she condemned Peru's raid.",
            "ACCUSE",
            "2014-05-05",
        ),
        (
            "The foreign ministers of Norway and Chile met in Lima on 5 May. Peru condemned Norway.",
            "ACCUSE",
            "2014-05-13",
        ),
    ],
)
def test_what_was_done_at_a_meeting_is_of_its_day(text: str, type_: str, first: str) -> None:
    dates = [e.date for e in read_all(text) if e.type == type_]
    assert dates and dates[0] is not None and dates[0].first.isoformat() == first


def _dates(text: str, type_: str) -> list[str | None]:
    return [e.date.edtf if e.date else None for e in read_all(text) if e.type == type_]


PRESENT = "2014-05-13/2014-05-14"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Norway praised the treaty signed in 1990 with Chile.", "SUPPORT", [PRESENT, "1990"]),
        ("Norway hailed on Monday the accord that Chile and Peru signed in 2003.", "SUPPORT", ["2014-05-12", "2003"]),
        (
            "Norway banned Chilean wine on Monday in response to a raid by Chile on its embassy.",
            "ASSAULT",
            [None],
        ),
        ("Chile on Monday spoke of its anger about recent Norwegian attacks on Chilean ships.", "ASSAULT", [None]),
        ("Chile's nuclear tests since 2006 have alarmed Norway.", "MOBILIZE", ["2006-01-01/2014-05-14"]),
    ],
)
def test_a_deed_and_what_is_said_of_it_have_each_their_day(text: str, type_: str, expected: list[str | None]) -> None:
    assert _dates(text, type_) == expected


def test_what_is_decided_is_of_the_day_of_deciding() -> None:
    text = "Norway's decision in March to recall its ambassador from Chile and close the embassy angered Peru."
    assert _dates(text, "SANCTION")[0] == "2014-03"


def test_each_stop_of_a_tour_has_the_day_told_of_it() -> None:
    text = "Norway's foreign minister visited Peru in March and Bolivia in April."
    assert _dates(text, "CONSULT") == ["2014-03", "2014-04"]


def test_verbs_of_a_row_share_the_day_that_ends_it() -> None:
    assert _dates("Norway arrested a Chilean journalist and deported him in March.", "COERCE")[0] == "2014-03"
    text = "Norway recalled its ambassador and on Monday closed the border with Chile."
    assert _dates(text, "COERCE") == ["2014-05-12"]


def test_a_day_that_ends_a_clause_in_front_is_of_that_clause() -> None:
    text = (
        "As Norway's premier prepared to meet with the Peruvian president for the first time Friday, Oslo banned trade."
    )
    assert _dates(text, "CONSULT") == ["2014-05-16"]


def test_a_report_of_some_years_lends_no_deed_its_days() -> None:
    text = "President Barack Obama condemned Chile on Monday."
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))
    coder = default_coder()
    coder.model = None
    document = read_document(report, parse_report(report), load_codebook())
    events, _ = coder.code_events(document)
    assert document.published is not None and document.published.days > 1000
    assert [e.date for e in events if e.type == "ACCUSE"] == [None]


def test_a_name_that_is_a_month_dates_nothing_and_the_month_beside_it_does() -> None:
    assert _dates("British Prime Minister Theresa May visited Norway in March.", "CONSULT") == ["2014-03"]
    assert _dates("British Prime Minister Theresa May visited Norway in May.", "CONSULT") == ["2014-05-01/2014-05-14"]
    assert _dates("Norway apologised to British Prime Minister Theresa May.", "CONCEDE") == [PRESENT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway's premier said on Tuesday, on the eve of a summit with Peru's president, that he was ready.",
            "2014-05-14",
        ),
        ("On the eve of a visit to Lima, Norway's premier praised Chile.", "2014-05-14/2014-05-15"),
        ("On the eve of a visit to Lima, Norway's premier praised Chile on Monday.", None),
    ],
)
def test_what_one_speaks_on_the_eve_of_is_of_the_next_day(text: str, expected: str | None) -> None:
    assert _dates(text, "CONSULT") == [expected]


def test_what_goes_on_is_not_of_the_day_of_something_beside_it() -> None:
    text = "In a call with Peru's premier on Monday, Norway's premier backed keeping in place the sanctions on Chile."
    assert _dates(text, "SANCTION") == [None]
    assert _dates("Norway will continue to bomb Peru, its defence minister said on Monday.", "ASSAULT") == [None]


def test_the_day_before_is_that_before_what_is_told() -> None:
    text = "Norway said on Monday that a Peruvian frigate had fired on a trawler the previous day."
    assert _dates(text, "ASSAULT") == ["2014-05-11"]
    text = "Peru seized a Norwegian trawler on April 2. The previous month, Norway had expelled a Peruvian envoy."
    assert _dates(text, "SANCTION") == ["2014-03"]
    assert _dates("Norway's sanctions on Peru expire in July.", "SANCTION") == [None]


def test_what_came_a_month_later_is_not_of_the_reports_day() -> None:
    assert _dates("A month later, Norway expelled the Peruvian ambassador.", "SANCTION") == [None]
    assert _dates("Hours later, Norway expelled the Peruvian ambassador.", "SANCTION") == [PRESENT]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("As prime minister, Tony Blair sent troops to Peru.", "MOBILIZE", ["1997-05-02/2007-06-27"]),
        ("The Reagan administration accused Peru of the attack.", "ACCUSE", ["1981-01-20/1989-01-20"]),
        ("The government of Margaret Thatcher expelled Peruvian diplomats.", "SANCTION", ["1979-05-04/1990-11-28"]),
        ("Under Margaret Thatcher, Britain expelled Peruvian diplomats.", "SANCTION", ["1979-05-04/1990-11-28"]),
        ("The Bush administration expelled Peruvian diplomats.", "SANCTION", [None]),
        ("The Obama administration accused Peru of the attack.", "ACCUSE", [PRESENT]),
        ("The Thatcher government broke off relations with Peru in 1984.", "SANCTION", ["1984"]),
    ],
)
def test_a_deed_of_a_term_that_is_over_is_of_that_term(text: str, type_: str, expected: list[str | None]) -> None:
    assert _dates(text, type_) == expected


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chile imposed sanctions on Norway for a raid carried out in February.", "SANCTION"),
        ("Chile expelled two Norwegian envoys over the poisoning of a spy in February.", "SANCTION"),
        ("Norway apologised to Chile for the massacre committed in 1985.", "CONCEDE"),
    ],
)
def test_what_somebody_is_punished_for_has_a_day_of_its_own(text: str, type_: str) -> None:
    assert _dates(text, type_) == [PRESENT]


def test_a_report_that_tells_of_the_next_day_is_written_on_that() -> None:
    text = "Norway expelled two Portuguese envoys on Thursday.\nPortugal condemned the move as absurd."
    (blame,) = [e for e in read_all(text) if e.type == "ACCUSE"]
    assert blame.date is not None and blame.date.edtf == "2014-05-14/2014-05-15"
    text = "Norway plans to expel two Portuguese envoys on Thursday.\nPortugal condemned the move as absurd."
    (blame,) = [e for e in read_all(text) if e.type == "ACCUSE"]
    assert blame.date is not None and blame.date.edtf == "2014-05-13/2014-05-14"


def test_what_was_done_in_a_campaign_has_no_day() -> None:
    (blame,) = [e for e in read_all("Norway's premier accused Portugal of theft.") if e.type == "ACCUSE"]
    assert blame.date is not None
    (blame,) = [
        e for e in read_all("During the campaign, Norway's premier accused Portugal of theft.") if e.type == "ACCUSE"
    ]
    assert blame.date is None


def test_a_day_behind_a_relative_clause_is_not_of_the_verb_after_it() -> None:
    text = "The generals that took power in Norway last year have jailed three Portuguese envoys."
    (jailing,) = [e for e in read_all(text) if e.type == "COERCE" and any(p.key == "PRT" for p in e.recipients)]
    assert jailing.date is None or jailing.date.first.year == 2014


def test_what_one_did_at_first_is_not_of_the_day_on_which_one_turned() -> None:
    text = "After initially denying that it shelled Portugal, Norway on Monday admitted the attack."
    (denial,) = [e for e in read_all(text) if e.type == "REJECT"]
    assert denial.date is None


@pytest.mark.parametrize(
    "text",
    [
        "When Portugal invaded Norway, Norway mined its ports.",
        "Portugal first threatened Norway with war at a summit in Rome.",
        "Two months after a fair in Rome, Norwegian officers bombed Portugal.",
        "Norwegian officers bombed Portugal in July of that year.",
        "Lawyers for the author of a complaint by Norway about Portugal said on Monday that they were worried.",
        "A banker told a magazine last week that invading Portugal was a mistake of Norway.",
    ],
)
def test_what_came_before_the_news_is_not_of_its_day(text: str) -> None:
    grave = [e for e in read_all(text) if e.type in ("ASSAULT", "THREATEN", "ACCUSE") and e.recipients]
    assert grave and grave[0].date is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A Portuguese judge was denied a visa to enter Norway in 2012.", "2012"),
        ("It was an answer to a Norwegian raid on a Portuguese village near Porto last week.", "2014-05-05/2014-05-11"),
        ("Norway has been afraid since the 1990s, when Portugal bombed it.", "1990-01-01/1999-12-31"),
        ("Portugal said on Monday that Norway bombed one of its ships.", "2014-05-11/2014-05-12"),
    ],
)
def test_a_time_dates_the_deed_it_ends(text: str, day: str) -> None:
    grave = [e for e in read_all(text) if e.type in ("ASSAULT", "COERCE")]
    assert [e.date.edtf for e in grave if e.date] == [day]


def test_what_one_is_punished_for_came_before() -> None:
    events = read_all("Norway jailed a Portuguese man on Monday for bombing a Norwegian ship.")
    (raid,) = [e for e in events if e.type == "ASSAULT"]
    assert raid.date is None and any(e.date and e.date.edtf == "2014-05-12" for e in events)


def test_a_day_by_which_a_deed_is_called_is_not_of_what_is_said_of_it() -> None:
    text = "On the anniversary of Norway's 1984 invasion of Portugal, Lisbon's mayor condemned Norway."
    (blame,) = [e for e in read_all(text) if e.type == "ACCUSE"]
    assert blame.date is None
    (blame,) = [e for e in read_all("Norway blamed Portugal for the 2011 bombing of a bus.") if e.type == "ACCUSE"]
    assert blame.date is not None and blame.date.last == DAY.last


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister said on Monday that the deportations of Portuguese sailors were unlawful.",
        "Spain's premier said Monday that his son had not heard of the Norwegian attack on Lisbon.",
    ],
)
def test_a_deed_that_one_only_names_is_not_of_the_day_of_speaking(text: str) -> None:
    events = read_all(text)
    assert events and all(e.date is None for e in events if e.type in ("COERCE", "ASSAULT"))
    (told,) = [e for e in read_all("Norway said on Monday that it had imposed sanctions on Portugal.") if e.date]
    assert told.date is not None and told.date.last.isoformat() == "2014-05-12"


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Norway followed up on an April 25 call during which Portugal agreed to free two sailors.",
            "AGREE",
            "2014-04-25",
        ),
        ("The 2009 accord gave Portugal relief from Norway.", "AID", "2009"),
        ("Lawmakers in Oslo sponsored a 2012 law that froze Portuguese assets.", "SANCTION", "2012"),
        (
            "Last month Norway's premier was scheduled to meet Portuguese envoys, but Lisbon cancelled.",
            "CONSULT",
            "2014-04",
        ),
    ],
)
def test_what_is_done_on_a_call_or_by_a_law_has_its_day(text: str, kind: str, day: str) -> None:
    assert [e.date.edtf for e in read_all(text) if e.type == kind and e.date] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Norway was expelled from the league by Spain four years ago after it shelled Portugal.",
        "In 2011, Norway asked Portugal to pay for the port, but Portugal rejected the demand from Norway.",
        "At the time, Norway condemned the Portuguese premier.",
        "Norway hopes to sign an accord with Portugal ahead of the summit in Madrid in June.",
    ],
)
def test_what_hangs_on_a_clause_of_another_time_has_no_day_of_the_report(text: str) -> None:
    events = read_all(text)
    assert events
    assert all(e.date is None or e.date.last < DAY.first or e.type == "CONSULT" for e in events)


def test_a_day_that_one_only_looks_ahead_to_is_not_when_the_report_was_written() -> None:
    events = read_all("Ahead of Thursday's meeting, Norway accused Portugal of cheating.")
    (blame,) = [e for e in events if e.type == "ACCUSE"]
    assert blame.date is not None and blame.date.last == DAY.last


@pytest.mark.parametrize(
    "text",
    [
        "For six months, Norway denied the Portuguese raid.",
        "The senator scored a hit on Tuesday with rhetoric on the subject of Norway's invasion of Portugal.",
        "Throughout most of her first two years, the Norwegian premier exchanged threats with Portugal.",
    ],
)
def test_what_lasts_or_is_only_spoken_about_has_no_day_near_by(text: str) -> None:
    events = read_all(text)
    assert events and all(e.date is None for e in events)
    (met,) = [e for e in read_all("Norway's premier met Portugal's president for two hours.") if e.type == "CONSULT"]
    assert met.date is not None and met.date.last == DAY.last


def days_of(type_: str, text: str) -> list[str | None]:
    """The days of the deeds of a type, as EDTF."""
    return [e.date.edtf if e.date is not None else None for e in read_all(text) if e.type == type_]


def test_what_only_says_more_of_a_name_has_not_the_reports_day() -> None:
    assert days_of("SUPPORT", "The envoy spoke of Norway, which sided with Chile against Peru.") == [None]
    met = days_of("CONSULT", "Norway's foreign minister flew to Peru, where she met the Chilean president.")
    assert met and None not in met


def test_what_came_before_what_is_said_has_not_the_reports_day() -> None:
    assert days_of("ACCUSE", "Officials said the envoys had walked away because Norway condemned Chile.") == [None]
    assert None not in days_of("ACCUSE", "Norway condemned Chile, officials said.")
    assert days_of("ASSAULT", "If it is shown that Norway bombed Chile, ties will end, the envoy said on Tuesday.") == [
        None
    ]
    assert None not in days_of("ASSAULT", "Norway bombed Chile, the envoy said on Tuesday.")


def test_a_long_deed_has_not_the_day_of_its_end() -> None:
    assert days_of("AID", "Norwegian aid to Chile ended last year.") == [None]
    assert days_of("SANCTION", "A freeze on Norwegian arms sales to Chile that ended last month cost millions.") == [
        None
    ]
    assert days_of("CONSULT", "Talks between Norway and Chile ended on Friday.") == ["2014-05-09"]
    assert days_of("COERCE", "Norway began its blockade of Chile last month.") == ["2014-04"]


def test_a_week_behind_what_one_blames_for_is_of_that() -> None:
    text = "Norway blamed Chile for a rocket attack on a base in the north last week."
    assert days_of("ACCUSE", text) == ["2014-05-13/2014-05-14"]
    assert days_of("ACCUSE", "Norway blamed Chile last week for a rocket attack.") == ["2014-05-05/2014-05-11"]


def test_a_claim_has_not_the_day_of_what_it_says() -> None:
    text = "Peru spoke of Norwegian allegations that Chile meddled in the 2012 election."
    assert "2012" not in days_of("ACCUSE", text)
    assert "2012" in days_of("COERCE", text)


def test_what_its_own_words_date_before_the_report_is_done() -> None:
    def told(text: str) -> list[tuple[str, str | None]]:
        return [(e.status, e.date.edtf if e.date else None) for e in read_all(text) if e.type == "CONSULT"]

    assert told("A summit between Norway and Chile held last month could end the row.") == [("occurred", "2014-04")]
    announced = told("A summit between Norway and Chile announced last month could end the row.")
    assert [(s in ("planned", "proposed"), d) for s, d in announced] == [(True, None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Norway's premier was due to meet the Chilean president on Tuesday, but the meeting was called off.",
            "2014-05-13",
        ),
        ("Norway's premier is due to meet the Chilean president on Tuesday.", "2014-05-20"),
    ],
)
def test_a_weekday_on_which_something_was_due_may_be_over(text: str, day: str) -> None:
    assert days_of("CONSULT", text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway is heading into Friday's summit with Chile with new demands.", "2014-05-16"),
        ("Norway answered after Friday's summit with Chile.", "2014-05-09"),
    ],
)
def test_a_weekday_by_which_a_plan_is_called_is_to_come(text: str, day: str) -> None:
    assert days_of("CONSULT", text) == [day]


def test_a_day_prior_to_which_one_speaks_or_a_last_day_is_not_when_it_was_said() -> None:
    assert days_of("ACCUSE", "Prior to the vote in January, Norway condemned the Chilean raid.") == [None]
    assert days_of("ACCUSE", "In January, Norway condemned the Chilean raid.") == ["2014-01"]
    aid = days_of("AID", "Norway helped Chile right up until its very last day in office.")
    assert aid and "2014-05-13" not in aid


def test_what_a_then_president_signed_is_of_his_term() -> None:
    text = "The pact with Norway was signed by then-President Ricardo Lagos of Chile."
    (day,) = days_of("SUPPORT", text)
    assert day is not None and day.startswith("2000") and "/2006" in day
