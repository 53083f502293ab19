"""Wrong turns that a fluent writer makes with words that all stand in the cited sentence."""

import pytest
from verifying import verdict

from assistant.answers import ReasonCode

LISTED = "Mestor must not be given after a fracture, with open wounds, or with a body temperature above 39 °C."
TIED = "Tilamine is halved if the sodium falls below 130 mmol/L and stopped below 120 mmol/L."
BOTH = "Corvalin is reduced to 2 mg in people over 80 who weigh less than 50 kg."
ALONE = "Blood tests may help to judge the response, but do not rely on blood tests alone to change treatment."


@pytest.mark.parametrize(
    "claim",
    [
        "Give mestor in open wounds.",
        "Open wounds allow mestor.",
        "Mestor can be used with open wounds.",
        "Candidates for mestor: people with open wounds.",
    ],
)
def test_what_stands_later_in_a_list_of_a_prohibition_is_forbidden_too(claim: str) -> None:
    found = verdict(claim, LISTED)
    assert not found.supported
    assert found.reasons


@pytest.mark.parametrize(
    "claim", ["Open wounds rule out mestor.", "Mestor must not be given with open wounds.", "No mestor with open wounds."]
)
def test_a_prohibition_may_be_told_in_other_words(claim: str) -> None:
    reasons = verdict(claim, LISTED).reasons
    assert not any("leaves the denial out" in reason.detail for reason in reasons)


def test_a_lead_in_that_forbids_forbids_its_items() -> None:
    item, lead = "sodium below 120 mmol/L in a patient on corvalin", "Do not treat if any of these is present:"
    assert not verdict("A sodium below 120 mmol/L in a patient on corvalin allows treatment.", item, lead_in=lead).supported
    assert verdict("A sodium below 120 mmol/L in a patient on corvalin rules treatment out.", item, lead_in=lead).supported


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Mestor must not be given until the scan has shown no stone.", "Give mestor once the scan has shown no stone."),
        ("Mestor should not be used alone.", "Use mestor together with tilamine."),
        ("Do not stop mestor on a bad day.", "Go on with mestor on a bad day."),
    ],
)
def test_a_limited_prohibition_leaves_room(text: str, claim: str) -> None:
    assert not any("leaves the denial out (" in reason.detail for reason in verdict(claim, text).reasons)


@pytest.mark.parametrize(
    "claim",
    [
        "Stop tilamine if the sodium falls below 130 mmol/L.",
        "Stop tilamine.",
        "Tilamine is stopped if the sodium falls.",
        "Tilamine is halved if the sodium falls below 120 mmol/L.",
        "Tilamine is stopped below a sodium of 130 mmol/L and halved below 120 mmol/L.",
    ],
)
def test_each_of_two_acts_keeps_its_own_value(claim: str) -> None:
    assert not verdict(claim, TIED).supported


@pytest.mark.parametrize(
    "claim",
    [
        "Tilamine is halved if the sodium falls below 130 mmol/L.",
        "Tilamine is halved if the sodium falls below 130 mmol/L and stopped below 120 mmol/L.",
        "Below a sodium of 130 mmol/L tilamine is halved; below 120 mmol/L it is stopped.",
    ],
)
def test_acts_with_their_own_values_hold(claim: str) -> None:
    assert not any("tie “" in reason.detail for reason in verdict(claim, TIED).reasons)


def test_people_who_are_both_are_not_people_who_are_either() -> None:
    wrong = verdict("Corvalin is reduced to 2 mg in people over 80 or those who weigh less than 50 kg.", BOTH)
    assert not wrong.supported
    assert any("who is both" in reason.detail for reason in wrong.reasons)
    assert verdict("In people over 80 who weigh less than 50 kg, corvalin is reduced to 2 mg.", BOTH).supported
    either = "Corvalin is reduced to 2 mg in people over 80 or those who weigh less than 50 kg."
    assert verdict(either, either).supported


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Women should receive mestor and tilamine.", "Women should receive mestor or tilamine."),
        (
            "Treatment goes on until the swelling comes back and the rash spreads.",
            "Treatment goes on until the swelling comes back or the rash spreads.",
        ),
        ("Mestor and tilamine, both with corvalin, are given.", "Either mestor or tilamine, with corvalin, is given."),
    ],
)
def test_what_is_asked_for_with_and_is_not_what_is_asked_for_with_or(claim: str, text: str) -> None:
    assert not verdict(claim, text).supported


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Mestor and tilamine are options.", "Mestor or tilamine may be used."),
        ("Mestor and tilamine can each be used.", "Mestor or tilamine can be used."),
        ("Women should receive mestor or tilamine.", "Women should receive mestor or tilamine."),
    ],
)
def test_choices_may_be_listed_with_and(claim: str, text: str) -> None:
    assert not any("leave the choice of one" in reason.detail for reason in verdict(claim, text).reasons)


