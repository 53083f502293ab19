from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import asserts, core_end, leans_back, open_tail, opens_with_pronoun, points_elsewhere, split_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It lasted 18.5 months. Deaths fell.", ["It lasted 18.5 months.", "Deaths fell."]),
        (
            "Give a statin, e.g. Atorvastatin 10 mg. Check the liver.",
            ["Give a statin, e.g. Atorvastatin 10 mg.", "Check the liver."],
        ),
        ("Reviewed by Dr. K. on Monday.", ["Reviewed by Dr. K. on Monday."]),
        ("Drug A vs. Placebo was tested. It won.", ["Drug A vs. Placebo was tested.", "It won."]),
        ("Patients <55 years. Others later.", ["Patients <55 years.", "Others later."]),
        ("Take vitamin D. Patients need it.", ["Take vitamin D.", "Patients need it."]),
        (
            "Infuse it for 24 h. Children need 3 g. Adults need less.",
            ["Infuse it for 24 h.", "Children need 3 g.", "Adults need less."],
        ),
        ("Why? Because it helps! “Good.” Next.", ["Why?", "Because it helps!", "“Good.”", "Next."]),
        ("It works (see Fig. 2. There). Yes.", ["It works (see Fig. 2. There).", "Yes."]),
        ("¿Duele? Tome 65 mg al día, p. ej. Por la noche.", ["¿Duele?", "Tome 65 mg al día, p. ej. Por la noche."]),
        ("Two lines\nof one sentence. And\nanother.", ["Two lines\nof one sentence.", "And\nanother."]),
        ("  \n ", []),
    ],
)
def test_sentence_is_cut_at_its_end_only(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(alphabet=st.sampled_from("ab A1.!?()\n“” ,;:"), max_size=80))
def test_cutting_loses_and_moves_nothing(text: str) -> None:
    spans = split_sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    left = "".join(text[start:end] for start, end in spans)
    assert "".join(left.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "line",
    [
        "Rest is the main treatment",
        "Perform a full examination to guide treatment",
        "In stable patients, rest is preferred",
        "The best duration for stable disease is unknown",
        "Drug A with drug B has proven superiority (in two trials)",
        "Start with tablets as first-line treatment unless there is bleeding",
    ],
)
def test_whole_assertion_is_told(line: str) -> None:
    assert asserts(line)


@pytest.mark.parametrize(
    "line",
    [
        "First-line options",
        "For older patients",
        "For patients who have progressed",
        "Options for patients who have progressed",
        "These may include",
        "Before starting, obtain the following",
        "The primary objectives are",
        "Surgery may be considered only for",
        "Only in these situations may surgery be considered",
        "Second-line options (after relapse, which is common)",
        "What to do first",
        "Timing of evaluation",
        "Things you can do to prevent another attack",
        "You usually need to take",
        "When you should call for help",
    ],
)
def test_line_that_only_introduces_asserts_nothing(line: str) -> None:
    assert not asserts(line)


@pytest.mark.parametrize(
    "text",
    [
        "It prevents clots.",
        "These are preferred.",
        "However, it fails.",
        "For example, rest helps.",
        "They’re rare.",
        "Put it in the fridge, not the freezer.",
        "Do not freeze them.",
        "Separate it from tacrolimus by 2 hours.",
    ],
)
def test_sentence_that_needs_the_one_before_leans(text: str) -> None:
    assert leans_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Those with a good response",
        "Such as rest",
        "Itching is common.",
        "Other drugs help.",
        "Both sexes are at risk.",
        "Since it is rare, nobody tests for it.",
        "Treat those with fever.",
        "Give colchicine with food.",
    ],
)
def test_sentence_that_stands_alone_does_not_lean(text: str) -> None:
    assert not leans_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Inhaled steroids are offered to these children.",
        "Dapsone and colchicine are among these medicines.",
        "Physiotherapy might be added to this combination if stiffness lasts.",
        "Stop this drug before surgery.",
    ],
)
def test_sentence_that_points_back_from_its_middle_leans(text: str) -> None:
    assert leans_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rest helps people with sprains, because ice is no use in these people.",
        "Treatment at this stage depends on the kidneys.",
        "The drugs in this guideline are given by mouth.",
        "Nothing helps these days.",
    ],
)
def test_sentence_that_says_itself_what_it_points_at_does_not_lean(text: str) -> None:
    assert not leans_back(text)


def test_adverb_does_not_speak_of_the_same_thing() -> None:
    assert opens_with_pronoun("It’s given weekly.")
    assert not opens_with_pronoun("However, rest helps.")


@pytest.mark.parametrize(
    "text",
    [
        "See “Stones” below.",
        "(See chapter 2.)",
        "For more, see rest.",
        "You can find more details in Surgery.",
        "Véase la tabla 2.",
        "See the full leaflet.",
        "Refer to section 4.",
        "For a short explanation of why the panel made these recommendations, see the rationale section.",
    ],
)
def test_cross_reference_is_told(text: str) -> None:
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Seek help at once.",
        "For more than 3 days, give antibiotics.",
        "See a doctor within 2 days if the pain lasts.",
        "See your midwife.",
        "Refer to cardiology within 2 weeks.",
        "Refer to a specialist when two drugs have failed.",
        "For severe pain, see a dentist.",
        "Consulte a su médico.",
    ],
)
def test_advice_is_no_cross_reference(text: str) -> None:
    assert not points_elsewhere(text)


def test_tails_that_point_elsewhere_are_left_out() -> None:
    nested = "Take it with food [see Warnings (5.1)]."
    assert nested[: core_end(nested)] == "Take it with food"
    text = "Surgery may help some (see below)."
    assert text[: core_end(text)] == "Surgery may help some"
    line = "Radiation is used in some cases, such as"
    assert line[: open_tail(line)] == "Radiation is used in some cases"


def test_a_line_without_end_is_cut_in_a_time_that_grows_with_it() -> None:
    text = "Give morvaline 5 mg, e.g. at night (see Dr. K. for more). Check the blood. " * 8000
    started = process_time()
    assert len(split_sentences(text)) == 16000
    assert process_time() - started < 8  # where each stop looks at all that stands before it, minutes
