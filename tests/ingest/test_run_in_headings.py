"""Headings at the beginning of their paragraph, marked by their name or by bold type before a dash."""

from pathlib import Path

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)


def _page(path: Path, body: str) -> dict[str, Statement]:
    file = path / "page.html"
    file.write_text(f"<html lang=en><body><h1>Gout</h1><p>{WORDS}</p>{body}</body></html>", encoding="utf-8")
    return {" ".join(one.text.split()): one for one in cut(parse_file(file))[1]}


def test_words_named_as_a_heading_head_the_paragraph_that_they_open(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "<p class=t_h1><span class=h1>TREATMENT</span></p><p>A flare is treated on the day on which it begins.</p>"
        "<p class=t_h2><span class=h2>Colchicine</span> — Adults take 0.5 mg twice daily until the pain has gone.</p>"
        "<p class=t_h3><span class=h3>On dialysis</span> — Colchicine is not given to people on dialysis.</p>"
        "<p class=t_h2><span class=h2>Prednisone</span> – Adults take 30 mg daily for 5 days without a taper.</p>",
    )
    told = {
        "Adults take 0.5 mg twice daily until the pain has gone.": ("TREATMENT", "Colchicine"),
        "Colchicine is not given to people on dialysis.": ("TREATMENT", "Colchicine", "On dialysis"),
        "Adults take 30 mg daily for 5 days without a taper.": ("TREATMENT", "Prednisone"),
    }
    assert {text: found[text].heading_path for text in told} == told


def test_bold_words_before_a_dash_head_their_paragraphs_where_several_do(tmp_path: Path) -> None:
    lines = [
        ("Colchicine", "Adults take 0.5 mg twice daily until the pain has gone. It is stopped if the stools are loose."),
        ("Prednisone", "Adults take 30 mg daily for 5 days. The course is not tapered."),
        ("Ice", "The joint is cooled for a quarter of an hour. Skin is covered with a cloth."),
    ]
    found = _page(tmp_path, "<h2>Treatment</h2>" + "".join(f"<p><b>{name}</b> — {text}</p>" for name, text in lines))
    assert found["The course is not tapered."].heading_path == ("Treatment", "Prednisone")
    assert found["Skin is covered with a cloth."].heading_path == ("Treatment", "Ice")


def test_one_bold_word_before_a_dash_is_of_its_sentence(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "<h2>Treatment</h2><p><b>Colchicine</b> — never with clarithromycin — is given to adults with a flare.</p>"
        "<p>Prednisone is given to the others.</p>",
    )
    assert found["Colchicine — never with clarithromycin — is given to adults with a flare."].heading_path == ("Treatment",)
    assert found["Prednisone is given to the others."].heading_path == ("Treatment",)


def test_a_named_span_that_goes_on_in_its_sentence_heads_nothing(tmp_path: Path) -> None:
    found = _page(
        tmp_path, "<h2>Treatment</h2><p><span class=h4>Colchicine</span> is given to adults with a flare of gout at home.</p>"
    )
    assert found["Colchicine is given to adults with a flare of gout at home."].heading_path == ("Treatment",)
