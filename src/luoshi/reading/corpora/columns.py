"""The columns of a corpus: what they are called, what they hold, in the order in which they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What a column holds. ``exact`` is a decimal written out without exponent, of any size; ``decimal`` is the same number
#: with at most :data:`WHOLE` digits before and :data:`PLACES` after the point, null where it has more.
Kind = Literal["text", "whole", "exact", "decimal", "texts", "conditions"]

WHOLE, PLACES = 28, 10

#: Changes whenever columns do; tables of another number are read anew.
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``label`` is its Chinese name."""

    name: str
    kind: Kind
    label: str


#: What a file is and says of itself; these stand in both tables.
DOCUMENT = (
    Column("file", "text", "文件"),
    Column("sha256", "text", "文件指纹"),
    Column("zone", "text", "园区"),
    Column("title", "text", "标题"),
    Column("issuer", "text", "发文机关"),
    Column("number", "text", "文号"),
    Column("issued_on", "text", "成文日期"),
    Column("year", "whole", "计划年度"),
    Column("document_kind", "text", "文种"),
    Column("headings", "whole", "提纲条数"),
    Column("repairs", "whole", "修复处数"),
    Column("problems", "whole", "疑点条数"),
)

#: What a commitment is, by the contract of readings; a column that its kind does not have is null.
COMMITMENT = (
    Column("kind", "text", "类别"),
    Column("start", "whole", "起"),
    Column("end", "whole", "止"),
    Column("sentence_start", "whole", "原句起"),
    Column("sentence_end", "whole", "原句止"),
    Column("sentence", "text", "原句"),
    Column("section", "whole", "章节序号"),
    Column("section_title", "text", "章节"),
    Column("place", "text", "页或单元格"),
    Column("indicator", "text", "指标"),
    Column("indicator_key", "text", "归一指标"),
    Column("value", "exact", "数值"),
    Column("high", "exact", "数值上限"),
    Column("unit", "text", "单位"),
    Column("amount", "exact", "基本单位数值"),
    Column("amount_decimal", "decimal", "基本单位数值（定点数）"),
    Column("base_unit", "text", "基本单位"),
    Column("basis", "text", "口径"),
    Column("comparator", "text", "比较"),
    Column("modality", "text", "语气"),
    Column("period", "text", "时限"),
    Column("scope", "text", "范围"),
    Column("conditions", "conditions", "条件"),
    Column("actors", "texts", "责任单位"),
    Column("names", "texts", "举例"),
    Column("project", "text", "项目"),
    Column("stage", "text", "阶段"),
    Column("investment", "exact", "投资额"),
    Column("name", "text", "机制"),
    Column("cadence", "texts", "频次"),
    Column("action", "text", "动作"),
    Column("object", "text", "事项"),
)

COMMITMENTS = (*DOCUMENT, *COMMITMENT)

FILES = (
    *DOCUMENT,
    Column("bytes", "whole", "字节数"),
    Column("format", "text", "格式"),
    Column("characters", "whole", "字数"),
    Column("commitments", "whole", "承诺条数"),
    Column("targets", "whole", "目标条数"),
    Column("actuals", "whole", "实绩条数"),
    Column("milestones", "whole", "节点条数"),
    Column("mechanisms", "whole", "机制条数"),
    Column("tasks", "whole", "任务条数"),
    Column("error", "text", "读不出的原因"),
)

#: The fields of one condition.
CONDITION = ("column", "comparator", "value", "unit")
