"""Jobs, and which of them made an emoji or a sticker."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SNOWFLAKE = sa.BigInteger()
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", _SNOWFLAKE, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("owner_id", _SNOWFLAKE, nullable=False),
        sa.Column("guild_id", _SNOWFLAKE),
        sa.Column("channel_id", _SNOWFLAKE),
        sa.Column("message_id", _SNOWFLAKE),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("token_until", _TIME, nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("locale", sa.String(10), nullable=False),
        sa.Column("wish", sa.JSON(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("counted_on", sa.Date()),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", _TIME),
        sa.Column("due_at", _TIME),
        sa.Column("shown_at", _TIME),
        sa.Column("progress", sa.Double()),
        sa.Column("spent", sa.Boolean(), nullable=False),
        sa.Column("animoji_id", _SNOWFLAKE),
        sa.Column("failure", sa.JSON()),
        sa.Column("fault", sa.String(64)),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("queued_at", _TIME, nullable=False),
        sa.Column("started_at", _TIME),
        sa.Column("rendered_at", _TIME),
        sa.Column("finished_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
    )
    for columns in (["state"], ["due_at"], ["owner_id", "started_at"], ["guild_id", "started_at"]):
        op.create_index(f"ix_jobs_{'_'.join(columns)}", "jobs", columns)
    op.add_column("expressions", sa.Column("job_id", _SNOWFLAKE))
    op.create_index("ix_expressions_job_id", "expressions", ["job_id"])


def downgrade() -> None:
    op.drop_index("ix_expressions_job_id", "expressions")
    op.drop_column("expressions", "job_id")
    op.drop_table("jobs")
