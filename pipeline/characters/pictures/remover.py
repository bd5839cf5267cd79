"""Networks that tell figures from backgrounds: the one that is named, else the best for drawings that is here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.lean import import_rembg
from pipeline.types import Float32Array, PipelineSettings, Pixels, SetupError, reason_of

MODELS: Final = ("toonout", "isnet-anime")
"""Those for drawings, the better one first."""
_SESSIONS: Final = {1024: "dis_custom", 320: "u2net_custom"}
"""rembg's names for networks of ISNet's and U2-Net's kind, by the side of the pictures that they see."""
_BIREFNET: Final = "birefnet"
"""How a file of BiRefNet's kind is told: its name begins so. It sees what ISNet sees, but in other units."""
_BIREFNET_SIDE: Final = 1024
_MEAN: Final = np.array([0.485, 0.456, 0.406], np.float32)
_DEVIATION: Final = np.array([0.229, 0.224, 0.225], np.float32)
"""Of ImageNet's pictures, red, green and blue in 0..1, by which BiRefNet's input is normalised."""

Remover = Callable[[Pixels], Float32Array]
"""A picture [H, W, 3] -> how much each pixel is the figure's, [H, W] in 0..1."""


class RemoverError(SetupError):
    """The matting model that was set up cannot be used."""

    key = "error.matting_model"
    template = (
        "ANIMEMOJI_MATTING names {name}, which cannot remove backgrounds here ({reason}): use a model of rembg, an "
        "ONNX file of ISNet, U2-Net or BiRefNet, or leave it empty."
    )


def find_remover(settings: PipelineSettings) -> Remover | None:
    """The network that ``settings.matting`` names; where it is empty, the first of MODELS that is here, else none.

    Raises:
        RemoverError: what is named is not there, or no such network.
    """
    from pipeline.models import find_model

    if named := settings.matting:
        try:
            return _open(named)
        except Exception as error:  # whatever rembg, onnxruntime and the connection come up with
            raise RemoverError(name=named, reason=reason_of(error)) from error
    here = [path for name in MODELS if (path := find_model(name, settings.models)) is not None]
    try:
        return _open(str(here[0])) if here else None
    except ImportError:
        return None


@lru_cache(maxsize=1)
def _open(named: str) -> Remover:
    path = Path(named).expanduser()
    if path.suffix == ".onnx" and path.name.startswith(_BIREFNET):
        return _open_birefnet(path)
    import onnxruntime
    from PIL import Image

    import_rembg()
    from rembg.sessions import sessions

    options = onnxruntime.SessionOptions()
    if path.suffix == ".onnx":
        if not path.is_file():
            raise FileNotFoundError("there is no such file")
        session: Any = sessions["dis_custom"]("", options, model_path=str(path))
        if (kind := _SESSIONS[_side(session.inner_session)]) != "dis_custom":
            session = sessions[kind]("", options, model_path=str(path))
    elif named in sessions and not named.endswith("_custom"):
        session = sessions[named](named, options)
    else:
        raise ValueError("rembg has no such model")

    def remove(picture: Pixels) -> Float32Array:
        mask = session.predict(Image.fromarray(picture))[0]
        return np.asarray(mask.convert("L"), np.float32) / 255

    return remove


def _open_birefnet(path: Path) -> Remover:
    """A network with one input [1, 3, 1024, 1024] and one output [1, 1, 1024, 1024], as shares or as logits."""
    import cv2
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=onnxruntime.get_available_providers())
    (wanted,) = session.get_inputs()

    def remove(picture: Pixels) -> Float32Array:
        height, width = picture.shape[:2]
        seen = cv2.resize(picture, (_BIREFNET_SIDE, _BIREFNET_SIDE), interpolation=cv2.INTER_LINEAR)
        values = ((seen / np.float32(255) - _MEAN) / _DEVIATION).transpose(2, 0, 1)[None]
        answer = np.asarray(session.run(None, {wanted.name: values.astype(np.float32)})[-1], np.float32)[0, 0]
        if answer.min() < -0.01 or answer.max() > 1.01:
            answer = 1 / (1 + np.exp(-answer))
        return np.asarray(cv2.resize(answer, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)

    return remove


def _side(network: Any) -> int:
    """Of the pictures that an onnxruntime session sees, in pixels; raises ValueError where rembg knows no such kind."""
    (wanted, *_) = network.get_inputs()
    side = wanted.shape[-1] if isinstance(wanted.shape[-1], int) else max(_SESSIONS)
    if side not in _SESSIONS:
        raise ValueError(f"it sees pictures of {side} pixels, not {' or '.join(map(str, _SESSIONS))}")
    return side
