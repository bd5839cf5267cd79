"""People, characters, animojis, expressions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SNOWFLAKE = sa.BigInteger()
_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TIME = sa.DateTime(timezone=True)
_CHOICE = sa.String(24)


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", _SNOWFLAKE, autoincrement=False, nullable=False),
        sa.Column("locale", sa.String(10), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )
    op.create_table(
        "characters",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("owner_id", _SNOWFLAKE, nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("name_key", sa.String(120), nullable=False),
        sa.Column("kind", _CHOICE, nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("spec", sa.JSON()),
        sa.Column("picture", sa.LargeBinary()),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], "fk_characters_owner_id_users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_characters"),
        sa.UniqueConstraint("owner_id", "name_key", name="uq_characters_owner_id_name_key"),
    )
    op.create_table(
        "animojis",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("owner_id", _SNOWFLAKE, nullable=False),
        sa.Column("character_id", _ROW_ID, nullable=False),
        sa.Column("track", sa.LargeBinary(), nullable=False),
        sa.Column("caption", sa.String(200), nullable=False),
        sa.Column("background", sa.String(100), nullable=False),
        sa.Column("format", _CHOICE, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("fps", sa.Double(), nullable=False),
        sa.Column("poser", _CHOICE, nullable=False),
        sa.Column("guild_id", _SNOWFLAKE),
        sa.Column("channel_id", _SNOWFLAKE),
        sa.Column("message_id", _SNOWFLAKE),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["character_id"], ["characters.id"], "fk_animojis_character_id_characters", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], "fk_animojis_owner_id_users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_animojis"),
    )
    op.create_index("ix_animojis_owner_id", "animojis", ["owner_id"])
    op.create_index("ix_animojis_character_id", "animojis", ["character_id"])
    op.create_table(
        "expressions",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("owner_id", _SNOWFLAKE, nullable=False),
        sa.Column("animoji_id", _ROW_ID),
        sa.Column("kind", _CHOICE, nullable=False),
        sa.Column("discord_id", _SNOWFLAKE, nullable=False),
        sa.Column("guild_id", _SNOWFLAKE),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["animoji_id"], ["animojis.id"], "fk_expressions_animoji_id_animojis", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], "fk_expressions_owner_id_users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_expressions"),
        sa.UniqueConstraint("discord_id", name="uq_expressions_discord_id"),
    )
    for column in ("owner_id", "animoji_id", "guild_id"):
        op.create_index(f"ix_expressions_{column}", "expressions", [column])


def downgrade() -> None:
    for table in ("expressions", "animojis", "characters", "users"):
        op.drop_table(table)
