"""Invented cells of a narrow table whose lines tear words and numbers, and lines that only look so."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.repairs.corpus import read

_CELLS = (
    "全年完成工业投资22亿元，增\n长11%，其中技改投资占比不低\n于40%；新建标准厂房12万平方\n米。\n"
    "王甲\n2\n新签约亿元以上项目15个、开工1\n0个，引进外资到账1500万美\n元。\n李乙\n"
)
_CLEAN = (
    "全年完成工业投资22亿元,增长11%,其中技改投资占比不低于40%;新建标准厂房12万平方米。\n"
    "王甲\n2\n新签约亿元以上项目15个、开工10个,引进外资到账1500万美元。\n李乙\n"
)

EXAMPLES = (
    example(
        _CELLS,
        {"clean": _CLEAN},
        *({"kind": "torn-line", "before": "\n"} for _ in range(5)),
    ),
    # a list whose last name stands before a break, its figure behind it
    example(
        "主要任务是：改造泵站8座，改造水闸6座，加固水\n库5座；新建渠道9公里。",
        {"clean": "主要任务是:改造泵站8座,改造水闸6座,加固水库5座;新建渠道9公里。"},
        {"kind": "line-break", "before": "\n"},
    ),
    example("主要任务：改造泵站8座，改造水闸6座\n加固水库5座；新建渠道9公里。"),
    # a long sentence broken on a page that breaks others
    example(
        "总体要求是，园区规模效益同步提升，产业特色更加鲜明，配套能力明显增强，投资环境进一步改善，园区承载\n能力不断提高，产值达到80亿元。\n广开渠道，征地800亩。全面拉开"
        "六平方公里新区框架，建设道路和厂\n房，完善配套。建好公寓，推动产城融合。通过科学规划，形成一区多\n园格局，带动农民增收。",
        {
            "clean": "总体要求是,园区规模效益同步提升,产业特色更加鲜明,配套能力明显增强,投资环境进一步改善,园区承载能力不断提高,产值达到80亿元。\n广开渠道,征地800亩。全面拉开"
            "六平方公里新区框架,建设道路和厂房,完善配套。建好公寓,推动产城融合。通过科学规划,形成一区多园格局,带动农民增收。"
        },
        *({"kind": "line-break", "before": "\n"} for _ in range(3)),
    ),
    example(
        "总体要求是，园区规模效益同步提升，产业特色更加鲜明，配套能力明显增强，投资环境进一步改善，园区承载\n能力不断提高，产值达到80亿元。"
    ),
    # a line of clauses that ends inside a word
    example(
        "发展目标是，园区经济保持较快增长，规模继续做大，结构继续优化，园区承载能力明显增强，主导产业更加突出，配套服务进一步完善，确保实现工业总产\n\n值60亿元，力争72亿元。",
        {
            "clean": "发展目标是,园区经济保持较快增长,规模继续做大,结构继续优化,园区承载能力明显增强,主导产业更加突出,配套服务进一步完善,确保实现工业总产值60亿元,力争72亿元。"
        },
        {"kind": "line-break", "before": "\n\n"},
    ),
    example(
        "推进云溪路改造，协调管线迁改，确保汛期前完成路基，国庆节前完成路面，年底前完成绿化亮化和交通标志标线，同步做好沿线环境整治和立面改造\n加快白鹭桥建设，争取桥面通车。"
    ),
    example("年度计划：推进云溪路改造，协调管线迁改，确保汛期前完成路基\n值班安排，见附件。"),
    # words of the site behind every paragraph
    example(
        "园区完成了去年的各项任务，得到企业好评。云溪网 - 云溪资讯平台\n今年，园区将建成厂房，投资3亿元。云溪网 - 云溪资讯平台\n园区还将改造道路，惠及居民。云溪网 - 云溪资讯平台"
    ),
    # too few torn words show no cells
    example("全年完成工业投资22亿元，增\n长点很多。\n项目\n投资\n"),
    example("一、主要指标\n工业投资\n增长12%\n引进项目\n15个\n"),
)

CORPUS = Corpus("repairs, torn lines", read, EXAMPLES)
