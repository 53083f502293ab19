# ruff: noqa: E501 - markup reads better on one line
"""The shapes in which pages of all kinds set recommendations, questions, tabs, lists, boxes and tables: each is read for what it is."""

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.sentences import split_sentences

RUNNING = "<p>Staff record the decision in the notes and tell the patient about the plan, because most errors happen when wards hand over.</p>"
DOSE = "Give colchicine 0.5 mg twice daily."


def _read(path: Path, body: str) -> tuple[Document, tuple[Statement, ...]]:
    page = path / "page.html"
    page.write_text(f"<html lang=en><head><title>Gout</title></head><body><h1>Gout</h1>{body}</body></html>", encoding="utf-8")
    document = parse_file(page)
    return document, tuple(one for one in cut(document)[1] if not one.text.startswith("Staff record"))


SHAPES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "recommendations whose headings are numbers": (
        f"<h2>Flares</h2><div><h4>1.2.3</h4><p>{DOSE}</p></div><div><h4>1.2.4</h4><p>Offer ice.</p></div>",
        [("Flares", DOSE), ("Flares", "Offer ice.")],
    ),
    "grade before a recommendation": (f"<h2>Flares</h2><div><span>[B]</span> {DOSE}</div>", [("Flares", f"[B] {DOSE}")]),
    "questions by their class": (
        f"<h2>Questions</h2><div class=faq-question>How is it treated?</div><div><p>{DOSE}</p></div>",
        [("Questions/How is it treated?", DOSE)],
    ),
    "questions in a definition list": (
        f"<h2>Questions</h2><dl><dt>How is it treated?</dt><dd>{DOSE}</dd><dt>May I drink?</dt><dd><p>No.</p><ul><li>Beer is bad.</li></ul></dd></dl>",
        [("Questions/How is it treated?", DOSE), ("Questions/May I drink?", "No."), ("Questions/May I drink?", "Beer is bad.")],
    ),
    "definitions": (f"<h2>Terms</h2>{RUNNING}<dl><dt>Flare</dt><dd>Sudden pain.</dd></dl>", [("Terms", "Flare: Sudden pain.")]),
    "tabs name their panels": (
        (
            f"<h2>Doses</h2><div role=tablist><button role=tab aria-controls=a>Adults</button><button role=tab aria-controls=b>Children</button></div>"
            f"<div id=a role=tabpanel>{RUNNING}<p>{DOSE}</p></div><div id=b role=tabpanel hidden><p>Give 0.1 mg.</p></div><p>Drink water.</p>"
        ),
        [("Doses/Adults", DOSE), ("Doses/Children", "Give 0.1 mg."), ("Doses", "Drink water.")],
    ),
    "headings by the font element": (
        f"{RUNNING}<p><font size=5><b>Flares</b></font></p><p>{DOSE}</p><font size=5>Diet</font><br>Avoid beer.<br><br>Drink water.",
        [("Flares", DOSE), ("Diet", "Avoid beer."), ("Diet", "Drink water.")],
    ),
    "headings by style and by class": (
        f"{RUNNING}<p style='font-size:18pt'>Flares</p><p>{DOSE}</p><div class=heading2>Diet</div><div>Avoid beer.</div>",
        [("Flares", DOSE), ("Diet", "Avoid beer.")],
    ),
    "dashes behind breaks": (
        f"<h2>Flares</h2>{RUNNING}<p>Options are:<br>- colchicine 0.5 mg<br>- naproxen 500 mg</p>",
        [("Flares|Options are", "colchicine 0.5 mg"), ("Flares|Options are", "naproxen 500 mg")],
    ),
    "lines set as typed": (
        f"<h2>Flares</h2>{RUNNING}<pre>Colchicine 0.5 mg twice daily\nNaproxen 500 mg twice daily\n</pre>",
        [("Flares", "Colchicine 0.5 mg twice daily"), ("Flares", "Naproxen 500 mg twice daily")],
    ),
    "list to tick off": (
        f"<h2>Checks</h2>{RUNNING}<ul><li><label><input type=checkbox> Rest the joint.</label></li></ul>",
        [("Checks", "Rest the joint.")],
    ),
    "list of linked drugs": (
        f"<h2>Drugs</h2>{RUNNING}<ul><li><a href=/a>Allopurinol 100 mg</a></li><li><a href=/b>Febuxostat 40 mg</a></li><li><a href=/c>Probenecid 250 mg</a></li></ul>",
        [("Drugs", "Allopurinol 100 mg"), ("Drugs", "Febuxostat 40 mg"), ("Drugs", "Probenecid 250 mg")],
    ),
    "warning with the role of an alert": (f"<h2>Flares</h2>{RUNNING}<div role=alert>{DOSE}</div>", [("Flares", DOSE)]),
    "key points in an aside": (
        f"<h2>Flares</h2>{RUNNING}<aside class=key-points><h3>Key points</h3><p>{DOSE}</p></aside><p>Rest it.</p>",
        [("Flares/Key points", DOSE), ("Flares", "Rest it.")],
    ),
    "caption that states something": (
        f"<h2>Flares</h2>{RUNNING}<figure><img src=a.png width=400 height=300><figcaption>Figure 1. Colchicine lowers pain within 24 hours in 60% of patients.</figcaption></figure>",
        [("Flares", "Colchicine lowers pain within 24 hours in 60% of patients.")],
    ),
    "letters tied together and soft hyphens": (
        f"<h2>Flares</h2>{RUNNING}<p>The e&#xFB03;cacy of col&shy;chi&shy;cine is good.</p>",
        [("Flares", "The efficacy of colchicine is good.")],
    ),
    "writing from right to left": (
        "<h2>النقرس</h2><p>يعطى الكولشيسين بجرعة 0.5 ملغ مرتين يوميا. لا يعطى مع الفشل الكلوي.</p>",
        [("النقرس", "يعطى الكولشيسين بجرعة 0.5 ملغ مرتين يوميا."), ("النقرس", "لا يعطى مع الفشل الكلوي.")],
    ),
    "text between inner sections": (
        f"<section><h2>Flares</h2><section><h3>Adults</h3><p>{DOSE}</p></section><p>Drink water.</p></section>",
        [("Flares/Adults", DOSE), ("Flares", "Drink water.")],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shape_is_read_under_its_headings(tmp_path: Path, name: str) -> None:
    body, expected = SHAPES[name]
    statements = _read(tmp_path, body)[1]
    found = ["/".join(one.heading_path) + (f"|{one.lead_in}" if one.lead_in else "") for one in statements]
    assert list(zip(found, [one.text for one in statements], strict=True)) == expected


TABLES: dict[str, tuple[str, list[str]]] = {
    "head of three rows": (
        (
            "<table><thead><tr><th rowspan=3>Drug</th><th colspan=4>Kidneys</th></tr><tr><th colspan=2>Normal</th><th colspan=2>Impaired</th></tr>"
            "<tr><th>Dose</th><th>Gap</th><th>Dose</th><th>Gap</th></tr></thead><tr><td>Colchicine</td><td>1 mg</td><td>12 h</td><td>0.5 mg</td><td>24 h</td></tr></table>"
        ),
        [
            "Colchicine — kidneys, normal, dose: 1 mg; kidneys, normal, gap: 12 h; kidneys, impaired, dose: 0.5 mg; kidneys, impaired, gap: 24 h"
        ],
    ),
    "groups of rows with a note": (
        "<table><tr><th>Drug</th><th>Dose</th></tr><tr><th colspan=2>Adults</th></tr><tr><td>Colchicine<sup>a</sup></td><td>1 mg</td></tr><tfoot><tr><td colspan=2><sup>a</sup> Not in dialysis.</td></tr></tfoot></table>",
        ["Adults|Colchicineᵃ — dose: 1 mg", "|ᵃ Not in dialysis."],
    ),
    "heads of rows only": (
        "<table><tr><th>Dose</th><td>1 mg daily</td></tr><tr><th>Most</th><td>6 mg</td></tr></table>",
        ["Dose — 1 mg daily", "Most — 6 mg"],
    ),
    "table by its roles": (
        "<div role=table><div role=row><span role=columnheader>Drug</span><span role=columnheader>Dose</span></div><div role=row><span role=cell>Colchicine</span><span role=cell>1 mg</span></div></div>",
        ["Colchicine — dose: 1 mg"],
    ),
    "pictures as cells": (
        "<table><tr><th>Test</th><th>Before</th><th>After</th></tr><tr><td>Urate</td><td><img alt=Yes src=t.png></td><td>✗</td></tr></table>",
        ["Urate — before: Yes; after: ✗"],
    ),
    "table inside tables that only place it": (
        "<table><tr><td><table><tr><td><table border=1><tr><th>Drug<th>Dose<tr><td>Colchicine<td>1 mg</table></td></tr></table></td></tr></table>",
        ["Colchicine — dose: 1 mg"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_bound_to_row_and_column(tmp_path: Path, name: str) -> None:
    table, expected = TABLES[name]
    statements = _read(tmp_path, f"<h2>Doses</h2>{RUNNING}{table}")[1]
    assert [f"{one.lead_in}|{one.text}" if "|" in expected[0] else one.text for one in statements] == expected


def test_what_is_not_read_stands_in_the_report(tmp_path: Path) -> None:
    hidden = f"<noscript><p>{DOSE}</p></noscript><iframe src='https://joints.example/doses.html'></iframe><noscript>Please enable JavaScript in your browser now.</noscript>"
    document, statements = _read(tmp_path, f"<h2>Flares</h2>{RUNNING}{hidden}")
    assert statements == ()
    assert [warning.split(" were ")[0].split(" was ")[0] for warning in document.warnings] == [
        "6 words in <noscript>",
        "an embedded page or file (https://joints.example/doses.html)",
    ]


@pytest.mark.parametrize("text", ["Дают аспирин. Ёмкость мала.", "Δίνεται. Όχι. Ασπιρίνη.", "Givet. Östrogen nej."])
def test_sentences_end_before_capitals_of_other_alphabets(text: str) -> None:
    assert len(split_sentences(text)) == text.count(".")
