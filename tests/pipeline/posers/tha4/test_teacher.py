"""The full networks of version 4 as a teacher answer what they draw."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra 'neural'")

from torch import Tensor  # noqa: E402
from torch.nn import functional  # noqa: E402

from pipeline.posers.student.recipe import recipe_for  # noqa: E402
from pipeline.posers.student.teacher import Device, TeacherName  # noqa: E402
from pipeline.posers.tha3.picture import to_network  # noqa: E402
from pipeline.posers.tha3.plain import double, half, paste_face  # noqa: E402
from pipeline.posers.tha4.networks import Moved  # noqa: E402
from pipeline.posers.tha4.plain import Networks, run_stages  # noqa: E402
from pipeline.posers.tha4.poser import Tha4WeightsMissingError, to_straight  # noqa: E402
from pipeline.posers.tha4.teacher import Tha4Teacher, open_tha4_teacher  # noqa: E402
from pipeline.types import make_pose  # noqa: E402
from tests.pipeline.posers.tha3.untrained import simple_figure  # noqa: E402

POSE = make_pose(eye_wink_left=1.0, mouth_aaa=0.5, head_y=0.7, body_z=-0.4)


def test_it_answers_what_the_networks_draw_and_from_where() -> None:
    torch.manual_seed(3)
    networks, picture = Networks.empty(), simple_figure()
    teacher = Tha4Teacher(picture, networks, Device.CPU)
    faces = teacher.faces(POSE[None])
    assert faces.shape == (1, 192, 192, 4)
    image, pose = to_network(picture, premultiplied=True), torch.from_numpy(POSE[None])
    stages = run_stages(networks, image, pose, finish=False)
    np.testing.assert_array_equal(faces, to_straight(stages.face_morpher.output_image))

    # What the slow networks are asked and answer, rather than their answers to the same once more.
    asked: list[tuple[tuple[Tensor, ...], Moved]] = []
    for network in (networks.body_morpher, networks.upscaler):
        network.register_forward_hook(lambda _, inputs, answer: asked.append((inputs, answer)))
    pictures, flows = teacher.figures(faces, POSE[None, 39:])
    (body_inputs, moved), (upscaler_inputs, finished) = asked
    figure = paste_face(image, to_network(faces[0], premultiplied=True))
    check_equal(body_inputs, (half(figure), pose[:, 39:]))
    check_equal(upscaler_inputs, (figure, double(moved.merged), double(moved.grid_change), pose[:, 39:]))
    assert np.abs(pictures.astype(int) - to_straight(finished.merged)).max() <= 1
    flow = functional.avg_pool2d(finished.grid_change, 2).permute(0, 2, 3, 1).numpy()
    assert np.abs(flows - flow).max() < 2e-3
    assert teacher.faces(POSE[None][:0]).shape == (0, 192, 192, 4)
    assert teacher.figures(faces[:0], POSE[None, 39:][:0])[0].shape == (0, 512, 512, 4)


def check_equal(given: tuple[Tensor, ...], wanted: tuple[Tensor, ...]) -> None:
    assert len(given) == len(wanted)
    for one, other in zip(given, wanted, strict=True):
        torch.testing.assert_close(one, other, rtol=0, atol=1e-6)


def test_without_weights_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Tha4WeightsMissingError, match=r"CC BY-NC"):
        open_tha4_teacher(simple_figure(), Device.CPU, tmp_path)


def test_less_is_asked_of_a_slower_teacher() -> None:
    usual = recipe_for(3600, Device.CPU)
    slow = recipe_for(3600, Device.CPU, teacher=TeacherName.THA4)
    assert slow.teacher is TeacherName.THA4
    assert usual.turns > 3 * slow.turns
