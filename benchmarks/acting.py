"""Does the character act what the person did? Labelled moments of clips, checked against the poses made of them.

    python -m benchmarks.acting MOMENTS.json --clips FOLDER [--tracker mesh] [--seen FOLDER] [--wrong]

prints how many moments are right, by kind. A moment is ``{"clip", "t", "kind", "sees", "rules", "window"}``: the clip
FOLDER/CLIP.mp4 at ``t`` seconds, plus or minus ``window``, what a person sees there, and rules that all have to hold:

    {"all": [[name, ">", 0.5], …]}     in one frame of the window, all of these do
    {"any": [[name, ">", 0.5], …]}     in one frame of the window, one of these does
    {"mean": [[name, "<", 0.2], …]}    each of these does for the mean over the window
    {"change": [name, t2, ">", 0.2]}   the mean around t minus the mean around t2 does

A name is a parameter of the pose or one of ``SUMS``. Watching a clip takes seconds, what follows takes milliseconds, so
``--seen`` keeps what the tracker saw; it does not change with the arithmetic of ``pipeline.motion``.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.motion.selfie import perform, to_track
from pipeline.motion.watch import Sighting, watch
from pipeline.types import POSE_INDEX, FloatArray, PoseTrack, Tracker

_WINDOW_SECONDS: Final = 0.12

Sum = Callable[[Callable[[str], FloatArray]], FloatArray]
"""A quantity [T] out of a lookup of parameters [T] by name."""


def _total(*names: str) -> Sum:
    return lambda pose: np.minimum(1, sum((pose(name) for name in names), np.zeros(1)))


def _mean(left: Sum, right: Sum) -> Sum:
    return lambda pose: (left(pose) + right(pose)) / 2


def _difference(one: Sum, other: Sum) -> Sum:
    return lambda pose: one(pose) - other(pose)


def _sided(*names: str) -> tuple[Sum, Sum]:
    left, right = (_total(*(f"{name}_{side}" for name in names)) for side in ("left", "right"))
    return left, right


_CLOSED = _sided("eye_wink", "eye_happy_wink")
_UP = _sided("eyebrow_raised", "eyebrow_troubled")
_KNIT = _sided("eyebrow_angry", "eyebrow_serious", "eyebrow_lowered")
_CORNERS = _sided("mouth_raised_corner")
SUMS: Final[dict[str, Sum]] = {
    "eye_closed_left": _CLOSED[0],
    "eye_closed_right": _CLOSED[1],
    "eye_closed_left_minus_right": _difference(*_CLOSED),
    "mouth_open": _total(*(f"mouth_{vowel}" for vowel in ("aaa", "iii", "uuu", "eee", "ooo", "delta"))),
    "mouth_round": _total("mouth_uuu", "mouth_ooo"),
    "mouth_spread": _total("mouth_iii", "mouth_eee", "mouth_delta"),
    "corners_up": _mean(*_CORNERS),
    "corners_up_left_minus_right": _difference(*_CORNERS),
    "corners_down": _mean(*_sided("mouth_lowered_corner")),
    "brow_up_left": _UP[0],
    "brow_up_right": _UP[1],
    "brow_up": _mean(*_UP),
    "brow_knit_left": _KNIT[0],
    "brow_knit_right": _KNIT[1],
    "brow_knit": _mean(*_KNIT),
    "brow_worried": _mean(*_sided("eyebrow_troubled")),
    "brow_left_minus_right": _difference(_difference(_UP[0], _KNIT[0]), _difference(_UP[1], _KNIT[1])),
    "eyes_wide": _mean(*_sided("eye_surprised")),
}
"""Quantities that several parameters make up together."""


@dataclass(frozen=True)
class Verdict:
    """Whether a moment is right, and for each rule that failed what was found."""

    right: bool
    found: tuple[str, ...]


@dataclass(frozen=True)
class ActedTrack:
    """A track that can be asked for quantities around a time."""

    track: PoseTrack

    def around(self, name: str, seconds: float, window: float) -> FloatArray:
        """The values of a parameter or a sum in the frames of a window, at least one."""
        times = self.track.clock.seconds
        near = np.flatnonzero(np.abs(times - seconds) <= window + 1e-6)
        rows = self.track.poses[near if len(near) else [int(np.argmin(np.abs(times - seconds)))]].astype(np.float64)

        def parameter(wanted: str) -> FloatArray:
            return rows[:, POSE_INDEX[wanted]]

        return np.asarray(SUMS[name](parameter) if name in SUMS else parameter(name))

    def judge(self, moment: dict[str, Any]) -> Verdict:
        """Whether all of a moment's rules hold."""
        seconds, window = moment["t"], moment.get("window", _WINDOW_SECONDS)
        results = [self._judge(kind, rule, seconds, window) for r in moment["rules"] for kind, rule in r.items()]
        return Verdict(all(right for right, _ in results), tuple(found for right, found in results if not right))

    def _judge(self, kind: str, rule: list[Any], seconds: float, window: float) -> tuple[bool, str]:
        if kind == "change":
            name, other, sign, bound = rule
            change = self.around(name, seconds, window).mean() - self.around(name, other, window).mean()
            return bool(_holds(change, sign, bound)), f"{name} changed by {change:+.2f} (wanted {sign} {bound})"
        values = [self.around(name, seconds, window) for name, _, _ in rule]
        if kind == "mean":
            values = [value.mean(keepdims=True) for value in values]
        held = np.array([_holds(value, sign, bound) for value, (_, sign, bound) in zip(values, rule, strict=True)])
        right = held.any() if kind == "any" else held.all(axis=0).any()
        found = (
            f"{name} {(value.max() if sign == '>' else value.min()):.2f} (wanted {sign} {bound})"
            for value, (name, sign, bound) in zip(values, rule, strict=True)
        )
        return bool(right), f"{kind}: " + "; ".join(found)


