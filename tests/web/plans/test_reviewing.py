"""The review page: the text with its marks, the list, every decision with and without script, and who may."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.plans.clauses.models import CONFIRMED, PROPOSED, REJECTED, Clause
from luoshi.plans.documents.models import Document
from luoshi.plans.targets.models import Target
from luoshi.web.plans import text
from tests.plans import build
from tests.plans.build import Cast
from tests.web.plans.conftest import As, token

HTMX = {"HX-Request": "true"}


def place(document: Document, act: str = "") -> str:
    return f"/plans/{document.pk}/{act}"


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


# The text


def test_the_whole_text_stands_there_with_every_clause_marked(document: Document) -> None:
    clauses = list(Clause.objects.of(document))
    lines = text.lines(document, clauses)
    assert [plain(line.html) for line in lines] == [x for x in build.PLAN.split("\n") if x.strip()]
    html = "".join(line.html for line in lines)
    assert [html.count(f'id="c{clause.pk}"') for clause in clauses] == [1] * len(clauses)
    assert [line.tag for line in lines][:3] == ["h2", "h2", "p"]


def test_a_number_is_marked_with_its_words_and_its_unit(document: Document) -> None:
    found = {
        s.clause.pk: document.text[s.start : s.end]
        for s in text.stretches(document.text, document.clauses.all())
    }
    part = build.clause(document, "5亿元以上")
    assert found[part.pk] == "其中5亿元以上项目4个"
    assert found[build.clause(document, "境外到位资金").pk] == "境外到位资金2600万美元"


def test_what_the_reader_left_out_does_not_cut_a_mark() -> None:
    seen = text.folded("確保工業(yè)投資9億(yì)元。", [(4, 8), (12, 16)])
    assert seen == f"確保工業{text.UNSEEN * 4}投資9億{text.UNSEEN * 4}元。"
    clause = Clause(kind="target", start=10, end=11, sentence_start=0, sentence_end=18, data={"unit": "亿元"})
    (found,) = text.stretches(seen, [clause])
    assert (found.start, found.end) == (0, 17)


def test_a_sign_of_the_text_is_never_markup(cast: Cast) -> None:
    document = build.plan(
        cast.supervisor, build.PLAN.replace("由招商局负责", "<b onclick=x>由招商局负责</b>")
    )
    html = "".join(line.html for line in text.lines(document, list(Clause.objects.of(document))))
    assert "<b onclick" not in html
    assert "&lt;b onclick" in html


# The list


def test_the_list_shows_units_with_where_they_are_known_from(supervisor: Client, document: Document) -> None:
    page = supervisor.get(place(document)).text
    assert '牵头 <b translate="no">招商局</b> <span class="origin">原文</span>' in page
    clause = build.clause(document, "境内到位资金")
    assert f'id="k{clause.pk}"' in page
    assert f'data-shows="#c{clause.pk}"' in page


def test_the_list_is_filtered_by_kind_state_and_unit(
    supervisor: Client, document: Document, cast: Cast
) -> None:
    def listed(query: str) -> set[int]:
        page = supervisor.get(place(document, query)).text
        return {int(key) for key in re.findall(r'id="k(\d+)"', page)}

    kinds = {c.pk: c.kind for c in document.clauses.all()}
    assert listed("?kind=milestone") == {key for key, kind in kinds.items() if kind == "milestone"}
    assert listed("?kind=nonsense") == set(kinds)
    assert listed(f"?unit={cast.units['0103'].pk}") == {
        c.pk for c in Clause.objects.of(document) if c.lead == cast.units["0103"]
    }
    assert listed("?unit=0") | listed(f"?unit={cast.units['0103'].pk}") == set(kinds)
    assert "没有符合条件的条目" in supervisor.get(place(document, "?state=rejected")).text


def test_the_page_asks_the_same_number_of_queries_however_long_the_plan(
    supervisor: Client, document: Document, cast: Cast
) -> None:
    long = "\n".join(
        f"（{n}）全年新建公园{n}个，力争引进企业{n}家，完成投资{n}亿元。由招商局负责。" for n in range(3, 90)
    )
    other = build.plan(cast.supervisor, f"云溪高新区2027年工作要点\n\n一、建设\n{long}\n", "另一份.txt", 2027)
    assert other.clauses.count() > 200
    counts = []
    for each in (document, other):
        supervisor.get(place(each))
        with CaptureQueriesContext(connection) as asked:
            supervisor.get(place(each))
        counts.append(len(asked))
    assert counts[0] == counts[1]


# Decisions


def test_one_clause_is_confirmed_by_a_fragment(supervisor: Client, document: Document) -> None:
    clause = build.clause(document, "境内到位资金")
    answer = supervisor.post(place(document, "confirm/"), {"one": token(clause)}, headers=HTMX)
    assert "<html" not in answer.text
    assert f'id="k{clause.pk}"' in answer.text
    assert (
        answer.text.count("hx-swap-oob") == 5
    )  # row, progress, findings (their number, their list), what was done
    assert f"1 / {document.clauses.count()} 条已确认" in answer.text
    assert build.target("境内到位资金").number in answer.text
    clause.refresh_from_db()
    assert clause.state == CONFIRMED


def test_without_script_the_page_comes_back_at_the_clause_with_its_filters(
    supervisor: Client, document: Document
) -> None:
    clause = build.clause(document, "境内到位资金")
    sent = {"one": token(clause), "query": "state=proposed&evil=//elsewhere"}
    answer = supervisor.post(place(document, "confirm/"), sent)
    assert answer.headers["Location"] == f"/plans/{document.pk}/?state=proposed#c{clause.pk}"


def test_many_are_confirmed_together(supervisor: Client, document: Document) -> None:
    chosen = list(map(token, document.clauses.all()))
    page = supervisor.post(place(document, "confirm/"), {"clause": chosen}, headers=HTMX).text
    assert f"{len(chosen)} / {len(chosen)} 条已确认" in page
    assert "下一步：确认计量方式" in page
    document.refresh_from_db()
    assert document.state == CONFIRMED


def test_what_somebody_else_changed_is_refused_whole(supervisor: Client, document: Document) -> None:
    stale, other = build.clause(document, "境内到位资金"), build.clause(document, "境外到位资金")
    tokens = [token(stale), token(other)]
    Clause.objects.filter(pk=stale.pk).update(version=stale.version + 1)
    answer = supervisor.post(place(document, "confirm/"), {"clause": tokens}, headers=HTMX)
    assert answer.status_code == 409
    assert "已被别人修改" in answer.text
    assert not document.clauses.filter(state=CONFIRMED).exists()
    assert not Target.objects.exists()


def test_nothing_chosen_and_foreign_clauses_are_refused(
    supervisor: Client, document: Document, cast: Cast
) -> None:
    assert "没有选中任何条目" in supervisor.post(place(document, "confirm/"), follow=True).text
    other = build.plan(cast.supervisor, build.PLAN.replace("2026年", "2027年"), "另一份.txt", 2027)
    foreign = other.clauses.first()
    assert foreign is not None
    assert supervisor.post(place(document, "confirm/"), {"clause": [token(foreign)]}).status_code == 404


def test_rejecting_asks_for_a_reason_and_can_be_taken_back(supervisor: Client, document: Document) -> None:
    clause = build.clause(document, "联系")
    bare = supervisor.post(place(document, "reject/"), {"one": token(clause)}, headers=HTMX)
    assert "需要写明理由" in bare.text
    said = {"one": token(clause), "reason": "不是承诺"}
    assert "已剔除 1 条" in supervisor.post(place(document, "reject/"), said, headers=HTMX).text
    clause.refresh_from_db()
    assert (clause.state, clause.reason) == (REJECTED, "不是承诺")
    supervisor.post(place(document, "reopen/"), {"one": token(clause)})
    clause.refresh_from_db()
    assert clause.state == PROPOSED


def test_a_clause_is_rejected_in_its_row(supervisor: Client, document: Document) -> None:
    clause = build.clause(document, "联系")
    address = place(document, f"clauses/{clause.pk}/reject/")
    assert "<html" not in supervisor.get(address, headers=HTMX).text
    empty = supervisor.post(address, {"token": token(clause), "reason": ""}, headers=HTMX)
    assert "请填写“理由”" in empty.text
    supervisor.post(address, {"token": token(clause), "reason": "重复"}, headers=HTMX)
    clause.refresh_from_db()
    assert clause.state == REJECTED


def form_of(client: Client, address: str) -> dict[str, object]:
    """Every value that the form of a clause would send as it stands."""
    page = client.get(address)
    form = page.context["form"]
    sent: dict[str, object] = {bound.html_name: bound.value() or "" for bound in form}
    for row in getattr(form, "thresholds", None).rows if getattr(form, "thresholds", None) else ():
        sent |= {name: getattr(row, part) for part, name in row.names.items()}
    return sent | {"token": page.context["line"].token}


def test_a_field_is_corrected_and_what_is_not_touched_stays(supervisor: Client, document: Document) -> None:
    clause = build.clause(document, "引进亿元以上")
    address = place(document, f"clauses/{clause.pk}/")
    sent = form_of(supervisor, address)
    supervisor.post(address, sent)
    clause.refresh_from_db()
    assert clause.corrected == {}
    prefix = f"c{clause.pk}-"
    assert (sent[f"{prefix}t0-value"], sent[f"{prefix}t0-unit"]) == ("1", "亿元")
    sent |= {f"{prefix}value": "19", f"{prefix}t0-value": "2", "token": token(clause)}
    answer = supervisor.post(address, sent)
    assert answer.headers["Location"].endswith(f"#c{clause.pk}")
    clause.refresh_from_db()
    assert clause.fields["value"] == "19"
    assert [c["value"] for c in clause.fields["conditions"]] == ["200000000"]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_wrong_field_has_its_sentence_beside_it(
    supervisor: Client, document: Document, headers: dict[str, str]
) -> None:
    clause = build.clause(document, "境内到位资金")
    address = place(document, f"clauses/{clause.pk}/")
    sent = form_of(supervisor, address) | {f"c{clause.pk}-value": "三十二"}
    page = supervisor.post(address, sent, headers=headers)
    assert page.status_code == 422
    assert "“三十二”不是数字" in page.context["form"].errors["value"][0]
    assert ("<html" in page.text) == (not headers)
    clause.refresh_from_db()
    assert clause.corrected == {}


@pytest.mark.parametrize("word", ["周梳理", "星辰储能", "联系"])
def test_every_kind_of_clause_has_its_form(supervisor: Client, document: Document, word: str) -> None:
    clause = build.clause(document, word)
    address = place(document, f"clauses/{clause.pk}/")
    sent = form_of(supervisor, address)
    answer = supervisor.post(address, sent, headers=HTMX)
    assert "已更正" in answer.text
    clause.refresh_from_db()
    assert clause.corrected == {}


def test_units_are_given_as_people_call_them(supervisor: Client, document: Document, cast: Cast) -> None:
    clause = build.clause(document, "境内到位资金")
    address = place(document, f"clauses/{clause.pk}/units/")
    page = supervisor.get(address)
    assert "牵头 招商局（来自原文）" in page.text
    prefix = f"u{clause.pk}-"
    sent = {
        "token": token(clause),
        f"{prefix}lead": cast.units["0102"].pk,
        f"{prefix}responsible": "招商局、规建局",
        f"{prefix}leader": "高远",
    }
    assert "分工已保存" in supervisor.post(address, sent, headers=HTMX).text
    clause = build.clause(document, "境内到位资金")
    assert (clause.lead, clause.leader) == (cast.units["0102"], "高远")
    assert clause.responsible == [cast.units["0103"], cast.units["0104"]]
    wrong = supervisor.post(address, sent | {f"{prefix}responsible": "火星局"}, headers=HTMX)
    assert "没有找到单位“火星局”" in wrong.text


def test_units_of_many_are_given_together_and_the_rest_stays(
    supervisor: Client, document: Document, cast: Cast
) -> None:
    chosen = [build.clause(document, "境内到位资金"), build.clause(document, "联系")]
    tokens = [token(c) for c in chosen]
    supervisor.post(place(document, "assign/"), {"clause": tokens, "u-supporting": "云溪镇"})
    for word in ("境内到位资金", "联系"):
        assert build.clause(document, word).supporting == [cast.units["0201"]]
    assert build.clause(document, "境内到位资金").lead == cast.units["0103"]
    said = supervisor.post(place(document, "assign/"), {"clause": tokens}, headers=HTMX)
    assert "没有填写任何单位" in said.text


# Who may


@pytest.mark.parametrize("username", ["chenjing", "zhouwei", "xuhe"])
def test_who_may_not_decide_reads_and_is_refused(signed_in_as: As, document: Document, username: str) -> None:
    client = signed_in_as(username)
    page = client.get(place(document))
    assert page.status_code == 200
    assert "境内到位资金" in page.text
    for word in ("确认所选", "data-inline", "剔除所选", 'name="clause"'):
        assert word not in page.text
    clause = build.clause(document, "境内到位资金")
    said = {"one": token(clause), "token": token(clause), "reason": "试试", "u-leader": "某人"}
    for act in ("confirm/", "reject/", "reopen/", "assign/"):
        assert client.post(place(document, act), said).status_code == 403, act
        assert client.post(place(document, act), said, headers=HTMX).status_code == 403, act
    for form in ("", "units/", "reject/"):
        address = place(document, f"clauses/{clause.pk}/{form}")
        assert client.get(address).status_code == 403
        assert client.post(address, said).status_code == 403
    assert set(document.clauses.values_list("state", flat=True)) == {PROPOSED}


def test_a_leader_confirms(signed_in_as: As, document: Document) -> None:
    clause = build.clause(document, "境内到位资金")
    signed_in_as("gaoyuan").post(place(document, "confirm/"), {"one": token(clause)})
    clause.refresh_from_db()
    assert clause.state == CONFIRMED


def test_a_decision_is_never_taken_by_a_link(supervisor: Client, document: Document) -> None:
    for act in ("confirm/", "reject/", "reopen/", "assign/"):
        assert supervisor.get(place(document, act)).status_code == 405
