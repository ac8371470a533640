"""For when a number is promised: by its sentence, by a clause that follows it, by the line above it or its row."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.reading import asides, periods
from luoshi.reading.clauses import holds
from luoshi.reading.numerals import Numeral
from luoshi.reading.openings import lazy, quick
from luoshi.reading.periods import Period
from luoshi.reading.sentence import Sentence

_DONE = quick(r"完成")
_BEGUN = quick(r"(?:建成|竣工|完工|投用|投产|投运|投入使用|投入运行|交付)[^，,；;。]{0,4}$")
_BASE = lazy(r"[^，,；;。]{0,30}?基础上")
_MORE = lazy(
    r"\s{0,4}(?:可)?(?:新增|净增|增加|形成|释放|腾出|(?:[日年](?:均|设计)?)?(?:处理|供水|供热|供气|接待|吞吐)(?:能力|规模)|产能)"
)
#: What is counted goes on to its next stage, not what is left of it: 6月底前建成5个,11月底前全部建成.
_ALL = ("全部", "全面")
_COUNTED = frozenset(("个", "家", "户", "项"))
#: What is told of a work: 占地45亩, 工期一年半.
_DESCRIBES = lazy(
    r"\s{0,2}(?:项目|工程)?(?:计划|预计|估算|概算)?(?:总投资|投资|占地|用地|工期|建设规模|规模|总?(?:建筑)?面积|全长|总长|设计|建设内容|库容|日处理)"
)
_AMONG = lazy(r"\s{0,3}其中")
# 谋划2025年项目: things of another year, which are made ready in this one.
_PREPARES = quick(
    r"(?:谋划|储备|策划|包装|申报|编制|梳理|筛选|对接|论证|征集|筹备|争取|入库|上报|做好|抓好|制定|拟定|提前批)(?:好|一批|的)?$"
)
_THINGS = lazy(
    r"(?:度|及以后)?的?(?:(?:重点|重大|计划|拟|新)[^，,；;。\d]{0,12})?(?:项目|专项债|债券|资金|预算|任务|计划|工程|投资|课题|专项|目标)"
)
# 分解下达一季度目标任务, 召开2026年项目推进会: of which tasks, and which meeting.
_DEALS = quick(r"(?:分解|下达|布置|制定|编制|印发)(?:好|了)?$")
_TASKS = lazy(r"(?:度|份)?[^，,；;。\d]{0,10}(?:任务|计划|指标|清单)")
_MEETS = quick(r"(?:召开|举行|举办)$")
_MEETING = lazy(r"(?:度|全年)?[^，,；;。\d]{2,20}会议?(?=[，,；;。])")
# 消化2019年以前批而未供土地: since when they have been there.
_OF_OLD = lazy(r"(?:(?<=前)|(?:及?以|之)?前)(?:已)?(?:的|批|供|签|形成|出让|建成|遗留)")
_OF_THINGS = (_PREPARES, _THINGS), (_DEALS, _TASKS), (_MEETS, _MEETING)
#: How far before its year that may be said.
_LED = 6


def of_sentence(
    sentence: Sentence, at: int, numeral: Numeral, numbers: Sequence[int], actual: bool
) -> str | None:
    """The time that the sentence gives a number in its clause ``at``; ``numbers`` are the places of all of them."""
    if sentence.periods and "基础上" in sentence.words:
        sentence = sentence._replace(periods=[one for one in sentence.periods if not _is_base(sentence, one)])
    if not actual:
        sentence = sentence._replace(
            periods=[
                one
                for one in sentence.periods
                if not _is_over(sentence, one, at) and not _is_of_its_things(sentence, one)
            ]
        )
    if not sentence.periods:
        return None
    if len(sentence.periods) > 1 and (own := dealt(sentence, at).get(numeral.start)):
        return own
    clause = sentence.clauses[at]
    past = [period for period in sentence.periods if period.past] if actual else []
    found = periods.governing(
        past or sentence.periods, sentence.clauses, at, numeral.start, numeral.tail, numbers, sentence.text
    )
    inside = found is not None and found.start >= clause.start
    if found and inside and not found.whole:
        later = None if actual or numeral.base_unit not in _COUNTED else _following(sentence, at, numbers)
        return (found if later is None or sentence.text.startswith(_ALL, later.end) else later).value
    if actual or inside and numeral.kind == "money":
        return found.value if found else None
    shared = numeral.kind == "money" or numeral.base_unit == "%"
    near = limit(sentence, at, numbers, shared) or (None if inside else _made_by(sentence, at))
    near = near or closing(sentence, at, numbers) or _described(sentence, at)
    if near or found:
        return (near or found).value  # type: ignore[union-attr]  # one of the two
    return _of_the_whole(sentence, at, numeral, numbers)


def _of_the_whole(sentence: Sentence, at: int, part: Numeral, numbers: Sequence[int]) -> str | None:
    """年底前再完成批复9个,其中亿元以上4个: a part is for when the whole is."""
    clause = sentence.clauses[at]
    if not at or sentence.clauses[at - 1].mark not in ",，" or not _AMONG.match(sentence.text, clause.start):
        return None
    above = sentence.clauses[at - 1]
    inside = (one for one in sentence.numerals if above.start <= one.start < above.end)
    whole = [one for one in inside if one.base_unit == part.base_unit and holds(numbers, one.start, one.end)]
    return of_sentence(sentence, at - 1, whole[-1], numbers, False) if whole else None


def _is_over(sentence: Sentence, period: Period, at: int) -> bool:
    """对2021年下发的图斑逐宗核实,比例控制在5%以内: a year that is over, or told of in brackets, is not when a clause is promised for."""
    aside = sentence.text[period.start - 1 : period.start] in ("(", "（")
    return period.past and (aside or period.start < sentence.clauses[at].start)


def _is_of_its_things(sentence: Sentence, period: Period) -> bool:
    """谋划2025年项目100个: the time of the things and none of when."""
    text, year = sentence.text, period.whole and sentence.text.startswith("20", period.start)
    if not year and not period.value.startswith("Q"):
        return False
    if year and _OF_OLD.match(text, period.end):
        return True
    kinds = _OF_THINGS if year else _OF_THINGS[1:2]
    first = max(sentence.start, period.start - _LED)
    return any(
        led.search(text, first, period.start) is not None
        and things.match(text, period.end, sentence.end) is not None
        for led, things in kinds
    )


def _is_base(sentence: Sentence, period: Period) -> bool:
    """在2025年工作取得成绩的基础上: the time of what the plan builds upon."""
    led = sentence.text[max(sentence.start, period.start - 1) : period.start] == "在"
    return led and _BASE.match(sentence.text, period.end, sentence.end) is not None


def dealt(sentence: Sentence, at: int) -> dict[int, str]:
    """2026年、2027年分别达到60%、80%: the times of the numbers of a clause, by their places, where each has its own."""
    clause = sentence.clauses[at]
    apart = sentence.text.find("分别", clause.start, clause.end)
    if apart < 0:
        return {}
    places = [one.start for one in sentence.numerals if apart < one.start < clause.end]
    stop = (places or [apart])[0]
    times = [one for one in sentence.periods if clause.start <= one.start < stop]
    if not times and at and not holds(places, *sentence.clauses[at - 1][:2]):
        before = sentence.clauses[at - 1].start
        times = [one for one in sentence.periods if before <= one.start < clause.start]
    if len(times) < 2 or len(times) != len(places):
        return {}
    return {place: time.value for place, time in zip(places, times, strict=True)}


def limit(sentence: Sentence, at: int, numbers: Sequence[int], shared: bool = True) -> Period | None:
    """新建桥5座,确保年底前通车: the time of a next clause that says only when and how far; 完成 of money or a share has its own end."""
    time = _following(sentence, at, numbers)
    if time is None or not shared:
        return time
    own, following = sentence.clauses[at], sentence.clauses[at + 1]
    again = _DONE.search(sentence.text, time.end, following.end)
    return time if again or not _DONE.search(sentence.text, own.start, own.end) else None


def _following(sentence: Sentence, at: int, numbers: Sequence[int]) -> Period | None:
    """The time of a next clause that says only when and how far; of what counts, it is the later stage: 2个项目3月签约,9月前投产."""
    if not sentence.periods or at + 1 >= len(sentence.clauses) or sentence.clauses[at].mark not in ",，":
        return None
    following = sentence.clauses[at + 1]
    times = [one for one in sentence.periods if following.start <= one.start < following.end]
    if len(times) != 1 or times[0].recurs or times[0].past:
        return None
    if holds(numbers, following.start, following.end):
        return None
    lead = asides.LEAD.match(sentence.text, following.start, following.end)
    bare = lead is not None and lead.end() == times[0].start
    return times[0] if bare and asides.limits(sentence.text, times[0].end, following.end) else None


def closing(sentence: Sentence, at: int, numbers: Sequence[int]) -> Period | None:
    """新建4公里,改造9座,11月底前全部完成: the time of the clause that says it of all numbers before it, up to a semicolon."""
    if not sentence.periods or "全" not in sentence.words:
        return None
    own = sentence.clauses[at]
    if any(own.start <= one.start < own.end and not one.whole for one in sentence.periods):
        return None
    for index in range(at + 1, len(sentence.clauses)):
        clause = sentence.clauses[index]
        if sentence.clauses[index - 1].mark not in ",，":
            return None
        times = [one for one in sentence.periods if clause.start <= one.start < clause.end]
        if holds(numbers, clause.start, clause.end) and any(
            not one.whole and not one.recurs for one in times
        ):
            return None
        if len(times) != 1 or times[0].recurs or times[0].past or holds(numbers, clause.start, clause.end):
            continue
        lead = asides.LEAD.match(sentence.text, clause.start, clause.end)
        bare = lead is not None and lead.end() == times[0].start
        if bare and asides.of_all(sentence.text, times[0].end, clause.end):
            return times[0]
    return None


def _described(sentence: Sentence, at: int) -> Period | None:
    """新建鸡场1处,占地45亩,总投资900万元,到6月建成: the time of the clause that says when, behind those that tell of the work."""
    for index in range(at + 1, len(sentence.clauses)):
        clause = sentence.clauses[index]
        if sentence.clauses[index - 1].mark not in ",，":
            return None
        if _DESCRIBES.match(sentence.text, clause.start, clause.end):
            continue
        times = [one for one in sentence.periods if clause.start <= one.start < clause.end]
        if index == at + 1 or len(times) != 1 or times[0].recurs or times[0].past:
            return None
        lead = asides.LEAD.match(sentence.text, clause.start, clause.end)
        bare = lead is not None and lead.end() == times[0].start
        return times[0] if bare and asides.limits(sentence.text, times[0].end, clause.end) else None
    return None


def _made_by(sentence: Sentence, at: int) -> Period | None:
    """一期年底前投用,新增厂房2万平方米: what is added when the work of the clause before is done."""
    clause = sentence.clauses[at]
    if not at or not _MORE.match(sentence.text, clause.start) or sentence.clauses[at - 1].mark not in ",，":
        return None
    work = sentence.clauses[at - 1]
    times = [one for one in sentence.periods if work.start <= one.start < work.end and not one.recurs]
    done = _BEGUN.search(sentence.text, work.start, work.end)
    return times[-1] if times and done else None
