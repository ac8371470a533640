"""督办文书 of tasks and lights: 交办单, 督办单, 提示函, 督办函, each composed from frozen facts alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from luoshi.reports import docx, light_papers
from luoshi.reports.document import Block, Heading, Official, Paragraph, Table, TableColumn
from luoshi.reports.light_papers import LightFact

Data = Mapping[str, Any]
ASSIGNMENT, CHASE, HINT, LETTER = "assignment", "chase", "hint", "letter"


@dataclass(frozen=True, slots=True)
class TaskFact:
    """One task as the paper found it; days as 2026-09-30, "" where there is none."""

    number: str
    name: str
    source: str
    person: str
    limit: str
    first_limit: str
    supporting: str
    state: str
    over: int
    again: int

    @property
    def moved(self) -> str:
        """That the limit was moved, in words."""
        return f"（原定 {self.first_limit}）" if self.first_limit not in ("", self.limit) else ""

    @property
    def standing(self) -> str:
        """How it stands: its state, how long it is over, how often it came back."""
        over = f"逾期 {self.over} 天" if self.over > 0 else ""
        again = f"退回 {self.again} 次" if self.again else ""
        return "，".join(filter(None, (self.state, over, again)))


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Everything that one paper says."""

    kind: str
    zone: str
    issuer: str
    number: str
    unit: str
    issued_on: datetime.date
    reply_by: datetime.date | None
    remark: str
    tasks: tuple[TaskFact, ...]
    lights: tuple[LightFact, ...] = ()

    @classmethod
    def of(cls, data: Data) -> PaperFacts:
        """From the frozen JSON."""
        return cls(
            kind=data["kind"],
            zone=data["zone"],
            issuer=data["issuer"],
            number=data["number"],
            unit=data["unit"],
            issued_on=datetime.date.fromisoformat(data["issued_on"]),
            reply_by=datetime.date.fromisoformat(data["reply_by"]) if data["reply_by"] else None,
            remark=data["remark"],
            tasks=tuple(TaskFact(**row) for row in data["tasks"]),
            lights=tuple(LightFact.of(row) for row in data.get("lights", ())),
        )


def render(data: Data) -> bytes:
    """Frozen facts, as JSON, to the bytes of the Word file."""
    return docx.render(compose(PaperFacts.of(data)))


def compose(facts: PaperFacts) -> Official:
    """The paper as a document by GB/T 9704."""
    return Official(
        head=facts.zone,
        number=facts.number,
        title=_title(facts),
        addressee=facts.unit,
        body=tuple(_body(facts)),
        issuer=facts.issuer,
        issued_on=facts.issued_on,
    )


def _title(facts: PaperFacts) -> str:
    if facts.lights:
        return light_papers.title(facts.kind, [light.subject for light in facts.lights])
    return title(facts.kind, [task.name for task in facts.tasks])


def _body(facts: PaperFacts) -> list[Block]:
    if not facts.lights:
        return BODIES[facts.kind](facts)
    reply = _reply(facts, light_papers.REPLIES[facts.kind])
    return light_papers.body(facts.kind, facts.lights, _remark(facts), reply)


def title(kind: str, names: Sequence[str]) -> str:
    """What a paper about tasks of these names is called."""
    about = f"“{names[0]}”" if len(names) == 1 else f"“{names[0]}”等 {len(names)} 项任务"
    return TITLES[kind].format(about=about)


def _assignment(facts: PaperFacts) -> list[Block]:
    return [
        Paragraph.of(f"现将下列{len(facts.tasks)}项任务交由你单位牵头办理，请按要求抓好落实。"),
        *_remark(facts),
        Heading("一、交办事项"),
        _table(facts.tasks),
        Heading("二、办理要求"),
        Paragraph.of("收到本单后在时限内签收，明确一名责任人；需要配合单位会签的，由你单位组织。"),
        Paragraph.of("在办结期限前反馈完成情况，附上佐证材料，经复核后销号。"),
        *_reply(facts, "请于{day}前将工作安排报送我室。"),
    ]


def _chase(facts: PaperFacts) -> list[Block]:
    late = [task for task in facts.tasks if task.over > 0]
    said = f"，其中 {len(late)} 项已超过办结期限" if late else ""
    return [
        Paragraph.of(f"经查，由你单位牵头的下列{len(facts.tasks)}项任务尚未办结{said}，现予督办。"),
        *_remark(facts),
        Heading("一、督办事项"),
        _table(facts.tasks),
        Heading("二、督办要求"),
        Paragraph.of("请逐项查明原因，明确完成时间和措施，单位负责人要亲自过问。"),
        Paragraph.of("办结后按程序反馈；确需延期的，写明理由申请延期，经批准后执行。"),
        *_reply(facts, "请于{day}前书面反馈办理情况。"),
    ]


def _hint(facts: PaperFacts) -> list[Block]:
    listed = "；".join(
        f"“{task.name}”（{task.number}），办结期限 {task.limit}{task.moved}，目前{task.standing}"
        for task in facts.tasks
    )
    return [
        Paragraph.of(f"由你单位牵头的下列任务临近或已过办结期限：{listed}。"),
        *_remark(facts),
        Paragraph.of("请对照要求抓紧推进，按期反馈并附佐证材料。如有困难，请及时与我室沟通。"),
        *_reply(facts, "请于{day}前告知进展。"),
    ]


def _letter(facts: PaperFacts) -> list[Block]:
    return [
        Paragraph.of("按照重点工作督办制度，现就下列任务办理情况函告你单位。"),
        Heading("一、有关情况"),
        _table(facts.tasks),
        *_remark(facts),
        Heading("二、工作要求"),
        Paragraph.of("请主要负责同志牵头研究，采取有效措施限期办结，并举一反三，防止类似问题再次发生。"),
        *_reply(facts, "请于{day}前将整改情况函复我室。逾期未复的，将按规定提级报告并予以通报。"),
    ]


BODIES: Final[Mapping[str, Callable[[PaperFacts], list[Block]]]] = {
    ASSIGNMENT: _assignment,
    CHASE: _chase,
    HINT: _hint,
    LETTER: _letter,
}
TITLES: Final[Mapping[str, str]] = {
    ASSIGNMENT: "关于{about}的交办单",
    CHASE: "关于{about}的督办单",
    HINT: "关于{about}的提示函",
    LETTER: "关于{about}的督办函",
}


def _remark(facts: PaperFacts) -> list[Block]:
    return [Paragraph.of(facts.remark)] if facts.remark else []


def _reply(facts: PaperFacts, sentence: str) -> list[Block]:
    if facts.reply_by is None:
        return []
    day = facts.reply_by
    return [Paragraph.of(sentence.format(day=f"{day.year}年{day.month}月{day.day}日"))]


def _table(tasks: Sequence[TaskFact]) -> Table:
    columns = (
        TableColumn("编号", 24),
        TableColumn("任务", 44),
        TableColumn("来源", 34),
        TableColumn("责任人", 14),
        TableColumn("配合单位", 22),
        TableColumn("办结期限", 24),
        TableColumn("目前情况", 24),
    )
    rows = tuple(
        (
            task.number, task.name, task.source or "–", task.person or "–", task.supporting or "–",
            f"{task.limit}{task.moved}", task.standing,
        )
        for task in tasks
    )  # fmt: skip
    return Table("", columns, rows)
