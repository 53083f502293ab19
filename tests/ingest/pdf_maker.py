# ruff: noqa: E501 - markup reads better on one line
"""Writes small PDFs, as guideline publishers set them: columns, tables with rules, running heads, footnotes. No library needed."""

from dataclasses import dataclass, field
from pathlib import Path

from pdfminer.fontmetrics import FONT_METRICS

WIDTH, HEIGHT = 595.0, 842.0
_FONTS = {"Helvetica": "F1", "Helvetica-Bold": "F2", "Times-Roman": "F3", "Helvetica-Oblique": "F4"}
_SPECIAL = {"•": "\x95", "–": "\x96", "—": "\x97", "“": "\x93", "”": "\x94", "’": "\x92", "…": "\x85"}


def width_of(text: str, size: float, font: str) -> float:
    widths = FONT_METRICS[font][1]
    return sum(widths.get(character, 556) for character in text) * size / 1000


@dataclass
class Page:
    """One page; places in points from the top left corner."""

    operators: list[str] = field(default_factory=list)
    image: bool = False

    def text(self, x: float, top: float, words: str, *, size: float = 10, font: str = "Helvetica", colour: str = "0 g") -> None:
        raw = "".join(_SPECIAL.get(character, character) for character in words)
        raw = raw.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        y = HEIGHT - top - 0.8 * size
        self.operators.append(f"BT {colour} /{_FONTS[font]} {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({raw}) Tj ET")

    def rule(self, x0: float, top0: float, x1: float, top1: float, width: float = 0.6) -> None:
        self.operators.append(f"{width} w {x0:.2f} {HEIGHT - top0:.2f} m {x1:.2f} {HEIGHT - top1:.2f} l S")

    def box(self, x0: float, top0: float, x1: float, top1: float, colour: str = "0.2 g") -> None:
        self.operators.append(f"{colour} {x0:.2f} {HEIGHT - top1:.2f} {x1 - x0:.2f} {top1 - top0:.2f} re f")

    def picture(self, x: float, top: float, width: float, height: float) -> None:
        self.image = True
        self.operators.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {HEIGHT - top - height:.2f} cm /Im0 Do Q")

    def paragraph(
        self,
        x: float,
        top: float,
        words: str,
        *,
        width: float,
        size: float = 10,
        font: str = "Helvetica",
        hyphenate: bool = False,
    ) -> float:
        """Set a paragraph ragged right; where the next line would begin."""
        line = ""
        for word in words.split():
            longer = f"{line} {word}".strip()
            if width_of(longer, size, font) <= width:
                line = longer
                continue
            left = width - width_of(f"{line} -", size, font)
            cut = next((n for n in range(len(word) - 3, 3, -1) if width_of(word[:n], size, font) <= left), 0) if hyphenate else 0
            if cut and word.isalpha():
                line, word = f"{line} {word[:cut]}-", word[cut:]  # noqa: PLW2901 - the rest of a divided word
            self.text(x, top, line, size=size, font=font)
            top += 1.25 * size
            line = word
        self.text(x, top, line, size=size, font=font)
        return top + 1.25 * size

    def grid(self, x: float, top: float, rows: list[list[str]], widths: list[float], *, size: float = 9) -> float:
        """A table with rules all round; where it ends."""
        height = 1.7 * size
        for number, row in enumerate(rows):
            left = x
            for cell, width in zip(row, widths, strict=True):
                self.text(
                    left + 3, top + number * height + 3, cell, size=size, font="Helvetica-Bold" if number == 0 else "Helvetica"
                )
                left += width
        end = top + len(rows) * height
        for number in range(len(rows) + 1):
            self.rule(x, top + number * height, x + sum(widths), top + number * height)
        left = x
        for width in [0.0, *widths]:
            left += width
            self.rule(left, top, left, end)
        return end

    def open_table(self, x: float, top: float, rows: list[list[str]], widths: list[float], *, size: float = 9) -> float:
        """A table with three horizontal rules only; where it ends."""
        height = 1.7 * size
        for number, row in enumerate(rows):
            left = x
            for cell, width in zip(row, widths, strict=True):
                self.text(left + 2, top + number * height + 3, cell, size=size)
                left += width
        end = top + len(rows) * height
        for place in (top, top + height, end):
            self.rule(x, place, x + sum(widths), place)
        return end


def write_pdf(path: Path, pages: list[Page], *, title: str = "") -> Path:
    """Write the pages as a PDF."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    fonts = {
        name: add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()) for name in _FONTS
    }
    image = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        stream = "\n".join(page.operators).encode("latin-1", "replace")
        content = add(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        names = " ".join(f"/{_FONTS[name]} {number} 0 R" for name, number in fonts.items())
        images = f"/XObject << /Im0 {image} 0 R >>" if page.image else ""
        kids.append(
            add(
                f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {WIDTH:.0f} {HEIGHT:.0f}] /Contents {content} 0 R"
                f" /Resources << /Font << {names} >> {images} >> >>".encode()
            )
        )
    assert add(f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()) == parent
    catalog = add(f"<< /Type /Catalog /Pages {parent} 0 R >>".encode())
    information = add(f"<< /Title ({title}) >>".encode())
    raw = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % offset for offset in offsets
    )
    raw += f"trailer << /Size {len(objects) + 1} /Root {catalog} 0 R /Info {information} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(bytes(raw))
    return path
