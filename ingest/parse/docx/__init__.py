"""A Word file → Document: headings, lists, tables and notes, with tracked changes as if accepted."""

from ingest.parse.docx.file import parse_docx

__all__ = ["parse_docx"]
