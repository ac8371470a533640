"""The texts of a template: what stands between tags and in spoken attributes, with a hole for each value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from django.template.base import Lexer, Token, TokenType

from luoshi.web.language.markup import ATTRIBUTE, QUIET, RAW, SPOKEN, TOKEN, VOID
from luoshi.web.language.sentences import HAN

HOLE, FORK, OTHER, END, CUT = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
MARKS: Final = {"if": FORK, "elif": OTHER, "else": OTHER, "endif": END}
SILENT: Final = frozenset(
    {"load", "csrf_token", "comment", "endcomment", "with", "endwith", "localize", "endlocalize"}
)
SHOWN: Final = frozenset(
    {"url", "querystring", "static", "cycle", "firstof", "now"}
)  # tags in whose place a value stands
QUOTED: Final = re.compile(r'"([^"]*)"')
MOST: Final = 40  # ways to write one text; one that has more is cut where it forks


def texts(source: str) -> Iterator[str]:
    """Every msgid in a template's source."""
    tokens = Lexer(source).tokenize()
    for token in tokens:
        if token.token_type in (TokenType.VAR, TokenType.BLOCK):
            yield from filter(HAN.search, QUOTED.findall(token.contents))
    yield from written("".join(_flat(token) for token in tokens))


def written(html: str) -> Iterator[str]:
    """Every msgid in markup whose values are holes."""
    for text in _texts(html):
        for way in _ways(unescape(text)):
            yield from msgid(way)


def msgid(way: str) -> Iterator[str]:
    """A text with holes as the catalogue has it: numbered, and no two of them side by side."""
    text = re.sub(f"{HOLE}(?:\\s*{HOLE})+", HOLE, way).strip()
    if HAN.search(text):
        count = iter(range(99))
        yield re.sub(HOLE, lambda _: f"{{{next(count)}}}", re.sub(r"\s*\n\s*", " ", text))


def _flat(token: Token) -> str:
    if token.token_type == TokenType.TEXT:
        return token.contents
    if token.token_type == TokenType.VAR:
        return HOLE
    name = token.split_contents()[0] if token.token_type == TokenType.BLOCK else "comment"
    if name in SILENT:
        return ""
    return HOLE if name in SHOWN else MARKS.get(name, CUT)


def _texts(html: str) -> Iterator[str]:
    at = 0
    while token := TOKEN.search(html, at):
        yield html[at : token.start()]
        at = token.end()
        if not token["start"]:
            continue
        if QUIET.search(token[0]) and FORK not in token[0] and token["start"] not in VOID:
            at = max(at, html.find(f"</{token['start']}", at))
            continue
        for found in ATTRIBUTE.finditer(token[0]):
            if found["name"] in SPOKEN:
                yield found["double"] or found["single"] or ""
        if token["start"] in RAW:
            at = html.index(f"</{token['start']}", at)
    yield html[at:]


def _ways(text: str) -> Iterator[str]:
    """Every way in which a text may be written, by its forks; a fork that is open at its end cuts it."""
    for piece in _closed(text):
        if HAN.search(piece):
            ways = _choices(piece)
            yield from ways if len(ways) <= MOST else re.split(f"[{FORK}{OTHER}{END}]", piece)


def _closed(text: str) -> Iterator[str]:
    """Pieces in which every fork is closed."""
    for piece in text.split(CUT):
        depth, start, opened = 0, 0, []
        cuts = []
        for at, sign in enumerate(piece):
            if sign == FORK:
                opened.append(at)
            elif sign == END:
                if opened:
                    opened.pop()
                else:
                    cuts.append(at)
            elif sign == OTHER and not opened:
                cuts.append(at)
            depth = len(opened)
        cuts = sorted([*cuts, *(opened if depth else [])])
        if opened:  # what belongs to a fork that stays open is no fork either
            cuts = sorted({*cuts, *(at for at, sign in enumerate(piece) if sign in (FORK, OTHER, END))})
        for cut in [*cuts, len(piece)]:
            yield piece[start:cut]
            start = cut + 1


def _choices(text: str) -> list[str]:
    """A piece whose forks are closed, written in every way; at most one more than are wanted."""
    inner = re.search(f"{FORK}([^{FORK}{END}]*){END}", text)
    if inner is None:
        return [text]
    branches = inner[1].split(OTHER)
    if OTHER not in inner[1]:
        branches.append("")
    found: list[str] = []
    for branch in branches:
        found += _choices(text[: inner.start()] + branch + text[inner.end() :])
        if len(found) > MOST:
            break
    return list(dict.fromkeys(found))
