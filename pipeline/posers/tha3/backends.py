"""Where the three steps run: OpenVINO on a CPU, torch on a GPU (or on a CPU without OpenVINO).

Measured on one AVX-512 core, fp32, milliseconds: rotator 294 eager / 92 ONNX Runtime / 66 OpenVINO, face morpher
113 / 67 / 42, editor 712 / 199 / 147. OpenVINO's bf16 halves that again but errs by more than one level.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

log = logging.getLogger(__name__)

Arrays = tuple[npt.NDArray[np.float32], ...]
"""The inputs of one job; each array's first axis is 1."""


class Step(Protocol):
    """A step, ready to run: jobs in, each job's output out, in order."""

    def __call__(self, jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]: ...


Backend = Callable[[str, nn.Module, Arrays], Step]
"""(name, module, example inputs) -> the module, ready to run."""


def choose_backend(cache: Path) -> Backend:
    """The fastest backend here. ``cache``: a folder for compiled models."""
    if torch.cuda.is_available():
        return torch_backend("cuda", torch.float16)
    if importlib.util.find_spec("openvino") is None:
        return torch_backend("cpu", torch.float32)
    return openvino_backend(cache)


def torch_backend(device: str, dtype: torch.dtype) -> Backend:
    """Eager torch; several jobs run as one batch on a GPU, one by one on a CPU (where batches are no faster)."""

    def prepare(_name: str, module: nn.Module, _example: Arrays) -> Step:
        module = module.to(device)

        @torch.inference_mode()
        def run(batch: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
            inputs = [torch.from_numpy(np.concatenate(column)).to(device) for column in zip(*batch, strict=True)]
            with torch.autocast(device, dtype, enabled=dtype is not torch.float32):
                output: Tensor = module(*inputs)
            return list(output.numpy(force=True)[:, None])

        def step(jobs: Sequence[Arrays]) -> list[npt.NDArray[Any]]:
            if device == "cpu":
                return [out for job in jobs for out in run([job])]
            return run(jobs) if jobs else []

        return step

    return prepare


def openvino_backend(cache: Path) -> Backend:
    """OpenVINO in fp32, as many jobs at once as there are cores, compiled models cached in ``cache``."""
    # OpenVINO's converter reports its use to its makers unless that package cannot be imported; nobody was asked here.
    cast(dict[str, Any], sys.modules).setdefault("openvino_telemetry", None)
    import openvino

    core = openvino.Core()
    cache.mkdir(parents=True, exist_ok=True)
    core.set_property({"CACHE_DIR": str(cache)})
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    config = {"INFERENCE_PRECISION_HINT": "f32", "NUM_STREAMS": str(workers), "INFERENCE_NUM_THREADS": str(workers)}

    def prepare(name: str, module: nn.Module, example: Arrays) -> Step:
        file = cache / f"{name}.xml"
        if not file.exists():
            log.warning("Talking Head Anime is prepared for this machine (%s), once: about a minute.", name)
            inputs = tuple(torch.from_numpy(array) for array in example)
            with warnings.catch_warnings():  # tracing warns of shapes, which are fixed here
                warnings.simplefilter("ignore")
                converted = openvino.convert_model(module, example_input=inputs, input=[a.shape for a in example])
            openvino.save_model(converted, file, compress_to_fp16=False)
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
