"""Several pictures to choose a character from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "candidates",
        sa.Column("character_id", row_id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("character_id", "number", name="pk_candidates"),
        sa.ForeignKeyConstraint(
            ["character_id"], ["characters.id"], name="fk_candidates_character_id_characters", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("candidates")
