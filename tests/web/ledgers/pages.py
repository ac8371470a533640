"""What a test reads off a page."""

from __future__ import annotations

import re
from html import unescape

CELL = re.compile(r"<t[dh](?! class=.pick)[^>]*>(.*?)</t[dh]>", re.S)  # not the boxes that pick rows


def text(html: str) -> str:
    """Without tags, blanks as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def table(html: str, name: str) -> list[list[str]]:
    """The body of a table as texts."""
    body = re.search(rf'<table[^>]*id="{name}".*?<tbody>(.*?)</tbody>', html, re.S)
    assert body, f"no table {name}"
    return [[text(cell) for cell in CELL.findall(row)] for row in re.findall(r"<tr.*?</tr>", body[1], re.S)]


def totals(html: str, name: str) -> list[str]:
    """The last line of a table."""
    foot = re.search(rf'<table[^>]*id="{name}".*?<tfoot>(.*?)</tfoot>', html, re.S)
    return [text(cell) for cell in CELL.findall(foot[1])] if foot else []


def heads(html: str, name: str) -> list[str]:
    head = re.search(rf'<table[^>]*id="{name}".*?<thead>(.*?)</thead>', html, re.S)
    assert head
    return [text(cell) for cell in CELL.findall(head[1])]


def chips(html: str) -> list[str]:
    return [text(chip) for chip in re.findall(r'<li class="chip">(.*?)</li>', html, re.S)]


def errors(html: str) -> list[str]:
    return [text(found) for found in re.findall(r'<p class="error"[^>]*>(.*?)</p>', html, re.S)]


def alerts(html: str) -> list[str]:
    return [text(found) for found in re.findall(r'<p class="notice red" role="alert">(.*?)</p>', html, re.S)]


def hidden(html: str, name: str) -> str:
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', html)
    assert found
    return found[1]
