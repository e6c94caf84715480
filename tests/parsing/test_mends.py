"""The group of so many, and what it is said of."""

import pytest

from detente.evaluation.shared import sentence_report
from detente.parsing import parse_report


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("She arrived at the Group of 20 summit in Rome.", "at"),
        ("The Group of Eight summit opened in Lima on Monday.", "opened"),
        ("She spoke before the Group of 20 leaders gathered in Rome.", "gathered"),
    ],
)
def test_a_group_of_so_many_stands_before_its_noun(text: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    group = next(t for t in sentence.tokens if t.text == "Group")
    assert group.dep == "compound"
    assert group.head.head.text == head
    assert all(child.head is token for token in sentence.tokens for child in token.children)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Gambia's lawyer told the court in The Hague that Myanmar had broken the pact.", "told"),
        ("Georgia's president said in an interview with a German newspaper that Peru was a liar.", "said"),
        ("He told the council of the claim that Peru had broken the pact.", "claim"),
    ],
)
def test_what_is_told_hangs_on_who_tells_it(text: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text in ("broken", "was")).head.text == head


@pytest.mark.parametrize(
    "text",
    [
        "Peru ignored calls to withdraw its troops from Chile.",
        "Peru rejected a call to recognise Somaliland.",
    ],
)
def test_what_is_asked_hangs_on_the_call(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    asked = next(t for t in sentence.tokens if t.text in ("withdraw", "recognise"))
    assert (asked.dep, asked.head.lemma) == ("acl", "call")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("He was the first president to visit Peru since Paz in 1928.", "Paz"),
        ("They were the first talks between Peru and Chile since a summit in Lima in 1981.", "summit"),
        ("He has not visited Peru since May in any year.", "May"),
    ],
)
def test_a_year_behind_since_is_of_what_it_is_since(text: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    year = next(t for t in sentence.tokens if t.text in ("1928", "1981", "May"))
    assert head in (year.text, *(a.text for a in year.ancestors()))


def test_no_finite_verb_goes_on_an_infinitive() -> None:
    text = "Peru asked Chile to free the crew, and threatened to close the port."
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text == "threatened").head.text == "asked"


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Peru asked Chile to stop its raids, cut its tariffs and free the crew.", "cut", "stop"),
        ("Peru asked Chile to stop its raids, and cut its ties with Togo.", "cut", "asked"),
        ("The ministers continue to urge Chile to end the raids, free the crew and open the port.", "free", "end"),
    ],
)
def test_a_row_of_things_asked_goes_on(text: str, word: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text == word).head.text == head


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("He said that he expected Peru to press Chile and was bracing for a ban.", "bracing", "expected"),
        ("Peru left after Chile on Monday expelled two envoys.", "Chile", "expelled"),
        ("Peru might sign an order next month that would ban copper.", "ban", "order"),
        ("It followed Peru's decision last week to leave.", "leave", "decision"),
        ("Peru told visiting Chile's minister that it would stay.", "minister", "told"),
        ("The five members of the council plus Peru will meet.", "Peru", "members"),
    ],
)
def test_what_the_parser_tears_is_joined(text: str, word: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text == word).head.text == head


def test_a_group_of_people_is_left_alone() -> None:
    (sentence,) = parse_report(sentence_report("t", "A group of twenty sailors left the port.", None))
    assert next(t for t in sentence.tokens if t.text == "sailors").head.text == "of"


