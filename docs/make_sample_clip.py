"""Makes ``pipeline/samples/selfie.mp4``: a portrait that turns, blinks, talks and smiles by a motion that is known
exactly.

    python docs/make_sample_clip.py [FOLDER]

The portrait is NASA's public-domain photograph of astronaut Eileen Collins, which scikit-image ships. Each frame is
made in two steps. First the face is edited where it stands: eyelids slide down over the eyes, the jaw drops. Then the
whole picture is warped: face points, with their depth from the face mesh, turn about the neck, and a thin-plate
spline carries skin, hair and background along. ``selfie.json`` beside the clip holds what was asked of each frame, so
the clip is a ground truth for the tracker as well as the sample of ``make demo``.
"""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import cv2
import numpy as np
from mediapipe.python.solutions.face_mesh import FaceMesh
from scipy.interpolate import RBFInterpolator
from scipy.spatial.transform import Rotation
from skimage import data

from pipeline.types import FloatArray, Pixels

Image = Pixels

FPS: Final = 25
FRAMES: Final = 100
SIZE: Final = 512
CROP: Final = (88, 0, 276)
"""Left, top and side of the part of the photograph that is used."""
BLINKS: Final = (7, 26, 77)
"""Frames in which both eyes are fully closed."""

_UPPER_LIDS: Final = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133),
    (362, 398, 384, 385, 386, 387, 388, 466, 263),
)
_LOWER_LIDS: Final = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133),
    (362, 382, 381, 380, 374, 373, 390, 249, 263),
)
_BROWS: Final = ((46, 53, 52, 65, 55), (285, 295, 282, 283, 276))
_LASHES: Final = 2.5
"""Thickness of the upper lashes in pixels."""
_DEPTH: Final = 1.12
"""The face mesh makes faces a little flatter than they are."""
_UPPER_INNER_LIP: Final = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
_LOWER_INNER_LIP: Final = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
_FACE_OVAL: Final = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
_EARS: Final = {93, 323, 132, 361, 58, 288, 177, 401, 137, 366}
"""Points beside the ears: the spline finds a softer way from cheek to hair without them."""
_WARPED: Final = tuple(sorted({*range(0, 468, 4), *_FACE_OVAL, 61, 291, 13, 14, 0, 17, 33, 133, 263, 362} - _EARS))


def bump(centre: float, half_width: float) -> FloatArray:
    """A raised cosine over the clip's frames: 1 at ``centre``, 0 from ``half_width`` frames away."""
    away = np.minimum(np.abs(np.arange(FRAMES) - centre) / half_width, 1)
    return np.asarray((1 + np.cos(np.pi * away)) / 2)


def motion() -> dict[str, FloatArray]:
    """What happens in each frame: degrees (pitch + up, yaw and roll + to the viewer's left), the rest 0..1."""
    syllables = ((44, 3.2, 0.7), (49, 2.8, 0.35), (53, 3.0, 0.9), (58, 2.6, 0.5), (62, 3.0, 0.8), (67, 2.8, 0.4))
    blink = sum((bump(centre, 3.0) for centre in BLINKS), np.zeros(FRAMES))
    return {
        "yaw": 11 * bump(19, 9) - 11 * bump(32, 9) + 3 * bump(88, 11),
        "pitch": 8 * bump(44, 9) - 10 * bump(56, 7) - 8 * bump(66, 7) + 2 * bump(88, 11),
        "roll": 8 * bump(73, 9) - 2 * bump(26, 12) - 5 * bump(88, 9),
        "blink": np.clip(1.5 * blink, 0, 1),
        "mouth": sum((height * bump(at, width) for at, width, height in syllables), np.zeros(FRAMES)).clip(0, 1),
        "smile": bump(86, 13) ** 0.7,
        "brow": 0.7 * bump(44, 9) + 0.25 * bump(86, 11),
    }


def portrait() -> tuple[Image, FloatArray]:
    """The cropped photograph, uint8 [SIZE, SIZE, 3], and its face points [478, 3] in pixels (z away from us)."""
    x, y, side = CROP
    photograph = data.astronaut()[y : y + side, x : x + side]
    picture: Image = cv2.resize(photograph, (SIZE, SIZE), interpolation=cv2.INTER_CUBIC)
    with FaceMesh(static_image_mode=True, refine_landmarks=True) as mesh:
        marks = mesh.process(picture).multi_face_landmarks[0].landmark
    return picture, np.array([(m.x, m.y, m.z * _DEPTH) for m in marks], np.float64) * SIZE


