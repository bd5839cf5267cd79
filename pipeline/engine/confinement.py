"""What the pipeline process gives up before it reads anything that a stranger sent.

The process is started by running this file. It gives up its rights first and only then imports the pipeline, because
Landlock and seccomp hold for threads that start later, and numpy starts threads when it is imported. So this module
knows nothing but the standard library.

Every measure is taken where the system has it. ``confine`` returns what was done, for the log and for
``animemoji doctor``.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import struct
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

_GIB: Final = 1024**3
_EXAMINE: Final = "examine"


@dataclass(frozen=True)
class Confinement:
    """What a pipeline process may still do.

    Attributes:
        readable: folders and files that it may read.
        listed: folders whose names it may list, without reading the files in them.
        writable: folders in which it may also make, change and delete files.
        devices: files that it may read and write, and control (``ioctl``).
        network: whether it may open sockets.
        programs: whether it may run other programs.
        file_bytes: the longest file that it may write.
    """

    readable: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    writable: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    network: bool = False
    programs: bool = False
    file_bytes: int = 4 * _GIB

    def to_json(self) -> dict[str, Any]:
        """Plain values for ``from_json``."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Confinement:
        """The value that ``to_json`` wrote."""
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in data.items()
        }
        return cls(**values)


@dataclass(frozen=True)
class Measure:
    """One measure: its name, whether it holds, and its version or why it does not."""

    name: str
    taken: bool
    detail: str = ""

    def __str__(self) -> str:
        """As in "Landlock (version 7)" or "no seccomp (not on this machine)"."""
        return f"{'' if self.taken else 'no '}{self.name}" + (f" ({self.detail})" if self.detail else "")


def confine(confinement: Confinement) -> list[Measure]:
    """Takes every measure that this system has; to be called while the process has one thread. There is no way back."""
    return [
        _taken("end with the bot", _end_with_parent),
        _taken("limits on files and core dumps", lambda: _limit_files(confinement.file_bytes)),
        _taken("first to be killed when memory runs out", _volunteer_for_the_oom_killer),
        _taken("no new privileges", lambda: _prctl(_PR_SET_NO_NEW_PRIVS, 1)),
        _taken("Landlock", lambda: _landlock(confinement)),
        _taken("seccomp", lambda: _seccomp(confinement)),
        _taken("no capabilities", _drop_capabilities),
        # Last: afterwards some of the process's own files in /proc belong to root.
        _taken("memory closed to other processes", lambda: _prctl(_PR_SET_DUMPABLE, 0)),
    ]


def _taken(name: str, take: Callable[[], str | None]) -> Measure:
    try:
        return Measure(name, True, take() or "")
    except (OSError, ImportError, AttributeError, ValueError) as error:
        return Measure(name, False, getattr(error, "strerror", None) or str(error))


# ---- prctl and limits -----------------------------------------------------------------------------------------------

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_DUMPABLE: Final = 4
_PR_SET_SECCOMP: Final = 22
_PR_SET_NO_NEW_PRIVS: Final = 38
_SIGKILL: Final = 9
_CAPABILITY_VERSION: Final = 0x20080522


def _libc() -> ctypes.CDLL:
    if sys.platform != "linux":
        raise OSError(0, f"not on {sys.platform}")
    return ctypes.CDLL(None, use_errno=True)


def _prctl(option: int, *values: Any) -> None:
    padded = [value if isinstance(value, ctypes.c_void_p) else ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)]
    if _libc().prctl(ctypes.c_int(option), *padded[:4]) != 0:
        _raise_errno()


def _raise_errno() -> None:
    error = ctypes.get_errno()
    raise OSError(error, os.strerror(error))


def _end_with_parent() -> None:
    parent = os.getppid()
    _prctl(_PR_SET_PDEATHSIG, _SIGKILL)
    if os.getppid() != parent:  # it died while that was arranged
        os._exit(1)


def _limit_files(file_bytes: int) -> None:
    import resource

    for which, limit in ((resource.RLIMIT_FSIZE, file_bytes), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(which)[1]
        lower = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(which, (lower, lower))


def _volunteer_for_the_oom_killer() -> None:
    Path("/proc/self/oom_score_adj").write_text("1000")


def _drop_capabilities() -> None:
    """For bots that run as root, which they should not: with its capabilities it could read the bot's memory."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    if _libc().capset(header, bytes(24)) != 0:
        _raise_errno()


# ---- Landlock: which files, and no network (Linux 5.13 and later; docs.kernel.org/userspace-api/landlock.html) -------

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""Numbers of the system calls, the same on all of today's architectures."""
_VERSION: Final = 1
_PATH_BENEATH: Final = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = (1 << bit for bit in range(4))
_TRUNCATE: Final = 1 << 14
_IOCTL: Final = 1 << 15
_FILE: Final = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL
"""The rights that mean something for what is not a folder."""
_READ: Final = _READ_FILE | _READ_DIR
_DEVICE: Final = _READ_FILE | _WRITE_FILE | _TRUNCATE | _IOCTL
_SPECIAL: Final = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11
"""Making device files, sockets and pipes: nobody may."""


def _handled(version: int) -> int:
    """All rights that this version of Landlock can take away."""
    return (1 << (13 if version < 2 else 14 if version < 3 else 15 if version < 5 else 16)) - 1


def landlock_version() -> int:
    """The version of Landlock that the kernel has. Raises OSError where it has none."""
    libc = _libc()
    libc.syscall.restype = ctypes.c_long
    version = int(libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION)))
    if version < 0:
        _raise_errno()
    return version


