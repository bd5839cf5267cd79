"""Examples for the head finder: characters that the rig draws, and where everything is on them."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, Final

import cv2
import numpy as np

from pipeline.characters import make_character
from pipeline.characters.pictures.align import Head, transform_to
from pipeline.characters.pictures.head_network import INPUT, LOOK, as_planes, fit_matrix
from pipeline.drawing.figure import skull
from pipeline.pixels.alpha import premultiply, unpremultiply
from pipeline.posers import open_poser
from pipeline.posers.place import CENTRE_X, CENTRE_Y, UNITS
from pipeline.posers.rig.deform import Deformer
from pipeline.posers.rig.poser import drawn_once
from pipeline.types import FULL, BoolArray, Float32Array, FloatArray, Frames, PoserName, Poses, PromptSource, make_pose
from pipeline.types.pose import POSE_INDEX
from pipeline.types.spec import Accessory, BodyStyle, Coat, HairFront, RigSpec, Species

DRAWN: Final = 224
"""Pixels of a drawn picture; its head is then about as large as in the network's second look."""
_SIDE: Final = DRAWN * 3 // 2
"""Pixels of the square into which it is moved."""
_GLASSES: Final = 3
"""The first so many accessories are kinds of glasses."""
_HIDE_EYES: Final = {Accessory.EYE_PATCH, Accessory.SUNGLASSES}
_CHIN, _EYES, _SKULL = 0, slice(1, 3), slice(3, None)
_HAIR: Final = 1.05
"""How far the hair's outline goes beyond the skull."""
_WITHOUT_INK: Final = 0.995
"""The outlines around hair and chin are left out."""


@dataclass(frozen=True)
class Drawn:
    """A drawn character.

    Attributes:
        picture: uint8 [224, 224, 4], or of as many pixels as were asked for.
        points: float [n, 2] in its pixels: the chin, both eyes (viewer's left first), the top of the hair's outline.
        opened: how far both eyes are open, 0..1; nan where something hides them.
    """

    picture: Frames
    points: FloatArray
    opened: FloatArray


@dataclass(frozen=True)
class Example:
    """What the network sees, float32 [4, 128, 128], and what it should say of it.

    ``eyes`` [2, 2] in the input's pixels; ``hands`` [n, 2], middles of their palms.
    """

    planes: Float32Array
    head: Head
    eyes: FloatArray
    eyes_shown: bool
    hands: FloatArray


def draw(seed: int, pixels: int = DRAWN, poses: int = 2, closed: float = 0.3) -> list[Drawn]:
    """A random character in random poses. ``closed``: how often eyes are."""
    rng = np.random.default_rng(seed)
    character = make_character(PromptSource("", seed), lambda _: None).character
    spec = character.spec
    if spec is None:
        raise ValueError("a prompt brings a spec")
    if rng.random() < 0.6:
        spec = _varied(spec, rng)
        character = replace(character, spec=spec)
    every = np.stack([_pose(rng, closed) for _ in range(poses)])
    frames = open_poser(character, PoserName.AUTO).pose(character, every, pixels, FULL)
    hidden = spec.hair_front in (HairFront.ONE_EYE, HairFront.OVER_EYES) or bool(_HIDE_EYES & set(spec.accessories))
    return [Drawn(frame, *_truth(spec, pose, hidden, pixels)) for frame, pose in zip(frames, every, strict=True)]


def _varied(spec: RigSpec, rng: np.random.Generator) -> RigSpec:
    """The spec with some of its choices made anew, without taste: what the prompts seldom bring is learnt, too."""
    changes: dict[str, Any] = {}
    for item in fields(RigSpec):
        kind = type(getattr(spec, item.name))
        if issubclass(kind, Enum) and kind not in (BodyStyle, Coat, Species) and rng.random() < 0.3:
            changes[item.name] = list(kind)[int(rng.integers(len(list(kind))))]
    if rng.random() < 0.06:
        changes["body_style"] = BodyStyle.CHIBI
    if rng.random() < 0.6:
        every = list(Accessory)
        chosen = {int(index) for index in (rng.integers(len(every)), rng.integers(0, _GLASSES))}
        changes["accessories"] = tuple(every[index] for index in sorted(chosen))
    return replace(spec, hair_volume=float(rng.random()), hair_mess=float(rng.random()), **changes)


