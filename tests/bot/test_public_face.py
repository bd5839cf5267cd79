"""The bot knows the pipeline by its public face alone."""

from __future__ import annotations

import ast

import pipeline
from tests.shared_data import ROOT


def test_the_bot_imports_nothing_from_inside_the_pipeline() -> None:
    inside = [
        f"{path.relative_to(ROOT)}: {node.module}"
        for path in (ROOT / "bot").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline.")
    ]
    assert not inside


def test_all_that_the_public_face_names_is_there() -> None:
    assert all(hasattr(pipeline, name) for name in pipeline.__all__)
