"""Patients are shown no survival figure unasked, their own pages first, hard words explained; no claim is rewritten."""

from dataclasses import replace

import pytest
from heart_library import asked, judged, profile, source

from assistant.answers import Citation, DraftClaim, Turn, Verdict, VerifiedClaim
from assistant.drafting.for_patients import (
    asks_for_outlook,
    fit_for_patients,
    foretells,
    question_for_team,
    rest_doses_on_clinical,
    shortened,
    spare,
    words_used,
)
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged
from assistant.words.concepts import Concept
from assistant.words.lexicon import GlossaryEntry, Lexicon
from ingest.documents import Document, Source, SourceAudience

WORDS = Lexicon(
    [
        Concept(concept_id="survival-and-prognosis", kind="other", name="survival and prognosis"),
        Concept(concept_id="outlook", kind="other", name="course of the illness", parents=("survival-and-prognosis",)),
        Concept(concept_id="fatal", kind="other", name="fatal", parents=("outlook",)),
        Concept(concept_id="os", kind="endpoint", name="overall survival", parents=("survival-and-prognosis",)),
        Concept(concept_id="carvedilol", kind="drug", name="carvedilol", spanish=("carvedilol",)),
        Concept(concept_id="digoxin", kind="drug", name="digoxin"),
        Concept(concept_id="echo", kind="test", name="echocardiogram"),
        Concept(concept_id="cough", kind="side effect", name="cough"),
        Concept(concept_id="progressed", kind="population", name="after failure", synonyms=("stopped working",)),
    ],
    [
        GlossaryEntry(term="ejection fraction", plain="how much blood each beat sends out", spanish_term="fracción de eyección"),
        GlossaryEntry(term="fraction", plain="a part"),
        GlossaryEntry(term="EF", plain="see ejection fraction"),
        GlossaryEntry(
            term="congested", plain="full of water", wordings=("congestion",), spanish_term="congestivo", spanish_plain="lleno"
        ),
    ],
)
CLINICAL = source("clinical", audience=SourceAudience.CLINICIAN)
PATIENTS = source("patients", audience=SourceAudience.PATIENT)


def of(text: str, home: Source = CLINICAL) -> Profile:
    return profile(text, of=home, words=WORDS)


def near(text: str, home: Source = CLINICAL, *, relevance: float = 0.9, **signals: float) -> Judged:
    return judged(of(text, home), relevance=relevance, **signals)


def claim(text: str, home: Source = CLINICAL) -> VerifiedClaim:
    statement = of(text, home).statement
    citation = Citation(number=1, document=Document(source=home, text=text), statement=statement)
    return VerifiedClaim(text=text, citations=(citation,), verdict=Verdict(supported=True, score=1.0))


def texts(entries: tuple[Judged, ...]) -> list[str]:
    return [entry.profile.statement.text for entry in entries]


FIGURES = "Carvedilol alone: overall survival 22.3 months."
CLOSING = "First choice: carvedilol plus digoxin, with an overall survival of 18.5 months and 34% fewer deaths."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIGURES, True),
        ("The illness is generally fatal at some point.", True),
        ("Stay the night after a near-fatal attack.", False),
        ("The illness is nearly always fatal.", True),
        ("Carvedilol improves overall survival.", False),
        ("Carvedilol 25 mg twice daily for 3 months.", False),
    ],
)
def test_only_a_figure_of_survival_or_a_fatal_course_foretells(text: str, expected: bool) -> None:
    assert foretells(text, lexicon=WORDS) is expected


def test_survival_figure_that_nobody_asked_for_is_kept_back_and_told_of() -> None:
    fitted = fit_for_patients(
        asked("is carvedilol good?", words=WORDS), [near(FIGURES), near("Carvedilol helps.", relevance=0.8)], lexicon=WORDS
    )
    assert texts(fitted.judged) == ["Carvedilol helps."]
    assert fitted.kept_back


@pytest.mark.parametrize(
    "question", ["how long do people live on carvedilol?", "overall survival with carvedilol", "what percent?"]
)
def test_survival_figure_that_was_asked_for_is_shown(question: str) -> None:
    fitted = fit_for_patients(asked(question, words=WORDS), [near(FIGURES)], lexicon=WORDS)
    assert texts(fitted.judged) == [FIGURES]
    assert not fitted.kept_back


def test_what_stays_beside_a_figure_kept_back_must_still_answer() -> None:
    fitted = fit_for_patients(
        asked("is carvedilol good?", words=WORDS), [near(FIGURES), near("Walk daily.", relevance=0.1)], lexicon=WORDS
    )
    assert fitted.judged == ()
    assert fitted.kept_back


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        pytest.param("how long do I have?", True, id="time-left"),
        pytest.param("how long does she have now", True, id="time-left-for-another"),
        pytest.param("how long do I have to live", True, id="time-to-live"),
        pytest.param("how long do I have to take carvedilol?", False, id="obliged"),
        pytest.param("how long does she have to keep having it", False, id="another-obliged"),
        pytest.param("how long will we need to stay on it", False, id="needed"),
    ],
)
def test_time_that_something_must_be_taken_is_no_time_that_is_left(question: str, *, asks: bool) -> None:
    assert asks_for_outlook(asked(question, words=WORDS), lexicon=WORDS) is asks


