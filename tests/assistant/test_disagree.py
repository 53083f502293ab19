"""Sources that differ on one point for the same patients are set side by side, and only those."""

from collections.abc import Sequence

import pytest
from answers_for_tests import citation as citation_of
from answers_for_tests import claim
from answers_for_tests import document as document_of
from heart_library import asked, judged, lexicon, profile, source

from assistant.differences.disagree import Difference, as_disagreements, find_differences
from assistant.retrieval.profile import Profile

BOARD, TRUST, CLINIC = (source(name) for name in ("board", "trust", "clinic"))
ONE_WEEK = profile("Check potassium 1 week after starting spironolactone.", of=BOARD)
FOUR_WEEKS = profile("Potassium is checked 4 weeks after starting spironolactone.", of=TRUST)
POTASSIUM = "When is potassium checked on spironolactone?"


def differences(
    question: str, *profiles: Profile, near: float = 0.9, shown: Sequence[Profile] = (), last: float = 0.9
) -> list[tuple[str, set[str]]]:
    entries = [judged(of, rank=n, relevance=0.9) for n, of in enumerate(profiles[:-1], start=1)]
    entries.append(judged(profiles[-1], rank=len(profiles), relevance=last))
    found = find_differences(
        asked(question),
        entries,
        shown=[of.statement.statement_id for of in (shown or profiles[:1])],
        cosine=lambda _left, _right: near,
        lexicon=lexicon(),
    )
    by_id = {of.statement.statement_id: of.source.source_id for of in profiles}
    return [(difference.about, {by_id[i] for i in difference.statement_ids}) for difference in found]


def test_other_interval_for_the_same_thing_is_a_difference() -> None:
    ((about, sides),) = differences(POTASSIUM, ONE_WEEK, FOUR_WEEKS)
    assert about.endswith(": potassium, spironolactone")
    assert sides == {"board", "trust"}


def test_other_dose_of_the_same_drug_is_a_difference() -> None:
    low, high = profile("Start carvedilol at 3.125 mg.", of=BOARD), profile("Start carvedilol at 6.25 mg.", of=TRUST)
    assert differences("dose of carvedilol", low, high) == [("dose: carvedilol", {"board", "trust"})]
    assert differences("dose of a beta-blocker", low, high) == [("dose: carvedilol", {"board", "trust"})]


def test_share_of_another_thing_among_the_same_patients_is_no_difference() -> None:
    half = profile("HFrEF accounts for 50% of patients.", of=BOARD)
    third = profile("About 1 in 3 patients have HFrEF.", of=TRUST)
    cough = profile("Angioedema occurs in about 1 in 100 patients with HFrEF.", of=TRUST)
    assert [sides for _, sides in differences("What share of patients have HFrEF?", half, third)] == [{"board", "trust"}]
    assert differences("What share of patients have HFrEF?", half, cough) == []


@pytest.mark.parametrize(
    ("question", "left", "right"),
    [
        pytest.param(POTASSIUM, ONE_WEEK, profile("Check potassium 1 week after spironolactone.", of=TRUST), id="same-figure"),
        pytest.param(POTASSIUM, ONE_WEEK, profile("Check potassium 4 weeks after spironolactone.", of=BOARD), id="one-source"),
        pytest.param(
            "dose of carvedilol",
            profile("Carvedilol 3.125 mg in HFrEF.", of=BOARD),
            profile("Carvedilol 6.25 mg in HFpEF.", of=TRUST),
            id="other-patients",
        ),
        pytest.param(
            "dose of carvedilol",
            profile("Carvedilol 3.125 mg.", of=BOARD),
            profile("Bisoprolol 1.25 mg.", of=TRUST),
            id="another-drug",
        ),
        pytest.param(
            "dose of furosemide",
            profile("Carvedilol 3.125 mg.", of=BOARD),
            profile("Carvedilol 6.25 mg.", of=TRUST),
            id="not-what-is-asked",
        ),
        pytest.param(
            "dose of carvedilol",
            profile("Carvedilol 3.125 to 25 mg.", of=BOARD),
            profile("Carvedilol 25 mg.", of=TRUST),
            id="one-figure-in-common",
        ),
        pytest.param(
            "carvedilol",
            profile("Carvedilol 25 mg.", of=BOARD),
            profile("Carvedilol is checked after 4 weeks.", of=TRUST),
            id="figures-of-another-kind",
        ),
    ],
)
def test_statements_that_do_not_speak_of_the_same_point_do_not_differ(question: str, left: Profile, right: Profile) -> None:
    assert differences(question, left, right) == []


def test_statements_far_from_each_other_are_not_compared() -> None:
    assert differences(POTASSIUM, ONE_WEEK, FOUR_WEEKS, near=0.3) == []


def test_side_that_is_hardly_relevant_is_left_out() -> None:
    assert differences(POTASSIUM, ONE_WEEK, FOUR_WEEKS, last=0.1) == []


