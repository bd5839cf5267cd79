"""Families of checkpoints, and how a checkpoint's family is detected."""

from __future__ import annotations

from pipeline.characters.diffused.families.detect import PREFIXES, Checkpoint, look_at, recognise
from pipeline.characters.diffused.families.family import CheckpointFamily, family_names, get_family

__all__ = ["PREFIXES", "Checkpoint", "CheckpointFamily", "family_names", "get_family", "look_at", "recognise"]
