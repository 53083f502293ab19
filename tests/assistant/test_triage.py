"""Triage: nothing urgent is missed, nothing harmless is called urgent, small talk and gibberish get their own reply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.answers import Question, Turn
from assistant.urgency.emergencies import find_emergency
from assistant.urgency.triage import TriageKind, emergency_advice, mask_identifiers, triage
from assistant.words.lexicon_files import load_lexicon

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("triage_cases.yaml").read_text(encoding="utf-8"))
DRUGS = load_lexicon(Path(__file__).parents[2] / "corpus" / "lexicon")


def _read(text: str, *history: str, country: str = "") -> Any:
    turns = tuple(Turn(role="user", content=content) for content in history)
    return triage(Question(text=text, history=turns), country=country, lexicon=DRUGS)


def _cases(kind: str, parts: frozenset[str] = frozenset(CASES)) -> list[Any]:
    found = []
    for part, groups in CASES.items():
        listed = groups.get(kind, []) if part in parts else []
        texts = [text for group in listed.values() for text in group] if isinstance(listed, dict) else listed
        found += [pytest.param(text, id=f"{part}: {text[:60]}") for text in texts]
    assert found, f"no case of kind {kind}"
    return found


# Those that the words alone must catch; the alarm is there for the others.
WORDED = frozenset({"holdout", "dev", "later", "third", "spanish"})


@pytest.mark.parametrize("text", _cases("emergency", WORDED))
def test_emergency_in_known_words_is_never_missed(text: str) -> None:
    found = _read(text)
    assert found is not None
    assert found.kind is TriageKind.EMERGENCY


@pytest.mark.parametrize("text", _cases("none"))
def test_question_about_a_symptom_is_not_called_an_emergency(text: str) -> None:
    found = _read(text)
    assert found is None or found.kind is TriageKind.SMALLTALK


@pytest.mark.parametrize("text", _cases("asks"))
def test_short_question_goes_on_to_the_documents(text: str) -> None:
    assert _read(text) is None


@pytest.mark.parametrize("text", _cases("smalltalk"))
def test_small_talk_is_answered_without_documents(text: str) -> None:
    found = _read(text)
    assert found is not None
    assert found.kind is TriageKind.SMALLTALK
    assert len(found.text) < 400


@pytest.mark.parametrize("text", _cases("unreadable"))
def test_gibberish_is_called_unreadable(text: str) -> None:
    found = _read(text)
    assert found is not None
    assert found.kind is TriageKind.UNREADABLE


def test_there_are_enough_cases_to_mean_something() -> None:
    assert len(_cases("emergency")) >= 120
    assert len(_cases("none")) >= 150


@pytest.mark.parametrize("text", _cases("emergency", frozenset({"spanish"})))
def test_emergency_in_spanish_is_answered_in_spanish(text: str) -> None:
    assert _read(text).language == "es"


def test_treatment_told_a_turn_earlier_counts_for_a_fever() -> None:
    found = _read("and a high temp, shivery", "I had docetaxel last week")
    assert found is not None
    assert found.label == "fever during treatment"


@pytest.mark.parametrize(
    ("country", "number"),
    [
        ("", "112, 911 or your local emergency number"),
        ("US", "911"),
        ("gb", "999"),
        ("ES", "112"),
        ("EU", "112"),
        ("XX", "112, 911 or"),
    ],
)
def test_number_follows_the_country(country: str, number: str) -> None:
    assert f"Call {number}" in emergency_advice("chest pain", language="en", country=country)


def test_suicidal_words_get_a_crisis_line_first() -> None:
    found = _read("I want to end my life", country="US")
    assert found is not None
    assert "988" in found.text
    assert found.text.index("988") < found.text.index("911")


def test_advice_follows_the_language_of_the_turn() -> None:
    found = _read("no puedo respirar", country="ES")
    assert found is not None
    assert found.language == "es"
    assert "Llame ahora al 112" in found.text


def test_every_country_has_both_numbers() -> None:
    raw = yaml.safe_load((Path("assistant") / "urgency" / "emergency_numbers.yaml").read_text(encoding="utf-8"))
    assert all(entry["emergency"] and entry["crisis"] for entry in raw["countries"].values())
    assert all(len(code) == 2 and code.isupper() for code in raw["countries"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("My name is Maria Lopez, DOB 12/03/1961, MRN 00482913", {"NAME", "DATE_OF_BIRTH", "RECORD_NUMBER"}),
        ("mail jane.d@example.org or call 555-123-4567", {"EMAIL", "PHONE"}),
        ("NHS number 943 476 5919", {"RECORD_NUMBER"}),
        ("patient John Smith, 64F on letrozole 2.5 mg", {"NAME"}),
        ("Sra. Ana García, fecha de nacimiento: 3 de mayo de 1958", {"NAME", "DATE_OF_BIRTH"}),
        ("SSN 123-45-6789, tel +34 612 345 678", {"RECORD_NUMBER", "PHONE"}),
    ],
)
def test_personal_identifiers_are_masked(text: str, kinds: set[str]) -> None:
    masked = mask_identifiers(text)
    assert set(masked.kinds) == kinds
    for secret in ("Maria", "Lopez", "1961", "00482913", "jane.d", "4567", "5919", "Smith", "García", "1958", "6789", "612"):
        assert secret not in masked.text


@pytest.mark.parametrize(
    "text",
    [
        "docetaxel 60-100 mg/m2 over 1 hour, 9.4 vs 6.0 months",
        "Is the page of 26 March 2021 reviewed by Dr. K?",
        "trial NCT01234567, PMID 31234567",
        "a drug called Herceptin",
        "ANC 1500, platelets 100000, paclitaxel 175 mg/m²",
        "patient 70 years with HER2 positive disease",
    ],
)
def test_doses_dates_and_drug_names_are_not_masked(text: str) -> None:
    masked = mask_identifiers(text)
    assert masked.text == text
    assert masked.kinds == ()


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("Is a cool bath good for my feverish toddler?", False),
        ("What may I give my feverish child?", False),
        ("What may I give my feverish child? She can't be woken and is floppy.", True),
        ("My feverish child is on chemo, what may I give?", True),
        ("I have a fever since last night after chemo", True),
    ],
)
def test_care_of_a_feverish_child_is_asked_about_and_no_alarm_by_the_words(text: str, urgent: bool) -> None:
    read = _read(text)
    assert bool(read is not None and read.kind is TriageKind.EMERGENCY) is urgent


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        pytest.param("In the film a man collapsed at the drip and stopped breathing.", False, id="story"),
        pytest.param("I was at a film and my chest hurts and I can't breathe.", True, id="at a story"),
        pytest.param("Our cat threw up blood and the vet has her overnight.", False, id="animal"),
        pytest.param("I tripped over the dog and the bleeding won't stop.", True, id="because of an animal"),
        pytest.param("I can't breathe under all these forms.", False, id="so to speak"),
        pytest.param("I can't breathe lying down.", True, id="not so to speak"),
        pytest.param("Four years ago my throat swelled up on docetaxel, it settled with steroids.", False, id="long past"),
        pytest.param("Four years ago I had docetaxel and now my throat is swelling up.", True, id="now after long past"),
        pytest.param("A man in the newspaper collapsed on chemo.", False, id="hearsay"),
        pytest.param("She took thirty tablets but has been fine since.", True, id="overdose without signs"),
        pytest.param("Our suicide-risk form is being audited.", False, id="compound"),
    ],
)
def test_what_only_sounds_like_an_emergency_is_no_alarm_by_the_words(text: str, urgent: bool) -> None:
    assert (find_emergency(text) is not None) is urgent


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Dad's glucose is 2.2 and he is sweaty", "blood values", id="low sugar"),
        pytest.param("Her sugar is 5.4 after breakfast", None, id="good sugar"),
        pytest.param("gcs fell from 14 to 9 since lunch", "confusion", id="falling coma scale"),
        pytest.param("the lump on her breast is spurting", "heavy bleeding", id="wound"),
        pytest.param("el niño bebió amoniaco", "overdose", id="caustic drunk"),
        pytest.param("she slashed her wrists", "suicide", id="self-harm of another"),
        pytest.param("he locked himself in the shed with a rifle", "suicide", id="weapon"),
        pytest.param("twelve watery stools since midnight and everything is spinning when I stand", "loss of fluid", id="stools"),
        pytest.param("lleva quince deposiciones y son diarrea con sangre", "loss of fluid", id="stools with blood in spanish"),
        pytest.param("two loose stools yesterday, no blood in them", None, id="few stools"),
        pytest.param("Is ten stools a day grade 3 diarrhoea?", None, id="stools asked about"),
        pytest.param("our nephew opened the bottle of heart tablets and some are missing", "overdose", id="child at a bottle"),
        pytest.param("el niño ha cogido el bote de jarabe y está vacío", "overdose", id="child at a bottle in spanish"),
        pytest.param("my son found the empty box in the bin", None, id="empty box"),
        pytest.param("coughed up 250 ml of blood on the ward round", "heavy bleeding", id="measured blood"),
        pytest.param("drained 250 ml of clear fluid today", None, id="measured fluid"),
        pytest.param("CPR ongoing in bay 4", "heart rhythm", id="arrest"),
        pytest.param("heart rate 29 and clammy", "heart rhythm", id="very slow pulse"),
        pytest.param("resting pulse 52, a runner", None, id="slow pulse"),
        pytest.param("lactate 7.4 and mottled knees", "blood values", id="lactate"),
        pytest.param("lactate 1.1 this morning", None, id="good lactate"),
        pytest.param("the children would be happier if I was not around", "suicide", id="better for others"),
        pytest.param("descansarían todos si yo no estuviera", "suicide", id="better for others in spanish"),
        pytest.param("it would be easier if I was treated nearer home", None, id="easier treatment"),
        pytest.param("there is no point going on", "suicide", id="no point"),
        pytest.param("any point going on with my life?", "suicide", id="no point in life"),
        pytest.param("any point going on with the bone injections?", None, id="no point in a treatment"),
        pytest.param("his smile is lopsided", "stroke", id="dropped face is a stroke"),
        pytest.param(
            "pregnant, pounding headache and seeing stars", "danger in pregnancy", id="headache and lights in pregnancy"
        ),
        pytest.param("estoy embarazada y el bebé no se mueve desde ayer", "danger in pregnancy", id="still baby in spanish"),
        pytest.param("Is a headache usual when pregnant?", None, id="headache in pregnancy asked about"),
        pytest.param("my aunt thinks it's 1962 since last night", "confusion", id="another year"),
        pytest.param("my aunt thinks it's the tablets", None, id="opinion"),
        pytest.param("Grandpa keeps plucking at the bedclothes", "confusion", id="plucking"),
        pytest.param("my father is muddled and grey", "confusion", id="muddled"),
        pytest.param("my father is muddled about the two tablets", None, id="muddled about"),
        pytest.param("my father got very muddled after his operation and came home in May", None, id="muddled then"),
        pytest.param("my uncle was confused on the ward in April, well ever after", None, id="a month behind it"),
        pytest.param("diagnosed in April and now my uncle is confused", "confusion", id="a month before it"),
        pytest.param("lung ca, spine mets, new BLE weakness, post-void residual 620", "cord compression", id="legs and residual"),
        pytest.param("post-void residual 40, walking well, spine mets", None, id="small residual"),
        pytest.param("they hung ten times the vinca dose", "overdose", id="tenfold dose hung"),
        pytest.param("they hung the second dose at ten", None, id="second dose hung"),
        pytest.param("temp 35.0 and clammy, chemo on Friday", "fever during treatment", id="cold after chemo"),
        pytest.param("temp 35.4 on chemo, feels well", None, id="low reading"),
        pytest.param("I lost lots of blood", "heavy bleeding", id="lots of blood"),
        pytest.param("I have lots of blood tests today", None, id="lots of blood tests"),
        pytest.param("they took so much blood for the lab today", None, id="blood taken"),
        pytest.param("pt hx anaphylaxis to paclitaxel", None, id="history in short"),
        pytest.param("he had anaphylaxis to nuts as a toddler", None, id="as a toddler"),
        pytest.param("when I was nine I had a seizure", None, id="when small"),
        pytest.param("severe reaction to docetaxel (2019), which taxane now?", None, id="year in brackets"),
        pytest.param("reacted to docetaxel (2019), now my tongue is swelling", "anaphylaxis", id="now after a year in brackets"),
    ],
)
def test_emergencies_without_a_usual_word_are_known(text: str, kind: str | None) -> None:
    found = find_emergency(text)
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("text", "kind", "certain"),
    [
        pytest.param("her mouth is drooping", "stroke", True, id="dropped face"),
        pytest.param("her speech is slurred", "stroke", False, id="slurred speech"),
        pytest.param("two fits without waking in between", "seizure", True, id="fits without waking"),
        pytest.param("she is having a fit", "seizure", False, id="fit"),
        pytest.param("new oxygen requirement on day 12", "breathlessness", True, id="need for oxygen"),
        pytest.param("he is gasping", "breathlessness", False, id="gasping"),
        pytest.param("temp 38.6, neutrophils 0.2", "fever during treatment", True, id="few neutrophils"),
        pytest.param("temp 38.6 on chemo", "fever during treatment", False, id="fever"),
        pytest.param("calcium 3.9 and she is delirious", "confusion", True, id="high calcium in a muddled mind"),
        pytest.param("calcium 3.9, feels well", "blood values", False, id="high calcium"),
        pytest.param("her smile is lopsided and she collapsed", "collapse", True, id="another kind comes first"),
    ],
)
def test_certainty_belongs_to_what_is_told_and_not_to_its_kind(text: str, kind: str, certain: bool) -> None:
    found = find_emergency(text)
    assert found is not None
    assert (found.kind, found.certain) == (kind, certain)
    read = triage(Question(text=text), calm=lambda _: True)
    assert (read is not None and read.certain) is certain