def _landlock(confinement: Confinement) -> str:
    version = landlock_version()
    handled = _handled(version)
    tcp = 0b11 if version >= 4 and not confinement.network else 0
    scope = 0b11 if version >= 6 else 0  # abstract sockets, and signals to processes outside
    attributes = struct.pack("=QQQ", handled, tcp, scope)[: 8 if version < 4 else 16 if version < 6 else 24]
    libc = _libc()
    libc.syscall.restype = ctypes.c_long
    rules = int(libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)))
    if rules < 0:
        _raise_errno()
    try:
        run = _EXECUTE if confinement.programs else 0
        for paths, rights in (
            (confinement.readable, _READ | run),
            (confinement.listed, _READ_DIR),
            (confinement.writable, handled & ~(_EXECUTE | _IOCTL | _SPECIAL) | run),
            (confinement.devices, _DEVICE),
        ):
            _allow(libc, rules, paths, rights & handled)
        _prctl(_PR_SET_NO_NEW_PRIVS, 1)
        if libc.syscall(_RESTRICT_SELF, ctypes.c_int(rules), ctypes.c_uint32(0)) != 0:
            _raise_errno()
    finally:
        os.close(rules)
    return f"version {version}"


def _allow(libc: ctypes.CDLL, rules: int, paths: Iterable[str], rights: int) -> None:
    for path in paths:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)  # type: ignore[attr-defined, unused-ignore]
        except OSError:  # not on this machine
            continue
        try:
            allowed = rights if Path(path).is_dir() else rights & _FILE
            rule = struct.pack("=Qi", allowed, place)
            if allowed and libc.syscall(_ADD_RULE, ctypes.c_int(rules), _PATH_BENEATH, rule, ctypes.c_uint32(0)) != 0:
                _raise_errno()
        finally:
            os.close(place)


# ---- seccomp: no sockets, no other processes, no corners of the kernel that only exploits visit ----------------------

_FILTER: Final = 2
_ALLOW: Final = 0x7FFF0000
_ERRNO: Final = 0x00050000
_EPERM: Final = 1
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_X32: Final = 0x40000000
_ARCHITECTURES: Final = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
"""By machine: the kernel's number for it, and its column in the tables below."""
_NEVER: Final = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "pidfd_getfd": (438, 438),
    "kcmp": (312, 272), "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428), "move_mount": (429, 429),
    "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "mount_setattr": (442, 442),
    "open_by_handle_at": (304, 265), "bpf": (321, 280), "userfaultfd": (323, 282), "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "kexec_load": (246, 104), "reboot": (169, 142),
}  # fmt: skip
_SOCKETS: Final = {"socket": (41, 198)}
"""Unix sockets of databases and UDP, too, which Landlock does not know."""
_PROGRAMS: Final = {"execve": (59, 221), "execveat": (322, 281)}


def _seccomp(confinement: Confinement) -> None:
    if platform.machine() not in _ARCHITECTURES:
        raise OSError(0, f"not written for {platform.machine()}")
    architecture, column = _ARCHITECTURES[platform.machine()]
    refused = _NEVER | ({} if confinement.network else _SOCKETS) | ({} if confinement.programs else _PROGRAMS)
    numbers = [each[column] for each in refused.values()]
    # Offsets into struct seccomp_data: 0 is the call's number, 4 the architecture. Jumps count from the next line.
    lines = [
        (_LOAD, 0, 0, 4),
        (_JUMP_IF_EQUAL, 0, len(numbers) + 3, architecture),  # another one's calls are refused
        (_LOAD, 0, 0, 0),
        (_JUMP_IF_AT_LEAST, len(numbers) + 1, 0, _X32),
        *((_JUMP_IF_EQUAL, len(numbers) - index, 0, number) for index, number in enumerate(numbers)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _ERRNO | _EPERM),
    ]
    program = b"".join(struct.pack("=HBBI", *line) for line in lines)
    held = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_void_p))

    whole = Program(len(lines), ctypes.addressof(held))
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _prctl(_PR_SET_SECCOMP, _FILTER, ctypes.c_void_p(ctypes.addressof(whole)))


# ---- the process's beginning ----------------------------------------------------------------------------------------


def main(handle: int) -> None:
    """What the process does first: reads its orders from the pipe, gives up its rights, and goes to work."""
    from multiprocessing.connection import Connection

    pipe: Any
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        pipe = PipeConnection(handle)
    else:
        pipe = Connection(handle)
    try:
        orders = json.loads(pipe.recv_bytes())
    except EOFError:  # nobody wants it any more
        return
    measures = confine(Confinement.from_json(orders["confinement"]))
    sys.path[:] = orders["path"]
    from pipeline.engine.worker import work

    work(pipe, [str(measure) for measure in measures])


def examine() -> list[Measure]:
    """What a process on this machine can give up, tried in one of its own."""
    import subprocess

    command = [sys.executable, "-I", __file__, _EXAMINE]
    report = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=30).stdout
    return [Measure(**measure) for measure in json.loads(report)]


if __name__ == "__main__":
    if sys.argv[1] == _EXAMINE:
        sys.stdout.write(json.dumps([asdict(measure) for measure in confine(Confinement())]))
    else:
        main(int(sys.argv[1]))
