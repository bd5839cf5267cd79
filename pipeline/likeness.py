"""What somebody looks like, as words for a prompt: read from a clip or a photo, and nothing of it kept.

Only what can be told is told; whatever is unsure is left out: colours in poor light, the colour of eyes, age, and who
somebody is. docs/likeness.md says what it was measured on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from pipeline.characters.picture_file import open_picture
from pipeline.lean import import_mediapipe
from pipeline.media.sniff import FILMS, FileKind, sniff
from pipeline.motion.clip import CheckedClip
from pipeline.motion.trackers import open_tracker
from pipeline.motion.trackers.finder import FaceFinder
from pipeline.motion.trackers.follower import FaceFollower
from pipeline.plan import LookPlan
from pipeline.progress import Forecast, ignore
from pipeline.quiet import quiet_native_code
from pipeline.types import Likeness, LookRequest, OnProgress, Progress, Stage, Trait, UserError
from pipeline.types.arrays import BoolArray, Float32Array, FloatArray, Pixels

_LOOKS: Final = 6
"""Pictures of a clip that are looked at, and how many of them must agree."""
_AGREE: Final = 0.6
_FACE_SIDE: Final = 180.0
"""Pixels from temple to temple to which a face is scaled."""
_TOP, _CHIN, _RIGHT, _LEFT = 10, 152, 234, 454
_NOSE, _LIP = 1, 13
_BRIDGE: Final = (168, 6, 197)
_CHEEKS: Final = (50, 280, 205, 425)
"""Numbers of landmarks of mediapipe's face mesh."""
_SAME_HAIR: Final = 22.0
"""Distance in CIELAB up to which a pixel has the colour of the hair on top."""
_SEEN: Final = 400
"""Pixels of a place that the picture must show."""
_FRAME: Final = 4.0
"""Across the bridge of a nose that bears glasses there is an edge, so many times as strong as those on a cheek."""


class NobodyThereError(UserError):
    """No picture shows a face."""

    key = "error.nobody_there"
    template = "No face was found in {name}: use a clip or a photo of one, from the front and in good light."


@dataclass(frozen=True)
class _Head:
    """A face of a usual size with what is around it: colours [H, W, 3] in CIELAB, the person's share of each pixel
    [H, W] in 0..1, which pixels are in the picture [H, W], strength of level edges [H, W], landmarks [N, 2] in pixels.
    """

    lab: Float32Array
    person: Float32Array
    there: BoolArray
    edges: Float32Array
    marks: FloatArray

    @property
    def height(self) -> float:
        """From the hairline to the chin, in pixels."""
        return float(np.linalg.norm(self.marks[_CHIN] - self.marks[_TOP]))

    def where(self, top: float, bottom: float, inner: float, outer: float, side: int = 0) -> BoolArray:
        """Pixels between two heights and two distances from the middle (in face widths), on one side or both (0)."""
        rows, columns = np.mgrid[: self.lab.shape[0], : self.lab.shape[1]]
        across = (columns - (self.marks[_LEFT, 0] + self.marks[_RIGHT, 0]) / 2) / _FACE_SIDE
        beside = np.abs(across) if side == 0 else side * across
        place: BoolArray = (rows > top) & (rows < bottom) & (beside > inner) & (beside < outer)
        return place


def look(request: LookRequest, on_progress: OnProgress = ignore) -> Likeness:
    """What the person in a clip or a photo looks like.

    Args:
        request: names the file, a video or a picture.
        on_progress: hears of the stage MOTION, for each packet of a clip at least; may raise to stop.

    Raises:
        NobodyThereError: there is no face.
        UserError: the file can be read as neither.
    """
    done = 0.0
    forecast = Forecast(on_progress, LookPlan().seconds)

    def alive() -> None:
        forecast(Progress(Stage.MOTION, done))

    alive()
    import_mediapipe()
    found: list[tuple[Trait, ...]] = []
    with quiet_native_code():
        for share, head in _heads(request.path, alive):
            done = share
            if head is not None:
                found.append(tuple(_traits(head)))
            alive()
    if not found:
        raise NobodyThereError(name=request.path.name)
    counts = Counter(trait for traits in found for trait in traits)
    return Likeness(tuple(trait for trait, count in counts.most_common() if count >= _AGREE * len(found)))


def _heads(path: Path, alive: Callable[[], None]) -> Iterator[tuple[float, _Head | None]]:
    """How much of the file has been looked at, and the face in some pictures. ``alive``: see ``CheckedClip``."""
    from mediapipe.python.solutions.selfie_segmentation import SelfieSegmentation

    with open_tracker() as tracker, FaceFinder() as finder, SelfieSegmentation(model_selection=0) as segmenter:
        follower = FaceFollower(tracker, finder)
        for share, seconds, image in _pictures(path, alive):
            reading = follower.read(image, seconds)
            yield share, None if reading is None else _head(image, reading.points[:, :2].astype(np.float64), segmenter)


def _pictures(path: Path, alive: Callable[[], None]) -> Iterator[tuple[float, float, Pixels]]:
    kind = sniff(path)
    if kind not in FILMS | {FileKind.WEBP}:
        yield 1.0, 0.0, np.asarray(open_picture(path).convert("RGB"), np.uint8)
        return
    clip = CheckedClip(path, alive)
    length = max(clip.info.seconds, 0.5)
    for number, frame in enumerate(clip.frames(_LOOKS / length)):
        yield min(1.0, (number + 1) / _LOOKS), frame.seconds, frame.image
        if number + 1 == _LOOKS:
            return


