"""A saved web page → Document: the article without the page around it."""

from ingest.parse.html.page import parse_html

__all__ = ["parse_html"]
