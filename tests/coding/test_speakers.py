"""Speakers of quotations, with the names, states and offices that the whole path knows. Sentences of our own."""

import pytest

from detente.model import Interval, Line, Quote, Report, Span
from detente.run import code_report


def quotes(text: str) -> tuple[Quote, ...]:
    line = Line(Span(0, len(text)), "body")
    day = Interval.day("2014-05-14", "handed")
    return code_report(Report(id="t", text=text, lines=(line,), handed=day)).quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The Chilean envoy, Ana Ruiz, flew to Oslo. She said the talks were "frank and useful".', "Ana Ruiz"),
        (
            'The Norwegian envoy, Lars Holm, spoke. The Chilean envoy, Ana Ruiz, listened. "We are not convinced," '
            "the Chilean envoy said afterwards.",
            "Ana Ruiz",
        ),
        ('The plan, said Ana Ruiz, the Chilean envoy, is "a good start".', "Ana Ruiz"),
        ('Lars Holm, an envoy, said Ruiz\'s plan was "a poor start".', "Lars Holm"),
        ('Lars Holm, an envoy, told the Mercurio that the plan was "a poor start".', "Lars Holm"),
        ('Ana Ruiz, a Chilean lawmaker, criticised the deal, calling it "a gift to Norway".', "Ana Ruiz"),
        ('According to Ana Ruiz, a Chilean lawmaker, the deal is "a gift to Norway".', "Ana Ruiz"),
        ('Norway\'s raid was described as "a grave mistake" by Ana Ruiz, a Chilean lawmaker.', "Ana Ruiz"),
        ('Ana Ruiz was quoted by the Mercurio daily as saying that the raid was "a grave mistake".', "Ana Ruiz"),
        ("'We will never yield' - Bachelet", "Bachelet"),
        ("Bachelet: 'We will never yield'", "Bachelet"),
        ("'We will never yield', Chile tells Norway", "Chile"),
        (
            'The Northern Water and Gas Agency reported a leak. "There is no danger at all," the NWGA said.',
            "Northern Water and Gas Agency",
        ),
        (
            'The leaders of Norway, Chile and Peru said the raid was "a grave mistake".',
            "leaders of Norway, Chile and Peru",
        ),
        (
            'The Chilean parliament replied in a commentary. "Nobody was told," the commentary said.',
            "Chilean parliament",
        ),
        (
            'Norway\'s prime minister, Erna Solberg, met him. "We agreed at once," the prime minister said.',
            "Erna Solberg",
        ),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in quotes(text)] == [speaker]


def test_several_states_speak_for_none() -> None:
    (quote,) = quotes('The leaders of Norway, Chile and Peru said the raid was "a grave mistake".')
    assert quote.state is None


def test_office_and_state_of_the_speaker() -> None:
    (quote,) = quotes('In a statement, the Chilean foreign ministry called the raid "a grave mistake".')
    assert (quote.speaker, quote.state, quote.office) == ("Chilean foreign ministry", "CHL", "spokesperson")


def test_a_split_quotation_is_one_and_keeps_its_speaker() -> None:
    (quote,) = quotes('"We will not sign," Ms Ruiz told reporters, "because the text is unfair."')
    assert quote.text.startswith("We will not sign") and quote.text.endswith("unfair.") and quote.speaker == "Ruiz"


def _askers(text: str) -> set[str]:
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=Interval.day("2014-05-14"))
    asked = [event for event in code_report(report).events if event.type == "REQUEST"]
    return {party.key for event in asked for party in event.actors}


def test_a_joint_statement_is_told_by_those_whose_it_is() -> None:
    ours = "We, the leaders of Chile and Norway, met today in Lima. We urge Peru to release the crew."
    theirs = 'Norway\'s premier spoke. "We, the people of Chile, sing," it said. We urge Peru to release the crew.'
    assert _askers(ours) == {"CHL", "NOR"}
    assert "CHL" not in _askers(theirs)


def test_a_joint_statement_that_does_not_name_its_authors_is_told_by_those_whom_it_joins() -> None:
    ours = (
        "Chile and Norway have restored their ties. We reaffirm our friendship. "
        "Today Chile and Norway have signed a treaty. We welcome Sweden as a partner. We urge Peru to release the crew."
    )
    alone = "Chile and Norway have restored their ties. I welcome that. Now we urge Peru to release the crew."
    alliance = (
        "We condemn the raid. We urge Peru to release the crew. We stand with Chile. The Alliance has sent ships. "
        "We reaffirm that NATO is ready. We support the Alliance's plans."
    )
    assert _askers(ours) == {"CHL", "NOR"}
    assert _askers(alone) != {"CHL", "NOR"}
    assert _askers(alliance) == {"North Atlantic Treaty Organization"}


@pytest.mark.parametrize("speaker", ["Number 10", "Doctors without Borders"])
def test_a_speaker_is_told_by_its_whole_name(speaker: str) -> None:
    told = quotes(f'Norway cut its aid. {speaker} said the cut was "unacceptable and very grave".')
    assert [q.speaker for q in told] == [speaker]
