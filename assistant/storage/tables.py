"""The tables of the conversations' database; ``migrations/`` holds how they came to be. Names and columns only."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, MetaData, String, Table

from assistant.storage.columns import PackedJson, TypedText

metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("identifier", String(320), nullable=False, unique=True),
    Column("created_at", String(40), nullable=False),
    Column("role", String(16), nullable=False),
    Column("provider", String(40), nullable=False),
    Column("preferences", JSON, nullable=False),
)

threads = Table(
    "threads",
    metadata,
    Column("id", String(64), primary_key=True),
    # Nobody's until the first message has told whose it is; what is nobody's is shown to nobody.
    Column("user_id", String(36), ForeignKey("users.id", ondelete="CASCADE"), nullable=True),
    Column("name", TypedText, nullable=True),
    Column("folded", TypedText, nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("updated_at", String(40), nullable=False),
    Column("tags", JSON, nullable=False),
    Column("metadata", JSON, nullable=False),
    Index("threads_by_user", "user_id", "updated_at"),
)

steps = Table(
    "steps",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("thread_id", String(64), ForeignKey("threads.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", String(40), nullable=False),
    # What a reader may search for, case folded; empty for steps that are no message.
    Column("folded", TypedText, nullable=False),
    Column("content", JSON, nullable=False),
)

elements = Table(
    "elements",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("thread_id", String(64), ForeignKey("threads.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("step_id", String(64), nullable=True, index=True),
    Column("content", PackedJson, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("message_id", String(64), primary_key=True),
    Column("user_id", String(36), ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("thread_id", String(64), ForeignKey("threads.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", String(40), nullable=False),
    # The contract's answer object, what was said before, and the trace: enough to ask it again.
    Column("answer", PackedJson, nullable=False),
    Column("history", PackedJson, nullable=False),
    Column("trace", PackedJson, nullable=False),
    Column("audience", String(16), nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("message_id", String(64), ForeignKey("answers.message_id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", String(36), ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("created_at", String(40), nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("reason", String(16), nullable=True),
    Column("comment", TypedText, nullable=True),
)
