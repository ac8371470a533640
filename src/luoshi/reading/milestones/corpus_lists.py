"""What the milestones promise of lists: who is in them, what they share, where they end; every sentence invented."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.facts import milestone
from luoshi.reading.milestones.corpus import read_example as read

EXAMPLES: tuple[Example, ...] = (
    # short names, held together by the head of the list
    example(
        "力促云延、柳白等项目早日开工建设,做好溪北、云环二期等项目前期工作。",
        milestone("云延", "start"),
        milestone("柳白", "start"),
        milestone("溪北", "plan"),
        milestone("云环二期", "plan"),
    ),
    example(
        "加快推进云延、柳白、溪北等9个高速公路在建项目建设。",
        milestone("云延", "build"),
        milestone("柳白", "build"),
        milestone("溪北", "build"),
    ),
    example(
        "确保云溪至柳塘、白鹭至溪口、延陵至云溪3条高速公路年内建成通车。",
        milestone("云溪至柳塘高速公路", "operate", "year"),
        milestone("白鹭至溪口高速公路", "operate", "year"),
        milestone("延陵至云溪高速公路", "operate", "year"),
    ),
    example(
        "加快澜塘至云溪至延口、柳塘至白鹭等公路建设。",
        milestone("澜塘至云溪至延口公路", "build"),
        milestone("柳塘至白鹭公路", "build"),
    ),
    # a head noun or a tail shared by the members
    example(
        "启动云湖、柳塘大桥建设和白鹭立交桥改造。",
        milestone("云湖大桥", "start"),
        milestone("柳塘大桥", "start"),
        milestone("白鹭立交桥改造", "start"),
    ),
    example(
        "完成柳塘、白鹭等5座排涝泵站扩容改造。",
        milestone("柳塘排涝泵站扩容改造", "complete"),
        milestone("白鹭排涝泵站扩容改造", "complete"),
    ),
    example(
        "建成溪口、延陵污水处理厂中水回用项目。",
        milestone("溪口污水处理厂中水回用项目", "complete"),
        milestone("延陵污水处理厂中水回用项目", "complete"),
    ),
    example(
        "加快6条在建市政路、云溪机场三期、柳塘东站和云延、云康、云白高铁等重大基础设施建设。",
        milestone("云溪机场三期", "build"),
        milestone("柳塘东站", "build"),
        milestone("云延高铁", "build"),
        milestone("云康高铁", "build"),
        milestone("云白高铁", "build"),
    ),
    example(
        "积极推进云溪至柳塘、柳塘至延陵、白鹭至柳塘铁路等通道项目前期工作。",
        milestone("云溪至柳塘铁路", "plan"),
        milestone("柳塘至延陵铁路", "plan"),
        milestone("白鹭至柳塘铁路", "plan"),
    ),
    example(
        "重点推进白鹭河等3条黑臭水体治理工作。",
        milestone("白鹭河黑臭水体治理", "build"),
    ),
    example(
        "建成云溪枢纽组织中心、柳塘枢纽组织中心和延陵北、白鹭客运站。",
        milestone("云溪枢纽组织中心", "complete"),
        milestone("柳塘枢纽组织中心", "complete"),
        milestone("延陵北客运站", "complete"),
        milestone("白鹭客运站", "complete"),
    ),
    example(
        "推进云溪片区雨水泵站、柳塘物流园道路等配套建设及东塘河综合治理。",
        milestone("云溪片区雨水泵站", "build"),
        milestone("柳塘物流园道路", "build"),
        milestone("东塘河综合治理", "build"),
    ),
    example(
        "推进柳塘枢纽过船设施、云溪至延陵三级航道、白鹭高等级航道前期工作。",
        milestone("柳塘枢纽过船设施", "plan"),
        milestone("云溪至延陵三级航道", "plan"),
        milestone("白鹭高等级航道", "plan"),
    ),
    example(
        "加快凌云汽车焊装技术改造和喷涂生产线、云溪零部件产业园建设。",
        milestone("凌云汽车焊装技术改造", "build"),
        milestone("喷涂生产线", "build"),
        milestone("云溪零部件产业园", "build"),
    ),
    # a comma, a number or a note inside the list
    example(
        "包括加快建设云溪二线、柳塘二线船闸,云溪至白鹭千吨级航道,延陵港溪口作业区一期、云溪港柳塘作业区二期等项目。",
        milestone("云溪二线", "build"),
        milestone("柳塘二线船闸", "build"),
        milestone("云溪至白鹭千吨级航道", "build"),
        milestone("延陵港溪口作业区一期", "build"),
        milestone("云溪港柳塘作业区二期", "build"),
    ),
    example(
        "加快建设云溪港柳塘作业区5号、6号泊位,延陵港航道二期、白鹭港东作业区1—2号泊位及南3—4号泊位等项目。",
        milestone("云溪港柳塘作业区5号泊位", "build"),
        milestone("云溪港柳塘作业区6号泊位", "build"),
        milestone("延陵港航道二期", "build"),
        milestone("白鹭港东作业区1—2号泊位及南3—4号泊位", "build"),
    ),
    example(
        "加快2号线一期工程建设,推进4号线前期工作。",
        milestone("2号线一期工程", "build"),
        milestone("4号线", "plan"),
    ),
    example(
        "重点做好柳塘(新址)、白鹭(东城)客运枢纽建设工作。",
        milestone("柳塘(新址)客运枢纽", "build"),
        milestone("白鹭(东城)客运枢纽", "build"),
    ),
    example(
        "加快柳塘路、云延路安置区一期和三期配套小学建设。",
        milestone("柳塘路", "build"),
        milestone("云延路安置区一期和三期配套小学", "build"),
    ),
    # several stages of one sentence
    example(
        "推动白鹭泉饮品等项目签约落地、云塘大树等项目加快建设、峻岭户外装备等项目竣工投运。",
        milestone("白鹭泉饮品", "sign"),
        milestone("云塘大树", "build"),
        milestone("峻岭户外装备", "operate"),
    ),
    example(
        "开工建设柳塘小学、白鹭幼儿园,竣工云溪实验中学。",
        milestone("柳塘小学", "start"),
        milestone("白鹭幼儿园", "start"),
        milestone("云溪实验中学", "complete"),
    ),
    example(
        "推动凌云装备二期开工、海拓电子封测线投产。",
        milestone("凌云装备二期", "start"),
        milestone("海拓电子封测线", "operate"),
    ),
    # lists without 等, or with what is counted behind them
    example(
        "推动江塘50万只精密轮圈等4个新建项目年内建成投产。",
        milestone("江塘50万只精密轮圈", "operate", "year"),
    ),
    example(
        "推动凌峰精密30条生产线投产。",
        milestone("凌峰精密30条生产线", "operate"),
    ),
    example(
        "实施柳苑小区、金桂二小区、延昌小区三所老旧小区改造。",
        milestone("柳苑小区改造", "build"),
        milestone("金桂二小区改造", "build"),
        milestone("延昌小区改造", "build"),
    ),
    example(
        "加快云溪图书馆新馆、市档案馆、文化传媒大厦等场馆建设。",
        milestone("云溪图书馆新馆", "build"),
        milestone("市档案馆", "build"),
        milestone("文化传媒大厦", "build"),
    ),
    example(
        "继续推进南屏山生态绿色屏障、城市绿地和休闲场地建设及白鹭岭危岩体综合治理。",
        milestone("南屏山生态绿色屏障", "build"),
        milestone("白鹭岭危岩体综合治理", "build"),
    ),
    example(
        "续建地铁2号线二期、3号线一期及市域铁路云柳线等4个项目。",
        milestone("地铁2号线二期", "build"),
        milestone("3号线一期", "build"),
        milestone("市域铁路云柳线", "build"),
    ),
    example(
        "加快推进云溪科技馆、中央绿轴、白鹭湿地公园等一批地标性、功能性项目。",
        milestone("云溪科技馆", "build"),
        milestone("中央绿轴", "build"),
        milestone("白鹭湿地公园", "build"),
    ),
    example(
        "力争开工建设云溪、柳塘机场改扩建项目。",
        milestone("云溪机场改扩建项目", "start"),
        milestone("柳塘机场改扩建项目", "start"),
    ),
    example(
        "建成投用沿溪、柳山、白口等3家卫生院。",
        milestone("沿溪卫生院", "operate"),
        milestone("柳山卫生院", "operate"),
        milestone("白口卫生院", "operate"),
    ),
    example(
        "加快市肺科医院迁建项目和云谷、柳春湖等区域医疗机构建设。",
        milestone("市肺科医院迁建项目", "build"),
        milestone("云谷", "build"),
        milestone("柳春湖", "build"),
    ),
    example("全面建成3公里滨溪南路。", milestone("滨溪南路", "complete")),
    example(
        "加快云溪枢纽站房及配套设施、延陵至柳塘高速云溪段建设。",
        milestone("云溪枢纽站房及配套设施", "build"),
        milestone("延陵至柳塘高速云溪段", "build"),
    ),
    example(
        "启动育英高中、天成高中迁建,云溪职教中心扩建,柳城第二小学、白鹭实验中学等6所学校新建。",
        milestone("育英高中", "start"),
        milestone("天成高中迁建", "start"),
        milestone("云溪职教中心扩建", "start"),
        milestone("柳城第二小学", "start"),
        milestone("白鹭实验中学", "start"),
    ),
    example("推进柳塘水厂及管道新建工程、云溪泵站建设。", milestone("柳塘水厂及管道新建工程", "build"), milestone("云溪泵站", "build")),
    # alike, and no list of projects
    example("实施一批道路、供排水、垃圾处理等项目。"),
    example("加快推进基金、PPP、军民融合项目。"),
    example("完成云溪农贸市场便利化、智慧化、特色化等“三化”提升改造。", milestone("云溪农贸市场“三化”提升改造", "complete")),
    example("全力打造生态云溪、宜居云溪、平安云溪、文化云溪。"),
    example("推进教育、卫生、文化等社会事业项目建设。"),
    example("加快发展物流、金融、中介等现代服务业。"),
    example("支持凌云装备、海拓电子等龙头企业扩大产能。"),
    example("推进新能源、新材料、生物医药等产业项目建设。"),
    example("加快5条在建高速公路建设。"),
    example("推进供水、供电、供气等配套设施建设。"),
    example("围绕电子信息、装备制造等产业,推进强链补链项目。"),
    # joined, counted and sized in other ways
    example(
        "加快轨道3号线东延、16号线南延及云大、云柳、白大城际建设。",
        milestone("轨道3号线东延", "build"),
        milestone("16号线南延", "build"),
        milestone("云大城际", "build"),
        milestone("云柳城际", "build"),
        milestone("白大城际", "build"),
    ),
    example(
        "加快推进绿心歌舞剧院、图书馆、博物馆三大建筑工程建设。",
        milestone("绿心歌舞剧院", "build"),
        milestone("图书馆", "build"),
        milestone("博物馆", "build"),
    ),
    example("谋划建设40万吨负极材料产业园。", milestone("40万吨负极材料产业园", "plan")),
    example(
        "争取21号线、10号线东延等纳入市轨道五期建设规划。",
        milestone("21号线", "plan"),
        milestone("10号线东延", "plan"),
    ),
    example(
        "保障财经学院二期工程和柳塘学院二期工程顺利实施。",
        milestone("财经学院二期工程", "build"),
        milestone("柳塘学院二期工程", "build"),
    ),
    example("按时保质完成柳塘大道建设。", milestone("柳塘大道", "complete")),
    example("继续实施和深化与云溪集团、柳塘控股等公司的合作。"),
    example("建设40万吨仓储能力。"),
)  # fmt: skip

CORPUS = Corpus("milestones in lists", read, EXAMPLES)
