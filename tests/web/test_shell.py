"""What holds for every page: the policy, the refusals, the drawer, the errors."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from luoshi.accounts.models import User
from luoshi.directory.people.models import Post
from luoshi.directory.units.models import Unit
from luoshi.ledgers.errors import NotNow, Refused, UnknownName
from luoshi.urls import handler400, handler403, handler404, handler500
from luoshi.urls import urlpatterns as pages
from luoshi.web import navigation
from luoshi.web.pages import errors

__all__ = ["handler400", "handler403", "handler404", "handler500"]

IN_DRAWER = {"HX-Request": "true", "HX-Target": "drawer"}
PROBLEMS = {
    "refused": Refused("“星河项目”不属于您所在的单位。"),
    "unknown": UnknownName("台账", "nothing"),
    "not-now": NotNow("这一步还不能办理，请先填写开工日期。"),
    "denied": PermissionDenied("only English"),
    "missing": Http404("No Project matches the given query."),
    "broken": RuntimeError("secret detail"),
}


def problem(request: HttpRequest, name: str) -> HttpResponse:
    raise PROBLEMS[name]


urlpatterns = [*pages, path("problem/<name>/", problem)]


def test_every_answer_forbids_inline_code(client: Client, db: None) -> None:
    policy = client.get("/login/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_stranger_is_sent_to_sign_in_and_back(client: Client, db: None) -> None:
    answer = client.get("/gallery/?page=2")
    assert (answer.status_code, answer.url) == (302, "/login/?next=/gallery/%3Fpage%3D2")


def test_a_fragment_for_a_stranger_moves_the_whole_page(client: Client, db: None) -> None:
    answer = client.get("/search/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == "/login/"
    assert not answer.content


def test_a_stranger_who_errs_sees_nothing_of_the_inside(client: Client, db: None) -> None:
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert 'class="rail"' not in page.text
    assert "没有找到这一页" in page.text


def test_a_drawer_page_is_a_fragment_in_the_drawer_and_a_page_without(signed_in: Client) -> None:
    page = signed_in.get("/gallery/drawer/").text
    fragment = signed_in.get("/gallery/drawer/", headers=IN_DRAWER).text
    assert "<html" in page
    assert 'class="rail"' in page
    assert "<html" not in fragment
    assert 'data-title="固定资产投资 81.20 亿元"' in fragment
    assert "怎么算的" in page
    assert "怎么算的" in fragment


@override_settings(ROOT_URLCONF="tests.web.test_shell")
def test_a_part_of_a_page_that_is_refused_says_so_in_its_place(signed_in: Client) -> None:
    part = signed_in.get("/problem/refused/", headers={"HX-Request": "true", "HX-Target": "hits"})
    assert part.status_code == 403
    assert part.text.strip() == '<p class="notice red">“星河项目”不属于您所在的单位。</p>'


@override_settings(ROOT_URLCONF="tests.web.test_shell")
@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("refused", 403, "“星河项目”不属于您所在的单位。"),
        ("unknown", 404, "没有名为“nothing”的台账"),
        ("not-now", 400, "请先填写开工日期"),
        ("denied", 403, errors.NO_RIGHT),
        ("missing", 404, errors.NO_PAGE),
    ],
)
def test_a_problem_is_a_page_that_says_what_to_do(
    signed_in: Client, name: str, status: int, sentence: str
) -> None:
    page = signed_in.get(f"/problem/{name}/")
    assert page.status_code == status
    assert sentence in page.text
    assert "only English" not in page.text
    assert "matches" not in page.text
    assert 'class="rail"' in page.text
    fragment = signed_in.get(f"/problem/{name}/", headers=IN_DRAWER)
    assert sentence in fragment.text
    assert "<html" not in fragment.text


@override_settings(ROOT_URLCONF="tests.web.test_shell")
def test_a_bug_is_a_page_that_tells_nothing(signed_in: Client) -> None:
    signed_in.raise_request_exception = False
    page = signed_in.get("/problem/broken/")
    assert page.status_code == 500
    assert "系统出错" in page.text
    assert "secret" not in page.text


def test_a_form_without_its_token_is_refused_in_words(person: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    page = client.post("/settings/password/")
    assert page.status_code == 403
    assert errors.NO_TOKEN in page.text


def test_an_error_before_the_middleware_still_has_a_page() -> None:
    answer = errors.bad_request(RequestFactory().get("/"), ValueError({"path": "计划"}))
    assert answer.status_code == 400
    assert errors.NO_SENSE in answer.text


def test_the_actor_holds_the_posts_of_the_person(signed_in: Client, person: User) -> None:
    assert "还没有岗位" in signed_in.get("/").text
    zone = Unit.objects.create(code="01", name="云溪高新区管委会", kind="zone")
    Post.objects.create(user=person, unit=zone, role="auditor")
    page = signed_in.get("/")
    actor = page.wsgi_request.actor
    assert (actor.name, actor.key, actor.roles) == ("陈静", "chenjing", {"auditor"})
    assert actor.origin == "web 127.0.0.1"
    assert "还没有岗位" not in page.text
    assert "云溪高新区管委会" in page.text


def test_no_door_is_dead(signed_in: Client, person: User) -> None:
    zone = Unit.objects.create(code="01", name="云溪高新区管委会", kind="zone")
    for role in ("supervisor", "administrator"):
        Post.objects.create(user=person, unit=zone, role=role)
    doors = navigation.shown(navigation.RAIL + navigation.SETTINGS)
    assert {"settings", "password", "gallery"} <= {door.view for door in doors}
    for door in doors:
        assert signed_in.get(door.url).status_code == 200, door.title


def test_a_door_without_a_page_is_not_shown() -> None:
    nowhere = navigation.Door("no_such_page", "考核", "plan")
    assert navigation.shown((nowhere,)) == []


def test_the_door_behind_which_one_stands_is_marked(signed_in: Client) -> None:
    assert 'href="/settings/" aria-current="page"' in signed_in.get("/settings/password/").text
    rail = signed_in.get("/").text.partition('<nav class="rail"')[2].partition("</nav>")[0]
    assert "设置" in rail and "aria-current" not in rail
