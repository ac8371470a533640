"""补链延链强链: which links of an industry chain are missing, weak or lead nowhere, by a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from luoshi.rules import issued, refusals, rounding

Strength = Literal["gap", "weak", "strong"]
Call = Literal["补链", "延链", "强链", ""]


@dataclass(frozen=True, slots=True)
class ChainRule:
    """One rule: how much an enterprise, a project under way and a signing count towards a link's layout.

    A link with nothing is a gap; below ``strong_share`` per cent of what is wanted it is weak, else strong.
    """

    code: str
    name: str
    version: str
    effective_from: str
    enterprise: Decimal
    project: Decimal
    signing: Decimal
    strong_share: Decimal

    @classmethod
    def from_data(cls, data: object) -> ChainRule:
        """A rule from its JSON-like data; raises a RulesError that names the place and the remedy."""
        source = issued.opened(data, "产业链规则")
        rule = cls(
            **issued.imprint(source),
            enterprise=source.decimal("enterprise", least="0", most="1"),
            project=source.decimal("project", least="0", most="1"),
            signing=source.decimal("signing", least="0", most="1"),
            strong_share=source.decimal("strong_share", least="1", most="100"),
        )
        source.close()
        return rule

    def to_data(self) -> dict[str, object]:
        """What ``from_data`` reads."""
        return {
            **issued.written(self),
            "enterprise": str(self.enterprise),
            "project": str(self.project),
            "signing": str(self.signing),
            "strong_share": str(self.strong_share),
        }


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link: how many stand there, how many are ``wanted``, and the codes of the links that follow it.

    ``prospects`` are target firms already named for it; they fill nothing.
    """

    code: str
    name: str
    wanted: int
    enterprises: int = 0
    projects: int = 0
    signings: int = 0
    prospects: int = 0
    following: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What a link asks for: 补链 to fill it, 强链 to strengthen it, 延链 to go on from it, or nothing."""

    code: str
    strength: Strength
    call: Call
    reason: str


def gaps(rule: ChainRule, links: Sequence[ChainLink]) -> list[Gap]:
    """The links in the order given, each with its strength, what it asks for and why.

    A gap asks for 补链 and a weak link for 强链; a strong link asks for 延链 where a link that follows it is a
    gap. A link of which none is wanted and where none stands asks for nothing. Raises LinkTwice, UnknownNext.

    Source: 补链、延链、强链 as zones use the words, put into figures; the shares are the zone's own.

    >>> from luoshi.rules import defaults
    >>> cells = ChainLink("1", "电芯", wanted=2, enterprises=2, following=("2",))
    >>> [gap.call for gap in gaps(defaults.CHAIN_RULE, [cells, ChainLink("2", "回收利用", wanted=1)])]
    ['延链', '补链']
    """
    by_code = {link.code: link for link in links}
    if twice := issued.first_twice([link.code for link in links]):
        raise refusals.LinkTwice(twice)
    for link in links:
        for following in link.following:
            if following not in by_code:
                raise refusals.UnknownNext(link.code, following)
    return [_gap(rule, link, [by_code[code] for code in link.following]) for link in links]


def strength(rule: ChainRule, link: ChainLink) -> Strength:
    """Gap, weak or strong."""
    present = _present(rule, link)
    if not present:
        return "gap"
    return "strong" if present * 100 >= link.wanted * Fraction(rule.strong_share) else "weak"


def _present(rule: ChainRule, link: ChainLink) -> Fraction:
    counted = (
        (link.enterprises, rule.enterprise),
        (link.projects, rule.project),
        (link.signings, rule.signing),
    )
    return sum((count * Fraction(weight) for count, weight in counted), Fraction(0))


def _gap(rule: ChainRule, link: ChainLink, following: Sequence[ChainLink]) -> Gap:
    found = strength(rule, link)
    told = f"{link.name}现有企业 {link.enterprises} 家、在建项目 {link.projects} 个、签约 {link.signings} 个"
    if found == "gap" and not link.wanted:
        return Gap(link.code, found, "", f"{link.name}没有布局目标，暂不招引")
    wanted = f"目标布局 {link.wanted} 家"
    prospects = f"，已梳理目标企业 {link.prospects} 家" if link.prospects else "，尚未梳理目标企业"
    if found == "gap":
        return Gap(link.code, found, "补链", f"{told}，{wanted}，属于缺失环节，应补链{prospects}")
    if found == "weak":
        share = rounding.show_fixed(rounding.exact(_present(rule, link) / link.wanted * 100))
        return Gap(link.code, found, "强链", f"{told}，折算为{wanted}的 {share}%，应强链{prospects}")
    missing = [each.name for each in following if each.wanted and strength(rule, each) == "gap"]
    if missing:
        return Gap(link.code, found, "延链", f"{told}，达到{wanted}，下游{'、'.join(missing)}缺失，应延链")
    return Gap(link.code, found, "", f"{told}，达到{wanted}")
