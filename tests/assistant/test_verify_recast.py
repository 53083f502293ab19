"""Turns of phrase that are plain beside certain cited words, and the near ones that say something else."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

CASES = [
    # the reason is that
    (
        "The reason for repeating the scan is that the kidneys may have changed.",
        "The scan is repeated because the kidneys may have changed.",
        True,
    ),
    (
        "The rationale for repeating the scan is that the lungs may have changed.",
        "The scan is repeated because the kidneys may have changed.",
        False,
    ),
    ("The reason for repeating the scan is that the kidneys may have changed.", "The scan is repeated.", False),
    # neither is known
    (
        "Neither the best dose nor the best duration of corvalin is known.",
        "The best dose and the best duration of corvalin are unknown.",
        True,
    ),
    (
        "Neither the best dose nor the best duration of corvalin is known.",
        "The best dose and the best duration of corvalin are known.",
        False,
    ),
    ("Neither the dose of corvalin nor that of mestor is known.", "The dose of corvalin is unknown.", False),
    # isn't known, no ideal one is set
    ("The best dose of corvalin isn't known.", "The best dose of corvalin is undefined.", True),
    ("The best dose of corvalin is known.", "The best dose of corvalin is undefined.", False),
    ("No ideal duration of corvalin has been established.", "The ideal duration of corvalin is undefined.", True),
    ("No ideal duration of corvalin has been established.", "The ideal duration of corvalin is 2 years.", False),
    ("No corvalin is given after a clot.", "The ideal duration of corvalin after a clot is undefined.", False),
    # hold it back
    ("Corvalin holds the disease back.", "Corvalin slows the disease.", True),
    ("Hold corvalin back in this disease.", "Corvalin slows the disease.", False),
    # ranks above
    ("For gout, corvalin ranks above mestor.", "For gout, corvalin is preferred over mestor.", True),
    ("For gout, mestor takes precedence over corvalin.", "For gout, corvalin is preferred over mestor.", False),
    # only a few, only one in five: it leaves nobody out
    ("Only about one in five adults with asthma takes corvalin.", "Around 20% of adults with asthma take corvalin.", True),
    ("Only about one in three adults with asthma takes corvalin.", "Around 20% of adults with asthma take corvalin.", False),
    ("Only adults with asthma take corvalin.", "Around 20% of adults with asthma take corvalin.", False),
    # in many cases
    ("In many cases corvalin can shrink the goitre.", "Corvalin can often shrink the goitre and help some to swallow.", True),
    ("In many cases corvalin helps to swallow.", "Corvalin can often shrink the goitre and help some to swallow.", False),
    # keeps the disease from progressing for longer
    (
        "Corvalin kept the disease from progressing for longer than mestor.",
        "Corvalin was superior to mestor: time to disease progression was longer.",
        True,
    ),
    (
        "Mestor kept the disease from progressing for longer than corvalin.",
        "Corvalin was superior to mestor: time to disease progression was longer.",
        False,
    ),
    # depends on any change in A or B
    (
        "The dose depends on weight and on any change in creatinine or potassium.",
        "The dose depends on weight and on whether creatinine and potassium have changed.",
        True,
    ),
    (
        "The dose depends on weight and on any change in creatinine or sodium.",
        "The dose depends on weight and on whether creatinine and potassium have changed.",
        False,
    ),
    # save where
    (
        "Corvalin alone is preferred over mestor, save where renal crisis calls for a rapid response.",
        "Corvalin alone is preferred over mestor, unless renal crisis needs a rapid response.",
        True,
    ),
    (
        "Corvalin alone is preferred over mestor where renal crisis calls for a rapid response.",
        "Corvalin alone is preferred over mestor, unless renal crisis needs a rapid response.",
        False,
    ),
    # if there is none
    ("If there are no stones in the kidney, corvalin may be given.", "Corvalin may be given without stones in the kidney.", True),
    ("If there are stones in the kidney, corvalin may be given.", "Corvalin may be given without stones in the kidney.", False),
    # for as long as it is given
    (
        "Kidney checks are mandatory before corvalin and for as long as it is given.",
        "Kidney checks are mandatory, both before corvalin and during corvalin treatment.",
        True,
    ),
    (
        "Kidney checks are mandatory for as long as corvalin is given.",
        "Kidney checks are mandatory before corvalin is given.",
        False,
    ),
    # whatever was found
    ("Repeat whatever scan was abnormal at the start.", "Repeat the scan that was initially abnormal.", True),
    ("Repeat whatever scan was normal at the start.", "Repeat the scan that was initially abnormal.", False),
    # leaving out of account
    (
        "One should not operate on the kidney alone while leaving the prognosis out of account.",
        "Do not operate on the kidney alone without considering the prognosis.",
        True,
    ),
    (
        "One should not operate on the kidney alone while taking the prognosis into account.",
        "Do not operate on the kidney alone without considering the prognosis.",
        False,
    ),
    # all that it is based on
    (
        "Markers may be of help but should not be all that a decision is based on.",
        "Markers may help, but should not be the only basis of decisions.",
        True,
    ),
    (
        "Markers should be all that a decision is based on.",
        "Markers may help, but should not be the only basis of decisions.",
        False,
    ),
    # takes over
    (
        "Corvalin goes on until resistance develops, then mestor takes over.",
        "Corvalin is continued until resistance develops, followed by a switch to mestor.",
        True,
    ),
    (
        "Mestor goes on until resistance develops, then corvalin takes over.",
        "Corvalin is continued until resistance develops, followed by a switch to mestor.",
        False,
    ),
    # of two parts of the body
    ("Pain in the joints and muscles is common with corvalin.", "Joint pain and muscle pain are common with corvalin.", True),
    ("Aching joints and muscles are common with corvalin.", "Aching joints and aching muscles are common with corvalin.", True),
    ("Pain in the joints and muscles is common with corvalin.", "Joint pain is common with corvalin.", False),
    # document by document
    (
        "Corvalin is checked after 2 cycles in one document, after 3 cycles in another.",
        "Corvalin is checked after 2 cycles. Corvalin is checked after 3 cycles.",
        True,
    ),
    (
        "Corvalin is checked after 2 cycles in one document, after 4 cycles in another.",
        "Corvalin is checked after 2 cycles. Corvalin is checked after 3 cycles.",
        False,
    ),
    # so fast that
    (
        "Corvalin is preferred, unless the disease grows so fast that a rapid response is needed.",
        "Corvalin is preferred, unless rapidly progressive disease requires a rapid response.",
        True,
    ),
    (
        "Corvalin is preferred, unless the disease grows so slowly that a rapid response is needed.",
        "Corvalin is preferred, unless rapidly progressive disease requires a rapid response.",
        False,
    ),
    # once it is under way
    ("Once corvalin is under way, avoid dental work.", "Avoid dental work during corvalin.", True),
    ("Before corvalin is under way, avoid dental work.", "Avoid dental work during corvalin.", False),
    # either of two
    (
        "Corvalin and mestor are options for patients who have not had either drug before.",
        "Corvalin and mestor are options for patients who were not previously treated with corvalin or mestor.",
        True,
    ),
    (
        "Corvalin and mestor are options for patients who have had either drug before.",
        "Corvalin and mestor are options for patients who were not previously treated with corvalin or mestor.",
        False,
    ),
    # with it in mind
    ("Corvalin alone is preferred with quality of life in mind.", "Corvalin alone is preferred for quality of life.", True),
    ("Corvalin alone is preferred with survival in mind.", "Corvalin alone is preferred for quality of life.", False),
    # how long and how well
    (
        "The goal is to improve how long you live and how well you live.",
        "The goal is to improve both length and quality of life.",
        True,
    ),
    ("The goal is to improve how long you live.", "The goal is to improve quality of life.", False),
    # goes on with
    (
        "Corvalin starts with a loading dose of 4 mg/kg and goes on with 2 mg/kg every week.",
        "Corvalin loading dose 4 mg/kg, then maintenance 2 mg/kg weekly.",
        True,
    ),
    (
        "Corvalin starts with a loading dose of 2 mg/kg and goes on with 4 mg/kg every week.",
        "Corvalin loading dose 4 mg/kg, then maintenance 2 mg/kg weekly.",
        False,
    ),
    # lose their effect
    ("Corvalin tends to lose its effect after a year.", "Corvalin tends to stop working after a year.", True),
    ("Corvalin tends to keep its effect after a year.", "Corvalin tends to stop working after a year.", False),
    # works against
    ("Corvalin does not work against gout.", "Corvalin does not help against gout.", True),
    ("Corvalin works against gout.", "Corvalin does not help against gout.", False),
    # this kind of illness
    (
        "In gout corvalin is the first choice, because mestor does not help against this kind of illness.",
        "In gout corvalin is the first choice, because mestor does not help against such an illness.",
        True,
    ),
    (
        "In gout corvalin is the first choice, because mestor helps against this kind of illness.",
        "In gout corvalin is the first choice, because mestor does not help against such an illness.",
        False,
    ),
    # prompt
    (
        "A blood test alone should not prompt a change of treatment.",
        "Do not rely on a blood test alone to initiate changes of treatment.",
        True,
    ),
    (
        "A blood test alone should prompt a change of treatment.",
        "Do not rely on a blood test alone to initiate changes of treatment.",
        False,
    ),
    # examples in brackets
    (
        "When gout causes pain, ice, a drug (such as corvalin or mestor) or rest may be used.",
        "When gout causes pain, the pain may be treated with ice, with a drug such as corvalin or mestor, or with rest.",
        True,
    ),
    (
        "When gout causes pain, ice, a drug (such as corvalin or mestor) or rest should be used.",
        "When gout causes pain, the pain may be treated with ice, with a drug such as corvalin or mestor, or with rest.",
        False,
    ),
    # where a cause begins
    (
        "Treating gout does not make people live longer, and it is not advised if the gout causes no local symptoms.",
        "Treatment of gout does not lead to longer survival, and it is not recommended when symptomatic local gout is absent.",
        True,
    ),
    ("Gout causes kidney stones.", "Kidney stones cause gout.", False),
]


@pytest.mark.parametrize(("claim", "cited", "kept"), CASES, ids=[f"{claim}|{kept}" for claim, _, kept in CASES])
def test_a_turn_of_phrase_holds_where_its_plain_words_do(claim: str, cited: str, kept: bool) -> None:
    assert verify_claim(claim, (Evidence(text=cited),), lexicon=LEXICON).supported == kept


NAMED = Lexicon(
    [
        *LEXICON.concepts.values(),
        Concept(concept_id="virus-neg", kind="population", name="virus-free", synonyms=("virus test-negative",), axis="virus"),
        Concept(concept_id="rna-neg", kind="population", name="RNA test-negative", axis="RNA"),
        Concept(concept_id="dna-neg", kind="population", name="DNA test-negative", axis="DNA"),
        Concept(concept_id="virus-pos", kind="population", name="virus test-positive", axis="virus"),
    ]
)
INSIDE = Evidence(text="Corvalin is the main treatment for women whose illness is virus (RNA and DNA) test-negative.")


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        ("Corvalin is the main treatment for women whose illness is virus test-negative.", True),
        ("Corvalin is the main treatment for women whose illness is virus test-positive.", False),
        ("Corvalin is the main treatment for women whose illness is RNA test-negative.", False),
        ("Corvalin is the main treatment for women whose illness is RNA test-negative or DNA test-negative.", False),
    ],
)
def test_a_bracket_inside_of_a_name_leaves_the_name_whole(claim: str, kept: bool) -> None:
    assert verify_claim(claim, (INSIDE,), lexicon=NAMED).supported == kept
    headed = Evidence(
        text=f"{INSIDE.text[:-1]}, because mestor does not help against virus test-negative illness.",
        heading_path=("Virus test-negative illness",),
    )
    assert verify_claim(claim, (headed,), lexicon=NAMED).supported == kept
