"""No pattern of the reader goes back and forth over a text: hostile input takes time in proportion."""

from __future__ import annotations

import time

import pytest

from luoshi.reading import mechanisms, tasks
from luoshi.reading.document import document
from luoshi.reading.outline import outline
from luoshi.reading.repairs import repair
from luoshi.reading.sentences import body

UNITS = (
    "“", "(", "（", "一是", "周", "一、", "1.", "?", "鏈?", "ㄒ", "产業(yè)", " ", "\t", "【", "打印 ", "来源:", "名称: a ", "2026-01-01 ", "建设、",
    "的局", "局、", "每月", "一\n", "—", "某某局", "“”", "ａ", "任务清单、", "包联", " 号:", "?!?", "责任单位:", "加快建设道路。",
)  # fmt: skip
SIZE, SECONDS = 60_000, 6.0


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_is_read_in_time(unit: str) -> None:
    begun = time.process_time()
    text = repair(unit * (SIZE // len(unit)))
    headings = outline(text)
    document(text, headings)
    ready = body(text.clean, headings, 2026)
    mechanisms.read(ready)
    tasks.read(ready, ())
    assert time.process_time() - begun < SECONDS
