"""Small pictures of attachments, made outside this process, under limits."""

from __future__ import annotations

import subprocess
import sys
import threading

from luoshi.ledgers import thumbnails_child
from luoshi.ledgers.sniffing import BadFile, Kind

MOST_WAITING = 30.0  # seconds by the clock
_SEATS = threading.BoundedSemaphore(2)
_NEVER_STARTED = (1, 2)  # what Python itself ends with
_TOO_LARGE = "的像素太多，无法生成缩略图，请缩小后再上传。"
_DAMAGED = "打不开，图片可能已损坏，请重新拍摄或另存后再上传。"


def make(data: bytes, kind: Kind, filename: str) -> bytes:
    """A JPEG of at most 320 × 320 pixels; b"" for what has none. :class:`BadFile` for a picture that no one can open."""
    if not kind.picture and not data.startswith(b"%PDF-"):
        return b""
    ended = _ended(data)
    if ended.returncode in _NEVER_STARTED:
        raise RuntimeError(ended.stderr.decode(errors="replace"))
    if ended.returncode and kind.picture:
        raise BadFile(filename, _DAMAGED if ended.returncode == thumbnails_child.DAMAGED else _TOO_LARGE)
    return b"" if ended.returncode else ended.stdout


def _ended(data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-P", thumbnails_child.__file__]
    try:
        with _SEATS:
            return subprocess.run(command, input=data, capture_output=True, timeout=MOST_WAITING, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, thumbnails_child.TOO_LARGE, b"", b"")
