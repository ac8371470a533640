"""Invented pages of sites: lists of figures, tags, notices of uploads, interviews, areas, and pages that are cut off."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_MORE = "今年以来，各片区道路、管网、厂房的建设进度快于往年，企业用工和用地得到保障，新签约的项目比去年同一时期更多也更大。"
_CUT = f"{_BODY}{_MORE}园区还将"

CORPUS = Corpus(
    "outline.site",
    read,
    (
        # figures below a line are its items
        example(
            "云溪区两会速览\n报告提出了一系列新目标，答案都在这里！\n主要预期目标\n税收收入增长5%以上\n工业投资增长12%\n新增企业900家\n六大行动\n一、制造强区行动\n新建标准厂房30万平方米\n二、科教兴区行动\n新增学位3000个",
            _h("主要预期目标", 1), _h("六大行动", 1), _h("制造强区行动", 2), _h("科教兴区行动", 2),
        ),
        # parts of the country, and what one speaks of in them
        example(f"{_MORE}\n云溪省\n{_BODY}\n机场方面：\n{_BODY}\n公路方面：\n开工建设云柳高速公路。", _h("云溪省", 1), _h("机场方面", 2), _h("公路方面", 2)),
        example(f"{_MORE}\n公交：\n云溪将试行公交一卡通\n{_BODY}\n公路：\n机场高速近期完工\n{_CUT}", _h("公交", 1), _h("云溪将试行公交一卡通", 2), _h("公路", 1), _h("机场高速近期完工", 2)),
        example(f"{_MORE}\n用心构建全域旅游格局\n{_BODY}\n云溪区旅游局\n{_BODY}", _h("用心构建全域旅游格局", 1)),
        # tags, notices, names of broadcasts
        example(f"<p> {_MORE}</p>\n<p> 湿地公园抓启动。{_BODY}</p>\n<p> 产业园区抓项目。{_MORE}</p>\n<p> 新农村抓亮点。{_BODY}</p>", _h("湿地公园抓启动", 1), _h("产业园区抓项目", 1), _h("新农村抓亮点", 1)),
        example(f"1. 1、本文档由用户上传，文库整理发布。\n2. 2、本文档内容版权归属提供方，所产生的收益全部归提供方所有。如有争议，请联系客服。\n一、抓招商\n{_BODY}", _h("抓招商", 1)),
        example(f"{_MORE}\n新闻伴读发布会\n记者：园区下一步有哪些打算？\n林昭：{_BODY}\n一是精准招商促签约。{_BODY}\n二是优化服务促投产。{_BODY}", _h("精准招商促签约", 1), _h("优化服务促投产", 1)),
        example(f"本网讯：云溪镇{_MORE}\n更大力度推动工业强镇建设。{_BODY}\n更大力度推动和美乡村建设。{_BODY}", _h("更大力度推动工业强镇建设", 1), _h("更大力度推动和美乡村建设", 1)),
        # what a site leads to the text with, and asks for in its middle
        example(f"云溪州冷链建设规划\n目标是建成冷库30座。\n全文如下\n第一章现实基础\n一、建设成效\n一是冷库规模扩大。{_BODY}\n二是运输能力提升。{_MORE}", _h("现实基础", 1), _h("建设成效", 2), _h("冷库规模扩大", 3), _h("运输能力提升", 3)),
        example(f"云溪园区工作安排\n{_MORE}{_BODY}年内淘\n隐藏内容\n此处内容需要权限查看\n• 普通会员：5积分\n• 年费会员免费\n汰老旧设备40台，盘活厂房3处。"),
        # the last item of a page that is cut off, below it what else there is to read
        example(f"一是粮油稳产行动。\n{_BODY}\n二是冷链延伸行动。\n{_MORE}支持企业添置冷藏车，改造田头仓房，引导合作社抱团经营，进一步拓宽\n推荐阅读", _h("粮油稳产行动", 1), _h("冷链延伸行动", 1)),
        # the name of a picture before a title, tags of pictures, the last of a list
        example(f"{_MORE}\nsrc=\"http://yunxi.example/a.gif\" class=\"lazy\"> 云溪新城效果图。规划先行，拉开框架\n1、柳塘路年内通车。\n2、启动溪口清淤。\n3、3栋厂房交付。\n4、建立周会商制度，做到问题不过夜。\n第二个板块讲产业，明天接着说。", _h("规划先行,拉开框架", 1)),
        # pieces of sentences that a page broke
        example(f"三、XX年下半年打算\nXX年下半年，我站将紧紧围绕县里交办的\n各项任务，倒排工期，{_BODY}\n（一）加快水库加固\n{_BODY}\n（二）推进管网延伸\n{_MORE}", _h("XX年下半年打算", 1), _h("加快水库加固", 2), _h("推进管网延伸", 2)),
        example(f"三、后六个月工作\n后六个月，全局上下要盯住县委、县政府\n和上级交办的任务，倒排工期，{_BODY}\n（一）加快道路建设\n{_BODY}\n（二）推进老旧小区改造\n{_MORE}", _h("后六个月工作", 1), _h("加快道路建设", 2), _h("推进老旧小区改造", 2)),
        example(f"{_MORE}\n我们的使命\n{_BODY}\n我们的举措\n{_BODY}", _h("我们的使命", 1), _h("我们的举措", 1)),
        # a title that goes on behind its colon, over a long text
        example(f"5.园区建设：开工厂房三座\n{_BODY}{_MORE}\n6.城乡统筹：改造片区两处，打造宜居新城\n{_BODY}{_MORE}", _h("园区建设:开工厂房三座", 1), _h("城乡统筹:改造片区两处,打造宜居新城", 1)),
        # reservoirs have their own marks
        example(f"一、抓水利\n1、加强水库建设。{_BODY}加快小（二）型水库除险加固，确保汛前完工。\n2、提升防灾能力。{_BODY}", _h("抓水利", 1), _h("加强水库建设", 2), _h("提升防灾能力", 2)),
        example(f"{_MORE}\n税收收入增长5%以上\n工业投资增长12%\n新增企业900家"),
        # bare tasks under the line that names them all; bare items under none
        example(f"{_MORE}\n重点抓好三个方面工作\n1.扎实推进产业强区\n2.扎实打造改革高地\n3.扎实办好民生实事", _h("重点抓好三个方面工作", 1), _h("扎实推进产业强区", 2), _h("扎实打造改革高地", 2), _h("扎实办好民生实事", 2)),
        example(f"{_MORE}\n今年重点工作如下：\n1.扎实推进产业强区\n2.扎实打造改革高地\n3.扎实办好民生实事"),
        # the last title of a page that is cut off
        example(f"1、项目加快推进。{_BODY}\n2、民生持续改善。{_MORE}\n2026年，主要有三方面举措：\n1、突出招商引资，强化项目推进。", _h("项目加快推进", 1), _h("民生持续改善", 1), _h("突出招商引资,强化项目推进", 1)),
        example(f"一、工作目标\n{_BODY}\n二、工作措施\n（一）强化规划指导。\n1.制定园区规划。", _h("工作目标", 1), _h("工作措施", 1), _h("强化规划指导", 2), _h("制定园区规划", 3)),
        # one title among items that are none is one of them
        example(f"{_MORE}\n1.开工建设云溪中学、溪口小学。确保职校竣工。招聘教师300名。\n2.开工建设第六水厂。\n3.解决饮水问题。\n4.新增公交车50台。新增站点30个。\n5.新开工改造住房3000套。"),
        example(f"2026年，园区将加快交通建设。{_MORE}{_BODY} （一）抓好工程建设 1、推进云溪大道建设。 2、配合做好高速公路前期工作。 3、开工建设柳溪公路。 4、完成白鹭桥修复。 （二）发展运输 5、推进客运改革，优化线网。 6、{_BODY}", _h("抓好工程建设", 1), _h("发展运输", 1)),
        # items over parts, a dash over points
        example(f"一是扎实推进产业强镇。{_BODY}\n（一）药材种植项目：{_BODY}\n（二）蔬菜大棚项目：{_BODY}\n二是全面加强党的建设。", _h("扎实推进产业强镇", 1), _h("药材种植项目", 2), _h("蔬菜大棚项目", 2), _h("全面加强党的建设", 1)),
        example(f"二、2026年目标任务\n{_MORE}\n——以深化改革为动力，增创园区新优势。{_BODY}\n1、推进园区整合提升。{_BODY}", _h("2026年目标任务", 1), _h("以深化改革为动力,增创园区新优势", 2), _h("推进园区整合提升", 3)),
        # projects that items name first
        example("2026年，全区为民办三件实事：\n一是实施扩大学位项目，新建小学2所，新增学位1400个。\n二是实施公园建设项目，建成公园5座，完成绿道20公里。\n三是实施文化惠民工程，开展演出200场次，放映电影300场次。",
                _h("实施扩大学位项目", 1), _h("实施公园建设项目", 1), _h("实施文化惠民工程", 1)),
        # tasks inside paragraphs that a title opens; short sentences in a row, or one alone, are none
        example(f"（三）聚力提升城市能级。着力打造交通枢纽。{_BODY}{_MORE}着力提升城市功能。加快柳溪水库建设。", _h("聚力提升城市能级", 1), _h("着力打造交通枢纽", 2), _h("着力提升城市功能", 2)),
        example(f"持续完善城市配套。完善城市路网。{_BODY}{_MORE}健全污水设施。{_MORE}\n持续改善住房条件。深入推进农房改善。{_MORE}{_BODY}", _h("持续完善城市配套", 1), _h("完善城市路网", 2), _h("健全污水设施", 2), _h("持续改善住房条件", 1), _h("深入推进农房改善", 2)),
        example(f"（三）加强队伍建设。{_BODY}{_MORE}强化作风建设。{_BODY}", _h("加强队伍建设", 1)),
        example(f"（三）加强队伍建设。加强党建。落实责任。{_BODY}{_MORE}", _h("加强队伍建设", 1)),
        # a motto that is explained at once, an item broken in two; clauses that are no parts
        example(f"{_MORE}\n----突出一个重点，就是突出工业发展这个重点，坚持走工业强镇道路，大力做好招商引资工作。\n一要全力开展招商引资。{_BODY}\n二要积极推进项目建设。{_MORE}", _h("突出一个重点", 1), _h("全力开展招商引资", 2), _h("积极推进项目建设", 2)),
        example(f"{_MORE}\n建议全年经济发展预期目标\n●税收增长5%以上\n●完成上级下达的节能减排\n约束性指标和环境改善要求\n重点抓好三项工作\n1.扎实推进产业强区\n2.扎实打造改革高地\n3.扎实办好民生实事", _h("建议全年经济发展预期目标", 1), _h("重点抓好三项工作", 1), _h("扎实推进产业强区", 2), _h("扎实打造改革高地", 2), _h("扎实办好民生实事", 2)),
        example("为实现目标任务，将做好以下工作：（一）推进项目建设；（二）培育骨干企业；（三）抓好平安建设。"),
        # openings in two halves, again inside their paragraph
        example(f"一是粮食安全行动。\n{_BODY}{_MORE}\n二是生猪保障行动。\n{_BODY}{_MORE}", _h("粮食安全行动", 1), _h("生猪保障行动", 1)),
        example(f"一是粮食安全。\n二是生猪保障。\n{_BODY}{_MORE}"),
        example(f"不断优化产业结构，大力发展绿色工业。{_BODY}加快推进园区建设，打造产业集聚平台。{_MORE}促进企业转型升级，做强骨干企业。鼓励企业与高校联合，加大新产品开发力度，力争一批企业提档进位。",
                _h("不断优化产业结构,大力发展绿色工业", 1), _h("加快推进园区建设,打造产业集聚平台", 1), _h("促进企业转型升级,做强骨干企业", 1)),
        example(f"不断优化产业结构，大力发展绿色工业。{_BODY}加快推进园区建设，打造产业集聚平台。{_MORE}", _h("不断优化产业结构,大力发展绿色工业", 1)),
        # fields by which the press tells of a plan; those of a plan itself
        example("近日，云溪市印发《2025年云溪市交通发展计划》（下称《计划》），明确了道路、桥梁等方面的多项年度目标。\n在道路建设方面，《计划》提出，2025年新建道路28公里，新建停车场3个，改造路口12个。\n在桥梁建设方面，新建桥梁3座，改造桥梁6座，全部年内完工投用，方便两岸群众出行。"),
        example("近日，云溪市召开会议，部署全年交通工作，要求各单位抓好落实，确保完成全年目标任务，会议由市长主持。\n在道路建设方面，2025年新建道路28公里，新建停车场3个，改造路口12个。\n在桥梁建设方面，新建桥梁3座，改造桥梁6座，全部年内完工投用，方便两岸群众出行。",
                _h("在道路建设方面", 1), _h("在桥梁建设方面", 1)),
        # a place over its fields, below a sentence that invites to read on
        example("新春已至，各市公布今年交通建设计划，小编为大家整理了部分城市的安排，快来看看都有哪些大项目吧！\n云溪市\n今年全市完成公路水路投资96亿元，其中高速公路38亿元，普通公路41亿元。\n铁路方面：\n云溪站联络线、云溪轻轨2号线年内建成；\n公路方面：\n开工建设云柳高速公路，云溪二桥年内建成通车；",
                _h("云溪市", 1), _h("铁路方面", 2), _h("公路方面", 2)),
        example(f"新春已至，各市公布今年交通建设计划，小编为大家整理了部分城市的安排，快来看看都有哪些大项目吧！\n云溪区重点项目建设计划\n{_MORE}"),
        # the name of a plan again behind a sign; names of plans that head parts
        example(f"云溪市印发云溪市道路整治2025年实施方案\n• 发布时间：2025-03-01\n• 云溪市道路整治2025年实施方案\n为完成年度整治任务，确保道路通畅，根据上级要求，结合我市实际，制定本方案，请各单位认真执行。\n一、工作目标\n{_MORE}", _h("工作目标", 1)),
        example(f"云溪区工作计划\n• 园区实施方案\n{_MORE}\n• 招商工作计划\n{_MORE}", _h("园区实施方案", 1), _h("招商工作计划", 1)),
    ),
)  # fmt: skip
