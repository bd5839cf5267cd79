"""Sticker sets of characters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sticker_sets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("character_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("title", sa.String(64), nullable=False),
        sa.Column("job_id", sa.BigInteger()),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_sticker_sets_owner_id_users", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["character_id"],
            ["characters.id"],
            name="fk_sticker_sets_character_id_characters",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sticker_sets"),
        sa.UniqueConstraint("character_id", name="uq_sticker_sets_character_id"),
        sa.UniqueConstraint("name", name="uq_sticker_sets_name"),
    )
    op.create_index("ix_sticker_sets_owner_id", "sticker_sets", ["owner_id"])


def downgrade() -> None:
    op.drop_table("sticker_sets")
