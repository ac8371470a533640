"""The starting 节点模板: what a zone schedules with until it issues its own."""

from __future__ import annotations

from luoshi.rules.templates import NodeTemplate

_Line = tuple[str, int, str, str, str, str]
_Row = (
    tuple[str, int]
    | tuple[str, int, str]
    | tuple[str, int, str, str]
    | tuple[str, int, str, str, str]
    | _Line
)
"""Name, working days, codes it comes after, unit, evidence, stage; what stands last and is empty is left out."""


def _template(code: str, name: str, project_kind: str, *rows: _Row) -> NodeTemplate:
    items = []
    for number, row in enumerate(rows, 1):
        title, days, after, unit, evidence, stage = (*row, "", "", "", "")[:6]
        items.append(
            {
                "code": f"N{number:02d}",
                "name": title,
                "days": days,
                "after": str(after).split(),
                "unit": unit or None,
                "evidence": evidence or None,
                "stage": stage or None,
            }
        )
    return NodeTemplate.from_data(
        {
            "code": code,
            "name": name,
            "version": "1",
            "effective_from": "2020-01-01",
            "project_kind": project_kind,
            "items": items,
        }
    )


_LAND, _BUILD, _ECONOMY = "自然资源分局", "规划建设局", "经济发展局"
_INVEST, _SERVICE, _SAFETY = "招商局", "政务服务中心", "安全环保局"
_FIRMS, _MONEY, _SOCIAL, _COMPANY = "企业服务局", "财政金融局", "社会事业局", "建设集团"

INDUSTRIAL = _template(
    "industrial",
    "工业项目节点",
    "产业",
    ("合规性审查", 5, "", _INVEST, "审查意见"),
    ("投资协议签订", 5, "N01", _INVEST, "协议"),
    ("企业注册", 3, "N02", _SERVICE, "营业执照"),
    ("立项备案", 2, "N03", _ECONOMY, "备案表", "reserved"),
    ("规划条件", 7, "N02", _LAND),
    ("用地预审与报批", 20, "N05", _LAND),
    ("土地供应", 30, "N06", _LAND, "出让合同"),
    ("不动产权证", 5, "N07", _LAND, "证书"),
    ("环评批复", 20, "N04", _SAFETY, "批复"),
    ("能评批复", 15, "N04", _ECONOMY),
    ("安全预评价", 15, "N04", _SAFETY),
    ("方案设计审查", 10, "N07", _BUILD),
    ("建设工程规划许可", 5, "N12 N08", _BUILD, "许可证"),
    ("施工图审查", 10, "N12", _BUILD),
    ("施工许可", 5, "N13 N14 N09", _BUILD, "许可证"),
    ("临水临电", 10, "N07", _BUILD),
    ("场地平整", 15, "N07"),
    ("开工", 2, "N15 N16 N17", _BUILD, "现场照片", "started"),
    ("桩基与基础", 40, "N18"),
    ("主体封顶", 90, "N19", "", "现场照片"),
    ("设备进场安装", 60, "N20"),
    ("消防与环保设施", 20, "N20"),
    ("联合竣工验收", 15, "N21 N22", _BUILD, "验收意见", "completed"),
    ("试生产投产", 20, "N23", _FIRMS, "", "operating"),
)
"""24 nodes from the check of compliance to production; land decides the first half."""

RENOVATION = _template(
    "renovation",
    "技术改造节点",
    "产业",
    ("改造方案确定", 5, "", _FIRMS, "改造方案"),
    ("技改备案", 2, "N01", _ECONOMY, "备案表", "reserved"),
    ("能评批复", 10, "N02", _ECONOMY),
    ("环评批复", 15, "N02", _SAFETY, "批复"),
    ("设备订购", 30, "N01", "", "采购合同"),
    ("厂房改造", 30, "N03 N04", "", "现场照片", "started"),
    ("设备到货", 20, "N05"),
    ("设备安装", 25, "N06 N07"),
    ("联机调试", 15, "N08"),
    ("改造验收", 5, "N09", _FIRMS, "验收意见", "completed"),
    ("投入使用", 3, "N10", _FIRMS, "", "operating"),
)
"""11 nodes: the workshop is refitted while the machines are on order."""

