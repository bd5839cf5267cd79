"""The tape: every step that traced code took, each once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from pipeline.tape.program import OPERATIONS, Program
from pipeline.types.arrays import IndexArray

_CONSTANT: Final = "constant"
_INPUT: Final = "input"
_LEAVES_RIGHT: Final = {"add": 0.0, "mul": 1.0, "min": math.inf, "max": -math.inf}
"""As first operand, it leaves the second one as it is."""
_LEAVES_LEFT: Final = {**_LEAVES_RIGHT, "sub": 0.0, "div": 1.0, "pow": 1.0}
"""As last operand, it leaves the first one as it is."""


class Tape:
    """Collects steps. A slot is the number of a value: a constant, an input, or what a step gives."""

    def __init__(self) -> None:
        self._made: list[tuple[str, tuple[int, ...]]] = []
        self._values: dict[int, float] = {}
        self._names: dict[int, str] = {}
        self._seen: dict[tuple[str, tuple[Any, ...]], int] = {}

    def constant(self, value: float) -> int:
        """The slot of a number."""
        # 0.0 and -0.0 are equal but not the same.
        key = (_CONSTANT, (value, math.copysign(1.0, value)))
        slot = self._seen.get(key)
        if slot is None:
            slot = self._seen[key] = self._add(_CONSTANT, ())
            self._values[slot] = value
        return slot

    def input(self, name: str) -> int:
        """The slot of an input; the same name is the same input."""
        key = (_INPUT, (name,))
        slot = self._seen.get(key)
        if slot is None:
            slot = self._seen[key] = self._add(_INPUT, ())
            self._names[slot] = name
        return slot

    def value(self, slot: int) -> float | None:
        """The number in a slot if it is a constant."""
        return self._values.get(slot)

    def step(self, operation: str, *operands: int) -> int:
        """The slot of what ``operation`` gives; a step that needs no doing, or was done before, is not added."""
        known = self._known(operation, operands)
        if known is not None:
            return known
        key = (operation, operands)
        slot = self._seen.get(key)
        if slot is None:
            slot = self._seen[key] = self._add(operation, operands)
        return slot

    def program(self, outputs: Sequence[int] | IndexArray) -> Program:
        """The steps that these slots need, in their order."""
        needed: set[int] = set()
        waiting = [int(slot) for slot in outputs]
        while waiting:
            slot = waiting.pop()
            if slot not in needed:
                needed.add(slot)
                waiting += self._made[slot][1]
        inputs = sorted(needed & self._names.keys())
        steps = sorted(needed - self._names.keys() - self._values.keys())
        # Constants stand in the order in which they are used, so that steps side by side read them side by side.
        used = [operand for slot in steps for operand in self._made[slot][1]] + [int(slot) for slot in outputs]
        constants = list(dict.fromkeys(slot for slot in used if slot in self._values))
        place = {slot: number for number, slot in enumerate([*constants, *inputs, *steps])}
        return Program(
            tuple(self._values[slot] for slot in constants),
            tuple(self._names[slot] for slot in inputs),
            tuple(
                (operation, tuple(place[operand] for operand in operands))
                for operation, operands in (self._made[slot] for slot in steps)
            ),
            np.array([place[int(slot)] for slot in outputs], np.intp),
        )

    def _add(self, operation: str, operands: tuple[int, ...]) -> int:
        self._made.append((operation, operands))
        return len(self._made) - 1

    def _known(self, operation: str, operands: tuple[int, ...]) -> int | None:
        """The slot that already holds what a step would give; None if it has to be done."""
        values = [self._values.get(operand) for operand in operands]
        numbers = [value for value in values if value is not None]
        if len(numbers) == len(values):
            return self.constant(float(OPERATIONS[operation][1](*(np.float64(number) for number in numbers))))
        if not numbers:
            return None
        first, last = values[0], values[-1]
        if operation == "mul" and 0.0 in numbers:
            return self.constant(0.0)
        if last is not None and last == _LEAVES_LEFT.get(operation):
            return operands[0]
        if first is not None and first == _LEAVES_RIGHT.get(operation):
            return operands[-1]
        if operation == "pow" and last == 2.0:
            return self.step("mul", operands[0], operands[0])
        if operation == "select" and first is not None:
            return operands[1] if first else operands[2]
        return None
