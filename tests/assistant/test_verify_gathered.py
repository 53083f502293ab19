"""Sentences that gather several statements, and who says what in them: each beside the wrong claim nearest to it."""

import pytest
from verifying import LEXICON, codes

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim
from assistant.verify.gathered import gathered
from assistant.verify.told_by import untold

LIVER = "Check the liver before starting corvalin"
KIDNEYS = "Prescribe folate before starting corvalin"
EYES = "Complete an eye examination before starting corvalin"


def holds(claim: str, *cited: str) -> bool:
    """Whether all of the cited words together support the claim."""
    return verify_claim(claim, tuple(Evidence(text=text) for text in cited), lexicon=LEXICON).supported


def test_verbs_behind_one_modal_are_each_held_to_a_statement() -> None:
    """“You should A, B, and be given C” is three statements; one that nothing says loses them all."""
    told = "Before you start corvalin, you should have the liver checked, complete an eye examination, and be prescribed folate."
    assert holds(told, LIVER, KIDNEYS, EYES)
    assert not holds(told, LIVER, KIDNEYS)
    assert not holds(told.replace("Before", "After"), LIVER, KIDNEYS, EYES)
    assert not holds(told.replace("should have", "should not have"), LIVER, KIDNEYS, EYES)


def test_three_clauses_are_each_held_to_a_statement() -> None:
    """Clauses parted by commas are statements of their own."""
    cited = (
        "Corvalin should be given to all patients with gout, regardless of symptoms",
        "Avoid alcohol during corvalin treatment, due to the risk of bleeding",
        "The liver is checked every 3 months",
    )
    claim = (
        "Corvalin should be given to all patients with gout, alcohol is to be avoided during corvalin treatment because of the "
        "risk of bleeding, and the liver is checked every 3 months."
    )
    assert holds(claim, *cited)
    assert not holds(claim.replace("every 3 months", "every 6 months"), *cited)
    assert not holds(claim.replace("to be avoided", "allowed"), *cited)


def test_with_something_as_the_rule_is_a_statement() -> None:
    """“…, with X as the preferred drug” says that X is the preferred drug."""
    cited = ("The standard in gout is corvalin with diet", "Preferred combination: corvalin plus mestor")
    assert holds("The standard in gout is corvalin with diet, with corvalin plus mestor as the preferred combination.", *cited)
    assert not holds(
        "The standard in gout is corvalin with diet, with corvalin plus tilamine as the preferred combination.", *cited
    )


def test_what_hangs_on_a_clause_stays_with_it() -> None:
    """A condition, a reason or a list is never cut off as a statement of its own."""
    assert all("if" not in pieces[1] for pieces in gathered("Corvalin is given, if the pain is severe, and mestor is stopped."))
    assert gathered("Corvalin, mestor and tilamine are given in gout.") == ()


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("One document advises corvalin, whereas another lists mestor.", "it advises corvalin, whereas it lists mestor."),
        ("Another, in contrast, describes corvalin as the standard.", "corvalin is the standard."),
        (
            "Response is checked after 3 cycles according to one document and after 4 according to another.",
            "Response is checked after 3 cycles and after 4.",
        ),
        ("Corvalin (guideline B): after 3 months", "Corvalin: after 3 months"),
        ("In one guideline, corvalin is given, while in another, mestor is.", "corvalin is given, while mestor is."),
        ("Corvalin, by comparison, is an option.", "Corvalin is an option."),
        ("The work-up therefore combines A and B.", "The work-up combines A and B."),
        ("Another third of patients needs mestor.", "Another third of patients needs mestor."),
        ("A third advises nothing to the rest.", "A third advises nothing to the rest."),
        ("It hurts, therefore it is stopped.", "It hurts, therefore it is stopped."),
    ],
)
def test_who_says_it_is_left_out(told: str, plain: str) -> None:
    """Documents go, what is so and how strongly stays; a share of patients is no document."""
    assert untold(told) == plain


def test_two_documents_in_one_sentence() -> None:
    """Each of them is held to what is cited, with the phrase that opens the sentence."""
    cited = ("Corvalin: check the liver every 3 months", "During corvalin treatment, the eyes should be examined every 4 months")
    opening = "During corvalin treatment"
    claim = f"{opening}, one document advises a liver check every 3 months, whereas another examines the eyes every 4 months."
    assert holds(claim, *cited)
    assert not holds(claim.replace("every 4 months", "every 3 months"), *cited)


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        (
            "Corvalin is the first choice, with exceptions for severe pain and rash.",
            "Corvalin is the first choice, including in severe pain and rash.",
            "Corvalin is the first choice, unless there is severe pain or rash",
        ),
        (
            "Mestor should be continued rather than stopped at the first relapse.",
            "Mestor should be stopped rather than continued at the first relapse.",
            "Do not stop mestor at the first relapse; continue mestor",
        ),
        (
            "In sepsis, corvalin should be given without delay.",
            "In sepsis, corvalin should be given with a delay.",
            "In sepsis, do not delay corvalin",
        ),
        (
            "As long as she is on mestor, the liver should be checked every 3 months.",
            "As long as she is on mestor, the liver should be checked every month.",
            "The liver should be checked every 3 months during mestor treatment",
        ),
        (
            "Mestor alone is preferred outside severe gout that needs rapid relief.",
            "Mestor alone is preferred in severe gout that needs rapid relief.",
            "Mestor alone is preferred, unless severe gout needs rapid relief",
        ),
        (
            "A high age, taken by itself, is no reason to keep someone from an effective treatment.",
            "A high age, taken by itself, is a reason to keep someone from an effective treatment.",
            "Do not withhold an effective treatment solely because of a patient's high age",
        ),
        (
            "In all patients with gout, start corvalin, unless the pain is mild.",
            "In all patients with gout, start corvalin.",
            "In gout, start corvalin, unless the pain is mild",
        ),
        (
            "Lots of people on mestor get headaches.",
            "Few people on mestor get headaches.",
            "Headaches are common with mestor",
        ),
    ],
)
def test_turns_of_fluent_prose(faithful: str, wrong: str, evidence: str) -> None:
    """What is turned is held to the same words as before."""
    assert codes(faithful, evidence) == set()
    assert codes(wrong, evidence)