def test_difference_without_a_side_in_view_is_not_told() -> None:
    other = profile("Salt is limited.", of=CLINIC)
    assert differences(POTASSIUM, ONE_WEEK, other, FOUR_WEEKS, shown=[other], last=0.4) == []
    assert differences(POTASSIUM, ONE_WEEK, other, FOUR_WEEKS, shown=[ONE_WEEK], last=0.4) != []


def test_third_source_on_the_same_point_is_a_third_side() -> None:
    third = profile("Check potassium 2 weeks after spironolactone.", of=CLINIC)
    ((_, sides),) = differences(POTASSIUM, ONE_WEEK, FOUR_WEEKS, third)
    assert sides == {"board", "trust", "clinic"}


@pytest.mark.parametrize(
    ("question", "left", "right", "differ"),
    [
        pytest.param(
            "Which drug first?", "Furosemide is the first choice.", "Carvedilol is the first choice.", True, id="choice"
        ),
        pytest.param(
            "Why furosemide?", "Furosemide is the first choice.", "Carvedilol is the first choice.", False, id="not-asked"
        ),
        pytest.param("Which drug first?", "Furosemide is given.", "Carvedilol is the first choice.", False, id="no-first-choice"),
        pytest.param("Which drug first?", "A beta-blocker is preferred.", "Carvedilol is preferred.", False, id="a-kind-of-it"),
        pytest.param(
            "Which drug first?", "Furosemide is preferred over bisoprolol.", "Carvedilol is preferred.", False, id="weighs-two"
        ),
        pytest.param(
            "Which drug first?",
            "Furosemide is preferred in HFrEF.",
            "Carvedilol is preferred in type 2 diabetes.",
            False,
            id="other-people",
        ),
        pytest.param(
            "What do you start with in HFrEF?",
            "Start with carvedilol in HFrEF.",
            "Start with carvedilol plus spironolactone in HFrEF.",
            True,
            id="one-adds-a-partner",
        ),
        pytest.param(
            "What do you start with in HFrEF?",
            "Start with carvedilol in HFrEF.",
            "Start with carvedilol, alone or with spironolactone, in HFrEF.",
            False,
            id="a-partner-at-will",
        ),
        pytest.param(
            "Carvedilol or bisoprolol first?",
            "Carvedilol is preferred over bisoprolol.",
            "Carvedilol or bisoprolol is the first drug.",
            True,
            id="ranked-here-equal-there",
        ),
        pytest.param(
            "Carvedilol or bisoprolol first?",
            "Carvedilol or bisoprolol may be given.",
            "Carvedilol or bisoprolol is the first drug.",
            False,
            id="equal-in-both",
        ),
    ],
)
def test_first_choices_of_other_treatments_differ(question: str, left: str, right: str, differ: bool) -> None:
    found = differences(question, profile(left, of=BOARD), profile(right, of=TRUST))
    assert bool(found) is differ
    assert all(about.startswith("first choice") for about, _ in found)


@pytest.mark.parametrize(
    ("question", "differ"),
    [
        pytest.param("Carvedilol alone or combined first in HFrEF?", True, id="asked"),
        pytest.param("What does carvedilol cost?", False, id="not-asked"),
    ],
)
def test_first_choice_by_itself_and_with_a_partner_differ(question: str, differ: bool) -> None:
    alone = profile("First-line: carvedilol in HFrEF.", of=BOARD)
    paired = profile("First-line: carvedilol plus spironolactone in HFrEF.", of=TRUST)
    assert bool(differences(question, alone, paired)) is differ


def test_choice_for_wider_patients_stands_against_one_for_those_asked_about() -> None:
    wide = profile("Furosemide is the first choice in HFrEF.", of=BOARD)
    narrow = profile("Carvedilol is the first choice in HFrEF with type 2 diabetes.", of=TRUST)
    assert differences("Which drug first in HFrEF with type 2 diabetes?", wide, narrow) != []
    assert differences("Which drug first in HFrEF?", wide, narrow) == []


def test_nothing_judged_gives_no_difference() -> None:
    assert find_differences(asked("x"), [], shown=[], cosine=lambda _l, _r: 1.0, lexicon=lexicon()) == ()


def test_difference_of_which_one_side_was_withheld_is_not_shown() -> None:
    left, right = citation_of(1), citation_of(1, number=2, of=document_of("beta"))
    ids = (left.statement.statement_id, right.statement.statement_id)
    both = as_disagreements([Difference(about="dose", statement_ids=ids)], [claim(left), claim(right)])
    assert [(p.citation.source.source_id, p.text) for p in both[0].positions] == [("alpha", left.quote), ("beta", right.quote)]
    assert as_disagreements([Difference(about="dose", statement_ids=ids)], [claim(left)]) == ()


def test_two_statements_of_one_source_are_no_disagreement() -> None:
    left, right = citation_of(1), citation_of(3, number=2)
    ids = (left.statement.statement_id, right.statement.statement_id)
    assert as_disagreements([Difference(about="dose", statement_ids=ids)], [claim(left), claim(right)]) == ()


