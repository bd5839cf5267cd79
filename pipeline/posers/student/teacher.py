"""The teacher: Talking Head Anime 3, asked many times as cheaply as it can be.

Measured on 2 cores (AVX-512 with bf16), CPU seconds an item: a face 0.061 (fp32; bf16 is slower there), a turned figure
0.26 (fp32) or 0.15 (bf16: 55.5 dB from fp32, its flow 0.02 px off, which is good enough to learn from).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from pipeline.types import Frames, Poses, make_pose
from pipeline.types.arrays import Float32Array
from pipeline.types.frames import PICTURE_SIZE

if TYPE_CHECKING:
    from torch import Tensor

    from pipeline.posers.lids import Lids
    from pipeline.posers.student.design import Turns
    from pipeline.posers.tha3.weights import Networks

Flows = npt.NDArray[np.float16]
"""float16 [N, 256, 256, 2]: where in the picture each pixel's colour comes from, x and y, in halves of the picture."""

FACE_TOP: Final = 32
FACE_LEFT: Final = 160
FACE_SIZE: Final = 192
"""The square of the aligned picture in which the face moves."""

_GPU_BATCH: Final = 16


class Device(str, Enum):
    """Where the teacher runs."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class TeacherName(str, Enum):
    """Whose pictures a student learns."""

    THA3 = "tha3"
    THA4 = "tha4"
    """The full networks of version 4: finer where something hidden comes to light, and many times slower."""


class Teacher(Protocol):
    """Draws faces and turned figures of one picture. All pictures have straight alpha."""

    device: Device

    def faces(self, poses: Poses) -> Frames:
        """The face's square in each pose [N, 45]: uint8 [N, 192, 192, 4]."""
        ...

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        """The picture with these faces [N, 192, 192, 4], turned by [N, 6]: uint8 [N, 512, 512, 4], and its flow."""
        ...


class TidyTeacher:
    """A teacher who leaves the picture's corners empty (``spots``) and paints lids of the skin's colour (``lids``).

    Args:
        teacher: who answers.
        picture: what the teacher moves, uint8 [512, 512, 4].
    """

    def __init__(self, teacher: Teacher, picture: Frames) -> None:
        # Here, as who only names teachers needs no OpenCV.
        from pipeline.posers.spots import Surroundings

        self.device = teacher.device
        self._teacher = teacher
        self._picture = picture
        self._surroundings = Surroundings(picture)

    def faces(self, poses: Poses) -> Frames:
        """As ``Teacher.faces``."""
        return self._lids.mended(self._teacher.faces(poses), poses)

    @cached_property
    def _lids(self) -> Lids:
        from pipeline.posers.lids import Lids

        still = self._picture[FACE_TOP : FACE_TOP + FACE_SIZE, FACE_LEFT : FACE_LEFT + FACE_SIZE]
        return Lids(still, self._teacher.faces(make_pose(eye_wink=1.0)[None])[0])

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        """As ``Teacher.figures``."""
        pictures, flows = self._teacher.figures(faces, turns)
        return self._surroundings.without_spots(pictures), flows


def resolve_device(device: Device) -> Device:
    """CPU or CUDA: AUTO is the GPU where there is one.

    Raises:
        NoGpuError: CUDA was asked for and there is none.
        NeuralExtraMissingError: torch is not installed.
    """
    from pipeline.posers.student.errors import NoGpuError
    from pipeline.posers.tha3.poser import NeuralExtraMissingError

    try:
        import torch
    except ImportError as error:
        raise NeuralExtraMissingError from error
    has_gpu = torch.cuda.is_available()
    if device is Device.CUDA and not has_gpu:
        raise NoGpuError
    return Device.CUDA if has_gpu and device is not Device.CPU else Device.CPU


def open_teacher(picture: Frames, device: Device, models: Path) -> Teacher:
    """Talking Head Anime 3 as the teacher of one aligned picture, uint8 [512, 512, 4].

    Args:
        models: the folder of third-party weights, and of what is compiled of them.

    Raises:
        WeightsMissingError: the official weights are not here.
        NeuralExtraMissingError: torch is not installed.
        NoGpuError: CUDA was asked for and there is none.
    """
    import importlib.util

    from pipeline.posers.tha3.poser import compiled_steps, open_networks

    networks = open_networks(models)
    device = resolve_device(device)
    if device is Device.CUDA or importlib.util.find_spec("openvino") is None:
        batch = _GPU_BATCH if device is Device.CUDA else 1
        return TidyTeacher(TorchTeacher(picture, networks, device, batch), picture)
    return TidyTeacher(OpenVinoTeacher(picture, networks, compiled_steps(models)), picture)


class _Prepared:
    """What is computed once for a picture: the networks' view of it and its brow layers, float32, on a device."""

    def __init__(self, picture: Frames, networks: Networks, device: Device = Device.CPU) -> None:
        import torch

        from pipeline.posers.tha3.picture import to_network
        from pipeline.posers.tha3.plain import FACE_REGION, decompose

        self.image: Tensor = to_network(picture)
        with torch.inference_mode():
            layers = decompose(networks, self.image)
        face = self.image[(..., *FACE_REGION)].contiguous()
        self.image = self.image.to(device.value)
        self.face_inputs: list[Tensor] = [
            tensor.to(device.value) for tensor in (layers.background_layer, layers.eyebrow_layer, face)
        ]

    def with_face(self, face: Frames) -> Tensor:
        """The picture [1, 4, 512, 512] with its face's square replaced."""
        from pipeline.posers.tha3.picture import to_network
        from pipeline.posers.tha3.plain import paste_face

        return paste_face(self.image, to_network(face).to(self.image.device))


