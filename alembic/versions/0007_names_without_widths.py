"""Names that differ in nothing but the width of their letters are the same name."""

from __future__ import annotations

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_characters = sa.table(
    "characters",
    sa.column("id", sa.BigInteger),
    sa.column("owner_id", sa.BigInteger),
    sa.column("name", sa.String),
    sa.column("name_key", sa.String),
)
_NAME, _KEY = 40, 120


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def upgrade() -> None:
    """The older of two characters that now have one name keeps it; the other gets a number."""
    connection = op.get_bind()
    rows = connection.execute(sa.select(_characters).order_by(_characters.c.owner_id, _characters.c.id)).all()
    taken: dict[int, set[str]] = {}
    for row in rows:
        # A name whose key stays as it is has the first right to it, however young it is.
        if _key(row.name) == row.name_key:
            taken.setdefault(row.owner_id, set()).add(row.name_key)
    for row in rows:
        if _key(row.name) == row.name_key:
            continue
        name, number = row.name, 2
        keys = taken.setdefault(row.owner_id, set())
        while _key(name) in keys or len(_key(name)) > _KEY:
            stem = row.name[: _NAME - len(f" {number}")].rstrip()
            while len(_key(f"{stem} {number}")) > _KEY:
                stem = stem[:-1].rstrip()
            name, number = f"{stem} {number}", number + 1
        keys.add(_key(name))
        change = sa.update(_characters).where(_characters.c.id == row.id)
        connection.execute(change.values(name=name, name_key=_key(name)))


def downgrade() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(_characters.c.id, _characters.c.name)).all():
        change = sa.update(_characters).where(_characters.c.id == row.id)
        connection.execute(change.values(name_key=row.name.casefold()))
