"""Places that take an animoji: what file each of them wants, and whether a file is one."""

from __future__ import annotations

from pipeline.targets.check import check_file
from pipeline.targets.table import TARGETS, Target, UnknownTargetError, find_target

__all__ = ["TARGETS", "Target", "UnknownTargetError", "check_file", "find_target"]
