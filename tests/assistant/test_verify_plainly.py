"""Turns of phrase in plain words, the patient by name, labels, two cases in one: each beside the wrong claim nearest to it."""

import pytest
from verifying import LEXICON, codes, verdict

from assistant.answers import Evidence, ReasonCode
from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        (
            "You cannot skip the kidney tests: they are compulsory before corvalin.",
            "You can skip the kidney tests: they are optional before corvalin.",
            "Kidney tests are mandatory before corvalin",
        ),
        (
            "There is no getting around kidney tests before corvalin.",
            "Kidney tests may be left out before corvalin.",
            "Kidney tests are mandatory before corvalin",
        ),
        (
            "Without a pregnancy test, corvalin must not be started.",
            "Without a pregnancy test, corvalin may be started.",
            "A pregnancy test is required before corvalin is started",
        ),
        (
            "Rashes may make it necessary to change the corvalin dose.",
            "Rashes make it necessary to change the corvalin dose.",
            "Rashes may warrant a change of the corvalin dose",
        ),
        (
            "Blood pressure has to be measured before surgery.",
            "Blood pressure need not be measured before surgery.",
            "Before surgery, measure blood pressure",
        ),
        (
            "A patient's age alone is no reason to hold corvalin back.",
            "A patient's age alone is a reason to hold corvalin back.",
            "Do not withhold corvalin solely because of a patient's age",
        ),
        (
            "In sepsis, corvalin should not be put off.",
            "In sepsis, corvalin should be put off.",
            "In sepsis, do not delay corvalin",
        ),
        (
            "Absent severe dehydration that needs rapid correction, corvalin is preferred.",
            "Given severe dehydration that needs rapid correction, corvalin is preferred.",
            "Corvalin is preferred, unless severe dehydration needs rapid correction",
        ),
        (
            "How long to continue corvalin is not defined, but a break after 6 months is reasonable.",
            "How long to continue corvalin is well defined, but a break after 6 months is reasonable.",
            "The optimal duration of corvalin is undefined, but it is reasonable to interrupt it after 6 months",
        ),
        (
            "On mestor, a check of the liver is due every 3 months.",
            "On mestor, a check of the liver is due every 6 months.",
            "The liver should be checked every 3 months during mestor treatment",
        ),
        (
            "The advice is to check the liver after 2 weeks of mestor.",
            "The advice is to check the liver after 4 weeks of mestor.",
            "Mestor: check the liver after 2 weeks",
        ),
        (
            "During mestor, the liver is checked after 3 cycles.",
            "During mestor, the liver is checked before 3 cycles.",
            "The liver is checked after 3 cycles of mestor",
        ),
        (
            "Give corvalin only in a unit equipped for resuscitation.",
            "Give corvalin only in a unit that is not equipped for resuscitation.",
            "Corvalin should be given in a unit equipped for resuscitation",
        ),
        (
            "With each relapse, the odds that corvalin will work go down.",
            "With each relapse, the odds that corvalin will work go up.",
            "With each relapse, corvalin becomes less likely to work",
        ),
        (
            "In scurvy, adding corvalin to mestor has shown a gain over mestor by itself.",
            "In scurvy, zorubicin with mestor is the standard.",
            "Zorubicin with mestor is the other option in scurvy: adding corvalin to mestor has shown a gain over mestor alone",
        ),
        (
            "The first (loading) dose of corvalin is 5 mg/kg, followed by a monthly maintenance dose of 3 mg/kg.",
            "The first (loading) dose of corvalin is 3 mg/kg, followed by a monthly maintenance dose of 5 mg/kg.",
            "Corvalin loading dose 5 mg/kg, then maintenance 3 mg/kg monthly",
        ),
        (
            "There are also drugs against the side effects of corvalin, thrush for example.",
            "There are also drugs against the side effects of corvalin, insomnia for example.",
            "Other drugs can treat the side effects of corvalin, such as thrush",
        ),
        (
            "Mestor with zorubicin that contains no lactose is standard.",
            "Mestor with zorubicin that contains lactose is standard.",
            "The standard is mestor with non-lactose zorubicin",
        ),
        (
            "Keep corvalin going when the rash gets worse.",
            "Drop corvalin when the rash gets worse.",
            "When the rash gets worse, continue corvalin",
        ),
        (
            "Surgery may be considered in scurvy, in gout and after mestor.",
            "Surgery may be considered in scurvy, in lupus and after mestor.",
            "Surgery may be considered in scurvy. Surgery may be considered in gout. Surgery may be considered after mestor",
        ),
        (
            "Assess the stage, since it guides the choice of corvalin.",
            "Assess the stage, since it guides the price of corvalin.",
            "Assess the stage, which guides the choice of corvalin",
        ),
        (
            "During corvalin, avoid invasive procedures, as these can lead to bleeding.",
            "During corvalin, avoid bleeding, as it can lead to invasive procedures.",
            "Avoid invasive procedures during corvalin, due to the risk of bleeding",
        ),
        (
            "As my mother is on mestor, her liver should be checked every 6 months.",
            "As my mother is on corvalin, her liver should be checked every 6 months.",
            "Mestor: check the liver every 6 months",
        ),
        (
            "Corvalin may open the door to a normal life.",
            "Corvalin may close the door to a normal life.",
            "Corvalin may give access to a normal life",
        ),
    ],
)
def test_a_turn_of_phrase_passes_and_its_wrong_twin_does_not(faithful: str, wrong: str, evidence: str) -> None:
    assert verdict(faithful, evidence).supported, verdict(faithful, evidence).reasons
    assert codes(wrong, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Corvalin is less favoured than mestor.", "Corvalin is preferred over mestor"),
        ("Corvalin is the least preferred choice against mestor.", "Corvalin is preferred over mestor"),
        ("Corvalin is passed over for mestor.", "Corvalin is preferred over mestor"),
        ("Avoid non-invasive procedures during corvalin.", "Avoid invasive procedures during corvalin"),
        ("Corvalin is of little help.", "Corvalin is very helpful"),
        ("Corvalin works less well than mestor.", "Corvalin is as effective as mestor"),
        ("In scurvy, the only option is corvalin by itself.", "In scurvy, corvalin alone is another option"),
        ("With a fever, corvalin is not routinely given.", "Corvalin is not routinely given in the absence of a fever"),
    ],
)
def test_what_is_turned_round_is_refused(claim: str, evidence: str) -> None:
    assert codes(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Mum takes mestor, so her liver should be checked every 6 months.", True),
        ("My father is on mestor; his liver should be checked every 6 months.", True),
        ("Mrs Lee takes mestor, so her liver should be checked every 6 months.", True),
        ("Mum takes mestor, so her liver should be checked every 12 months.", False),
        ("Patients whose mother takes mestor should have their liver checked every 6 months.", False),
    ],
)
def test_a_patient_by_name_says_no_more_than_a_patient(claim: str, supported: bool) -> None:
    assert verdict(claim, "Mestor: check the liver every 6 months").supported is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Ward note: corvalin 15 mg can be given every 12 hours.", True),
        ("Reminder: corvalin 15 mg can be given every 12 hours.", True),
        ("Scurvy: corvalin 15 mg can be given every 12 hours.", False),
        ("Ward note: corvalin 15 mg can be given every 24 hours.", False),
    ],
)
def test_a_label_says_where_it_is_written(claim: str, supported: bool) -> None:
    assert verdict(claim, "Corvalin 15 mg can be given every 12 hours").supported is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Corvalin may be considered in ABC-positive disease or premenopausal women.", True),
        ("Corvalin may be considered in ABC-positive disease, and also in premenopausal women.", True),
        ("Corvalin may be considered in ABC-negative disease or premenopausal women.", False),
        ("Corvalin should be given in ABC-positive disease or premenopausal women.", False),
    ],
)
def test_two_cases_rest_on_two_statements(claim: str, supported: bool) -> None:
    cited = ("Corvalin may be considered in ABC-positive disease", "Corvalin may be considered in premenopausal women")
    evidence = tuple(Evidence(text=text, heading_path=()) for text in cited)
    assert verify_claim(claim, evidence, lexicon=LEXICON).supported is supported


