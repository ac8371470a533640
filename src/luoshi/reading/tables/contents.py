"""What a cell of a table holds: a number, a time, or the units responsible; patterns for whole cells."""

from __future__ import annotations

from luoshi.reading.openings import lazy

_NUMBER = r"\d[\d,]{0,20}(?:\.\d{1,6})?"
#: A number with a sign at most.
BARE = lazy(
    rf"[\[【〔]?(?P<sign>≥|≤|>|<|＞|＜"
    rf"|[不超约近增下提降压缩控力达保]\D{{0,5}})?\s?(?P<number>{_NUMBER}(?:\s?(?:[-—~～至]|——)\s?{_NUMBER})?)"
    r"[\]】〕]?\s?(?:左右|以上|以内|以下)?(?P<note>[(（][^()（）]{1,24}[)）])?"
)
#: A number with a few words and a unit of its own.
SHORT = lazy(
    r"[\[【〔]?(?:≥|≤|>|<|＞|＜|不低于|不少于|不超过|不高于|同比|增长|增速|下降|达到?|突破|超过?|控制在"
    r"|压[缩减]至|缩短至|降至|降到|提高到|约|力争|确保|争取|争创|完成|保持在){0,4}"
    r"\s?\d[\d,.]{0,20}(?:\s?(?:[-—~～至]|——)\s?\d[\d,.]{0,20})?[\]】〕]?\s?[^\s\d,，;；。、(（]{0,7}(?:以上"
    r"|以内|以下|左右)?(?:[(（][^()（）]{1,24}[)）])?。?"
)
#: What a time and no number begins with.
DATED = lazy(r"(?:20\d\d年)?\d{1,2}月")
TIME = lazy(
    r"(?:\d[.、])?(?:20\d\d年?)?(?:[.\-/]?\d{1,2}月?)?(?:份|底|末|\d{1,2}日|[一二三四]季度|[上下]半年|年底"
    r"|全年|长期)?(?:之?前|以前)?(?:完成|完工|竣工|启动|开工)?"
)
UNITS = lazy(
    r"[^，,；;。\d]{2,40}(?:局|办|委|中心|公司|部|院|镇|乡|街道|集团|指挥部|管委会|经开区|开发区|政府|专班|组"
    r"|银行|大队|站|所|会)|(?:经开|高新|开发)区|管委会|各(?:乡镇|镇街|镇|街道|单位|部门)"
)
