"""督办文书 of lights: what a 督办单, 提示函 or 督办函 says of yellow and red lights and what follows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from luoshi.reports import locking
from luoshi.reports.document import Block, Heading, Paragraph, Table, TableColumn

Data = Mapping[str, Any]
OF_LIGHT: Final = "l"  # with what the keys of lights begin
COUNT: Final = "g:lights"
CHASE, HINT, LETTER = "chase", "hint", "letter"


@dataclass(frozen=True, slots=True)
class MonthFact:
    """One month that counted: 2026年6月, its light in a word, and why it shone so, with its figures."""

    month: str
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class LightFact:
    """One light as the paper found it: what shines, since when, and what follows (``reason``)."""

    number: str
    subject: str
    month: str
    word: str
    reason: str
    light: str
    months: tuple[MonthFact, ...]

    @classmethod
    def of(cls, data: Data) -> LightFact:
        """From the frozen JSON."""
        return cls(**{**data, "months": tuple(MonthFact(**each) for each in data["months"])})

    @property
    def key(self) -> str:
        """Where the numbers that are said of it come from."""
        return f"{OF_LIGHT}:{self.number}"


def title(kind: str, names: Sequence[str]) -> str:
    """What a paper about the lights of these is called."""
    about = f"“{names[0]}”" if len(names) == 1 else f"“{names[0]}”等 {len(names)} 项"
    return TITLES[kind].format(about=about)


def body(
    kind: str, lights: Sequence[LightFact], remark: Sequence[Block], reply: Sequence[Block]
) -> list[Block]:
    """The paper between who it is addressed to and who it is from."""
    return [
        locking.paragraph(OPENINGS[kind].format(count=len(lights)), COUNT),
        Heading("一、亮灯情况"),
        *(locking.paragraph(f"{light.subject}：{light.reason}。", light.key) for light in lights),
        _table(lights),
        *remark,
        Heading("二、工作要求"),
        *(Paragraph.of(said) for said in DEMANDS[kind]),
        *reply,
    ]


def _table(lights: Sequence[LightFact]) -> Table:
    columns = (
        TableColumn("编号", 24),
        TableColumn("事项", 44),
        TableColumn("月份", 22),
        TableColumn("灯", 14),
        TableColumn("评灯依据", 82),
    )
    rows = tuple(
        (light.number, light.subject, each.month, each.word, each.reason)
        for light in lights
        for each in light.months
    )
    keys = tuple(light.key for light in lights for _ in light.months)
    return Table("", columns, rows, keys=keys, whole=True)


OPENINGS: Final[Mapping[str, str]] = {
    CHASE: "经评定，由你单位负责的下列{count}项目标、项目进度落后，现予督办。",
    HINT: "按照亮灯规则，由你单位负责的下列{count}项目标、项目进度落后，现予提示。",
    LETTER: "按照重点工作督办制度，现就你单位负责的下列{count}项目标、项目的亮灯情况函告你单位。",
}
DEMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    CHASE: (
        "请逐项查明落后的原因，明确赶上进度的时间和措施，单位负责人要亲自过问。",
        "有正当理由的，按程序说明理由和依据，经批准后按亮灯规则调整。",
    ),
    HINT: ("请查找原因，抓紧赶上进度。有正当理由的，按程序说明理由和依据；如有困难，请及时与我室沟通。",),
    LETTER: ("请主要负责同志牵头研究，逐项查明落后的原因，采取有效措施限期赶上进度，防止灯色继续转差。",),
}
REPLIES: Final[Mapping[str, str]] = {
    CHASE: "请于{day}前书面反馈整改情况。",
    HINT: "请于{day}前告知进展。",
    LETTER: "请于{day}前将整改情况函复我室。逾期未复的，将按规定提级报告并予以通报。",
}
TITLES: Final[Mapping[str, str]] = {
    CHASE: "关于{about}亮灯情况的督办单",
    HINT: "关于{about}亮灯情况的提示函",
    LETTER: "关于{about}亮灯情况的督办函",
}
