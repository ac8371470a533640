"""Promises that cannot be checked: a count that is announced and left out, a number without a unit, neither number nor date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from luoshi.reading import periods
from luoshi.reading.contract import exact
from luoshi.reading.lint import words
from luoshi.reading.lint.findings import Finding, quoted
from luoshi.reading.lint.plan import Plan, place
from luoshi.reading.model import Mechanism, Milestone, Quantity, Span, Task

Loose = Task | Milestone
NOUN = 2  # a noun is known by so many characters at its end
VAGUE, RESULT, DATE = "说不清怎样才算完成", "请补上数量、成果和时限", "请补上时限"
LONGEST = 24  # so much of an example is shown


def check(plan: Plan) -> Iterator[Finding]:
    """Numbers left out and units left out one by one; promises with neither number nor date once a section."""
    for one in plan.targets:
        if _lacks_unit(plan, one):
            yield _without_unit(one)
    measured, counted = _measured(plan), _counted(plan)
    rest: list[Loose] = []
    for promise in plan.reading.commitments:
        if not isinstance(promise, Task | Milestone) or not _is_loose(plan, promise, measured):
            continue
        left_out = _left_out(promise)
        if not left_out:
            rest.append(promise)
        elif (promise.section, _noun(promise)) not in counted:
            yield _open_number(promise, left_out)
    for _, together in groupby(rest, key=lambda one: one.section):
        yield _of_section(plan, list(together))


def _lacks_unit(plan: Plan, one: Quantity) -> bool:
    bare = not one.unit or words.MULTIPLIERS.fullmatch(one.unit) is not None
    return (
        bare
        and not words.COUNTED.search(one.indicator)
        and not plan.reading.text.startswith(f"{one.unit}级", one.end)
    )


def _without_unit(one: Quantity) -> Finding:
    written = f"{exact(one.value)}{one.unit}"
    return Finding(
        one.start,
        one.end,
        "unit-missing",
        f"{quoted(one.indicator)}只写了{written}，没有单位；请补上单位，例如元、个、家。",
        "reminder",
    )


def _measured(plan: Plan) -> set[Span]:
    """The sentences that hold a number, a date or a rhythm."""
    return {
        one.sentence
        for one in plan.reading.commitments
        if isinstance(one, Mechanism | Quantity) or one.period is not None
    }


def _counted(plan: Plan) -> set[tuple[int | None, str]]:
    """What each section gives a number of: the section and the last words of the indicator."""
    return {(one.section, one.indicator[-NOUN:]) for one in plan.targets}


def _is_loose(plan: Plan, one: Loose, measured: set[Span]) -> bool:
    """Whether a task, or a project that is only to be pushed on, stands in a sentence without number and date."""
    section = plan.section(one)
    if isinstance(one, Milestone) and (
        one.stage not in words.PUSHED or one.investment is not None or one.project in plan.dated
    ):
        return False
    if one.period is not None or one.sentence in measured or section.back or section.opens:
        return False
    if one.section is None and plan.reading.outline:
        return False
    row = plan.row(one)
    if row is not None and words.TIME_COLUMN.search(row.head):
        return False
    return not periods.find(plan.around(one), plan.year)


def _noun(one: Loose) -> str:
    return one.object[-NOUN:] if isinstance(one, Task) else ""


def _left_out(one: Loose) -> str:
    """What stands where a number should: 一批 of 引进一批项目; 提高开工率 says not even that."""
    if isinstance(one, Milestone):
        return ""
    count = words.OPEN_COUNT.search(f"{one.action}{one.object}")
    if count is not None:
        return f"只写{quoted(count['said'])}，没有写多少"
    rate = words.OPEN_RATE.search(one.object) if words.RAISES.search(one.action) else None
    return "没有写达到多少" if rate is not None else ""


def _open_number(one: Loose, left_out: str) -> Finding:
    sentence = f"{_said(one)}{left_out}，年底无法核对；请写明数量和时限。"
    return Finding(one.start, one.end, "number-open", sentence, "reminder")


def _of_section(plan: Plan, found: Sequence[Loose]) -> Finding:
    """All of one section in one finding, at its heading."""
    heading = None if found[0].section is None else plan.reading.outline[found[0].section]
    start, end = (heading.start, heading.end) if heading is not None else place(found[0])
    spans = tuple(dict.fromkeys(place(one) for one in found))
    name = _short(heading.title) if heading is not None else "正文"
    sentence = f"{name}{_lacking(found)}。"
    return Finding(start, end, "uncheckable", sentence, "reminder", spans)


def _lacking(found: Sequence[Loose]) -> str:
    """What promises without number and date lack, and what to do; what is done or not lacks but the date."""
    dated = [one for one in found if _is_done_or_not(one)]
    vague = [one for one in found if not _is_done_or_not(one)]
    if len(found) == 1:
        what = f"的{_said(found[0])}既没有数字也没有时限，"
        return what + (f"{DATE}" if dated else f"{VAGUE}；{RESULT}")
    head = f"有{len(found)}项任务既没有数字也没有时限"
    if not dated:
        return f"{head}，{VAGUE}，如{_said(vague[0])}；{RESULT}"
    if not vague:
        return f"{head}，如{_said(dated[0])}；{DATE}"
    return (
        f"{head}：{len(vague)}项{VAGUE}（如{_said(vague[0])}），{RESULT}；"
        f"{len(dated)}项做没做看得出来（如{_said(dated[0])}），{DATE}"
    )


def _is_done_or_not(one: Loose) -> bool:
    if isinstance(one, Milestone):
        return one.stage != "build"
    return words.DONE_OR_NOT.search(one.action) is not None


def _said(one: Loose) -> str:
    return _short(
        f"{one.action}{one.object}" if isinstance(one, Task) else f"{one.project}{words.STAGES[one.stage]}"
    )


def _short(said: str) -> str:
    return quoted(said if len(said) <= LONGEST else said[: LONGEST - 1] + "…")
