"""Invented texts as sites carry them: signs on the next line, junk of a forum, captions, slogans, and titles told of."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, example
from luoshi.reading.outline.corpus import heading as _h
from luoshi.reading.outline.corpus import paragraph as _p
from luoshi.reading.outline.corpus import read

_BODY = (
    "围绕主导产业建链延链，组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"
)
_TOLD = "去年，云溪高新区经济平稳运行，签约项目陆续开工，园区配套持续完善，企业反映办事更加顺畅，群众满意度位居全市前列。"
_MORE = "今年以来，各片区道路、管网、厂房的建设进度快于往年，企业用工和用地得到保障，新签约的项目比去年同一时期更多也更大。"

CORPUS = Corpus(
    "outline.strewn",
    read,
    (
        # signs that slipped to the next line
        example(
            f"{_TOLD}\n健全灌溉体系\n。大力实施渠道衬砌\n，逐村核定用水定额\n。{_BODY}\n健全排涝体系\n。加快泵站改造\n，{_BODY}",
            _h("健全灌溉体系", 1), _h("健全排涝体系", 1),
        ),
        example(f"一、健全灌溉体系\n。大力实施渠道衬砌。{_BODY}\n二、健全排涝体系\n。{_BODY}", _h("健全灌溉体系", 1), _h("健全排涝体系", 1)),
        example(f"{_TOLD}\n园区绿化提质\n，{_BODY}"),
        example(f"{_TOLD}\n园区绿化持续推进\n、厂房建设持续推进\n，{_BODY}"),
        # junk of a forum before and after a line
        example(
            f"一是提升招商标准。{_BODY}\n~ K. u5 {{! q& m二是突破重大项目。{_BODY}\n+ t$ B' e7 X9 w^三是加大服务力度。{_BODY}\n* a2 Z# }} ( d: p |\n|",
            _h("提升招商标准", 1), _h("突破重大项目", 1), _h("加大服务力度", 1),
        ),
        example(
            f"{_TOLD}7 x$ T) b8 M! e% y \" k; C\n% w8 {{ f* G, o1 n~ V\n. u4 D& }} s' h2 y: q》》》2026年总体思路3 !b z# N; e5 Y- c' k\n【发展定位】\n& r9 $ J. a) p/ T6 v把{_BODY}\n"
            f"【预期目标】# c5 ^ m{{ L/ x7 W\n力争{_BODY}\n- y~ F) t3 ; K! d e》》》重点工作, j8 \" Q. u* z1 B: r\n【壮大主导产业】; n2 % H) b w: S\n{_MORE}",
            _h("2026年总体思路", 1), _h("发展定位", 2), _h("预期目标", 2), _h("重点工作", 1), _h("壮大主导产业", 2),
        ),
        # names of parts in brackets alone on their line, and what a page says of itself
        example(f"一、抓经济\n【道路建设】\n{_BODY}\n【管网建设】\n{_MORE}", _h("抓经济", 1), _h("道路建设", 2), _h("管网建设", 2)),
        example(f"{_TOLD}\n【打印】\n{_BODY}\n【相关链接】\n{_MORE}\n【编者按】\n{_BODY}"),
        # a caption
        example(
            f"{_TOLD}\n图为园区标准厂房一角。 云溪日报记者林昭摄\n\n抓好招商引资和项目建设，确保园区提质。今年，{_BODY}\n深化营商改革，推动服务提效。重点{_BODY}",
            _h("抓好招商引资和项目建设,确保园区提质", 1), _h("深化营商改革,推动服务提效", 1),
        ),
        # slogans alone on their lines, and promises that stand there too
        example(
            f"{_TOLD}\n扩大招商成果，推动项目落地，让园区更加兴旺。\n{_MORE}\n今年，多个片区将建设标准厂房和孵化器。\n完善办事机制，提升服务效能，让企业更加舒心。\n为此，{_BODY}",
            _h("扩大招商成果,推动项目落地,让园区更加兴旺", 1), _h("完善办事机制,提升服务效能,让企业更加舒心", 1),
        ),
        example(f"{_TOLD}\n扩大招商成果，推动项目落地。\n{_MORE}"),
        example(f"{_TOLD}\n扩大招商成果，推动项目落地。\n扩建标准厂房，完善管网配套。\n{_MORE}"),
        example(f"{_TOLD}\n扩大招商成果，推动项目落地。\n加快园区建设，{_BODY}\n扩建标准厂房，完善管网配套。\n加强公寓管理，{_BODY}"),
        example(f"{_TOLD}\n扩建标准厂房，新增车位300个。\n{_MORE}\n改造老旧管网，整治道路12条。\n为此，{_BODY}"),
        example(f"{_TOLD}\n会议听取了汇报，研究了项目建设。\n{_MORE}\n会议强调安全生产，部署了防汛工作。\n为此，{_BODY}"),
        # a title, and a document that is told of right after it
        example(f"{_TOLD}\n园区品质提升。《计划》提出，{_BODY}\n在村镇建设方面，{_MORE}", _h("园区品质提升", 1)),
        example(f"{_TOLD}\n加快管网改造。《方案》明确，{_BODY}\n在村镇建设方面，{_MORE}", _h("加快管网改造", 1)),
        example(f"{_TOLD}\n会议听取汇报。《计划》提出，{_BODY}\n在村镇建设方面，{_MORE}"),
        example(f"{_TOLD}\n去年园区品质提升。《计划》提出，{_BODY}\n在村镇建设方面，{_MORE}"),
        # lines between paragraphs, the last of which has lost its closing sign
        example(
            f"{_TOLD}\n高速公路建设全面铺开\n{_MORE}\n管网改造将是重点\n为此，{_BODY}\n园区道路通达百村\n园区道路、标准厂房、孵化器、人才公寓等建设也将加快，计划新建道路60公里，改造管网40公里，新增公交线路4条\n同时建成公交首末站2个",
            _h("高速公路建设全面铺开", 1), _h("管网改造将是重点", 1), _h("园区道路通达百村", 1),
        ),
        example(f"{_TOLD}\n园区道路通达百村\n园区道路、标准厂房、孵化器、人才公寓等建设也将加快，计划新建道路60公里，改造管网40公里，新增公交线路4条\n同时建成公交首末站2个"),
        # a text that begins with the words of its title
        example(
            f"一、农村供水\n{_BODY}\n二、抓好改造工程，完成18处乡村供水站18处乡村供水站总投资903万元，其中上级资金467万元，受益人口1.5万人，{_BODY}{_p('柏湾')}",
            _h("农村供水", 1), _h("抓好改造工程,完成18处乡村供水站", 1),
        ),
        # a time that the text begins with, right behind the title
        example(
            f"{_p('松湾')}（一）扩大招商成果2026年，全区将组织外出招商、驻点招商、以商招商，邀请客商考察，梳理出一批可以落地的线索。{_p('柳湾')}（二）推动项目落地今年，全区将建设标准厂房、人才公寓、孵化器，梳理出一批可以开工的项目。{_p('石湾')}",
            _h("扩大招商成果", 1), _h("推动项目落地", 1),
        ),
        # run-in sentences of one shape inside a paragraph
        example(f"重抓招商，增强后劲。全年{_BODY}重抓项目，扩大投资。{_BODY}", _h("重抓招商,增强后劲", 1), _h("重抓项目,扩大投资", 1)),
        example(f"一、抓经济\n重抓招商，增强后劲。重抓项目，扩大投资。{_BODY}", _h("抓经济", 1), _h("重抓招商,增强后劲", 2)),
        example(f"一、抓经济\n重抓招商，增强后劲。{_p('松溪')}重抓项目建设，带动全区投资。{_BODY}", _h("抓经济", 1), _h("重抓招商,增强后劲", 2)),
        # by whose words a task is done
        example(
            f"1.按照“住有所居”的要求，建好人才公寓。{_BODY}\n2.按照“行有所乘”的要求，开好公交线路。{_BODY}",
            _h("按照“住有所居”的要求,建好人才公寓", 1), _h("按照“行有所乘”的要求,开好公交线路", 1),
        ),
        example(
            f"按照“住有所居”的要求，建好人才公寓。{_BODY}\n按照“行有所乘”的要求，开好公交线路。{_BODY}",
            _h("按照“住有所居”的要求,建好人才公寓", 1), _h("按照“行有所乘”的要求,开好公交线路", 1),
        ),
        example(f"1.按照“谁主管谁负责”的要求，各部门抓好落实。{_BODY}\n2.按照分工要求，抓好整改。{_BODY}"),
    ),
)  # fmt: skip