def _line(points: FloatArray, at: tuple[int, ...], columns: FloatArray) -> FloatArray:
    """Heights [W] of the line through these points at each column."""
    return np.asarray(np.interp(columns, points[list(at), 0], points[list(at), 1]))


def eyelid_rows(points: FloatArray, eye: int, closed: float, rows: FloatArray) -> FloatArray:
    """Where each pixel comes from, vertically: the skin below the brow is drawn down over the eye."""
    columns = np.arange(SIZE, dtype=np.float64)
    upper, lower = _line(points, _UPPER_LIDS[eye], columns), _line(points, _LOWER_LIDS[eye], columns)
    brow = _line(points, _BROWS[eye], columns) + 3
    inside = (columns > points[_UPPER_LIDS[eye][0], 0]) & (columns < points[_UPPER_LIDS[eye][-1], 0])
    # Only the bare skin stretches; the lashes at its edge keep their thickness.
    edge = upper + 1.5
    lid = edge + closed * np.where(inside, np.maximum(lower - upper, 0), 0)
    bare, bare_now = edge - _LASHES, lid - _LASHES
    stretched = brow + (rows - brow) * (bare - brow) / np.maximum(bare_now - brow, 1e-6)
    covered = np.where(rows <= bare_now, stretched, rows - (lid - edge))
    return np.where((rows > brow) & (rows <= lid) & inside, covered, rows)


