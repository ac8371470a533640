"""The projects of a table: named in one cell of a row, with the stage each is to reach in another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from luoshi.reading import numerals
from luoshi.reading.milestones import tidying
from luoshi.reading.milestones.judging import fits
from luoshi.reading.milestones.kinds import ending
from luoshi.reading.milestones.pieces import pieces
from luoshi.reading.milestones.stages import STAGE, untailed
from luoshi.reading.model import Milestone, Stage
from luoshi.reading.openings import lazy, quick
from luoshi.reading.sentence import Sentence
from luoshi.reading.tables import Row, answering
from luoshi.reading.tables.contents import BARE
from luoshi.reading.tables.grids import Cell
from luoshi.reading.tables.heads import Head

#: What a column of projects is called, and what counts a name there or sums the others up.
_PROJECTS = quick(r"项目|工程|实事")
#: 实事 are mostly called by their theme: 扩充优质学位.
_GOOD = "实事"
_COUNTED = lazy(r"\d{1,3}[.、](?!\d)\s?|[(（]\d{1,3}[)）]\s?")
_SUM = lazy(r"(?:合|总|小)\s?计|其中")
#: Columns that say what is to be.
_TO_BE = ("target", "words")
_SHORTEST = 3
#: A column of times that says by when all is to be done.
_LIMIT = quick(r"(?:完成|完工|竣工|建成|办结)(?:时限|时间|期限)|时限")
#: The stages of a time limit that say more than the task beside it.
_FURTHER: dict[Stage, tuple[Stage, ...]] = {"complete": ("operate",), "build": ("operate", "complete")}
#: Works that a name alone calls so.
_BUILT = ("works", "thing")
_AS_WORKS = quick("(?:工程|项目)$")
_BETTERED, _CONTENT = "提升", "内容"


def milestones(sentence: Sentence, row: Row, year: int | None) -> Iterator[Milestone]:
    """The stages that the cells of a row give its project, in order: 云溪大桥 | 主体完工 | 交通局; or its time limit alone."""
    project = _project(row)
    if project is None or row.counts or sentence.behind:
        return
    for place, stage, said in _stages(sentence, row) or _due(sentence, row, project):
        who, when = answering(row, place, year)
        yield Milestone(
            project.start, project.end, sentence.span, sentence.section, tidying.tidy(project.text), stage,
            said or when, _worth(row), who,
        )  # fmt: skip


def answered(one: Milestone, row: Row, year: int | None) -> Iterator[Milestone]:
    """With the units and the time limit that stand beside it: 建成游泳馆 | 8月投入使用; 建成活动中心 | 6月底前动工 says both."""
    who, when = answering(row, one.start, year)
    own, stage = one._replace(actors=one.actors or who), _said(row)
    if one.period is None and one.stage == "complete" and stage == "start":
        yield from (own, own._replace(stage=stage, period=when))
        return
    if one.period is None and stage in _FURTHER.get(one.stage, ()):
        own = own._replace(stage=stage)
    yield own._replace(period=own.period or when)


def _said(row: Row) -> Stage | None:
    """The stage that the time limit of a row names."""
    when = row.get("period")
    said = STAGE.search(when.text, 0, len(when.text)) if when else None
    return said.lastgroup if said else None  # type: ignore[return-value]


def _stages(sentence: Sentence, row: Row) -> list[tuple[int, Stage, str | None]]:
    """Where a cell of the sentence says a stage without a name, which one, and its own time."""
    found: list[tuple[int, Stage, str | None]] = []
    for clause in sentence.clauses:
        head = row.column(clause.start)
        if head is None or head.kind not in _TO_BE and not _tells(row, head):
            continue
        end = clause.start + len(sentence.text[clause.start : clause.end].rstrip())
        for piece in pieces(sentence, clause.start, end):
            said = next((one for one in sentence.periods if clause.start <= one.start < clause.end), None)
            if piece.bare and not (said and said.past):
                found.append((clause.start, piece.stage, said.value if said else None))
    return found


def _due(sentence: Sentence, row: Row, project: Cell) -> list[tuple[int, Stage, str | None]]:
    """柳塘小区改造 | 更新楼道照明 | 城建科 | 11月底: works of which the row says no stage are to be done by its time."""
    here = sentence.start <= project.start < sentence.end
    name = _AS_WORKS.sub("", untailed(project.text)).removesuffix(_BETTERED)
    kind = ending(name)
    if not here or not kind or kind.kind not in _BUILT or not _is_limit(row) or not fits(name, "firm"):
        return []
    when = row.get("period")
    if when is None or not when.text[:1].isdigit():
        return []
    return [(project.start, "complete", None)]


def _tells(row: Row, head: Head) -> bool:
    """项目名称 | 主要内容: whether a column tells of the project that another one names."""
    return _CONTENT in head.text and any(
        _PROJECTS.search(one.text) for one, _ in row.pairs if one is not head
    )


def _is_limit(row: Row) -> bool:
    """Whether the column of times says by when all is to be done."""
    return any(head.kind == "period" and _LIMIT.search(head.text) for head, _ in row.pairs)


def _project(row: Row) -> Cell | None:
    """The cell of the project's name, without its number; None where the row has none, or sums the others up."""
    called, named = next(
        (
            (head.text, cell)
            for head, cell in row.pairs
            if head.kind == "indicator" and _PROJECTS.search(head.text)
        ),
        ("", None),
    )
    if named is None or _SUM.match(named.text):
        return None
    number = _COUNTED.match(named.text)
    begin = number.end() if number else 0
    if _GOOD in called and not fits(named.text[begin:], "firm"):
        return None
    return (
        Cell(named.start + begin, named.end, named.text[begin:])
        if len(named.text) - begin >= _SHORTEST
        else None
    )


def _worth(row: Row) -> Decimal | None:
    """The whole investment, where a column of its own tells it with its unit."""
    for head, cell in row.pairs:
        if head.kind == "size" and "投资" in head.text and cell.text:
            found = numerals.find(cell.text + head.unit if BARE.fullmatch(cell.text) else cell.text)
            return found[0].amount if found and found[0].kind == "money" else None
    return None
