"""`luoshi read --lint`: what is wrong with the promises of a plan, on a terminal or as JSON."""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from luoshi.cli.errors import InputError
from luoshi.reading.lint import CODES, LEVELS, Day, Finding, held_against, lint, to_json
from luoshi.reading.model import Reading

SIGHT = 16  # so many characters on either side of another place are quoted
LISTS = ("uncheckable", "no-owner")  # whose further places are more of the same
FORMS = "table、json"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lint",
        action="store_true",
        help="不列出条目，只检查承诺：分项与总数、增速与数额、前后两个数、时限、责任单位、能否核对；有无问题退出码都是 0",
    )
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="日期",
        help="与 --lint 同用：时限早于这一天算已过，如 2026-01-12；不写时用发文日期，没有发文日期用计划年度的 1 月 1 日",
    )


def require(options: argparse.Namespace) -> None:
    """Refuse options that do not go together."""
    if options.as_of is not None and not options.lint:
        raise InputError("--as-of 只与 --lint 同用，请加上 --lint。")
    if options.lint and options.corpus:
        raise InputError("--lint 一次检查一份文件，不能与 --corpus 同用，请写一份工作要点的路径。")
    if options.lint and options.format not in TEXTS:
        raise InputError(f"--lint 的输出格式只有 {FORMS}，请改写 --format。")


def printed(reading: Reading, options: argparse.Namespace) -> str:
    """The findings in the form that was asked for."""
    found = lint(reading, as_of=options.as_of, year=options.year)
    day = held_against(reading, as_of=options.as_of, year=options.year)
    return TEXTS[options.format](reading, found, day)


def as_table(reading: Reading, found: Sequence[Finding], day: Day | None) -> str:
    """A line of summary, then every kind of finding with its places; errors before reminders."""
    lines = [reading.document.title or "未找到标题", _summary(found, day)]
    ends = _line_ends(reading.text)
    for code, title in CODES.items():
        same = [one for one in found if one.code == code]
        if same:
            lines += ["", f"{title}（{_counted(same)}{_tasks(same)}）"]
            mixed = len({one.level for one in same}) > 1
            lines += [line for one in same for line in _shown(reading.text, ends, one, mixed)]
    return "\n".join(lines) + "\n"


def as_json(reading: Reading, found: Sequence[Finding], day: Day | None) -> str:
    """Document, summary and findings; ``line`` counts from 1, ``text`` is the text at the place."""
    about, ends = reading.document, _line_ends(reading.text)
    findings = [
        {**to_json(one), "line": _line(ends, one.start), "text": reading.text[one.start : one.end]}
        for one in found
    ]
    whole = {
        "document": {"title": about.title, "year": about.year, "issued_on": about.issued_on},
        "as_of": day.on.isoformat() if day else None,
        "held_against": str(day) if day else None,
        "summary": {
            "levels": {level: sum(one.level == level for one in found) for level in LEVELS},
            "codes": {code: count for code in CODES if (count := sum(one.code == code for one in found))},
        },
        "findings": findings,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _summary(found: Sequence[Finding], day: Day | None) -> str:
    against = f"时限与{day}对照。" if day else "没有发文日期和计划年度，没有检查时限。"
    if not found:
        return f"没有发现问题。{against}"
    return f"{_counted(found)}。{against}"


def _counted(found: Sequence[Finding]) -> str:
    levels = Counter(one.level for one in found)
    return "，".join(f"{word} {levels[level]} 处" for level, word in LEVELS.items() if levels[level])


def _tasks(same: Sequence[Finding]) -> str:
    """How many promises the findings of sections speak of together."""
    if same[0].code != "uncheckable":
        return ""
    return f"，共 {sum(len(one.others) for one in same)} 项任务"


def _shown(text: str, ends: Sequence[int], one: Finding, mixed: bool) -> Iterator[str]:
    level = f"{LEVELS[one.level]}：" if mixed else ""
    yield f"  第 {_line(ends, one.start)} 行  {level}{one.sentence}"
    if one.code in LISTS:
        return
    for start, end in one.others:
        before = text[max(0, start - SIGHT) : start].rpartition("\n")[2]
        behind = text[end : end + SIGHT].partition("\n")[0]
        yield f"      另见第 {_line(ends, start)} 行：{before.strip()}【{text[start:end]}】{behind.strip()}"


def _line_ends(text: str) -> list[int]:
    """The offsets at which lines end."""
    return [index for index, character in enumerate(text) if character == "\n"]


def _line(ends: Sequence[int], place: int) -> int:
    return bisect_left(ends, place) + 1


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2026-01-12 的样子。") from None


TEXTS: Mapping[str, Callable[[Reading, Sequence[Finding], Day | None], str]] = {
    "table": as_table,
    "json": as_json,
}
