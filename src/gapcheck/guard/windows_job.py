"""What Windows bounds a process with: a job object, which limits its memory and ends it together with this process."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

_EXTENDED_LIMITS = 9
_PROCESS_MEMORY, _ENDED_WITH_JOB = 0x100, 0x2000


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def bound_to_job(process: int, memory_bytes: int) -> Callable[[], Any]:
    """Put a process, given by its handle, into a job. It ends when what is returned is called, or with this process.

    Where Windows refuses, that does nothing: time, size of the answer and the limits on the document bound it
    alone.
    """
    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # Windows only
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return lambda: None
    limits = JobLimits()
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _ENDED_WITH_JOB
    limits.ProcessMemoryLimit = memory_bytes
    handle = ctypes.c_void_p(job)
    bounded = kernel.SetInformationJobObject(
        handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    if not (bounded and kernel.AssignProcessToJobObject(handle, ctypes.c_void_p(process))):
        kernel.CloseHandle(handle)
        return lambda: None
    return lambda: kernel.CloseHandle(handle)
