"""A file → Document: the parser is picked by the file's suffix, the bytes are read with care."""

from ingest.parse.choose import SUFFIXES, parse_file

__all__ = ["SUFFIXES", "parse_file"]
