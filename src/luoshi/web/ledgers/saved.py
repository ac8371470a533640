"""Lists that a person has named: what of an address is kept, and who may keep it for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict
from django.urls import reverse

from luoshi.accounts.models import User
from luoshi.directory import roles
from luoshi.ledgers import querying, standing
from luoshi.ledgers.access import Actor
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.errors import Refused
from luoshi.ledgers.filtering import PREFIX
from luoshi.ledgers.standing import Head
from luoshi.web.forms import Form
from luoshi.web.ledgers.lists import View
from luoshi.web.models import SavedView

MOST: Final = 40  # of one person and ledger


@dataclass(frozen=True, slots=True)
class Offered:
    """A named list: where it leads, whether it is the one that is shown, and where it is removed."""

    title: str
    url: str
    active: bool
    shared: bool
    remove: str


class SaveForm(Form):
    """A name for the conditions in force."""

    title = forms.CharField(label="名称", max_length=40)
    shared = forms.BooleanField(label="所有人可用", required=False)


def may_share(actor: Actor) -> bool:
    """Whether a person may name lists for everybody."""
    return roles.SUPERVISOR in actor.roles


def kept(given: QueryDict) -> str:
    """What of an address says which rows are listed, and in which order."""
    found = QueryDict(mutable=True)
    for name in sorted(given):
        values = [value for value in given.getlist(name) if value]
        if values and (name.startswith(PREFIX) or name in (querying.WORDS, querying.SORT)):
            found.setlist(name, values)
    return found.urlencode()


def save(view: View, form: SaveForm, query: str, *, user: User) -> SavedView:
    """Name what an address asks for; nothing that is secret from some is kept for everybody."""
    title, shared = form.cleaned_data["title"].strip(), form.cleaned_data["shared"]
    ledger, actor = view.ledger, view.actor
    if not query:
        raise Refused("还没有筛选条件，请先筛选、搜索或排序，再保存。")
    if shared and not may_share(actor):
        raise Refused(f"您（{actor.name}）不能保存所有人可用的筛选，请联系督查员。")
    if shared and (told := names_of(query) & set(ledger.access.secret)):
        titles = "、".join(ledger.title_of(ledger.column(name)) for name in sorted(told))
        raise Refused(f"条件里有不是人人可见的列（{titles}），不能保存为所有人可用。")
    owner = None if shared else user
    count = SavedView.objects.filter(user=owner, ledger=ledger.name).exclude(title=title).count()
    if count >= MOST:
        raise Refused(f"常用筛选最多保存 {MOST} 个，请先删除不用的。")
    return SavedView.objects.keep(ledger.name, title, query, owner=owner, by=actor.name[:60])


def names_of(query: str) -> set[str]:
    """The columns that a kept address speaks of."""
    given = QueryDict(query)
    columns = {name.removeprefix(PREFIX).partition(".")[0] for name in given if name.startswith(PREFIX)}
    return columns | {given.get(querying.SORT, "").removeprefix("-")}


_NAMED: standing.Kept[tuple[SavedView, ...]] = standing.Kept(500)


def offered(actor: Actor, user: User, ledger: Ledger, given: QueryDict, head: Head) -> list[Offered]:
    """The named lists of a ledger that a person has."""
    found = _NAMED.of(
        head, (user.pk, ledger.name), lambda: tuple(SavedView.objects.seen_by(user, ledger.name))
    )
    now, home = kept(given), reverse("ledger", args=[ledger.key])
    return [
        Offered(
            title=each.title,
            url=f"{home}?{each.query}",
            active=each.query == now,
            shared=each.user_id is None,
            remove=reverse("ledger_view_remove", args=[ledger.key, each.pk])
            if each.user_id or may_share(actor)
            else "",
        )
        for each in found
    ]
