"""What makes a claim firm, wide or ordered is cited in words of its kind, or the claim is refused."""

from pathlib import Path

import pytest
import yaml
from verifying import verdict

from assistant.answers import TURNED, ReasonCode
from assistant.verify import backing

LISTS = yaml.safe_load(Path(backing.__file__).with_name("backing.yaml").read_text("utf-8"))
CITED = "Corvalin plus tilamine may be given for nausea in about 20% of women."
OTHER = "Corvalin may be given, or mestor"
BOTH = "Measure corvalin and tilamine"


def _unlike(claim: str, evidence: str) -> set[ReasonCode]:
    """The codes of the reasons that nothing cited is like a word of the claim."""
    return {reason.code for reason in verdict(claim, evidence).reasons if "is like" in reason.detail}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_what_a_claim_may_say_backs_itself(name: str) -> None:
    family = backing.families()[list(LISTS).index(name)]
    for wording in backing.items(LISTS[name]["says"]):
        sentence = f"Here it is {wording.replace('…', ' 20 as it is ')} so."
        assert family.says.search(sentence), wording
        assert family.backed.search(sentence), wording


@pytest.mark.parametrize(
    ("claim", "evidence", "code"),
    [
        pytest.param("Whatever the cause, corvalin may be given.", CITED, ReasonCode.POPULATION, id="whatever"),
        pytest.param("Corvalin is the one drug that may be given.", OTHER, ReasonCode.STRENGTH, id="the one that"),
        pytest.param("Exactly 20% of women may be given corvalin.", CITED, ReasonCode.NUMBER, id="exactly"),
        pytest.param("Corvalin and mestor may be given simultaneously.", OTHER, ReasonCode.NAME, id="at once"),
        pytest.param("Either corvalin or tilamine is measured.", BOTH, ReasonCode.NAME, id="either"),
        pytest.param("Corvalin may be given first and then tilamine.", CITED, ReasonCode.NOT_STATED, id="first and then"),
        pytest.param("Corvalin may never be given.", CITED, ReasonCode.NOT_STATED, id="never"),
        pytest.param("Women are obliged to take corvalin.", CITED, ReasonCode.STRENGTH, id="obliged"),
    ],
)
def test_a_firm_word_that_nothing_cited_is_like_is_refused(claim: str, evidence: str, code: ReasonCode) -> None:
    assert code in _unlike(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        pytest.param("Whatever the cause, all women should have corvalin.", "All women should have corvalin", id="all"),
        pytest.param("Either corvalin or mestor may be given.", OTHER, id="or"),
        pytest.param("Corvalin and tilamine may be given simultaneously.", CITED, id="plus"),
        pytest.param("Exactly the same dose is kept.", "The same dose is kept", id="the same"),
        pytest.param("Corvalin must never be given.", "Corvalin must not be given", id="not"),
    ],
)
def test_a_word_of_the_kind_backs_it(claim: str, evidence: str) -> None:
    assert _unlike(claim, evidence) == set()


@pytest.mark.parametrize(
    ("claim", "evidence", "code"),
    [
        pytest.param(
            "It helps ABC-negative or premenopausal women.",
            "It helps ABC-negative and premenopausal women",
            "POPULATION",
            id="or",
        ),
        pytest.param(
            "ABC-negative or ABC-positive women have it.", "ABC-negative and ABC-positive women have it", "", id="one axis"
        ),
        pytest.param(
            "Zorubicin combined with mestor, corvalin, and tilamine is used.",
            "Zorubicin combined with mestor, corvalin, or tilamine is used",
            "NAME",
            id="combined with all",
        ),
        pytest.param(
            "Zorubicin, mestor, and tilamine are used.",
            "Zorubicin, mestor, or tilamine are used",
            "",
            id="a list of what there is",
        ),
        pytest.param(
            "Tilamine together with zorubicin may be used.",
            "Tilamine, a bone-modifying agent, or zorubicin alone may be used",
            "NAME",
            id="past a class",
        ),
    ],
)
def test_and_is_not_or(claim: str, evidence: str, code: str) -> None:
    assert {reason.code.value for reason in verdict(claim, evidence).reasons} == ({code} if code else set())


def test_what_the_line_above_says_backs_it_too() -> None:
    section = ("Only in these cases",)
    found = verdict("Corvalin is the one drug that is given.", "Corvalin is given", section=section)
    assert not any("is like" in reason.detail for reason in found.reasons)


def test_no_family_says_that_the_page_denies_the_claim() -> None:
    assert not {family.code for family in backing.families()} & TURNED


def test_a_gap_stays_within_a_sentence() -> None:
    sole = backing.families()[list(LISTS).index("sole")]
    assert sole.says.search("It is the one drug that helps.")
    assert not sole.says.search("Take the one. Drugs that help are few.")
