"""Text of a PDF that is set in no ink at all: what text recognition lays under a scan, or what someone hides."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


class InkReader:
    """Opens a PDF a second time, with a library that tells how each text is painted."""

    def __init__(self, raw: bytes) -> None:
        """Open a PDF; one that this library can't open shows nothing invisible."""
        try:
            self._file: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(raw)
        except pypdfium2.PdfiumError:
            self._file = None

    def boxes(self, number: int) -> list[Box]:
        """Where text without ink stands on the page of that number, from 0: x0, top, x1, bottom in points from the top left."""
        if self._file is None or number >= len(self._file):
            return []
        page = self._file[number]
        height = page.get_height()
        found: list[Box] = []
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            if pdfium.FPDFTextObj_GetTextRenderMode(one.raw) == _INVISIBLE:
                sides = [ctypes.c_float() for _ in range(4)]
                pdfium.FPDFPageObj_GetBounds(one.raw, *sides)
                left, bottom, right, top = (side.value for side in sides)
                found.append((left, height - top, right, height - bottom))
        page.close()
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
