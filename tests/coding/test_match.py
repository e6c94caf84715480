"""Which entry of the lexicon a word is: conditions beyond the words of its slots."""

from __future__ import annotations

import pytest

from detente.model import Event, Line, Report, Span
from detente.parsing import parse_report
from detente.run import pipeline


def events(text: str) -> tuple[Event, ...]:
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))
    document = pipeline.read_document(report, parse_report(report), pipeline.load_codebook())
    coder = pipeline.default_coder()
    coder.model = None
    return coder.code_events(document)[0]


def rows(text: str) -> set[tuple[str, str, str]]:
    sides = [(e.type, [p.key for p in e.actors], [p.key for p in e.recipients]) for e in events(text)]
    return {(kind, ",".join(actors), ",".join(recipients)) for kind, actors, recipients in sides}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Peru called Fiji's plan irresponsible.", ("ACCUSE", "PER", "FJI")),
        ("Peru's premier called Fiji's fleet a \"gang of thirsty gulls\".", ("ACCUSE", "PER", "FJI")),
        ("Peru's premier said Fiji's decree was a \"real scandal\".", ("ACCUSE", "PER", "FJI")),
        ("Peru is disappointed by the Fijian verdict.", ("ACCUSE", "PER", "FJI")),
        ("The decree of Fiji's king enraged Peru.", ("ACCUSE", "PER", "FJI")),
        ("Peru's spies concluded that Fiji had hacked the bank.", ("ACCUSE", "PER", "FJI")),
        ("Peru threatened to quit the pact, blaming Fiji for the delay.", ("ACCUSE", "PER", "FJI")),
        ("Peru said it was unaware of any call from Fiji.", ("REJECT", "PER", "FJI")),
        ("Peru declared Fiji's plan obsolete.", ("ACCUSE", "PER", "FJI")),
        ("Peru called Fiji's accusation baseless.", ("REJECT", "PER", "FJI")),
        ("Peru described Fiji as a reliable partner.", ("SUPPORT", "PER", "FJI")),
        ("Peru voiced its displeasure with Fiji.", ("ACCUSE", "PER", "FJI")),
        ("Peru consented to the Fijian proposal.", ("AGREE", "PER", "FJI")),
        ("Peru insisted that Fiji withdraw its claim.", ("REQUEST", "PER", "FJI")),
        ("Peru said it would not hesitate to use force against Fiji.", ("THREATEN", "PER", "FJI")),
        ("Peruvian and Fijian ships began war games on Monday.", ("COOPERATE", "PER,FJI", "")),
        ("Peruvian-led forces attacked Fiji.", ("ASSAULT", "PER", "FJI")),
        ("Two Peruvian sailors were killed in a raid by Fijian commandos.", ("ASSAULT", "FJI", "PER")),
        ("Peru will respond to Fiji's expulsion of six envoys.", ("SANCTION", "FJI", "PER")),
        ("Peruvian sanctions targeting Fiji were renewed.", ("SANCTION", "PER", "FJI")),
        ("Peru ended its blockade of Fiji.", ("RETREAT", "PER", "FJI")),
        ("A Peruvian nurse is in Fijian custody.", ("COERCE", "FJI", "PER")),
        ("Two Peruvians were arrested in Fiji.", ("COERCE", "FJI", "PER")),
        ("Peru's premier was in Fiji for talks on fishing.", ("CONSULT", "PER", "FJI")),
        ("Peru ordered Fiji to close its consulate.", ("SANCTION", "PER", "FJI")),
        ("Peru vowed to prevent Fiji from buying ships.", ("THREATEN", "PER", "FJI")),
        ("Peru stands ready to strike Fijian ships.", ("THREATEN", "PER", "FJI")),
        ("Peru walked away from talks with Fiji.", ("SANCTION", "PER", "FJI")),
        ("Peru placed two Fijian generals on a blacklist.", ("SANCTION", "PER", "FJI")),
        ("Peru stepped up checks on Fijian lorries.", ("COERCE", "PER", "FJI")),
        ("Peru allowed the Fijian sailors to leave.", ("RETREAT", "PER", "FJI")),
        ("Peru hit Fiji with new tariffs.", ("SANCTION", "PER", "FJI")),
        ("Peruvian envoys told of resuming military cooperation with Fiji.", ("COOPERATE", "PER", "FJI")),
    ],
)
def test_read_as(text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru declined to comment on Fiji's plan.", "REJECT"),
        ("Peru's premier was asked if Fiji would join the bloc.", "REQUEST"),
        ("Peru wants to build a railway, Fiji's paper said.", "REQUEST"),
        ("Peru hesitated to use force against Fiji.", "THREATEN"),
        ("Peru discussed the Fijian-backed rebels.", "SUPPORT"),
        ("Talks between Peru and Fiji ended on Friday.", "SANCTION"),
        ("Peru's premier has clashed with the Fijian president over fish.", "ASSAULT"),
        ("Peru asked the head of Fiji's mission to submit a paper.", "SANCTION"),
        ("Peru no longer sells tea to Fiji.", "COOPERATE"),
    ],
)
def test_not_read_as(text: str, kind: str) -> None:
    assert kind not in {row[0] for row in rows(text)}


def test_who_began_a_mutual_deed_is_noted() -> None:
    (ties,) = events("Peru restored diplomatic ties with Fiji.")
    assert ties.how["initiator"] == "PER"


def test_an_appeal_has_a_code_of_its_own() -> None:
    (appeal,) = events("Peru urged Fiji to release the sailors.")
    (demand,) = events("Peru demanded that Fiji release the sailors.")
    assert (appeal.cameo, demand.cameo) == ("025", "105")


def test_what_is_recognised_by_all_is_recognised_by_nobody_here() -> None:
    assert not events("The ship lay within Fiji's internationally recognised waters, Peru said.")


def test_an_infinitive_joined_to_another_is_demanded_too() -> None:
    told = rows("Peru and Chile call on Fiji to end its war and swiftly withdraw its forces from Tonga.")
    assert {kind for kind, *_ in told} == {"REQUEST"}


def test_a_treaty_agreed_on_is_one_event() -> None:
    assert len(events("Peru and Chile agreed on a border treaty.")) == 1


def test_talk_of_something_is_no_talks() -> None:
    assert not [e for e in events("Peru had heard all the talk of a Fijian test.") if e.type == "CONSULT"]
    assert [e.type for e in events("The king of Fiji had a long talk with Peru's premier.")] == ["CONSULT"]
    (war,) = events("Talk of a Fijian invasion of Peru is overblown, the minister said.")
    assert (war.type, war.status) == ("ASSAULT", "proposed")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The palace in Fiji shot back at Peru's premier on Friday.", {"REJECT"}),
        ("Fijian soldiers shot back at Peru's marines on Friday.", {"ASSAULT"}),
        ("Fiji hit back at Lima on Friday.", {"REJECT"}),
    ],
)
def test_who_shoots_back_without_arms_answers(text: str, kinds: set[str]) -> None:
    assert {e.type for e in events(text)} == kinds
