"""A link of an industrial chain: what is made there, and what it is made for."""

from __future__ import annotations

from django.db import models

from luoshi.ledgers.models import Row

POSITIONS = (
    ("upstream", "上游"),
    ("midstream", "中游"),
    ("downstream", "下游"),
    ("support", "配套"),
)


class ChainLink(Row):
    """One link; ``parent`` is the link of the same chain to which it belongs, ``wanted`` how many firms it should have."""

    code = models.CharField(
        "编码", max_length=20, unique=True, error_messages={"unique": "编码已有环节使用，请换一个。"}
    )
    name = models.CharField("环节", max_length=60)
    chain = models.CharField("产业链", max_length=40)
    position = models.CharField("位置", max_length=20, choices=POSITIONS)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        verbose_name="上级环节",
        null=True,
        blank=True,
        related_name="children",
    )
    keywords = models.CharField("关键词", max_length=200, blank=True)
    wanted = models.PositiveIntegerField("目标企业数", null=True, blank=True)

    class Meta:
        verbose_name = "产业链环节"
        verbose_name_plural = "产业链环节"
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("chain", "name"),
                name="chain_link_once",
                violation_error_message="这条产业链里已有同名的环节，请直接修改原有的行，或换个名称。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.chain}·{self.name}" if self.chain else self.name

    @property
    def called(self) -> str:
        """The link as people call it: with its chain."""
        return str(self)

    @property
    def also_called(self) -> tuple[str, ...]:
        """The bare name, for where no other chain has such a link."""
        return (self.name,)

    @property
    def words_apart(self) -> tuple[str, ...]:
        """The keywords one by one."""
        return tuple(filter(None, (part.strip() for part in self.keywords.split("、"))))

    def clean(self) -> None:
        if not (self.parent_id and self.parent):
            return
        if self.parent.chain != self.chain:
            self.refuse("parent", f"上级环节“{self.parent}”不在“{self.chain}”这条产业链里，请另选。")
        if self.pk and self.pk in {link.pk for link in self.parent.upwards()}:
            self.refuse("parent", f"“{self.parent}”就是本环节或在它的下面，不能作它的上级，请另选。")

    def upwards(self) -> list[ChainLink]:
        """The link itself and the links to which it belongs, nearest first."""
        found: list[ChainLink] = []
        at: ChainLink | None = self
        while at is not None and at not in found:
            found.append(at)
            at = at.parent
        return found
