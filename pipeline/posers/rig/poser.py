"""The rig poser: poses a drawn character and draws the frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from pipeline.drawing.pen import Mark
from pipeline.drawing.tones import Tones
from pipeline.posers.place import carried
from pipeline.posers.rig.canvas import Canvas
from pipeline.posers.rig.character import DrawnCharacter, draw_character
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.emanata import EmanataOverlay
from pipeline.posers.rig.framing import MARGIN, Placement, fitted, is_small
from pipeline.posers.rig.grade import Grade
from pipeline.posers.rig.physics import Physics
from pipeline.posers.rig.state import FaceState
from pipeline.types import FULL, Character, Frames, Framing, PoserName, Poses, PoseTrack
from pipeline.types.arrays import Float32Array, FloatArray
from pipeline.types.spec import RigSpec

BATCH = 16
"""Frames handed on at a time."""


class RigPoser:
    """Draws characters from their spec (see ``pipeline.interfaces.Poser``)."""

    @property
    def name(self) -> PoserName:
        """What it is called."""
        return PoserName.RIG

    def pose(self, character: Character, poses: Poses, size: int, framing: Framing = FULL) -> Frames:
        """Stills; see ``Poser.pose``."""
        puppet = Puppet(_spec_of(character), size, framing)
        try:
            frames = np.empty((len(poses), size, size, 4), np.uint8)
            for index, pose in enumerate(poses):
                state = puppet.face(pose)
                frames[index] = puppet.draw(state, puppet.physics.at_rest(state.stance))
            return frames
        finally:
            puppet.close()

    def animate(self, character: Character, track: PoseTrack, size: int, framing: Framing = FULL) -> Iterator[Frames]:
        """The track with everything that swings; see ``Poser.animate``."""
        puppet = Puppet(_spec_of(character), size, framing)
        emanata = puppet.emanata(track)
        try:
            states = (puppet.face(pose, acted=True) for pose in track.poses)
            seconds = 1 / track.fps
            if len(track):
                puppet.physics.reset(puppet.face(track.poses[-1 if track.loops else 0]).stance)
            if track.loops:
                # One silent round, so that the swing at the end leads into the swing at the beginning.
                for pose in track.poses:
                    puppet.physics.advance(puppet.face(pose).stance, seconds)
            batch: list[Frames] = []
            for index, state in enumerate(states):
                place = None if track.places is None else track.places[index].astype(np.float64)
                swing = puppet.physics.advance(state.stance, seconds)
                frame = puppet.draw(state, swing, place, emanata.raised(index))
                batch.append(emanata.over(frame, state.stance, index))
                if len(batch) == BATCH:
                    yield np.stack(batch)
                    batch = []
            if batch:
                yield np.stack(batch)
        finally:
            emanata.close()
            puppet.close()


def _spec_of(character: Character) -> RigSpec:
    if character.spec is None:
        raise ValueError("the rig draws characters with a spec; a picture needs another poser")
    return character.spec


@lru_cache(maxsize=8)
def drawn_once(spec: RigSpec, *, small: bool = False) -> DrawnCharacter:
    """The drawing of a spec, see ``draw_character``; the last few are kept."""
    return draw_character(spec, small=small)


class Puppet:
    """One character at one size and framing."""

    def __init__(self, spec: RigSpec, size: int, framing: Framing) -> None:
        drawn = drawn_once(spec, small=is_small(size, framing))
        framing = fitted(framing, drawn)
        mesh, head_scale = drawn.drawing.mesh, drawn.figure.head_scale
        self._drawn, self._mesh = drawn, mesh
        place = Placement.of(framing, size)
        self._scale, self._shift, self._line_scale = place.scale, place.shift, place.line_scale
        self._deform = Deformer(mesh.head, mesh.turn, mesh.wrap, head_scale, drawn.figure.art.turn)
        self._swings = np.flatnonzero(mesh.chain >= 0)
        self._links = mesh.chain[self._swings]
        reach = mesh.reach[self._swings]
        self._square, self._cube = reach**2, reach**3
        self._spec, self._size = spec, size
        self._canvas = Canvas(drawn.drawing, size, self._scale, self._hidden())
        self._grade = Grade(spec.finish, size, self._scale, self._shift, drawn.figure.art.cool_reach)
        self._rest = mesh.rest.copy()
        self.physics = Physics(mesh.chains, head_scale, drawn.figure.art.turn)

    def _hidden(self) -> frozenset[int]:
        """The curves that lie so far outside the framing that no pose brings them in."""
        mesh = self._mesh
        flat = self._deform(mesh.rest, Stance()) * self._scale + self._shift
        low, high = -MARGIN * self._scale, self._size + MARGIN * self._scale
        hidden = set()
        for index, curve in enumerate(mesh.curves):
            points = flat[curve.start : curve.stop]
            outside = (points.max(0) < low).any() or (points.min(0) > high).any()
            if outside and mesh.chain[curve.start : curve.stop].max() < 0:
                hidden.add(index)
        return frozenset(hidden)

    def close(self) -> None:
        """Gives the canvas back."""
        self._canvas.close()

    def emanata(self, track: PoseTrack) -> EmanataOverlay:
        """The comic signs that go with a track."""
        tones = Tones.of(self._spec)
        place = self._size, self._scale, self._shift, self._line_scale
        return EmanataOverlay(track, self._drawn.figure, tones, *place, self._drawn.sleeve)

    def face(self, pose: Poses, *, acted: float = 0.0) -> FaceState:
        """A pose [45] over the character's face at rest; ``acted`` as in ``RestFace.under``."""
        return self._drawn.rest_face.under(pose, acted=acted)

    def draw(
        self,
        state: FaceState,
        swing: FloatArray,
        place: FloatArray | None = None,
        opacities: Mapping[str, float] | None = None,
    ) -> Frames:
        """One frame, uint8 [size, size, 4].

        Args:
            place: where the head is (see ``PoseTrack.places``).
            opacities: dials that no mover of the face sets, 0..1; 1 for those that are left out.
        """
        return self._grade(self._canvas.draw(*self._posed(state, swing, place, opacities)))

    def draw_apart(self, state: FaceState, marks: Iterable[Sequence[Mark]]) -> Iterator[Frames]:
        """Each of these sets of marks by itself, uint8 [size, size, 4]: laid over each other, the frame as it is drawn
        at rest, but for the bloom of a soft finish, which knows the whole picture.
        """
        posed = self._posed(state, self.physics.at_rest(state.stance), None, None)
        light = self._grade.without_bloom()
        for some in marks:
            canvas = Canvas(replace(self._drawn.drawing, marks=tuple(some)), self._size, self._scale)
            try:
                yield light(canvas.draw(*posed))
            finally:
                canvas.close()

    def _posed(
        self, state: FaceState, swing: FloatArray, place: FloatArray | None, opacities: Mapping[str, float] | None
    ) -> tuple[Float32Array, FloatArray, list[float]]:
        """The curves, the mesh's points and the dials of a frame, as a canvas takes them."""
        dials = dict(opacities or {})
        for mover in self._drawn.movers:
            mover.move(state, self._rest, dials)
        flat = self._deform(self._rest, state.stance)
        if len(self._swings):
            # A point as one complex number is picked and put back at half the price of two.
            points, bend = flat.view(np.complex128)[:, 0], swing.view(np.complex128)[..., 0]
            points[self._swings] += bend[0, self._links] * self._square + bend[1, self._links] * self._cube
        if place is not None:
            flat = carried(flat, place)
        flat *= self._scale
        flat += self._shift
        outline = self._mesh.outline(flat, self._line_scale)
        shares = [dials.get(name, 1.0) for name in self._drawn.drawing.dials]
        return outline, flat, shares
