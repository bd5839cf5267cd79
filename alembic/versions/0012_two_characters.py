"""Two characters in one animoji, and friends who are asked to lend one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_FOREIGN_KEY = "fk_animojis_partner_id_characters"


def upgrade() -> None:
    row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("animojis") as table:
        table.add_column(sa.Column("partner_id", row_id))
        table.add_column(sa.Column("partner_track", sa.LargeBinary()))
        table.create_foreign_key(_FOREIGN_KEY, "characters", ["partner_id"], ["id"], ondelete="CASCADE")
        table.create_index("ix_animojis_partner_id", ["partner_id"])
    op.create_table(
        "invitations",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asker_id", sa.BigInteger(), nullable=False),
        sa.Column("friend_id", sa.BigInteger(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("token_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
    )
    op.create_index("ix_invitations_asker_id", "invitations", ["asker_id"])
    op.create_index("ix_invitations_friend_id", "invitations", ["friend_id"])


def downgrade() -> None:
    op.drop_table("invitations")
    op.execute("DELETE FROM animojis WHERE partner_id IS NOT NULL")  # alone it would be another animoji
    with op.batch_alter_table("animojis") as table:
        table.drop_index("ix_animojis_partner_id")
        table.drop_constraint(_FOREIGN_KEY, type_="foreignkey")
        table.drop_column("partner_track")
        table.drop_column("partner_id")
