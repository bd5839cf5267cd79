"""The GPU's benchmark: without one it says so, and its poses all differ."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from benchmarks import gpu  # noqa: E402
from pipeline.posers.tha3.fast import merge_poses  # noqa: E402


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_without_a_gpu_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(gpu.NeedsGpuError, match=r"needs an NVIDIA GPU.*run it where one is\.$"):
        gpu.run()
    monkeypatch.setattr("sys.argv", ["gpu"])
    with pytest.raises(SystemExit, match="2"):
        gpu.main()
    assert capsys.readouterr().err == str(gpu.NeedsGpuError()) + "\n"


def test_no_pose_is_drawn_from_memory() -> None:
    poses = merge_poses(gpu._poses(128))
    assert len(np.unique(poses, axis=0)) == 128
    assert len(np.unique(poses[:, :39], axis=0)) == 128