def test_closing_clause_with_survival_figures_is_spared_and_nothing_else() -> None:
    drafts = (DraftClaim(text=CLOSING, evidence=("a",)), DraftClaim(text="Take 25 mg, not 50 mg.", evidence=("b",)))
    spared = spare(drafts, asked("first choice?", words=WORDS), lexicon=WORDS)
    assert [draft.text for draft in spared] == ["First choice: carvedilol plus digoxin.", "Take 25 mg, not 50 mg."]
    assert spare(drafts, asked("how long will I live?", words=WORDS), lexicon=WORDS) == drafts


def test_clause_that_bounds_the_rest_is_never_cut_off() -> None:
    bounded = "Give carvedilol, and only if overall survival of 6 months is hoped for."
    assert spare((DraftClaim(text=bounded, evidence=("a",)),), asked("carvedilol?", words=WORDS), lexicon=WORDS) == ()


def test_patients_page_that_says_as_much_comes_first() -> None:
    clinical, patients = near("Carvedilol is given.", relevance=0.9), near("Carvedilol is taken.", PATIENTS, relevance=0.85)
    question = asked("carvedilol?", words=WORDS)
    assert texts(fit_for_patients(question, [clinical, patients], lexicon=WORDS).judged)[0] == "Carvedilol is taken."
    less = replace(patients, signals={**patients.signals, "concepts": 0.2})
    assert texts(fit_for_patients(question, [clinical, less], lexicon=WORDS).judged)[0] == "Carvedilol is given."


def test_patients_page_without_the_asked_dose_does_not_lead() -> None:
    clinical, patients = near("Carvedilol 25 mg."), near("Carvedilol is taken.", PATIENTS)
    fitted = fit_for_patients(asked("what dose of carvedilol?", words=WORDS), [clinical, patients], lexicon=WORDS)
    assert texts(fitted.judged)[0] == "Carvedilol 25 mg."


def test_dose_of_a_patients_page_is_led_by_the_clinical_one() -> None:
    clinical, patients = near("Carvedilol 25 mg twice daily."), near("Carvedilol 20 mg, your doctor may say.", PATIENTS)
    draft = DraftClaim(text=patients.profile.statement.text, evidence=(patients.profile.statement.statement_id,))
    led = rest_doses_on_clinical((draft,), [patients, clinical], lexicon=WORDS)
    assert [one.text for one in led] == ["Carvedilol 25 mg twice daily.", draft.text]
    other = near("Digoxin 125 mg daily.")
    assert rest_doses_on_clinical((draft,), [patients, other], lexicon=WORDS) == (draft,)


def test_terms_are_explained_once_longest_first_in_the_order_of_use() -> None:
    claims = [claim("Congestion goes with a low ejection-fraction."), claim("A fraction stays congested.")]
    used = words_used(claims, (), lexicon=WORDS, language="en")
    assert [entry.term for entry in used] == ["congested", "ejection fraction", "fraction"]


def test_term_that_an_earlier_answer_used_is_not_explained_again() -> None:
    history = (Turn(role="user", content="what is a fraction?"), Turn(role="assistant", content="The ejection fraction is low."))
    used = words_used([claim("The ejection fraction rises; congestion falls.")], history, lexicon=WORDS, language="en")
    assert [entry.term for entry in used] == ["congested"]


def test_abbreviation_is_explained_in_capitals_only() -> None:
    assert words_used([claim("The ef word.")], (), lexicon=WORDS, language="en") == ()
    assert words_used([claim("EF is low.")], (), lexicon=WORDS, language="en")[0].term == "EF"


def test_spanish_terms_are_found_in_every_gender_and_number() -> None:
    used = words_used([claim("Estados congestivas.")], (), lexicon=WORDS, language="es")
    assert [(entry.term, entry.plain) for entry in used] == [("congestivo", "lleno")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what dose of Carvedilol?", "Is it planned like this for me: carvedilol?"),
        ("is carvedilol any good?", "Is this an option for me: carvedilol?"),
        ("do I need an echocardiogram?", "Do I need this (echocardiogram), and when?"),
        ("why do I cough?", "What should I do if this happens to me?"),
        ("how long will I live?", "What does this mean for me?"),
        ("what now?", "What does this mean for my treatment?"),
        ("carvedilol stopped working. what now?", "What can be tried next in my case, and what would it be meant to do?"),
    ],
)
def test_question_for_the_team_is_about_what_was_asked_and_states_nothing(question: str, expected: str) -> None:
    assert question_for_team(asked(question, words=WORDS), (), lexicon=WORDS) == expected


def test_answers_for_patients_keep_to_fewer_words_and_always_have_a_first_line() -> None:
    long = DraftClaim(text=" ".join(["word"] * 120), evidence=("a",))
    short = DraftClaim(text=" ".join(["word"] * 40), evidence=("b",))
    assert shortened((long,)) == (long,)
    assert shortened((short, long, short, short)) == (short, short)
    assert shortened(()) == ()
