"""Vouch for programs: ``vouch.llamaindex`` offers it as a LlamaIndex chat engine and query engine.

The parts themselves are in ``ingest`` (documents in, index out) and ``assistant`` (question in, cited answer out).
"""
