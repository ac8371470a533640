"""The unified social credit code of an organisation, checked as GB 32100-2015 prescribes."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from luoshi.ledgers.columns import Finder, Text
from luoshi.ledgers.errors import BadValue

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, S, V, Z
LENGTH = 18
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def check_sign(body: str) -> str:
    """The 18th sign for the first 17: weights 3^i mod 31, the complement of the sum to 31 (GB 32100-2015, 附录 A)."""
    total = sum(SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body[: LENGTH - 1]))
    return SIGNS[-total % 31]


def complaint(code: str) -> str:
    """What is wrong with a code, as a sentence; "" for a right one."""
    if len(code) != LENGTH:
        return f"“{code}”有 {len(code)} 位，统一社会信用代码应为 18 位，请核对是否多写或漏写。"
    for place, sign in enumerate(code, start=1):
        if sign not in SIGNS:
            return f"“{code}”的第 {place} 位“{sign}”不能出现在代码里，只用数字和除 I、O、S、V、Z 以外的大写字母，请核对。"
    if not code[2:8].isdigit():
        return f"“{code}”的第 3 至 8 位应是登记机关的行政区划代码，只能是数字，请核对。"
    if check_sign(code) != code[-1]:
        return f"“{code}”的校验码对不上，至少有一位写错，请对照营业执照逐位核对。"
    return ""


def validate(code: str) -> None:
    """The same as a check of a model's field."""
    found = complaint(code)
    if found:
        raise ValidationError(found)


@dataclass(frozen=True)
class CreditCode(Text):
    """A credit code: entered in any width and case, kept in capitals."""

    def from_text(self, text: str, finder: Finder) -> str:
        code = "".join(text.translate(_WIDE).split()).upper()
        found = complaint(code)
        if found:
            raise BadValue(found)
        return code
