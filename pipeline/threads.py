"""How many threads a process may calculate with, for libraries that ask nobody by themselves."""

from __future__ import annotations

import os


def cores() -> int:
    """How many processor cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def threads() -> int:
    """As many as OMP_NUM_THREADS says, else as there are cores.

    Processes that work side by side are started with their share of the cores in that variable, which OpenMP, OpenBLAS,
    torch and rembg read themselves.
    """
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    return min(cores(), int(wanted)) if wanted.isdecimal() and int(wanted) > 0 else cores()


def limited_to(count: int) -> dict[str, str]:
    """The variables for a process that may calculate with so many threads beside others.

    OpenMP's threads then sleep while they wait for one another. Awake they are a little quicker alone, but where others
    calculate too, torch was seen to burn two to ten times the time of its work.
    """
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM")
    return dict.fromkeys(names, str(count)) | {"OMP_WAIT_POLICY": "PASSIVE"}


def give_way() -> None:
    """From now on this process, with the threads that it starts, calculates only while no other one wants to."""
    if hasattr(os, "nice"):
        os.nice(19)
