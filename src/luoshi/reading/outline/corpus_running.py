"""Invented titles without numbers that run on in the text or stand in tables, and sentences that only look like them."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_HEAD = "序号 | 实事项目 | 工作内容及进度 | 牵头单位 |"

CORPUS = Corpus(
    "outline.running",
    read,
    (
        # tasks in two halves that run on, those right behind another under it; fewer are sentences
        example(
            f"开春以来，园区保持争先的姿态。聚力招商攻坚，蓄足发展动能。{_BODY}完善功能配套，提升承载能力。补足欠账，建强“硬设施”。{_BODY}优化服务，做优“软实力”。{_BODY}",
            _h("聚力招商攻坚,蓄足发展动能", 1), _h("完善功能配套,提升承载能力", 1), _h("补足欠账,建强“硬设施”", 2), _h("优化服务,做优“软实力”", 2),
        ),
        example(f"开春以来，园区保持争先的姿态。{_BODY}强化统筹协调，压实工作责任。{_BODY}完善督查机制，提升工作效能。"),
        # how far something shall have come, in lines and in one
        example(
            f"二、发展目标\n到2028年，主导产业体系更加完善。产业规模更大。到2028年，{_BODY}质量效益更优。到2028年，{_BODY}创新能力更强。到2028年，{_BODY}",
            _h("发展目标", 1), _h("产业规模更大", 2), _h("质量效益更优", 2), _h("创新能力更强", 2),
        ),
        # a part named with its year, with a colon behind it or without its year's number
        example(f"镇政府工作报告\n2026年主要工作\n全镇发展的预期目标是：税收增长9%。\n一、抓招商\n{_BODY}\n二、抓项目\n{_BODY}", _h("2026年主要工作", 1), _h("抓招商", 2), _h("抓项目", 2)),
        example(f"工业园区2026年工作计划\n力争三年实现园区规模扩大。\n年工作重点：\n（一）抓招商。{_BODY}\n（二）抓项目。{_BODY}", _h("年工作重点", 1), _h("抓招商", 2), _h("抓项目", 2)),
        # fields and times that open paragraphs
        example(f"招商方面，{_BODY}\n城建方面，{_BODY}\n文旅方面，{_BODY}", _h("招商方面", 1), _h("城建方面", 1), _h("文旅方面", 1)),
        example(f"一、上半年情况\n交通建设方面，{_BODY}\n教育、卫生方面，{_BODY}", _h("上半年情况", 1), _h("交通建设方面", 2), _h("教育、卫生方面", 2)),
        example(f"一方面，{_BODY}\n另一方面，{_BODY}"),
        example(f"招商方面，{_BODY}"),
        example(f"抓好项目开工。{_BODY}\n招商方面，{_BODY}\n抓好企业服务。{_BODY}", _h("抓好项目开工", 1), _h("抓好企业服务", 1)),
        example("上半年：完成厂房主体，签约项目9个。\n下半年：设备进场，招聘工人300人。", _h("上半年", 1), _h("下半年", 1)),
        example("4月底前：两个项目完成摘牌，场地平整。\n9月15日前：厂房封顶，设备进场，管线入地。", _h("4月底前", 1), _h("9月15日前", 1)),
        example(
            f"一、主攻项目\n1.3月底前：云溪厂房、柳塘水厂完成摘牌。\n2.7月底前：白鹭桥通车，管网入地。\n二、工作要求\n{_BODY}",
            _h("主攻项目", 1), _h("3月底前", 2), _h("7月底前", 2), _h("工作要求", 1),
        ),
        example("1.3月底前完成摘牌。\n2.7月底前通车。"),
        example(f"一季度：签约9个。\n{_BODY}"),
        example(f"工业：新增规上企业12家，{_BODY}\n城建：{_BODY}\n民生：新增学位900个，{_BODY}", _h("工业", 1), _h("城建", 1), _h("民生", 1)),
        example(f"工业产值：全年64亿元，增长9%，{_BODY}\n工业投资：46亿元，增长12%，{_BODY}"),
        example(f"1—3月 动员部署阶段。{_BODY}\n4—10月 集中攻坚阶段。{_BODY}", _h("动员部署阶段", 1), _h("集中攻坚阶段", 1)),
        example(f"任务1：扩大招商。{_BODY}\n任务2：加快开工。{_BODY}", _h("扩大招商", 1), _h("加快开工", 1)),
        example(f"在建项目（2个）：\n1.云溪大道。{_BODY}\n2.白鹭桥。{_BODY}\n拟建项目（1个）：\n3.柳塘水厂。{_BODY}",
                _h("在建项目(2个)", 1), _h("云溪大道", 2), _h("白鹭桥", 2), _h("拟建项目(1个)", 1), _h("柳塘水厂", 2)),
        # titles that break off, lead to a blank or to who answers, or are counted otherwise
        example(f"一、聚焦主导产业，在提升园区能级上\n实现新突破\n{_BODY}\n二、聚焦项目建设，在扩大投资上\n取得新成效\n{_BODY}",
                _h("聚焦主导产业,在提升园区能级上实现新突破", 1), _h("聚焦项目建设,在扩大投资上取得新成效", 1)),
        example(f"一、扩大招商\n（一）建强队伍\n{_BODY}\n（二）完善机制\n{_BODY}", _h("扩大招商", 1), _h("建强队伍", 2), _h("完善机制", 2)),
        example("1.云溪大道 总投资3亿元，年内完成路基。\n2.柳塘水厂 日供水2万吨、投资9000万元，6月开工。", _h("云溪大道", 1), _h("柳塘水厂", 1)),
        example("1.云溪大道、柳塘路 年底通车。\n2.新建厂房2万平方米 年底竣工，招商同步。"),
        example(f"一、扩大招商（分管领导：林昭；责任单位：招商局）\n{_BODY}\n二、加快开工（包联领导：高远；责任单位：发改局）\n{_BODY}", _h("扩大招商", 1), _h("加快开工", 1)),
        example(f"01扩大招商\n{_BODY}\n02加快开工\n{_BODY}", _h("扩大招商", 1), _h("加快开工", 1)),
        example("05后创业者9人\n08年以来的项目"),
        example(f"重点一：扩大招商。{_BODY}\n重点二：加快开工。{_BODY}", _h("扩大招商", 1), _h("加快开工", 1)),
        example(f"会议强调：一要抓招商。{_BODY}二要抓开工。{_BODY}三要抓服务。{_BODY}", _h("抓招商", 1), _h("抓开工", 1), _h("抓服务", 1)),
        example(f"【目标】{_BODY}【任务】{_BODY}【保障】{_BODY}", _h("目标", 1), _h("任务", 1), _h("保障", 1)),
        example(f"目标：{_BODY}\n举措：新签约项目9个，{_BODY}", _h("目标", 1), _h("举措", 1)),
        example(f"{_BODY}【打印】【关闭】 云溪高新区管委会主办，未经许可不得转载。"),
        example(f"一、扩大招商\n1.1. 建强队伍\n{_BODY}\n1.2. 完善机制\n{_BODY}", _h("扩大招商", 1), _h("建强队伍", 2), _h("完善机制", 2)),
        # openings that have their verb in common
        example(f"稳企业增动能。{_BODY}\n稳就业惠民生。{_BODY}\n稳投资添后劲。{_BODY}", _h("稳企业增动能", 1), _h("稳就业惠民生", 1), _h("稳投资添后劲", 1)),
        example(f"抓工业做强“大块头”。{_BODY}\n抓城建补短板。{_BODY}\n抓服务促开放。{_BODY}", _h("抓工业做强“大块头”", 1), _h("抓城建补短板", 1), _h("抓服务促开放", 1)),
        example(f"园区企业座谈会召开。{_BODY}\n企业代表分别发言。{_BODY}\n区长作总结讲话。{_BODY}"),
        # short tasks in one paragraph
        example(
            f"会议强调，要抓开工。{_BODY}要抓服务。{_BODY}要抓安全。{_BODY}",
            _h("要抓开工", 1), _h("要抓服务", 1), _h("要抓安全", 1),
        ),
        example(
            f"今年要打好三场硬仗。打好招商硬仗。{_BODY}打好项目硬仗。{_BODY}打好环保硬仗。{_BODY}",
            _h("打好招商硬仗", 1), _h("打好项目硬仗", 1), _h("打好环保硬仗", 1),
        ),
        example(
            f"二、重点工作\n今年重点下好三步棋。抓产业。{_BODY}抓配套。{_BODY}抓作风。{_BODY}",
            _h("重点工作", 1), _h("抓产业", 2), _h("抓配套", 2), _h("抓作风", 2),
        ),
        example(f"今年园区继续扩大开放。推进云溪大桥建设。推进柳塘大道改造。推进白鹭水厂扩容。{_BODY}{_BODY}"),
        example(f"会议要求，要抓招商。{_BODY}要完善配套设施，提升园区形象。{_BODY}"),
        example(
            f"今年重点抓好以下工作。招商方面，{_BODY}城建方面，{_BODY}文旅方面，{_BODY}",
            _h("招商方面", 1), _h("城建方面", 1), _h("文旅方面", 1),
        ),
        example(f"招商方面，新签约项目9个。城建方面，新建道路6公里。{_BODY}"),
        example(
            f"报告提出了今年的任务。强产业，在壮大集群上发力。{_BODY}美城市，在提升品质上发力。{_BODY}优服务，在改善环境上发力。{_BODY}",
            _h("强产业,在壮大集群上发力", 1), _h("美城市,在提升品质上发力", 1), _h("优服务,在改善环境上发力", 1),
        ),
        # short closed lines that each stand over a text
        example(f"突出招商引资。\n{_BODY}\n突出项目建设。\n{_BODY}", _h("突出招商引资", 1), _h("突出项目建设", 1)),
        example(f"今年重点抓好以下工作。 突出招商引资。 {_BODY} 突出项目建设。 {_BODY}", _h("突出招商引资", 1), _h("突出项目建设", 1)),
        example("推进云溪大桥建设。\n推进柳塘大道改造。\n推进白鹭水厂扩容。"),
        # the names of fields in a paragraph
        example(
            f"（二）提升产业。林业：新造油茶林2万亩，{_BODY}渔业：改造鱼塘600亩，{_BODY}\n（三）完善配套。{_BODY}",
            _h("提升产业", 1), _h("林业", 2), _h("渔业", 2), _h("完善配套", 1),
        ),
        example(
            f"工业：新建厂房2万平方米，{_BODY}农业：新造油茶林2万亩，{_BODY}文旅：办好三场节会，{_BODY}",
            _h("工业", 1), _h("农业", 1), _h("文旅", 1),
        ),
        example(f"（二）完成指标。工业产值：64亿元。固定资产投资：46亿元。税收收入：9亿元。完成情况按月通报，按季考核，年终兑现奖惩，纳入年度目标考核。\n（三）完善配套。{_BODY}", _h("完成指标", 1), _h("完善配套", 1)),
        example(f"（二）新建学校。牵头单位：云溪区教育局，各镇街配合推进。责任单位：云溪区住建局，柳塘街道办事处。完成时限：今年年底之前全部完成。{_BODY}\n（三）完善配套。{_BODY}", _h("新建学校", 1), _h("完善配套", 1)),
        # labels over one list that counts through; the size of a work in its name
        example(
            f"在建项目\n1.云溪年产6万吨涂料项目。{_BODY}\n2.柳塘电子厂房项目。{_BODY}\n拟建项目\n3.白鹭物流园。{_BODY}\n4.石渡码头。{_BODY}\n储备项目\n5.云台水厂。{_BODY}",
            _h("在建项目", 1), _h("云溪年产6万吨涂料项目", 2), _h("柳塘电子厂房项目", 2), _h("拟建项目", 1), _h("白鹭物流园", 2), _h("石渡码头", 2), _h("储备项目", 1), _h("云台水厂", 2),
        ),
        example(
            f"二、重点项目\n产业项目\n1.云溪厂房。{_BODY}\n2.柳塘水厂。{_BODY}\n基础设施项目\n3.白鹭桥。{_BODY}\n三、工作要求\n{_BODY}",
            _h("重点项目", 1), _h("产业项目", 2), _h("云溪厂房", 3), _h("柳塘水厂", 3), _h("基础设施项目", 2), _h("白鹭桥", 3), _h("工作要求", 1),
        ),
        example("1.年内建成6万吨仓库。\n2.年内建成3万吨冷库。\n3.年内建成码头2座。"),
        # a column so narrow that it cuts sentences
        example("1\n完成土地收储700亩，供应用地30\n0亩以上，完成柳塘、白鹭两村征\n收签约，腾空率100%。\n林昭\n住建局\n12月"),
        # works for the people in a table, and tables of others
        example(
            f"云溪区民生实事分解表\n{_HEAD}\n1 | 新建幼儿园 | 新建幼儿园4所，新增学位900个。 | 教育局 |\n2 | 改造背街小巷 | 改造小巷30条，年底前完工。 | 住建局 |\n3 | 增设公交线路 | 开通公交4条，9月运营。 | 交通局 |",
            _h("新建幼儿园", 1), _h("改造背街小巷", 1), _h("增设公交线路", 1),
        ),
        example(f"云溪区民生实事分解表\n{_HEAD}\n1 | 新建幼儿园4所，新增学位900个 | 8月竣工 | 教育局 |\n2 | 改造小巷30条，铺设管网 | 年底完工 | 住建局 |\n3 | 开通公交4条 | 9月运营 | 交通局 |"),
        example("云溪区重点项目表\n序号 | 项目名称 | 建设内容 | 责任单位 |\n1 | 云溪厂房 | 新建厂房2万平方米 | 住建局 |\n2 | 柳塘水厂 | 日供水3万吨 | 水利局 |\n3 | 白鹭桥 | 全长300米 | 交通局 |"),
    ),
)  # fmt: skip
