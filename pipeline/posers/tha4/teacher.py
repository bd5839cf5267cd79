"""Talking Head Anime 4 as the teacher: its full networks, whose weights are their user's to bring (CC BY-NC 4.0).

A turned figure takes them 13 times as long as version 3 on a processor, so this is for a GPU, or for a night.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from pipeline.posers.student.design import Turns
from pipeline.posers.student.teacher import FACE_SIZE, Device, Flows, Teacher, TidyTeacher, resolve_device
from pipeline.posers.tha3.networks import EYEBROW_POSE, FACE_POSE
from pipeline.posers.tha3.picture import to_network
from pipeline.posers.tha3.plain import EYEBROW_IN_FACE, FACE_REGION, double, half, paste_face
from pipeline.posers.tha4.plain import Networks, decompose
from pipeline.posers.tha4.poser import open_full_networks, to_straight
from pipeline.types import Frames, Poses
from pipeline.types.frames import PICTURE_SIZE

_GPU_BATCH = 4


def open_tha4_teacher(picture: Frames, device: Device, models: Path) -> Teacher:
    """The teacher of one aligned picture, uint8 [512, 512, 4].

    Args:
        models: the folder of third-party weights.

    Raises:
        Tha4WeightsMissingError: nobody has brought the weights.
        NoGpuError: CUDA was asked for and there is none.
    """
    return TidyTeacher(Tha4Teacher(picture, open_full_networks(models), resolve_device(device)), picture)


class Tha4Teacher:
    """As ``Teacher``: torch in fp32, a few at a time on a GPU, one at a time on a CPU."""

    def __init__(self, picture: Frames, networks: Networks, device: Device) -> None:
        self.device = device
        self._batch = _GPU_BATCH if device is Device.CUDA else 1
        self._networks = networks
        for network in networks.by_name().values():
            network.to(device.value)
        self._image = to_network(picture, premultiplied=True).to(device.value)
        self._layers = decompose(networks, self._image)

    @torch.inference_mode()
    def faces(self, poses: Poses) -> Frames:
        """As ``Teacher.faces``."""
        answers = [np.empty((0, FACE_SIZE, FACE_SIZE, 4), np.uint8)]
        for part in self._parts(len(poses)):
            pose = self._there(poses[part])
            layers = (self._layers.background_layer, self._layers.eyebrow_layer)
            brows = self._networks.eyebrow_morphing_combiner(
                *(layer.expand(len(pose), -1, -1, -1) for layer in layers), pose[:, EYEBROW_POSE]
            )
            face = self._image[(..., *FACE_REGION)].repeat(len(pose), 1, 1, 1)
            face[(..., *EYEBROW_IN_FACE)] = brows.eyebrow_image_no_combine_alpha
            moved = self._networks.face_morpher(face, pose[:, FACE_POSE])
            answers.append(to_straight(moved.output_image.cpu()))
        return np.concatenate(answers)

    @torch.inference_mode()
    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        """As ``Teacher.figures``."""
        pictures = [np.empty((0, PICTURE_SIZE, PICTURE_SIZE, 4), np.uint8)]
        flows = [np.empty((0, 256, 256, 2), np.float16)]
        for part in self._parts(len(turns)):
            worn = [to_network(face, premultiplied=True).to(self.device.value) for face in faces[part]]
            figure = torch.cat([paste_face(self._image, face) for face in worn])
            turn = self._there(turns[part])
            moved = self._networks.body_morpher(half(figure), turn)
            finished = self._networks.upscaler(figure, double(moved.merged), double(moved.grid_change), turn)
            pictures.append(to_straight(finished.merged.cpu()))
            flow = functional.avg_pool2d(finished.grid_change, 2).permute(0, 2, 3, 1)
            flows.append(flow.numpy(force=True).astype(np.float16))
        return np.concatenate(pictures), np.concatenate(flows)

    def _there(self, values: Poses) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(values)).to(self.device.value)

    def _parts(self, count: int) -> Iterator[slice]:
        for start in range(0, count, self._batch):
            yield slice(start, start + self._batch)
