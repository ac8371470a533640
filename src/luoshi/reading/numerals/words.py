"""Digits, multipliers and measure words: the data of the numerals."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5,
    "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}

MONEY = ("元人民币", "人民币", "美元", "美金", "欧元", "港元", "港币", "日元", "元")
AREA = ("平方公里", "平方千米", "平方米", "平方", "平米", "㎡", "公顷", "亩")
LENGTH = ("公里", "千米", "延米", "米", "海里")
MASS = ("立方米", "吨标准煤", "吨标煤", "标准箱", "标箱", "TEU", "公斤", "千克", "吨", "立方", "方")
ENERGY = ("千瓦时", "兆瓦时", "吉瓦时", "千伏安", "兆伏安", "千伏", "千瓦", "兆瓦", "吉瓦", "kWh", "MWh", "kV", "KV", "kW", "MW", "GW",
          "GWh")  # fmt: skip
RATE = ("微克/立方米", "毫克/立方米", "万元/亩", "元/亩", "件/万人", "件/亿元", "元/吨", "吨/日", "吨/天", "人/平方公里")
RATIO = ("百分点", "%", "％", "‰", "倍", "番", "成")
TIME = ("工作日", "小时", "分钟", "天")
PEOPLE = ("人次", "人", "名", "位")
COUNT = (
    "个", "家次", "家", "户次", "户", "项次", "项", "件次", "件", "条", "座", "处", "所", "场次", "场", "次", "套", "台套", "台", "辆",
    "只", "头", "篇", "支", "艘", "架次", "架", "棵", "株", "盏", "块", "张", "份", "种", "款", "间", "栋", "幢", "宗", "起", "例",
    "单", "笔", "批次", "批", "车次", "班次", "组", "尾", "羽", "枚", "册", "幅", "类", "期", "辆次", "标段", "根", "颗", "处次",
)  # fmt: skip

KINDS: dict[str, str] = {
    word: kind
    for kind, words in (
        ("money", MONEY), ("area", AREA), ("length", LENGTH), ("mass", MASS), ("energy", ENERGY), ("rate", RATE),
        ("ratio", RATIO), ("time", TIME), ("people", PEOPLE), ("count", COUNT),
    )
    for word in words
}  # fmt: skip

# Counted in Chinese numerals only by these: 三级, 一流, 四大 and 两新 are names.
COUNTED_IN_WORDS = (
    "个", "家", "户", "项", "件", "条", "座", "处", "所", "场", "次", "套", "台", "辆", "支", "张", "份", "名", "人", "位", "间", "栋", "宗",
    "倍", "成", "番",
)  # fmt: skip

# The same measure under another name; the factor is exact.
BASE: dict[str, tuple[str, Decimal]] = {
    "元人民币": ("元", Decimal(1)), "人民币": ("元", Decimal(1)), "美金": ("美元", Decimal(1)), "港币": ("港元", Decimal(1)),
    "平方": ("平方米", Decimal(1)), "平米": ("平方米", Decimal(1)), "㎡": ("平方米", Decimal(1)),
    "平方千米": ("平方公里", Decimal(1)), "千米": ("公里", Decimal(1)), "％": ("%", Decimal(1)), "成": ("%", Decimal(10)),
    "标箱": ("标准箱", Decimal(1)), "TEU": ("标准箱", Decimal(1)), "千克": ("公斤", Decimal(1)), "方": ("立方米", Decimal(1)),
    "立方": ("立方米", Decimal(1)),
}  # fmt: skip
