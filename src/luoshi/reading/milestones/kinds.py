"""What names of projects end with: works and facilities, looser things, plans, works done to a thing."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

#: all: any project; thing: what is built; loose: what may be no building; plan: what is written; works: what is done to a thing.
Kind = Literal["all", "thing", "loose", "plan", "works"]

_ALL = "项目 工程"
_THING = """
产业园 科创园 物流园 创业园 科技园 智造园 食品园 生态园 示范园 农业园 工业园 园 小区 道路 公路 大道 快速路 旅游路 路 路桥 大桥 特大桥 立交桥 立交 高架 桥 天桥 隧道 高速 高速公路 快速通道 通道 铁路 城际 地铁 轻轨 有轨电车 高铁 客专 动车所 公交线路 铁路线 铁路专用线 专用线 接线 长廊 道路框架 路网框架 健康城 新村 门站 数据中心集群 算力集群 水街 水源地 储罐 酒库 村道 社道 便道 接收站
温室 互通 枢纽 变电站 输变电 电站 泵站 抽水站 提升泵站 客运站 汽车站 火车站 高铁站 加油站 充电站 货运站 消防站 中转站 气象站 站 东站 西站 南站 北站 站房 场站 污水处理厂 水厂 电厂 工厂 厂 焚烧厂 填埋场 处置场 停车场 风电场 养殖场 屠宰场 运动场 球场 足球场 车间
厂区 新厂区 厂房 标准厂房 生产线 产线 模组线 管网 管线 管道 水库 公园 广场 校区 学校 小学 中学 一中 二中 三中 四中 五中 六中 一小 二小 三小 四小 五小 六小 高中 初中 大学 学院 幼儿园 职校 技校 医院 中医院 卫生院 保健院 研究院 分院 院区 院 安置房 公寓 保障房 综合体 商业圈 街区 商业街 步行街 街 新城 小镇 实验室 一期 二期 三期 四期 五期
航线 班列 码头 泊位 作业区 船闸 航道 港区 港 机场 航站楼 候机楼 候车厅 大厦 楼宇 大楼 综合楼 教学楼 门诊楼 操场 住院楼 宿舍楼 实训楼 养护楼 楼 馆 新馆 图书馆 文化馆 展览馆 体育馆 博物馆 档案馆 美术馆 科技馆 规划馆 纪念馆 殡仪馆 剧院 大剧院 文化宫 少年宫 体育场 孵化器 加速器 服务区 基础设施 附属设施
过船设施 电力设施 管廊 水系 湿地 堤防 大坝 渠 干渠 灌区 酒店 示范镇 片区 智谷 总部 绿色园区 储能电站 光伏电站 改扩建 标段 地块 宗地 集团 卫生服务中心 游客中心 会展中心 急救中心 政务服务中心 服务中心 岛 产业城 科技城 科创城 产业社区 河涌 涌 商贸城 物流城 未来城 大学城 食品城 美食城 电商城 建材城 国际城 城市综合体
创新港 步道 绿道 景观带 景区 大景区 旅游区 度假区 商务区 报告厅 演艺厅 宿舍 食堂 应急池 事故池 调节池 蓄水池 安置点 聚居点 屠宰线 主变 安置区 棚户区 家属院 养老院 福利院 敬老院 物流港 仓 仓库 粮库 冷库 恒温库 保鲜库 冷藏库 气调库 驳岸 储备库 中学部 线路所 派出所 供电所 看守所 法庭 机组 高炉 货场 堆场 机库 跑道 滑行道 航站区 飞行区 匝道 辅道 廊道 林带 海堤 江堤 防洪堤 护岸 渡槽 分洪道 海塘 船坞 气库 油库 村落 古镇 古城 古街 老街 古村 故居 遗址 营地 农庄 庄园 山庄 林场 农场 牧场 影视城 医药城 航空城 汽车城 文化城 教育城 药谷 光谷 书城 影城 主题乐园 水上乐园 A级 天地 慢行系统 七小 八小 九小 七中 八中 九中 一初 二初 三初 四初 五初 一高 二高 三高 四高 五高 聚集区 集中区 保税区 研究所 变电所 升压站 小游园
中学部 用房 业务用房 校舍 度假村 起步区 核心区 启动区 拓展区 储备林 航班 接线 引线 出入口 快速干道 处理设施 矿 铁矿 加工区 旅游带 旅游圈 花园 苑 华庭 连接线 联络线 延伸段 延长线 号线 环线 复线 支线 干线 专线 段 标准地 农贸市场 批发市场 口岸 综保区 数据中心 智算中心 算力中心
二级节点 顶级节点 处理场 指挥所 出口 引道 延线 北延线 南延线 东延线 西延线 缓冲区 住房 租赁住房 公租房 廉租房 还建房 还迁房 回迁房 安居房 周转房 保障性住房 交叉口 路口 水池 高位水池 清水池 沉淀池 观景台 观鸟台 观鸟平台 牌坊 门楼 游步道 人行道 涵洞 护坡 挡墙 围堤 河堤 圩堤 橡胶坝 拦河坝 排水渠 排洪渠 排洪沟 截洪沟 人工湖 罐区 输电线路 水塔 灯塔 陵园 纪念碑 茶园 宾馆 酒庄 书院 礼堂 大礼堂 文化礼堂 影剧院 音乐厅 展厅 大厅 服务大厅 游泳池 泳池 猪场 鸡场 牛场 羊场 审判庭 工业小区 安置小区 居住区 生活区 办公区 商贸区 仓储区 湿地保护区 门诊部 住院部 病区 隧洞 索道 净水厂 机房 水井 门户区
碧道 廉租住房 公共租赁住房 保租房 保障性租赁住房 生态带 风光带 文化带 绿化带 首开区 先导区 先行启动区 引桥
二环 三环 外环 绕城 海绵城市 矿山 矿井 煤矿 电梯 屏障 建设地 新址 村居 河道 综合用房 水闸 控制闸 闸 收费站 中专 分校 分园 国道 省道 县道 专道 专用道 栈道 镇区 中心镇 店 超市 卖场 商场 路网 长廊 汽配城 家居城 健康城 商城 花卉城 灯具城 服装城 皮革城 石材城 五金城 科学城 生态城 体育城 康养城 空港城 还迁区 回迁区 居民区
"""
_LOOSE = (
    "公交 中心 基地 平台 市场 体系 园区 示范区 示范园区 基金 站点 公司 集聚区 社区 商圈 先行区 试验区 开发区 "
    "高新区 经开区 新区 示范县 示范市 示范村 物流区 物流区域 区域 创新区 合作区 公墓 数据库 联合体 专列 "
    "二级节点 解析节点 枢纽节点 算力节点 示范点 示范带 示范线 名镇 名村 强镇 走廊 产业集群 谷 公交 新村 家园 二线 三线 线 河 湖 系统"
)
_PLAN = (
    "区域评估 方案 方案研究 专题研究 预可研 工可 初设 概念规划 城市设计 详细规划 总规 专规 总体规划 专项规划 控规 详规 "
    "规划环评 规划设计 发展规划 规划 可行性研究 可研报告 可研 初步设计 施工图设计 环评 实施方案"
)
_WORKS = """
景区提升 拆旧建新 断头路打通 扫尾 征迁 拆迁 扩区调位 扩区调区 扩区 调位 扩容 迁建 技改 技术改造 搬迁 改造 梯级开发 提升改造 改造提升 提标改造 综合改造 扩建 改建 重建 续建 新建 扩能 扩产 治理 综合治理 生态治理 整治 综合整治 修复 生态修复 修缮 加固 除险加固 扩容提升 清淤 疏浚 绿化 亮化 美化 雨污分流 截污纳管 连片整备 整备 拓宽 贯通 延伸 城市更新 更新改造 扩容提质 提质扩容 扩容增效 改迁提升 提档升级 提质改造 扩容改造 改造升级 北延 南延 东延 西延 北扩 南扩 东扩 西扩
棚改 装修 更新 保护修缮 保护利用 活化利用 提标扩容 提标扩建 提标 旱改水 征收 征拆 退城入园 退城进园 智能化改造 智改数转 白改黑 单改双 双改四 引水 调水 提级 刷黑 黑化 拓改 拓建 提档改造 七通一平 五通一平 三通一平 九通一平 迁改 迁移 移址 增容 提档升级 提质升级 开发利用 改线 改迁 改迁提升 城市更新 更新改造 维修 整修 大修 环境提升 品质提升 围垦 整治保护 保护修复 开发 综合开发 绿化提升 亮化提升 美化提升 净化提升 景观提升 照明提升 改造出新 整治出新 整修 彻底整修 展陈 布展 续建配套 节水配套 污水接管 硬化 道路硬化 路面硬化
征地 征地拆迁
"""


#: Words that only end like one of them.
_OTHERS = [
    "思路",
    "水电气路网",
    "书店",
    "山谷",
    "河谷",
    "低谷",
    "稻谷",
    "峡谷",
    "出路",
    "销路",
    "套路",
    "网站",
    "阶段",
    "手段",
    "时段",
    "主线",
    "热线",
    "战线",
    "底线",
    "红线",
    "防线",
    "一线",
    "前线",
    "路线",
    "视线",
    "乐园",
    "法院",
    "检察院",
    "科学院",
    "香港",
    "青岛",
    "条线",
    "沿线",
    "国家",
    "企业总部",
    "上级",
    "工作站",
    "平台体系",
    "政策体系",
    "服务体系",
    "产业体系",
    "工作体系",
    "指标体系",
    "制度体系",
    "保障体系",
    "监管体系",
    "治理体系",
]


#: What only goes with a thing: 站房及配套设施.
_ALONGSIDE = ("及配套", "及附属", "及其配套", "及其附属", "和配套", "及相关配套")


class Ending(NamedTuple):
    """The word a name ends with, and its kind."""

    kind: Kind
    word: str


_ENDINGS: dict[str, Ending | None] = dict.fromkeys(_OTHERS)
for _kind, _words in (
    ("loose", _LOOSE),
    ("thing", _THING),
    ("all", _ALL),
    ("plan", _PLAN),
    ("works", _WORKS),
):
    _ENDINGS.update((_word, Ending(_kind, _word)) for _word in _words.split())  # type: ignore[arg-type]
#: By last character the lengths of the endings, longest first.
_LENGTHS = {
    char: sorted({len(word) for word in _ENDINGS if word[-1] == char}, reverse=True)
    for char in {word[-1] for word in _ENDINGS}
}


_IN_PHASE = Ending("thing", "期")
_ROADS, _AT_NUMBER = frozenset("GSXYC"), Ending("thing", "线")
#: What a name may end with, notes and quotation marks among it.
LASTS = frozenset(_LENGTHS) | frozenset("”)）》")


@lru_cache(maxsize=4096)
def ending(name: str) -> Ending | None:
    """What ``name`` ends with, the longest word first; a note in brackets and a closing quotation mark are looked through."""
    quoted, said = name.endswith("》"), name
    name = _bare(name)
    for length in _LENGTHS.get(name[-1:], ()):
        word = name[-length:]
        if word in _ENDINGS:
            found = _ENDINGS[word]
            return None if quoted and found and found.kind != "plan" else found
    if said.endswith(("期)", "期）")):
        return _IN_PHASE
    return _AT_NUMBER if _is_numbered(name) else None


def _is_numbered(name: str) -> bool:
    """G322柳塘至云溪: a road by its number, from a place to another."""
    return name[:1] in _ROADS and name[1:2].isdigit() and ("至" in name or name[1:].isdigit())


def _bare(name: str) -> str:
    joined = max(name.rfind(mark) for mark in _ALONGSIDE)
    if joined > 1:
        name = name[:joined]
    name = name.rstrip("”》")
    if name.endswith((")", "）")):
        opened = max(name.rfind("("), name.rfind("（"))
        if opened > 0 and len(name) - opened <= 16:
            name = name[:opened].rstrip("”")
    return name