def _holds(value: Any, sign: str, bound: float) -> Any:
    return value > bound if sign == ">" else value < bound


def see(clip: Path, tracker: Tracker, model: Path | None, keep: Path | None) -> Sighting:
    """What the tracker sees in a clip; kept as a file in ``keep``, and taken from there the next time."""
    kept = None if keep is None else keep / f"{clip.stem}.{tracker.value}.pkl"
    if kept is not None and kept.is_file():
        known: Sighting = pickle.loads(kept.read_bytes())  # noqa: S301 (a file that this benchmark wrote)
        return known
    sighting = watch(clip, tracker, 0, lambda _: None, model)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(sighting))
    return sighting


def check(moments: Iterable[dict[str, Any]], acts: dict[str, ActedTrack]) -> list[tuple[dict[str, Any], Verdict]]:
    """Each moment whose clip is among the acts, with its verdict."""
    return [(moment, acts[moment["clip"]].judge(moment)) for moment in moments if moment["clip"] in acts]


def main(words: list[str] | None = None) -> int:
    """Prints right and all moments by kind. Exit status: 0, or 2 where no clip of the moments is there."""
    parser = argparse.ArgumentParser(prog="benchmarks.acting", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("moments", type=Path)
    parser.add_argument("--clips", type=Path, required=True, help="folder of the clips")
    parser.add_argument("--tracker", type=Tracker, choices=[Tracker.MESH, Tracker.LANDMARKER], default=Tracker.MESH)
    parser.add_argument("--model", type=Path, help="the landmarker's model")
    parser.add_argument("--seen", type=Path, help="folder that keeps what the tracker saw")
    parser.add_argument("--wrong", action="store_true", help="name the moments that are wrong")
    args = parser.parse_args(words)

    moments = json.loads(args.moments.read_text())
    clips = [args.clips / f"{name}.mp4" for name in dict.fromkeys(moment["clip"] for moment in moments)]
    acts = {
        clip.stem: ActedTrack(to_track(perform(see(clip, args.tracker, args.model, args.seen))))
        for clip in clips
        if clip.is_file()
    }
    results = check(moments, acts)
    if not results:
        print("none of the clips is there", file=sys.stderr)
        return 2
    if args.wrong:
        for moment, verdict in results:
            if not verdict.right:
                print(f"{moment['clip']} {moment['t']:.2f} [{moment['kind']}] {moment['sees']}")
                print(*(f"    {found}" for found in verdict.found), sep="\n")
    total = Counter(moment["kind"] for moment, _ in results)
    right = Counter(moment["kind"] for moment, verdict in results if verdict.right)
    for kind in sorted(total):
        print(f"{kind:12} {right[kind]:3} of {total[kind]}")
    print(f"{right.total()} of {total.total()} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
