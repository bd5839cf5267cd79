"""What a voice said stays beside the motion that was made of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("animojis", sa.Column("sound", sa.LargeBinary()))


def downgrade() -> None:
    op.drop_column("animojis", "sound")
