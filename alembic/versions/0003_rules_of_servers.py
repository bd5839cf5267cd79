"""What servers allow."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "guild_rules",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_ids", sa.JSON(), nullable=False),
        sa.Column("role_ids", sa.JSON(), nullable=False),
        sa.Column("emoji_role_ids", sa.JSON(), nullable=False),
        sa.Column("role_quotas", sa.JSON(), nullable=False),
        sa.Column("daily_quota", sa.Integer()),
        sa.Column("server_quota", sa.Integer()),
        sa.Column("cooldown_seconds", sa.Integer()),
        sa.Column("private_by_default", sa.Boolean(), nullable=False),
        sa.Column("filter_level", sa.String(24)),
        sa.Column("language", sa.String(10)),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_rules"),
    )


def downgrade() -> None:
    op.drop_table("guild_rules")
