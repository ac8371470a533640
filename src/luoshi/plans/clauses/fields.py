"""The fields of a clause by its kind: what they are called, how they are shown, what a correction must look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from luoshi.ledgers.columns import plain
from luoshi.ledgers.errors import BadValue, Invalid
from luoshi.plans.clauses import words
from luoshi.reading import numerals

_PERIOD = re.compile(
    r"year|year-end|Q[1-4]|per-quarter|per-month|20\d\d|20\d\d-(?:0[1-9]|1[0-2])|MM=(?:0[1-9]|1[0-2])"
)
_LISTED = re.compile(r"[、，,;；\n]+")
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``check`` turns what a person entered into what is stored, or raises BadValue with a sentence."""

    name: str
    title: str
    check: Callable[[Any], Any]
    show: Callable[[Any], str]
    choices: Mapping[str, str] | None = None


def exact(number: Decimal) -> str:
    """A decimal as stored text: no exponent, no idle zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal(raw: Any) -> str:
    """A number as stored text."""
    text = str(raw).strip().replace(",", "").replace("，", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0 or number >= Decimal("1e18"):
        raise BadValue(f"“{raw}”不是数字，请只填数字，不带单位和文字。")
    return exact(number)


def _optional(check: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda raw: None if raw is None or str(raw).strip() == "" else check(raw)


def _text(raw: Any, longest: int = LONGEST) -> str:
    text = " ".join(str(raw or "").replace("\0", "").split())
    if not text:
        raise BadValue("不能为空，请填写。")
    if len(text) > longest:
        raise BadValue(f"太长，最多 {longest} 个字。")
    return text


def _unit(raw: Any) -> str:
    return _text(raw, 20)


def _one_of(choices: Mapping[str, str]) -> Callable[[Any], str]:
    def check(raw: Any) -> str:
        for stored, shown in choices.items():
            if str(raw).strip() in (stored, shown):
                return stored
        raise BadValue(f"“{raw}”不在可选范围内，请从“{'、'.join(choices.values())}”中选一个。")

    return check


def _period(raw: Any) -> str:
    text = str(raw).strip()
    if not _PERIOD.fullmatch(text):
        raise BadValue(
            f"“{raw}”不是时限，请写成 year、Q1、2026-06、year-end、per-quarter 或 per-month 的样子。"
        )
    return text


def _texts(raw: Any) -> list[str]:
    parts: Sequence[Any] = _LISTED.split(raw) if isinstance(raw, str) else list(raw or ())
    return [_text(part) for part in parts if str(part).strip()]


def _conditions(raw: Any) -> list[dict[str, str]]:
    return [_condition(one) for one in raw or ()]


def _condition(raw: Any) -> dict[str, str]:
    try:
        column, comparator, value, unit = (raw[key] for key in ("column", "comparator", "value", "unit"))
    except (TypeError, KeyError):
        raise BadValue("每个条件要写明对象、比较、数值和单位。") from None
    return {
        "column": _text(column), "comparator": _one_of(words.COMPARATORS)(comparator), "value": decimal(value), "unit": str(unit)
    }  # fmt: skip


def _plainly(value: Any) -> str:
    return "" if value is None else str(value)


def _number(value: Any) -> str:
    return "" if value is None else plain(Decimal(str(value)))


def _joined(value: Any) -> str:
    return "、".join(str(part) for part in value or ())


def _named(choices: Mapping[str, str]) -> Callable[[Any], str]:
    return lambda value: choices.get(value, value or "")


def conditions_shown(value: Any) -> str:
    """Thresholds in words: 不低于5亿元."""
    return "；".join(
        f"{words.COMPARATORS.get(c['comparator'], c['comparator'])}{_money(Decimal(c['value']))}{c['unit']}"
        for c in value or ()
    )


def _money(number: Decimal) -> str:
    for times, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if number >= times:
            return plain(number / times) + word
    return plain(number)


def _line(name: str, title: str) -> Field:
    return Field(name, title, _text, _plainly)


def _maybe(
    name: str, title: str, check: Callable[[Any], Any] = _text, show: Callable[[Any], str] = _plainly
) -> Field:
    return Field(name, title, _optional(check), show)


def _choice(name: str, title: str, choices: Mapping[str, str]) -> Field:
    return Field(name, title, _one_of(choices), _named(choices), choices)


PERIOD = _maybe("period", "时限", _period, words.period)
ACTORS = Field("actors", "原文所列单位", _texts, _joined)
_QUANTITY = (
    _line("indicator", "指标"),
    Field("value", "数值", decimal, _number),
    _maybe("high", "上限", decimal, _number),
    Field("unit", "单位", _unit, _plainly),
    _choice("basis", "口径", words.BASES),
    _choice("comparator", "比较", words.COMPARATORS),
    _choice("modality", "语气", words.MODALITIES),
    PERIOD,
    _maybe("scope", "范围"),
    Field("conditions", "门槛", _conditions, conditions_shown),
    ACTORS,
    Field("names", "举例", _texts, _joined),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "target": _QUANTITY,
    "actual": _QUANTITY,
    "milestone": (
        _line("project", "项目"),
        _choice("stage", "阶段", words.STAGES),
        PERIOD,
        _maybe("investment", "投资（元）", decimal, _number),
        ACTORS,
    ),
    "mechanism": (
        _line("name", "机制"),
        Field("cadence", "频次", _texts, lambda v: "、".join(words.CADENCES.get(c, c) for c in v or ())),
    ),
    "task": (_line("action", "动作"), _line("object", "事项"), PERIOD, ACTORS),
}


def checked(kind: str, now: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """What a person's changes store: only what differs from ``now``; :class:`Invalid` with a sentence a field.

    A changed value or unit brings its exact amount in the base unit along.
    """
    known = {field.name: field for field in FIELDS[kind]}
    problems: dict[str, list[str]] = {}
    found: dict[str, Any] = {}
    for name, raw in changes.items():
        try:
            if name not in known:
                raise BadValue("这类条目没有这一项。")
            found[name] = known[name].check(raw)
        except BadValue as bad:
            title = known[name].title if name in known else name
            problems[name] = [f"{title}：{bad}"]
    if not problems and kind in ("target", "actual"):
        found |= _amounts({**now, **found}, problems)
    if problems:
        raise Invalid(problems)
    return {name: value for name, value in found.items() if value != now.get(name)}


def _amounts(fields: Mapping[str, Any], problems: dict[str, list[str]]) -> dict[str, Any]:
    high = fields.get("high")
    if high is not None and Decimal(high) <= Decimal(fields["value"]):
        problems["high"] = [f"上限：应大于数值 {fields['value']}，请核对。"]
    if (high is None) == (fields["comparator"] == "range"):
        problems["comparator"] = ["比较：写了上限的才是“区间”，“区间”必须写上限。"]
    amount, base = amount_of(Decimal(fields["value"]), fields["unit"])
    return {"amount": exact(amount), "base_unit": base}


def amount_of(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """The exact amount in the base unit: 64 亿元 is 6400000000 元; a unit that is not known stands for itself."""
    found = numerals.find(f"1{unit}")
    if len(found) == 1 and found[0].tail == len(unit) + 1:
        return value * found[0].amount, found[0].base_unit
    return value, unit


def summary(kind: str, fields: Mapping[str, Any]) -> str:
    """A clause in one line."""
    if kind in ("target", "actual"):
        return f"{fields.get('indicator', '')} {quantity(fields)}".strip()
    if kind == "milestone":
        return f"{fields.get('project', '')} {words.STAGES.get(fields.get('stage', ''), '')}".strip()
    if kind == "mechanism":
        return str(fields.get("name", ""))
    return f"{fields.get('action', '')}{fields.get('object', '')}"


def quantity(fields: Mapping[str, Any]) -> str:
    """A number as promised: 增长9.8%, 不低于10个, 8～10个."""
    head = "" if fields.get("basis", "level") == "level" else words.BASES.get(fields["basis"], "")
    word = fields.get("comparator", "eq")
    head += "" if word in ("eq", "range") else words.COMPARATORS.get(word, "")
    high = fields.get("high")
    number = _number(fields.get("value")) + (f"～{_number(high)}" if high is not None else "")
    return f"{head}{number}{fields.get('unit', '')}"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two editions (or the reader and a person) say differently."""

    name: str
    title: str
    before: str
    after: str


def differences(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The fields that differ, with both texts."""
    return tuple(
        Difference(f.name, f.title, f.show(old.get(f.name)), f.show(new.get(f.name)))
        for f in FIELDS[kind]
        if (old.get(f.name) or None) != (new.get(f.name) or None)
    )
