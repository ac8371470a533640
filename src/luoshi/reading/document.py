"""What a text says of itself: title, issuer, number, date, plan year and kind; None where it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.reading.blocks import paragraphs
from luoshi.reading.model import Document, Heading, Text

#: Kinds of document by their name, the plans themselves before the notices that carry them.
KINDS = (
    "工作要点", "政府工作报告", "工作报告", "工作总结", "工作计划", "工作安排", "工作方案", "实施方案", "行动方案", "行动计划",
    "工作思路", "规划纲要", "规划", "实施意见", "实施细则", "讲话", "责任书", "任务清单", "任务分解表", "办法", "意见", "通知", "通报", "函",
)  # fmt: skip
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_TITLE = re.compile(rf"(?:{_KIND})(?:\([^)]{{1,20}}\))?$")
_PRINTED = re.compile(rf"《([^《》\n]{{4,60}}(?:{_KIND})[^《》\n]{{0,12}})》的通知$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[(]20\d\d[〕\])](?:第)?\d{1,4}号")
_DATE = re.compile(r"(20\d\d)[年\-./](\d{1,2})[月\-./](\d{1,2})日?")
_SIGNED = re.compile(r"^[^\n,。:;]{0,40}(?:委员会|人民政府|办公室|管委会|管理局|领导小组|指挥部|局|厅|委)$")
_ISSUED = ("发文日期", "成文日期", "生成日期", "发布日期", "发布时间")
_ISSUER = ("发布机构", "发文机关", "发文机构", "发文单位", "来源单位", "信息来源")
_PLAN_YEAR = (
    re.compile(r"(20\d\d)年(?:全[区县市年])?(?:工作|经济社会|主要|预期|目标|重点|总体|是)"),
    re.compile(r"(20\d\d)年[,]?[^。\n]{0,14}将"),
)
_HEAD = 16


def document(text: Text, outline: Sequence[Heading] = ()) -> Document:
    """What the text says of itself; ``issued_on`` as yyyy-mm-dd, ``kind`` one of :data:`KINDS`."""
    lines = [_unspaced(text.clean[a:b]) for a, b in paragraphs(text.clean)]
    head = list(_head(text, lines, outline))
    page = [r.before.replace("：", ":") for r in text.repairs if r.kind == "boilerplate"]
    title = _title(head, lines, outline)
    number = _number(page, head)
    return Document(
        title, _issuer(page, lines), number, _issued_on(page, lines), _year(title, text.clean), _kind(title)
    )


def _unspaced(line: str) -> str:
    """政 府 工 作 报 告 is 政府工作报告."""
    words = line.split()
    return "".join(words) if len(words) > 2 and all(len(word) == 1 for word in words) else line


def _head(text: Text, lines: Sequence[str], outline: Sequence[Heading]) -> Iterator[str]:
    """The lines above the first heading and the first long paragraph."""
    body = outline[0].start if outline else len(text.clean)
    for (start, _), line in zip(paragraphs(text.clean)[:_HEAD], lines[:_HEAD], strict=True):
        if start >= body or (len(line) > 80 and "。" in line):
            return
        yield line


def _title(head: Sequence[str], lines: Sequence[str], outline: Sequence[Heading]) -> str | None:
    named = [line for line in head if _TITLE.search(line) and len(line) <= 60]
    own = [line for line in named if not line.endswith("通知")]
    if own:
        return own[-1].strip("《》")
    printed = next((hit.group(1) for line in named if (hit := _PRINTED.search(line))), None)
    if printed or named:
        return printed or named[-1]
    first = head[0] if head else ""
    plain = first and first == lines[0] and len(first) <= 40 and first[-1] not in "。:;,!" and len(lines) > 1
    return first if plain and outline and not _DATE.search(first) else None


def _number(page: Sequence[str], head: Sequence[str]) -> str | None:
    for line in page:
        if hit := _NUMBER.search(line):
            return hit.group()
    return next((line.strip() for line in head if _NUMBER.fullmatch(line.strip())), None)


def _labelled(page: Sequence[str], labels: Sequence[str]) -> Iterator[str]:
    for label in labels:
        for line in page:
            at = line.find(label)
            if at >= 0:
                yield line[at + len(label) :].lstrip(" :").strip()


def _issued_on(page: Sequence[str], lines: Sequence[str]) -> str | None:
    for words in _labelled(page, _ISSUED):
        if hit := _DATE.match(words):
            return _iso(hit)
    alone = (hit for line in lines if (hit := _DATE.fullmatch(line.strip("() "))))
    return next((_iso(hit) for hit in alone), None)


def _iso(hit: re.Match[str]) -> str | None:
    month, day = int(hit.group(2)), int(hit.group(3))
    return f"{hit.group(1)}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _issuer(page: Sequence[str], lines: Sequence[str]) -> str | None:
    for index, line in enumerate(lines):
        if _DATE.fullmatch(line.strip("() ")):
            signed: list[str] = []
            while index > 0 and _SIGNED.match(lines[index - 1]):
                index -= 1
                signed.insert(0, lines[index].strip())
            if signed:
                return "、".join(signed)
    words = next((w.split(" ")[0] for w in _labelled(page, _ISSUER) if w), None)
    return words or None


def _year(title: str | None, clean: str) -> int | None:
    years = re.findall(r"(20\d\d)(?:年(?!度?工作总结))", title or "")
    if years:
        return None if re.search(r"20\d\d(?:年)?[-—~至]+20\d\d", title or "") else int(years[-1])
    hits = (pattern.search(clean) for pattern in _PLAN_YEAR)
    return next((int(hit.group(1)) for hit in hits if hit), None)


def _kind(title: str | None) -> str | None:
    hits = [kind for kind in KINDS if kind in (title or "")]
    return max(hits, key=lambda kind: ((title or "").rindex(kind) + len(kind), len(kind))) if hits else None