def test_what_opens_a_line_holds_for_each_of_its_parts() -> None:
    cited = ("Check the teeth before starting corvalin", "Prescribe calcium before starting corvalin")
    evidence = tuple(Evidence(text=text, heading_path=()) for text in cited)
    assert verify_claim("Before corvalin is started: a check of the teeth, plus calcium.", evidence, lexicon=LEXICON).supported
    assert not verify_claim("After corvalin is started: a check of the teeth, plus calcium.", evidence, lexicon=LEXICON).supported


def held(draft: str, *passages: str) -> str:
    numbered = [NumberedPassage(number=number, text=text, heading_path=()) for number, text in enumerate(passages, 1)]
    return enforce("?", numbered, draft, verify=lambda claim, cited: verify_claim(claim, cited, lexicon=LEXICON)).text


def test_a_list_of_options_takes_its_lines_as_they_say_it() -> None:
    passage = "Corvalin is recommended in scurvy"
    assert "Corvalin is recommended" in held("Scurvy, your options:\n- Corvalin is recommended [1].\n", passage)
    assert "mestor" not in held("Scurvy, your options:\n- Corvalin and mestor are recommended [1].\n", passage)
    assert held("Mandatory:\n- Corvalin [1].\n", "Corvalin may be considered in scurvy") == ""


def test_a_heading_of_two_topics_asks_for_one() -> None:
    passage = "Response is judged by blood tests"
    assert "judged" in held("## Response and second-line treatment\n- Response is judged by blood tests [1].\n", passage)
    assert "given" not in held(
        "## Second-line treatment\n- Corvalin is given [1].\n", "Corvalin is given as first-line treatment"
    )


def test_such_patients_are_those_of_the_line_before() -> None:
    passages = ("Corvalin can help women with ABC-positive disease", "In women with ABC-positive disease, mestor may stop pain")
    draft = (
        "- Corvalin can help women with ABC-positive disease [1].\n"
        "- In women with this type of disease, mestor may stop pain [2].\n"
    )
    assert "mestor may stop pain" in held(draft, *passages)
    other = draft.replace("Corvalin can help women with ABC-positive", "Corvalin can help women with ABC-negative")
    assert "mestor may stop pain" not in held(other, passages[0].replace("positive", "negative"), passages[1])


def test_reasons_name_the_limit_that_a_name_holds() -> None:
    assert ReasonCode.STRENGTH in codes(
        "Give corvalin only to women with scurvy.", "Corvalin should be given to women with scurvy"
    )