@pytest.mark.parametrize(
    "text",
    [
        "Qatar, Turkey, Pakistan and Malaysia condemned the strike.",
        "Officials from New Zealand, Papua New Guinea, Fiji and Tonga met on Monday.",
        "Ministers from Burkina Faso, Chad, Mali, Mauritania, and Niger met on Monday.",
    ],
)
def test_states_in_a_row_hang_on_one_another(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    names = [t for t in sentence.tokens if t.tag == "NNP" and t.dep != "compound" and t.text != "Monday"]
    assert [name.head for name in names[1:]] == names[:-1]
    assert {name.dep for name in names[1:]} == {"conj"}
    assert names[0].dep in ("nsubj", "pobj")
    assert all(child.head is token for token in sentence.tokens for child in token.children)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Greece suspended an exercise with Peru and the European Union demanded an inquiry.", "demanded", "Union"),
        ("Iran rejected talks with Britain and France recalled its envoy.", "recalled", "France"),
    ],
)
def test_the_last_of_a_row_is_the_subject_of_the_verb_behind_it(text: str, verb: str, subject: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    told = next(t for t in sentence.tokens if t.text == verb)
    assert [(c.text, c.dep) for c in told.children if c.dep == "nsubj"] == [(subject, "nsubj")]
    assert all(child.head is token for token in sentence.tokens for child in token.children)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Georgia, Russia agree to truce plan", ("Russia", "Georgia")),
        ("Norway, Sweden, Denmark and Finland severed relations with Chile.", ("Sweden", "Norway")),
        ("Kenya expelled two envoys; Ghana said that it would respond.", ("said", "expelled")),
        ("Norway ordered the expulsion of 60 diplomats and the closure of a consulate.", ("closure", "expulsion")),
    ],
)
def test_what_is_joined(text: str, joined: tuple[str, str]) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    token = next(t for t in sentence.tokens if t.text == joined[0])
    assert (token.dep, token.head.text) == ("conj", joined[1])


def test_whom_a_state_expels_and_arrests_stay_beside_each_other() -> None:
    (sentence,) = parse_report(sentence_report("t", "Norway ordered the arrest of the envoys and the spies.", None))
    assert next(t for t in sentence.tokens if t.text == "spies").head.text == "envoys"


@pytest.mark.parametrize(
    ("text", "verb", "subject", "objects"),
    [
        ("EU lifts ban on Peruvian fish", "lifts", "EU", ["ban"]),
        ("Chad bombs camps in northern Niger", "bombs", "Chad", ["camps"]),
        ("North Korea fires missile over Japan", "fires", "Korea", ["missile"]),
        ("Kenya summons Ugandan ambassador over raid", "summons", "Kenya", ["ambassador"]),
        ("Chad bombed camps in northern Niger on Monday.", "bombed", "Chad", ["camps"]),
        ("India, South Korea resume talks", "resume", "India", ["talks"]),
    ],
)
def test_the_verb_of_a_headline_is_a_verb(text: str, verb: str, subject: str, objects: list[str]) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    root = sentence.root
    assert root.text == verb
    assert root.pos == "VERB"
    assert [c.text for c in root.children if c.dep == "nsubj"] == [subject]
    assert [c.text for c in root.children if c.dep == "dobj"] == objects
    assert all(child.head is token for token in sentence.tokens for child in token.children)


@pytest.mark.parametrize("text", ["US strikes in Syria", "Iran nuclear talks deadlock", "Gaza raids condemned"])
def test_a_headline_without_a_verb_gets_none(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert all(t.tag not in ("VBZ", "VBP") for t in sentence.tokens)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "role"),
    [
        ("EU to impose sanctions on Peru", "impose", "EU", "nsubj"),
        ("Chilean premier to visit Fiji", "visit", "premier", "nsubj"),
        ("Chile, South Africa to sign fishing pact", "sign", "Chile", "nsubj"),
        ("Turkish, Armenian envoys to meet in Moscow next week", "meet", "envoys", "nsubj"),
        ("Peru urged to allow Chilean inspectors", "urged", "Peru", "nsubjpass"),
    ],
)
def test_a_headline_may_leave_out_is(text: str, verb: str, subject: str, role: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    root = sentence.root
    assert root.text == verb
    assert [c.text for c in root.children if c.dep == role] == [subject]


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("Kenya, Somalia agree to reopen border", "Somalia", "Kenya"),
        ("Laos, Vietnam vow to deepen cooperation", "Vietnam", "Laos"),
        ("Mongolia, Russia to build gas pipeline", "Russia", "Mongolia"),
        ("Iran, Oman navies hold joint drill", "Oman", "Iran"),
    ],
)
def test_two_names_before_the_verb_of_a_headline_are_joined(text: str, second: str, first: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    joined = next(t for t in sentence.tokens if t.text == second)
    assert (joined.dep, joined.head.text) == ("conj", first)
    assert all(child.head is token for token in sentence.tokens for child in token.children)


def test_a_plan_to_do_something_is_no_doer() -> None:
    (sentence,) = parse_report(sentence_report("t", "Chilean plan to visit Fiji", None))
    assert sentence.root.text == "plan"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya handed over a man accused of murder to Ghana.",
        "Kenya handed a note of protest to the Ghanaian envoy over the raid.",
    ],
)
def test_what_is_handed_is_handed_to_somebody(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text == "to").head.text == "handed"


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Pakistan hands over captured Indian pilot", "hands", {"Pakistan"}),
        ("Chile's Lagos denounces Peru at summit", "denounces", {"Lagos"}),
        ("Peru's Garcia, Chile's Lagos sign nuclear fuel deal", "sign", {"Garcia"}),
    ],
)
def test_the_verb_of_a_headline_behind_persons_and_before_particles(text: str, verb: str, subjects: set[str]) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert sentence.root.text == verb
    assert {c.text for c in sentence.root.children if c.dep == "nsubj"} == subjects


