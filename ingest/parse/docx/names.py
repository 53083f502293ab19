"""The names by which the XML of a Word file calls its elements."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
V = "{urn:schemas-microsoft-com:vml}"
