"""What one person hands over to another: what is shown before, and the form that asks to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone

from luoshi.accounts.models import User
from luoshi.directory.charges.models import Charge
from luoshi.directory.people.actions import CHARGES, POSTS
from luoshi.directory.people.models import Post
from luoshi.ledgers import handover, registry
from luoshi.ledgers.columns import PEOPLE
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups
from luoshi.web.forms import Form
from luoshi.web.ledgers.widgets import PeopleInput


@dataclass(frozen=True, slots=True)
class Share:
    """What a person has in hand in one ledger: in which columns they stand, and how often."""

    name: str
    title: str
    told: str


def shares(giver: User, on: date) -> list[Share]:
    """All that a person has in hand, posts and charges of the day first."""
    first = [
        (POSTS, "现任岗位", "；".join(map(str, Post.objects.in_force(on).filter(user=giver.pk)))),
        (CHARGES, "领导分管", "；".join(map(str, Charge.objects.in_force(on).filter(person=giver.pk)))),
    ]
    found = {name: Share(name, title, told) for name, title, told in first if told}
    for each in handover.belongings(giver.pk, apart=(POSTS, CHARGES)):
        told = f"{each.ledger.title_of(each.column)} {each.count} 行"
        before = found.get(each.ledger.name)
        said = f"{before.told}；{told}" if before else told
        found[each.ledger.name] = Share(each.ledger.name, each.ledger.title, said)
    return list(found.values())


class HandoverForm(Form):
    """To whom, from which day on, why, and what of it all."""

    use_required_attribute = False

    taker = forms.CharField(label="接手人", help_text="接手后，未办结的行都记在接手人名下。")
    on = forms.DateField(
        label="交接日期",
        help_text="岗位和分管自这一天起由接手人承担。",
        widget=forms.TextInput(attrs={"type": "date"}),
    )
    only = forms.MultipleChoiceField(
        label="交接内容",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少勾选一项交接内容。"},
    )
    reason = forms.CharField(
        label="理由",
        max_length=400,
        help_text="例如：轮岗。写入每一行的变动记录，不能再改。",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, giver: User, found: Iterable[Share], data: Any = None) -> None:
        super().__init__(data)
        found = list(found)
        self.giver = giver
        self.initial["on"] = timezone.localdate()
        self.initial["only"] = [share.name for share in found]
        self.fields["taker"].widget = PeopleInput(reverse("people_offered"), several=False)
        self.fields["only"].choices = [  # type: ignore[attr-defined]
            (share.name, f"{share.title}：{share.told}") for share in found
        ]

    def clean_taker(self) -> User:
        """Somebody else, whose account is open or who stands in the roster."""
        try:
            found = Lookups().find(PEOPLE, self.cleaned_data["taker"])
        except BadValue as bad:
            raise forms.ValidationError(str(bad)) from bad
        assert isinstance(found, User)
        if found.pk == self.giver.pk:
            raise forms.ValidationError("接手人不能是交出的人自己，请另选一人。")
        if not found.is_active:
            raise forms.ValidationError(f"{found.name}的账号已停用，请另选一人。")
        return found


def told(counts: dict[str, int]) -> str:
    """How much was handed over, in words."""
    titles = (f"“{registry.ledger(name).title}” {count} 行" for name, count in counts.items())
    return "、".join(titles)
