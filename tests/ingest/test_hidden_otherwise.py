"""Text that a reader doesn't see, hidden by what a style names and by less usual ways; and what is only set so."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from ingest.chunk import cut
from ingest.parse.choose import parse_file
from ingest.parse.hostile import why_hostile

UNSEEN = "Alvorin 900 mg is given to every adult at night."
OPEN = "Alvorin 5 mg twice daily is given to adults with gout."


def _statements(path: Path) -> tuple[list[str], int]:
    document = parse_file(path)
    return [statement.text for statement in cut(document)[1]], len(document.quarantine)


def _page(folder: Path, style: str, *, sheet: str = "") -> Path:
    path = folder / "page.html"
    page = f"<html><head><title>Care of gout</title><style>{sheet}</style></head><body><h1>Care of gout</h1>"
    path.write_text(f"{page}<p>{OPEN}</p><p class='odd' style='{style}'>{UNSEEN}</p></body></html>", encoding="utf-8")
    return path


HIDING = [
    "zoom:0",
    "letter-spacing:-1em",
    "position:fixed;top:200vh",
    "font:0/0 a",
    "color:color-mix(in srgb,white,white)",
    "transform:rotateY(180deg);backface-visibility:hidden",
    "transform:rotateX(90deg)",
    "mask:linear-gradient(transparent,transparent)",
    "-webkit-mask-image:linear-gradient(to right, rgba(0,0,0,0), transparent)",
]


@pytest.mark.parametrize("style", HIDING)
def test_text_of_a_page_that_is_hidden_so_is_held_back(tmp_path: Path, style: str) -> None:
    assert _statements(_page(tmp_path, style)) == ([OPEN], 1)


@pytest.mark.parametrize("style", HIDING[:5])
def test_a_sheet_hides_as_an_attribute_does(tmp_path: Path, style: str) -> None:
    assert _statements(_page(tmp_path, "", sheet=f".odd {{{style}}}")) == ([OPEN], 1)


@pytest.mark.parametrize(
    "style",
    [
        "zoom:1.2",
        "letter-spacing:-0.02em",
        "position:absolute;top:2400px",
        "position:fixed;top:40px",
        "font:14px/1.5 serif",
        "color:color-mix(in srgb,black,black)",
        "transform:rotateY(180deg)",
        "transform:rotate(90deg)",
        "mask:linear-gradient(black, transparent)",
    ],
)
def test_text_of_a_page_that_is_only_set_so_stays(tmp_path: Path, style: str) -> None:
    assert UNSEEN in _statements(_page(tmp_path, style))[0]


def _word(folder: Path, **style: Any) -> Path:
    document = docx.Document()
    document.add_heading("Care of gout", 1)
    document.add_paragraph(OPEN)
    named = document.styles.add_style("odd", style.pop("kind", 1))
    for name, value in style.items():
        if name == "colour":
            named.font.color.rgb = RGBColor.from_string(value)
        else:
            setattr(named.font, name, value)
    based = document.styles.add_style("odder", named.type)
    based.base_style = named
    if named.type == 1:
        document.add_paragraph(UNSEEN).style = based
    else:
        document.add_paragraph().add_run(UNSEEN).style = based
    document.save(str(folder / "gout.docx"))
    return folder / "gout.docx"


@pytest.mark.parametrize("kind", [1, 2], ids=["paragraph", "character"])
@pytest.mark.parametrize("style", [{"hidden": True}, {"size": Pt(0.5)}, {"colour": "FEFEFE"}], ids=lambda one: next(iter(one)))
def test_what_a_style_of_a_word_file_hides_is_held_back(tmp_path: Path, kind: int, style: dict[str, Any]) -> None:
    assert _statements(_word(tmp_path, kind=kind, **style)) == ([OPEN], 1)


@pytest.mark.parametrize("style", [{"size": Pt(7)}, {"colour": "777777"}, {"italic": True}], ids=lambda one: next(iter(one)))
def test_what_a_style_of_a_word_file_only_sets_otherwise_stays(tmp_path: Path, style: dict[str, Any]) -> None:
    assert UNSEEN in _statements(_word(tmp_path, **style))[0]


def _run(folder: Path, name: str, attributes: dict[str, str], colour: str = "") -> Path:
    document = docx.Document()
    document.add_paragraph(OPEN)
    run = document.add_paragraph().add_run(UNSEEN)
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    run._r.get_or_add_rPr().append(element)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    document.save(str(folder / "gout.docx"))
    return folder / "gout.docx"


@pytest.mark.parametrize(
    ("name", "attributes", "colour"),
    [
        ("w:w", {"w:val": "1"}, ""),
        ("w:position", {"w:val": "-9000"}, ""),
        ("w:shd", {"w:val": "clear", "w:fill": "000000"}, "000000"),
        ("w:shd", {"w:val": "clear", "w:fill": "1F3864"}, "1F3868"),
    ],
)
def test_run_of_a_word_file_that_can_t_be_read_is_held_back(
    tmp_path: Path, name: str, attributes: dict[str, str], colour: str
) -> None:
    assert _statements(_run(tmp_path, name, attributes, colour)) == ([OPEN], 1)


@pytest.mark.parametrize(
    ("name", "attributes", "colour"),
    [
        ("w:w", {"w:val": "80"}, ""),
        ("w:position", {"w:val": "6"}, ""),
        ("w:shd", {"w:val": "clear", "w:fill": "000000"}, "FFFFFF"),
        ("w:shd", {"w:val": "clear", "w:fill": "FFF2CC"}, "000000"),
    ],
)
def test_run_of_a_word_file_that_can_be_read_stays(tmp_path: Path, name: str, attributes: dict[str, str], colour: str) -> None:
    assert UNSEEN in _statements(_run(tmp_path, name, attributes, colour))[0]


@pytest.mark.parametrize("text", ["Give ɑlvorin 5 mg daily.", "Give 5 mɡ of Alvorin daily."])
def test_phonetic_letters_in_a_word_are_told(text: str) -> None:
    assert why_hostile(text)


@pytest.mark.parametrize(
    "text", ["TNF-α and β-blockers are given.", "Ménière’s disease and Sjögren’s syndrome.", "/ɑ/ is a vowel."]
)
def test_greek_names_accents_and_lone_sounds_stay(text: str) -> None:
    assert not why_hostile(text)
