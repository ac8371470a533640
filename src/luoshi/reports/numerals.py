"""The words by which a number in a wording is told from a name: numerals, measure words, and fixed words with numerals."""

from __future__ import annotations

from typing import Final

NUMERALS: Final = "〇零一二两三四五六七八九十百千万亿廿卅"
FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾佰仟萬億"  # as on a cheque; 伍, 陆 and 拾 stand in other words too (队伍, 陆续, 收拾)

# May be typed with Arabic digits.
FIXED: Final = ("12345", "12315", "PM2.5", "PM10", "5G", "3550", "2330")

# May be typed with Chinese numerals, in quotation marks and outside; not where another numeral stands beside them.
FIXED_WORDS: Final = (
    "十三五", "十四五", "十五五", "五年规划", "三年行动", "党的二十大", "二十大精神", "二十大报告", "二十届",
    "五一", "六一", "七一", "八一", "十一假期", "一一对应", "一一销号", "一二三产业", "二三产业", "前三季度",
    "三位一体", "四位一体", "五位一体", "四套班子", "三条控制线", "二次供水", "二次开发", "二次创业",
    "百亿级", "千亿级", "万亿级", "千万元以上", "千家万户", "千万家", "十万火急", "百日", "千人计划",
    "统一成立", "统一成册", "统一成套", "统一元数据", "唯一成员", "一成不变", "一元化管理",
)  # fmt: skip

# May be typed in quotation marks after one numeral and a measure word: “五个一”, “四张清单”.
NAMED: Final = (
    "一", "一批", "清单", "机制", "确立", "维护", "意识", "自信", "坚持", "必须", "统一", "严禁", "不", "不变", "到位",
)  # fmt: skip

# After a numeral these make a figure, also after 一.
MEASURES: Final = (
    "个百分点", "百分点", "亿元", "万元", "元", "亩", "公顷", "平方米", "平方公里", "立方米", "公里",
    "千米", "米", "吨", "公斤", "千瓦时", "千瓦", "倍", "成", "番", "位数", "％", "%", "‰",
)  # fmt: skip

# After a numeral these make a figure; 一 before them is an article (一项).
COUNTERS: Final = (
    "项", "个", "家", "户", "件", "人", "名", "次", "处", "条", "座", "所", "台", "套", "场", "批", "天", "日", "位", "辆",
    "宗", "起", "例", "份", "张", "栋", "幢", "间", "层", "支", "艘", "架", "笔", "种", "年", "周", "小时", "分钟",
)  # fmt: skip
