"""Ratios between ledgers that plans promise under a name of their own: formulas ready to be proposed.

A template whose measures no registered ledger has is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from luoshi.ledgers import formulas, units
from luoshi.ledgers.errors import LedgerError
from luoshi.plans.binding.naming import Resolver
from luoshi.plans.targets import wording
from luoshi.plans.targets.proposals import WORTH, Proposal, Wanted

LOOKED_AT = 0.75  # a formula is never taken without being looked at


@dataclass(frozen=True, slots=True)
class Template:
    """A formula with the unit of its result and the words by which plans speak of it."""

    unit: str
    words: tuple[str, ...]
    formula: str


TEMPLATES = (
    Template(
        "%",
        ("签约项目开工转化率", "签约开工转化率", "开工转化率", "开工率"),
        "《项目台账》开工项目数 / 《招商签约台账》签约项目数 * 100",
    ),
    Template(
        "%",
        ("合同资金到位率", "签约资金到位率", "资金到位率", "到位率"),
        "《到位资金台账》境内到位资金 / 《招商签约台账》签约金额 * 100",
    ),
    Template(
        "万元/亩",
        ("亩均投资强度", "投资强度", "亩均投资"),
        "《招商签约台账》签约金额 / 《地块台账》供地面积",
    ),
)


def proposals(wanted: Wanted, resolver: Resolver) -> Iterator[Proposal]:
    """The templates whose words fit, each within the scope of what is wanted."""
    for template in TEMPLATES:
        if wanted.basis != "level" or units.read(wanted.base_unit)[1] != units.read(template.unit)[1]:
            continue
        fit = wording.best(wanted.spoken(wanted.indicator), template.words)
        if fit is None or wanted.conditions or LOOKED_AT * fit.score < WORTH:
            continue
        try:
            found = resolver.formula(template.formula)
        except LedgerError:
            continue
        yield _within(found, wanted, fit)


def _within(found: Proposal, wanted: Wanted, fit: wording.Fit) -> Proposal:
    said = [f"“{wanted.indicator}”含“{fit.word}”，一般按公式计算：{found.formula}"]
    if wanted.scope_title:
        said.append(f"范围：{wanted.scope_title}")
    if fit.rest:
        said.append(f"未能写成条件的字样：{'、'.join(fit.rest)}，请核对是否多计")
    parts = tuple((name, replace(part, scope=wanted.scope)) for name, part in found.parts)
    named = tuple((f"{name}，{wanted.scope_title}" if wanted.scope else name, part) for name, part in parts)
    renamed = {old: new for (old, _), (new, _) in zip(parts, named, strict=True)}
    formula = formulas.printed(formulas.renamed(formulas.parse(found.formula), renamed))
    score = round(LOOKED_AT * fit.score, 3)
    return replace(
        found, formula=formula, parts=named, score=score, reason="；".join(said) + "。", unexplained=fit.rest
    )
