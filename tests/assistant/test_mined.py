from time import perf_counter

import pytest

from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.mined import find_abbreviations, mine_concepts, with_mined

NONE = Lexicon()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Progression-free survival (PFS) was longer.", [("PFS", "Progression-free survival")]),
        ("heart failure with reduced ejection fraction (HFrEF)", [("HFrEF", "heart failure with reduced ejection fraction")]),
        ("an angiotensin-converting enzyme inhibitor (ACEi) is given", [("ACEi", "angiotensin-converting enzyme inhibitor")]),
        ("community-acquired pneumonia (CAP; see below)", [("CAP", "community-acquired pneumonia")]),
        ("Give an SGLT2i (sodium-glucose cotransporter 2 inhibitor) daily.", []),
        ("NT-proBNP is raised (see Table 2).", []),
        ("The trial was long (2019) and (n = 30).", []),
        ("Patients took the drug (Oxford).", []),
        ("white cell count (WBC)", []),
        ("Stop proton pump inhibitors (PPIs) at once.", [("PPIs", "proton pump inhibitors")]),
        ("the rate of decline (ROD)", [("ROD", "rate of decline")]),
        ("given at home (IV)", []),
    ],
)
def test_abbreviation_is_mined_only_where_its_letters_stand_in_order(text: str, found: list[tuple[str, str]]) -> None:
    assert list(find_abbreviations(text)) == found


def test_short_form_before_its_long_form_is_mined() -> None:
    assert find_abbreviations("MRSA (methicillin-resistant Staphylococcus aureus) is rare.") == (
        ("MRSA", "methicillin-resistant Staphylococcus aureus"),
    )


def test_mined_names_let_a_question_meet_a_document() -> None:
    texts = [
        "Heart failure with reduced ejection fraction (HFrEF) is treated with four drugs.",
        "Start sacuzolam (Entrosta) when HFrEF persists.",
        "High blood pressure, also called hypertension, is treated first.",
    ]
    lexicon = with_mined(NONE, texts)

    def ids(text: str) -> frozenset[str]:
        return lexicon.concepts_in(text)

    assert ids("What helps in HFrEF?") == ids("drugs for heart failure with reduced ejection fraction") != frozenset()
    assert ids("dose of Entrosta") == ids("dose of sacuzolam") != frozenset()
    assert ids("hypertension") == ids("high blood pressure") != frozenset()


def test_ambiguous_abbreviation_is_left_out_and_the_more_frequent_meaning_counts() -> None:
    twice = ["Mitral stenosis (MS) is rare.", "Multiple sclerosis (MS) is treated."]
    assert mine_concepts(twice, NONE) == ()
    (concept,) = mine_concepts([*twice, "In multiple sclerosis (MS) rest helps."], NONE)
    assert (concept.name.lower(), concept.abbreviations) == ("multiple sclerosis", ("MS",))


def test_what_the_lexicon_knows_is_left_to_it() -> None:
    known = Lexicon([Concept(concept_id="pfs", kind="endpoint", name="progression-free survival", abbreviations=("PFS",))])
    assert mine_concepts(["Progression-free survival (PFS) was longer."], known) == ()
    assert with_mined(known, ["Progression-free survival (PFS) was longer."]) is known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Give sacubitril/valsartan (Entrosta) twice daily.", ("drug", "sacubitril/valsartan", ("Entrosta",))),
        ("Doxycycline (Doxaver) is the alternative.", ("drug", "doxycycline", ("Doxaver",))),
        ("Give Doxaver (doxycycline) at night.", ("drug", "doxycycline", ("Doxaver",))),
        ("Schistosomiasis, also known as bilharzia, is rare.", ("other", "schistosomiasis", ("bilharzia",))),
        ("treatment of high blood pressure, also called hypertension.", ("other", "high blood pressure", ("hypertension",))),
    ],
)
def test_other_name_is_mined_with_the_whole_name_that_it_is_of(text: str, found: tuple[str, str, tuple[str, ...]]) -> None:
    assert [(one.kind, one.name, one.synonyms) for one in mine_concepts([text], NONE)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "amlodipine and ramipril (Tritamax)",
        "diabetes (formerly called juvenile diabetes)".replace("diabetes (", "one two three four five diabetes ("),
        "a committee (Oxford)",
        "pain, also called ache and soreness,",
    ],
)
def test_name_that_may_be_of_something_else_is_not_mined(text: str) -> None:
    assert mine_concepts([text], NONE) == ()


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_long_text_without_definitions_is_read_in_no_time() -> None:
    text = "word " * 40_000 + "(" * 2_000
    began = perf_counter()
    assert mine_concepts([text], NONE) == ()
    assert perf_counter() - began < 2
