"""Invented tables that lost their rows, with the rows that must come of them, and lines that are no table."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading.engine import Corpus, Example, Fact, example
from luoshi.reading.repairs import repair


def _read(item: Example) -> Sequence[Fact]:
    """The rows of the clean text, with strokes between their cells."""
    lines = repair(item.text).clean.split("\n")
    return [{"row": line.rstrip().replace("\t", "|")} for line in lines if "\t" in line]


def _table(given: str, *rows: str) -> Example:
    """A table whose pieces stand a line each where the example has a blank, with the rows that come of it."""
    return example(given.replace(" ", "\n"), *({"row": row} for row in rows))


def _blanked(given: str, *rows: str) -> Example:
    """A table as it stands."""
    return example(given, *({"row": row} for row in rows))


_HEADS = "序号 指标名称 单位 目标值 责任单位 完成时限"
_ROWS = "1 工业总产值 亿元 360 经发局 12月底 2 固定资产投资 亿元 90-100 发改局 年底前 3 新签约项目 个 ≥25 招商局 9月底前"
_READ = (
    "序号|指标名称|单位|目标值|责任单位|完成时限",
    "1|工业总产值|亿元|360|经发局|12月底",
    "2|固定资产投资|亿元|90-100|发改局|年底前",
    "3|新签约项目|个|≥25|招商局|9月底前",
)

_BY_LINE = (
    _table(f"{_HEADS} {_ROWS}", *_READ),
    _table(
        f"2026年主要目标分解表 {_HEADS} {_ROWS} 二、工作要求 各单位要明确专人，按月报送进展情况。", *_READ
    ),
    example(f"{_HEADS} {_ROWS}".replace(" ", "\r\n\r\n"), *({"row": row} for row in _READ)),
    # the name of a part, a page that ends, the heads once more on the next page
    _table(
        f"{_HEADS} 一、经济指标 1 工业总产值 亿元 360 经发局 12月底 第2页 2 固定资产投资 亿元 90-100 发改局 年底前 -3- {_HEADS} （二）招商指标 3 新签约项目 个 ≥25 招商局 9月底前",
        *_READ[:3],
        _READ[0],
        _READ[3],
    ),
    # no numbers, rates, a sum
    _table(
        "指标名称 单位 2025年完成 2026年目标 增长（%） 税收收入 亿元 12 13.2 10 到位外资 万美元 300 330 10 合计 亿元 312 343.2 10",
        "指标名称|单位|2025年完成|2026年目标|增长(%)",
        "税收收入|亿元|12|13.2|10",
        "到位外资|万美元|300|330|10",
        "合计|亿元|312|343.2|10",
    ),
    _table(
        "序号 项目名称 总投资 年度计划投资 年度目标 责任单位 1 云溪大桥 30000 8000 主体完工 交通局 2 柳塘水厂 12000 5000 建成投用 水务局 合计 42000 13000",
        "序号|项目名称|总投资|年度计划投资|年度目标|责任单位",
        "1|云溪大桥|30000|8000|主体完工|交通局",
        "2|柳塘水厂|12000|5000|建成投用|水务局",
        "|合计|42000|13000",
    ),
    # cells that are missing: a remark, a target, the unit that answers
    _table(
        "序号 指标名称 单位 2026年目标 责任单位 备注 1 工业总产值 亿元 360 经发局 2 新签约项目 个 3 招商局 按季调度 3 到位外资 万美元 商务局 4 企业开办时间 工作日 压缩至0.5",
        "序号|指标名称|单位|2026年目标|责任单位|备注",
        "1|工业总产值|亿元|360|经发局",
        "2|新签约项目|个|3|招商局|按季调度",
        "3|到位外资|万美元||商务局",
        "4|企业开办时间|工作日|压缩至0.5",
    ),
    # heads and cells broken over two lines, several units in a cell
    _table(
        "序 号 指标名称 单位 2026年 目标值 责任 单位 完成 时限 1 规模以上工业增加 值增速 % 9 工业和信 息化局 12月 底前 2 一般公共预算 收入 亿元 15.6 财政局 税务局 年底前".replace(
            "序 号", "序\u3000号"
        ),
        "序号|指标名称|单位|2026年目标值|责任单位|完成时限",
        "1|规模以上工业增加值增速|%|9|工业和信息化局|12月底前",
        "2|一般公共预算收入|亿元|15.6|财政局、税务局|年底前",
    ),
    # tasks
    _table(
        "序号 重点任务 责任单位 完成时限 1 新建标准厂房5万平方米， 完善配套设施。 建投公司 10月底前 2 出台人才引进办法。 人社局 持续推进",
        "序号|重点任务|责任单位|完成时限",
        "1|新建标准厂房5万平方米,完善配套设施。|建投公司|10月底前",
        "2|出台人才引进办法。|人社局|持续推进",
    ),
    _table(
        "工作任务 牵头单位 配合单位 迁建云溪小学 教育局 住建局 改造柳塘路 住建局 交通局",
        "工作任务|牵头单位|配合单位",
        "迁建云溪小学|教育局|住建局",
        "改造柳塘路|住建局|交通局",
    ),
    # a unit a row
    _table(
        "单位 签约项目（个） 到位资金（亿元） 城关镇 12 3.5 招商局 8 2 合计 20 5.5",
        "单位|签约项目(个)|到位资金(亿元)",
        "城关镇|12|3.5",
        "招商局|8|2",
        "合计|20|5.5",
    ),
    # one row, where all of it fits
    _table(
        "指标 单位 目标值 责任单位 工业总产值 亿元 360 经发局",
        "指标|单位|目标值|责任单位",
        "工业总产值|亿元|360|经发局",
    ),
)

_BY_BLANK = (
    # a row a line, as it is copied from a page
    _blanked(
        f"一、主要指标\n{_HEADS}\n{_ROWS.replace(' 2 ', chr(10) + '2 ').replace(' 3 ', chr(10) + '3 ')}\n二、工作要求",
        *_READ,
    ),
    _blanked(
        "序号 工作任务 年度目标 责任单位\n1 新建标准厂房\n及配套设施 5万平方米 建投公司\n2 新签约项目 22个 招商局",
        "序号|工作任务|年度目标|责任单位",
        "1|新建标准厂房及配套设施|5万平方米|建投公司",
        "2|新签约项目|22个|招商局",
    ),
    # all breaks became blanks
    _blanked(f"二、主要目标 具体分解如下： {_HEADS} {_ROWS} 三、重点任务 （一）突出招商引资。", *_READ),
    _blanked(f"具体分解如下：{_HEADS} {_ROWS}", *_READ),
)

_NONE = (
    # headings, contents, signatures
    _table("目录 工作目标 重点任务 责任单位 完成时限 保障措施 一、工作目标 全年签约项目25个。 二、重点任务 建成云溪大桥。"),
    _table("请各单位按时完成。 责任单位 经发局 招商局 完成时限 12月底前 联系人 林昭 云溪高新区管委会 2026年1月8日"),
    _table("主要指标 单位 目标 工业 全年工业总产值增长9%，新增规上企业12家。 招商 全年新签约项目25个，到位资金52亿元。"),
    _table("重点任务 责任单位 完成时限 工作要求 加强领导 压实责任 严格考核 营造氛围"),
    _table("序号 姓名 单位 电话 1 林昭 招商局 12345 2 高远 经发局 12346"),
    # heads without rows, and rows that the text keeps already
    _table("序号 指标名称 单位 目标值 责任单位"),
    _blanked("按照指标 任务 责任单位 逐项落实，全年新签约项目25个。"),
    _blanked("任务 责任单位 时限 要求逐项明确，项目 资金 要素逐项落实，全年完成投资30亿元。"),
    _blanked("指标  单位  目标值\n工业总产值  亿元  360\n税收收入  亿元  12"),
    _blanked("指标 | 单位 | 目标值\n工业总产值 | 亿元 | 360\n税收收入 | 亿元 | 12"),
)  # fmt: skip

CORPUS = Corpus("repairs.tabular", _read, (*_BY_LINE, *_BY_BLANK, *_NONE))
