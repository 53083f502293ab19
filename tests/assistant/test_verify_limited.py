"""What a statement says of one case, one number or one way of giving, the claim says of no other and of no more."""

from __future__ import annotations

import pytest
from verifying import codes

from assistant.answers import ReasonCode

_PAIRS = {
    "still working": (
        "If corvalin stops working, another drug can be tried.",
        "Once corvalin has stopped working, a different drug can be tried.",
        "While corvalin is still working, a different drug can be tried.",
    ),
    "both conditions": (
        "Zorubicin may be justified only in patients with good kidney function and a response to corvalin.",
        "Zorubicin may be justified only in patients who have good kidney function and responded to corvalin.",
        "Zorubicin may be justified only in patients who have good kidney function or responded to corvalin.",
    ),
    "whose": (
        "Corvalin might be used in people with advanced gout whose blood carries the uric marker.",
        "In people with advanced gout whose blood carries the uric marker, corvalin might be used.",
        "In people with advanced gout, corvalin might be used.",
    ),
    "single fraction": (
        "A single 8-Gy fraction is effective for uncomplicated bone pain.",
        "For uncomplicated bone pain, one 8-Gy fraction is effective.",
        "For uncomplicated bone pain, two 8-Gy fractions are effective.",
    ),
    "way of giving": (
        "Corvalin is injected directly into the bloodstream.",
        "Corvalin is injected into the bloodstream.",
        "Corvalin is injected under the skin.",
    ),
    "one thing alone": (
        "Do not withhold corvalin based solely on patient age.",
        "Age alone should not be a reason for withholding corvalin.",
        "Age should not be a reason for withholding corvalin.",
    ),
    "open option": (
        "Corvalin and mestor might be options.",
        "Corvalin might be an option.",
        "Corvalin is an option.",
    ),
    "sentence taken up": (
        "Corvalin can often shrink swollen joints. These joints are painful.",
        "Corvalin can often make swollen joints smaller.",
        "Swollen joints are made smaller by corvalin.",
    ),
    "equal": (
        "Corvalin is as effective as mestor for bone pain.",
        "For bone pain corvalin works as well as mestor.",
        "For bone pain corvalin is as effective as tilamine.",
    ),
}


@pytest.mark.parametrize(("words", "claim"), [(one[0], one[1]) for one in _PAIRS.values()], ids=_PAIRS)
def test_the_same_case_in_other_words_passes(words: str, claim: str) -> None:
    assert not codes(claim, words)


@pytest.mark.parametrize(("words", "claim"), [(one[0], one[2]) for one in _PAIRS.values()], ids=_PAIRS)
def test_another_case_is_refused(words: str, claim: str) -> None:
    assert codes(claim, words)


def test_nothing_is_equal_that_is_only_compared_with_a_third() -> None:
    words = "Recommended are corvalin and mestor, with tilamine shown to delay fractures compared to mestor."
    assert ReasonCode.DIRECTION in codes("Corvalin was as effective as tilamine.", words)


def test_phases_keep_their_doses_in_any_order_of_words() -> None:
    words = "Loading dose: 4 mg/kg IV, then maintenance: 2 mg/kg IV weekly"
    assert not codes("After a 4 mg/kg IV loading dose, 2 mg/kg IV is given every week.", words)
    assert not codes("It starts with a loading dose of 4 mg/kg IV, followed by 2 mg/kg IV every week.", words)
    assert codes("After a 2 mg/kg IV loading dose, 4 mg/kg IV is given every week.", words)
    assert codes("It starts with a loading dose of 2 mg/kg IV, followed by 4 mg/kg IV every week.", words)


def test_names_that_share_their_last_word_are_two() -> None:
    words = "Zorubicin brings no advantage in overall or progression-free survival."
    assert not codes("Zorubicin brings no advantage in OS.", words)
    assert codes("Zorubicin brings an advantage in OS.", words)


