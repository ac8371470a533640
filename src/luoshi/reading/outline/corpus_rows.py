"""Invented titles over lists, items behind signs, run-ins in three clauses, and sentences that a page broke."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_MORE = "今年以来，各片区道路、管网、厂房的建设进度快于往年，企业用工和用地得到保障，新签约的项目比去年同一时期更多也更大。"
_LONG = "完善道路管网和公交场站，改造老旧厂房和闲置楼宇，引导社会资本参与运营，让更多群众在家门口就业增收"

CORPUS = Corpus(
    "outline.rows",
    read,
    (
        # items behind a sign, alone on their lines under a part; a part whose blank was lost
        example(
            f"{_MORE}\n一 建强招商队伍\n●一是优化招商网络\n●二是做实项目库\n●三是服务环境再提升\n二打造绿色园区\n●一是推广清洁能源\n●二是完善排水管网\n●三是领跑节能改造\n",
            _h("建强招商队伍", 1), _h("优化招商网络", 2), _h("做实项目库", 2), _h("服务环境再提升", 2),
            _h("打造绿色园区", 1), _h("推广清洁能源", 2), _h("完善排水管网", 2), _h("领跑节能改造", 2),
        ),
        example(f"{_MORE}\n一 建强招商队伍\n一是优化招商网络\n二是做实项目库\n三是提升接待能力\n", _h("建强招商队伍", 1), _h("优化招商网络", 2), _h("做实项目库", 2), _h("提升接待能力", 2)),
        example(f"{_MORE}\n一 建强招商队伍\n●一是优化招商网络，新设联络点3个；\n●二是做实项目库；\n●三是提升接待能力。\n", _h("建强招商队伍", 1)),
        example(f"{_MORE}\n一 建强招商队伍\n●对外要跑部门\n●对内要做服务\n●政策要给支持\n", _h("建强招商队伍", 1)),
        # run-ins in two halves before the last
        example(
            f"{_MORE}\n贴心服务、助企纾困，在稳定增长上挑大梁。{_BODY}\n攻坚克难、你追我赶，在园区建设中当先锋。{_BODY}",
            _h("贴心服务、助企纾困,在稳定增长上挑大梁", 1), _h("攻坚克难、你追我赶,在园区建设中当先锋", 1),
        ),
        example(f"{_MORE}\n老旧厂房、闲置楼宇，在片区更新中陆续拆除。{_BODY}\n白鹭公园、溪口码头，在去年汛期中受损。{_BODY}"),
        # a task at the head of one long sentence of tasks
        example(
            f"一、重点工作\n（一）加快发展乡村产业，实施农田改造工程，推进仓储设施建设，{_LONG}。\n（二）做好文旅融合，提升景区设施，积极推进民宿集聚区建设，",
            _h("重点工作", 1), _h("加快发展乡村产业", 2), _h("做好文旅融合", 2),
        ),
        example(f"一、重点工作\n（一）按照区里统一部署，实施农田改造工程，推进仓储设施建设，{_LONG}。\n（二）做好文旅融合。{_BODY}", _h("重点工作", 1), _h("做好文旅融合", 2)),
        # titles over lists whose numbers stand alone
        example(f"{_MORE}\n五大工程\n1\n实施云溪河治理工程，改善两岸环境；\n2\n实施柳塘路改造工程，方便群众出行；\n3\n实施溪口公园提升工程，建设美丽园区。", _h("五大工程", 1)),
        example(f"{_MORE}\n实事项目\n（加*的为市级项目）\n01\n完成9台电梯加装\n*为3个小区增设充电桩\n02\n新增就业900人\n03\n开展文艺下乡工程\n配送演出不少于20场次\n图书不少于300册\n04\n改造6个老年活动室", _h("实事项目", 1)),
        example(f"{_MORE}\n附件1\n序号\n年度任务\n责任单位\n1\n云溪河治理\n建设局\n2\n柳塘路改造\n交通局"),
        # a call for several tasks of one name, over a byline
        example(
            f"争先进位 奋力赶超\n云溪高新区推进会发言汇编\n实施“三大倍增行动”\n溪口镇党委书记 林昭\n{_MORE}\n实施产业倍增行动，培育发展新动能。{_BODY}\n实施主体倍增行动，增添市场新活力。{_BODY}\n",
            _h("实施“三大倍增行动”", 1), _h("实施产业倍增行动,培育发展新动能", 2), _h("实施主体倍增行动,增添市场新活力", 2),
        ),
        example(f"争先进位 奋力赶超\n实施“三大倍增行动”\n溪口镇党委书记 林昭\n{_MORE}"),
        # sentences that the lines of a page broke, and pictures
        example(f"一、园区提质\n“ ‘ ’”“区委全会提出要做强 数字 园区，以平台\n+”“ ”云溪智谷为引领，大力开展 智改 行动，不断提升竞\n“争力。{_BODY}", _h("园区提质", 1)),
        example(f"三、下半年工作计划\n下半年，我局将继续按市委、市政府\n及上级部门的部署，{_BODY}\n（一）改造管网。{_BODY}", _h("下半年工作计划", 1), _h("改造管网", 2)),
        example(f"{_MORE}\n图片7.jpg\n{_BODY}"),
        # how it is done and the task, in company
        example(
            f"{_MORE}\n专班推进，打通用地审批堵点。{_BODY}\n网格包联，做细企业走访服务。{_BODY}\n一线调度，推进项目快建快投。{_BODY}",
            _h("专班推进,打通用地审批堵点", 1), _h("网格包联,做细企业走访服务", 1), _h("一线调度,推进项目快建快投", 1),
        ),
        example(f"{_MORE}\n新年伊始，项目建设捷报频传。{_BODY}\n春节过后，招商队伍陆续出发。{_BODY}\n天气转暖，工地施工全面恢复。{_BODY}"),
        # tasks called for in a few words, in one paragraph whose longer sentences carry them out
        example(
            "商务局将逐条分解年度任务，挂图作战。推进电商进村全覆盖。依托供销网点布设服务站，组织培训，带动返乡青年就业创业。抓实6条链条工作。支持外贸企业参加境外展会，"
            "落实出口信保补贴，新增备案企业20家。争创省级外贸基地。深入实施“出海行动”。举办购物节、美食节等活动，发放消费券500万元，改造步行街一条。",
            _h("推进电商进村全覆盖", 1), _h("抓实6条链条工作", 1), _h("深入实施“出海行动”", 1),
        ),
        example(
            "去年全镇经济平稳，各项指标好于预期。完成投资3亿元，增长9%。推动柳塘水厂竣工投产。新增供水能力2万吨，惠及群众三万人，水质稳定达标。完善农村公路网络。"
            "实施云溪大道改造，农村公路硬化60公里，方便群众出行。巩固脱贫攻坚成果。落实帮扶资金500万元，发展产业项目，群众增收。"
        ),
        example(f"商务局工作动态。推进电商进村。扩大对外贸易。优化消费环境。举办购物节、美食节等活动，发放消费券500万元。会议召开。落实责任。{_BODY}"),
    ),
)  # fmt: skip
