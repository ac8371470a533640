"""Lists that people name: their own, and those that supervisors keep for everybody."""

from __future__ import annotations

import dataclasses

from django.test import Client

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.ledgers.access import Actor, Mandate
from luoshi.web.ledgers import saved
from luoshi.web.models import SavedView
from tests.ledgers.conftest import Library
from tests.library.ledgers import HEAD
from tests.web.ledgers import pages
from tests.web.ledgers.conftest import As

URL = "/ledgers/books-register/"
SUPERVISOR = dataclasses.replace(HEAD, mandates=(*HEAD.mandates, Mandate(roles.SUPERVISOR, frozenset())))
QUERY = "f.kind=science&q=工&sort=-price"


def save(client: Client, title: str = "科学书", query: str = QUERY, **more: str) -> str:
    return client.post(f"{URL}views/", {"title": title, "query": query, **more}, follow=True).text


def test_works(library: Library, acting: As) -> None:
    library.book("天工开物", kind="science")
    library.book("山海经")
    head = acting(HEAD)
    assert "常用筛选" not in head.get(URL).text
    html = save(head, query=f"{QUERY}&page=3&month=202603&f.rare=")
    assert "已保存常用筛选“科学书”。" in html
    kept = SavedView.objects.get()
    assert kept.query == "f.kind=science&q=%E5%B7%A5&sort=-price" and kept.user is not None
    listed = head.get(URL).text
    assert f'href="{URL}?{kept.query.replace("&", "&amp;")}"' in listed
    html = head.get(f"{URL}?{kept.query}").text
    assert 'aria-current="true">科学书</a>' in html
    assert [row[1] for row in pages.table(html, "ledger-books-register")] == ["天工开物"]


def test_the_same_name_is_written_over_and_can_be_removed(library: Library, acting: As) -> None:
    head = acting(HEAD)
    save(head)
    save(head, query="f.kind=fiction")
    kept = SavedView.objects.get()
    assert kept.query == "f.kind=fiction"
    answer = head.post(f"{URL}views/{kept.pk}/remove/", follow=True)
    assert "已删除常用筛选“科学书”。" in answer.text and not SavedView.objects.exists()
    assert head.post(f"{URL}views/{kept.pk}/remove/").status_code == 404


def test_what_cannot_be_kept_is_said(library: Library, acting: As) -> None:
    head = acting(HEAD)
    assert "还没有筛选条件" in save(head, query="page=2&month=202603")
    assert "请填写“名称”。" in save(head, title="")
    assert "不能保存所有人可用的筛选" in save(head, shared="on")
    assert not SavedView.objects.exists()


def test_only_so_many_are_kept(library: Library, acting: As) -> None:
    user = User.objects.get(username="chenjing")
    for n in range(saved.MOST):
        SavedView.objects.create(user=user, ledger="books.register", title=f"第{n}个", query=QUERY)
    assert f"最多保存 {saved.MOST} 个" in save(acting(HEAD), title="又一个")
    assert "已保存" in save(acting(HEAD), title="第3个")


def test_a_supervisor_keeps_one_for_everybody(library: Library, acting: As) -> None:
    assert "已保存" in save(acting(SUPERVISOR), shared="on")
    kept = SavedView.objects.get()
    assert kept.user is None
    clerk = acting(library.clerk).get(f"{URL}?f.kind=fiction").text
    assert "科学书" in clerk and "共享" in clerk and f"{URL}views/{kept.pk}/remove/" not in clerk
    assert acting(library.clerk).post(f"{URL}views/{kept.pk}/remove/").status_code == 403
    assert acting(SUPERVISOR).post(f"{URL}views/{kept.pk}/remove/").status_code == 302
    assert not SavedView.objects.exists()


def test_what_is_secret_from_some_is_not_kept_for_everybody(library: Library, acting: As) -> None:
    for query in ("f.donor.has=张三&f.kind=science", "sort=-donor"):
        html = save(acting(SUPERVISOR), query=query, shared="on")
        assert "条件里有不是人人可见的列（捐赠人）" in html
    assert not SavedView.objects.exists()
    assert "已保存" in save(acting(SUPERVISOR), query="sort=-donor")


def test_nobody_sees_or_removes_what_another_has_kept(library: Library, acting: As) -> None:
    other = User.objects.create_user("other", name="别人")
    kept = SavedView.objects.create(user=other, ledger="books.register", title="别人的", query=QUERY)
    SavedView.objects.create(user=other, ledger="members", title="别处的", query="q=顾")
    library.book()
    assert "别人的" not in acting(HEAD).get(f"{URL}?q=山").text
    assert acting(SUPERVISOR).post(f"{URL}views/{kept.pk}/remove/").status_code == 404
    assert SavedView.objects.count() == 2


def test_who_may_not_see_the_ledger_keeps_nothing(library: Library, acting: As) -> None:
    nobody = Actor("路人", "passer", (Mandate("visitor", frozenset()),))
    assert acting(nobody).post(f"{URL}views/", {"title": "书", "query": QUERY}).status_code == 403
    assert not SavedView.objects.exists()
