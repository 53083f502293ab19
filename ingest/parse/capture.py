from ingest.parse.markdown import parse_markdown as parse_capture  # being written
