from pathlib import Path

import captures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.chunk import PASSAGE_WORDS, cut
from ingest.documents import Document, Statement
from ingest.parse import parse_file
from ingest.parse.capture import parse_capture
from ingest.parse.markdown import parse_markdown

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*-*.md"))
PAGES = [name for name in vars(captures) if name.isupper()]


def read(text: str, name: str = "page.md") -> tuple[Document, tuple[Statement, ...]]:
    document = parse_markdown(text, path=Path(name))
    return document, cut(document)[1]


def assert_exact(document: Document) -> None:
    passages, statements = cut(document)
    ids = [statement.statement_id for statement in statements]
    assert len(set(ids)) == len(ids)
    by_id = {passage.passage_id: passage for passage in passages}
    assert len(by_id) == len(passages)
    for order, statement in enumerate(statements):
        assert document.text[statement.span.start : statement.span.end] == statement.text
        assert statement.text == statement.text.strip()
        assert statement.order == order
        passage = by_id[statement.passage_id]
        assert passage.span.start <= statement.span.start < statement.span.end <= passage.span.end
    for passage in passages:
        assert document.text[passage.span.start : passage.span.end] == passage.text
    assert [one for passage in passages for one in passage.statement_ids] == ids


def test_the_corpus_is_there() -> None:
    assert len(CORPUS) >= 5


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_spans_of_the_corpus_are_exact(path: Path) -> None:
    assert_exact(parse_file(path))


@pytest.mark.parametrize("page", PAGES)
def test_spans_of_captures_are_exact(page: str) -> None:
    assert_exact(parse_capture(getattr(captures, page), path=Path("page.txt")))


