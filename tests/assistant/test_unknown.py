"""A thing that only stands as an example of what the documents know is no reason to refuse."""

from dataclasses import replace

import pytest
from heart_library import asked, profile

from assistant.abstention.unknown import unknown_concepts, unknown_of_amount
from assistant.retrieval.profile import weigh_terms
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="event", kind="endpoint", name="vascular event"),
        Concept(concept_id="stroke", kind="side effect", name="stroke"),
    ]
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("Does xanol prevent a stroke or other vascular event?", set(), id="or-other"),
        pytest.param("Does xanol prevent a vascular event such as a stroke?", set(), id="such-as"),
        pytest.param("Does xanol prevent a stroke?", {"stroke"}, id="asked-by-itself"),
        pytest.param("Does xanol prevent a stroke and a vascular event?", {"stroke"}, id="beside-it"),
    ],
)
def test_example_of_what_is_known_is_not_unknown(question: str, unknown: set[str]) -> None:
    terms = weigh_terms((profile("Xanol prevents any vascular event.", words=WORDS),), lexicon=WORDS)
    assert unknown_concepts(asked(question, words=WORDS), terms=terms, lexicon=WORDS) == unknown


HARMS = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="harms", kind="side effect", name="harms"),
        Concept(concept_id="liver", kind="side effect", name="liver damage", parents=("harms",)),
        Concept(concept_id="hepatitis", kind="condition", name="liver failure", parents=("liver",)),
        Concept(concept_id="rash", kind="side effect", name="rash", parents=("harms",)),
    ]
)


@pytest.mark.parametrize(
    ("question", "said", "unknown"),
    [
        pytest.param("Does xanol cause liver failure?", "Xanol may cause liver damage.", set(), id="kind-of-a-named-harm"),
        pytest.param("Does xanol cause a rash?", "Xanol has few harms.", {"rash"}, id="harm-as-such"),
        pytest.param("Does xanol cause liver failure?", "Xanol has few harms.", {"hepatitis"}, id="nothing-nearer"),
    ],
)
def test_kind_of_a_harm_that_is_spoken_of_is_not_unknown(question: str, said: str, unknown: set[str]) -> None:
    terms = weigh_terms((profile(said, words=HARMS),), lexicon=HARMS)
    assert unknown_concepts(asked(question, words=HARMS), terms=terms, lexicon=HARMS) == unknown


BEINGS = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="gout", kind="condition", name="gout"),
        Concept(concept_id="horse", kind="condition", name="horses", synonyms=("my horse has",), axis="species"),
    ]
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("My horse has gout. Which dose of xanol?", {"horse"}, id="patient-told-first"),
        pytest.param(
            "My horse has gout, and it has had it for as long as I can remember, poor old thing. Which dose of xanol is right?",
            {"horse"},
            id="patient-of-a-long-story",
        ),
        pytest.param("I ride my horse daily. Which dose of xanol?", set(), id="no-patient"),
        pytest.param("I have gout. Which dose of xanol?", set(), id="person"),
    ],
)
def test_what_kind_of_being_is_ill_counts_wherever_it_is_told(question: str, unknown: set[str]) -> None:
    terms = weigh_terms((profile("Xanol 5 mg is given in gout.", words=BEINGS),), lexicon=BEINGS)
    assert unknown_concepts(asked(question, words=BEINGS), terms=terms, lexicon=BEINGS) == unknown


ILLS = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="gout", kind="condition", name="gout"),
    ]
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("Xanol for plain gout, nothing else found on the scans so far: how often?", {"gout"}, id="given-for-it"),
        pytest.param("They want to give me xanol once a year for gout. How long would I stay on it?", {"gout"}, id="told-before"),
        pytest.param(
            "She has xanol for pain in a knee with gout, and walks a mile. How often is xanol given?", set(), id="beside-it"
        ),
        pytest.param(
            "I have gout and a garden full of hens to look after each day. How often is xanol?", set(), id="told-of-her"
        ),
        pytest.param("The doctor found gout in her toe. How often would she get xanol for that?", {"gout"}, id="for-that"),
        pytest.param("She has gout in her toe and a cough. How often would she get xanol?", set(), id="for-nothing-told"),
    ],
)
def test_disease_that_a_treatment_is_given_for_is_asked_about(question: str, unknown: set[str]) -> None:
    terms = weigh_terms((profile("Give xanol weekly.", words=ILLS),), lexicon=ILLS)
    assert unknown_concepts(asked(question, words=ILLS), terms=terms, lexicon=ILLS) == unknown


