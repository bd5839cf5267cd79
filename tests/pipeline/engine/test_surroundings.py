"""What a pipeline process may read is named place by place."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import pytest

from pipeline.engine.surroundings import surroundings
from pipeline.types import PipelineSettings

CHECKOUTS = ("/opt/animemoji", "/usr/local/src/animemoji", "/usr/src/animemoji", "/srv/animemoji", "/home/me/animemoji")


@pytest.mark.parametrize("prefix", [None, "/usr", "/usr/local"])
@pytest.mark.parametrize("checkout", CHECKOUTS)
def test_no_place_where_people_keep_their_settings_is_read(
    checkout: str, prefix: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever Python runs it: that of the system has its prefix in common with much else."""
    if prefix is not None:
        for name in ("prefix", "base_prefix", "exec_prefix"):
            monkeypatch.setattr(sys, name, prefix)
        monkeypatch.setattr(sysconfig, "get_paths", lambda: {"data": prefix, "stdlib": f"{prefix}/lib/python3.11"})
    around = surroundings(PipelineSettings(models=tmp_path / "models", students=tmp_path / "students"), tmp_path)
    readable = {Path(place) for place in around.confinement.readable}
    for secret in (Path(checkout) / ".env", Path(checkout) / "data" / "animemoji.sqlite3"):
        assert readable.isdisjoint(secret.parents)
    assert Path("/usr/lib") in readable