def _pose(rng: np.random.Generator, closed: float) -> Poses:
    named = ["mouth_aaa", "mouth_iii", "mouth_ooo", "eyebrow_raised", "eyebrow_angry", "eye_relaxed", "eye_unimpressed"]
    pose = make_pose(**{name: float(rng.uniform(0, 0.9)) for name in named if rng.random() < 0.2})
    eyes = rng.random()
    if eyes < closed:
        kind = "eye_wink" if rng.random() < 0.6 else "eye_happy_wink"
        sides = ["left", "right"] if eyes < closed * 0.83 else [["left", "right"][int(rng.integers(2))]]
        for side in sides:
            pose[POSE_INDEX[f"{kind}_{side}"]] = rng.uniform(0.92, 1)
    for name, spread in {"head_x": 0.5, "head_y": 0.9, "neck_z": 0.5, "body_y": 0.7, "body_z": 0.5}.items():
        # More than a pose may ask for: drawings that look to the side.
        pose[POSE_INDEX[name]] = np.clip(rng.normal(0, spread), -1.8, 1.8)
    for name in ("iris_rotation_x", "iris_rotation_y"):
        pose[POSE_INDEX[name]] = np.clip(rng.normal(0, 0.6), -1, 1)
    return pose


def _truth(spec: RigSpec, pose: Poses, hidden: bool, pixels: int) -> tuple[FloatArray, FloatArray]:
    drawn = drawn_once(spec)
    figure, state = drawn.figure, drawn.rest_face.under(pose)
    x, y = figure.eye
    face = figure.on_face([(0, figure.chin), (-x, y), (x, y)])
    longitudes, downs = np.meshgrid(np.arange(0, 360, 45.0), [0.0, 0.2, 0.4])
    rest = np.concatenate([face, skull(longitudes.ravel(), downs.ravel(), _HAIR)])
    every = np.ones(len(rest))
    flat = Deformer(every, every, every > 1, figure.head_scale, figure.art.turn)(rest, state.stance)
    points = (flat / UNITS + [CENTRE_X, CENTRE_Y]) * pixels / 512
    # The viewer's left is the character's right.
    opened = [1 - max(state.side("eye_wink", side), state.side("eye_happy_wink", side)) for side in ("right", "left")]
    return points, np.full(2, np.nan) if hidden else np.array(opened)


def example(drawn: Drawn, rng: np.random.Generator) -> Example | None:
    """A distorted view of a drawn character; None where too little of it is left."""
    drawn = _proportioned(drawn, rng)
    picture, hands = _with_hands(drawn, rng)
    picture[int(rng.uniform(drawn.points[_CHIN][1] + 0.35 * DRAWN / 4, DRAWN * 1.15)) :] = 0
    if rng.random() < 0.12:  # the picture ends below the top of the head
        picture[: int(rng.uniform(drawn.points[_SKULL][:, 1].min(), drawn.points[_EYES][:, 1].min() - 4))] = 0
    world = _World.of(drawn, rng)
    places = world.forward(np.concatenate([drawn.points, hands]))
    points, palms = places[: len(drawn.points)], places[len(drawn.points) :]
    if world.flip:
        points[_EYES] = points[_EYES][::-1].copy()
    matrix = _looked_at(picture, head_of(points), world, rng)
    if matrix is None:
        return None
    points, palms = _there(points, matrix), _there(palms, matrix)
    found = head_of(points)
    if not (4 < found.x < INPUT - 4 and 4 < found.y < INPUT - 4):
        return None
    moved, leftover = world.seen(picture, matrix, INPUT)
    shown = not np.isnan(drawn.opened).any()
    return Example(as_planes(_coloured(moved, leftover, rng)), found, points[_EYES], bool(shown), palms)


def _proportioned(drawn: Drawn, rng: np.random.Generator) -> Drawn:
    """The same drawing with more or less hair above the eyes and a longer or shorter face below them: where a head ends
    must be seen, it does not follow from the size of the face."""
    chin, eyes = float(drawn.points[_CHIN][1]), float(drawn.points[_EYES][:, 1].mean())
    above, below = np.exp(rng.uniform([-0.06, -0.08], [0.18, 0.08]))
    moved = [eyes - eyes * above, eyes, eyes + (chin - eyes) * below]
    moved.append(moved[-1] + DRAWN - chin)
    came_from = [0.0, eyes, chin, float(DRAWN)]
    rows = np.interp(np.arange(DRAWN), moved, came_from).astype(np.float32)[:, None]
    columns = np.arange(DRAWN, dtype=np.float32)[None, :]
    across, along = np.broadcast_arrays(columns, rows)
    bent = cv2.remap(premultiply(drawn.picture), across, along, cv2.INTER_LINEAR)
    points = np.column_stack([drawn.points[:, 0], np.interp(drawn.points[:, 1], came_from, moved)])
    return Drawn(unpremultiply(bent), points, drawn.opened)


def head_of(points: FloatArray) -> Head:
    """The head's box: from the top of the hair down to the chin, the chin in the middle, upright as the eyes are."""
    chin, (left, right) = points[_CHIN], points[_EYES]
    angle = math.atan2(right[1] - left[1], right[0] - left[0])
    down = np.array([-math.sin(angle), math.cos(angle)])
    side = float(chin @ down - (points[_SKULL] @ down).min())
    middle = chin - down * side / 2
    return Head(float(middle[0]), float(middle[1]), _WITHOUT_INK * side, math.degrees(angle))


