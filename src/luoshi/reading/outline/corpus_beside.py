"""Invented headings that their siblings speak for: items of the next part, titles of one shape, the one with a number."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import paragraph as _p
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_LONG = "协调推进云溪片区综合服务站、柳塘片区服务区项目开工，开通园区环线、柳塘至云溪两条公交，增设早晚班车。"

CORPUS = Corpus(
    "outline.beside",
    read,
    (
        # items of the next part, one long or the page cut off behind the first
        example(
            f"1.提升道路。一是修好干线。{_BODY}二是管好支线。{_BODY}\n2.提升公交。一是{_LONG}二是巩固通车成果。{_BODY}",
            _h("提升道路", 1), _h("修好干线", 2), _h("管好支线", 2), _h("提升公交", 1), _h("巩固通车成果", 2),
        ),
        example(
            f"（一）抓好整治。一是深入治脏。{_BODY}二是持续治乱。{_BODY}\n（二）完善设施。一是完善环卫设施。{_BODY}",
            _h("抓好整治", 1), _h("深入治脏", 2), _h("持续治乱", 2), _h("完善设施", 1), _h("完善环卫设施", 2),
        ),
        example(
            f"（一）抓好整治。一是深入治脏。{_BODY}二是持续治乱。{_BODY}\n（二）完善设施。{_BODY}一是坚持科学规划。",
            _h("抓好整治", 1), _h("深入治脏", 2), _h("持续治乱", 2), _h("完善设施", 1), _h("坚持科学规划", 2),
        ),
        # the first is a title, so the others are up to their comma
        example(
            f"要做好以下工作：一是深化招商改革。{_BODY}二是完善项目制度，{_BODY}三是做实企业服务，{_BODY}",
            _h("深化招商改革", 1), _h("完善项目制度", 1), _h("做实企业服务", 1),
        ),
        example(f"要做好以下工作：一是{_LONG}二是完善项目制度，{_BODY}三是做实企业服务，{_BODY}"),
        example(f"（一）抓好整治。{_BODY}\n（二）完善设施。一是完善环卫设施。{_BODY}\n（三）改善路网。{_BODY}", _h("抓好整治", 1), _h("完善设施", 1), _h("改善路网", 1)),
        example(
            f"1.提升道路。一是修好干线。{_BODY}二是管好支线。{_BODY}\n2.提升公交。一是{_LONG}",
            _h("提升道路", 1), _h("修好干线", 2), _h("管好支线", 2), _h("提升公交", 1),
        ),
        # the one of a row that holds a number; two of them, or one with clauses, are promises
        example(
            f"（一）优良天数达到85%以上。{_BODY}\n（二）推进食品整治。{_BODY}\n（三）提升居住环境。{_BODY}\n（四）丰富文体生活。{_BODY}",
            _h("优良天数达到85%以上", 1), _h("推进食品整治", 1), _h("提升居住环境", 1), _h("丰富文体生活", 1),
        ),
        example(
            f"（一）优良天数达到85%以上，水质全部达标。{_BODY}\n（二）推进食品整治。{_BODY}\n（三）提升居住环境。{_BODY}\n（四）丰富文体生活。{_BODY}",
            _h("推进食品整治", 1), _h("提升居住环境", 1), _h("丰富文体生活", 1),
        ),
        example(
            f"（一）优良天数达到85%以上。{_BODY}\n（二）新建公厕30座。{_BODY}\n（三）提升居住环境。{_BODY}\n（四）丰富文体生活。{_BODY}",
            _h("提升居住环境", 1), _h("丰富文体生活", 1),
        ),
        # titles of one shape inside paragraphs
        example(
            f"持续推进扩区提质。推动老区扩容。切实解决企业用地。推进新区提质。{_BODY}\n集中攻坚项目建设。谋划一批。对接库内线索逐个论证。签约一批。{_BODY}",
            _h("持续推进扩区提质", 1), _h("推动老区扩容", 2), _h("推进新区提质", 2),
            _h("集中攻坚项目建设", 1), _h("谋划一批", 2), _h("签约一批", 2),
        ),
        example(
            f"做美做活县城。{_BODY}\n做精做特小镇。{_BODY}", _h("做美做活县城", 1), _h("做精做特小镇", 1)
        ),
        example(
            f"持续完善路网。打通城中支路。{_BODY}{_p('松溪')}健全排水设施。{_BODY}\n持续改善住房。启动柳塘片区改造。{_BODY}{_p('柳溪')}",
            _h("持续完善路网", 1), _h("打通城中支路", 2), _h("健全排水设施", 2), _h("持续改善住房", 1),
        ),
        example(f"只有设施完善，园区发展才有支撑。{_BODY}\n抓好项目争取。{_BODY}\n开展路网攻坚。{_BODY}", _h("抓好项目争取", 1), _h("开展路网攻坚", 1)),
        # short tasks of one length, wherever they stand in the paragraph; of several lengths they are none
        example(
            f"（一）打好攻坚战。{_p('松溪')}加快平台腾拓。{_BODY}推进项目引落。{_BODY}深化主体转育。{_BODY}",
            _h("打好攻坚战", 1), _h("加快平台腾拓", 2), _h("推进项目引落", 2), _h("深化主体转育", 2),
        ),
        example(f"（一）打好攻坚战。{_p('松溪')}加快平台腾拓。{_BODY}推进重点项目引落。{_BODY}深化主体转育。{_BODY}", _h("打好攻坚战", 1)),
        # a dash right over the first part
        example(
            f"——聚焦引擎升级，打赢三场会战。{_BODY}\n（一）打赢工业会战。{_BODY}\n（二）打赢项目会战。{_BODY}",
            _h("聚焦引擎升级,打赢三场会战", 1), _h("打赢工业会战", 2), _h("打赢项目会战", 2),
        ),
        # a page that ends behind the first item, a line that broke inside a title
        example(f"（一）抓好培训。{_BODY}一是开展技能培训。{_BODY}", _h("抓好培训", 1), _h("开展技能培训", 2)),
        example(f"（一）抓好培训。{_BODY}一是今年以来，全区共有300人参加。{_BODY}", _h("抓好培训", 1)),
        example(
            f"一、改善居民居住条\n件。继续改造旧街旧巷。\n二、加强大气污染治\n理。{_BODY}\n三、扮靓城市客厅。{_BODY}",
            _h("改善居民居住条件", 1), _h("加强大气污染治理", 1), _h("扮靓城市客厅", 1),
        ),
        # a year behind the number of an item, its line break lost
        example(
            f"{_p('松溪')} （一）实施生态修复工程 1.2026 年云溪山区治理工程。{_BODY} 2.2026 年柳塘林带工程。{_BODY}",
            _h("实施生态修复工程", 1), _h("2026年云溪山区治理工程", 2), _h("2026年柳塘林带工程", 2),
        ),
        # cells hold items and no headings; the date in an item is no part of its number
        example(
            "序号 | 事项 | 举措 | 单位 |\n1 | 新建学校7所，新增学位600个。 | 1.4月底前云溪小学、柳塘小学主体完工，开始装修。 2.8月底前云溪小学、柳塘小学竣工交付，开始招生，配齐教师和设备。 3.学位供给:9月底前公布招生计划。 | 教育局 | 发改局、住建局、财政局，各镇（街道）、各园区管委会、国有平台公司、用电用水单位，配合做好周边道路、管网、停车场建设 |"
        ),
        example(f"1.3月底前完成清单。\n2.9月底前完成整改。\n{_BODY}"),
        # the title once more below the words of a site
        example(
            f"云溪乡镇工作考虑\n本站挑选的云溪乡镇工作考虑，希望能为您带来灵感，欢迎大家阅读。\n云溪乡镇工作考虑\n{_BODY}\n（一）推进乡村建设\n{_BODY}\n（二）加快城乡融合\n{_BODY}",
            _h("推进乡村建设", 1), _h("加快城乡融合", 1),
        ),
        # a second title behind the opening of a paragraph, as above it
        example(
            f"不断提升园区承载能力。完善干线道路。{_BODY}规范支线道路。{_BODY}\n着力改善职工居住条件。加快推进公寓建设。以园区周边地块为重点，结合企业用工需要，每年新建公寓600套以上。严格落实质量监管、现场巡查等制度，科学布局配套设施，方便职工生活。",
            _h("不断提升园区承载能力", 1), _h("完善干线道路", 2), _h("规范支线道路", 2), _h("着力改善职工居住条件", 1), _h("加快推进公寓建设", 2),
        ),
        # a call to units at the end of a page is no title
        example("二、有关要求\n（一）项目单位\n1、各项目单位要细化计划，落实专人。\n2、各前期项目要抓紧办理手续，年内开工15项以上。\n（二）责任单位\n1、各责任单位要主动靠前服务，", _h("有关要求", 1), _h("项目单位", 2), _h("责任单位", 2)),
        example("二、有关要求\n（一）强化保障\n1、做好要素服务，", _h("有关要求", 1), _h("强化保障", 2), _h("做好要素服务", 3)),
    ),
)  # fmt: skip
