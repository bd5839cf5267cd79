"""Where the three steps run: OpenVINO on a CPU, torch on a GPU (or on a CPU without OpenVINO).

Measured on one AVX-512 core, fp32, milliseconds: rotator 294 eager / 92 ONNX Runtime / 66 OpenVINO, face morpher
113 / 67 / 42, editor 712 / 199 / 147. OpenVINO's bf16 halves that again but errs by more than one level.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from pipeline.threads import threads
from pipeline.types import Float32Array

log = logging.getLogger(__name__)

BATCH: Final = 8
"""Jobs that are asked for together; a CUDA graph takes as many at once."""

Arrays = tuple[Float32Array, ...]
"""The inputs of one job; each array's first axis is 1."""


class Step(Protocol):
    """A step, ready to run: jobs in, each job's output out, in order."""

    def __call__(self, jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]: ...


Backend = Callable[[str, nn.Module, Arrays], Step]
"""(name, module, example inputs) -> the module, ready to run."""


def choose_backend(cache: Path) -> Backend:
    """The fastest backend here. ``cache``: a folder for compiled models."""
    if torch.cuda.is_available():
        return cuda_backend()
    if importlib.util.find_spec("openvino") is None:
        return torch_backend()
    return openvino_backend(cache)


def torch_backend() -> Backend:
    """Eager torch on the CPU, in fp32, one job at a time (batches are no faster there)."""

    def prepare(_name: str, module: nn.Module, _example: Arrays) -> Step:
        @torch.inference_mode()
        def step(jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
            return [module(*(torch.from_numpy(array) for array in job)).numpy() for job in jobs]

        return step

    return prepare


def cuda_backend(dtype: torch.dtype = torch.float16) -> Backend:
    """Torch on an NVIDIA GPU: a step is captured as a CUDA graph for ``BATCH`` jobs and replayed, so that
    hundreds of small kernels cost one launch.
    """

    def prepare(_name: str, module: nn.Module, example: Arrays) -> Step:
        places = [DeviceInput(array, torch.device("cuda")) for array in example]
        graph, output = _captured(module.to("cuda"), [place.tensor for place in places], dtype)

        def run() -> Tensor:
            graph.replay()
            return output

        return _placed(places, run)

    return prepare


def batched_backend() -> Backend:
    """As ``cuda_backend``, but in fp32 on the CPU and without a graph: batches are handled alike where no GPU is."""

    def prepare(_name: str, module: nn.Module, example: Arrays) -> Step:
        places = [DeviceInput(array, torch.device("cpu")) for array in example]

        @torch.inference_mode()
        def run() -> Tensor:
            answer: Tensor = module(*(place.tensor for place in places))
            return answer

        return _placed(places, run)

    return prepare


class DeviceInput:
    """Where an input of up to ``BATCH`` jobs lies on a device.

    An array that all jobs share, such as a character's figure, is sent once, and not again until another one comes;
    what differs is sent from memory that the device can read by itself.
    """

    def __init__(self, example: Float32Array, device: torch.device) -> None:
        shape = (BATCH, *example.shape[1:])
        self.tensor = torch.zeros(shape, device=device)
        self.sent = 0
        """Numbers that went to the device so far."""
        self._shared: Float32Array | None = None
        self._staging: Tensor | None = None

    def put(self, column: Sequence[Float32Array]) -> None:
        """The input of these jobs; further ones of the batch keep what they had."""
        first = column[0]
        if all(array is first for array in column):
            if first is not self._shared:
                self.tensor.copy_(torch.from_numpy(first).to(self.tensor.device).expand_as(self.tensor))
                self._shared = first
                self.sent += first.size
            return
        self._shared = None
        if self._staging is None:
            self._staging = torch.zeros(self.tensor.shape, pin_memory=self.tensor.is_cuda)
        part = self._staging[: len(column)]
        np.concatenate(column, out=part.numpy())
        self.tensor[: len(column)].copy_(part, non_blocking=True)
        self.sent += part.numel()


def _placed(places: Sequence[DeviceInput], run: Callable[[], Tensor]) -> Step:
    """A step that puts its jobs in their places, ``BATCH`` at a time; ``run`` answers for all places."""

    def step(jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
        outputs: list[npt.NDArray[Any]] = []
        for start in range(0, len(jobs), BATCH):
            part = jobs[start : start + BATCH]
            for place, column in zip(places, zip(*part, strict=True), strict=True):
                place.put(column)
            # The copy waits for the device, so the next batch may use the same places.
            outputs += list(run()[: len(part)].numpy(force=True)[:, None])
        return outputs

    return step


@torch.inference_mode()
def _captured(module: nn.Module, inputs: list[Tensor], dtype: torch.dtype) -> tuple[torch.cuda.CUDAGraph, Tensor]:
    """The module on these very tensors as a graph, and the tensor that a replay writes."""

    def run() -> Tensor:
        # Cached casts would be freed behind the graph's back.
        with torch.autocast("cuda", dtype, cache_enabled=False):
            answer: Tensor = module(*inputs)
        return answer

    # Libraries choose their kernels in the first runs, which must not be captured.
    side = torch.cuda.Stream()  # type: ignore[no-untyped-call]
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(3):
            run()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        output = run()
    return graph, output


def open_core(cache: Path) -> tuple[Any, int]:
    """OpenVINO's core, which keeps compiled models in ``cache``, and how many jobs may run side by side."""
    # OpenVINO's converter reports its use to its makers unless that package cannot be imported; nobody was asked here.
    cast(dict[str, Any], sys.modules).setdefault("openvino_telemetry", None)
    import openvino

    core = openvino.Core()
    cache.mkdir(parents=True, exist_ok=True)
    core.set_property({"CACHE_DIR": str(cache)})
    return core, threads()


def convert_once(cache: Path, name: str, module: nn.Module, example: Sequence[npt.NDArray[Any]]) -> Path:
    """The module as an OpenVINO model in ``cache``, converted when it is not there yet."""
    import openvino

    file = cache / f"{name}.xml"
    if not file.exists():
        log.warning("Talking Head Anime is prepared for this machine (%s), once: some seconds.", name)
        inputs = tuple(torch.from_numpy(array) for array in example)
        with warnings.catch_warnings():  # tracing warns of shapes, which are fixed here
            warnings.simplefilter("ignore")
            # The converter would trace by itself, and twice more to check it, which takes three times as long.
            traced = torch.jit.trace(module, inputs, strict=False, check_trace=False)  # type: ignore[no-untyped-call]
            converted = openvino.convert_model(traced, example_input=inputs, input=[a.shape for a in example])
        openvino.save_model(converted, file, compress_to_fp16=False)
    return file


def openvino_backend(cache: Path) -> Backend:
    """OpenVINO in fp32, as many jobs at once as there are cores, compiled models cached in ``cache``."""
    core, workers = open_core(cache)
    import openvino

    config = {"INFERENCE_PRECISION_HINT": "f32", "NUM_STREAMS": str(workers), "INFERENCE_NUM_THREADS": str(workers)}

    def prepare(name: str, module: nn.Module, example: Arrays) -> Step:
        file = convert_once(cache, name, module, example)
        compiled = core.compile_model(file, "CPU", config)
        queue = openvino.AsyncInferQueue(compiled, workers)

        def step(jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
            outputs: list[npt.NDArray[Any]] = [np.empty(0)] * len(jobs)

            def keep(request: Any, index: int) -> None:
                outputs[index] = request.get_output_tensor().data.copy()

            queue.set_callback(keep)
            for index, job in enumerate(jobs):
                queue.start_async(dict(enumerate(job)), index)
            queue.wait_all()
            return outputs

        return step

    return prepare
