"""Characters that people show to everybody in a server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "gallery",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("character_id", row_id, autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "character_id", name="pk_gallery"),
        sa.ForeignKeyConstraint(
            ["character_id"], ["characters.id"], name="fk_gallery_character_id_characters", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_gallery_character_id", "gallery", ["character_id"])


def downgrade() -> None:
    op.drop_table("gallery")
