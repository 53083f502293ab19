"""Markdown as notebooks, wikis and site generators write it: their fields, boxes, folds, footnotes and links."""

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.errors import MetadataError
from ingest.parse.markdown import parse_markdown

NOTE = """---
tags: [renal, SOP]
created: 2022-01-04
---

[TOC]

Low sodium: acute care
======================

*Renal Group, Ashgrove Hospitals* | Version 2.4 | November 2023

> **Note**
> This page is for adults. It does not apply
> to patients on dialysis.

**1. Who needs treatment now**

Seizures are treated whatever the sodium is.

#### 1.1 Severe symptoms

1. Give 150 mL of 3% saline over 10 minutes.
- [ ] Stop thiazides

2\\. Limits
----------

| Risk | In 24 h |
|:--|:-:|
| Usual | 10 mmol/L |

If it is passed, give 5% glucose.[^1]

```
deficit = 0.6 x weight x (target - measured)
```

<details>
<summary>Why not normal saline?</summary>

It can lower the sodium further.

</details>

Low sodium
: A sodium below 135 mmol/L.

### See also
- [[High sodium]]
- [Fluids](fluids.md)

[^1]: Only after talking to the renal registrar.

---
*Printed from WardNotes on 2024-03-02. Last edited by r.cole*
"""


def _read(text: str) -> tuple[Document, dict[str, Statement]]:
    document = parse_markdown(text, path=Path("low-sodium.md"))
    statements = cut(document)[1]
    assert all(document.text[one.span.start : one.span.end] == one.text for one in statements)
    return document, {one.text: one for one in statements}


def test_page_of_a_notebook_is_read_under_its_headings_and_nothing_else_is() -> None:
    statements = _read(NOTE)[1]
    treated, limits = ("1. Who needs treatment now",), ("2. Limits",)
    assert {" ".join(text.split()): one.shown_path for text, one in statements.items()} == {
        "This page is for adults.": (),
        "It does not apply to patients on dialysis.": (),
        "Seizures are treated whatever the sodium is.": treated,
        "Give 150 mL of 3% saline over 10 minutes.": (*treated, "1.1 Severe symptoms"),
        "Stop thiazides": (*treated, "1.1 Severe symptoms"),
        "Usual | 10 mmol/L": limits,
        "If it is passed, give 5% glucose.": limits,
        "deficit = 0.6 x weight x (target - measured)": limits,
        "It can lower the sodium further.": (*limits, "Why not normal saline?"),
        "A sodium below 135 mmol/L.": limits,
        "Only after talking to the renal registrar.": limits,
    }
    assert statements["A sodium below 135 mmol/L."].lead_in == "Low sodium"


def test_fields_of_other_programs_are_left_aside_and_named() -> None:
    document, _ = _read(NOTE)
    assert document.warnings == ("the front matter holds `tags`, `created`, which other programs read: left aside",)


@pytest.mark.parametrize("shown", ["true", "false"])
def test_mark_that_a_page_is_shown_is_no_day(shown: str) -> None:
    document = parse_markdown(f"---\ntitle: Low sodium\npublished: {shown}\ntags: a\n---\nStop thiazides.\n", path=Path("a.md"))
    assert document.source.published is None
    assert "`published`" in document.warnings[0]
    with pytest.raises(MetadataError, match="`published` is wrong"):
        parse_markdown(f"---\nkind: guideline\npublished: {shown}\n---\nStop thiazides.\n", path=Path("a.md"))


def test_misspelled_field_beside_those_of_other_programs_is_still_an_error() -> None:
    with pytest.raises(MetadataError, match="unknown field `publsher`"):
        parse_markdown("---\ntags: [a]\npublsher: X\n---\nA.\n", path=Path("low-sodium.md"))


def test_address_that_a_web_clipper_writes_is_read_and_its_other_fields_are_left_aside() -> None:
    clip = "---\ntitle: Low sodium\nsource: https://ward.example/sodium\nauthor: [X]\nlicense: CC\n---\nStop thiazides.\n"
    document = parse_markdown(clip, path=Path("low-sodium.md"))
    assert (document.source.title, document.source.url) == ("Low sodium", "https://ward.example/sodium")
    with pytest.raises(MetadataError, match="unknown field `sourceid`"):
        parse_markdown("---\nsourceid: x\nauthor: [X]\n---\nA.\n", path=Path("low-sodium.md"))


def test_standing_of_a_page_without_fields_is_read_from_its_lines_and_marked_as_inferred() -> None:
    source = _read(NOTE)[0].source
    assert (source.publisher, str(source.published)) == ("Ashgrove Hospitals", "2023-11-01")
    assert {"publisher", "kind", "audience", "language"} <= set(source.inferred)


def test_language_of_a_page_without_fields_is_told() -> None:
    assert _read("# Gota\n\nLa colchicina no se da con insuficiencia renal y los antibióticos.\n")[0].source.language == "es"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("> Stop when potassium\n> is high.\n", "Stop when potassium\n  is high."),
        ("- Stop when potassium is\n  > 5.5 mmol/L.\n", "Stop when potassium is\n  > 5.5 mmol/L."),
    ],
    ids=["mark of a quote", "greater than"],
)
def test_sign_at_the_start_of_a_line_is_a_mark_only_in_a_quote(text: str, statement: str) -> None:
    assert set(_read(f"# Potassium\n\n{text}")[1]) == {statement}


def test_bold_words_alone_at_the_top_of_a_quote_head_it_and_no_more() -> None:
    page = (
        "# Low sodium\n\n## Drips\n\nRun saline slowly.\n\n> :warning: **Fits**\n> Give 3% saline to anyone who fits.\n"
        "{.is-warning}\n\n"
        "Weigh the patient each day.\n\n> **Never** run it faster than the chart says.\n> It harms the brain.\n"
    )
    found = {one.text: one.heading_path for one in cut(parse_markdown(page, path=Path("a.md")))[1]}
    assert found["Give 3% saline to anyone who fits."] == ("Drips", "Fits")
    assert found["Weigh the patient each day."] == ("Drips",)
    assert found["It harms the brain."] == ("Drips",)
    assert not any("is-warning" in text for text in found)
