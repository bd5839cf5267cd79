"""Places that take an animoji: what file, and what pack of files, each of them wants, and whether a file is one."""

from __future__ import annotations

from pipeline.targets.archive import HOW_TO, check_upload, target_steps, write_pack
from pipeline.targets.check import check_file
from pipeline.targets.packs import FEELINGS, Piece, feelings_for, lead_of, pieces_of, rules_of
from pipeline.targets.table import TARGETS, Target, UnknownTargetError, find_target

__all__ = [
    "FEELINGS",
    "HOW_TO",
    "TARGETS",
    "Piece",
    "Target",
    "UnknownTargetError",
    "check_file",
    "check_upload",
    "feelings_for",
    "find_target",
    "lead_of",
    "pieces_of",
    "rules_of",
    "target_steps",
    "write_pack",
]
