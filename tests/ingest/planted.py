# ruff: noqa: E501 - markup reads better on one line
"""Guidelines that never were, with planted facts, and the same guideline as a web page, a Word file and a PDF in several styles."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
from pdf_maker import Page, write_pdf

SUBJECTS = ("Gout", "Asthma", "Epilepsy", "Migraine", "Psoriasis")
_DRUGS = ("Alvorin", "Bextamol", "Cordinide", "Dapravir", "Elmotene", "Fenzolam", "Gliporin", "Hestamine")


@dataclass(frozen=True)
class Planted:
    """A section: its heading path, its sentences, its bullets under a lead-in, and its table."""

    path: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    lead_in: str = ""
    bullets: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""


@dataclass(frozen=True)
class Guideline:
    title: str
    publisher: str
    sections: tuple[Planted, ...]
    references: tuple[str, ...]

    @property
    def facts(self) -> list[tuple[tuple[str, ...], str]]:
        """(heading path, text) of every sentence and bullet."""
        return [(section.path, text) for section in self.sections for text in (*section.sentences, *section.bullets)]

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """(row, column head, cell) of every cell of a table."""
        return [
            (row[0], head, cell)
            for section in self.sections
            for row in section.rows
            for head, cell in zip(section.heads[1:], row[1:], strict=True)
        ]


def make_guideline(number: int) -> Guideline:
    """The guideline of that number: another subject, other drugs and doses each."""
    subject = SUBJECTS[number % len(SUBJECTS)]
    drug = [f"{name}{'aeiou'[number % 5]}x" for name in _DRUGS]
    dose = [5 * (number + position + 1) for position in range(8)]
    first = Planted(
        path=("Initial treatment",),
        sentences=(
            f"{drug[0]} {dose[0]} mg twice daily is recommended as the first choice for adults with {subject.lower()}.",
            f"Treatment is reviewed after {dose[1] % 12 + 2} weeks and stopped when there is no response.",
            f"{drug[1]} must not be used when the creatinine clearance is below {dose[2]} mL/min.",
        ),
    )
    second = Planted(
        path=("Initial treatment", "Special groups"),
        sentences=(f"In pregnancy {drug[2]} {dose[3]} mg once daily is preferred because more experience exists.",),
        lead_in="Before the first dose, the following are checked:",
        bullets=(
            f"Blood pressure, which should be below {120 + dose[4] % 40}/90 mmHg",
            f"Serum potassium and calcium within the last {dose[5] % 9 + 2} days",
            f"A history of reactions to {drug[3]}",
        ),
    )
    third = Planted(
        path=("Doses",),
        sentences=(f"Doses are reduced by {dose[6] % 50 + 10} % in people older than 75 years.",),
        caption="Table 1. Doses by drug",
        heads=("Drug", "Starting dose", "Interval", "Maximum"),
        rows=tuple((drug[n], f"{dose[n]} mg", f"every {n + 4} hours", f"{dose[n] * 4} mg per day") for n in (0, 1, 4, 5)),
    )
    fourth = Planted(
        path=("Follow-up",),
        sentences=(
            f"Liver tests are repeated every {dose[7] % 6 + 2} months during the first year.",
            f"Referral to a specialist is advised after {number % 3 + 2} failed treatments.",
        ),
    )
    references = (
        f"Reed A, et al. {subject} in adults. Journal of Notes. 20{10 + number % 10}; 4:11-19.",
        f"Imaginary {subject} Society. {subject} guideline. 20{11 + number % 10}.",
    )
    return Guideline(
        f"Management of {subject} in Adults", f"Imaginary {subject} Society", (first, second, third, fourth), references
    )


FURNITURE = ("We use cookies", "Subscribe", "Related articles", "All rights reserved", "Share this page", "Menu", "Buy now")


def _html_table(section: Planted, *, has_head: bool) -> str:
    tag = "th" if has_head else "td"
    head = "".join(f"<{tag}>{escape(one)}</{tag}>" for one in section.heads)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in section.rows)
    return f"<table><caption>{section.caption}</caption><tr>{head}</tr>{rows}</table>"


def write_html(guideline: Guideline, path: Path, *, style: int) -> Path:
    """A page of a publisher: 0 tidy, 1 old tables for layout, 2 divs without meaning, 3 a content management system's."""
    parts = []
    for section in guideline.sections:
        level = len(section.path) + 1
        head = section.path[-1]
        parts.append(f"<p><b>{head}</b></p>" if style == 2 and level > 2 else f"<h{level}>{head}</h{level}>")
        parts.append("<p>" + " ".join(escape(one) for one in section.sentences) + "<sup>1</sup></p>")
        if section.bullets:
            items = "".join(
                f"<li>{escape(one)}</li>" if style != 1 else f"<li><p>{escape(one)}</p></li>" for one in section.bullets
            )
            parts.append(f"<p>{section.lead_in}</p><ul>{items}</ul>")
        if section.rows:
            parts.append(_html_table(section, has_head=style != 2))
    references = "".join(f"<li>{escape(one)}</li>" for one in guideline.references)
    body = "\n".join(parts) + f"<h2>References</h2><ol>{references}</ol>"
    title = f"<h1>{guideline.title}</h1>"
    frame = {
        0: "<header><nav><ul><li><a href='/'>Menu</a></li><li><a href='/a'>Topics</a></li><li><a href='/b'>About</a></li></ul></nav></header>"
        f"<div id='cookie-banner'>We use cookies to improve the site. <button>OK</button></div><main><article>{title}{body}</article></main>"
        f"<aside><h3>Related articles</h3><ul><li><a href='1'>One thing</a></li><li><a href='2'>Another</a></li></ul></aside>"
        f"<footer>© 2024 {guideline.publisher}. All rights reserved.</footer>",
        1: f"<table role='presentation'><tr><td class='menu'><a href='/'>Menu</a><br><a href='/x'>Topics</a><br><a href='/y'>Contact</a></td>"
        f"<td>{title}{body}</td></tr></table><p>© 2024 {guideline.publisher}. All rights reserved.</p>",
        2: f"<div class='topbar'><a href='/'>Menu</a></div><div class='wrap'><div class='share'>Share this page</div>{title}{body}"
        "<div class='ad-slot'>Buy now: a better pillow!</div></div><div class='newsletter'>Subscribe to the newsletter.</div>",
        3: f"<form id='aspnet'><div class='page-with-sidebar'><div class='breadcrumb'><a href='/'>Home</a> &gt; Topics</div><div id='content'>"
        f"{title}{body}</div><div class='sidebar'><p>Subscribe for updates.</p></div></div></form><div class='modal'>We use cookies.</div>",
    }[style]
    path.write_text(
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{guideline.title} | {guideline.publisher}</title>"
        f"<meta property='og:site_name' content='{guideline.publisher}'><script>var a = '<p>no</p>';</script></head><body>{frame}</body></html>",
        encoding="utf-8",
    )
    return path


