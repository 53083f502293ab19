"""What sources advise otherwise on the asked point is found, wherever it ranks; what they agree on, or isn't asked, is not."""

from dataclasses import replace

import pytest
from heart_library import asked, judged, lexicon, profile, source

from assistant.differences.contrasts import find_contrasts
from assistant.retrieval.profile import Profile

BOARD, TRUST, CLINIC = (source(name) for name in ("board", "trust", "clinic"))


def kinds(question: str, *profiles: Profile, relevance: float = 0.9) -> set[str]:
    entries = [judged(of, rank=n, relevance=relevance / n) for n, of in enumerate(profiles, start=1)]
    return {contrast.point.kind for contrast in find_contrasts(asked(question), entries, lexicon=lexicon())}


def of_two(question: str, left: str, right: str) -> set[str]:
    return kinds(question, profile(left, of=BOARD), profile(right, of=TRUST))


@pytest.mark.parametrize(
    ("question", "left", "right", "found"),
    [
        pytest.param(
            "Must carvedilol be given in HFrEF?",
            "Carvedilol should be given in HFrEF.",
            "Carvedilol may be considered in HFrEF.",
            {"strength"},
            id="urged-here-open-there",
        ),
        pytest.param(
            "Should an implantable defibrillator be offered?",
            "An implantable defibrillator is recommended.",
            "An implantable defibrillator should not be offered.",
            {"strength"},
            id="urged-here-forbidden-there",
        ),
        pytest.param(
            "Must carvedilol be given in HFrEF?",
            "Carvedilol should be given in HFrEF.",
            "Carvedilol is recommended in HFrEF.",
            set(),
            id="the-same-rung",
        ),
        pytest.param(
            "Must carvedilol be given in HFrEF?",
            "Carvedilol should be given in HFrEF.",
            "Carvedilol may be considered in HFpEF.",
            set(),
            id="other-patients",
        ),
        pytest.param(
            "Should carvedilol be given in heart failure?",
            "Carvedilol should be given in type 1 diabetes.",
            "Carvedilol may be considered.",
            set(),
            id="urged-for-fewer-than-it-is-open-for",
        ),
        pytest.param(
            "How does carvedilol work?",
            "Carvedilol should be given in HFrEF.",
            "Carvedilol may be considered in HFrEF.",
            set(),
            id="strength-is-not-asked",
        ),
        pytest.param(
            "What dose of carvedilol should be given?",
            "Carvedilol should be given in HFrEF.",
            "Carvedilol may be considered in HFrEF.",
            set(),
            id="a-figure-is-asked",
        ),
        pytest.param(
            "Should carvedilol be stopped before surgery with furosemide?",
            "Carvedilol should be given in HFrEF.",
            "Carvedilol may be considered in HFrEF.",
            set(),
            id="neither-speaks-of-all-that-is-asked",
        ),
        pytest.param(
            "Is furosemide compulsory, or can it be replaced?",
            "Furosemide is required in HFrEF.",
            "Spironolactone or furosemide can be given in HFrEF.",
            {"alternatives"},
            id="one-here-one-of-two-there",
        ),
        pytest.param(
            "Who should get dapagliflozin: only type 2 diabetes?",
            "Dapagliflozin is offered in HFrEF with type 2 diabetes.",
            "Dapagliflozin is offered in HFrEF.",
            {"patients"},
            id="with-a-mark-here-without-there",
        ),
        pytest.param(
            "Who should get dapagliflozin, HFrEF only?",
            "Dapagliflozin is offered in HFrEF.",
            "Dapagliflozin is offered in HFpEF.",
            {"patients"},
            id="patients-who-cannot-be-the-same",
        ),
        pytest.param(
            "I have HFrEF and not HFpEF. Is dapagliflozin meant for that?",
            "Dapagliflozin is offered in HFrEF.",
            "Dapagliflozin is offered in HFpEF.",
            {"patients"},
            id="asked-by-naming-two-kinds-of-patients",
        ),
        pytest.param(
            "Is furosemide given upfront or reserved?",
            "First-line therapy: furosemide.",
            "Furosemide is the drug for use once other drugs have failed.",
            {"order"},
            id="first-here-after-a-failure-there",
        ),
        pytest.param(
            "Which beta-blocker is best?",
            "No single beta-blocker has proven superiority.",
            "Carvedilol is recommended.",
            {"first choice"},
            id="none-is-best-here-one-is-urged-there",
        ),
        pytest.param(
            "Carvedilol or bisoprolol first?",
            "Carvedilol is preferred over bisoprolol.",
            "Carvedilol or bisoprolol is given.",
            {"first choice"},
            id="ranked-here-alike-there",
        ),
        pytest.param(
            "How long is furosemide taken?",
            "The optimal duration of furosemide is unknown.",
            "Furosemide is stopped after 2 years.",
            {"duration"},
            id="unknown-here-an-end-there",
        ),
        pytest.param(
            "How long is furosemide taken?",
            "The optimal duration of furosemide is unknown.",
            "Furosemide 40 mg for 2 weeks.",
            set(),
            id="a-dose-gives-no-end",
        ),
        pytest.param(
            "Dapagliflozin only, or alternatives?",
            "Dapagliflozin is given in HFrEF.",
            "Dapagliflozin or empagliflozin is given in HFrEF.",
            {"options"},
            id="one-of-its-kind-here-more-there",
        ),
        pytest.param(
            "Which SGLT2 inhibitor is given?",
            "Dapagliflozin is given in HFrEF.",
            "Empagliflozin is given in HFrEF.",
            {"options"},
            id="other-members-of-the-class",
        ),
        pytest.param(
            "Do people on furosemide live longer?",
            "Furosemide prolongs survival.",
            "Furosemide has no advantage in survival.",
            {"outcome"},
            id="a-gain-here-none-there",
        ),
        pytest.param(
            "Do people on furosemide live longer?",
            "The goal of furosemide is longer survival.",
            "Furosemide has no advantage in survival.",
            set(),
            id="a-goal-is-no-gain",
        ),
        pytest.param(
            "When is carvedilol not given first?",
            "Carvedilol is recommended unless there is acute decompensation.",
            "Carvedilol is recommended unless there is type 1 diabetes.",
            {"exceptions"},
            id="other-exceptions",
        ),
        pytest.param(
            "Should eplerenone be given in HFrEF?",
            "Eplerenone may be given only when furosemide is taken.",
            "Eplerenone may be given.",
            {"condition"},
            id="only-if-here-without-a-condition-there",
        ),
    ],
)
def test_what_differs_on_the_asked_point_is_found(question: str, left: str, right: str, found: set[str]) -> None:
    assert of_two(question, left, right) == found


