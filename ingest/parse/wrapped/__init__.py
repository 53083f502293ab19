"""Text that a machine has set in lines of a fixed width: exports, dumps of pages, letters, typed protocols."""

from __future__ import annotations
