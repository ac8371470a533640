"""What begins like the name of a zone, a county or a town and is none."""

from __future__ import annotations

from luoshi.reading.openings import lazy

# Prepositions and pronouns, but not the first characters of 和平镇, 从江县, 全椒县, 本溪市, 个旧市, 向阳街道.
_NO_NAME = lazy(
    r"(?:[城乡集]镇|镇[区村街直办]|镇$|城[区乡市]|[社小园辖景片库厂校地县]区|农村|乡村|行政村|县城|[市县区]直|市县|乡镇|省市|老旧|居民"
    r"|各|全(?![州椒南福])|个(?!旧)|本(?!溪)|我|该|其|每|重点|特色|辖|关于|支持|推[动进]|加快|鼓励|力争|确保|争创|建[设好强成]|办好"
    r"|管好|用好|打造|创建|申报|围绕|依托|提升|完善|加强|在|对(?!青山)|为|由(?!拳)|从(?![江化])|向(?![阳前东荣])|与|和(?![县平田顺政静硕林布龙美兴])"
    r"|年|按照|规划|[\u4e00-\u9fff]{2,6}(?:建设|引领|打造|推进)|以(?!勒)|让(?!胡)|使|抓|做|产业园区?|工业园区?)"
)


def is_name(words: str) -> bool:
    """Whether words that end like an area may be the name of one: 云溪县, not 各县 or 老旧小区."""
    return _NO_NAME.match(words) is None