INFRASTRUCTURE = _template(
    "infrastructure",
    "基础设施节点",
    "基础设施",
    ("项目建议书", 10, "", _BUILD, "批复"),
    ("可行性研究", 20, "N01", _ECONOMY, "批复", "reserved"),
    ("用地预审", 15, "N01", _LAND),
    ("规划选址", 10, "N01", _LAND, "选址意见书"),
    ("环境影响评价", 20, "N02", _SAFETY, "批复"),
    ("社会稳定风险评估", 15, "N04", _SOCIAL, "评估报告"),
    ("水土保持方案", 10, "N02", _BUILD),
    ("初步设计", 25, "N02 N03", _BUILD, "批复"),
    ("概算审核", 10, "N08", _MONEY, "审核意见"),
    ("建设资金落实", 15, "N09", _MONEY),
    ("施工图设计", 30, "N08", _BUILD),
    ("施工图审查", 10, "N11", _BUILD, "审查合格书"),
    ("财政投资评审", 15, "N12 N09", _MONEY, "评审报告"),
    ("招标代理选定", 5, "N09", _COMPANY),
    ("施工招标", 25, "N10 N13 N14", _COMPANY, "中标通知书"),
    ("施工合同签订", 10, "N15", _COMPANY, "合同"),
    ("施工许可", 5, "N05 N06 N07 N16", _BUILD, "许可证"),
    ("征迁清表", 40, "N03 N06", _LAND),
    ("管线迁改", 20, "N12 N18", _COMPANY),
    ("开工", 2, "N17 N18", _BUILD, "现场照片", "started"),
    ("路基与基础", 45, "N19 N20", _COMPANY),
    ("主体结构", 80, "N21", _COMPANY, "现场照片"),
    ("管网施工", 40, "N21", _COMPANY),
    ("路面与装饰", 40, "N22 N23", _COMPANY),
    ("绿化亮化", 20, "N24", _COMPANY),
    ("竣工验收", 15, "N25", _BUILD, "验收意见", "completed"),
    ("竣工决算", 30, "N26", _MONEY, "决算报告"),
    ("移交管养", 5, "N26", _COMPANY, "移交书", "operating"),
)
"""28 nodes of a road or a public building, from the proposal to the hand-over."""

INVESTMENT = _template(
    "investment",
    "招商前期节点",
    "产业",
    ("线索登记", 1, "", _INVEST),
    ("首次对接", 3, "N01", _INVEST),
    ("项目研判", 3, "N02", _INVEST, "研判意见"),
    ("客商考察", 10, "N03", _INVEST),
    ("选址踏勘", 5, "N04", _LAND),
    ("政策测算", 5, "N04", _MONEY),
    ("项目预审", 5, "N05 N06", _INVEST, "预审意见"),
    ("公平竞争审查", 5, "N06", _MONEY, "审查结论"),
    ("协议起草会签", 10, "N07 N08", _INVEST),
    ("集体决策", 5, "N09", _INVEST, "会议纪要"),
    ("正式签约", 3, "N10", _INVEST, "协议", "conceived"),
    ("转交落地专班", 2, "N11", _INVEST, "交接单"),
)
"""12 nodes from the lead to the signed agreement."""

LIVELIHOOD = _template(
    "livelihood",
    "民生工程节点",
    "民生",
    ("需求征集", 10, "", _SOCIAL),
    ("方案公示", 7, "N01", _SOCIAL, "公示结果"),
    ("立项批复", 10, "N02", _ECONOMY, "批复", "reserved"),
    ("规划选址", 10, "N02", _LAND),
    ("用地手续", 20, "N04", _LAND),
    ("环评登记", 5, "N03", _SAFETY),
    ("方案设计", 15, "N03 N04", _BUILD),
    ("概算审核", 10, "N07", _MONEY, "审核意见"),
    ("资金落实", 10, "N08", _MONEY),
    ("施工图设计审查", 20, "N07", _BUILD),
    ("财政投资评审", 10, "N10", _MONEY),
    ("施工招标", 25, "N09 N11", _SOCIAL, "中标通知书"),
    ("施工合同签订", 7, "N12", _SOCIAL, "合同"),
    ("施工许可", 5, "N05 N06 N13", _BUILD, "许可证"),
    ("开工", 2, "N14", _SOCIAL, "现场照片", "started"),
    ("主体施工", 90, "N15", _SOCIAL, "现场照片"),
    ("装修与设备", 40, "N16", _SOCIAL),
    ("室外配套", 20, "N16", _SOCIAL),
    ("竣工验收", 15, "N17 N18", _BUILD, "验收意见", "completed"),
    ("启用", 10, "N19", _SOCIAL, "", "operating"),
)
"""20 nodes of a school, a clinic or a market."""

NODE_TEMPLATES = (INDUSTRIAL, RENOVATION, INFRASTRUCTURE, INVESTMENT, LIVELIHOOD)