def test_two_statements_of_one_source_are_not_set_against_each_other() -> None:
    urged, left_open = "Carvedilol should be given in HFrEF.", "Carvedilol may be considered in HFrEF."
    assert kinds("Must carvedilol be given in HFrEF?", profile(urged, of=BOARD), profile(left_open, of=BOARD)) == set()


def test_a_side_is_found_however_low_it_ranks() -> None:
    urged = profile("Carvedilol should be given in HFrEF.", of=BOARD)
    between = [profile(f"Carvedilol is given in step {n} in HFrEF.", of=CLINIC) for n in range(30)]
    left_open = profile("Carvedilol may be considered in HFrEF.", of=TRUST)
    assert kinds("Must carvedilol be given in HFrEF?", urged, *between, left_open) == {"strength"}


def test_spanish_statements_are_weighed_as_their_english_words_are() -> None:
    spanish = source("junta", language="es"), source("hospital", language="es")
    urged = profile("El carvedilol debe administrarse en HFrEF.", of=spanish[0])
    left_open = profile("El carvedilol puede considerarse en HFrEF.", of=spanish[1])
    question = replace(asked("¿Es obligatorio el carvedilol en HFrEF?"), language="es")
    (contrast,) = find_contrasts(question, [judged(urged), judged(left_open, rank=2)], lexicon=lexicon())
    assert contrast.point.kind == "strength"
    assert set(contrast.sides) == {urged, left_open}, "the sides stand in their own language"


