"""What is stored of a unit, and what can be asked of all units at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import models
from django.db.models import Q

from luoshi.directory.units.names import Names
from luoshi.directory.units.tree import Tree
from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import Row

ZONE, TASK_FORCE, BRANCH = "zone", "task_force", "investment_branch"
TEAMS = (BRANCH, TASK_FORCE)  # who goes out to win investment
KINDS = (
    (ZONE, "管委会"),
    ("office", "部门"),
    ("town", "镇街"),
    ("village", "村居"),
    (TASK_FORCE, "专班"),
    (BRANCH, "招商分局"),
    ("company", "平台公司"),
)


class NoZone(LedgerError):
    """The tree has no root yet."""

    def __init__(self) -> None:
        super().__init__("还没有登记管委会，请先在“单位”台账里登记一个类型为“管委会”的单位。")


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units in the words of those who ask for them."""

    def tree(self) -> Tree:
        """The whole tree in one query."""
        return Tree(self.model._default_manager.order_by().values_list("pk", "parent_id"))

    def subtree(self, pk: int) -> frozenset[int]:
        """The keys of a unit and of all units under it."""
        return self.tree().subtree(pk)

    def subtrees(self, pks: Collection[int]) -> dict[int, frozenset[int]]:
        """The same for several units, in one query."""
        return self.tree().subtrees(pks)

    def scopes(self, pks: Iterable[int]) -> dict[int, frozenset[int]]:
        """What limits figures to units: the subtree of each, and at its negative key that of its parent.

        One query, none for no units.
        """
        pks = set(pks)
        if not pks:
            return {}
        return self.tree().scopes(pks)

    def under(self, pk: int) -> UnitQuerySet:
        """A unit and all units under it."""
        return self.filter(pk__in=self.subtree(pk))

    def zone(self) -> Unit:
        """The committee at the root: who the zone is. :class:`NoZone` where none is registered."""
        found = self.filter(kind=ZONE).first()
        if found is None:
            raise NoZone
        return found

    def teams(self) -> UnitQuerySet:
        """The branches and task forces."""
        return self.filter(kind__in=TEAMS)

    def names(self) -> Names[Unit]:
        """What all units are called, in one query; for looking up many words."""
        units = list(self.select_related(None))
        zones = [u for u in units if u.kind == ZONE]
        return Names(
            ((u, (u.name, *u.also_called)) for u in units),
            prefixes=[name for z in zones for name in (z.name, *z.also_called) if name != z.code],
        )

    def find_by_words(self, text: str) -> Unit | None:
        """The one unit that a plan calls ``text``: 经发局, 区经济发展局, 督查室."""
        return self.names().find(text)


class Unit(Row):
    """A part of the zone that answers for something."""

    code = models.CharField(
        "编码", max_length=20, unique=True, error_messages={"unique": "编码已有单位使用，请换一个。"}
    )
    name = models.CharField(
        "名称", max_length=80, unique=True, error_messages={"unique": "已有同名的单位，请核对。"}
    )
    short_name = models.CharField("简称", max_length=40, blank=True)
    kind = models.CharField("类型", max_length=20, choices=KINDS)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="上级单位",
        null=True,
        blank=True,
        related_name="children",
    )
    aliases = models.CharField("别称", max_length=200, blank=True)
    order = models.PositiveIntegerField("排序", default=0)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "单位"
        verbose_name_plural = "单位"
        ordering = ("order", "code")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=ZONE, parent__isnull=True) | (~Q(kind=ZONE) & Q(parent__isnull=False)),
                name="unit_root_is_zone",
                violation_error_message="只有管委会没有上级单位，请为其他单位填写上级单位。",
            ),
            models.UniqueConstraint(
                fields=("kind",),
                condition=Q(kind=ZONE),
                name="unit_one_zone",
                violation_error_message="管委会只能有一个，请改选其他类型。",
            ),
            models.UniqueConstraint(
                fields=("short_name",),
                condition=~Q(short_name=""),
                name="unit_short_name",
                violation_error_message="简称已有单位使用，请换一个。",
            ),
        )

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def also_called(self) -> tuple[str, ...]:
        """Every other name by which people write the unit."""
        others = (part.strip() for part in self.aliases.split("、"))
        return tuple(dict.fromkeys(filter(None, (self.short_name, self.code, *others))))

    def clean(self) -> None:
        if self.pk and self.parent_id and Unit.objects.tree().stands_under(self.parent_id, self.pk):
            self.refuse("parent", f"“{self.parent}”就是本单位或在它的下面，不能作它的上级，请另选。")
