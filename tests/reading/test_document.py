"""What a text says of itself."""

from __future__ import annotations

from hypothesis import given

from luoshi.reading.document import KINDS, document
from luoshi.reading.model import Document
from luoshi.reading.outline import outline
from luoshi.reading.periods import plan_year
from luoshi.reading.repairs import repair
from tests.reading.strategies import TEXTS

_BODY = "组织专班外出对接，梳理一批在谈线索，逐项明确责任单位和办结时限，按月调度推进情况。"


def _about(raw: str) -> Document:
    text = repair(raw)
    return document(text, outline(text))


def test_a_plan_sent_with_a_notice() -> None:
    about = _about(
        "索引号：YX01/2026-00003 信息分类：其他\n发布机构：云溪高新区管委会 发文日期：2026-01-08\n文号：云高管〔2026〕3号 关键词：工作要点\n"
        "关于印发《云溪高新区2026年工作要点》的通知\n各部门、各单位：\n现将要点印发给你们，请认真贯彻执行。\n"
        f"云溪高新技术产业开发区管理委员会\n2026年1月8日\n云溪高新区2026年工作要点\n一、突出招商引资\n{_BODY}"
    )
    assert about == Document(
        "云溪高新区2026年工作要点",
        "云溪高新技术产业开发区管理委员会",
        "云高管〔2026〕3号",
        "2026-01-08",
        2026,
        "工作要点",
        "云溪高新区",
    )


def test_a_bare_extract_says_nothing() -> None:
    assert _about(f"加快园区建设。{_BODY}") == Document()


def test_the_year_to_come_is_the_plan_year() -> None:
    assert _about(f"云溪高新区2025年工作总结和2026年工作计划\n一、工作回顾\n{_BODY}").year == 2026


def test_a_year_that_something_is_striven_for_in_is_the_plan_year() -> None:
    said = "11月16日，县里召开调度会，介绍了明年项目的准备情况。"
    assert plan_year(f"{said}2027年争取入库项目80个以上。") == 2027
    assert plan_year(f"{said}2026年入库项目80个。") is None


def test_a_figure_to_reach_tells_the_plan_year_where_no_later_year_is_named() -> None:
    aim = "2027年，全县PM2.5平均浓度控制在30微克/立方米以下。"
    assert plan_year(aim) == 2027
    assert plan_year(f"{aim}2028年，全县PM2.5平均浓度控制在28微克/立方米以下。") is None
    assert plan_year("2027年，全县完成投资30亿元，增长6%以上。") is None


def test_the_month_below_a_title_tells_the_plan_year_of_this_year() -> None:
    said = "关于加快旅游业发展的意见（2027年4月）\n今年抓好景区开发。"
    assert plan_year(said) == 2027
    assert plan_year(said.replace("今年", "")) is None


def test_several_years_are_no_plan_year() -> None:
    about = _about(f"云溪高新区制造业强区三年行动计划（2026—2028年）\n一、总体要求\n{_BODY}")
    assert (about.year, about.kind) == (None, "行动计划")


def test_the_year_may_stand_in_the_text_only() -> None:
    assert _about(f"2026年，全区将坚持项目为王。\n一、突出招商引资\n{_BODY}").year == 2026


def test_what_is_written_in_the_last_quarter_is_for_the_year_before_the_one_to_come() -> None:
    late = "云溪区奋战四季度攻坚清单\n11月底前完成道路铺装。2027年一季度计划开工项目9个。"
    assert plan_year(late) == 2026
    assert plan_year(late.replace("2027年一季度", "2027年四季度")) == 2027
    assert plan_year(late.replace("奋战四季度攻坚", "重点项目攻坚")) == 2027
    assert plan_year(late.replace("攻坚清单", "攻坚清单（2026—2028年）")) is None


def test_a_document_that_is_quoted_gives_no_number() -> None:
    assert (
        _about(
            f"根据《关于做好招商工作的意见》（云政〔2024〕7号），开展招商。\n一、突出招商引资\n{_BODY}"
        ).number
        is None
    )


def test_a_chinese_date_below_a_signature_is_read() -> None:
    about = _about(f"关于做好招商工作的通知\n各部门：\n{_BODY}\n云溪高新区管委会\n二〇二六年十二月二十三日")
    assert (about.issuer, about.issued_on) == ("云溪高新区管委会", "2026-12-23")


def test_an_impossible_date_is_none() -> None:
    assert _about(f"招商工作通知\n{_BODY}\n云溪高新区管委会\n2026年13月8日").issued_on is None
    assert _about(f"招商工作通知\n{_BODY}\n云溪高新区管委会\n二〇二六年十十月五日").issued_on is None


def test_the_signing_comes_before_the_day_a_page_was_put_up() -> None:
    page = "发布时间：2026-02-09 阅读次数：9\n"
    assert _about(f"{page}云溪区招商方案\n{_BODY}\n云溪区政府办公室\n2026年2月3日").issued_on == "2026-02-03"
    assert _about(f"{page}云溪区招商方案\n{_BODY}").issued_on == "2026-02-09"


@given(TEXTS)
def test_any_text_says_something_or_nothing(raw: str) -> None:
    about = _about(raw)
    assert about.kind is None or about.kind in KINDS
    assert about.year is None or 2000 <= about.year <= 2099