def test_spanish_statements_that_advise_alike_do_not_differ() -> None:
    spanish = source("junta", language="es"), source("hospital", language="es")
    both = [profile("El carvedilol debe administrarse en HFrEF.", of=of) for of in spanish]
    question = replace(asked("¿Es obligatorio el carvedilol en HFrEF?"), language="es")
    assert find_contrasts(question, [judged(of, rank=n) for n, of in enumerate(both, start=1)], lexicon=lexicon()) == []


@pytest.mark.parametrize(
    ("question", "left", "right", "found"),
    [
        pytest.param(
            "Can a heart transplant ever be meant to cure?",
            "A heart transplant is only palliative.",
            "The goal of a heart transplant may be to cure.",
            {"aim"},
            id="relief-only-or-cure",
        ),
        pytest.param(
            "Can a heart transplant ever be meant to cure?",
            "A heart transplant is only palliative.",
            "The goal of a heart transplant is not to cure.",
            set(),
            id="both-deny-a-cure",
        ),
        pytest.param(
            "Can a heart transplant ever be meant to cure?",
            "A heart transplant is only palliative.",
            "In type 1 diabetes the goal of a heart transplant is to cure.",
            set(),
            id="cure-for-fewer-than-asked",
        ),
        pytest.param(
            "Who does a heart transplant?",
            "A heart transplant is only palliative.",
            "The goal of a heart transplant may be to cure.",
            set(),
            id="the-end-is-not-asked",
        ),
        pytest.param(
            "Is there one best beta-blocker in HFrEF?",
            "No single drug has proven superior in HFrEF; treatment should fit the patient.",
            "Carvedilol is recommended in HFrEF.",
            {"first choice"},
            id="none-of-all-is-best",
        ),
    ],
)
def test_ends_and_ranks_of_all(question: str, left: str, right: str, found: set[str]) -> None:
    assert of_two(question, left, right) & {"aim", "first choice"} == found


def test_case_in_the_brackets_of_a_lead_in_counts_as_the_case_of_what_stands_below() -> None:
    strict = profile("Carvedilol is not for routine use, unless there is type 2 diabetes.", of=BOARD)
    under = profile("Carvedilol 25 mg.", of=TRUST, lead_in="Carvedilol (for patients with acute decompensation)")
    plain = profile("Carvedilol 25 mg.", of=TRUST, lead_in="Carvedilol")
    question = "Carvedilol only when there is diabetes?"
    assert "exceptions" in kinds(question, strict, under)
    assert "exceptions" not in kinds(question, strict, plain)


def test_thing_of_the_lead_in_is_spoken_of_by_a_line_that_names_none() -> None:
    unknown = profile("The optimal duration is unknown.", of=BOARD, lead_in="Furosemide relieves swelling")
    known = profile("Furosemide is stopped after 2 years.", of=TRUST)
    assert kinds("How long does furosemide go on?", unknown, known) == {"duration"}


def test_advice_for_a_later_line_is_no_softer_advice_for_the_first() -> None:
    firm, later = "Carvedilol should be given in HFrEF.", "When HFrEF has progressed, carvedilol may be given."
    assert of_two("Must carvedilol be given in HFrEF?", firm, later) == set()
    assert of_two("Must carvedilol be given in HFrEF that progressed?", firm, later) == {"strength"}


def test_which_of_two_of_a_class_is_told_by_the_members_that_each_source_names() -> None:
    left, right = "Bisoprolol is used in HFrEF.", "Carvedilol is an option in HFrEF."
    assert "options" in of_two("Concor or Coreg in HFrEF, which one?", left, right)
