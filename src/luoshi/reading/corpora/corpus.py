"""What the names of zones promise: title and issuer, with a bar between them, and whose plan that is."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.corpora.zones import zone
from luoshi.reading.engine import Corpus, Example, Fact, example


def _read(item: Example) -> Sequence[Fact]:
    title, _, issuer = item.text.partition("|")
    found = zone(title or None, issuer or None)
    return [{"zone": found}] if found else []


def _z(name: str) -> Fact:
    return {"zone": name}


EXAMPLES: tuple[Example, ...] = (
    example("云溪高新区2026年工作要点", _z("云溪高新区")),
    example("2026年云溪高新区工作要点", _z("云溪高新区")),
    example("云溪高新技术产业开发区2026年工作要点", _z("云溪高新区")),
    example("2026年白鹭经济技术开发区招商引资行动方案", _z("白鹭经开区")),
    example("云溪高新区管委会关于印发2026年工作要点的通知", _z("云溪高新区")),
    example("关于印发《云溪高新区2026年工作要点》的通知", _z("云溪高新区")),
    example("云溪县2026年政府工作报告", _z("云溪县")),
    example("云溪市人民政府办公室关于印发2026年重点工作任务的通知", _z("云溪市")),
    example("云溪镇2026-2028年发展规划", _z("云溪镇")),
    example("白鹭街道2026年度工作计划", _z("白鹭街道")),
    example("政府工作报告|云溪市人民政府", _z("云溪市")),
    example("2026年工作要点|云溪高新技术产业开发区管理委员会", _z("云溪高新区")),
    example("2026年工作要点|云溪高新区党工委管委会办公室", _z("云溪高新区")),
    example("|云溪高新区管委会、云溪高新区党工委", _z("云溪高新区")),
    example("2026年工作要点"),
    example("关于2026年重点工作的安排"),
    example("政府工作报告|经济发展局"),
    example("全区招商引资工作方案"),
    example("|"),
)

CORPUS = Corpus("corpora", _read, EXAMPLES)
