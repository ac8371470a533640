"""办理时限 as a rule: what an office promises and what the law allows, matter by matter, with version and day of effect."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.rules import fields, issued, refusals
from luoshi.rules.response import TimeLimit
from luoshi.rules.service_limits import ServiceLimit


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """The limits of matters, by code; a clock that starts on a day is wound by the version of that day."""

    code: str
    name: str
    version: str
    effective_from: str
    limits: tuple[ServiceLimit, ...]

    def __post_init__(self) -> None:
        if twice := issued.first_twice([limit.code for limit in self.limits]):
            raise refusals.LimitTwice(f"办理时限 {self.code} 的", twice)

    @classmethod
    def from_data(cls, data: object) -> ServiceRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "办理时限")
        limits = tuple(_read(each) for each in source.inner_list("limits"))
        rule = cls(**issued.imprint(source), limits=limits)
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {**issued.written(self), "limits": [_write(each) for each in self.limits]}

    def service(self, code: str) -> ServiceLimit:
        """Both limits of a matter; raises UnknownLimit."""
        for limit in self.limits:
            if limit.code == code:
                return limit
        raise refusals.UnknownLimit(self.code, code, [limit.code for limit in self.limits])

    def limit(self, code: str) -> TimeLimit:
        """What is promised of a matter, as clocks take it; raises UnknownLimit."""
        found = self.service(code)
        return TimeLimit(found.code, found.title, found.promised)


def sentences(rule: ServiceRule) -> list[str]:
    """A matter a line."""
    return [_sentence(each) for each in rule.limits]


def _sentence(limit: ServiceLimit) -> str:
    longer = f"，经批准最多延长 {limit.extension} 个工作日" if limit.extension else ""
    return f"{limit.title}：承诺 {limit.promised} 个工作日内，法定 {limit.statutory} 个工作日内{longer}。"


def _read(source: fields.Fields) -> ServiceLimit:
    limit = ServiceLimit(
        code=source.text("code"),
        title=source.text("title"),
        promised=source.integer("promised", least=1),
        statutory=source.integer("statutory", least=1),
        extension=source.optional_integer("extension") or 0,
    )
    source.close()
    return limit


def _write(limit: ServiceLimit) -> dict[str, object]:
    found: dict[str, object] = {
        "code": limit.code,
        "title": limit.title,
        "promised": limit.promised,
        "statutory": limit.statutory,
    }
    return found | issued.present(extension=limit.extension or None)
