from __future__ import annotations

import json
import re
from dataclasses import replace

from answers_for_tests import TODAY, answer, citation, claim, document

from assistant.answers import Explained, StandaloneQuestion
from assistant.display.export import bibtex, csl_json, markdown_with_references, text_with_references
from ingest.documents import Source

RESPONSE = answer(
    [claim(citation(1)), claim(citation(3)), claim(citation(2, of=document("beta", title="A & B_1 {x}", url=None)))]
)


def test_each_marker_of_the_text_has_a_reference_with_its_quote() -> None:
    text = markdown_with_references(RESPONSE, today=TODAY)
    body, _, references = text.partition("## References")
    assert (
        set(re.findall(r"\[(\d+)\]", body)) == set(re.findall(r"^- \[(\d+)\]", references, flags=re.MULTILINE)) == {"1", "2", "3"}
    )
    assert "“Mestor 4 mg every 12 weeks” (Options)" in references
    assert "which Vouch has not read" in references


def test_follow_up_is_copied_with_its_reading_and_another_question_without() -> None:
    read = replace(RESPONSE, read_as=StandaloneQuestion(text="What is the *dose* of Mestor?", rewritten=True))
    assert "\n\nRead as: What is the *dose* of Mestor?\n\n" in text_with_references(read, today=TODAY)
    assert "Read as" not in text_with_references(RESPONSE, today=TODAY)


def test_title_that_asks_gets_no_full_stop_behind_it() -> None:
    asking, telling = (answer([claim(citation(1, of=document(title=title)))]) for title in ("What helps?", "What helps."))
    assert "What helps? guideline" in text_with_references(asking, today=TODAY)
    assert "What helps. guideline" in text_with_references(telling, today=TODAY)


def test_plain_text_has_no_markup_left() -> None:
    text = text_with_references(RESPONSE, today=TODAY)
    assert not re.search(r"[*\\]|^#", text, flags=re.MULTILINE)
    assert "people <55 years [1]" in text


def test_csl_json_has_one_item_per_source() -> None:
    items = json.loads(csl_json(RESPONSE))
    assert [item["id"] for item in items] == ["alpha", "beta"]
    assert items[0]["issued"] == {"date-parts": [[2026, 1, 29]]}
    assert items[0]["URL"] == "https://alpha.example/bones"
    assert "URL" not in items[1]


def test_bibtex_escapes_what_tex_would_read_as_commands() -> None:
    entries = bibtex(RESPONSE)
    assert entries.count("@misc{") == 2
    assert r"title = {{A \& B\_1 \{x\}}}" in entries


def test_source_without_publisher_is_still_named() -> None:
    bare = document(publisher=None)
    assert isinstance(bare.source, Source)
    assert "Unnamed publisher" in markdown_with_references(answer([claim(citation(1, of=bare))]), today=TODAY)


def test_words_explained_stand_under_a_heading_that_says_they_are_no_source() -> None:
    explained = replace(RESPONSE, glossary=(Explained(term="lytic", plain="eating holes into *bone*"),), ask_team="Is it for me?")
    text = markdown_with_references(explained, today=TODAY)
    body, _, words = text.partition("## Words used")
    assert "not from the documents" in words
    assert "- **lytic:** eating holes into \\*bone\\*" in words
    assert "eating holes" not in body
    assert body.rstrip().endswith("check the source.*")
    assert "Ask your care team: Is it for me?" in body
    assert "## Words used" not in markdown_with_references(RESPONSE, today=TODAY)
