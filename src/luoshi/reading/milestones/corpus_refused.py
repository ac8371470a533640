"""What looks like a milestone and is none: things in general, campaigns, slogans, results, rules; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # what a plan aims at, what a document is for, a motto of digits
    example("高质量完成“十五五”规划目标任务。"),
    example("为了加快云溪科技园建设进度,特制定本方案。"),
    example("重点抓好“333”项目。"),
    # things in general
    example("加快推进在建的国省道改造项目建设。"),
    example("实施环保重点工程,推进教育补短板项目建设。"),
    example("建设立体停车库和公共停车场。"),
    example("加快推进城市交通基础设施建设。"),
    example("持续推进公办幼儿园建设,新建校舍和活动场地。"),
    example("加快推进社区日间照料中心和农村老年人综合服务中心等建设。"),
    example("加快重点水源及水源涵养工程建设,积极谋划战略性调水工程。"),
    example("扎实推进安居工程,加快棚户区改造。"),
    example("加快城市出口道路绿化美化。"),
    example("谋划建设可开发面积超50平方公里的大型产业园区。"),
    example("继续完善通江达海的港口码头建设规划。"),
    example("加快实施重大技术进步项目,打造精品街区。"),
    example("建设地方特色旅游产品专业超市。"),
    example("推进企业技术改造,实施老旧小区改造。"),
    example("建设、改造7所城镇幼儿园。"),
    example("对辖区80条背街小巷破损路面进行维修更换。"),
    example("推进水污染防治,开展黑臭水体治理。"),
    example("建设高标准农田,实施农村电网改造。"),
    example("启动公立医院改革,完成机构改革。"),
    example("完成年度投资计划,启动资金拨付程序。"),
    # campaigns, honours of others and slogans
    example("深入实施重点项目“双百工程”。"),
    example("实施“头雁领航”工程,启动“暖心服务”行动。"),
    example("创建医患和谐示范区。"),
    example("打造宜居宜业的美丽城市,建设平安云溪。"),
    example("打造具有影响力的先进制造业基地。"),
    example("推动数字经济发展,推进乡村振兴。"),
    example("建设人民满意的服务型政府。"),
    # what is told, asked or ruled
    example("云溪大桥顺利建成,柳塘路改造工程已完工。"),
    example("符合条件的项目开工后给予补助。"),
    example("项目建成投产后可实现年产值5亿元。"),
    example("建成后将成为区域物流中心。"),
    example("加快推进项目签约、开工、竣工、投产。"),
    example("严格落实开工报告制度,加快审批进度。"),
    example("确保重大项目尽快开工,早日建成。"),
    example("推动更多产业项目落地。"),
    example("引进国内外知名企业和高端人才团队。"),
    example("抓好安全生产、信访维稳等工作。"),
    example("抓好招商、项目、园区等重点工作。"),
    example("推动教育、医疗、养老等领域改革落地。"),
    example("做好开工前期准备工作,加快手续办理。"),
    example("启动实施新一轮找矿行动。"),
    example("推动产学研深度融合,加快成果转化落地。"),
    example("推进生产性服务业发展,加快数字化转型。"),
    example("建立项目库,完善项目推进机制。"),
    example("编制年度用地计划,制定出台扶持政策。"),
    example("完成土地征收500亩,建成标准厂房10万平方米。"),
    example("新建公园2处、停车场3处。"),
    example("完成3条道路改造,实施2座桥梁加固。"),
    example("推进“四好农村路”建设,加快“四好”农村公路建设。"),
    example("加快9个重点开发项目建设,加快很多项目的建设进度。"),
    example("实施重要支流治理,推动特殊教育向学前、高中两端延伸。"),
    example("完成2万余户燃气改造,完成6000亩农业综合开发工程。"),
    example("先后建成云溪大道、柳塘快线等项目。"),
    example("围绕两新一重、新基建等加快重大项目建设进度。"),
    example("推进“智慧粮仓”“绿色菜园”建设,加快“精品钢、绿色化工、港口物流”三大园区建设。"),
    # and one that is
    example("加快实施云溪河水环境综合整治工程。", milestone("云溪河水环境综合整治工程", "build")),
)  # fmt: skip

CORPUS = Corpus("no milestones", read, EXAMPLES)
