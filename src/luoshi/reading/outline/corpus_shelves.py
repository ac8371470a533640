"""Invented pages that short names part: kinds of work, places, short tasks, pieces of a collection; and what a site says of itself."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import paragraph as _p
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_MORE = "今年以来，各片区道路、管网、厂房的建设进度快于往年，企业用工和用地得到保障，新签约的项目比去年同一时期更多也更大。"

CORPUS = Corpus(
    "outline.shelves",
    read,
    (
        # kinds of work over sentences of their own
        example(
            f"{_MORE}\n民生类\n保障松溪小学按期完工。\n实施白鹭路改造。\n交通类\n推进环湖路建设。\n生态保护\n开展云溪河清淤，改善水质。",
            _h("民生类", 1), _h("交通类", 1), _h("生态保护", 1),
        ),
        example(f"{_MORE}\n教育\n新建松溪小学，扩建白鹭中学。\n医疗\n县医院新院区年内投用。\n住房\n改造老旧小区20个。", _h("教育", 1), _h("医疗", 1), _h("住房", 1)),
        example(f"{_MORE}今年将办好这些实事：\n出行更畅\n松溪路、白鹭路大修完工。\n住得更好\n柳塘花园加装电梯30台。\n环境更美\n建成口袋公园5座。", _h("出行更畅", 1), _h("住得更好", 1), _h("环境更美", 1)),
        example(f"{_MORE}\n交通项目\n松溪路改造工程；\n白鹭大桥工程；\n水利项目\n柳塘水库除险加固工程；\n市政项目\n城南污水厂扩建工程；", _h("交通项目", 1), _h("水利项目", 1), _h("市政项目", 1)),
        example(f"{_MORE}\n产业篇\n新建标准厂房，年内交付使用。\n民生篇\n改造柳塘路，打通断头路。", _h("产业篇", 1), _h("民生篇", 1)),
        example(f"{_MORE}\n交通\n·新建柳塘路\n·改造白鹭桥\n教育\n·新建松溪小学\n·扩建白鹭中学", _h("交通", 1), _h("教育", 1)),
        example(f"{_MORE}\n交通工程\n1.新建柳塘路。\n2.改造白鹭桥。\n教育工程\n3.新建松溪小学。\n4.扩建白鹭中学。\n医疗工程\n5.迁建县医院。", _h("交通工程", 1), _h("教育工程", 1), _h("医疗工程", 1)),
        example(f"{_MORE}\n▍产业发展\n{_BODY}\n▍城市建设\n{_p('松溪')}\n▍民生福祉\n{_p('白鹭')}", _h("产业发展", 1), _h("城市建设", 1), _h("民生福祉", 1)),
        example(f"{_MORE}\n关键词①：产业升级\n{_BODY}\n关键词②：城市更新\n{_p('松溪')}", _h("产业升级", 1), _h("城市更新", 1)),
        # neither the broken lines of a column, nor the cells of a table, nor what stands under pictures
        example(f"{_MORE}\n推进柳塘片区改造和白鹭\n公园建设。\n保障松溪小学按期\n完工。\n启动柳塘桥\n加固。"),
        example("序号\n指标\n工作任务\n责任单位\n1\n公共文化\n图书馆免费开放，接待人次增长12%。\n12月底前\n2\n全年送戏下乡不少于80场。\n3\n文化产业\n培育规模以上文化企业2家。\n4\n旅游\n接待游客300万人次。"),
        example(f"{_MORE}\n图为白鹭园区一角\n推进厂房建设，年内交付使用。\n林昭 摄\n改造柳塘路，打通断头路。\n园区航拍\n推进医院迁建，完成主体封顶。"),
        # places over the headlines of their reports, on one line or two
        example(
            f"{_MORE}\n松溪\n拓展“两岸三区”\n做靓城市客厅\n2021年目标：地区生产总值增长6.5%，固定资产投资增长9%左右。\n{_BODY}\n白鹭\n开工一批制造业项目\n共建环湖创新带\n{_p('白鹭')}",
            _h("松溪", 1), _h("拓展“两岸三区”做靓城市客厅", 2), _h("白鹭", 1), _h("开工一批制造业项目共建环湖创新带", 2),
        ),
        example(f"{_MORE}\n松溪县\n建设智造之城\n{_BODY}\n白鹭区\n打造滨水新城\n{_p('白鹭')}", _h("松溪县", 1), _h("建设智造之城", 2), _h("白鹭区", 1), _h("打造滨水新城", 2)),
        # short tasks over sentences that say how; pieces of work are none
        example(
            f"（一）做强产业\n{_BODY}\n着力发展数字经济。\n引入上下游项目，推动云溪数字港年内开园。\n合力引育科技人才。\n借助校企平台，引进团队5个。\n加快盘活闲置楼宇。\n改造白鹭大厦，淘汰低端业态。",
            _h("做强产业", 1), _h("着力发展数字经济", 2), _h("合力引育科技人才", 2), _h("加快盘活闲置楼宇", 2),
        ),
        example("（一）项目建设\n加快推进云溪中学建设。\n新建柳塘路，长3公里，改善出行条件。\n加快推进白鹭水厂扩建。\n新建松溪路，长2公里，方便两岸群众。", _h("项目建设", 1)),
        example(f"（一）企业服务\n{_BODY}\n加强企业走访。\n优化用工服务。\n落实惠企政策，兑现奖补资金。", _h("企业服务", 1)),
        example(f"{_MORE}\n项目建设再提速。\n{_BODY}\n城市品质再提升。\n{_p('白鹭')}", _h("项目建设再提速", 1), _h("城市品质再提升", 1)),
        # the pieces of a collection, and what stands under them
        example(
            f"产业园年度工作计划优选6篇\n【写作参考】好的计划是成功的一半，下面是小编整理的材料，供您参考！\n产业园年度工作计划【第一篇】\n{_MORE}\n年工作重点：\n（一）加快规划报批。{_BODY}\n（二）加快基础建设。{_p('松溪')}",
            _h("产业园年度工作计划【第一篇】", 1), _h("年工作重点", 2), _h("加快规划报批", 3), _h("加快基础建设", 3),
        ),
        example(f"镇年度工作计划3篇\n镇年度工作计划 篇1\n{_MORE}\n一、抓好项目\n{_BODY}\n镇年度工作计划 篇2\n{_p('松溪')}\n一、总体思路\n{_p('白鹭')}",
                _h("镇年度工作计划 篇1", 1), _h("抓好项目", 2), _h("镇年度工作计划 篇2", 1), _h("总体思路", 2)),
        # places before a colon, signs around a name, names of parts of a plan
        example(
            f"{_MORE}\n白鹭镇：做强产业链\n新建标准厂房，年内交付使用。\n松溪镇：提升服务链\n改造柳塘路，打通断头路。\n柳塘街道：做实创新链\n推进孵化器扩容，引进团队。",
            _h("白鹭镇:做强产业链", 1), _h("松溪镇:提升服务链", 1), _h("柳塘街道:做实创新链", 1),
        ),
        example(f"{_MORE}\n责任单位：住建局\n完成时限：12月底\n改造柳塘路，打通断头路。\n责任单位：教育局\n完成时限：10月底\n新建松溪小学，年内交付使用。"),
        example(f"{_MORE}\n★ 交通出行 ★\n{_BODY}\n★ 教育医疗 ★\n{_p('白鹭')}", _h("交通出行", 1), _h("教育医疗", 1)),
        example(f"{_MORE}\n工作目标\n{_BODY}\n工作任务\n{_p('松溪')}\n组织领导\n{_p('白鹭')}", _h("工作目标", 1), _h("工作任务", 1), _h("组织领导", 1)),
        # kinds under the name of a part, short names over a count of parts
        example(
            f"{_MORE}\n主要目标\n{_BODY}\n重点任务\n工业\n新建标准厂房，年内交付使用。\n农业\n改造灌区渠道，扩大蔬菜基地。\n旅游\n推进古镇二期开街，引进民宿。\n保障措施\n{_p('松溪')}",
            _h("主要目标", 1), _h("重点任务", 1), _h("工业", 2), _h("农业", 2), _h("旅游", 2), _h("保障措施", 1),
        ),
        example(f"{_MORE}\n松溪镇\n一、做强产业\n{_BODY}\n白鹭镇\n一、改善民生\n{_p('白鹭')}", _h("松溪镇", 1), _h("做强产业", 2), _h("白鹭镇", 1), _h("改善民生", 2)),
        # a table of contents whose text begins at once; a page that ends with who answers
        example(f"云溪区工作要点\n目录\n一、抓项目\n二、抓招商\n一、抓项目\n{_BODY}\n二、抓招商\n{_p('松溪')}", _h("抓项目", 1), _h("抓招商", 1)),
        example(
            "一、重点任务\n（一）加快产业集聚\n1.推进松溪产业园二期建设，确保白鹭项目10月底前投产\n责任单位：经信局\n（二）提升城市品质\n2.建成云溪绿道二期，启动白鹭片区改造\n责任单位：住建局",
            _h("重点任务", 1), _h("加快产业集聚", 2), _h("提升城市品质", 2),
        ),
        # a headline over the report of a newspaper
        example(f"2026-03-09 10:21 来源：云溪网，欢迎访问，更多消息请看首页要闻栏目，投稿请发邮件\n白鹭园区再添新动能\n新华社云溪3月9日电 {_MORE}"),
        example(f"2026-03-09 10:21 来源：云溪网，欢迎访问，更多消息请看首页要闻栏目，投稿请发邮件\n云溪近百个项目补齐短板\n云溪网-云溪日报3月9日讯(通讯员 高远) {_MORE}"),
        # what a site says of a page, behind signs or numbers
        example(f"云溪高新区推进园区建设\n• 信息来源：党政办\n• 浏览：1846\n• 日期：2022-04-13\n规划编制聚力“高起点”。{_BODY}\n项目推进聚力“快节奏”。{_p('松溪')}\n要素保障聚力“精准度”。{_p('白鹭')}",
                _h("规划编制聚力“高起点”", 1), _h("项目推进聚力“快节奏”", 1), _h("要素保障聚力“精准度”", 1)),
        example(f"云溪高新区工作要点\n1. 时间：2022-04-13\n2. 来源：管委会\n{_MORE}\n一、抓招商\n{_BODY}", _h("抓招商", 1)),
        # works of a table, counted in their cells
        example(
            "2021年松溪县民生实事进展情况表\n项目名称 | 工作任务 | 完成时间 | 牵头单位 |\n1.城区治堵项目 | 打通白鹭路、柳塘路2条断头路； | 10月 | 住建局 |\n新建停车场5处； | 12月 | 住建局 | |\n"
            "2.农村饮水项目 | 新建水站18座。 | 11月底 | 水利局 |\n3.医疗提升项目 | 县医院感染楼结顶。 | 9月底 | 卫健局 |",
            _h("城区治堵项目", 1), _h("农村饮水项目", 1), _h("医疗提升项目", 1),
        ),
    ),
)  # fmt: skip
