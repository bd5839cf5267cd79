"""Numeric code run once with stand-ins for numbers: it leaves a program that needs no Python.

The code is plain NumPy. ``Traced.inputs`` gives arrays without values; whatever is computed with them is written down
step by step, and ``Tape.program`` keeps the steps that its results need. NumPy itself hands every call over
(``__array_ufunc__``, NEP 13, and ``__array_function__``, NEP 18), so the code knows nothing of it.

What it must not do is branch on a value: ``if``, ``max`` and ``float`` raise ``BranchError``; write ``np.where`` and
``np.maximum``.
"""

from __future__ import annotations

from pipeline.tape.program import OPERATIONS, Program
from pipeline.tape.tape import Tape
from pipeline.tape.traced import BranchError, Traced
from pipeline.tape.vlq import vlq

__all__ = ["OPERATIONS", "BranchError", "Program", "Tape", "Traced", "vlq"]
