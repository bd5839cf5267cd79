"""A flow is learnt as it is seen: across edges, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.posers.student.fit import Search, fit_field
from pipeline.posers.student.kernels import KernelKind
from pipeline.posers.student.metric import flow_metric
from pipeline.posers.student.model import Box
from pipeline.types import Frames

BOX = Box(128, 128, 64, 64)


def stripes() -> Frames:
    """Upright stripes on the left half of the box, and nothing on the right one."""
    picture = np.zeros((512, 512, 4), np.uint8)
    picture[:, 100:160][:, np.arange(60) % 12 < 6] = 255
    return picture


def test_an_error_is_as_long_as_it_is_seen() -> None:
    metric = flow_metric(stripes(), [np.zeros((2, 32, 32, 2), np.float32)], BOX)
    across, along = np.zeros((2, 1, 32, 32, 2), np.float32)
    across[..., 0], along[..., 1] = 1, 1
    seen = [np.linalg.norm(metric.of(flow)[0], axis=-1) for flow in (across, along)]
    assert seen[0][:, 3:12].min() > 0.7
    assert seen[1][:, 3:12].max() == pytest.approx(0.2, abs=0.05)
    for plain in seen:
        assert plain[:, 20:] == pytest.approx(0.2, abs=0.01)


def test_it_follows_the_picture_as_it_is_warped() -> None:
    """Where the flow takes the stripes to, they are seen."""
    flow = np.zeros((1, 32, 32, 2), np.float32)
    flow[..., 0] = -32 / 256
    moved = flow_metric(stripes(), [flow], BOX).of(np.ones((1, 32, 32, 2), np.float32))
    assert np.linalg.norm(moved[0, :, 19:28], axis=-1).min() > 0.7


def test_a_field_that_is_learnt_so_shows_plain_flows() -> None:
    rng = np.random.default_rng(3)
    turns = rng.uniform(-1, 1, (40, 6)).astype(np.float32)
    way = np.stack(np.meshgrid(np.linspace(0, 0.1, 32), np.linspace(0.1, 0, 32)), axis=-1).astype(np.float32)
    flows = (turns[:, 0, None, None, None] * way).astype(np.float32)
    metric = flow_metric(stripes(), [flows], BOX)
    where = np.ones((32, 32), np.float32)
    where[:5] = 0
    search = Search((3.0,) * 8, (1e-6,))
    field = metric.undone(fit_field(turns, lambda: [metric.of(flows)], where, KernelKind.TURN, 2, search).field)
    from pipeline.posers.student.paint import FieldPainter

    poses = np.concatenate([np.zeros((40, 39), np.float32), turns], axis=1)
    drawn = FieldPainter(field)(poses)
    assert (drawn[:, :5] == 0).all()
    assert np.abs(drawn - flows)[:, 5:].max() < 0.002
