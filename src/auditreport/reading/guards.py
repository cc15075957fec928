"""What a file must be before it is opened as a workbook: a regular file, read once and whole."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from auditreport.reading.limits import MEBIBYTE, Limits
from auditreport.reading.refusal import Refusal, over_limit

_OFFLINE = 0x1000 | 0x40000 | 0x400000  # Windows: offline, recall on open, recall on data access
_DATALESS = 0x40000000  # macOS: a file whose content is in the cloud
_SHARING = frozenset({32, 33})  # Windows: another program holds the file or a part of it
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_FLAGS = _READ_ONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_PIECE = 1 << 20

ONLINE_ONLY = Refusal(
    "The file is only online: its content is not on this computer.",
    "In File Explorer choose 'Always keep on this device', wait for the tick, and try again.",
)
_CHECK_NAME = "Check the name and the folder; a name with spaces needs quotation marks."
_WRONG_KIND = {
    stat.S_IFDIR: ("This is a folder, not a workbook.", "Name the workbook inside it."),
    stat.S_IFIFO: ("This is a pipe, not a file.", "Save the workbook as a file and name that."),
    stat.S_IFSOCK: ("This is a socket, not a file.", "Save the workbook as a file and name that."),
}
_DEVICE = ("This is a device, not a file.", "Save the workbook as a file and name that.")


def read_file(path: Path, limits: Limits) -> bytes:
    """Return a file's bytes; raises `Refusal` for what is not a file of a fair size.

    The file is opened without waiting for anyone and read once: what is hashed, checked and
    parsed is these bytes, whatever becomes of the file meanwhile.
    """
    if path.name.startswith("~$"):
        raise Refusal(
            "This is the lock file that Excel keeps beside a workbook while it is open.",
            "Name the workbook itself, without ~$.",
        )
    try:
        _check_kind(path.stat())  # before it is opened: to open a device may do something
        descriptor = os.open(path, _FLAGS)
        try:
            return _read_open(descriptor, limits)
        finally:
            os.close(descriptor)
    except OSError as fault:
        raise _refusal_of(fault) from None
    except ValueError:
        raise Refusal("This is not the name of a file.", _CHECK_NAME) from None


def _check_kind(found: os.stat_result) -> None:
    kind = stat.S_IFMT(found.st_mode)
    if kind != stat.S_IFREG:
        raise Refusal(*_WRONG_KIND.get(kind, _DEVICE))
    if getattr(found, "st_file_attributes", 0) & _OFFLINE:
        raise ONLINE_ONLY
    if getattr(found, "st_flags", 0) & _DATALESS:
        raise ONLINE_ONLY


def _read_open(descriptor: int, limits: Limits) -> bytes:
    found = os.fstat(descriptor)
    _check_kind(found)
    most = limits.file_mib * MEBIBYTE
    pieces, size = [], 0
    while size <= most and (piece := os.read(descriptor, _PIECE)):
        pieces.append(piece)
        size += len(piece)
    if max(size, found.st_size) > most:
        what = f"The file is larger than {limits.file_mib} MiB"
        raise over_limit(what, "file_mib", limits.file_mib)
    if size < found.st_size:
        raise Refusal("The file became shorter while it was read.", "Wait until it is saved.")
    return b"".join(pieces)


def _refusal_of(fault: OSError) -> Refusal:
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return Refusal("There is no file of this name here.", _CHECK_NAME)
    if getattr(fault, "winerror", None) in _SHARING:
        return Refusal("Another program holds the file.", "Close it there and try again.")
    if isinstance(fault, PermissionError):
        return Refusal(
            "You have no permission to read the file.",
            "Ask its owner for access, or copy it to a folder of your own.",
        )
    if fault.errno == errno.ENAMETOOLONG:
        return Refusal("The name of the file is too long.", "Move it nearer or shorten its name.")
    if fault.errno == errno.ENXIO:
        return Refusal(*_WRONG_KIND[stat.S_IFSOCK])
    return Refusal(
        f"The file cannot be read ({fault.strerror or 'no reason given'}).",
        "Copy it to this computer and try again.",
    )