def _head(image: Pixels, marks: FloatArray, segmenter: object) -> _Head:
    """The face in a picture, scaled, with half a face above it and a whole one below."""
    wide = float(np.linalg.norm(marks[_LEFT] - marks[_RIGHT]))
    scale = _FACE_SIDE / max(wide, 1.0)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    marks = marks * scale
    left, top = marks[_TOP, 0] - 1.6 * _FACE_SIDE, marks[_TOP, 1] - 1.0 * _FACE_SIDE
    right, bottom = marks[_TOP, 0] + 1.6 * _FACE_SIDE, marks[_CHIN, 1] + 1.2 * _FACE_SIDE
    box = [round(value) for value in (left, top, right, bottom)]
    edge = [max(0, -box[0]), max(0, -box[1]), max(0, box[2] - small.shape[1]), max(0, box[3] - small.shape[0])]
    inside = small[max(0, box[1]) : box[3], max(0, box[0]) : box[2]]
    around = cv2.copyMakeBorder(inside, edge[1], edge[3], edge[0], edge[2], cv2.BORDER_CONSTANT)
    person = np.asarray(segmenter.process(around).segmentation_mask, np.float32)  # type: ignore[attr-defined]
    there = np.ones(inside.shape[:2], np.uint8)
    there = cv2.copyMakeBorder(there, edge[1], edge[3], edge[0], edge[2], cv2.BORDER_CONSTANT)
    lab = np.asarray(cv2.cvtColor(around.astype(np.float32) / 255, cv2.COLOR_RGB2LAB), np.float32)
    light = cv2.GaussianBlur(np.asarray(lab[..., 0]), (0, 0), 1.0)
    return _Head(lab, person * there, there > 0, np.abs(cv2.Sobel(light, cv2.CV_32F, 0, 1)) / 8, marks - box[:2])


def _traits(head: _Head) -> Iterator[Trait]:
    """What this picture tells."""
    top, above = head.marks[_TOP, 1], head.height
    crown = head.where(top - 0.35 * above, top - 0.05 * above, 0.0, 0.3) & (head.person > 0.7)
    if crown.sum() > 500:
        hair = np.median(head.lab[crown], axis=0)
        colour = hair_colour(*hair.tolist())
        if colour is not None:
            yield colour
        alike = (np.linalg.norm(head.lab - hair, axis=-1) < _SAME_HAIR) & (head.person > 0.5)
        length = hair_length(*_falls(head, alike))
        if length is not None:
            yield length
    if _wears_glasses(head):
        yield Trait.GLASSES


def _falls(head: _Head, alike: BoolArray) -> tuple[float, float, float]:
    """How much of the places beside the cheeks, beside the jaw and below it has the colour of the hair, 0..1: the
    fuller side, as a turned head hides the other.
    """
    nose, lip, chin, tall = head.marks[_NOSE, 1], head.marks[_LIP, 1], head.marks[_CHIN, 1], head.height
    places = (
        (nose - 0.1 * tall, nose + 0.1 * tall, 0.45, 0.75),
        (lip, chin, 0.42, 0.75),
        (chin + 0.15 * tall, chin + 0.5 * tall, 0.35, 0.9),
    )

    def share(place: tuple[float, float, float, float]) -> float:
        seen = [head.where(*place, side) & head.there for side in (-1, 1)]
        return max((float(alike[each].mean()) for each in seen if each.sum() > _SEEN), default=0.0)

    cheeks, jaw, below = (share(place) for place in places)
    return cheeks, jaw, below


def hair_colour(lightness: float, green_red: float, blue_yellow: float) -> Trait | None:
    """The word for a colour of hair in CIELAB; None where two words would do."""
    chroma = float(np.hypot(green_red, blue_yellow))
    if (lightness < 33 and chroma < 13) or (lightness < 28 and green_red < 16 and blue_yellow < 6):
        return Trait.BLACK_HAIR
    if lightness > 55 and chroma < 9:
        return Trait.GRAY_HAIR
    if lightness > 52 and blue_yellow > 15:
        return Trait.BLONDE_HAIR
    if 30 < lightness < 52 and green_red > 22 and blue_yellow > 20:
        return Trait.RED_HAIR
    if 20 < lightness < 46 and blue_yellow > 8 and chroma >= 14:
        return Trait.BROWN_HAIR
    return None


def hair_length(cheeks: float, jaw: float, below: float) -> Trait | None:
    """The word for hair that fills so much beside cheeks, beside the jaw and below it; None where that is unsure."""
    if jaw < 0.15 or cheeks < 0.1:
        return Trait.SHORT_HAIR
    if cheeks > 0.4 and jaw > 0.4:
        return Trait.LONG_HAIR if below > 0.25 else Trait.MEDIUM_HAIR
    return None


def _wears_glasses(head: _Head) -> bool:
    """Whether something lies across the bridge of the nose."""
    first, _, last = (head.marks[mark] for mark in _BRIDGE)
    middle, half = (first[0] + head.marks[_BRIDGE[1], 0]) / 2, 0.04 * _FACE_SIDE
    bridge = head.edges[
        round(first[1] - 0.02 * head.height) : round(last[1]), round(middle - half) : round(middle + half)
    ]
    cheeks = [head.edges[_square(head.marks[mark])].mean() for mark in _CHEEKS[:2]]
    return bool(bridge.size and np.median(bridge.max(0)) > _FRAME * max(float(np.median(cheeks)), 0.3))


def _square(at: FloatArray) -> tuple[slice, slice]:
    half = 0.05 * _FACE_SIDE
    return slice(round(at[1] - half), round(at[1] + half)), slice(round(at[0] - half), round(at[0] + half))
