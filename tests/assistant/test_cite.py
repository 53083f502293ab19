"""Drafts taken apart: marks in every dress, sentences with exact offsets, and what is never shown left out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citation.cite import Piece, PieceKind, split_draft
from assistant.citation.marks import find_marks

KNOWN = (1, 2, 3, 4)


def pieces(draft: str) -> tuple[Piece, ...]:
    return split_draft(draft, KNOWN)


@pytest.mark.parametrize(
    ("draft", "numbers"),
    [
        ("Corvalin helps [1].", (1,)),
        ("Corvalin helps.[1]", (1,)),
        ("Corvalin helps. [1]", (1,)),
        ("Corvalin helps [1, 2].", (1, 2)),
        ("Corvalin helps [1-3].", (1, 2, 3)),
        ("Corvalin helps [1–3].", (1, 2, 3)),
        ("Corvalin helps [1][2].", (1, 2)),
        ("Corvalin helps [1] [2].", (1, 2)),
        ("Corvalin helps (2).", (2,)),
        ("Corvalin helps (1, 2).", (1, 2)),
        ("Corvalin helps¹.", (1,)),
        ("Corvalin helps.¹ ²", (1, 2)),
        ("Corvalin helps¹,².", (1, 2)),
        ("Corvalin helps [^2].", (2,)),
        ("Corvalin helps [source 2].", (2,)),
        ("Corvalin helps (Passage 2).", (2,)),
        ("Corvalin helps <sup>2</sup>.", (2,)),
        ("Corvalin helps [[2]](https://example.org).", (2,)),
        ("Corvalin helps 【2】.", (2,)),
        ("Corvalin helps.［2］", (2,)),
        ("Corvalin helps （2）.", (2,)),
        ("Corvalin helps ².", (2,)),
        ("Corvalin helps ⁽²⁾.", (2,)),
        ("Corvalin helps $^{2}$.", (2,)),
        ("Corvalin helps&nbsp;&#91;2&#93;.", (2,)),
        ("\ufeffCorvalin helps\u200b [2]\u200b.", (2,)),
        ("Corva\u00adlin helps [2].", (2,)),
        ("Corvalin helps [12345].", (12345,)),
        ("**Corvalin** helps *much* [1].", (1,)),
        ("[1] Corvalin helps.", (1,)),
        ("El corvalin ayuda [1].", (1,)),
        ("Corvalin helps [9].", (9,)),
    ],
)
def test_marks_are_read_in_every_dress(draft: str, numbers: tuple[int, ...]) -> None:
    (piece,) = pieces(draft)
    assert piece.numbers == numbers
    assert not any(character in piece.text for character in "[]¹²^【】［］<>*&$\ufeff\u200b\u00ad")


@pytest.mark.parametrize(
    "text",
    [
        "60 mg/m² every week",
        "10² cells",
        "60 mg/m ² every week",
        "10&sup2; cells",
        "There are two ways: (1) rest and (2) exercise",
        "see (9) below",
        "in patients (55) of age",
        "a[0] and b[i]",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert [mark.numbers for mark in find_marks(text, KNOWN) if set(mark.numbers) <= set(KNOWN)] == []


def test_every_sentence_stands_where_its_offsets_say() -> None:
    draft = "## Doses\n\nCorvalin is given at 120 mg. It is given every 4 weeks [1].\n\n- Mestor 4.5 mg (Dr. Doe said so) [2]\n"
    found = pieces(draft)
    assert [piece.text for piece in found] == [
        "Doses",
        "Corvalin is given at 120 mg.",
        "It is given every 4 weeks.",
        "Mestor 4.5 mg (Dr. Doe said so)",
    ]
    for piece in found:
        assert piece.text.split()[0] in draft[piece.start : piece.end]


def test_decimals_and_abbreviations_end_no_sentence() -> None:
    assert len(pieces("Survival was 18.5 vs. 12.4 months, e.g. in trial X [1].")) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"], ids=["new-line", "both", "return", "separator"])
def test_a_line_ends_wherever_it_was_written(end: str) -> None:
    draft = end.join(("# Drugs", "- Corvalin helps [1]", "- Mestor harms [2]"))
    assert [(piece.text, piece.numbers) for piece in pieces(draft)] == [
        ("Drugs", ()),
        ("Corvalin helps", (1,)),
        ("Mestor harms", (2,)),
    ]


def test_lists_know_their_depth_and_lead_in() -> None:
    found = pieces("Options:\n- Corvalin [1]\n  - 120 mg [1]\n- Mestor [2]\n")
    assert found[0].kind is PieceKind.LEAD_IN
    assert [piece.depth for piece in found[1:]] == [0, 1, 0]
    assert len({piece.list_number for piece in found[1:]}) == 1


def test_tables_give_rows_with_their_marks() -> None:
    found = pieces("| Drug | Dose |\n|---|---|\n| Corvalin | 120 mg [1] |\n")
    assert [(piece.kind, piece.text, piece.numbers) for piece in found] == [
        (PieceKind.HEADER, "Drug: Dose", ()),
        (PieceKind.ROW, "Corvalin: 120 mg", (1,)),
    ]


def test_code_fences_hold_words_like_any_other() -> None:
    assert [piece.text for piece in pieces("```markdown\n- Corvalin helps [1]\n```\n")] == ["Corvalin helps"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('buy')</script>",
        "<style>p {}</style>",
        "<!-- buy -->",
        "![buy](https://example.org/a.png)",
        "https://example.org/buy",
        "<https://example.org/buy>",
        "<iframe src='https://example.org'>buy</iframe>",
        "[1]: https://example.org/buy",
        "[^1]: buy this",
        "&lt;script&gt;alert('buy')&lt;/script&gt;",
    ],
)
def test_scripts_images_and_addresses_are_left_out(hidden: str) -> None:
    found = pieces(f"Corvalin helps [1].\n{hidden}\n")
    assert "buy" not in " ".join(piece.text for piece in found)
    assert found[0].text == "Corvalin helps."


def test_a_link_leaves_its_words() -> None:
    assert pieces("[Corvalin](https://example.org) helps [1].")[0].text == "Corvalin helps."


@pytest.mark.parametrize("title", ["## References", "**Sources**", "References:", "Fuentes:", "### Further reading"])
def test_reference_lists_are_left_out_up_to_the_next_heading(title: str) -> None:
    found = pieces(f"Corvalin helps [1].\n\n{title}\n1. Doe J. A trial. 2020.\n[2] Roe R. 2021.\n\n## More\nMestor helps [2].\n")
    assert [piece.text for piece in found] == ["Corvalin helps.", "More", "Mestor helps."]


@pytest.mark.parametrize("draft", ["", "   \n\n", "***", "[1]", "| |\n", "#", "```", "\x00", "¹"])
def test_a_draft_without_words_gives_no_claim(draft: str) -> None:
    assert [piece for piece in pieces(draft) if piece.kind is PieceKind.SENTENCE and piece.text.strip("\x00")] == []


@pytest.mark.parametrize(
    "unit", ["Corvalin helps [1]. ", "[", "((((", "*_*_", "| a ", "<a ", "- x\n", "![", "1-", "¹", "```\n", "[1]("]
)
@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_time_grows_in_line_with_the_draft(unit: str) -> None:
    def seconds(size: int) -> float:
        begin = time.perf_counter()
        split_draft(unit * (size // len(unit)), KNOWN)
        return time.perf_counter() - begin

    seconds(1000)
    small, large = seconds(20_000), seconds(100_000)
    assert large < max(25 * small, 2.0)


@given(st.text(alphabet=st.sampled_from("ab12 .,:;[](){}<>*_#|`-\n¹²!?"), max_size=200))
def test_any_text_can_be_taken_apart(draft: str) -> None:
    for piece in split_draft(draft, KNOWN):
        assert 0 <= piece.start <= piece.end <= len(draft)
        assert piece.text
