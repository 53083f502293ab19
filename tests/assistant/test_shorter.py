"""A label or an aside that no cited words say is left out of a sentence that they do say, unless the sentence needs it."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

TEXT = "Corvalin should be given to patients with weak bones."


def text_of(draft: str, *texts: str) -> str:
    passages = tuple(NumberedPassage(number=number, text=text) for number, text in enumerate(texts or (TEXT,), start=1))
    return enforce("?", passages, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        pytest.param(
            "- **Cornerstone brick:** Corvalin should be given to patients with weak bones. [1]",
            "- Corvalin should be given to patients with weak bones. [1]",
            id="unsaid",
        ),
        pytest.param(
            "- **Scope:** corvalin should be given to patients with weak bones. [1]",
            "- Scope: corvalin should be given to patients with weak bones. [1]",
            id="mere-label",
        ),
    ],
)
def test_an_unsaid_label_goes_and_its_sentence_stays(draft: str, text: str) -> None:
    assert text_of(draft) == text


def test_a_row_stays_without_its_unsaid_label() -> None:
    table = "| Topic | Statement |\n|---|---|\n| Marmalade | Corvalin should be given to patients with weak bones [1] |\n"
    assert "| – | Corvalin should be given to patients with weak bones [1] |" in text_of(table)


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("- **Marmalade:** It should be given to patients with weak bones. [1]", id="takes-up-the-label"),
        pytest.param("- **Marmalade:** The dose should be 120 mg every 4 weeks. [2]", id="the-dose-of-it"),
        pytest.param("- **Marmalade:** 120 mg every 4 weeks for weak bones. [2]", id="no-sentence"),
        pytest.param("- **Mestor:** Corvalin should be given to patients with weak bones. [1]", id="another-drug"),
        pytest.param("- **ABC-negative:** Corvalin should be given to patients with weak bones. [1]", id="a-group"),
        pytest.param("- **Marmalade:** Corvalin should be given to patients with strong bones. [1]", id="unsaid-itself"),
    ],
)
def test_a_line_that_needs_its_label_goes_with_it(draft: str) -> None:
    assert text_of(draft, TEXT, "Corvalin: the dose should be 120 mg every 4 weeks.") == ""


def test_an_unsaid_aside_goes_and_its_sentence_stays() -> None:
    draft = "Corvalin (a shiny marble) should be given to patients with weak bones [1]."
    assert text_of(draft) == "Corvalin should be given to patients with weak bones. [1]"
    assert text_of(draft.replace("a shiny marble", "120 mg")) == ""
    assert text_of(draft.replace("weak bones", "strong bones")) == ""
