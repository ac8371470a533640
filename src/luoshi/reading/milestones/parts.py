"""Parts of a project that have no name of their own: what is done of it, and which piece of it."""

from __future__ import annotations

from luoshi.reading.openings import lazy, quick

#: A part of a project that is done: 完成管线迁改, 完成全部桥面铺装.
DONE = quick(
    r"(?<![各均])完成(?:全部|剩余|所有)?(?P<part>(?P<of>[\d\u4e00-\u9fff]{0,7}?)(?:(?<!完成)(?<!全部)主体|基础工程|路[基面](?:工程)?|桥面|护岸|[水地][上下]部分|煤改[气电]|装修|装饰|安装"
    r"|铺设|铺筑|铺装|摊铺|填筑|浇筑|敷设|架设|迁改|改建|布展))$"
)
ENDS = frozenset("体程基面岸分气电修饰装设筑铺改建展")
#: And one that only belongs to what is being built, so that it is said of what was named before.
OF_BUILDING = lazy(
    r"[室内外装]|基础|路[基面]|桥[面梁]|堤|坝|大坝|墙|水下|地下|设备|钢|桩|梁|沥青|主[线管]|土建|机组|幕墙|展陈|布展|[上下]部"
)
_SECTION = (
    r"(?:示范|启动|起步|核心|先行|首开|首期|先导|试验|展示)(?:段|区)|[东西南北中]段|[南北]岸|首期"
    r"|首批(?:住房|房源|公寓|安置房|厂房|客房|车间|楼栋|用房)"
)
_HOUSE = "(?:安置|综合|教学|住院|标准|公寓|宿舍|办公)?(?:楼|厂房|车间)"
#: A part of a place or of a work that was named before: 示范段, 启动区, 枢纽主体, 3号安置楼, 首批住房.
_PIECE = lazy(
    rf"(?P<part>{_SECTION}|(?:枢纽|大坝|厂房|站房|桥梁|隧道|管网)?主体(?:工程)?"
    r"|(?:枢纽|大坝|溢洪道|引水渠|主塔|站房)(?:工程)?)(?:约?[\d.]{1,6}[余多]?(?:公里|千米|米|平方公里|亩|套|户|栋))?"
)
#: The section that was named last, where another of the same work is named: 碧道示范段, then 北段.
OTHER = quick(rf"(?<=[\u4e00-\u9fff]{{3}})(?:{_SECTION}|\d{{1,2}}号{_HOUSE})$")
_NUMBERS = r"\d{1,2}(?:[、和]\d{1,2}){0,5}"
#: 1、3号安置楼
_BUILDINGS = lazy(rf"(?P<numbers>{_NUMBERS})[号#](?P<what>{_HOUSE})")
_EACH = quick(r"\d{1,2}")
LONGEST = 24


def named(stretch: str) -> list[tuple[int, str]]:
    """The parts that ``stretch`` names, each with its place and in full; empty where it names none."""
    if said := _PIECE.fullmatch(stretch):
        return [(0, said["part"])]
    many = _BUILDINGS.fullmatch(stretch)
    if not many:
        return []
    return [(each.start(), f"{each.group()}号{many['what']}") for each in _EACH.finditer(many["numbers"])]
