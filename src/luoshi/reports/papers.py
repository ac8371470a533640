"""督办文书 of tasks and lights: 交办单, 督办单, 提示函, 督办函, each composed from frozen facts alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from luoshi.reports import docx, light_papers, locking, references
from luoshi.reports.document import Block, Heading, Official, Paragraph, Piece, Table, TableColumn
from luoshi.reports.light_papers import CHASE, HINT, LETTER, Data, LightFact

ASSIGNMENT: Final = "assignment"
OF_TASK: Final = "k"  # with what the keys of tasks begin
COUNT, REMARK = "g:tasks", "r:remark"


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
    def key(self) -> str:
        """Where the numbers that are said of it come from."""
        return f"{OF_TASK}:{self.number}"

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
    """Everything that one paper says; ``code`` is what references to its numbers begin with, "" where it has none."""

    kind: str
    zone: str
    issuer: str
    number: str
    unit: str
    issued_on: datetime.date
    reply_by: datetime.date | None
    remark: str
    tasks: tuple[TaskFact, ...]
    code: str = ""
    address: str = ""
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
            code=data.get("code", ""),
            address=data.get("address", ""),
            lights=tuple(LightFact.of(row) for row in data.get("lights", ())),
        )


def render(data: Data) -> bytes:
    """Frozen facts, as JSON, to the bytes of the Word file."""
    return docx.render(compose(PaperFacts.of(data)))


def compose(facts: PaperFacts) -> Official:
    """The paper as a document by GB/T 9704, with the references of its numbers where the facts say its code."""
    named = _title(facts)
    official = Official(
        head=facts.zone,
        number=facts.number,
        title=named,
        titled=_titled(named, facts),
        addressee=facts.unit,
        body=tuple(_body(facts)),
        issuer=facts.issuer,
        issued_on=facts.issued_on,
        address=facts.address,
        short=True,
    )
    if not facts.code:
        return official
    return replace(
        official, references=references.numbered(official, facts.code, lambda key: _told(key, facts))
    )


def _told(key: str, facts: PaperFacts) -> references.Told:
    """What a key of a paper is, what was said of it, and by what."""
    kind, _, name = key.partition(":")
    if kind == OF_TASK:
        task = next(each for each in facts.tasks if each.number == name)
        return task.name, f"办结期限 {task.limit}{task.moved}，{task.standing}", f"任务 {task.number}"
    if kind == light_papers.OF_LIGHT:
        light = next(each for each in facts.lights if each.number == name)
        return light.subject, f"{light.reason}；{light.light}", f"升级处理 {light.number}"
    if key == light_papers.COUNT:
        return "所列亮灯项数", str(len(facts.lights)), "、".join(light.number for light in facts.lights)
    if key == REMARK:
        return "补充说明", facts.remark, "印发人填写"
    return "所列任务项数", str(len(facts.tasks)), "、".join(task.number for task in facts.tasks)


def _titled(named: str, facts: PaperFacts) -> tuple[Piece, ...]:
    """The title in pieces, about its one subject or how many there are."""
    subjects: Sequence[LightFact | TaskFact] = facts.lights or facts.tasks
    several = light_papers.COUNT if facts.lights else COUNT
    return locking.pieces(named, subjects[0].key if len(subjects) == 1 else several)


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
        locking.paragraph(f"现将下列 {len(facts.tasks)} 项任务交由你单位牵头办理，请按要求抓好落实。", COUNT),
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
        locking.paragraph(
            f"经查，由你单位牵头的下列 {len(facts.tasks)} 项任务尚未办结{said}，现予督办。", COUNT
        ),
        *_remark(facts),
        Heading("一、督办事项"),
        _table(facts.tasks),
        Heading("二、督办要求"),
        Paragraph.of("请逐项查明原因，明确完成时间和措施，单位负责人要亲自过问。"),
        Paragraph.of("办结后按程序反馈；确需延期的，写明理由申请延期，经批准后执行。"),
        *_reply(facts, "请于{day}前书面反馈办理情况。"),
    ]


def _hint(facts: PaperFacts) -> list[Block]:
    return [
        Paragraph((Piece("由你单位牵头的下列任务临近或已过办结期限："), *_listed(facts.tasks), Piece("。"))),
        *_remark(facts),
        Paragraph.of("请对照要求抓紧推进，按期反馈并附佐证材料。如有困难，请及时与我室沟通。"),
        *_reply(facts, "请于{day}前告知进展。"),
    ]


def _listed(tasks: Sequence[TaskFact]) -> Iterator[Piece]:
    for at, task in enumerate(tasks):
        said = f"“{task.name}”（{task.number}），办结期限 {task.limit}{task.moved}，目前{task.standing}"
        yield from locking.pieces(f"；{said}" if at else said, task.key)


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
    return [locking.paragraph(facts.remark, REMARK)] if facts.remark else []


def _reply(facts: PaperFacts, sentence: str) -> list[Block]:
    if facts.reply_by is None:
        return []
    day = facts.reply_by
    return [Paragraph.of(sentence.format(day=f"{day.year}年{day.month}月{day.day}日"))]


def _table(tasks: Sequence[TaskFact]) -> Table:
    columns = (
        TableColumn("编号", 52),
        TableColumn("任务", 56),
        TableColumn("来源", 44),
        TableColumn("责任人", 32),
        TableColumn("配合单位", 38),
        TableColumn("办结期限", 48),
        TableColumn("目前情况", 42),
    )
    rows = tuple(
        (
            task.number, task.name, task.source or "–", task.person or "–", task.supporting or "–",
            f"{task.limit}{task.moved}", task.standing,
        )
        for task in tasks
    )  # fmt: skip
    return Table("", columns, rows, keys=tuple(task.key for task in tasks), whole=True)
