"""However a draft is dressed up, a supported sentence of it is shown and a wrong one withheld: the dress decides nothing."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path

import pytest
from verifying import LEXICON, verdict

from assistant.answers import Evidence
from assistant.citation.cite import split_draft
from assistant.citation.enforce import enforce
from assistant.citation.enforced import EnforcedDraft
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.mutate import mutants
from evals.mutations import corpus_claims

CORPUS = Path(__file__).parents[2] / "corpus"
# How a draft may write one sentence ("{}", without its full stop), cited by its first passage.
DRESSES = {
    "mark before the full stop": "{} [1].",
    "mark behind it": "{}. [1]",
    "two marks": "{} [1, 2].",
    "a range": "{} [1–3].",
    "superscript": "{}.¹",
    "superscript tag": "{}.<sup>1</sup>",
    "round mark": "{} (1).",
    "named mark": "{} (source 1).",
    "footnote": "{}.[^1]",
    "mark with a link": "{} [1](https://example.org/a).",
    "bullet": "- {} [1]",
    "task": "- [ ] {}. [1]",
    "numbered": "Here are the main points:\n\n1) {}. [1]",
    "quotation": "> {}. [1]",
    "nested bullet": "- **Overview**\n  - {} [1]",
    "bold label": "- **Monitoring:** {} [1]",
    "bold label and dash": "- **Caution** – {} [1]",
    "bold label and full stop": "**Timing.** {} [1].",
    "label": "Side effects: {} [1].",
    "bold": "**{}** [1]",
    "under a heading": "### 1. Monitoring and follow-up\n- {} [1]",
    "table with a column of marks": "| Topic | What the page says | Source |\n|---|---|---|\n| Treatment | {} | 1 |",
    "table with running numbers": "| # | Recommendation | Ref |\n|---|---|---|\n| 1 | {} | [1] |",
    "as the passages say": "Based on the provided passages, {} [1].",
    "as a passage says": "According to passage 1, {} [1].",
    "the page states": "The page states that {} [1].",
    "summary": "In summary, {} [1].",
    "summary line": "**Bottom line:** {} [1].",
    "linking word": "In addition, {} [1].",
    "to be noted": "Please note that {} [1].",
    "letter": "Dear patient,\n\n{} [1].\n\nKind regards,\nYour care team",
    "made-up references": "{} [1].\n\n## References\n[1] Doe J. A title. 2020. https://example.org",
    "picture": "![chart](https://example.org/a.png)\n\n{} [1].",
    "mark at the end of a list": "- {}\n- The page states that {} [1]",
}
EVERY = 12


@cache
def lexicon() -> Lexicon:
    return load_lexicon(lexicon_folder(CORPUS))


@cache
def claims() -> tuple[tuple[str, Evidence], ...]:
    """English statements of the corpus that make a sentence, each with itself as evidence."""
    found = corpus_claims(CORPUS)
    english = [(text.rstrip(". "), evidence[0]) for name, text, evidence in found if "-es" not in name.split(":")[0]]
    return tuple((text, evidence) for text, evidence in english if re.search(r"\b(?:is|are|may|should|can)\b", text))


def held(draft: str, evidence: Evidence) -> EnforcedDraft:
    passages = (
        NumberedPassage(
            number=1, text=evidence.text, heading_path=evidence.heading_path, lead_in=evidence.lead_in, title=evidence.title
        ),
        NumberedPassage(number=2, text="Parking is free on Sundays."),
        NumberedPassage(number=3, text="Ask for a dietitian's visit within one month."),
    )
    return enforce("What do the pages say?", passages, draft, verify=partial(verify_claim, lexicon=lexicon()))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"\[\d+\]", " ", text).lower()))


@pytest.mark.parametrize(("name", "turn"), [(name, turn) for turn, name in enumerate(DRESSES)], ids=list(DRESSES))
def test_a_supported_sentence_is_shown_in_every_dress(name: str, turn: int) -> None:
    chosen = claims()[turn % EVERY :: EVERY]
    lost = [text for text, evidence in chosen if words(text) not in words(held(DRESSES[name].replace("{}", text), evidence).text)]
    assert lost == []
    assert len(chosen) > 1


@pytest.mark.parametrize(("name", "turn"), [(name, turn) for turn, name in enumerate(DRESSES)], ids=list(DRESSES))
def test_a_wrong_sentence_is_withheld_in_every_dress(name: str, turn: int) -> None:
    chosen = claims()[turn % EVERY :: EVERY]
    wrong = [
        (mutant.text.rstrip(". "), evidence)
        for text, evidence in chosen
        for mutant in mutants(text, lexicon())[:2]
        if not verify_claim(mutant.text, (evidence,), lexicon=lexicon()).supported
    ]
    shown = [text for text, evidence in wrong if words(text) in words(held(DRESSES[name].replace("{}", text), evidence).text)]
    assert shown == []
    assert wrong


@pytest.mark.parametrize(
    "opening",
    [
        "In summary, ",
        "Overall, ",
        "According to the guideline, ",
        "Based on the passages provided, ",
        "The page says that ",
        'The page says: "',
        "Another source notes ",
        "As the document explains, ",
        "It is important to know that ",
        "In summary, the passages state that ",
        "Yes, according to the page, ",
        "The short answer is that ",
    ],
)
def test_words_that_state_nothing_may_open_a_claim(opening: str) -> None:
    assert verdict(f"{opening}corvalin is given every 4 weeks.", "Corvalin is given every 4 weeks.").supported
    assert not verdict(f"{opening}corvalin is given every 3 weeks.", "Corvalin is given every 4 weeks.").supported


@pytest.mark.parametrize(
    "opening",
    [
        "The guideline recommends that ",
        "In all patients, ",
        "No, ",
        "Based on trial evidence, ",
        "According to the FDA, ",
        "In the first line, ",
        "Never mind the kidneys: ",
    ],
)
def test_what_opens_a_claim_and_says_something_must_be_said(opening: str) -> None:
    assert not verdict(f"{opening}corvalin may be given every 4 weeks.", "Corvalin may be given every 4 weeks.").supported


@pytest.mark.parametrize("label", ["Dose", "Side effects", "What for", "Key point", "Follow-up"])
def test_a_heading_word_before_a_colon_is_a_mere_label(label: str) -> None:
    assert verdict(f"{label}: do not combine tilamine with zorubicin.", "Do not combine tilamine with zorubicin.").supported


@pytest.mark.parametrize("label", ["Mestor", "Premenopausal women", "ABC-positive disease", "Lupus", "Never", "Fasting"])
def test_a_label_that_says_for_whom_or_what_is_no_mere_label(label: str) -> None:
    assert not verdict(f"{label}: do not combine tilamine with zorubicin.", "Do not combine tilamine with zorubicin.").supported


def dosing(draft: str) -> EnforcedDraft:
    passages = (NumberedPassage(number=1, text="Corvalin: 120 mg every 4 weeks"), NumberedPassage(number=2, text="Mestor: 4 mg"))
    return enforce("How much?", passages, draft, verify=partial(verify_claim, lexicon=LEXICON))


def test_a_column_of_marks_cites_and_running_numbers_state_nothing() -> None:
    table = "| # | Drug | Dose | Passage |\n|---|---|---|---|\n| 1 | Corvalin | 120 mg | 1 |\n| 2 | Mestor | {} mg | 2 |"
    assert [claim.citations for claim in dosing(table.format(4)).shown] == [(1,), (2,)]
    assert [claim.citations for claim in dosing(table.format(5)).shown] == [(1,)]


def test_figures_in_a_column_that_names_no_source_are_figures() -> None:
    assert dosing("| Drug | Dose | Weeks |\n|---|---|---|\n| Corvalin | 120 mg | 1 | [1]").shown == ()


def test_letters_open_and_close_without_a_fact() -> None:
    letter = "Dear Ms Doe,\n\nCorvalin: 120 mg every 4 weeks [1].\n\nWith kind regards"
    assert dosing(letter).withheld == ()
    assert [piece.text for piece in dosing("Dear Ms Doe, corvalin cures.").withheld] == ["Dear Ms Doe, corvalin cures."]


def test_no_sentence_ends_at_an_abbreviation_and_no_quotation_begins_at_a_bound() -> None:
    draft = "Drugs, esp. corvalin, help [1].\n\n>3 doses of corvalin [1].\n\n> 3 doses of mestor [1]."
    assert [piece.text for piece in split_draft(draft)] == [
        "Drugs, esp. corvalin, help.",
        ">3 doses of corvalin.",
        "3 doses of mestor.",
    ]
