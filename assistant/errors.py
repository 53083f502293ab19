"""The errors of the assistant; the whole tree is drawn in ``ingest/errors.py``.

AssistantError
├── BatchLineError
├── ModelUnavailableError             (retryable)
├── MalformedDraftError
└── UncitedClaimError                 (a bug: never caught below app.py)
"""

from ingest.errors import VouchError


class AssistantError(VouchError):
    """Something on the way from a question to an answer failed."""


class BatchLineError(AssistantError):
    """A line of a batch file is not what the command takes."""


class ModelUnavailableError(AssistantError):
    """The language model did not answer in time, or answered with an error; trying again may help."""


class MalformedDraftError(AssistantError):
    """A language model's draft holds nothing that can be read as claims."""


class UncitedClaimError(AssistantError):
    """An answer was built with a claim that has no citation or whose verdict is not "supported"."""
