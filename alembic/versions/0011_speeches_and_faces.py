"""Talking as one's character: who said what, the faces that go with it, and what servers allow of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("characters", sa.Column("prefix", sa.String(20)))
    op.add_column("guild_rules", sa.Column("speaking", sa.String(24), nullable=False, server_default="say"))
    op.add_column("guild_rules", sa.Column("quiet_channel_ids", sa.JSON(), nullable=False, server_default="[]"))
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "faces",
        sa.Column("character_id", number, autoincrement=False, nullable=False),
        sa.Column("mood", sa.String(24), nullable=False),
        sa.Column("emoji_id", sa.BigInteger()),
        sa.Column("animation", sa.LargeBinary()),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["character_id"], ["characters.id"], name="fk_faces_character_id_characters", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("character_id", "mood", name="pk_faces"),
    )
    op.create_index("ix_faces_used_at", "faces", ["used_at"])
    op.create_table(
        "speeches",
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("webhook_id", sa.BigInteger(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("character_id", number),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_speeches_owner_id_users", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["character_id"], ["characters.id"], name="fk_speeches_character_id_characters", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("message_id", name="pk_speeches"),
    )
    for column in ("owner_id", "character_id", "said_at"):
        op.create_index(f"ix_speeches_{column}", "speeches", [column])


def downgrade() -> None:
    op.drop_table("speeches")
    op.drop_table("faces")
    for column in ("quiet_channel_ids", "speaking"):
        op.drop_column("guild_rules", column)
    op.drop_column("characters", "prefix")
