"""The errors of the evals, under the tree drawn in ``ingest/errors.py``."""

from ingest.errors import VouchError


class EvalError(VouchError):
    """Something on the way from the cases to the report failed."""


class CaseFileError(EvalError):
    """A case file can't be read; the message names the file, the line and the mend."""


class NoCasesError(EvalError):
    """There is nothing to measure: no cases is a failure, not a score of 0."""


class BaselineError(EvalError):
    """The baseline is missing, unreadable, or of another format."""


class RetrievalFolderError(EvalError):
    """A BEIR-style folder lacks a file or holds a line that can't be read."""
