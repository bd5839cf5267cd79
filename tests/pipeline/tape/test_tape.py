"""Traced NumPy gives programs that compute what the code computes."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tape import OPERATIONS, BranchError, Program, Tape, Traced, vlq

Array = npt.NDArray[np.float64]
TABLE = np.array([[0.5, -2.0, 1.5], [3.0, 0.25, -1.0]])


def traced(code: Callable[[Any], Any], count: int = 3) -> Program:
    tape = Tape()
    made = code(Traced.inputs(tape, [f"x{index}" for index in range(count)]))
    return tape.program(Traced.of(tape, made).ravel().slots)


def run(program: Program, values: Array) -> Array:
    return program.run({f"x{index}": value for index, value in enumerate(values)})


CODES: dict[str, Callable[[Any], Any]] = {
    "arithmetic": lambda x: (1 - x) * x / 2 + x**2 - (-x) + 3 * x**3,
    "broadcast": lambda x: TABLE * x + x[None, :] * TABLE @ (TABLE.T @ TABLE),
    "products": lambda x: TABLE @ x + (x @ TABLE.T),
    "limits": lambda x: np.minimum(np.maximum(x, -0.5), 0.5) + np.clip(x, -0.2, 0.7) + x.clip(0, None),
    "choice": lambda x: np.where(x > 0.3, x, -x) + np.where((x < 0.5) & (x >= -0.5), 1.0, 0.0),
    "circle": lambda x: np.sin(x) + np.cos(x) * np.tanh(x) + np.arctan2(x, x[::-1] + 2) + np.hypot(x, 1.0),
    "roots": lambda x: np.sqrt(np.abs(x)) + np.exp(-x) + np.sign(x),
    "rest": lambda x: (x + 0.25) % 1,
    "order": lambda x: np.concatenate([x[::-1], [x[0]], np.stack([x[1], x[2]])]),
    "columns": lambda x: np.vstack([np.column_stack([x, [1.0, 2.0, 3.0]]), TABLE[:, :2]]).T,
    "sums": lambda x: np.stack([x.sum(), x.mean(), x.max(), x.min(), (TABLE * x).sum(axis=1)[0]]),
    "between": lambda x: np.concatenate(
        [np.interp([0.0, 0.4, 2.0], [0, 1, 2], x), np.interp(x, [-1.0, 0, 1], [2, 3, 7])]
    ),
    "slope": lambda x: np.gradient(x * x),
    "length": lambda x: TABLE / np.linalg.norm(TABLE * x + 1e-3, axis=1, keepdims=True),
}


@pytest.mark.parametrize("name", CODES)
@given(values=st.lists(st.floats(-1, 1, allow_subnormal=False), min_size=3, max_size=3))
def test_a_program_computes_what_its_code_does(name: str, values: list[float]) -> None:
    x = np.array(values)
    expected = np.ravel(CODES[name](x))
    np.testing.assert_allclose(run(traced(CODES[name]), x), expected, rtol=1e-12, atol=1e-12)


def test_places_are_assigned_as_in_an_array() -> None:
    def code(x: Any) -> Any:
        table = x * np.ones((2, 3))
        table[0, 1:] += x[0]
        table[[1, 0], 2] = np.stack([x[1], x[2]])
        return table

    x = np.array([0.1, 0.2, 0.3])
    assert np.allclose(run(traced(code), x), code(x).ravel())


@pytest.mark.parametrize("branch", [bool, float, lambda x: max(x, 0.0), lambda x: 1 if x > 0 else 2, np.asarray])
def test_a_branch_on_a_traced_value_is_an_error(branch: Callable[[Any], object]) -> None:
    (x,) = Traced.inputs(Tape(), ["x"])
    with pytest.raises(BranchError, match="a branch on a traced value"):
        branch(x)


@pytest.mark.parametrize("code", [np.arcsin, np.sort, np.add.reduce])
def test_what_cannot_be_traced_says_so(code: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match="cannot be traced"):
        code(Traced.inputs(Tape(), ["x", "y"]))


def test_steps_that_need_no_doing_are_left_out() -> None:
    program = traced(lambda x: x * 0 + x**1 - 0.0 + np.minimum(x, np.inf) * 1.0)
    assert [name for name, _ in program.steps] == ["add"] * 3
    assert traced(lambda x: x + x + (x + x)).steps == traced(lambda x: (x + x) + (x + x)).steps


def read(text: str) -> list[int]:
    """Whole numbers in base 64 VLQ."""
    digits = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
    numbers, number, place = [], 0, 0
    for digit in map(digits.index, text):
        number |= (digit & 31) << place
        place += 5
        if digit < 32:
            numbers.append(-(number >> 1) if number & 1 else number >> 1)
            number = place = 0
    return numbers


@pytest.mark.parametrize("numbers", [[], [0, 1, -1, 15, -15, 16], [2**29 - 1, -(2**29), 31, 32, -1024]])
def test_whole_numbers_are_text(numbers: list[int]) -> None:
    assert read(vlq(numbers)) == numbers


def test_text_of_numbers_is_that_of_source_maps() -> None:
    assert vlq([0, 16, 1, -1, 123456789]) == "AgBCDqxmvrH"


def unpacked(packed: dict[str, Any]) -> Program:
    """What docs/puppet.md says of ``steps`` and ``outputs``, word for word."""
    names = list(OPERATIONS)
    constants = len(packed["constants"])
    slot = constants + len(packed["inputs"])
    columns = {name: read(text) for name, text in packed["steps"].items()}
    where, strides = iter(columns["where"]), iter(columns["stride"])
    steps: list[tuple[str, tuple[int, ...]]] = []
    taken = 0
    for code, count in zip(columns["code"], columns["count"], strict=True):
        firsts = [next(where) for _ in range(OPERATIONS[names[code]][0])]
        ways = [next(strides) if count > 1 else 0 for _ in firsts]
        firsts = [slot - first if first > 0 else taken + 1 + first for first in firsts]
        made = [tuple(first + k * way for first, way in zip(firsts, ways, strict=True)) for k in range(count)]
        steps += [(names[code], operands) for operands in made]
        taken = max([taken, *(operand + 1 for operands in made for operand in operands if operand < constants)])
        slot += count
    assert not [*where, *strides]
    outputs: list[int] = []
    runs = iter(read(packed["outputs"]))
    for count in runs:
        first, way = next(runs) + (outputs[-1] if outputs else 0), next(runs)
        outputs += [first + k * way for k in range(count)]
    return Program(tuple(packed["constants"]), tuple(packed["inputs"]), tuple(steps), np.array(outputs))


@pytest.mark.parametrize("name", CODES)
def test_a_stored_program_is_the_same_program(name: str) -> None:
    program = traced(CODES[name])
    again = unpacked(program.packed())
    assert again.steps == program.steps
    assert again.outputs.tolist() == program.outputs.tolist()
    assert np.allclose(again.constants, program.constants, rtol=1e-8)
