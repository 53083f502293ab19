"""A PDF → Document: reading order, headings, tables and notes told from where the words stand and how they are set."""

from ingest.parse.pdf.file import parse_pdf

__all__ = ["parse_pdf"]
