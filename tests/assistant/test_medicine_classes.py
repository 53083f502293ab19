"""What documents say of a class of medicines goes for its common members; what they say of one member goes for no other."""

import pytest
from heart_library import asked, profile

from assistant.abstention.unknown import unknown_concepts, unspoken_members
from assistant.retrieval.profile import weigh_terms
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.medicine_classes import with_classes

PLAIN = Lexicon()
STATINS = "Statins should be stopped during pregnancy."


def _refused(question: str, *said: str, known: Lexicon = PLAIN) -> bool:
    words = with_classes(known, said)
    profiles = tuple(profile(text, words=words) for text in said)
    terms = weigh_terms(profiles, lexicon=words)
    read = asked(question, words=words)
    return bool(unknown_concepts(read, terms=terms, lexicon=words) | unspoken_members(read, profiles, lexicon=words))


@pytest.mark.parametrize(
    ("question", "said", "refused"),
    [
        pytest.param("Is rosuvastatin stopped during pregnancy?", (STATINS,), False, id="class-answers"),
        pytest.param("Is rosuvastatin sold as a syrup?", (STATINS,), True, id="nothing-but-the-class-is-shared"),
        pytest.param("What dose of rosuvastatin is given in pregnancy?", (STATINS,), True, id="no-dose-for-the-class"),
        pytest.param(
            "Is rosuvastatin safe for the liver?",
            ("Statins lower cholesterol.", "Simvastatin is safe for the liver."),
            True,
            id="said-of-another-member",
        ),
        pytest.param("Are triptans safe in angina?", ("Triptans are not safe in angina.",), False, id="class-itself"),
        pytest.param(
            "Can zolmitriptan be given in angina?", ("Triptans must not be given in angina.",), False, id="another-field"
        ),
    ],
)
def test_class_answers_for_its_members(question: str, said: tuple[str, ...], refused: bool) -> None:
    assert _refused(question, *said) is refused


def test_class_that_no_document_names_brings_no_members() -> None:
    assert with_classes(PLAIN, ("Simvastatin is safe for the liver.",)).concepts == {}


def test_member_that_documents_name_stands_for_itself() -> None:
    known = Lexicon([Concept(concept_id="sim", kind="drug", name="simvastatin")])
    words = with_classes(known, (STATINS, "Simvastatin is taken in the evening."))
    (statin,) = words.concepts["sim"].parents
    assert words.concepts["sim"].within == ()
    assert words.concepts[statin].kind == "drug class"


def test_member_that_documents_name_beside_its_class_stands_for_itself_though_no_lexicon_holds_it() -> None:
    said = ("Statins lower cholesterol.", "Rosuvastatin is started at 10 mg once a day at bedtime.")
    assert not _refused("What dose of rosuvastatin do we begin with?", *said)


def test_class_that_the_lexicon_holds_keeps_its_name() -> None:
    known = Lexicon([Concept(concept_id="ppi", kind="other", name="proton pump inhibitor")])
    words = with_classes(known, ("A proton pump inhibitor protects the stomach.",))
    assert words.concepts_in("a PPI") == {"ppi"}
    (member,) = words.concepts_in("lansoprazole")
    assert words.concepts[member].within == ("ppi",)
    assert words.concepts["ppi"].kind == "drug class"
