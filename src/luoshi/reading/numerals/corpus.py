"""What the numerals promise: every way of writing a number with its unit, and what is no quantity."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import numerals
from luoshi.reading.engine import Corpus, Example, Fact, example


def _read(item: Example) -> Sequence[Fact]:
    return [
        {
            "written": item.text[n.start : n.end], "value": f"{n.value:f}", "high": None if n.high is None else f"{n.high:f}",
            "unit": n.unit, "amount": f"{n.amount.normalize():f}", "base": n.base_unit, "about": n.about,
        }
        for n in numerals.find(item.text)
    ]  # fmt: skip


def _n(
    written: str, value: str, unit: str, amount: str, base: str, high: str | None = None, about: bool = False
) -> Fact:
    return {
        "written": written,
        "value": value,
        "unit": unit,
        "amount": amount,
        "base": base,
        "high": high,
        "about": about,
    }


EXAMPLES: tuple[Example, ...] = (
    example("项目36个", _n("36", "36", "个", "36", "个")),
    example("产值88.5亿元", _n("88.5", "88.5", "亿元", "8850000000", "元")),
    example("外资4200万美元", _n("4200", "4200", "万美元", "42000000", "美元")),
    example("厂房12.6万平方米", _n("12.6", "12.6", "万平方米", "126000", "平方米")),
    example("厂房3000㎡", _n("3000", "3000", "㎡", "3000", "平方米")),
    example("土地950亩", _n("950", "950", "亩", "950", "亩")),
    example("年产4万套", _n("4", "4", "万套", "40000", "套")),
    example("增长7.5%", _n("7.5", "7.5", "%", "7.5", "%")),
    example("增长 7.5 %", _n("7.5", "7.5", "%", "7.5", "%")),
    example("提高2个百分点", _n("2", "2", "百分点", "2", "百分点")),
    example("达到百分之三十五", _n("三十五", "35", "%", "35", "%")),
    example("百分之5.5", _n("5.5", "5.5", "%", "5.5", "%")),
    example("压缩至60个工作日", _n("60", "60", "工作日", "60", "工作日")),
    example("1,200家企业", _n("1,200", "1200", "家", "1200", "家")),
    example("项目二十个", _n("二十", "20", "个", "20", "个")),
    example("两条道路", _n("两", "2", "条", "2", "条")),
    example("一百零五家", _n("一百零五", "105", "家", "105", "家")),
    example("一千二百万元", _n("一千二百", "1200", "万元", "12000000", "元")),
    example("两亿三千万元", _n("两亿三千", "23000", "万元", "230000000", "元")),
    example("三万五千人", _n("三万五千", "35000", "人", "35000", "人")),
    example("三万件", _n("三", "3", "万件", "30000", "件")),
    example("千亿营收", _n("千", "1000", "亿元", "100000000000", "元")),
    example("百亿利润", _n("百", "100", "亿元", "10000000000", "元")),
    example("产值超千亿", _n("千", "1000", "亿元", "100000000000", "元")),
    example("亿元以上项目", _n("亿", "1", "亿元", "100000000", "元")),
    example("过千万元", _n("千", "1000", "万元", "10000000", "元")),
    example("企业突破百家", _n("百", "100", "家", "100", "家")),
    example("8-10个", _n("8-10", "8", "个", "8", "个", high="10")),
    example("10%-12%", _n("10%-12", "10", "%", "10", "%", high="12")),
    example("3万元至15万元", _n("3万元至15", "3", "万元", "30000", "元", high="15")),
    example("三到五家", _n("三到五", "3", "家", "3", "家", high="5")),
    example("10至15家", _n("10至15", "10", "家", "10", "家", high="15")),
    example("30余家", _n("30", "30", "家", "30", "家", about=True)),
    example("500多个", _n("500", "500", "个", "500", "个", about=True)),
    example("1万余平方米", _n("1", "1", "万平方米", "10000", "平方米", about=True)),
    example("八成以上", _n("八", "8", "成", "80", "%")),
    example("1.5倍", _n("1.5", "1.5", "倍", "1.5", "倍")),
    example("半倍", _n("半", "0.5", "倍", "0.5", "倍")),
    example("100亿", _n("100", "100", "亿", "10000000000", "元")),
    example("1.2万亿元", _n("1.2", "1.2", "万亿元", "1200000000000", "元")),
    example("35微克/立方米", _n("35", "35", "微克/立方米", "35", "微克/立方米")),
    example("5G基站300个", _n("300", "300", "个", "300", "个")),
    example("粮食产量4.2亿斤", _n("4.2", "4.2", "亿斤", "210000000", "公斤")),
    example("形成300亿级规模", _n("300", "300", "亿", "30000000000", "元")),
    example("前进3个位次", _n("3", "3", "个", "3", "个")),
    # nothing counted
    example("2026年3月12日"),
    example("2026-2030年"),
    example("一、总体要求"),
    example("第3家"),
    example("第三批"),
    example("PM2.5和PM10"),
    example("G72高速"),
    example("电话0551-1234567"),
    example("云政发〔2026〕5号"),
    example("尼龙66"),
    example("五大行动"),
    example("三级联动"),
    example("进一步统一个性化服务"),
    example("3方面"),
    example("12名单"),
    example("“十五五”规划"),
    example("几千万元"),
    example("6月底前"),
)

CORPUS = Corpus("numerals", _read, EXAMPLES)