class OpenVinoTeacher:
    """One job a core, and twice as many waiting, so that no core waits for Python."""

    device = Device.CPU

    def __init__(self, picture: Frames, networks: Networks, cache: Path) -> None:
        import torch

        from pipeline.posers.student.lessons import FaceLesson, FigureLesson
        from pipeline.posers.tha3.backends import convert_once, open_core

        self._prepared = _Prepared(picture, networks)
        core, workers = open_core(cache)
        self._base = self._prepared.image.numpy()
        self._face_inputs = tuple(tensor.numpy() for tensor in self._prepared.face_inputs)
        examples: dict[str, tuple[torch.nn.Module, tuple[npt.NDArray[Any], ...], str]] = {
            "face_lesson": (FaceLesson(networks), (*self._face_inputs, np.zeros((1, 39), np.float32)), "f32"),
            "figure_lesson": (FigureLesson(networks), (self._base, np.zeros((1, 6), np.float32)), _cheapest(core)),
        }
        self._queues = {}
        import openvino

        for name, (module, example, precision) in examples.items():
            file = convert_once(cache, name, module.eval(), example)
            config = {
                "INFERENCE_PRECISION_HINT": precision,
                "NUM_STREAMS": str(workers),
                "INFERENCE_NUM_THREADS": str(workers),
            }
            self._queues[name] = openvino.AsyncInferQueue(core.compile_model(file, "CPU", config), 2 * workers)

    def faces(self, poses: Poses) -> Frames:
        """As ``Teacher.faces``."""
        answers = np.empty((len(poses), FACE_SIZE, FACE_SIZE, 4), np.uint8)
        jobs = ((*self._face_inputs, np.ascontiguousarray(pose[None, :39])) for pose in poses)
        self._ask("face_lesson", jobs, [answers])
        return answers

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        """As ``Teacher.figures``."""
        pictures = np.empty((len(turns), PICTURE_SIZE, PICTURE_SIZE, 4), np.uint8)
        flows = np.empty((len(turns), PICTURE_SIZE // 2, PICTURE_SIZE // 2, 2), np.float16)
        jobs = (
            (self._prepared.with_face(face).numpy(), np.ascontiguousarray(turn[None]))
            for face, turn in zip(faces, turns, strict=True)
        )
        self._ask("figure_lesson", jobs, [pictures, flows])
        return pictures, flows

    def _ask(self, name: str, jobs: Iterator[tuple[Float32Array, ...]], answers: Sequence[npt.NDArray[Any]]) -> None:
        queue = self._queues[name]

        def keep(request: Any, index: int) -> None:
            for number, answer in enumerate(answers):
                answer[index] = request.get_output_tensor(number).data[0]

        queue.set_callback(keep)
        for index, job in enumerate(jobs):
            queue.start_async(dict(enumerate(job)), index)
        queue.wait_all()


def _cheapest(core: Any) -> str:
    """bf16 where the processor computes in it, else fp32."""
    return "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"


class TorchTeacher:
    """torch in fp32: a few at a time on a GPU, to which only faces and poses are sent.

    Args:
        picture: uint8 [512, 512, 4], straight alpha.
        batch: how many at a time; one on a CPU, where more are no faster.
    """

    def __init__(self, picture: Frames, networks: Networks, device: Device, batch: int) -> None:
        from pipeline.posers.student.lessons import FaceLesson, FigureLesson

        self.device = device
        self._batch = batch
        self._prepared = _Prepared(picture, networks, device)
        self._face = FaceLesson(networks).eval().to(device.value)
        self._figure = FigureLesson(networks).eval().to(device.value)

    def faces(self, poses: Poses) -> Frames:
        """As ``Teacher.faces``."""
        import torch

        answers = [np.empty((0, FACE_SIZE, FACE_SIZE, 4), np.uint8)]
        with torch.inference_mode():
            for part in _batches(len(poses), self._batch):
                pose = torch.from_numpy(np.ascontiguousarray(poses[part, :39])).to(self.device.value)
                layers = [tensor.expand(len(pose), -1, -1, -1) for tensor in self._prepared.face_inputs]
                answers.append(self._face(*layers, pose).numpy(force=True))
        return np.concatenate(answers)

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        """As ``Teacher.figures``."""
        import torch

        pictures = [np.empty((0, PICTURE_SIZE, PICTURE_SIZE, 4), np.uint8)]
        flows = [np.empty((0, 256, 256, 2), np.float16)]
        with torch.inference_mode():
            for part in _batches(len(turns), self._batch):
                figures = torch.cat([self._prepared.with_face(face) for face in faces[part]])
                turn = torch.from_numpy(np.ascontiguousarray(turns[part])).to(self.device.value)
                picture, flow = self._figure(figures, turn)
                pictures.append(picture.numpy(force=True))
                flows.append(flow.numpy(force=True).astype(np.float16))
        return np.concatenate(pictures), np.concatenate(flows)


def _batches(count: int, size: int) -> Iterator[slice]:
    for start in range(0, count, size):
        yield slice(start, start + size)
