"""The full networks of version 4 as a teacher answer what they draw."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from torch.nn import functional  # noqa: E402

from pipeline.posers.student.recipe import recipe_for  # noqa: E402
from pipeline.posers.student.teacher import Device, TeacherName, open_teacher  # noqa: E402
from pipeline.posers.student.tha4_teacher import Tha4Teacher  # noqa: E402
from pipeline.posers.tha3.picture import to_network  # noqa: E402
from pipeline.posers.tha4.plain import Networks, run_stages  # noqa: E402
from pipeline.posers.tha4.poser import Tha4WeightsMissingError, to_straight  # noqa: E402
from pipeline.types import make_pose  # noqa: E402
from tests.pipeline.posers.tha3.untrained import simple_figure  # noqa: E402

POSE = make_pose(eye_wink_left=1.0, mouth_aaa=0.5, head_y=0.7, body_z=-0.4)


def test_it_answers_what_the_networks_draw_and_from_where() -> None:
    torch.manual_seed(3)
    networks, picture = Networks.empty(), simple_figure()
    teacher = Tha4Teacher(picture, networks, Device.CPU)
    faces = teacher.faces(POSE[None])
    assert faces.shape == (1, 192, 192, 4)
    pictures, flows = teacher.figures(faces, POSE[None, 39:])
    stages = run_stages(networks, to_network(picture, premultiplied=True), torch.from_numpy(POSE[None]))
    assert stages.upscaler is not None
    expected = to_straight(stages.picture)
    seen = expected[..., 3] > 0
    assert np.abs(pictures.astype(int) - expected)[seen].mean() < 1, "but for the rounding of the face"
    flow = functional.avg_pool2d(stages.upscaler.grid_change, 2).permute(0, 2, 3, 1).numpy()
    assert np.abs(flows - flow).mean() < 2e-3
    assert teacher.faces(POSE[None][:0]).shape == (0, 192, 192, 4)
    assert teacher.figures(faces[:0], POSE[None, 39:][:0])[0].shape == (0, 512, 512, 4)


def test_without_weights_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Tha4WeightsMissingError, match=r"CC BY-NC"):
        open_teacher(simple_figure(), Device.CPU, tmp_path, TeacherName.THA4)


def test_less_is_asked_of_a_slower_teacher() -> None:
    usual = recipe_for(3600, Device.CPU)
    slow = recipe_for(3600, Device.CPU, teacher=TeacherName.THA4)
    assert slow.teacher is TeacherName.THA4
    assert usual.turns > 3 * slow.turns
