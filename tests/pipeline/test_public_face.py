"""The pipeline's public face: what the bot may use of it. The walls themselves are contracts in pyproject.toml."""

from __future__ import annotations

import pipeline


def test_all_that_the_public_face_names_is_there() -> None:
    assert all(hasattr(pipeline, name) for name in pipeline.__all__)
