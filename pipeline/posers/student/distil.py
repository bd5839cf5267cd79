"""The conductor: a picture and a recipe become a student."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.posers.spots import is_visible
from pipeline.posers.student import design
from pipeline.posers.student.errors import NoMovingFaceError
from pipeline.posers.student.figures import judge
from pipeline.posers.student.file import fitting_bytes, read_student
from pipeline.posers.student.fit import Search, fit_field
from pipeline.posers.student.kernels import FACE_NUMBERS, KernelKind
from pipeline.posers.student.lesson import (
    face_box,
    face_importance,
    figure_box,
    flow_and_rest,
    moved,
    reached,
)
from pipeline.posers.student.metric import flow_metric
from pipeline.posers.student.model import Student, picture_key, premultiplied
from pipeline.posers.student.paint import Painter
from pipeline.posers.student.recipe import CHUNK, LARGEST_FILE, Recipe
from pipeline.posers.student.samples import SampleStore, remove_abandoned, run_folder
from pipeline.posers.student.teacher import FACE_LEFT, FACE_TOP, Device, Flows, Teacher
from pipeline.posers.student.timetable import Phase, Timetable
from pipeline.types import Frames, Judgement, Poses, make_pose
from pipeline.types.arrays import Float32Array
from pipeline.types.frames import PICTURE_SIZE

VERSION: Final = 8
"""To be raised when other questions are asked, or answers are kept in another way."""
_WORN: Final = 512
"""How many of the faces turned figures wear."""
_LEAST_MOVED: Final = 24
"""Pixels of the face that have to move when eyes close and mouths open."""

_METRIC_CHUNKS: Final = 8
"""One of so many chunks of turned figures tells what is seen of a flow."""

_FACE_SEARCH: Final = Search((1.0, 1.0, 1.5, 1.5), (3e-3, 1e-3, 1e-2), samples=768)
_FLOW_SEARCH: Final = Search(
    (3.0, 3.5, 2.5, 5.0, 2.5, 15.0, 6.5, 2.0, 10.0, 10.0, 15.0, 10.0, 10.0), (1e-5, 1e-4, 1e-3)
)
_REST_SEARCH: Final = Search((1.2, 1.2, 1.2, 1.2, 1.2, 6.0, 6.0, 6.0), (1e-1, 3e-2, 3e-1))


@dataclass(frozen=True)
class DistilProgress:
    """How far it is: the phase, how much of everything is done (0..1), and seconds to the end where known."""

    phase: Phase
    fraction: float
    seconds_left: float | None = None


OnDistilProgress = Callable[[DistilProgress], None]
"""Called every second or so. It may raise JobCancelled, which comes out of ``distil``; what is done is kept."""


@dataclass(frozen=True)
class Distilled:
    """A finished student.

    Attributes:
        data: the file.
        student: as it is read from the file, judged.
        recipe: what it was made from in the end.
        wanted: what it was to be made from; the recipe has less where time ran out.
        poses, teacher, drawn: the held-out poses [N, 45] as both draw them, premultiplied uint8 [N, 512, 512, 4].
        judgement: how good it is.
        device: where the teacher ran.
        seconds: wall time by phase.
    """

    data: bytes
    student: Student
    judgement: Judgement
    device: Device
    recipe: Recipe
    wanted: Recipe
    poses: Poses
    teacher: Frames
    drawn: Frames
    seconds: dict[str, float]


def distil(
    picture: Frames,
    examples: Poses,
    recipe: Recipe,
    open_teacher: Callable[[], Teacher],
    work: Path,
    on_progress: OnDistilProgress = lambda _: None,
    deadline: float = float("inf"),
    keep: Callable[[bytes], object] = lambda _: None,
) -> Distilled:
    """Makes a student of an aligned picture.

    Args:
        picture: uint8 [512, 512, 4], straight alpha.
        examples: poses [N, 45] such as the character will be asked for.
        recipe: how much to ask for.
        open_teacher: opens the teacher of this picture; called only when something has to be asked.
        work: folder for what the teacher answered; an interrupted run goes on from it, a finished one removes its part.
        deadline: on ``time.monotonic``'s clock. As many samples are asked for as can be had and learnt by then, at the
            pace that is measured meanwhile.
        keep: takes the finished file to where it stays. What the teacher answered is removed afterwards, so a run that
            is killed at any moment loses nothing.

    Raises:
        NoMovingFaceError: there is no face that moves.
        NoRoomError: the disk of ``work`` is full; the next run goes on from what is there.
        UserError: what the teacher needs is not here.
    """
    remove_abandoned(work)
    distillation = _Distillation(picture, examples, recipe, open_teacher, work, on_progress, deadline)
    distilled = distillation.run()
    keep(distilled.data)
    distillation.forget()
    return distilled


class _LazyTeacher:
    """Opened when first asked, and closed so that its memory is free for the fit."""

    def __init__(self, opener: Callable[[], Teacher]) -> None:
        self._opener = opener
        self._teacher: Teacher | None = None

    def __call__(self) -> Teacher:
        if self._teacher is None:
            self._teacher = self._opener()
        return self._teacher

    def close(self) -> None:
        self._teacher = None


class _Distillation:
    def __init__(
        self,
        picture: Frames,
        examples: Poses,
        recipe: Recipe,
        open_teacher: Callable[[], Teacher],
        work: Path,
        on_progress: OnDistilProgress,
        deadline: float,
    ) -> None:
        self._key = picture_key(picture)
        self._source = premultiplied(picture)
        self._recipe = recipe
        self._teacher = _LazyTeacher(open_teacher)
        self._on_progress = on_progress
        self._timetable = Timetable(recipe, deadline)
        self._faces = design.faces(recipe.faces, examples, recipe.seed)
        self._turns = design.turns(recipe.turns, examples, recipe.seed)
        self._held_out = design.held_out(recipe.held_out, examples, recipe.seed)
        worn = min(_WORN, recipe.faces)
        self._worn = np.random.default_rng((recipe.seed, 4)).integers(worn, size=recipe.turns)
        self._worn[:CHUNK] = 0
        self._store = SampleStore(run_folder(work, self._key, recipe.teacher.value, VERSION, recipe.seed))
        self.seconds: dict[str, float] = {}

    def run(self) -> Distilled:
        with self._phase(Phase.PREPARE):
            self._teacher()
        with self._phase(Phase.FACES):
            still = self._check_face()
            self._extremes(still)
            turns = max(CHUNK, self._kept(Phase.TURNS))
            faces = self._until(Phase.FACES, partial(self._timetable.faces, turns=turns), self._face_chunk)
            times = np.zeros(still.shape[:2], np.int64)
            for start in range(0, faces, CHUNK):
                times += moved(self._face_chunk(start), still)
            self._face_box = face_box(times > faces // 500)
        with self._phase(Phase.TURNS):
            self._worn %= min(_WORN, faces)
            self._worn_faces = np.concatenate([self._face_chunk(i) for i in range(0, min(_WORN, faces), CHUNK)])
            self._figure_box = figure_box(self._extremes(still)[0])
            turns = self._until(Phase.TURNS, partial(self._timetable.turns, faces=faces), self._turn_chunk)
        with self._phase(Phase.JUDGE):
            self._held_out = self._held_out[:: -(-len(self._held_out) // self._timetable.judged(faces + turns))]
            truth = self._truth()
            device = self._teacher().device
            self._teacher.close()
        with self._phase(Phase.FIT):
            student = self._fit(faces, turns)
            data = fitting_bytes(student, self._recipe.ranks, LARGEST_FILE)
            student = read_student(data)
            drawn = Painter(student).paint(self._held_out, PICTURE_SIZE)
            judgement = judge(drawn, truth, self._face_box)
            student = replace(student, judgement=judgement)
            data = fitting_bytes(student, self._recipe.ranks, LARGEST_FILE)
        recipe = replace(self._recipe, faces=faces, turns=turns, held_out=len(truth))
        return Distilled(
            data, student, judgement, device, recipe, self._recipe, self._held_out, truth, drawn, self.seconds
        )

    def forget(self) -> None:
        """Removes what the teacher answered."""
        self._store.remove()

    # ------------------------------------------------------------ asking

    def _face_chunk(self, start: int) -> Frames:
        """uint8 [n, 192, 192, 4], straight."""
        poses = self._faces[start : start + CHUNK]

        def ask() -> dict[str, Frames]:
            with self._timetable.timed(Phase.FACES, len(poses)):
                return {"faces": self._teacher().faces(poses)}

        return self._store.get(_chunk(Phase.FACES, start), {"poses": poses}, ask)["faces"]

    def _check_face(self) -> Frames:
        """The face at rest, uint8 [192, 192, 4], straight. Raises NoMovingFaceError when eyes or mouth do not move."""
        probes = np.stack([make_pose(), make_pose(eye_wink=1.0), make_pose(mouth_aaa=1.0)])
        kept = self._store.get("probes", {"poses": probes}, lambda: {"faces": self._teacher().faces(probes)})
        still: Frames = kept["faces"][0]
        if min(int(moved(answer[None], still).sum()) for answer in kept["faces"][1:]) < _LEAST_MOVED:
            self._store.remove()
            raise NoMovingFaceError
        return still

    def _extremes(self, still: Frames) -> tuple[Frames, Flows]:
        """The first turned figures, which turn as far as it goes with their faces at rest, and their flows; as the
        teacher gave them.
        """
        turns = self._turns[:CHUNK]
        faces = np.repeat(still[None], len(turns), 0)

        def ask() -> dict[str, Frames | Flows]:
            with self._timetable.timed(Phase.TURNS, len(turns)):
                pictures, flows = self._teacher().figures(faces, turns)
            return {"pictures": pictures, "flows": flows}

        kept = self._store.get("extremes", {"faces": _digest(faces), "turns": turns}, ask)
        return kept["pictures"], kept["flows"]

    def _turn_chunk(self, start: int) -> dict[str, Float32Array]:
        """flow, rest: float16 [n, height / 2, width / 2, 2 or 4]; seen: bool [512, 512]."""
        turns = self._turns[start : start + CHUNK]
        faces = self._worn_faces[self._worn[start : start + CHUNK]]

        def learnt(pictures: Frames, flows: Flows) -> dict[str, npt.NDArray[Any]]:
            flow, rest = flow_and_rest(pictures, flows, faces, self._source, self._figure_box)
            return {"flow": flow, "rest": rest, "seen": is_visible(pictures).any(0)}

        def ask() -> dict[str, npt.NDArray[Any]]:
            if not start:
                return learnt(*self._extremes(faces[0]))
            with self._timetable.timed(Phase.TURNS, len(turns)):
                return learnt(*self._teacher().figures(faces, turns))

        return self._store.get(_chunk(Phase.TURNS, start), {"faces": _digest(faces), "turns": turns}, ask)

    def _truth(self) -> Frames:
        """The teacher's pictures of the held-out poses, premultiplied."""
        poses = self._held_out

        def ask() -> dict[str, Frames]:
            faces = self._teacher().faces(poses)
            return {"pictures": premultiplied(self._teacher().figures(faces, poses[:, FACE_NUMBERS:])[0])}

        return self._store.get("held_out", {"poses": poses}, ask)["pictures"]

    # ------------------------------------------------------------ fitting

    def _fit(self, faces: int, turns: int) -> Student:
        box = self._face_box
        rows = slice(box.top - FACE_TOP, box.top - FACE_TOP + box.height)
        columns = slice(box.left - FACE_LEFT, box.left - FACE_LEFT + box.width)

        def face_values() -> Iterator[Float32Array]:
            for start in range(0, faces, CHUNK):
                yield premultiplied(self._face_chunk(start)[:, rows, columns]).astype(np.float32)

        def turn_values(name: str, step: int = CHUNK) -> Iterator[Float32Array]:
            for start in range(0, turns, step):
                yield self._turn_chunk(start)[name].astype(np.float32)

        seen = np.zeros((PICTURE_SIZE, PICTURE_SIZE), np.bool_)
        for start in range(0, turns, CHUNK):
            seen |= self._turn_chunk(start)["seen"].astype(np.bool_)
        where = reached(seen, self._figure_box)
        metric = flow_metric(self._source, turn_values("flow", CHUNK * _METRIC_CHUNKS), self._figure_box)
        ranks = self._recipe.ranks
        face = fit_field(
            self._faces[:faces, :FACE_NUMBERS],
            face_values,
            face_importance(face_values()),
            KernelKind.FACE,
            ranks.face,
            _FACE_SEARCH,
        )
        self._report(Phase.FIT, 0.3)
        whole = self._faces[self._worn[:turns]]
        whole[:, FACE_NUMBERS:] = self._turns[:turns]
        flow = fit_field(
            whole, lambda: map(metric.of, turn_values("flow")), where, KernelKind.FIGURE, ranks.flow, _FLOW_SEARCH
        )
        self._report(Phase.FIT, 0.6)
        rest = fit_field(
            self._turns[:turns], lambda: turn_values("rest"), where, KernelKind.TURN, ranks.rest, _REST_SEARCH
        )
        self._report(Phase.FIT, 0.9)
        warp = metric.undone(flow.field)
        return Student(self._key, self._source, face.field, warp, rest.field, self._face_box, self._figure_box)

    # ------------------------------------------------------------ time

    @contextmanager
    def _phase(self, phase: Phase) -> Iterator[None]:
        began = time.monotonic()
        self._report(phase, 0.0)
        yield
        self.seconds[phase.value] = round(time.monotonic() - began, 1)

    def _until(self, phase: Phase, fitting: Callable[[int], int], chunk: Callable[[int], object]) -> int:
        """Asks chunk by chunk, and answers how many samples there are: all that were kept, and as many as fit."""
        kept, done = self._kept(phase), 0
        while done < (most := max(kept, fitting(done))):
            chunk(done)
            done += CHUNK
            self._report(phase, min(1.0, done / most))
        return done

    def _kept(self, phase: Phase) -> int:
        """How many samples of this recipe an earlier run has kept, from the first one on."""
        wanted = {Phase.FACES: self._recipe.faces, Phase.TURNS: self._recipe.turns}[phase]
        starts = range(0, wanted, CHUNK)
        return next((start for start in starts if not self._store.has(_chunk(phase, start))), wanted)

    def _report(self, phase: Phase, share: float) -> None:
        self._on_progress(DistilProgress(phase, *self._timetable.progress(phase, share)))


def _chunk(phase: Phase, start: int) -> str:
    """What a chunk of samples is kept as."""
    return f"{phase.value}_{start}"


def _digest(pictures: Frames) -> Frames:
    """What pictures are known by, uint8 [32]."""
    return np.frombuffer(hashlib.sha256(np.ascontiguousarray(pictures).tobytes()).digest(), np.uint8)
