"""A clause stands against a statement in one point of general language, of the same things; near ones stand against nothing."""

import pytest
from heart_library import lexicon, profile

from assistant.premises.at_odds import at_odds
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

SHARE = "Angioedema occurs in about 1 in 5 patients on enalapril."
OVER = "Furosemide 40 mg intravenously over 2 hours every 3 weeks."
BETTER = "Carvedilol was superior to bisoprolol in HFrEF."
EQUAL = "Bisoprolol is as effective as enalapril in HFrEF."
SUPERIOR = "El carvedilol fue superior al bisoprolol."
EARLY = "Spironolactone should be introduced early and not be left for later."
ORDER = "Check potassium before starting spironolactone."
NEED = "With eplerenone, potassium monitoring is required at every visit."
ALL = "Dapagliflozin should be given to all patients, regardless of diabetes."
OFFER = "SGLT2 inhibitors should be offered regardless of prior exposure to enalapril."
CONDITION = "Spironolactone combined with enalapril, if potassium is low."
LIKELY = "After each decompensation further treatment with furosemide is less likely to help."
WORKS = "Sacubitril/valsartan inhibits the enzyme that breaks down potassium."
RISK = "Enalapril carries a risk of angioedema."
CHANGES = "Potassium is measured again because potassium may change with furosemide."
ALONE = "Potassium may help, but do not rely on potassium alone to change the treatment."
DENIES = "Do not combine verapamil with beta-blockers."
ROUTINE = "An ICD is not routinely recommended in stable heart failure."
UNKNOWN = "The optimal duration of furosemide in stable disease is unknown."
PALLIATES = "Furosemide in end-stage heart failure is only palliative."
CAUSE = "Avoid surgery during SGLT2 inhibitor treatment, due to the risk of ketoacidosis."


