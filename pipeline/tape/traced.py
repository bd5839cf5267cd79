"""Arrays without values: NumPy's operations on them are written on a tape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, cast

import numpy as np

from pipeline.tape.tape import Tape
from pipeline.types.arrays import FloatArray, IndexArray


class BranchError(TypeError):
    """Traced code asked for the value of something that has none."""

    def __init__(self) -> None:
        super().__init__(
            "a branch on a traced value: use np.where, np.minimum or np.maximum, and neither float nor np.asarray"
        )


class Traced(np.lib.mixins.NDArrayOperatorsMixin):
    """An array of any shape whose elements are slots of a tape.

    Attributes:
        tape: where what is done with it is written down.
        slots: int, the shape of the array.
    """

    __slots__ = ("slots", "tape")

    def __init__(self, tape: Tape, slots: IndexArray) -> None:
        self.tape, self.slots = tape, slots

    @classmethod
    def inputs(cls, tape: Tape, names: Sequence[str]) -> FloatArray:
        """Inputs by name, [len(names)]; to those who compute with them they are an array like any other."""
        return cast(FloatArray, cls(tape, np.array([tape.input(name) for name in names], np.intp)))

    @classmethod
    def of(cls, tape: Tape, values: Any) -> Traced:
        """Numbers, arrays and nested sequences of them, with traced ones among them, as one traced array."""
        if isinstance(values, Traced):
            return values
        if isinstance(values, (list, tuple)) and any(map(_is_traced, values)):
            return cls(tape, np.stack([cls.of(tape, value).slots for value in values]))
        numbers = np.asarray(values, np.float64)
        slots = [tape.constant(number) for number in numbers.ravel().tolist()]
        return cls(tape, np.array(slots, np.intp).reshape(numbers.shape))

    @property
    def shape(self) -> tuple[int, ...]:
        """As of an array."""
        return self.slots.shape

    @property
    def ndim(self) -> int:
        """As of an array."""
        return self.slots.ndim

    @property
    def dtype(self) -> np.dtype[np.float64]:
        """What an array of such values has."""
        return np.dtype(np.float64)

    @property
    def T(self) -> Traced:  # noqa: N802
        """Transposed."""
        return Traced(self.tape, self.slots.T)

    def __len__(self) -> int:
        return len(self.slots)

    def __iter__(self) -> Iterator[Traced]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, key: Any) -> Traced:
        return Traced(self.tape, np.asarray(self.slots[key], np.intp))

    def __setitem__(self, key: Any, value: Any) -> None:
        self.slots[key] = Traced.of(self.tape, value).slots

    def __bool__(self) -> bool:
        raise BranchError

    def __float__(self) -> float:
        raise BranchError

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise BranchError

    def copy(self) -> Traced:
        """The same values in an array of its own."""
        return Traced(self.tape, self.slots.copy())

    def astype(self, _: Any) -> Traced:
        """The same values: every traced one is a float64."""
        return self.copy()

    def tolist(self) -> list[Any]:
        """A list of its elements, nested as an array's."""
        return [element.tolist() if element.ndim else element for element in self]

    def reshape(self, *shape: Any) -> Traced:
        """As of an array."""
        return Traced(self.tape, self.slots.reshape(*shape))

    def ravel(self) -> Traced:
        """As of an array."""
        return self.reshape(-1)

    def sum(self, axis: int | None = None, keepdims: bool = False) -> Traced:
        """As of an array."""
        return self._reduced("add", axis, keepdims)

    def mean(self, axis: int | None = None) -> Traced:
        """As of an array."""
        total = self.sum(axis)
        return cast(Traced, total / (self.slots.size // total.slots.size))

    def max(self, axis: int | None = None) -> Traced:
        """As of an array."""
        return self._reduced("max", axis, keepdims=False)

    def min(self, axis: int | None = None) -> Traced:
        """As of an array."""
        return self._reduced("min", axis, keepdims=False)

    def clip(self, low: Any = None, high: Any = None) -> Traced:
        """As of an array."""
        kept = self if low is None else cast(Traced, np.maximum(self, low))
        return kept if high is None else cast(Traced, np.minimum(kept, high))

    def _reduced(self, operation: str, axis: int | None, keepdims: bool) -> Traced:
        rows = self.slots.reshape(-1, 1) if axis is None else np.moveaxis(self.slots, axis, 0)
        if axis is None:
            total = Traced(self.tape, rows[0, 0])
            parts: Iterable[Any] = rows[1:, 0]
        else:
            total, parts = Traced(self.tape, rows[0]), rows[1:]
        for part in parts:
            total = _elementwise(self.tape, operation, total, Traced(self.tape, np.asarray(part)))
        if keepdims:
            kept = (1,) * self.ndim if axis is None else (*self.shape[:axis], 1, *self.shape[axis + 1 :])
            return total.reshape(kept)
        return total

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *operands: Any, **options: Any) -> Any:
        (written,) = options.pop("out", (None,))
        if method != "__call__" or options:
            raise TypeError(f"np.{ufunc.__name__}.{method} with {sorted(options)} cannot be traced")
        arrays = [Traced.of(self.tape, operand) for operand in operands]
        if ufunc in _SWAPPED:
            arrays.reverse()
        if ufunc is np.matmul:
            result = _product(*arrays)
        elif ufunc in _UFUNCS:
            result = _elementwise(self.tape, _UFUNCS[ufunc], *arrays)
        else:
            raise TypeError(f"np.{ufunc.__name__} cannot be traced")
        if written is None:
            return result
        written[...] = result
        return written

    def __array_function__(
        self, function: Callable[..., Any], _: Iterable[type], operands: tuple[Any, ...], options: dict[str, Any]
    ) -> Any:
        if function in _JOINING:
            # The slots are joined as the values would be.
            parts, *more = operands
            return Traced(self.tape, function([Traced.of(self.tape, part).slots for part in parts], *more, **options))
        known = _FUNCTIONS.get(function)
        if known is None:
            raise TypeError(f"np.{function.__name__} cannot be traced")
        return known(self.tape, *operands, **options)


def _is_traced(value: Any) -> bool:
    return isinstance(value, Traced) or (isinstance(value, (list, tuple)) and any(map(_is_traced, value)))


def _elementwise(tape: Tape, operation: str, *operands: Traced) -> Traced:
    arrays = np.broadcast_arrays(*(operand.slots for operand in operands))
    steps = [tape.step(operation, *slots) for slots in zip(*(array.ravel().tolist() for array in arrays), strict=True)]
    return Traced(tape, np.array(steps, np.intp).reshape(arrays[0].shape))


def _product(left: Traced, right: Traced) -> Traced:
    """The matrix product of [..., n] and [n] or [n, m]."""
    if right.ndim == 1:
        return cast(Traced, left * right).sum(axis=left.ndim - 1)
    return cast(Traced, left[..., :, None] * right).sum(axis=left.ndim - 1)


def _where(tape: Tape, condition: Any, chosen: Any, other: Any) -> Traced:
    return _elementwise(tape, "select", *(Traced.of(tape, value) for value in (condition, chosen, other)))


def _interpolated(tape: Tape, x: Any, places: Any, values: Any) -> Traced:
    """Linear between given places: a mixture of the values where x is known, else slopes one after the other."""
    places = np.asarray(places, np.float64)
    if not _is_traced(x):
        units = np.eye(len(places))
        shares = np.stack([np.interp(x, places, unit) for unit in units], axis=-1)
        return _product(Traced.of(tape, shares), Traced.of(tape, values))
    heights = np.asarray(values, np.float64)
    result: Any = heights[0]
    for slope, start, width in zip(np.diff(heights) / np.diff(places), places, np.diff(places), strict=False):
        result = result + slope * np.clip(x - start, 0.0, width)
    return Traced.of(tape, result)


def _gradient(_: Tape, values: Traced) -> Traced:
    middle = (values[2:] - values[:-2]) / 2.0
    return cast(Traced, np.concatenate([values[1:2] - values[:1], middle, values[-1:] - values[-2:-1]]))


def _norm(_: Tape, values: Traced, axis: int | None = None, keepdims: bool = False) -> Traced:
    return cast(Traced, np.sqrt((values * values).sum(axis, keepdims)))


_UFUNCS: Final[dict[Any, str]] = {
    np.add: "add",
    np.subtract: "sub",
    np.multiply: "mul",
    np.divide: "div",
    np.power: "pow",
    np.remainder: "mod",
    np.minimum: "min",
    np.maximum: "max",
    np.greater: "gt",
    np.greater_equal: "ge",
    np.less: "gt",
    np.less_equal: "ge",
    np.equal: "eq",
    np.bitwise_and: "mul",  # of comparisons, which are 0 or 1
    np.negative: "neg",
    np.absolute: "abs",
    np.sign: "sign",
    np.sqrt: "sqrt",
    np.exp: "exp",
    np.tanh: "tanh",
    np.sin: "sin",
    np.cos: "cos",
    np.arctan2: "atan2",
    np.hypot: "hypot",
}
_SWAPPED: Final = {np.less, np.less_equal}
_JOINING: Final[set[Any]] = {
    np.concatenate,
    np.stack,
    np.vstack,
    np.column_stack,
}
_FUNCTIONS: Final[dict[Any, Callable[..., Any]]] = {
    np.where: _where,
    np.clip: lambda _, values, low, high: values.clip(low, high),
    np.interp: _interpolated,
    np.gradient: _gradient,
    np.linalg.norm: _norm,
    np.zeros_like: lambda tape, values, shape=None: Traced.of(tape, np.zeros(shape or values.shape)),
}