@pytest.mark.parametrize(
    "claim",
    ["Treatment may then be changed by blood tests alone.", "Blood tests alone suffice to change treatment."],
)
def test_who_must_not_rely_on_one_alone_does_so_in_no_case(claim: str) -> None:
    assert not verdict(claim, ALONE).supported


def test_blood_tests_may_help_all_the_same() -> None:
    assert verdict("Blood tests may help to judge the response.", ALONE).supported
    assert verdict("Do not rely on blood tests alone to change treatment.", ALONE).supported


@pytest.mark.parametrize(
    ("claim", "text", "code"),
    [
        ("Mestor is given once tilamine is over.", "Mestor is given together with tilamine.", ReasonCode.DIRECTION),
        ("Mestor cuts deaths by 30 percentage points.", "Mestor cuts deaths by 30%.", ReasonCode.NUMBER),
        ("Mestor is given at a higher dose after a relapse.", "Mestor is given again after a relapse.", ReasonCode.NUMBER),
        ("Mestor is of no value.", "Mestor is of limited value.", ReasonCode.STRENGTH),
        ("Mestor is given together with tilamine.", "Mestor is preferred over tilamine.", ReasonCode.NAME),
        (
            "Isolation lasts until 4 days after the rash has gone.",
            "Isolation lasts until 4 days after the rash appeared.",
            ReasonCode.DIRECTION,
        ),
        ("A third operation is justified.", "A third operation may be justified.", ReasonCode.STRENGTH),
    ],
)
def test_no_order_dose_or_degree_is_put_in(claim: str, text: str, code: ReasonCode) -> None:
    found = verdict(claim, text)
    assert code in {reason.code for reason in found.reasons}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Mestor is given once tilamine has failed.", "Mestor is given with corvalin after tilamine has failed."),
        ("Mestor is given at a higher dose.", "The dose of mestor is raised."),
        ("Mestor is of no value.", "Mestor is of no value."),
        ("A third operation is only justified in the fit.", "A third operation may be justified only in the fit."),
    ],
)
def test_what_the_cited_words_order_or_dose_may_be_told(claim: str, text: str) -> None:
    told = ("give these together", "say nothing of", "set one against")
    assert not any(words in reason.detail for reason in verdict(claim, text).reasons for words in told)


def test_an_exception_does_not_become_the_case() -> None:
    text = "Measure the pressure in every infant unless the skin is broken."
    assert not verdict("Measure the pressure in infants if the skin is broken.", text).supported
    assert not any(
        "exception" in one.detail for one in verdict("Don't measure the pressure in infants if the skin is broken.", text).reasons
    )


def test_what_is_prevented_has_not_happened_before() -> None:
    text = "Before mestor, premedication is required with tilamine, to prevent severe rashes."
    assert not verdict("Premedication before mestor is only required after a severe rash.", text).supported
    assert verdict("Premedication with tilamine is required before mestor.", text).supported


def test_a_member_with_its_class_behind_it_is_not_the_class() -> None:
    text = "Corvalin (Corva), a bone-modifying agent, may be an option in children."
    assert not verdict("Bone-modifying agents may be an option in children.", text).supported
    assert verdict("Corvalin may be an option in children.", text).supported


def test_what_the_next_sentence_denies_is_not_covered() -> None:
    text = "This guide covers adults with gout. It does not apply to pseudogout."
    assert not verdict("The guide also covers pseudogout.", text).supported
    assert verdict("The guide covers adults with gout.", text).supported
    assert verdict("The guide does not apply to pseudogout.", text).supported


def test_one_kind_is_not_all_of_them() -> None:
    text = "The inactivated spray is safe during treatment with mestor."
    assert not verdict("Sprays are safe during treatment with mestor.", text).supported
    assert verdict("The inactivated spray is safe during treatment with mestor.", text).supported
    assert verdict("Sprays are kept cold.", "Sprays are kept cold.").supported


def test_what_is_listed_side_by_side_is_not_compared() -> None:
    text = "Mestor or tilamine added to corvalin showed an advantage in overall survival over corvalin alone."
    wrong = verdict("Tilamine with corvalin showed an advantage in overall survival over mestor with corvalin.", text)
    assert any("side by side" in reason.detail for reason in wrong.reasons)
    right = verdict("Tilamine added to corvalin showed an advantage in overall survival over corvalin alone.", text)
    assert not any("side by side" in reason.detail for reason in right.reasons)


