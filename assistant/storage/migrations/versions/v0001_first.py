"""Users, conversations, answers and what readers say of them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID, MOMENT = sa.String(64), sa.String(40)


def upgrade() -> None:
    """Makes every table of the first release."""
    _people()
    _conversations()
    _opinions()


def _owner(table: str, column: str, *, nullable: bool = False, length: int = 64, **options: Any) -> sa.Column[str]:
    """A column that names a row of another table and goes when that row goes."""
    return sa.Column(column, sa.String(length), sa.ForeignKey(table, ondelete="CASCADE"), nullable=nullable, **options)


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("identifier", sa.String(320), nullable=False, unique=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("provider", sa.String(40), nullable=False),
        sa.Column("preferences", sa.JSON, nullable=False),
    )


def _conversations() -> None:
    op.create_table(
        "threads",
        sa.Column("id", ID, primary_key=True),
        _owner("users.id", "user_id", nullable=True, length=36),
        sa.Column("name", sa.Text, nullable=True),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("metadata", sa.JSON, nullable=False),
    )
    op.create_index("threads_by_user", "threads", ["user_id", "updated_at"])
    op.create_table(
        "steps",
        sa.Column("id", ID, primary_key=True),
        _owner("threads.id", "thread_id", index=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
    )
    op.create_table(
        "elements",
        sa.Column("id", ID, primary_key=True),
        _owner("threads.id", "thread_id", index=True),
        sa.Column("step_id", ID, nullable=True, index=True),
        sa.Column("content", sa.JSON, nullable=False),
    )


def _opinions() -> None:
    op.create_table(
        "answers",
        sa.Column("message_id", ID, primary_key=True),
        _owner("users.id", "user_id", length=36, index=True),
        _owner("threads.id", "thread_id", index=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("answer", sa.JSON, nullable=False),
        sa.Column("history", sa.JSON, nullable=False),
        sa.Column("trace", sa.JSON, nullable=False),
        sa.Column("audience", sa.String(16), nullable=False),
    )
    op.create_table(
        "feedback",
        _owner("answers.message_id", "message_id", primary_key=True),
        _owner("users.id", "user_id", length=36, primary_key=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("reason", sa.String(16), nullable=True),
        sa.Column("comment", sa.Text, nullable=True),
    )
