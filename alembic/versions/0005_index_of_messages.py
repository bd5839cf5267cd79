"""Finding an animoji by the message it stands in."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_animojis_message_id", "animojis", ["message_id"])


def downgrade() -> None:
    op.drop_index("ix_animojis_message_id", "animojis")