def test_then_is_the_case_that_ends_it() -> None:
    """“Until X, and then B” says B of the case X."""
    cited = (
        "Corvalin goes on until the pain stops or a rash appears",
        "Other drugs might be tried if the pain stops or a rash appears",
    )
    assert holds("Corvalin goes on until the pain stops or until a rash appears, and then other drugs might be tried.", *cited)
    assert not holds("Corvalin goes on until the pain stops or until a rash appears, and then other drugs must be tried.", *cited)


def test_the_with_of_patients_combines_nothing() -> None:
    """“Patients with ABC-positive gout” adds nothing to anything."""
    assert (
        codes("Corvalin should be given in ABC-positive gout.", "Do not deny corvalin to patients with ABC-positive gout")
        == set()
    )
    assert codes("Corvalin should be added to mestor.", "Do not deny corvalin to patients with gout and mestor")


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        ("Two medicines are given in gout.", "One drug is given in gout.", "Two drugs are given in gout"),
        ("Two blood tests are taken.", "Three blood tests are taken.", "Two blood tests are taken"),
        (
            "Two readings on different days confirm it.",
            "Two readings on the same day confirm it.",
            "It is confirmed by two readings on separate days",
        ),
        ("One option is to give two drugs.", "One option is to give four drugs.", "Two drugs may be given"),
    ],
)
def test_how_many_things(faithful: str, wrong: str, evidence: str) -> None:
    """A number in words counts as a figure does, and so do "same" and "separate"."""
    assert ReasonCode.NUMBER not in codes(faithful, evidence)
    assert ReasonCode.NUMBER in codes(wrong, evidence)


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        (
            "IgM is negative and IgG is positive in past disease.",
            "IgM is positive and IgG is negative in past disease.",
            "In past disease, samples are IgG positive and IgM negative",
        ),
        (
            "Treat those positive for albumin and negative for glucose.",
            "Treat those positive for glucose and negative for albumin.",
            "Treat those negative for glucose and positive for albumin",
        ),
    ],
)
def test_signs_stay_with_what_they_are_said_of(faithful: str, wrong: str, evidence: str) -> None:
    """Exchanging what is positive and what is negative keeps every word."""
    assert codes(faithful, evidence) == set()
    assert ReasonCode.POPULATION in codes(wrong, evidence)


def test_what_is_kept_from_what() -> None:
    """Turned round, the same words say another thing."""
    evidence = "Corvalin keeps clots from reaching the lungs"
    assert codes("Corvalin stops clots from reaching the lungs.", evidence) == set()
    assert ReasonCode.DIRECTION in codes("Corvalin keeps the lungs from reaching clots.", evidence)


def test_a_share_of_some_is_no_share_of_all() -> None:
    """A heading that names the group lends it to no claim that names a wider one."""
    evidence = "The marker occurs in about 1 in 5 women with ABC-positive gout"
    assert (
        codes("The marker occurs in about 1 in 5 women with ABC-positive gout.", evidence, section=("ABC-positive gout",))
        == set()
    )
    assert codes("The marker is wrongly found.", "The marker is found")


def test_either_of_two_in_a_list_is_not_both() -> None:
    """What a list leaves to choose, a claim may not add up."""
    evidence = "Before surgery, tilamine and either corvalin or mestor are required"
    assert codes("Before surgery, tilamine and corvalin or mestor are required.", evidence) == set()
    assert ReasonCode.NAME in codes("What is required before surgery includes tilamine and both corvalin and mestor.", evidence)


def test_an_exception_of_people_is_one() -> None:
    """“With exceptions for those without X” goes against “all, regardless of X”."""
    evidence = "Corvalin should be given to all patients with gout, regardless of symptoms"
    assert codes("Corvalin should be given to all patients with gout, with exceptions for those without symptoms.", evidence)


@pytest.mark.parametrize(
    ("partner", "holds"), [pytest.param("mestor", True, id="the-partner"), pytest.param("tilamine", False, id="another")]
)
def test_what_is_said_to_be_another_things_part_is_held_by_itself(partner: str, holds: bool) -> None:
    cited = (Evidence(text="The standard of care is corvalin."), Evidence(text="Preferred regimen: corvalin plus mestor."))
    claim = f"Corvalin is the standard of care, {partner} being its preferred partner."
    assert verify_claim(claim, cited, lexicon=LEXICON).supported is holds


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        ("Tilamine is given weekly, and it should not be combined with zorubicin.", True),
        ("Corvalin is a second-line choice, and it should not be combined with zorubicin.", False),
        ("Corvalin is a second-line choice; it should not be combined with zorubicin.", False),
        ("Corvalin is a second-line choice, and it is important to give tilamine weekly.", True),
    ],
)
def test_a_later_clause_speaks_of_the_subject_of_the_first(claim: str, kept: bool) -> None:
    evidence = (
        Evidence(text="Corvalin is a second-line choice."),
        Evidence(text="Tilamine is given weekly."),
        Evidence(text="Do not combine tilamine with zorubicin."),
        Evidence(text="It is important to give tilamine weekly."),
    )
    assert verify_claim(claim, evidence, lexicon=LEXICON).supported == kept