GENES = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="abc", kind="gene", name="ABC1"),
        Concept(concept_id="abc-changed", kind="population", name="ABC1-mutated", synonyms=("ABC1 mutation",), parents=("abc",)),
        Concept(concept_id="xyz", kind="gene", name="XYZ2"),
        Concept(concept_id="xyz-changed", kind="population", name="XYZ2-mutated", synonyms=("XYZ2 mutation",), parents=("xyz",)),
    ]
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("Second line with an XYZ2 mutation?", {"xyz-changed"}, id="another-gene"),
        pytest.param("Second line with an ABC1 mutation?", set(), id="the-gene"),
    ],
)
def test_patients_with_a_change_of_a_gene_that_no_document_names_are_unknown(question: str, unknown: set[str]) -> None:
    terms = weigh_terms((profile("Second line: xanol for an ABC1 mutation.", words=GENES),), lexicon=GENES)
    assert unknown_concepts(asked(question, words=GENES), terms=terms, lexicon=GENES) == unknown


SITES = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="kin", kind="drug class", name="kinols"),
        Concept(concept_id="z", kind="drug", name="zanol", parents=("kin",)),
        Concept(concept_id="liver", kind="condition", name="liver cancer"),
    ]
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("Is xanol given for liver cancer?", {"liver"}, id="what-it-is-given-for"),
        pytest.param("Is xanol used in liver cancer too?", {"liver"}, id="used-in"),
        pytest.param("It is in my liver: is that liver cancer?", set(), id="in-other-words"),
        pytest.param("I had zanol last year, can I have xanol?", set(), id="had-before"),
        pytest.param("What dose of zanol, after xanol?", {"z"}, id="asked-about"),
        pytest.param("I had zanol last year, is it given again?", {"z"}, id="nothing-else-asked"),
    ],
)
def test_illness_is_one_name_and_what_was_had_goes_by_its_class(question: str, unknown: set[str]) -> None:
    said = ("Xanol is given after kinols.", "The cancer may spread to the liver.")
    terms = weigh_terms([profile(text, words=SITES) for text in said], lexicon=SITES)
    assert unknown_concepts(asked(question, words=SITES), terms=terms, lexicon=SITES) == unknown


@pytest.mark.parametrize(
    "question",
    [
        "Dose of zelmoquat?",
        "How much zelmoquat with meals?",
        "How often is zelmoquat given in heart failure?",
        "How is zelmoquat dosed?",
        "zelmoquat: starting dose?",
        "zelmoquat 4 mg every week, fine?",
        "weekly zelmoquat schedule",
        "how many mg of zelmoquat",
    ],
)
def test_amount_of_a_name_that_nobody_knows_is_of_an_unknown_thing(question: str) -> None:
    assert unknown_of_amount(replace(asked(question), strange=("zelmoquat",))) == ("zelmoquat",)


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        pytest.param("Dose of ramipril?", (), id="all-known"),
        pytest.param("zelmoquatic dose of ramipril", ("zelmoquatic",), id="when-the-dose-of-another-is-given"),
        pytest.param("ramipril dose with zelmoquat?", ("zelmoquat",), id="beside-what-is-asked-about"),
        pytest.param("zelmoquat: ramipril dose?", ("zelmoquat",), id="the-illness-before-it"),
        pytest.param("Does zelmoquat help?", ("zelmoquat",), id="no-amount"),
        pytest.param("RAAS dose?", ("RAAS",), id="an-abbreviation"),
    ],
)
def test_unknown_word_beside_an_amount_of_something_else_is_none(question: str, strange: tuple[str, ...]) -> None:
    assert unknown_of_amount(replace(asked(question), strange=strange)) == ()
