"""The errors of Vouch's ingest side. Every message says what happened, to which file or id, and the command that mends it.

The whole tree (the assistant's half stands in ``assistant/errors.py``)::

    VouchError
    ├── IngestError
    │   ├── UnreadableDocumentError
    │   ├── MetadataError
    │   ├── SourceNotFoundError
    │   ├── LibraryLockedError
    │   ├── IndexNotFoundError
    │   ├── IndexStaleError
    │   ├── IndexDamagedError
    │   ├── IndexWriteError
    │   ├── VectorStoreError
    │   └── ModelNotFoundError
    ├── SettingsError
    └── AssistantError                    (assistant/errors.py)
"""


class VouchError(Exception):
    """Any error that Vouch raises on purpose; its message is one line for a person."""


class SettingsError(VouchError):
    """A setting has a bad value or an unknown name."""


class IngestError(VouchError):
    """Something on the way from a document to the index failed."""


class UnreadableDocumentError(IngestError):
    """A file can't be read as a document: empty, binary, too large, wrong encoding, damaged."""


class MetadataError(IngestError):
    """A document's front matter or side file is broken or contradicts itself."""


class SourceNotFoundError(IngestError):
    """A source id names no document of the library."""


class LibraryLockedError(IngestError):
    """Another process is changing the library or the index."""


class IndexNotFoundError(IngestError):
    """There is no index in the folder."""


class IndexStaleError(IngestError):
    """The index was built from other documents, another model or other settings."""


class IndexDamagedError(IngestError):
    """A file of the index is missing, half-written or doesn't match its checksum."""


class IndexWriteError(IngestError):
    """The index could not be written (disk full, no permission); the old one still stands."""


class VectorStoreError(IngestError):
    """The store beside the index that holds a copy of its vectors can't be reached or used."""


class ModelNotFoundError(IngestError):
    """The embedding model is missing or its checksum is wrong."""