def write_docx(guideline: Guideline, path: Path, *, style: int) -> Path:
    """A Word file: 0 with styles, 1 by hand (bold headings, typed bullets)."""
    word = docx.Document()
    word.core_properties.title = guideline.title
    word.add_heading(guideline.title, 0)
    word.sections[0].header.paragraphs[0].text = f"{guideline.publisher} – internal"
    word.add_paragraph(f"Published by {guideline.publisher}")
    for section in guideline.sections:
        if style == 0 or len(section.path) == 1:
            word.add_heading(section.path[-1], len(section.path))
        else:
            word.add_paragraph().add_run(section.path[-1]).bold = True
        word.add_paragraph(" ".join(section.sentences))
        if section.bullets:
            word.add_paragraph(section.lead_in)
            for bullet in section.bullets:
                word.add_paragraph(bullet if style == 0 else f"•\t{bullet}", style="List Bullet" if style == 0 else None)
        if section.rows:
            word.add_paragraph(section.caption, style="Caption")
            table = word.add_table(rows=0, cols=len(section.heads))
            for row in (section.heads, *section.rows):
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    word.add_heading("References", 1)
    for number, reference in enumerate(guideline.references, start=1):
        word.add_paragraph(f"{number}. {reference}")
    word.save(str(path))
    return path


def write_pdf_guideline(  # noqa: C901 - a page is one walk
    guideline: Guideline, path: Path, *, style: int
) -> tuple[Path, dict[str, int]]:
    """A PDF in one (0, 2) or two (1, 3) columns, tables ruled all round (0, 1) or with three rules; the page of each section."""
    columns = 2 if style % 2 else 1
    width = 235.0 if columns == 2 else 480.0
    pages: list[Page] = []
    where: dict[str, int] = {}
    noted: set[tuple[int, int]] = set()
    column, top = columns, 0.0

    def turn() -> None:
        nonlocal column, top
        column, top = column + 1, 70.0
        if column >= columns:
            column = 0
            pages.append(Page())
            pages[-1].text(50, 28, f"{guideline.publisher} – clinical guideline", size=8)
            pages[-1].text(290, 815, f"Page {len(pages)}", size=8)
            if len(pages) == 1:
                pages[0].text(50, 60, guideline.title, size=20, font="Helvetica-Bold")
                top = 110.0
        elif len(pages) == 1:
            top = 110.0

    turn()
    for section in guideline.sections:
        if top > 430:
            turn()
        left = 50.0 + column * 260
        page = pages[-1]
        where["".join(section.path)] = len(pages)
        page.text(left, top, section.path[-1], size=14 if len(section.path) == 1 else 11.5, font="Helvetica-Bold")
        top += 24
        for _ in range(2):  # the same words twice fill the columns: twins are told apart by their counters
            top = page.paragraph(left, top, " ".join(section.sentences), width=width, hyphenate=True) + 6
        if section.bullets:
            top = page.paragraph(left, top, section.lead_in, width=width) + 2
            for bullet in section.bullets:
                page.text(left + 5, top, "•")
                top = page.paragraph(left + 16, top, bullet, width=width - 16)
            top += 8
        if section.rows:
            page.text(left, top, section.caption, size=9)
            table = page.grid if style < 2 else page.open_table
            top = table(left, top + 16, [list(section.heads), *map(list, section.rows)], [width / 4] * 4, size=7.5) + 14
        if (len(pages), column) not in noted:
            noted.add((len(pages), column))
            page.paragraph(left, 775, "* Doses are for adults of usual weight.", width=width, size=7)
        turn() if columns == 1 and section is guideline.sections[1] else None
    left = 50.0 + column * 260
    pages[-1].text(left, top, "References", size=14, font="Helvetica-Bold")
    top += 22
    for number, reference in enumerate(guideline.references, start=1):
        top = pages[-1].paragraph(left, top, f"{number}. {reference}", width=width, size=8)
    return write_pdf(path, pages), where


WRITERS: dict[str, Callable[[Guideline, Path], Path]] = {
    **{f"html-{n}": lambda g, p, n=n: write_html(g, p.with_suffix(".html"), style=n) for n in range(4)},  # type: ignore[misc]
    **{f"docx-{n}": lambda g, p, n=n: write_docx(g, p.with_suffix(".docx"), style=n) for n in range(2)},  # type: ignore[misc]
    **{f"pdf-{n}": lambda g, p, n=n: write_pdf_guideline(g, p.with_suffix(".pdf"), style=n)[0] for n in range(4)},  # type: ignore[misc]
}