def mouth_rows(points: FloatArray, opened: float, smile: float, rows: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where each pixel comes from, vertically, and how dark the open mouth makes it (0..1)."""
    columns = np.arange(SIZE, dtype=np.float64)
    left, right = points[78, 0], points[308, 0]
    middle, half = (left + right) / 2, (right - left) / 2
    upper = _line(points, _UPPER_INNER_LIP, columns)
    lower = np.maximum(_line(points, _LOWER_INNER_LIP, columns), upper)
    lens = np.maximum(1 - ((columns - middle) / half) ** 2, 0) ** 0.6
    jaw = np.exp(-(((columns - middle) / (2.0 * half)) ** 4))
    drop = 22.0 * opened
    teeth = (lower - upper) * (0.1 + 0.9 * smile * (1 - opened) + 0.3 * opened)
    lip = upper + teeth + drop * lens  # the lower lip's new edge
    chin, neck = points[152, 1], points[152, 1] + 60
    chin_now = chin + 0.9 * drop * jaw
    below = rows > lip
    down_to_chin = lower + (rows - lip) * (chin - lower) / np.maximum(chin_now - lip, 1e-6)
    down_to_neck = chin + (rows - chin_now) * (neck - chin) / (neck - chin_now)
    source = np.where(below, np.where(rows < chin_now, down_to_chin, np.where(rows < neck, down_to_neck, rows)), rows)
    inside = (rows > upper + 0.5) & ~below & (lens > 0)
    tooth_edge = upper + (lower - upper) * 0.75
    dark = np.where(inside, np.clip((rows - tooth_edge) / 3, 0, 1), 0) * min(1.0, 4 * opened)
    return np.where(inside, np.minimum(source, tooth_edge), source), dark


def edit(picture: Image, points: FloatArray, closed: float, opened: float, smile: float) -> Image:
    """The portrait with its eyelids and jaw moved."""
    rows, columns = np.mgrid[0:SIZE, 0:SIZE].astype(np.float64)
    source, dark = mouth_rows(points, opened, smile, rows)
    for eye in (0, 1):
        source = eyelid_rows(points, eye, closed, source)
    moved = cv2.remap(picture, columns.astype(np.float32), source.astype(np.float32), cv2.INTER_CUBIC)
    shade = cv2.GaussianBlur(dark.astype(np.float32), (0, 0), 0.8)[..., None]
    throat = np.array([58, 22, 24], np.float32)
    return np.asarray(moved * (1 - shade) + throat * shade, np.uint8)


def warp(picture: Image, points: FloatArray, turn: Rotation, smile: float, brow: float) -> Image:
    """The picture with the head turned about the neck and smile and brows changed."""
    face = points[list(_WARPED)]
    width = points[454, 0] - points[234, 0]
    centre = points[[234, 454, 10, 152]].mean(axis=0)
    pivot = np.array([centre[0], points[152, 1] + 0.15 * width, points[[234, 454], 2].mean() + 0.2 * width])
    # The dome of the hair: its silhouette lies in the plane of the turn's axis, so it tilts but hardly turns.
    angle = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    dome = np.stack(
        [
            centre[0] + 0.92 * width * np.cos(angle),
            centre[1] - 0.16 * width + 1.0 * width * np.sin(angle),
            np.full_like(angle, pivot[2] - 0.12 * width),
        ],
        axis=1,
    )
    dome = dome[dome[:, 1] < centre[1] + 0.35 * width]
    moving = np.concatenate([face, dome])
    changed = moving.copy()
    changed[: len(face)] += _expression(points, width, smile, brow)[list(_WARPED)]
    turned = turn.apply(changed - pivot) + pivot

    edge = np.linspace(0, SIZE - 1, 9)
    border = [(x, y) for x in edge for y in edge if min(x, y) == 0 or max(x, y) == SIZE - 1]
    shoulders = [(x, y) for x in edge for y in (edge[6], edge[7]) if y > points[152, 1] + 0.3 * width]
    still = np.array(border + shoulders)
    shown = np.concatenate([turned[:, :2], still])
    origin = np.concatenate([moving[:, :2], still])
    spline = RBFInterpolator(shown, origin - shown, kernel="thin_plate_spline", smoothing=2.0)
    step = 8
    grid = np.mgrid[0 : SIZE + step : step, 0 : SIZE + step : step]
    offsets = spline(np.stack([grid[1].ravel(), grid[0].ravel()], axis=1)).reshape(*grid.shape[1:], 2)
    rows, columns = np.mgrid[0:SIZE, 0:SIZE].astype(np.float32)
    full = cv2.remap(offsets.astype(np.float32), columns / step, rows / step, cv2.INTER_CUBIC)
    return np.asarray(
        cv2.remap(picture, columns + full[..., 0], rows + full[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    )


def _expression(points: FloatArray, width: float, smile: float, brow: float) -> FloatArray:
    """How the face's points move for the smile (the portrait's own is 1) and the brows, [478, 3]."""
    moved = np.zeros_like(points)
    axis = points[[0, 17], 0].mean()
    for corner in (61, 291):
        reach = np.linalg.norm(points[:, :2] - points[corner, :2], axis=1) / (0.2 * width)
        near = np.exp(-(reach**2))[:, None]
        inward = np.array([0.075 * width * np.sign(axis - points[corner, 0]), 0.03 * width, 0])
        moved += near * inward * (1 - smile)
    for cheek in (205, 425):
        reach = np.linalg.norm(points[:, :2] - points[cheek, :2], axis=1) / (0.2 * width)
        moved += np.exp(-(reach**2))[:, None] * np.array([0, 0.012 * width, 0]) * (1 - smile)
    for middle in (105, 334):
        reach = np.linalg.norm((points[:, :2] - points[middle, :2]) * (0.5, 1), axis=1) / (0.09 * width)
        moved += np.exp(-(reach**2))[:, None] * np.array([0, -0.05 * width, 0]) * brow
    return moved


def make_frames() -> tuple[list[Image], dict[str, FloatArray]]:
    """All frames, and the motion they show."""
    picture, points = portrait()
    asked = motion()
    frames = []
    for at in range(FRAMES):
        now = {name: float(values[at]) for name, values in asked.items()}
        # Pixels have y down and z away: looking up turns about x by a negative angle, tilting too.
        turn = Rotation.from_euler("yxz", [now["yaw"], -now["pitch"], -now["roll"]], degrees=True)
        edited = edit(picture, points, now["blink"], now["mouth"], now["smile"])
        frames.append(warp(edited, points, turn, now["smile"], now["brow"]))
    return frames, asked


def write(folder: Path) -> None:
    """Writes ``selfie.mp4`` and ``selfie.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    frames, asked = make_frames()
    with av.open(str(folder / "selfie.mp4"), "w") as container:
        stream: Any = container.add_stream("libx264", rate=Fraction(FPS))
        stream.width = stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "21", "preset": "veryslow", "movflags": "+faststart"}
        for image in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(image, "rgb24")))
        container.mux(stream.encode())
    truth = {
        "fps": FPS,
        "frames": FRAMES,
        "about": "degrees relative to the portrait, in the picture as it is (not mirrored): pitch + up, "
        "yaw and roll + to the viewer's left; blink, mouth, smile and brow 0..1",
        "blink_frames": list(BLINKS),
        **{name: [round(float(v), 3) for v in values] for name, values in asked.items()},
    }
    (folder / "selfie.json").write_text(json.dumps(truth) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "pipeline" / "samples")
