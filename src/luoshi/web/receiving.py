"""How much of a request is taken in: what is larger is refused before it lies on the disk."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from luoshi.web import formats


class TooMuch(RequestDataTooBig):
    """More than one request may carry."""

    def __init__(self) -> None:
        super().__init__(
            f"一次最多上传 {formats.size(settings.MOST_UPLOAD)}，这次提交的内容超过了，没有接收。"
            "请删去文件里无关的图片和工作表，或分几次上传。"
        )


def check(octets: int) -> None:
    """Raise TooMuch for a body that is larger than one upload with its form."""
    if is_too_much(octets):
        raise TooMuch


def is_too_much(octets: int) -> bool:
    return octets > settings.MOST_UPLOAD + settings.BESIDE_UPLOAD


class Quota(FileUploadHandler):
    """Counts the files of a request as they come in, whatever length it announced; keeps nothing itself."""

    taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the piece on to the handlers that keep it; one too many ends the reading and closes their files."""
        self.taken += len(raw_data)
        if is_too_much(self.taken):
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """Leave the file to the handlers that keep it."""
        return None

    def upload_complete(self) -> None:
        """Refuse a request whose reading was ended."""
        check(self.taken)
