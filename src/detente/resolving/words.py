"""The words round names, as `codebook/data/reference.yaml` has them: titles, modifiers, bodies, ways to point back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import yaml

import detente.codebook
from detente.model import CodebookError


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Word lists of `reference.yaml`; all in lower case, words joined by one space."""

    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    deputies: frozenset[str]
    former: frozenset[str]
    coming: frozenset[str]
    commanding: frozenset[str]
    not_in_office: frozenset[str]
    loss_of_office: frozenset[str]
    modifiers: frozenset[str]
    titles: dict[str, tuple[str, ...]]
    portfolios: dict[str, tuple[str, ...]]
    portfolio_words: frozenset[str]
    deputy_of: dict[str, str]
    chambers: frozenset[str]
    institutions: frozenset[str]
    heading_titles: frozenset[str]
    agency_heads: frozenset[str]
    regions: frozenset[str]
    part_nations: frozenset[str]
    bodies: frozenset[str]
    bare_bodies: frozenset[str]
    sent_bodies: frozenset[str]
    home_bodies: dict[str, str]
    part_of: dict[str, dict[str, str]]
    listed_groups: dict[str, str]
    gathering: frozenset[str]
    dividing: frozenset[str]
    parts_of_former: frozenset[str]
    plural_states: dict[str, tuple[str, ...]]
    particles: frozenset[str]
    speech: frozenset[str]
    place_prepositions: frozenset[str]
    government_verbs: frozenset[str]
    subject_control: frozenset[str]
    blaming_prepositions: frozenset[str]
    aiming_prepositions: frozenset[str]
    days_of_week: frozenset[str]
    leaning_verbs: frozenset[str]
    answering_nouns: frozenset[str]
    suffered_nouns: frozenset[str]
    utterances: frozenset[str]
    rebuking_verbs: frozenset[str]
    drawing_verbs: frozenset[str]
    siding_verbs: frozenset[str]
    quarrels: frozenset[str]
    opposed_nouns: frozenset[str]
    intruding_verbs: frozenset[str]
    striking_verbs: frozenset[str]
    struck_nouns: frozenset[str]
    no_states: frozenset[str]
    no_given: frozenset[str]
    risky_surnames: frozenset[str]
    towns: frozenset[str]
    great: frozenset[str]
    homeless_titles: frozenset[str]
    home_titles: dict[str, tuple[str, ...]]
    plain_titles: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    western_names: frozenset[str]
    common_given: frozenset[str]
    by_names: dict[str, tuple[str, ...]]
    compound_participles: frozenset[str]
    agents: frozenset[str]
    owner_nouns: frozenset[str]
    organisation_nouns: dict[str, tuple[str, ...]]
    led_by_government: frozenset[str]
    country_nouns: frozenset[str]
    described_nouns: frozenset[str]
    halves: dict[str, str]
    other_words: frozenset[str]
    no_regimes: frozenset[str]
    state_kinds: dict[str, frozenset[str]]
    not_names: frozenset[str]
    named_for: frozenset[str]
    person_nouns: frozenset[str]
    belonging_nouns: frozenset[str]
    facing_titles: frozenset[str]
    befalling: frozenset[str]
    heading_verbs: frozenset[str]
    telling_of: frozenset[str]
    groups: dict[str, frozenset[str]]
    place_given: frozenset[str]
    place_surnames: frozenset[str]
    person_honorifics: frozenset[str]
    needs_company: frozenset[str]
    homes_too: dict[str, frozenset[str]]
    rarer_home: dict[str, str]
    sure_acronyms: frozenset[str]
    american: frozenset[str]
    american_styles: frozenset[str]
    provinces: dict[str, frozenset[str]]
    party_words: dict[str, frozenset[str]]
    party_letters: dict[str, frozenset[str]]
    venue_nouns: frozenset[str]
    press_names: frozenset[str]
    venue_states: frozenset[str]
    world_seats: frozenset[str]
    world_courts: frozenset[str]
    subject_nouns: frozenset[str]
    adjective_states: frozenset[str]
    page_words: frozenset[str]
    features: frozenset[str]
    features_of: frozenset[str]
    culture_nouns: frozenset[str]
    trade_measures: frozenset[str]
    protests: frozenset[str]
    likeness: frozenset[str]
    language_verbs: frozenset[str]


@cache
def load_words() -> Words:
    """The shipped word lists, read once a process.

    Raises: CodebookError where the file is missing or has another shape.

    >>> "mr" in load_words().honorifics
    True
    """
    path = Path(detente.codebook.__file__).with_name("data") / "reference.yaml"
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return msgspec.convert(yaml.load(path.read_bytes(), Loader=loader), Words)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{path.name} cannot be read: {error}") from error
