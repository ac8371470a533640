"""What can be wrong with a file: one class a situation, each with a sentence that says what to do."""

from __future__ import annotations

_AS_DOCX = "请用 Word 或 WPS 打开并另存为 docx 后再试"
_AS_XLSX = "请用 Excel 或 WPS 表格打开并另存为 xlsx 后再试"
_AS_PDF = "请重新下载，或用 PDF 阅读软件打开并另存后再试"
_AS_HTML = "请用浏览器打开，将正文复制到 docx 或 txt 后再试"
_AS_PICTURE = "请换一张清楚、完整的图片（jpg 或 png），或提供原 Word 文件后再试"

#: What to do with a file that cannot be opened as it is, by its extension; for all others Word or WPS is the answer.
_REMEDIES = {
    **dict.fromkeys(("xlsx", "xlsm", "xls", "et", "ods"), _AS_XLSX),
    **dict.fromkeys(("html", "htm"), _AS_HTML),
    **dict.fromkeys(("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp"), _AS_PICTURE),
    "pdf": _AS_PDF,
}
_PROGRAMS = {
    **dict.fromkeys(("xlsx", "xlsm", "xls", "et", "ods"), " Excel 或 WPS 表格"),
    "pdf": " PDF 阅读软件",
}


def _by_extension(table: dict[str, str], name: str, otherwise: str) -> str:
    return table.get(name.rsplit(".", 1)[-1].lower(), otherwise)


def _apart(words: str) -> str:
    """Words of letters stand apart from the Chinese before them."""
    return f" {words}" if words[:1].isascii() else words


class SourceError(Exception):
    """A file that cannot be read as a plan; ``str()`` is a Chinese sentence for the person who chose it."""


class EmptySource(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(f"文件“{name}”是空文件（没有内容），请确认文件保存或传输完整后重新选择。")


class NoText(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"文件“{name}”里没有可读的文字（可能只有图片或空白），请提供带文字的 Word、PDF、网页或文本文件。"
        )


class NotText(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"文件“{name}”不是文字文件（内容为二进制数据或编码无法识别），请另存为 docx 或 UTF-8 编码的 txt 后再试。"
        )


class WrongExtension(SourceError):
    def __init__(self, name: str, said: str, promised: str, found: str) -> None:
        super().__init__(
            f"文件“{name}”的扩展名是 .{said}，但它不是{_apart(promised)}，内容是{_apart(found)}，"
            "请改正扩展名，或用原来的软件打开并另存为 docx 后再试。"
        )


class EncryptedSource(SourceError):
    def __init__(self, name: str) -> None:
        program = _by_extension(_PROGRAMS, name, " Word 或 WPS ")
        super().__init__(f"文件“{name}”设有打开密码，无法读取，请用{program}取消密码后另存再试。")


class MacroSource(SourceError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"文件“{name}”带有宏（可自动运行的程序），为安全起见未予打开，"
            "请用 Word、Excel 或 WPS 另存为不含宏的 docx 或 xlsx 后再试。"
        )


class DamagedSource(SourceError):
    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"文件“{name}”已损坏（{what}），{_by_extension(_REMEDIES, name, _AS_DOCX)}。")


class OversizedSource(SourceError):
    """``what`` says which limit was passed and where: 解压后超过 256 MB."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"文件“{name}”{what}，为安全起见未予打开，请删去无关内容或拆分成几个文件后再试。")


class LongSource(SourceError):
    """The text itself is too long; ``place`` is how far it was read."""

    def __init__(self, name: str, what: str, place: str) -> None:
        where = f"读到{place}时" if place else ""
        super().__init__(f"文件“{name}”{where}文字已超过{what}，没有读取，请拆分成几个文件后再试。")


class OutOfLimits(SourceError):
    """Reading took more memory or time than any plan needs; ``place`` is how far it had come."""

    def __init__(self, name: str, place: str) -> None:
        where = f"读到{place}时" if place else "读取时"
        super().__init__(
            f"文件“{name}”太大或结构异常，{where}超出了内存或时间限制，没有读取，"
            "请删去无关内容、拆分成几个文件，或将文字复制到新的 docx 后再试。"
        )


class UnsupportedSource(SourceError):
    def __init__(self, name: str, kind: str, remedy: str) -> None:
        super().__init__(f"文件“{name}”是{_apart(kind)}，目前不能直接读取，{remedy}。")


class NoOffice(SourceError):
    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            f"文件“{name}”是{_apart(kind)}，本机没有安装 LibreOffice，不能直接读取，{_AS_DOCX}；"
            "或请管理员在本机安装 LibreOffice（只需 Writer 组件）。"
        )


class NotConverted(SourceError):
    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            f"文件“{name}”是{_apart(kind)}，LibreOffice 没有转换成功（文件可能已损坏或过大），{_AS_DOCX}。"
        )


class NoRecogniser(SourceError):
    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"文件“{name}”是{what}，没有可以直接读取的文字，本机也没有安装文字识别组件，"
            "请提供原 Word 文件；或请管理员执行 pip install rapidocr onnxruntime 安装后再试。"
        )


def again(kind: str, sentence: str) -> SourceError:
    """An error of this module told by another process: the name of its class and its sentence."""
    family = {one.__name__: one for one in SourceError.__subclasses__()}
    made = family[kind].__new__(family[kind])
    made.args = (sentence,)
    return made
