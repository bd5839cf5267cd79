"""Which poses the teacher is asked for: the training set is designed, not found.

Every list begins with its anchors and is shuffled after them, so that any beginning of it is a usable set: a run that
has less time simply stops earlier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from pipeline.posers.student.kernels import FACE_NUMBERS, TURN_NUMBERS
from pipeline.types import POSE_HIGH, POSE_LOW, POSE_SIZE, Poses, mirror_poses, neutral_poses
from pipeline.types.arrays import Float32Array

Turns = Float32Array
"""float32 [N, 6]: head_x, head_y, neck_z, body_y, body_z, breathing."""

BROWS: Final = slice(0, 12)
EYES: Final = slice(12, 26)
MOUTH: Final = slice(26, 37)
GAZE: Final = slice(37, 39)
TURN: Final = slice(39, 45)
_GLANCE: Final = (37, 38)
_PARTS: Final = (BROWS, EYES, MOUTH)
_PAIRS: Final = (*range(0, 26, 2), 32, 34)
"""The left one of each pair of entries."""
_VOWELS: Final = 6
_SMIRK: Final = 36
_IRIS_SMALL: Final = 24
_STRENGTHS: Final = (1.0, 0.5, 0.75)
"""The full ones first: even the shortest run has to know closed eyes and open mouths."""
_CLOSING: Final = ({12: 1.0, 13: 1.0}, {14: 1.0, 15: 1.0}, {18: 1.0, 19: 1.0}, {12: 0.5, 13: 0.5})
"""Both eyes winking, winking happily, relaxed, and half winking."""
_LIDS_UNDER_BROWS: Final = 18
"""One of so many faces after the anchors may close its eyes under full brows of one kind, which is rare elsewhere."""
_LIDS: Final = 300
_LIDS_SHARE: Final = 4
"""The last so many faces, and at most one of so many after the anchors, are about lids: how they close between the
anchors' strengths, and under brows that do much. Everyday faces gain little from them, so a run that is short of time
leaves them out first."""
_NARROWED: Final = (12, 14, 18, 20)
"""The left one of all that closes or narrows an eye."""
_BETWEEN: Final = ((0.9, 0.6), (0.6, 0.3), (0.3, 0.85), (0.85, 0.65), (0.65, 0.9), (0.4, 0.4), (0.15, 0.15), (0.9, 0.9))
"""How far the left eye and the right one do so: lids move less and less evenly, and relaxed ones all at the end (their
change was 8 % short at .9)."""
_WAYS_TO_CLOSE: Final = (12, 14, 18)
"""The left one of winking, winking happily, relaxed."""
_FAR_CORNERS: Final = 16
"""One of so many turns after the anchors may be a corner that is none of them, so that a few are not all corners."""

_KINDS: Final = {"example": 0.42, "joined": 0.30, "random": 0.28}
"""Shares of the faces after the anchors: as in the examples, parts of different examples together with a glance
anywhere, random ones. (People glance further than examples do: with as many far glances their faces gain .2 dB, and the
worst .7.)"""
_FORCED: Final = 0.25
"""Share of the faces whose lids are forced shut, in part or whole, or whose mouth is forced open: without them a ghost
of the open lash stays over closed eyes under raised brows (38.8 dB instead of 43.6 for closed eyes)."""
_EVERYDAY_TURNS: Final = 64
"""So many turns after the anchors are no corners by lot, so that a few are not all corners."""
_CORNERS_BY_LOT: Final = 0.3
"""Share of the others that are: how a figure turns there hangs on its face, which no milder turn tells. From as many
turns in all, 24 corners gain 2.1 dB of the figure and the worst of them 2.4; everyday frames lose .5."""
_NEARLY: Final = 0.8
"""Each number of every other one of these is so far towards its end at least; of the others it is at its end."""
_EXAMPLE_TURNS: Final = 0.45


def face_anchors() -> Poses:
    """The neutral face, then every face entry alone and both sides of each pair, at three strengths: closed eyes and
    open mouths must be right.
    """
    rows: list[dict[int, float]] = [{}]
    for strength in _STRENGTHS:
        for entry in range(FACE_NUMBERS):
            rows += [{entry: strength * sign} for sign in ((1, -1) if POSE_LOW[entry] < 0 else (1,))]
        rows += [{left: strength, left + 1: strength} for left in _PAIRS]
    return _poses(rows)


def faces(count: int, examples: Poses, seed: int) -> Poses:
    """Poses [count, 45] whose last six numbers are 0, beginning with the anchors, ending with lids under brows.

    Args:
        count: how many; fewer than there are anchors gives the first of those.
        examples: poses [N, 45] such as the character will be asked for.
        seed: decides all the rest.
    """
    anchors = face_anchors()
    rest = count - len(anchors)
    if rest <= 0:
        return anchors[:count]
    tail = _lids_at_last(min(_LIDS, rest // _LIDS_SHARE), seed)
    rest -= len(tail)
    rng = np.random.default_rng((seed, 1))
    pool = np.concatenate([examples, mirror_poses(examples)])
    kinds = rng.choice(len(_KINDS), rest, p=list(_KINDS.values()))
    poses = _random_faces(rest, rng)
    poses = np.where((kinds == 0)[:, None], pool[rng.integers(len(pool), size=rest)], poses)
    for part in _PARTS:
        poses[:, part] = np.where(
            (kinds == 1)[:, None], pool[rng.integers(len(pool), size=rest)][:, part], poses[:, part]
        )
    poses[:, GAZE] = np.where((kinds == 1)[:, None], rng.uniform(-1, 1, (rest, 2)), poses[:, GAZE])
    poses = np.where((kinds < 2)[:, None], poses + rng.normal(0, 0.04, poses.shape) * (poses != 0), poses)
    _force_lids_and_mouths(poses, rng)
    poses[:, TURN] = 0
    lids = _lids_under_brows()[: rest // _LIDS_UNDER_BROWS]
    poses[np.random.default_rng((seed, 5)).permutation(rest)[: len(lids)]] = lids
    return np.asarray(np.concatenate([anchors, np.clip(poses, POSE_LOW, POSE_HIGH), tail]), np.float32)


def _lids_under_brows() -> Poses:
    """Each way to close both eyes under both brows of each kind, a kind after the other for each way [24, 45]."""
    rows = [{brow: 1.0, brow + 1: 1.0, **lids} for lids in _CLOSING for brow in range(BROWS.start, BROWS.stop, 2)]
    return _poses(rows)


def _lids_at_last(count: int, seed: int) -> Poses:
    """Lids between the anchors' strengths; one eye that winks and both that half wink happily under both brows of each
    kind; then lids by lot under one or two kinds of brows, half of them with a glance [count, 45].
    """
    kinds = range(BROWS.start, BROWS.stop, 2)
    lids = ({12: 1.0}, {13: 1.0}, {14: 0.5, 15: 0.5})
    rows: list[dict[int, float]] = [{kind: left, kind + 1: right} for left, right in _BETWEEN for kind in _NARROWED]
    rows += [{brow: 1.0, brow + 1: 1.0, **closing} for brow in kinds for closing in lids]
    rng = np.random.default_rng((seed, 6))
    while len(rows) < count:
        values = rng.uniform(0.6, 1.0, 2)
        brows = zip(rng.choice(kinds, 2, replace=False), values[: 1 + rng.integers(2)], strict=False)
        row = {int(brow) + side: float(value) for brow, value in brows for side in (0, 1)}
        left, sides = rng.choice(_WAYS_TO_CLOSE), ((0, 1), (0, 1), (0,), (1,))[rng.integers(4)]
        row |= dict.fromkeys((int(left) + side for side in sides), float(rng.uniform(0.5, 1.0)))
        rows.append(
            row | (dict(zip(_GLANCE, rng.uniform(-1, 1, 2).tolist(), strict=True)) if rng.random() < 0.5 else {})
        )
    return _poses(rows[:count])


def _poses(rows: Sequence[Mapping[int, float]]) -> Poses:
    """Poses [N, 45] of which only these numbers are not 0."""
    poses = neutral_poses(len(rows))
    for pose, row in zip(poses, rows, strict=True):
        for entry, value in row.items():
            pose[entry] = value
    return poses


def turns(count: int, examples: Poses, seed: int) -> Turns:
    """Turns [count, 6]: first the extremes; then, mixed, corners of the range by lot, of the rest 45 % of the examples'
    turns, spread by farthest point, and a Sobol sequence over the whole range, denser in the middle, in two fifths of
    which the body follows the head; those corners are among them that are no extremes.
    """
    anchors = turn_anchors()
    rest = count - len(anchors)
    if rest <= 0:
        return anchors[:count]
    rng = np.random.default_rng((seed, 2))
    far = int(max(0, rest - _EVERYDAY_TURNS) * _CORNERS_BY_LOT)
    seen = int((rest - far) * _EXAMPLE_TURNS)
    chosen = np.concatenate(
        [
            _example_turns(seen, examples, rng),
            _sobol_turns(rest - far - seen, seed, rng),
            _corners_by_lot(far, np.random.default_rng((seed, 7))),
        ]
    )
    chosen = chosen[rng.permutation(rest)]
    corners = _corners(-1)[: rest // _FAR_CORNERS]
    chosen[rng.permutation(rest)[: len(corners)]] = corners
    return np.asarray(np.concatenate([anchors, chosen]), np.float32)


def turn_anchors() -> Turns:
    """Straight ahead, each number alone at its ends, and half of the corners of the range, evenly spread [28, 6]."""
    alone = [np.eye(TURN_NUMBERS)[i] * sign for i in range(TURN_NUMBERS) for sign in (1, -1)][:-1]
    return np.concatenate([np.zeros((1, TURN_NUMBERS)), alone, _corners(1)]).astype(np.float32)


def _corners(half: int) -> Turns:
    """The corners of the range in which the five numbers' signs multiply to ``half``, -1 or 1, every other one with a
    full breath [16, 6]: no two of these are neighbours.
    """
    signs = np.stack(np.meshgrid(*[(-1, 1)] * 5, indexing="ij"), axis=-1).reshape(-1, 5)
    signs = signs[signs.prod(1) == half]
    return np.column_stack([signs, np.arange(len(signs)) % 2]).astype(np.float32)


def _corners_by_lot(count: int, rng: np.random.Generator) -> Turns:
    """Corners of the range with a breath or without, all of them equally often, every other one not quite so far
    [count, 6].
    """
    low, high = POSE_LOW[TURN], POSE_HIGH[TURN]
    ends = np.stack(np.meshgrid(*zip(low, high, strict=True), indexing="ij"), axis=-1).reshape(-1, TURN_NUMBERS)
    rounds = -(-count // len(ends))
    chosen = np.concatenate([np.empty((0, TURN_NUMBERS)), *(rng.permutation(ends) for _ in range(rounds))])[:count]
    chosen[1::2] *= rng.uniform(_NEARLY, 1.0, chosen[1::2].shape)
    return np.asarray(chosen, np.float32)


def held_out(count: int, examples: Poses, seed: int) -> Poses:
    """Whole poses [count, 45] to judge a student by, none of which it learns from: three quarters moved as the examples
    are, face and turn from different ones, a quarter random.
    """
    rng = np.random.default_rng((seed, 3))
    like = count - count // 4
    poses = _random_faces(count, rng)
    poses[:, TURN] = rng.uniform(POSE_LOW[TURN], POSE_HIGH[TURN], (count, TURN_NUMBERS))
    poses[:like] = examples[rng.integers(len(examples), size=like)]
    poses[:like, TURN] = examples[rng.integers(len(examples), size=like)][:, TURN]
    poses += rng.normal(0, 0.02, poses.shape) * (poses != 0)
    return np.asarray(np.clip(poses, POSE_LOW, POSE_HIGH), np.float32)


def _random_faces(count: int, rng: np.random.Generator) -> Poses:
    """One or two kinds of brows and of eyes, up to two vowels, corners, gaze."""
    poses = np.zeros((count, POSE_SIZE), np.float32)
    for pose in poses:
        for start in (BROWS.start, EYES.start):
            for _ in range(rng.integers(1, 3)):
                left = start + 2 * rng.integers(6)
                value = rng.beta(0.7, 0.7)
                pose[left], pose[left + 1] = value, value if rng.random() < 0.6 else rng.beta(0.7, 0.7)
        if rng.random() < 0.25:
            pose[_IRIS_SMALL : _IRIS_SMALL + 2] = rng.random() if rng.random() < 0.8 else rng.random(2)
        if rng.random() < 0.8:
            for _ in range(rng.integers(1, 3)):
                pose[MOUTH.start + rng.integers(_VOWELS)] = rng.beta(0.8, 0.8)
        if rng.random() < 0.5:
            left = 32 if rng.random() < 0.4 else 34
            pose[left : left + 2] = rng.random() if rng.random() < 0.7 else rng.random(2)
        if rng.random() < 0.1:
            pose[_SMIRK] = rng.random()
        pose[GAZE] = rng.uniform(-1, 1, 2) * (rng.random() < 0.8)
    return poses


def _force_lids_and_mouths(poses: Poses, rng: np.random.Generator) -> None:
    """Changes a share of the poses in place: eyes that only close, wherever they look, or a mouth that only speaks one
    vowel.
    """
    for index in np.nonzero(rng.random(len(poses)) < _FORCED)[0]:
        pose = poses[index]
        if rng.random() < 0.75:
            value = 1.0 if rng.random() < 0.4 else rng.random()
            pose[EYES] = 0
            left = rng.choice(_WAYS_TO_CLOSE)
            pose[left], pose[left + 1] = value, value if rng.random() < 0.9 else rng.random()
        if rng.random() < 0.4:
            pose[MOUTH] = 0
            pose[MOUTH.start + rng.integers(_VOWELS)] = 1.0 if rng.random() < 0.5 else rng.random()


def _example_turns(count: int, examples: Poses, rng: np.random.Generator) -> Turns:
    """Turns of the examples as far apart as possible, made a little larger or smaller."""
    pool = np.concatenate([examples, mirror_poses(examples)])[:, TURN]
    pool = pool[rng.permutation(len(pool))]
    picked = _farthest(pool, count)
    chosen = pool[np.resize(picked, count)]
    chosen = chosen * rng.uniform(0.9, 1.25, (count, 1)) + rng.normal(0, 0.02, chosen.shape)
    breath = rng.random(count) * (rng.random(count) < 0.5)
    chosen[:, 5] = np.where(chosen[:, 5] <= 0, breath, chosen[:, 5])
    return np.asarray(np.clip(chosen, POSE_LOW[TURN], POSE_HIGH[TURN]), np.float32)


def _farthest(pool: Turns, count: int) -> list[int]:
    """Indices of at most ``count`` points, each the farthest one from those before it."""
    distance = np.full(len(pool), np.inf, np.float32)
    picked = [0]
    for _ in range(min(count, len(pool)) - 1):
        distance = np.minimum(distance, ((pool - pool[picked[-1]]) ** 2).sum(1))
        picked.append(int(distance.argmax()))
    return picked


def _sobol_turns(count: int, seed: int, rng: np.random.Generator) -> Turns:
    from scipy.stats import qmc

    power = max(1, int(np.ceil(np.log2(max(2, count)))))
    even = qmc.Sobol(TURN_NUMBERS, seed=seed + 1).random_base2(power)[:count]
    chosen = 2 * even - 1
    chosen[:, :5] = np.sign(chosen[:, :5]) * np.abs(chosen[:, :5]) ** 1.3
    chosen[:, 5] = even[:, 5]
    follows = rng.random(count) < 0.4
    for body, head in ((3, 1), (4, 2)):
        chosen[follows, body] = chosen[follows, head] * rng.uniform(0.2, 0.8, int(follows.sum()))
    return np.asarray(chosen, np.float32)
