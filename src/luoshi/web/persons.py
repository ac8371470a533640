"""The people with accounts as a table."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.directory.people.models import Post
from luoshi.web.parts import Cell, Column, Row, Table

COLUMNS = (
    Column("姓名", data=True),
    Column("用户名", data=True),
    Column("岗位", width="wide", data=True),
    Column("账号", data=True),
    Column("密码"),
    Column("交接"),
    Column("停用"),
)


def table(on: date) -> Table:
    """Everybody with the posts held on a day, who may sign in first."""
    posts = Post.objects.in_force(on).select_related("unit")
    people = User.objects.prefetch_related(Prefetch("posts", queryset=posts, to_attr="held"))
    rows = tuple(_row(user) for user in people.order_by("-is_active", "username"))
    return Table(name="people", caption="人员", columns=COLUMNS, rows=rows, empty="还没有人员。")


def _row(user: User) -> Row:
    held: list[Post] = getattr(user, "held")  # noqa: B009 - the prefetch puts it there
    posts = "、".join(f"{post.unit} {post.title or post.get_role_display()}" for post in held)
    open_to = user.is_active
    return Row(
        (
            Cell(user.name),
            Cell(user.username),
            Cell(posts or "–"),
            Cell("在用" if open_to else "已停用"),
            Cell(
                "重设密码" if open_to else "",
                reverse("person_password", args=[user.pk]) if open_to else "",
                page=True,
            ),
            Cell("工作交接", reverse("person_handover", args=[user.pk]), page=True),
            Cell(
                "停用账号" if open_to else "",
                reverse("person_dismiss", args=[user.pk]) if open_to else "",
                page=True,
            ),
        ),
        key=str(user.pk),
    )
