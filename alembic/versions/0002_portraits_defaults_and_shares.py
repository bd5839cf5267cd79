"""Portraits of characters, the default one, and codes to share them by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # No batch mode here: on SQLite it drops the table for a moment, which would take the animojis with it.
    op.add_column("characters", sa.Column("portrait", sa.LargeBinary()))
    op.add_column("characters", sa.Column("is_default", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("characters", sa.Column("share_code", sa.String(12)))
    op.create_index("ix_characters_share_code", "characters", ["share_code"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_characters_share_code", "characters")
    for column in ("share_code", "is_default", "portrait"):
        op.drop_column("characters", column)
