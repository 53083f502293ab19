"""Words that the cited words don't say: plain English puts things otherwise, things and appended phrases are new."""

from __future__ import annotations

import gzip

import pytest

from assistant.verify.english import PLAIN, is_plain
from assistant.verify.wordings import stem, wordings
from tests.assistant.verifying import verdict

EVIDENCE = (
    "Corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine who have failed two other drugs"
)


@pytest.mark.parametrize("word", ["alteration", "harbouring", "originally", "feasible", "accomplish"])
def test_a_deed_or_a_quality_is_plain(word: str) -> None:
    assert is_plain(word)


@pytest.mark.parametrize("word", ["kidney", "food", "morning", "hepatotoxicity", "catheter", "corvalin", "nephrectomy", "weekly"])
def test_a_thing_a_time_or_a_name_is_not_plain(word: str) -> None:
    assert not is_plain(word)


def test_the_list_of_plain_words_is_sorted_stems() -> None:
    stems = gzip.decompress(PLAIN.read_bytes()).decode().split("\n")
    assert stems == sorted(set(stems))
    assert len(stems) > 20_000


@pytest.mark.parametrize(
    "claim",
    [
        "In adults whose severe migraine has resisted two other drugs, the favoured choice is corvalin 120 mg SC every 4 weeks.",
        "Corvalin 120 mg, injected SC every 4 weeks, is the top choice in severe migraine once two other drugs failed in adults.",
    ],
)
def test_plain_words_may_put_it_otherwise(claim: str) -> None:
    assert verdict(claim, EVIDENCE).supported


@pytest.mark.parametrize(
    "claim",
    [
        "Corvalin 120 mg subcutaneously every 4 weeks with food is preferred in adults with severe migraine.",
        "Corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine because of their weight.",
        "Corvalin 120 mg subcutaneously every 4 weeks in the thigh is preferred in adults with severe migraine.",
        "Corvalin 120 mg subcutaneously every 4 weeks is preferred in pregnant adults with severe migraine.",
        "Corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine under close supervision.",
        "Corvalin 120 mg subcutaneously every 4 weeks is not preferred in adults with severe migraine.",
    ],
    ids=["food", "reason", "site", "patients", "appended", "denied"],
)
def test_what_is_added_is_no_light_word(claim: str) -> None:
    assert not verdict(claim, EVIDENCE).supported


@pytest.mark.parametrize(("phrase", "group"), [("took hold", "spread"), ("bounce back", "recover"), ("up in the air", "unknown")])
def test_the_files_of_words_add_to_the_groups(phrase: str, group: str) -> None:
    stems = tuple(stem(word) for word in phrase.split())
    length, tags = wordings().longest(stems, tuple(phrase.split()))
    assert length == len(stems)
    assert group in {tag.name for tag in tags if tag.family == "synonyms"}


def test_the_end_of_a_text_is_no_longer_phrase() -> None:
    assert wordings().longest(("in",), ("in",))[0] <= 1


def test_a_heading_says_a_word_by_a_like_one() -> None:
    section = ("Options after completing adjuvant tilamine",)
    assert verdict("Once adjuvant tilamine is finished, corvalin is an option.", "Corvalin", section=section).supported
    assert not verdict("Once adjuvant mestor is finished, corvalin is an option.", "Corvalin", section=section).supported


@pytest.mark.parametrize(
    "claim",
    [
        "Corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine, and recorded in the notes.",
        "Corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine, with good results.",
        "Corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine, and may be repeated.",
        "Generic corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine.",
        "Written corvalin 120 mg subcutaneously every 4 weeks is preferred in adults with severe migraine.",
    ],
    ids=["fillers", "good results", "repeated", "first adjective", "adjective"],
)
def test_a_phrase_that_is_new_as_a_whole_is_rejected_however_plain_its_words(claim: str) -> None:
    assert not verdict(claim, EVIDENCE).supported


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Repeat the scan that was initially normal.", "Repeat the scan that was initially abnormal."),
        ("Repeat whichever test was normal at the start.", "Repeat whichever test was initially abnormal."),
        ("Ask people at work what was unsafe there.", "Ask people at work what was safe there."),
    ],
)
def test_an_opposite_by_its_first_letters_is_never_light(claim: str, cited: str) -> None:
    assert not verdict(claim, cited).supported


def test_a_verdict_tells_the_words_it_passes_over() -> None:
    cited = "The patient is given corvalin after the scan in the clinic."
    assert verdict("The patient is best given corvalin after the scan in the clinic.", cited).passed_over == ("best",)
    assert verdict("In the clinic, the patient is given corvalin after the scan.", cited).passed_over == ()
    assert verdict("The patient is given corvalin after the meal in the clinic.", cited).passed_over == ()


@pytest.mark.parametrize(
    ("claim", "cited", "holds"),
    [
        (
            "Treatment will shrink the swelling for good.",
            "Treatment will shrink the swelling and improve quality of life.",
            False,
        ),
        ("Treatment keeps the swelling away for good.", "Treatment keeps the swelling away permanently.", True),
        ("A check on the heart is advisable ahead of corvalin.", "The standard of care is corvalin with exercise.", False),
    ],
)
def test_an_idiom_is_not_read_by_its_words(claim: str, cited: str, holds: bool) -> None:
    assert verdict(claim, cited).supported is holds
