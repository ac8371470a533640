"""A screening as a page shows it: what is known of the project, the reviewer's form, what the votes come to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from luoshi.directory import roles
from luoshi.ledgers.access import Actor
from luoshi.projects.investment.leads.models import Lead
from luoshi.projects.investment.screenings import judging
from luoshi.projects.investment.screenings.models import Screening
from luoshi.projects.investment.votes.models import Vote
from luoshi.rules import sentences
from luoshi.rules.rounding import show
from luoshi.rules.screening import Result, ScreeningForm, ScreeningItem
from luoshi.web.forms import Form, speak
from luoshi.web.parts import Cell, Column, Row, Table, lamp


class VoteForm(Form):
    """The items of a form as fields; figures that the lead tells are filled in."""

    use_required_attribute = False

    def __init__(self, asked: ScreeningForm, data: Any, *, vote: Vote | None, lead: Lead) -> None:
        super().__init__(data)
        known = vote.answers if vote else told(lead)
        for item in asked.items:
            self.initial[item.title] = known.get(item.title, known.get(item.code))
            self.fields[item.title] = _field(item)
        self.fields["remark"] = forms.CharField(
            label="评审意见", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
        )
        self.initial["remark"] = vote.remark if vote else ""
        for field in self.fields.values():
            speak(field)

    @property
    def values(self) -> dict[str, Any]:
        """What is to be stored."""
        answers = {title: str(n) for title, n in self.cleaned_data.items() if title != "remark"}
        return {"answers": answers, "remark": self.cleaned_data["remark"]}


def _field(item: ScreeningItem) -> forms.Field:
    unit = f"0 至 {show(item.scale)} 分" if item.scale is not None else item.unit
    return forms.DecimalField(
        label=f"{item.title}（{unit}）",
        help_text=sentences.screening_item(item),
        min_value=Decimal(0),
        max_value=item.scale,
        max_digits=12,
        decimal_places=4,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "number", "autocomplete": "off"}),
    )


def told(lead: Lead) -> dict[str, str]:
    """Figures that follow from what a lead says, by the code of their item: 万元 a mu, tons a 万元 of sales."""
    found: dict[str, str] = {}
    if lead.land:
        found["intensity"] = show(round(Decimal(lead.amount) / 10_000 / lead.land, 1))
        if lead.tax is not None:
            found["tax"] = show(round(Decimal(lead.tax) / 10_000 / lead.land, 1))
    if lead.energy is not None and lead.invoiced_sales:
        found["energy"] = show(round(Decimal(lead.energy) * 1_000_000 / lead.invoiced_sales, 3))
    return found


def vote_of(actor: Actor, screening: Screening) -> Vote | None:
    """The vote that the person has given."""
    return screening.votes.filter(reviewer=actor.person).first()


def asked(actor: Actor, screening: Screening) -> bool:
    """Whether the person is one of the reviewers."""
    return actor.person in {person["key"] for person in screening.reviewers}


def shows(actor: Actor, screening: Screening) -> bool:
    """Whether the person sees what others have given: who has voted, who oversees, and everybody once all have."""
    overseers = {roles.SUPERVISOR, roles.AUDITOR}
    return bool(actor.roles & overseers) or not judging.missing(screening) or bool(vote_of(actor, screening))


def table(screening: Screening, found: Result) -> Table:
    """Items by reviewers, with the mean; who is far apart is marked in yellow."""
    form, votes = judging.form_of(screening), list(screening.votes.select_related("reviewer").order_by("pk"))
    given = [(vote.reviewer.name, judging.answers(form, vote.answers)) for vote in votes]
    rows = [
        Row(
            (
                Cell(item.title, note="一票否决项" if item.veto else ""),
                Cell(show(item.weight)),
                *(Cell(show(answers[item.code])) for _, answers in given),
                Cell(f"{found.by_item[item.code]:.1f}"),
            )
        )
        for item in form.items
    ]
    apart = f"{found.spread:.1f} 分"
    light = lamp("yellow", f"{apart}，请先会商") if found.wide else lamp("green", apart)
    spread = Cell(light=light)
    totals = (*(Cell(f"{found.by_reviewer[name]:.1f}") for name, _ in given), Cell(f"{found.points:.1f}"))
    return Table(
        name="screening",
        caption="打分汇总",
        columns=(
            Column("指标", width="medium", data=True),
            Column("满分", kind="number"),
            *(Column(name, kind="number", group="各评审人打分或填数") for name, _ in given),
            Column("平均得分", kind="number"),
        ),
        rows=(*rows, Row((Cell("最高与最低相差"), *[Cell()] * (len(given) + 1), spread))),
        totals=(Cell("得分"), Cell("100"), *totals),
        short=True,
    )
