"""Leaders and persons in charge, so far names in text, become people."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TEXTS = (("Signing", "leader", "包联领导"), ("Project", "leader", "包联领导"), ("Node", "person", "责任人"))


def people_from_names(apps: Any, schema_editor: Any) -> None:
    """The one person of a name; where there is none, or several, an entry without a password is made for it."""
    roster = Roster(apps.get_model("accounts", "User"))
    for model, field, _ in TEXTS:
        rows = apps.get_model("projects", model).objects
        for name in rows.exclude(**{field: ""}).values_list(field, flat=True).order_by().distinct():
            if name.strip():
                rows.filter(**{field: name}).update(**{f"{field}_person": roster.person(name.strip())})


def names_from_people(apps: Any, schema_editor: Any) -> None:
    """The way back: the people's names."""
    for model, field, _ in TEXTS:
        rows = apps.get_model("projects", model).objects.exclude(**{f"{field}_person": None})
        for row in rows.select_related(f"{field}_person"):
            setattr(row, field, getattr(row, f"{field}_person").name[:40])
            row.save(update_fields=[field])


class Roster:
    """People by name; each name that is nobody's, or not one person's alone, gets one new entry."""

    def __init__(self, users: Any) -> None:
        self.users = users.objects
        self.made: dict[str, Any] = {}

    def person(self, name: str) -> Any:
        if name not in self.made:
            found = list(self.users.filter(name=name)[:2])
            self.made[name] = found[0] if len(found) == 1 else self.entry(name)
        return self.made[name]

    def entry(self, name: str) -> Any:
        username, number = name, 1
        while self.users.filter(username=username).exists():
            number += 1
            username = f"{name}{number}"
        return self.users.create(username=username, name=name, password="!")


def person(title: str) -> models.Field[Any, Any]:
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=title,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *(
            migrations.AddField(model.lower(), f"{field}_person", person(title))
            for model, field, title in TEXTS
        ),
        migrations.RunPython(people_from_names, names_from_people),
        *(migrations.RemoveField(model.lower(), field) for model, field, _ in TEXTS),
        *(migrations.RenameField(model.lower(), f"{field}_person", field) for model, field, _ in TEXTS),
    ]