def test_a_choice_is_no_order() -> None:
    text = "Mestor, tilamine or corvalin are options for patients treated before."
    assert not verdict("Mestor comes first, then tilamine, then corvalin, in patients treated before.", text).supported


@pytest.mark.parametrize(
    ("claim", "open_still"),
    [
        ("The best duration of mestor is unknown, but its timing has been defined.", False),
        ("The timing of mestor is known.", False),
        ("Nobody knows the best timing of mestor: it is not known.", True),
        ("No timing of mestor has been established.", True),
    ],
)
def test_what_is_unknown_has_not_been_defined(claim: str, *, open_still: bool) -> None:
    reasons = verdict(claim, "The best timing and the best duration of mestor remain unknown.").reasons
    assert open_still is not any("unknown" in reason.detail and reason.code is ReasonCode.STRENGTH for reason in reasons)


@pytest.mark.parametrize(
    ("claim", "text", "holds"),
    [
        ("Stones have spread to the kidney from the bladder.", "Stones have spread past the kidney into the bladder.", False),
        ("Stones have spread from the kidney to the bladder.", "Stones have spread past the kidney into the bladder.", True),
        ("Small stones in long ducts: removal.", "Significant stones in long ducts: removal.", False),
        (
            "Mestor might be used whether or not the scan shows a stone.",
            "Mestor might be used when the scan shows a stone.",
            False,
        ),
        ("Mestor is recommended after the initial treatment.", "Mestor is recommended as the initial treatment.", False),
        ("Mestor blocks the production of histamine.", "Mestor blocks histamine receptors.", False),
        ("Mestor blocks histamine receptors.", "Mestor is a drug that blocks histamine receptors.", True),
    ],
)
def test_from_where_how_large_whether_and_which_part(claim: str, text: str, *, holds: bool) -> None:
    assert verdict(claim, text).supported is holds


HALVES = "Corvalin should be continued during a tooth extraction, but mestor should be stopped 5 days before surgery."
DECIDERS = "The anaesthetist decides whether the operation goes ahead; the surgeon informs the family."


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Corvalin should be stopped 5 days before surgery.", HALVES),
        ("Continue mestor during a tooth extraction.", HALVES),
        ("Stop: corvalin before a tooth extraction", HALVES),
        ("The surgeon decides whether the operation goes ahead.", DECIDERS),
    ],
)
def test_one_half_keeps_its_own_subject(claim: str, text: str) -> None:
    found = verdict(claim, text)
    assert not found.supported
    assert any("the claim of another" in reason.detail for reason in found.reasons)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Corvalin should be continued during a tooth extraction.", HALVES),
        ("Mestor should be stopped 5 days before surgery.", HALVES),
        ("Corvalin should be continued during a tooth extraction, but mestor should be stopped 5 days before surgery.", HALVES),
        ("The surgeon informs the family.", DECIDERS),
        (
            "Delaying mestor may forfeit the gain.",
            "Mestor should not be delayed: trials found a gain, and a delay may forfeit it.",
        ),
        ("Mestor brings no survival benefit.", "Mestor may ease pain, but no survival benefit has been shown with mestor."),
    ],
)
def test_each_half_by_itself_and_both_together_hold(claim: str, text: str) -> None:
    assert not any("the claim of another" in reason.detail for reason in verdict(claim, text).reasons)


def test_no_exception_is_swept_away_by_even_or_nobody() -> None:
    text = "Antibiotics are not recommended for bronchitis unless the person has heart failure."
    assert not verdict("Antibiotics are not recommended for bronchitis, even in heart failure.", text).supported
    assert not verdict("Nobody with bronchitis should get antibiotics.", text).supported
    assert verdict("Antibiotics are not recommended for bronchitis unless the person has heart failure.", text).supported


def test_counts_keep_their_order() -> None:
    text = "Take corvalin as 2 capsules first, then 1 capsule after each meal."
    assert not verdict("Take 1 capsule of corvalin first, then 2 capsules after each meal.", text).supported
    assert verdict("Take 2 capsules of corvalin first, then 1 capsule after each meal.", text).supported


def test_an_age_or_older_is_no_choice_of_people() -> None:
    text = "In people aged 75 years and over with gout, corvalin is halved."
    assert not any(
        "who is both" in one.detail for one in verdict("In people of 75 or older with gout, corvalin is halved.", text).reasons
    )