def test_anyone_with_a_condition_is_the_patients_who_have_it() -> None:
    assert not codes("Anyone with gout should take corvalin.", "For patients with gout, corvalin should be taken.")
    assert codes("Anyone with gout should take corvalin.", "For some patients with gout, corvalin should be taken.")


def test_what_comes_from_a_thing_is_due_to_it() -> None:
    assert not codes("Pain due to gout may be treated with corvalin.", "Pain from gout may be treated with corvalin.")
    assert codes("Gout due to pain may be treated with corvalin.", "Gout and pain may be treated with corvalin.")


def test_no_before_a_preference_denies_what_is_set_aside() -> None:
    words = "Single corvalin is preferred over a combination."
    assert not codes("No, single corvalin is preferred over a combination.", words)
    assert codes("No, corvalin is a combination.", words)


def test_two_pairs_joined_by_or_keep_their_partners() -> None:
    words = "Regimens: corvalin/tilamine, zorubicin/mestor"
    assert not codes("Regimens are corvalin/tilamine or zorubicin/mestor.", words)
    assert codes("Regimens are corvalin/mestor or zorubicin/tilamine.", words)


def test_a_line_without_a_verb_lists_what_the_options_are() -> None:
    words = "Later-line options include corvalin, mestor or zorubicin."
    assert not codes("Corvalin, mestor or zorubicin as later lines", words)
    assert codes("Corvalin is given as a later line.", words)


def test_as_long_as_it_does_not_is_until_it_does() -> None:
    words = "Treatment often continues until the swelling grows."
    assert not codes("Treatment often continues as long as the swelling isn't growing.", words)
    assert codes("Treatment often continues as long as the swelling is growing.", words)


def test_a_pronoun_beside_its_partner_keeps_the_figure() -> None:
    words = "Corvalin raised median survival by 25% when combined with mestor."
    assert not codes("Together with mestor, it raised median survival by 25%.", words)
    assert codes("Mestor raised median survival by 25%.", words)


def test_a_hedge_before_a_denial_stays_open() -> None:
    words = "Since several joints may be affected, surgery may not be appropriate."
    assert not codes("Surgery may be unsuitable because several joints can be affected.", words)
    assert codes("Surgery is unsuitable because several joints can be affected.", words)


def test_each_of_two_drugs_is_of_the_class_that_both_are_said_to_be() -> None:
    words = "Corvalin, mestor and tilamine are used."
    assert ReasonCode.NAME not in codes("Corvalin and mestor, both bone-modifying agents, are used.", words)
    section = "Bone-modifying agents such as corvalin or mestor, or tilamine, are used."
    assert codes("Corvalin (Corva), a bone-modifying agent, is used.", section) == set()


def test_what_hinders_does_not_promote() -> None:
    words = "Some hormones promote swelling of the joints."
    assert not codes("Some hormones fuel swelling of the joints.", words)
    assert codes("Some hormones hinder swelling of the joints.", words)


def test_words_that_stand_apart_are_read_together() -> None:
    words = "An option after progression on or within 12 months of completing corvalin is mestor."
    assert not codes("After progression on, or within 12 months of completing, corvalin, mestor is an option.", words)
    assert codes("After progression on, or within 6 months of completing, corvalin, mestor is an option.", words)
    assert not codes("Mestor can be given once corvalin has been completed.", "Mestor can be given after corvalin.")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("Metastases in the bone alone: resection of the kidney tumour may be considered.", True),
        ("Metastases in the liver alone: resection of the kidney tumour may be considered.", False),
        ("Liver-only: resection of the kidney tumour may be considered.", False),
        ("Spread to the brain and nowhere else: resection of the kidney tumour may be considered.", False),
    ],
)
def test_that_an_organ_in_front_of_a_colon_is_no_label_where_it_tells_whom_the_rest_is_for(claim: str, said: bool) -> None:
    statement = "Resection of the kidney tumour may be considered in patients with metastases in the bone alone."
    assert (not codes(claim, statement)) is said