def test_of_two_drugs_one_source_ranks_what_the_other_names_alike() -> None:
    alike = profile("Carvedilol or verapamil should be given first.", of=BOARD)
    ranked = profile("Carvedilol is preferred over verapamil.", of=TRUST)
    assert differences("Carvedilol or verapamil?", alike, ranked)
    assert not differences("Carvedilol or verapamil?", alike, profile("Carvedilol or verapamil should be given.", of=TRUST))


def test_interval_named_by_the_question_itself_is_asked_for() -> None:
    other = profile("Salt is limited in heart failure.", of=CLINIC)
    question = "Can the next check of potassium on spironolactone wait until every six weeks?"
    rates = [
        profile("Potassium is checked every 1 to 2 weeks on spironolactone.", of=BOARD),
        profile("On spironolactone, check potassium every 4 weeks.", of=TRUST),
    ]
    assert [about.split(":")[0] for about, _ in differences(question, other, *rates, shown=rates)] == ["interval"]


def test_interval_known_to_one_and_unknown_to_the_other_is_a_difference() -> None:
    given = profile("Check potassium every 4 weeks on spironolactone.", of=BOARD)
    unknown = profile("The best timing of potassium checks on spironolactone is unknown.", of=TRUST)
    silent = profile("The cause of low potassium on spironolactone is unknown.", of=TRUST)
    question = "How often is potassium checked on spironolactone?"
    assert [about.split(":")[0] for about, _ in differences(question, given, unknown)] == ["interval"]
    assert differences(question, given, silent) == []


def test_figure_of_the_class_is_the_drugs_too() -> None:
    often, seldom = (
        profile("Patients on a beta-blocker are seen every 3 months.", of=BOARD),
        profile("On a beta-blocker, see patients every 6 months.", of=TRUST),
    )
    assert differences("On carvedilol, seen how often?", often, seldom) == [("interval: beta-blocker", {"board", "trust"})]


def test_first_choice_that_is_weighed_only_for_its_gain_is_one() -> None:
    combined = profile(
        "Start with carvedilol plus spironolactone in HFrEF, given the improvement over carvedilol alone.", of=BOARD
    )
    single = profile("Start with carvedilol in HFrEF.", of=TRUST)
    assert differences("HFrEF: start with carvedilol alone or combined?", combined, single) != []


def test_members_of_a_class_listed_for_it_are_no_partners() -> None:
    listed = profile("Start with a beta-blocker (bisoprolol or carvedilol) in HFrEF.", of=BOARD)
    combined = profile("Start with a beta-blocker plus spironolactone in HFrEF.", of=TRUST)
    found = differences("HFrEF: start with carvedilol alone or combined?", listed, combined)
    assert any(about.startswith("partners") for about, _ in found)


def test_standard_that_is_another_elsewhere_answers_whether_this_is_the_standard() -> None:
    left, right = (
        profile("Start with furosemide in HFrEF.", of=BOARD),
        profile("The first choice in HFrEF is carvedilol.", of=TRUST),
    )
    assert differences("Is furosemide the first treatment in HFrEF?", left, right) != []


def test_first_choice_may_stand_in_the_lead_in() -> None:
    fragment = profile("Furosemide plus carvedilol.", of=BOARD, lead_in="First-line treatment", heading_path=("HFrEF",))
    whole = profile("The preferred drug in HFrEF is spironolactone.", of=TRUST)
    assert differences("Which drug first in HFrEF?", fragment, whole) != []
    sentence = profile("Furosemide plus carvedilol.", of=BOARD, lead_in="It is preferred", heading_path=("HFrEF",))
    assert differences("Which drug first in HFrEF?", sentence, whole) == [], "a sentence above is no label"


def test_difference_is_not_shown_where_the_answer_gives_a_figure_of_another_kind_of_dose() -> None:
    by_vein = profile("Furosemide 80 mg is injected.", of=CLINIC)
    low, high = profile("Furosemide tablets: 20 mg daily.", of=BOARD), profile("Furosemide tablets: 40 mg daily.", of=TRUST)
    question = "What dose of furosemide is injected?"
    assert differences(question, by_vein, low, high) == []
    assert differences("What dose of furosemide tablets?", low, high) == [("dose: furosemide", {"board", "trust"})]


def test_dose_given_in_another_rhythm_is_a_difference() -> None:
    twice, thrice = profile("Carvedilol 25 mg twice daily.", of=BOARD), profile("Carvedilol 25 mg three times daily.", of=TRUST)
    assert differences("dose of carvedilol", twice, thrice) == [("interval: carvedilol", {"board", "trust"})]
    assert differences("dose of carvedilol", twice, profile("Carvedilol 25 mg every 12 hours.", of=TRUST)) == []


def test_limit_is_compared_where_the_question_asks_for_it() -> None:
    low = profile("Avoid spironolactone when the potassium is above 5.0.", of=BOARD)
    high = profile("Spironolactone is avoided when the potassium is above 5.5.", of=TRUST)
    ((about, sides),) = differences("Above which potassium is spironolactone avoided?", low, high)
    assert about.startswith("limit")
    assert sides == {"board", "trust"}
    assert differences("Why is spironolactone avoided?", low, high) == []
