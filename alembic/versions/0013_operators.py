"""People who are not animated, people and servers that are blocked, maintenance, and channels for logs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_SNOWFLAKE = sa.BigInteger()
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "opt_outs",
        sa.Column("user_id", _SNOWFLAKE, autoincrement=False, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_opt_outs"),
    )
    op.create_table(
        "blocks",
        sa.Column("guild_id", _SNOWFLAKE, autoincrement=False, nullable=False),
        sa.Column("user_id", _SNOWFLAKE, autoincrement=False, nullable=False),
        sa.Column("by_id", _SNOWFLAKE, nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "user_id", name="pk_blocks"),
    )
    op.create_table(
        "switches",
        sa.Column("name", sa.String(24), nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_switches"),
    )
    op.add_column("guild_rules", sa.Column("log_channel_id", _SNOWFLAKE))


def downgrade() -> None:
    op.drop_column("guild_rules", "log_channel_id")
    for table in ("switches", "blocks", "opt_outs"):
        op.drop_table(table)
