"""A flat program of scalar steps, and the list of integers in which it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from pipeline.tape.vlq import vlq
from pipeline.types.arrays import FloatArray, IndexArray

Operation = Callable[..., Any]

OPERATIONS: Final[Mapping[str, tuple[int, Operation]]] = {
    "add": (2, np.add),
    "sub": (2, np.subtract),
    "mul": (2, np.multiply),
    "div": (2, np.divide),
    "pow": (2, np.power),
    "mod": (2, np.remainder),
    "min": (2, np.minimum),
    "max": (2, np.maximum),
    "gt": (2, np.greater),
    "ge": (2, np.greater_equal),
    "eq": (2, np.equal),
    "select": (3, np.where),
    "neg": (1, np.negative),
    "abs": (1, np.abs),
    "sign": (1, np.sign),
    "sqrt": (1, np.sqrt),
    "exp": (1, np.exp),
    "tanh": (1, np.tanh),
    "sin": (1, np.sin),
    "cos": (1, np.cos),
    "atan2": (2, np.arctan2),
    "hypot": (2, np.hypot),
}
"""What a step may do: how many operands it takes, and its meaning. Comparisons give 0 or 1; ``select`` takes its second
operand where the first is not 0, else the third; ``mod`` has the divisor's sign. A code's number is its place here."""

_NUMBERS: Final = {name: number for number, name in enumerate(OPERATIONS)}
_DIGITS: Final = 9


@dataclass(frozen=True)
class Program:
    """Scalar steps over slots: first the constants, then the inputs, then one slot for each step's result.

    Attributes:
        constants: their values.
        inputs: their names.
        steps: each the operation's name and the slots of its operands, all of them earlier ones.
        outputs: int [M], the slots that hold the results.
    """

    constants: tuple[float, ...]
    inputs: tuple[str, ...]
    steps: tuple[tuple[str, tuple[int, ...]], ...]
    outputs: IndexArray

    def run(self, values: Mapping[str, Any]) -> FloatArray:
        """The results [M, ...] for values of the inputs by name: numbers, or arrays of one shape [...]."""
        shape = np.broadcast_shapes(*(np.shape(value) for value in values.values()))
        slots: list[Any] = [*self.constants, *(values[name] for name in self.inputs)]
        for name, operands in self.steps:
            slots.append(OPERATIONS[name][1](*(slots[operand] for operand in operands)))
        return np.array([np.broadcast_to(slots[slot], shape) for slot in self.outputs], np.float64)

    def packed(self, digits: int = _DIGITS) -> dict[str, Any]:
        """The program as JSON, its constants with so many significant digits: see docs/puppet.md."""
        constants = [float(f"{value:.{digits}g}") for value in self.constants]
        return {
            "constants": [int(value) if value == int(value) else value for value in constants],
            "inputs": list(self.inputs),
            "steps": self._packed_steps(),
            "outputs": packed_runs(self.outputs),
        }

    def _packed_steps(self) -> dict[str, str]:
        """Runs of steps that do the same to slots in even distances: ``code`` and ``count``; for each operand ``where``
        its first slot is, and in runs of more than one step by which ``stride`` the following ones are apart.

        Where: so many slots before the step's own one, 1 or more; or of a constant, 0 or less, so many before the
        second one of those that no run before this one took.
        """
        constants = len(self.constants)
        first = constants + len(self.inputs)
        packed: dict[str, list[int]] = {"code": [], "count": [], "where": [], "stride": []}
        at, taken = 0, 0
        while at < len(self.steps):
            name, operands = self.steps[at]
            count, strides = self._run(at)
            packed["code"].append(_NUMBERS[name])
            packed["count"].append(count)
            packed["where"] += [
                operand - taken - 1 if operand < constants else first + at - operand for operand in operands
            ]
            packed["stride"] += strides if count > 1 else []
            used = [operand for step in self.steps[at : at + count] for operand in step[1] if operand < constants]
            taken = max([taken, *(operand + 1 for operand in used)])
            at += count
        return {name: vlq(numbers) for name, numbers in packed.items()}

    def _run(self, at: int) -> tuple[int, list[int]]:
        """How many steps from number ``at`` on do the same, and how far apart their operands are."""
        name, operands = self.steps[at]
        count = 1
        strides = [0] * len(operands)
        while at + count < len(self.steps):
            other, following = self.steps[at + count]
            if other != name:
                break
            ways = [after - before for after, before in zip(following, self.steps[at + count - 1][1], strict=True)]
            if count > 1 and ways != strides:
                break
            strides = ways
            count += 1
        return count, strides


def packed_runs(slots: IndexArray) -> str:
    """Whole numbers as runs in even distances: count, the first one less the number before it, distance."""
    packed: list[int] = []
    at, last = 0, 0
    while at < len(slots):
        count, stride = 1, 0
        while at + count < len(slots):
            way = int(slots[at + count] - slots[at + count - 1])
            if count > 1 and way != stride:
                break
            stride = way
            count += 1
        packed += [count, int(slots[at]) - last, stride]
        at += count
        last = int(slots[at - 1])
    return vlq(packed)