LINES = st.lists(
    st.sampled_from(
        [
            "# Title",
            "## Part",
            "### Deeper Part",
            "Options:",
            "- One option is rest. [1]",
            "  - a nested one, 5 mg [2, 3]",
            "* Another: take 18.5 mg. It helps.",
            "A sentence stands here. [1] It goes on [2]. See below.",
            "Café with é and “quotes” (e.g. A. B.).",
            "| Drug | Dose |",
            "|---|---|",
            "| Rest | 10 mg |",
            "```",
            "<!-- hidden -->",
            "> quoted words",
            "",
            "",
        ]
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_spans_are_exact_whatever_the_lines(lines: list[str]) -> None:
    assert_exact(parse_markdown("\n".join(lines) or " ", path=Path("page.md")))


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_spans_are_exact_whatever_the_capture(lines: list[str]) -> None:
    assert_exact(parse_capture("\n\n".join(lines).replace("- ", "• ") or " ", path=Path("page.txt")))


def test_statement_carries_headings_and_lead_in_of_its_list_only() -> None:
    _, statements = read("# T\n\n## Bones\n\nOptions:\n\n- Drug A 5 mg [1]\n\nRest is advised. [2]\n\nBefore rest:\n\n- Eat\n")
    assert [(found.text, found.lead_in, found.heading_path) for found in statements] == [
        ("Drug A 5 mg", "Options", ("Bones",)),
        ("Rest is advised.", "", ("Bones",)),
        ("Eat", "Before rest", ("Bones",)),
    ]


def test_lead_in_right_below_another_stands_inside_it() -> None:
    _, statements = read("## S\n\nStart with tablets unless there is bleeding:\n\nFor women:\n\n- A\n\nFor men:\n\n- B\n")
    assert [(found.text, found.lead_in) for found in statements] == [
        ("Start with tablets unless there is bleeding", ""),
        ("A", "Start with tablets unless there is bleeding › For women"),
        ("B", "Start with tablets unless there is bleeding › For men"),
    ]


def test_nested_bullet_stands_under_its_parent() -> None:
    _, statements = read("## S\n\n- Options after relapse include:\n  - A [1]\n  - B [2]\n- C\n")
    assert [(found.text, found.lead_in, found.reference_numbers) for found in statements] == [
        ("A", "Options after relapse include", (1,)),
        ("B", "Options after relapse include", (2,)),
        ("C", "", ()),
    ]


def test_lead_in_with_nothing_below_is_no_statement() -> None:
    _, statements = read(
        "Drugs are the main treatment. These may include:\n\nSurgery may be used in some cases, such as:\n\nRest helps.\n"
    )
    assert [found.text for found in statements] == [
        "Drugs are the main treatment.",
        "Surgery may be used in some cases",
        "Rest helps.",
    ]


def test_reference_numbers_credit_their_own_sentence() -> None:
    _, statements = read("Rest helps. [1] Sleep helps too [2]. Food does not.\n")
    assert [(found.text, found.reference_numbers) for found in statements] == [
        ("Rest helps.", (1,)),
        ("Sleep helps too", (2,)),
        ("Food does not.", ()),
    ]


def test_bullet_of_two_sentences_is_credited_whole() -> None:
    _, statements = read("- Rest helps. Sleep helps too. [3]\n")
    assert [found.reference_numbers for found in statements] == [(3,), (3,)]


def test_antecedent_is_kept_for_a_sentence_that_leans_only() -> None:
    _, statements = read("Drug A is given weekly. It prevents clots. It also thins blood. Rest helps.\n")
    assert [found.antecedent for found in statements] == ["", "Drug A is given weekly.", "Drug A is given weekly.", ""]


def test_antecedent_of_a_sentence_that_leans_on_a_leaning_one_holds_both() -> None:
    _, statements = read("Drug A helps some women. That is, bones mend. Drug B is for these women. It is weekly.\n")
    assert [found.antecedent for found in statements] == [
        "",
        "Drug A helps some women.",
        "Drug A helps some women. That is, bones mend.",
        "That is, bones mend. Drug B is for these women.",
    ]


def test_antecedent_never_crosses_paragraphs() -> None:
    _, statements = read("Drug A is given weekly.\n\nThese women are treated with drug B.\n")
    assert statements[1].antecedent == ""


def test_cross_reference_is_no_statement() -> None:
    _, statements = read("Rest helps. (See “Sleep” below.) For more, see food.\n")
    assert [found.text for found in statements] == ["Rest helps."]


def test_unchanged_statement_keeps_its_id_when_the_document_changes_elsewhere() -> None:
    _, before = read("## S\n\n- A helps\n- B helps\n")
    _, after = read("## R\n\nNew.\n\n## S\n\n- C helps\n- B helps\n")
    assert before[1].statement_id == after[2].statement_id


def test_same_words_under_another_heading_are_another_statement() -> None:
    _, statements = read("## Women\n\n- Rest\n\n## Men\n\n- Rest\n- Rest\n")
    assert len({found.statement_id for found in statements}) == 3


def test_table_row_is_one_statement_with_its_cells() -> None:
    document, statements = read("## S\n\n| Drug | Dose |\n|---|---|\n| A | 5 mg. Daily |\n| B | 6 mg [2] |\n")
    assert [found.text for found in statements] == ["A | 5 mg. Daily", "B | 6 mg [2]"]
    assert document.sections[0].blocks[0].cells == (("Drug", "A"), ("Dose", "5 mg. Daily"))


def test_long_section_is_cut_into_passages_of_whole_statements() -> None:
    document, statements = read("## S\n\n" + "\n".join(f"- Statement number {n} has exactly eight words." for n in range(100)))
    passages, _ = cut(document)
    assert len(passages) > 3
    assert all(len(passage.text.split()) <= PASSAGE_WORDS for passage in passages)
    assert sum(len(passage.statement_ids) for passage in passages) == len(statements)


def test_passage_opens_with_the_lead_in_of_its_first_statement() -> None:
    document, _ = read("## S\n\nOptions:\n\n- A\n- B\n")
    passages, _ = cut(document)
    assert passages[0].text.startswith("Options:")


def test_document_without_words_gives_nothing() -> None:
    assert cut(parse_markdown("---\n\n---\n", path=Path("page.md"))) == ((), ())