@pytest.mark.parametrize(
    ("text", "men", "verb"),
    [
        ("Three Norwegians held captive in Chile were freed.", "Norwegians", "freed"),
        ("Troops sent to Mali by France have left.", "Troops", "left"),
    ],
)
def test_a_participle_is_not_the_verb_of_what_it_describes(text: str, men: str, verb: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    token = next(t for t in sentence.tokens if t.text == men)
    assert (token.head.text, sentence.root.text) == (verb, verb)


def test_a_list_of_somebodys_is_no_verb() -> None:
    (sentence,) = parse_report(sentence_report("t", "Friday's sanctions list targets a number of tycoons.", None))
    assert next(t for t in sentence.tokens if t.text == "sanctions").pos == "NOUN"


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("Peru slapped travel bans and asset freezes on five Chilean officials.", "bans", "slapped"),
        ("Peru slapped asset freezes on five Chilean officials.", "freezes", "slapped"),
        ("Peru joined the EU in imposing asset freezes and visa bans on Chile's leaders.", "freezes", "imposing"),
        ("Peru imposed an arms embargo and travel bans on Chile's leaders.", "embargo", "imposed"),
        ("Peru fires warning shots at Chilean ship", "shots", "fires"),
    ],
)
def test_a_measure_is_what_is_imposed(text: str, noun: str, verb: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    measure = next(t for t in sentence.tokens if t.text == noun)
    assert (measure.pos, measure.dep, measure.head.text) == ("NOUN", "dobj", verb)
    assert all(child.head is token for token in sentence.tokens for child in token.children)


def test_what_parliament_bans_is_told_by_a_verb() -> None:
    (sentence,) = parse_report(sentence_report("t", "The minister said the parliament bans on Sunday the sale.", None))
    assert next(t for t in sentence.tokens if t.text == "bans").pos == "VERB"


@pytest.mark.parametrize(
    "text",
    [
        "Peru expelled diplomats from Chile as well as Norway.",
        "Peru's premier lashed out at the United States as well as Norway.",
    ],
)
def test_as_well_as_joins(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    joined = next(t for t in sentence.tokens if t.text == "Norway")
    assert joined.dep == "conj" and joined.head.pos == "PROPN"


def test_neither_denies_both_verbs_and_what_is_objected_to_hangs_on_the_objection() -> None:
    (sentence,) = parse_report(sentence_report("s", "Chile neither praised nor condemned the raid."))
    assert {t.head.text for t in sentence.tokens if t.dep == "neg"} == {"praised", "condemned"}
    (sentence,) = parse_report(sentence_report("s", "Chile maintained its objection to sending weapons."))
    assert next(t.head.text for t in sentence.tokens if t.text == "to") == "objection"


def test_who_is_told_of_between_commas_does_what_follows() -> None:
    text = "Afghan President Ashraf Ghani, who has no part in the talks between them, called on the Taliban to stop."
    (sentence,) = parse_report(sentence_report("s", text))
    called = next(t for t in sentence.tokens if t.text == "called")
    assert called.dep == "ROOT" and [t.text for t in called.children if t.dep == "nsubj"] == ["Ghani"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "Meanwhile, a small Peruvian relief group called on the two neighbours to help.",
            "called",
            "group",
        ),
        ('The Chilean president called Peru\'s leader an "old clown" in a statement.', "called", "president"),
    ],
)
def test_what_a_sentence_without_another_verb_is_about_does_what_it_tells(text: str, verb: str, subject: str) -> None:
    (sentence,) = parse_report(sentence_report("s", text))
    told = next(t for t in sentence.tokens if t.text == verb)
    assert told.dep == "ROOT" and [t.text for t in told.children if t.dep == "nsubj"] == [subject]


