"""Whose turn it is among those whose jobs wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import orm

from bot.domain import STUDENT_JOB, JobState, Platform
from bot.store.models import JobRow

ASKED_FOR: Final = JobRow.kind != STUDENT_JOB
"""Somebody waits for it."""


def asked_on(platform: Platform) -> sa.ColumnElement[bool]:
    """Whether a job's owner is one of these people."""
    return JobRow.owner_id < 0 if platform.person(1) < 0 else JobRow.owner_id >= 0


def in_turn(query: sa.Select[Any], platform: Platform) -> sa.Select[Any]:
    """Of the jobs that wait and are due by the parameter ``now``, the next one first.

    That is everybody's first job, then everybody's second, and so on.
    Everybody has one place in the line, and takes it for their next job when the one before it begins; a server has its
    place in the same way.
    """
    number = sa.func.row_number().over(partition_by=JobRow.owner_id, order_by=(JobRow.queued_at, JobRow.id))
    of_person = _later(JobRow.queued_at, _last_start(JobRow.owner_id))
    waits = (
        sa.select(JobRow.id, JobRow.guild_id, number.label("number"), of_person.label("of_person"))
        .where(JobRow.state == JobState.QUEUED, ASKED_FOR, asked_on(platform))
        .subquery("waits")
    )
    of_place = _later(waits.c.of_person, _last_start(JobRow.guild_id, waits.c.guild_id))
    return (
        query.join(waits, waits.c.id == JobRow.id)
        .where(JobRow.state == JobState.QUEUED, JobRow.due_at <= sa.bindparam("now"))
        .order_by(waits.c.number, of_place, waits.c.of_person, JobRow.id)
    )


def _last_start(column: orm.InstrumentedAttribute[Any], of: Any = None) -> sa.ScalarSelect[Any]:
    """When a job of the same person, or server, last began to be drawn."""
    other = orm.aliased(JobRow)
    same = getattr(other, column.key) == (column if of is None else of)
    return sa.select(sa.func.max(other.started_at)).where(same, other.kind != STUDENT_JOB).scalar_subquery()


def _later(one: Any, other: Any) -> sa.ColumnElement[datetime]:
    """The later one of two moments; ``other`` may be NULL."""
    return sa.case((other > one, other), else_=one)
