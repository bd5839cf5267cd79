"""``animemoji track``: what the face in a clip does, as a file of numbers that can be used again and again."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Final

from animemoji.verbs.files import checked_file, existing_file, number_between, write_file
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import EMOTIONS, Tracker

HELP: Final = "what the face in a clip does, as a file of numbers (it holds no picture of the person)"
EXAMPLE: Final = "animemoji track me.mp4 --out me.json --plot me.png"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("video", type=Path, metavar="VIDEO", help="a clip of a face")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="the track")
    parser.add_argument(
        "--tracker",
        choices=[kind.value for kind in Tracker],
        default="auto",
        help="auto takes the better one that is here",
    )
    parser.add_argument(
        "--model", type=Path, metavar="FILE.task", help="the landmarker's model, where it lies elsewhere"
    )
    parser.add_argument(
        "--fps",
        type=number_between(0, 120),
        default=0.0,
        metavar="N",
        help="frames per second; 0 (default): the clip's own",
    )
    parser.add_argument(
        "--expressiveness",
        type=number_between(0.5, 1.5),
        default=1.0,
        metavar="X",
        help="0.5-1.5: how far movements are enlarged (1)",
    )
    parser.add_argument("--plot", type=Path, metavar="FILE.png", help="draws the track's curves")
    parser.add_argument("--preview", type=Path, metavar="FILE.mp4", help="shows the clip and a character side by side")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from pipeline.models import find_model
    from pipeline.motion.selfie import track_clip
    from pipeline.settings import load_pipeline_settings

    started = time.perf_counter()
    outputs = [
        checked_file(option, path, (ending,))
        for option, path, ending in (
            ("--out", args.out, ".json"),
            ("--plot", args.plot, ".png"),
            ("--preview", args.preview, ".mp4"),
        )
        if path is not None
    ]
    made = track_clip(
        existing_file(args.video),
        Tracker(args.tracker),
        args.fps,
        terminal.on_progress,
        expressiveness=args.expressiveness,
        model=args.model or find_model("face_landmarker", load_pipeline_settings().models),
    )
    track = made.track
    terminal.notices(made.notices)
    if args.out is not None:
        write_file(args.out, json.dumps(track.to_json()).encode())
    if args.plot is not None:
        from pipeline.motion.plot import plot_track

        write_file(args.plot, plot_track(track, args.video.name))
    if args.preview is not None:
        from animemoji.verbs.preview import write_preview

        write_preview(args.video, track, args.preview, terminal.on_progress, frame_by_frame=args.fps == 0)
    seen = float(track.tracked.mean())
    emotions = {} if track.emotions is None else dict(zip(EMOTIONS, track.emotions.mean(axis=0).tolist(), strict=True))
    terminal.say(
        f"{len(track)} frames, {track.seconds:.1f} s at {track.fps:.4g} fps, face seen in {seen:.0%}",
        *(str(path) for path in outputs),
    )
    return Outcome(
        {
            "out": None if args.out is None else str(args.out),
            "frames": len(track),
            "fps": track.fps,
            "seconds": round(track.seconds, 3),
            "seen": round(seen, 4),
            "emotions": {name: round(value, 3) for name, value in emotions.items()},
            "gestures": [{"name": g.name, "start": g.start, "end": g.end} for g in track.gestures],
            "notices": [item.key for item in made.notices],
            "total_seconds": round(time.perf_counter() - started, 3),
        }
    )
