"""Invented heads, titles, labels, captions and signatures: lines of their own that head a part, and those that do not."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_SPEECH = "云溪区政府工作报告\n——2026年1月12日在云溪区第六届人民代表大会第五次会议上\n区长 林昭\n各位代表：\n现在，我向大会报告工作，请予审议。\n"
_LETTER = "各镇街，区直各单位：\n《云溪区招商引资行动方案》已经区政府同意，现印发给你们，请认真组织实施。\n云溪区人民政府办公室\n2026年1月8日\n"

CORPUS = Corpus(
    "outline.lines",
    read,
    (
        # parts of a report, below the address
        example(f"{_SPEECH}2025年工作回顾\n{_BODY}\n2026年工作安排\n{_BODY}", _h("2025年工作回顾", 1), _h("2026年工作安排", 1)),
        example(f"{_SPEECH}过去五年工作回顾\n{_BODY}\n今后五年目标任务\n{_BODY}", _h("过去五年工作回顾", 1), _h("今后五年目标任务", 1)),
        example(
            f"{_SPEECH}2025年工作回顾\n{_BODY}\n产业集群加快成形\n{_BODY}\n城乡面貌持续改善\n{_BODY}\n2026年工作安排\n{_BODY}",
            _h("2025年工作回顾", 1), _h("产业集群加快成形", 2), _h("城乡面貌持续改善", 2), _h("2026年工作安排", 1),
        ),
        example(
            f"{_SPEECH}一、2025年工作回顾\n{_BODY}\n产业集群加快成形\n{_BODY}\n二、2026年工作安排\n{_BODY}",
            _h("2025年工作回顾", 1), _h("产业集群加快成形", 2), _h("2026年工作安排", 1),
        ),
        # the name of a part right below the title
        example(f"云溪高新区2026年招商要点\n总体要求\n{_BODY}\n重点任务\n{_BODY}", _h("总体要求", 1), _h("重点任务", 1)),
        example(f"云溪高新区2026年招商要点\n工作目标\n一、总量目标\n{_BODY}\n二、质量目标\n{_BODY}", _h("工作目标", 1), _h("总量目标", 2), _h("质量目标", 2)),
        # titles, in one line or two, once or more often
        example(f"云溪高新区2026年工作要点\n云溪高新区2026年工作要点\n{_BODY}\n一、抓招商\n{_BODY}", _h("抓招商", 1)),
        example(f"坚持项目为王 推动园区提质\n云溪高新区党工委书记 高远\n{_BODY}{_BODY}\n一、抓招商\n{_BODY}", _h("抓招商", 1)),
        example(f"{_LETTER}云溪区深化产业协作\n加快招商引资行动方案\n{_BODY}\n一、总体要求\n{_BODY}", _h("总体要求", 1)),
        example(f"{_LETTER}（此件公开发布）\n云溪区招商引资行动方案（2026—2028年）\n{_BODY}\n一、总体要求\n{_BODY}", _h("总体要求", 1)),
        example(f"{_LETTER}附件\n云溪区2026年重点任务清单\n一、抓招商\n{_BODY}\n二、抓项目\n{_BODY}", _h("抓招商", 1), _h("抓项目", 1)),
        example(f"现将工作方案印发给你们，请结合实际落实。{_BODY}\n云溪区防汛工作方案\n一、总体要求\n{_BODY}", _h("总体要求", 1)),
        example(f"{_BODY}{_BODY}\n溪口镇人民政府2026年工作计划\n一、抓产业\n{_BODY}", _h("抓产业", 1)),
        example(f"在云溪科技大会上的发言提纲\n导语：在云溪科技大会上的发言提纲由会务组整理，仅供内部参考，请勿外传，更多材料请向会务组索取，联系方式见附页。\n在云溪科技大会上的发言提纲\n{_BODY}\n一、提高认识\n{_BODY}", _h("提高认识", 1)),
        # a line that opens in the middle of a text
        example(
            f"{_BODY}{_BODY}\n简化审批流程\n{_BODY}\n压缩办理时限\n{_BODY}", _h("简化审批流程", 1), _h("压缩办理时限", 1)
        ),
        example(f"{_BODY}{_BODY}\n白鹭新城 拔节生长\n{_BODY}", _h("白鹭新城 拔节生长", 1)),
        example(f"{_BODY}{_BODY}\n力争全年规上工业增加值增长9%\n{_BODY}", _h("力争全年规上工业增加值增长9%", 1)),
        # a number alone above it, items below it
        example("云溪区民生实事公布\n01\n出行更顺心\n▶新增车位700个。\n▶维修街巷。\n02\n居住更舒心\n▶改造小区18个。", _h("出行更顺心", 1), _h("居住更舒心", 1)),
        example("云溪两会速览\n■ 去年成绩单\n●税收9.4亿元\n■ 今年主要目标\n●税收增长7%", _h("去年成绩单", 1), _h("今年主要目标", 1)),
        # labels
        example(f"溪口镇：\n做强特色农业。{_BODY}\n做优乡村旅游。{_BODY}\n柳塘镇：\n做大工业园区。{_BODY}\n做实城镇配套。{_BODY}",
                _h("溪口镇", 1), _h("做强特色农业", 2), _h("做优乡村旅游", 2), _h("柳塘镇", 1), _h("做大工业园区", 2), _h("做实城镇配套", 2)),
        example(f"{_BODY}{_BODY}\n产业政策：\n安排专项资金3亿元。\n人才政策：\n发放补贴2000万元。", _h("产业政策", 1), _h("人才政策", 1)),
        # a bracketed title at the head of a paragraph
        example(f"【园区道路建设】2026年，{_BODY}\n【园区管网改造】2026年，{_BODY}", _h("园区道路建设", 1), _h("园区管网改造", 1)),
        # responsibility after a title
        example(f"一、抓招商【责任单位：招商局】\n{_BODY}\n二、抓项目〔牵头单位：经发局〕\n{_BODY}", _h("抓招商", 1), _h("抓项目", 1)),
        example(f"（一）抓招商（招商局牵头）\n{_BODY}\n（二）抓项目（经发局、规建局负责）\n{_BODY}", _h("抓招商", 1), _h("抓项目", 1)),
        # not headings
        example(f"坚持项目为王 推动园区提质\n——访云溪高新区管委会主任高远\n{_BODY}"),
        example(f"云溪高新区召开项目推进会\n云溪日报记者 林昭\n{_BODY}{_BODY}"),
        example(f"{_BODY}\n会议强调\n要始终牢记发展是第一要务，锚定全年目标任务，集中精力抓经济，确保实现首季开门红，为全年打下基础。"),
        example(f"{_BODY}\n责任编辑 林昭\n{_BODY}"),
        example(f"{_BODY}\n扫码关注云溪发布\n{_BODY}"),
        example(f"{_BODY}\n云溪高新区管理委员会\n2026年1月8日"),
        example(f"{_BODY}\n图1 园区规划示意\n{_BODY}"),
        example(f"书名：\n一级目：城乡建设\n二级目：道路\n{_BODY}"),
        example(f"高远提出了以下三项举措：\n{_BODY}"),
        example(f"已经投用9项：\n{_BODY}"),
        example(f"组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况，确保签约项目早开工、\n早投产见效\n{_BODY}"),
        example("■ 科创类项目31项，备选4项，重点支持新兴产业\n■ 民生类项目17项，备选2项，重点改善就学就医\n■ 生态类项目8项，重点改善水质"),
        example("附件：1.云溪区2026年重点任务分解表\n2.云溪区民生实事分解表\n3.云溪区督查台账\n云溪区人民政府办公室\n2026年1月8日"),
        example("序号 |\n重点工作 |\n责任单位 |\n1 |\n推动闲置土地盘活利用，加快标准厂房招租。 |\n招商局 |"),
        example(f"201X\n年\n{_BODY}"),
        # two or three characters over a sentence of clauses, over a count that goes on, below the number of a part
        example("一图读懂\n目标\n税收增长8%，工业投资增长9%，社零总额增长7%，居民收入增长6%。\n重点\n新开工项目40个，竣工20个，新增规上企业30家，上市1家。\n保障\n成立专班12个，每月调度一次，每季度通报一次，年底兑现奖惩。", _h("目标", 1), _h("重点", 1), _h("保障", 1)),
        example("云溪县实事清单\n教育类\n1.新建小学2所。\n2.改造校舍1.2万平方米。\n医疗类\n3.新建卫生院1所。\n4.改造卫生室30个。\n住房类\n5.改造小区15个。", _h("教育类", 1), _h("医疗类", 1), _h("住房类", 1)),
        example("2026年工作思路\nPART 01\n抓产业\n新引进项目30个，总投资150亿元，产值突破400亿元，新增企业20家。\nPART 02\n抓城建\n新建道路12公里，改造管网30公里，建成公园3个，拆除违建6处。\nPART 03\n抓民生\n新增学位3000个，床位500张，养老中心4个，开通公交线路5条。",
                _h("抓产业", 1), _h("抓城建", 1), _h("抓民生", 1)),
        example("云溪县领导名录\n林昭\n主持全面工作。\n陈静\n分管园区。\n周远\n分管招商。"),
        example("今年要建这些路\n■主干道\n云溪大道北延5月开工，滨河路9月通车，惠及沿线群众。\n■农村路\n新改建农村公路220公里，改造危桥15座，年底前完成。", _h("主干道", 1), _h("农村路", 1)),
        # the title of a report on two lines, over its second title
        example("聚焦三个重点\n办好民生实事\n——云溪县民生工作综述\n教育优先发展\n新建学校3所，新增学位2600个，招聘教师220名，年内全部投用。\n医疗提质扩容\n县医院10月开诊，新增床位500张，卫生院改造8所，看病更方便。", _h("教育优先发展", 1), _h("医疗提质扩容", 1)),
        # titles cut in their second half, all with one end; lines of their own below titles in halves
        example("一、坚持项目带动，实现经济\n增长新突破\n全年安排项目60个，完成投资32亿元，开工云溪大道。\n二、坚持城乡一体，实现面貌\n改善新突破\n新建道路8条，改造棚户区1200户，建成公园3个。",
                _h("坚持项目带动,实现经济增长新突破", 1), _h("坚持城乡一体,实现面貌改善新突破", 1)),
        example("一、抓好工业项目，做强园区\n重点企业\n新上项目20个，完成投资32亿元，技改12家。\n二、抓好城市项目，做靓城区\n重点道路\n新建道路8条，改造棚户区1200户，建成公园3个。",
                _h("抓好工业项目,做强园区", 1), _h("重点企业", 2), _h("抓好城市项目,做靓城区", 1), _h("重点道路", 2)),
        example("一、产业发展\n工业\n新上项目20个，完成投资32亿元，技改12家，盘活厂房6处。\n农业\n新建大棚600亩，流转土地2000亩，培育龙头企业3家，建成冷库2座。\n二、城市建设\n园林\n建成公园3个，绿道20公里，改造广场2处，新增绿地9万平方米。",
                _h("产业发展", 1), _h("工业", 2), _h("农业", 2), _h("城市建设", 1), _h("园林", 2)),
    ),
)  # fmt: skip
