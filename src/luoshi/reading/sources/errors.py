"""What can be wrong with a file: one class a situation, each with a sentence that says what to do."""

from __future__ import annotations


class SourceError(Exception):
    """A file that cannot be read as a plan; ``str()`` is a Chinese sentence for the person who chose it."""


class EmptySource(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(f"文件“{name}”是空文件（没有内容），请确认文件保存或传输完整后重新选择。")


class NoText(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"文件“{name}”里没有可读的文字（可能只有图片或空白），请提供带文字的 Word、网页或文本文件。"
        )


class NotText(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"文件“{name}”不是文字文件（内容为二进制数据或编码无法识别），请另存为 docx 或 UTF-8 编码的 txt 后再试。"
        )


class WrongExtension(SourceError):
    def __init__(self, name: str, said: str, is_kind: str) -> None:
        super().__init__(
            f"文件“{name}”的扩展名是 .{said}，内容却是{is_kind}，请改正扩展名或重新另存为 docx 后再试。"
        )


class EncryptedSource(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"文件“{name}”设有打开密码，无法读取，请在 Word 或 WPS 中取消密码后另存为 docx 再试。"
        )


class DamagedSource(SourceError):
    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"文件“{name}”已损坏（{what}），请用 Word 或 WPS 打开并另存为 docx 后再试。")


class OversizedSource(SourceError):
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            f"文件“{name}”解压后超过 {limit // 2**20} MB，为安全起见未予打开，请删去大图片或拆分后再试。"
        )


class UnsupportedSource(SourceError):
    def __init__(self, name: str, kind: str, remedy: str) -> None:
        super().__init__(f"文件“{name}”是{kind}，目前不能直接读取，{remedy}。")
