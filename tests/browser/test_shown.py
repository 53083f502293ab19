"""What readers see of doubt and of paper: withheld sentences with their reasons, sources that differ, a PDF at its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.chat import MARKS, RECORD, answers, ask, open_chat, open_mark
from browser.conftest import DESKTOP, PHONE
from browser.serving import index_library, running_server
from fake_model_server import PASSAGE, model_server, says
from pdf_maker import Page as Sheet
from pdf_maker import write_pdf
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

BONES = "How often is denosumab given for bone metastases, and at what dose?"
DIFFERING = "How often is a bisphosphonate given for bone metastases?"
MADE_UP = "Denosumab must always be given together with chemotherapy in a dose of 777 mg"


def overstating(request: Any) -> str:
    """One sentence in the first passage's own words, and one that no passage states."""
    passage = PASSAGE.search("\n".join(str(message["content"]) for message in request["messages"]))
    assert passage is not None
    return f"{passage['text'].rstrip('.')} [{passage['n']}]. {MADE_UP} [{passage['n']}]."


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Iterator[str]:
    """A server whose model adds a sentence of its own."""
    with model_server(says(overstating)) as model:
        settings = {"VOUCH_LLM_BASE_URL": model.url, "VOUCH_LLM_API_KEY": "none", "VOUCH_LLM_MODEL": "scripted"}
        with running_server(tmp_path_factory.mktemp("doubtful"), library, **settings) as found:
            yield found


@pytest.fixture(params=["desktop", "phone"])
def reading(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a desk or on a phone."""
    context = chromium.new_context(**(DESKTOP if request.param == "desktop" else PHONE))
    yield context.new_page()
    context.close()


def test_withheld_sentence_opens_with_its_reason(reading: Page, doubtful: str) -> None:
    reading.add_init_script(RECORD)
    open_chat(reading, doubtful)
    answer = ask(reading, BONES)
    frames = reading.evaluate("window.frames_seen")
    assert frames
    assert [frame for frame in frames if "777" in frame] == [], "it stood on the screen before it was checked"
    withheld = answer.locator(".vouch-withheld")
    expect(withheld.locator("li").first).to_be_hidden()
    withheld.locator("summary").click()
    expect(withheld.locator("li").first).to_be_visible()
    expect(withheld).to_contain_text("777 mg")
    assert len(withheld.locator("li").first.inner_text().replace(MADE_UP, "").strip()) > 10, "no reason is given"


def test_differing_sources_stand_side_by_side_and_on_a_phone_below_each_other(reading: Page, address: str) -> None:
    open_chat(reading, address)
    sides = ask(reading, DIFFERING).locator("blockquote li")
    assert sides.count() >= 2
    boxes = [sides.nth(n).bounding_box() for n in range(2)]
    assert boxes[0] is not None
    assert boxes[1] is not None
    is_phone = reading.viewport_size is not None and reading.viewport_size["width"] < 500
    assert (boxes[1]["y"] > boxes[0]["y"] + 5) is is_phone
    assert (boxes[1]["x"] > boxes[0]["x"] + 5) is not is_phone
    for n in range(2):
        assert re.search(r"updated \d{1,2} \w+ \d{4}", sides.nth(n).inner_text())
        assert sides.nth(n).locator(MARKS).count() >= 1


def table_of(name: str, columns: int) -> str:
    """A document with one table, whose rows are of the medicine and a second one."""
    heads = ("Medicine", "Dose", "Interval", "Kidney", "Route of giving", "Laboratory", "Monitoring before", "Monitoring after")
    row = ("90 mg", "every 3-4 weeks", "avoid below 30 mL/min", "intravenous", "creatinine", "phosphate", "magnesium")
    lines = [heads, ("---",) * 8, (f"{name} infusion", *row), ("sorbinate", "5 mg", *row[1:])]
    table = "\n".join(f"| {' | '.join(line[:columns])} |" for line in lines)
    return f"# Giving {name}\n\n## Doses\n\n{table}\n"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over one PDF of two pages, a table of four columns and one of eight."""
    home = tmp_path_factory.mktemp("shelf")
    (home / "corpus").mkdir()
    sheets = []
    for heading, words in (
        ("Assessment", "A dental examination is recommended before corvalin is started."),
        ("Treatment", "Corvalin 120 mg is given subcutaneously every 4 weeks to adults with brittle bones."),
    ):
        sheet = Sheet()
        if not sheets:
            sheet.text(60, 60, "Care of brittle bones", size=20, font="Helvetica-Bold")
        sheet.text(60, 120, heading, size=14, font="Helvetica-Bold")
        sheet.text(60, 150, words)
        sheets.append(sheet)
    write_pdf(home / "corpus" / "bones.pdf", sheets, title="Care of brittle bones")
    for name, columns in (("mestor", 4), ("tavolan", 8)):
        (home / "corpus" / f"{name}.md").write_text(table_of(name, columns), encoding="utf-8")
    index_library(home)
    with running_server(home, home) as found:
        yield found


def test_pdf_opens_at_the_page_of_the_cited_words(reading: Page, shelf: str) -> None:
    open_chat(reading, shelf)
    answer = ask(reading, "What is the dose of corvalin?")
    words = open_mark(reading, answer.locator(MARKS).first)
    assert words.inner_text().startswith("Corvalin 120 mg")
    expect(reading.locator(".vouch-source header")).to_contain_text("Page 2")
    expect(reading.locator(".vouch-source header")).to_contain_text("Treatment")
    assert answers(reading).count() == 1


@pytest.mark.parametrize("medicine", ["mestor", "tavolan"], ids=["four-columns", "eight-columns"])
def test_a_table_fits_its_panel_or_can_be_moved_and_says_so(reading: Page, shelf: str, medicine: str) -> None:
    open_chat(reading, shelf)
    answer = ask(reading, f"What is the dose of {medicine}?")
    open_mark(reading, answer.locator(MARKS).first)
    table = reading.locator(".vouch-table")
    expect(table).to_contain_text("avoid below 30 mL/min")
    wide, seen = table.evaluate("(node) => [node.scrollWidth, node.clientWidth]")
    assert (wide > seen) is (medicine == "tavolan")
    shades = table.evaluate("(node) => getComputedStyle(node).backgroundAttachment")
    assert shades == "local, scroll", "the shade at the edge stays, what covers it goes with the columns"