@pytest.mark.parametrize(
    ("clause", "text", "point"),
    [
        pytest.param("most patients on enalapril get angioedema", SHARE, "share", id="most"),
        pytest.param("angioedema occurs in half of patients on enalapril", SHARE, "share", id="half"),
        pytest.param("furosemide 40 mg runs over 24 hours", OVER, "time", id="over-longer"),
        pytest.param("furosemide runs over twelve hours", OVER, "time", id="in-words"),
        pytest.param("furosemide takes one hour to run in", OVER, "time", id="takes-one-hour"),
        pytest.param("furosemide 40 mg is given every single week", OVER, "time", id="interval"),
        pytest.param("bisoprolol is stronger than carvedilol in HFrEF", BETTER, "comparison", id="turned-round"),
        pytest.param("carvedilol is weaker than bisoprolol", BETTER, "comparison", id="weaker"),
        pytest.param("bisoprolol is the better choice in HFrEF", BETTER, "comparison", id="the-better"),
        pytest.param("enalapril is weaker than bisoprolol", EQUAL, "comparison", id="weaker-than-its-equal"),
        pytest.param("bisoprolol works less well in HFrEF", EQUAL, "comparison", id="less-well-than-its-equal"),
        pytest.param("spironolactone only comes in once all else has been used up", EARLY, "early", id="late"),
        pytest.param("spironolactone is for when the doctors have given up", EARLY, "early", id="given-up"),
        pytest.param("potassium is checked once spironolactone is running", ORDER, "order", id="after"),
        pytest.param("eplerenone is given without any potassium monitoring", NEED, "need", id="without"),
        pytest.param("dapagliflozin is only for patients with cramps", ALL, "limit", id="only"),
        pytest.param("dapagliflozin is off the table after enalapril", OFFER, "refused", id="off-the-table"),
        pytest.param("spironolactone with enalapril is given whatever the potassium is", CONDITION, "condition", id="whatever"),
        pytest.param("further furosemide has a better chance to help", LIKELY, "likely", id="better-chance"),
        pytest.param("sacubitril/valsartan works by switching the enzyme on", WORKS, "works", id="on"),
        pytest.param("there is no danger of angioedema with enalapril", RISK, "never", id="no-danger"),
        pytest.param("potassium never changes with furosemide", CHANGES, "never", id="never-changes"),
        pytest.param("potassium alone is enough to change the treatment", ALONE, "alone", id="alone"),
        pytest.param("a rise of potassium is enough to change the treatment", ALONE, "alone", id="enough-to"),
        pytest.param("the potassium always holds on furosemide", CHANGES, "never", id="always-holds"),
        pytest.param("verapamil is combined with bisoprolol", DENIES, "denied", id="denied-of-the-class"),
        pytest.param("an ICD is routine in stable heart failure", ROUTINE, "denied", id="routine"),
        pytest.param("ketoacidosis comes from furosemide", CAUSE, "cause", id="another-cause"),
        pytest.param("el bisoprolol es superior al carvedilol", SUPERIOR, "comparison", id="spanish"),
        pytest.param("carvedilol and bisoprolol are equipotent in HFrEF", BETTER, "comparison", id="equipotent"),
        pytest.param("there is no real difference between carvedilol and bisoprolol", BETTER, "comparison", id="no-difference"),
        pytest.param("furosemide is lifelong", UNKNOWN, "fixed", id="lifelong"),
        pytest.param("the length of furosemide is well known", UNKNOWN, "fixed", id="known"),
        pytest.param("furosemide is curative", PALLIATES, "aim", id="curative"),
    ],
)
def test_clause_against_a_statement_is_told_with_its_point(clause: str, text: str, point: str) -> None:
    assert at_odds(clause, profile(text), lexicon=lexicon()) == point


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        pytest.param("carvedilol and enalapril are equipotent", BETTER, id="another-two"),
        pytest.param("carvedilol and bisoprolol are not equivalent", BETTER, id="not-equivalent"),
        pytest.param("furosemide is not lifelong", UNKNOWN, id="not-lifelong"),
        pytest.param("furosemide is palliative", PALLIATES, id="palliative"),
        pytest.param("about a fifth of patients on enalapril get angioedema", SHARE, id="the-same-share"),
        pytest.param("most patients on enalapril get gynaecomastia", "Angioedema: 20 % on ibuprofen.", id="of-others"),
        pytest.param("furosemide 40 mg runs over 2 hours", OVER, id="the-same-time"),
        pytest.param("carvedilol is superior to bisoprolol", BETTER, id="the-same-order"),
        pytest.param("carvedilol is better than verapamil", BETTER, id="compared-with-another"),
        pytest.param("spironolactone comes in from the outset", EARLY, id="early-as-well"),
        pytest.param("potassium is checked before spironolactone", ORDER, id="before-as-well"),
        pytest.param("potassium is checked after spironolactone", "Check potassium before and during spironolactone.", id="both"),
        pytest.param("eplerenone is given without any ibuprofen", NEED, id="without-another-thing"),
        pytest.param("dapagliflozin is only for patients", ALL, id="no-limit"),
        pytest.param("verapamil is off the table after enalapril", OFFER, id="another-drug"),
        pytest.param("enalapril carries a risk of angioedema", RISK, id="the-risk-itself"),
        pytest.param("verapamil is never combined with bisoprolol", DENIES, id="denied-as-well"),
        pytest.param("verapamil may be combined with bisoprolol", DENIES, id="hedged"),
        pytest.param("my doctor wants verapamil combined with bisoprolol", DENIES, id="wished"),
        pytest.param("I had verapamil combined with bisoprolol", DENIES, id="told-of-oneself"),
        pytest.param("verapamil with bisoprolol", DENIES, id="no-verb"),
        pytest.param("ibuprofen is combined with furosemide", DENIES, id="of-other-drugs"),
        pytest.param("ketoacidosis comes from dapagliflozin", CAUSE, id="a-kind-of-the-cause"),
        pytest.param("enalapril is stopped after a year", "Do not delay enalapril: start it early.", id="ended-not-delayed"),
    ],
)
def test_clause_against_nothing_is_left_alone(clause: str, text: str) -> None:
    assert at_odds(clause, profile(text), lexicon=lexicon()) == ""


GENES = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="y", kind="drug", name="yanol"),
        Concept(concept_id="abc", kind="gene", name="ABC"),
        Concept(concept_id="abc1", kind="gene", name="ABC1", parents=("abc",)),
        Concept(concept_id="def", kind="gene", name="DEF"),
    ]
)


@pytest.mark.parametrize(
    ("clause", "point"),
    [
        pytest.param("xanol works by blocking DEF", "target", id="another"),
        pytest.param("xanol is aimed at DEF", "target", id="aimed-at"),
        pytest.param("xanol blocks ABC", "", id="the-same"),
        pytest.param("xanol blocks ABC1", "", id="a-kind-of-it"),
        pytest.param("yanol blocks DEF", "", id="another-drug"),
        pytest.param("xanol does not block DEF", "", id="denied"),
        pytest.param("xanol helps when DEF is there", "", id="no-act"),
    ],
)
def test_medicine_that_acts_on_another_gene_is_told(clause: str, point: str) -> None:
    assert at_odds(clause, profile("Xanol inhibits ABC.", words=GENES), lexicon=GENES) == point