@dataclass(frozen=True)
class _World:
    """A square of 336 pixels into which a drawing was moved.

    Attributes:
        matrix: [2, 3] from the drawing.
        slide: [336, 336, 2], how far each pixel then slides away from where it came from: faces become other faces.
        flip: whether it was mirrored.
        leftover: middle and radius of something that matting left over beside the figure; a radius of 0 for none.
    """

    matrix: FloatArray
    slide: Float32Array
    flip: bool
    leftover: tuple[float, float, float]

    @staticmethod
    def of(drawn: Drawn, rng: np.random.Generator) -> _World:
        x, y = drawn.points[_CHIN] - [0, DRAWN / 8]
        size = float(np.exp(rng.uniform(-0.5, 0.35)))
        matrix = cv2.getRotationMatrix2D((float(x), float(y)), -float(rng.normal(0, 11)), size)
        matrix = np.diag([float(np.exp(rng.normal(0, 0.08))), 1.0]) @ matrix
        flip = bool(rng.random() < 0.5)
        if flip:
            matrix[0] *= -1
            matrix[0, 2] += DRAWN
        matrix[:, 2] += (_SIDE - DRAWN) / 2
        coarse = rng.normal(0, rng.uniform(0, 0.075) * DRAWN / 4, (6, 6, 2)).astype(np.float32)
        slide = np.asarray(cv2.resize(coarse, (_SIDE, _SIDE), interpolation=cv2.INTER_CUBIC), np.float32)
        radius = float(rng.uniform(6, 40)) if rng.random() < 0.25 else 0.0
        return _World(matrix, slide, flip, (float(rng.uniform(0, _SIDE)), float(rng.uniform(0, _SIDE)), radius))

    def forward(self, points: FloatArray) -> FloatArray:
        """Where points [n, 2] of the drawing come to: the distortion is known backwards, so it is searched."""
        places = _there(points, self.matrix)
        for _ in range(6):
            columns = np.clip(np.rint(places), 0, _SIDE - 1).astype(np.intp)
            places = _there(points - self.slide[columns[:, 1], columns[:, 0]], self.matrix)
        return places

    def seen(self, picture: Frames, matrix: FloatArray, side: int) -> tuple[Float32Array, BoolArray]:
        """The moved picture, premultiplied float32 [side, side, 4], through a matrix [2, 3], and where the leftover is
        [side, side]."""
        back = cv2.invertAffineTransform(matrix).astype(np.float32)
        columns, rows = np.meshgrid(np.arange(side, dtype=np.float32), np.arange(side, dtype=np.float32))
        places = np.stack([columns, rows], axis=2) @ back[:, :2].T + back[:, 2]
        slide = cv2.remap(self.slide, places, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        inverse = cv2.invertAffineTransform(self.matrix).astype(np.float32)
        sources = places @ inverse[:, :2].T + inverse[:, 2] + slide
        pixels = premultiply(picture)
        if math.sqrt(abs(np.linalg.det(matrix[:, :2] @ self.matrix[:, :2]))) < 0.6:
            pixels = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            sources = sources / 2 - 0.25
        moved = cv2.remap(pixels, sources, None, cv2.INTER_LINEAR)
        x, y, radius = self.leftover
        leftover = (np.hypot(places[..., 0] - x, places[..., 1] - y) < radius) & (moved[..., 3] < 10)
        return np.asarray(moved, np.float32), leftover


def _there(points: FloatArray, matrix: FloatArray) -> FloatArray:
    return np.asarray(points @ matrix[:, :2].T + matrix[:, 2])


def _looked_at(picture: Frames, head: Head, world: _World, rng: np.random.Generator) -> FloatArray | None:
    """The matrix from the world to the network's first look, at the whole figure, or its second one, at the head; both
    inexact."""
    if rng.random() < 0.45:
        coarse, leftover = world.seen(picture, np.array([[1 / 3, 0, 0], [0, 1 / 3, 0]]), _SIDE // 3)
        matrix = fit_matrix((coarse[..., 3] > 24) | leftover)
        return None if matrix is None else np.column_stack([matrix[:, :2] / 3, matrix[:, 2]])
    target = Head(
        LOOK.x + float(rng.normal(0, 6)),
        LOOK.y + float(rng.normal(0, 6)),
        LOOK.side * float(np.exp(rng.normal(0, 0.16))),
        float(rng.normal(0, 7)),
    )
    return transform_to(head, target)


def _coloured(moved: Float32Array, leftover: BoolArray, rng: np.random.Generator) -> Float32Array:
    """Premultiplied pixels in other artists' colours and softness: straight ones."""
    side = len(moved)
    alpha = moved[..., 3]
    colour = moved[..., :3] / np.maximum(alpha[..., None] / 255, 1e-3)
    mix = np.asarray(np.eye(3) + rng.normal(0, 0.12, (3, 3)), np.float32)
    colour = (colour / 255) @ mix.T
    colour = np.clip(colour, 0, 1) ** np.float32(np.exp(rng.normal(0, 0.3))) * 255
    colour += rng.normal(0, 6, 3).astype(np.float32)
    for grain, strength in ((24, 16), (5, 22)):  # texture, and light and shade
        if rng.random() < 0.3:
            noise = rng.normal(0, strength, (grain, grain, 1)).astype(np.float32)
            colour = colour + cv2.resize(noise, (side, side), interpolation=cv2.INTER_CUBIC)[..., None]
    colour[leftover] = rng.uniform(0, 255, 3)
    straight = np.dstack([colour.clip(0, 255), np.where(leftover, 255, alpha)]).astype(np.float32)
    return cv2.GaussianBlur(straight, (0, 0), rng.uniform(0.3, 1.0)) if rng.random() < 0.4 else straight


def _with_hands(drawn: Drawn, rng: np.random.Generator) -> tuple[Frames, FloatArray]:
    """The picture with none, one or two simple hands somewhere around the head, and where their palms are [n, 2]."""
    picture = drawn.picture.copy()
    palms = []
    for _ in range(int(rng.choice(3, p=[0.65, 0.25, 0.1]))):
        palm = drawn.points[_CHIN] + rng.normal(0, [26.0, 22.0]) + [0, 12]
        if palm[1] < DRAWN - 8:
            _draw_hand(picture, drawn, palm, rng)
            palms.append(palm)
    return picture, np.array(palms).reshape(-1, 2)


_FINE: Final = 3
"""Hands are drawn so many times larger first."""


def _draw_hand(picture: Frames, drawn: Drawn, palm: FloatArray, rng: np.random.Generator) -> None:
    """An arm, a palm and fingers, stretched or bent, in the face's own colour."""
    x, y = np.rint(drawn.points[_CHIN] - [0, 5]).astype(int)
    skin = picture[y - 1 : y + 2, x - 1 : x + 2, :3].reshape(-1, 3).mean(axis=0)
    line = skin * rng.uniform(0.25, 0.7)
    size = rng.uniform(4.0, 7.5) * _FINE
    centre, side = palm * _FINE, DRAWN * _FINE
    turn = rng.normal(0, 0.9)
    large = np.zeros((side, side, 4), np.uint8)

    def at(right: float, up: float) -> tuple[int, int]:
        out = right * math.cos(turn) + up * math.sin(turn), right * math.sin(turn) - up * math.cos(turn)
        return round(centre[0] + size * out[0]), round(centre[1] + size * out[1])

    def stroke(start: tuple[int, int], end: tuple[int, int], wide: float, colour: FloatArray, ink: FloatArray) -> None:
        edge = max(1, round(0.16 * size))
        for extra, tone in ((2 * edge, ink), (0, colour)):
            cv2.line(large, start, end, (*tone.tolist(), 255), max(1, round(wide * size) + extra), cv2.LINE_AA)

    reach = rng.uniform(4, 9)
    bend = rng.normal(0, 1.2)
    sleeve = rng.uniform(0, 255, 3)
    stroke(at(0, -0.6), at(bend / 2, -reach / 2), 1.1, skin, line)
    stroke(at(bend / 3, -1.4 - rng.uniform(0, 2)), at(bend, -reach), rng.uniform(1.3, 2.2), sleeve, sleeve * 0.4)
    stroke(at(-0.1, -0.3), at(0.1, 0.35), 1.7, skin, line)
    curl = rng.choice([0.0, 0.25, 1.0])
    for place in (-0.75, -0.25, 0.25, 0.75):
        long = (1.5 - 0.5 * abs(place)) * (rng.uniform(0.25, 0.5) if rng.random() > curl else 1.0)
        spread = place * (0.85 + rng.uniform(0, 0.5))
        stroke(at(place * 0.8, 0.6), at(spread, 0.6 + long), 0.42, skin, line)
    thumb = rng.choice([-1, 1])
    stroke(at(thumb * 0.7, -0.2), at(thumb * rng.uniform(0.2, 1.7), rng.uniform(0.3, 0.9)), 0.48, skin, line)
    small = cv2.resize(large, (DRAWN, DRAWN), interpolation=cv2.INTER_AREA).astype(np.float32)
    share = small[..., 3:] / 255
    colour = small[..., :3] / np.maximum(share, 1e-3)
    picture[..., :3] = np.rint(picture[..., :3] * (1 - share) + colour * share).clip(0, 255)
    picture[..., 3] = np.maximum(picture[..., 3], small[..., 3])
