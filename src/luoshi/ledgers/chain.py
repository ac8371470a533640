"""The trail as a chain: each audit row carries the fingerprint of itself and of the row before it.

Whoever changes, removes, exchanges or slips in a row behind the guards has to write every later row anew, and the
head that was handed out before tells that too. The fingerprint's form is fixed: it is what old rows were made with.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from luoshi.ledgers.errors import LedgerError
from luoshi.ledgers.models import AuditHead, AuditRow

BATCH = 5000
ALGORITHMS = ("sm3", "sha256")  # the first that the machine has begins a chain
# what a row's fingerprint is taken of, in this order, after that of the row before
FIELDS = ("seq", "at", "actor", "actor_key", "origin", "act", "ledger", "row", "label", "changes", "reason")
_WRITTEN = re.compile(r"luoshi (\d{1,18}) (sm3|sha256)(?: ([0-9a-f]{64}))?")
encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class NoAlgorithm(LedgerError):
    """A chain was begun with an algorithm that this machine lacks."""

    def __init__(self, name: str) -> None:
        super().__init__(f"操作记录用 {name} 算法成链，本机的密码库没有这个算法，请换一台有该算法的机器。")


class BadHead(LedgerError):
    """A text that is no head of a chain."""

    def __init__(self) -> None:
        super().__init__("给出的文件不是导出的链头，应只有一行，形如“luoshi 序号 算法 指纹”。")


class HeadLost(LedgerError):
    """There are audit rows, but nothing says where their chain ends."""

    def __init__(self) -> None:
        super().__init__("操作记录的链头不见了，不能再写入。请停止使用，保留现场，从备份恢复。")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends: how many rows it has, and the fingerprint of the last."""

    seq: int
    hash: str
    algorithm: str

    def text(self) -> str:
        """The line that is kept elsewhere, to hold the chain against later."""
        return f"luoshi {self.seq} {self.algorithm} {self.hash}".rstrip()

    @classmethod
    def parse(cls, text: str) -> Head:
        """The inverse of :meth:`text`; :class:`BadHead` for what is no such line."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None or bool(found[3]) != bool(int(found[1])):
            raise BadHead
        return cls(int(found[1]), found[3] or "", found[2])


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many rows hold, the head they were held against, and the first row that does not, with its sentence."""

    rows: int
    head: Head
    first_bad: int | None = None
    why: str = ""

    def __bool__(self) -> bool:
        return self.first_bad is None


def usable(name: str) -> bool:
    """Whether the machine's library computes this algorithm."""
    try:
        hashlib.new(name)
    except ValueError:
        return False
    return True


def algorithm() -> str:
    """The algorithm with which a new chain begins."""
    return next(name for name in ALGORITHMS if usable(name))


def digest(name: str, previous: str, values: Sequence[Any]) -> str:
    """The fingerprint of a row's values (:data:`FIELDS`), as 64 hexadecimal digits."""
    seq, at, *rest = values
    return hashlib.new(name, encode([previous, seq, _moment(at), *rest]).encode()).hexdigest()


def _moment(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")


class Digests:
    """The fingerprints that :func:`digest` takes, of many rows that differ in row, label and changes alone.

    ``shared`` are their values from ``at`` to ``ledger``. The changes come as :data:`encode` writes them.
    """

    def __init__(self, name: str, shared: Sequence[Any], reason: str) -> None:
        at, *others = shared
        self._begun = hashlib.new(name)
        self._before, self._after = encode([_moment(at), *others])[1:-1], encode(reason)

    def of(self, previous: str, seq: int, row: str, label: str, changes: str) -> str:
        """The fingerprint of one row."""
        told = f'["{previous}",{seq},{self._before},"{row}",{encode(label)},{changes},{self._after}]'
        made = self._begun.copy()
        made.update(told.encode())
        return made.hexdigest()


def values(row: AuditRow) -> list[Any]:
    """What the fingerprint of a row is taken of."""
    return [getattr(row, name) for name in FIELDS]


def head() -> Head:
    """Where the chain ends now."""
    found = AuditHead.objects.filter(pk=AuditHead.ONLY).first()
    return Head(found.seq, found.hash, found.algorithm) if found else Head(0, "", algorithm())


def verify(upto: Head | None = None) -> Verdict:
    """Walk the whole chain; ``upto`` is a head that was handed out earlier and must still be on it.

    Writers may go on meanwhile: what is held against the head is what had been written when it was read.
    """
    last = (
        AuditRow.objects.aggregate(last=Max("seq"))["last"] or 0
    )  # before the head: it moves in one with its row
    now = head()
    if not usable(now.algorithm):
        raise NoAlgorithm(now.algorithm)
    if last and not AuditHead.objects.exists():
        return Verdict(0, now, 1, "操作记录的链头不见了，无法核对到哪一条为止。")
    walked = _walk(now, upto)
    if walked and last > now.seq:
        return Verdict(now.seq, now, now.seq + 1, f"链头记到第 {now.seq} 条，其后多出了操作记录。")
    return walked


def _walk(now: Head, upto: Head | None) -> Verdict:
    seq, previous, before = 0, "", list[Any]()
    while seq < now.seq:
        some = AuditRow.objects.filter(seq__gt=seq, seq__lte=now.seq).order_by("seq")
        rows = list(some.values_list(*FIELDS, "hash")[:BATCH])
        if not rows:
            return Verdict(seq, now, seq + 1, f"链头记到第 {now.seq} 条，现有的操作记录只到第 {seq} 条。")
        for *row, kept in rows:
            if row[0] != seq + 1:
                return Verdict(seq, now, seq + 1, _missing(seq + 1, before))
            if digest(now.algorithm, previous, row) != kept:
                return Verdict(seq, now, row[0], f"第 {row[0]} 条操作记录被改动过：{_said(row)}。")
            seq, previous, before = row[0], kept, row
            if upto and upto.seq == seq and upto.hash != kept:
                return Verdict(seq - 1, now, seq, _rewritten(upto))
    return _ended(now, previous, upto)


def _ended(now: Head, last: str, upto: Head | None) -> Verdict:
    """The end of the chain against its head, and against one that lies further on."""
    if last != now.hash:
        return Verdict(now.seq - 1, now, now.seq, f"第 {now.seq} 条操作记录的指纹与链头不一致。")
    if upto and (upto.seq > now.seq or upto.algorithm != now.algorithm):
        return Verdict(now.seq, now, min(upto.seq, now.seq + 1), _rewritten(upto))
    return Verdict(now.seq, now)


def _missing(seq: int, before: Sequence[Any]) -> str:
    return f"第 {seq} 条操作记录缺失{f'，它的前一条是：{_said(before)}' if before else ''}。"


def _rewritten(upto: Head) -> str:
    return f"与导出的链头（第 {upto.seq} 条）对不上：第 {upto.seq} 条及以前的操作记录被整体改写或删去过。"


def _said(row: Sequence[Any]) -> str:
    """A row so that a person finds it: time, who, what, ledger, label."""
    _, at, actor, _, _, act, ledger, _, label, *_ = row
    when = at.astimezone(datetime.timezone(datetime.timedelta(hours=8)))
    return f"{when:%Y-%m-%d %H:%M:%S} {actor} {act} {ledger} “{label}”"