@pytest.mark.parametrize(
    "text", ["Trump called the European Union a foe on trade.", "Obama called Peru a valued friend."]
)
def test_who_calls_another_names_does_it(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text == "called").children[0].dep == "nsubj"


def test_an_infinitive_keeps_its_verb_behind_a_row_of_adverbs() -> None:
    text = "We call on Norway to promptly, fully, and quietly withdraw its boats from Chile."
    (sentence,) = parse_report(sentence_report("s", text))
    verb = next(t for t in sentence.tokens if t.text == "withdraw")
    assert (verb.dep, verb.head.text) == ("xcomp", "call") and "to" in {t.text for t in verb.children}


def test_a_letter_to_somebody_is_not_what_he_does() -> None:
    text = "Trump's letter Thursday to Kenyan leader Uhuru Kenyatta cancelled a planned summit."
    (sentence,) = parse_report(sentence_report("t", text, None))
    tokens = {t.text: t for t in sentence.tokens}
    assert [c.text for c in tokens["cancelled"].children if c.dep == "nsubj"] == ["letter"]


@pytest.mark.parametrize("calls", ["calls", "calls from Chile"])
def test_what_one_is_called_upon_to_do_is_not_done(calls: str) -> None:
    (sentence,) = parse_report(sentence_report("t", f"Norway faces {calls} to withdraw its troops from Peru.", None))
    tokens = {t.text: t for t in sentence.tokens}
    assert tokens["withdraw"].head is tokens["calls"]


def test_what_is_said_beside_an_appeal_is_said_by_who_appeals() -> None:
    text = "Peru urged Norway to leave the bay, calling on Chile to guard it."
    (sentence,) = parse_report(sentence_report("t", text, None))
    tokens = {t.text: t for t in sentence.tokens}
    assert tokens["calling"].head is tokens["urged"]


@pytest.mark.parametrize("text", ["Chile approved Sweden's NATO bid.", "Chile backs Sweden's EU membership bid."])
def test_a_bid_to_join_a_body_is_the_bidders(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    tokens = {t.text: t for t in sentence.tokens}
    assert tokens["Sweden"].head is tokens["bid"]


def test_a_name_like_a_verb_is_the_subject_of_a_headline() -> None:
    (sentence,) = parse_report(sentence_report("t", "Trump to meet Kim in Hanoi", None))
    tokens = {t.text: t for t in sentence.tokens}
    assert tokens["Trump"].dep == "nsubj"
    assert tokens["Trump"].head is tokens["meet"]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "month"),
    [
        ("In May 1998 India's government tested five nuclear devices.", "tested", "government", "May"),
        (
            "In April 2017 Odinga's predecessor, Pablo Rojas, described Kenya as a friend.",
            "described",
            "predecessor",
            "April",
        ),
        ("On 12 May Turkey's president accused Greece of piracy.", "accused", "president", "May"),
    ],
)
def test_a_month_is_no_part_of_the_name_behind_it(text: str, verb: str, subject: str, month: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    tokens = {t.text: t for t in sentence.tokens}
    assert [c.text for c in tokens[verb].children if c.dep == "nsubj"] == [subject]
    assert tokens[month].dep == "pobj"
