"""Finished HTML gone over token by token: what is not a text of ours comes out as it went in, to the character.

The tokens are those of the HTML standard for documents that are well formed, which ours are; the library's own parser
takes four times as long, and is asked in the tests whether it sees the same texts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any, Final

from luoshi.web.language.catalogue import apart

Say = Callable[[str], str | None]

LANGUAGE: Final = "en"
SPOKEN: Final = frozenset(
    {"title", "aria-label", "aria-description", "placeholder", "alt", "label", "data-title", "hx-confirm"}
)
INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "button",
        "code",
        "em",
        "i",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "time",
        "u",
    ]
)
VOID: Final = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
RAW: Final = frozenset({"script", "style", "textarea"})  # what is in them is no markup
JSON: Final = "application/json"
JSON_ESCAPES: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
LITTLE: Final = "texts"  # the id under which a page's scripts find their texts

TOKEN: Final = re.compile(
    r"""
    <!--.*?-->                                                             # a comment
    | <![^>]*+>                                                            # the type of the document
    | </(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+>
    | <(?P<start>[a-zA-Z][^\s/>]*+)(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>
    """,
    re.DOTALL | re.VERBOSE,
)
ATTRIBUTE: Final = re.compile(r"""(?P<name>[^\s"'<>/=]++)=(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)')""")
QUIET: Final = re.compile(r"""\stranslate=["']?no\b""")
VALUES: Final = f'type="{JSON}"'


def translated(html: str, say: Say, texts: dict[str, str]) -> str:
    """A page or a fragment in English; ``texts`` are what a whole page's scripts may say, by their Chinese."""
    return _Writer(html, say, texts).written()


class _Writer:
    """Goes over the tokens of one document."""

    def __init__(self, html: str, say: Say, texts: dict[str, str]) -> None:
        self.html, self.say, self.texts = html, say, texts
        self.out: list[str] = []
        self.at = 0
        self.before = ""  # the last character of the line before this text, across tags that stand in a line
        self.changed = False  # whether the text before it was said in English

    def written(self) -> str:
        """All of it."""
        while token := TOKEN.search(self.html, self.at):
            if token.start() > self.at:
                self._text(self.html[self.at : token.start()])
            self.at = token.end()
            self._token(token)
        self._text(self.html[self.at :])
        return "".join(self.out)

    def _token(self, token: re.Match[str]) -> None:
        start, end = token["start"], token["end"]
        if (start or end) not in INLINE:
            self.before, self.changed = "", False
        if start:
            self._start(start.lower(), token[0])
            return
        if end == "body" and self.texts:
            self.out.append(f'<script id="{LITTLE}" type="{JSON}">{_json(self.texts)}</script>\n')
        self.out.append(token[0])

    def _start(self, tag: str, raw: str) -> None:
        if QUIET.search(raw):
            self.out.append(raw)
            if tag not in VOID and not raw.endswith("/>"):
                self._pass(tag)
            return
        spoken = tag == "html" or not raw.isascii()
        self.out.append(self._tag(tag, raw) if spoken else raw)
        if tag in RAW:
            self._raw(tag, values=VALUES in raw)

    def _pass(self, tag: str) -> None:
        """Leave an element alone with all that is in it, up to its own end."""
        first, depth = self.at, 1
        while depth and (token := TOKEN.search(self.html, self.at)):
            self.at = token.end()
            depth += (token["start"] == tag) - (token["end"] == tag)
        inside = self.html[first : self.at]
        self.out.append(inside)
        self.before, self.changed = _last(inside) if tag in INLINE else "", False

    def _raw(self, tag: str, *, values: bool) -> None:
        """What a script, a style or a field holds; the values that a script reads are said in English too."""
        end = self.html.find(f"</{tag}", self.at)
        inside = self.html[self.at : end if end >= 0 else None]
        self.at += len(inside)
        self.out.append(self._values(inside) if values else inside)

    def _text(self, raw: str) -> None:
        if not raw:
            return
        said = None if raw.isascii() else self.say(unescape(raw))
        shown = raw if said is None else said
        if self.before and apart(self.before, shown[0]) and (self.changed or said is not None):
            self.out.append(" ")
        self.before, self.changed = shown[-1], said is not None
        self.out.append(raw if said is None else escape(said, quote=False))

    def _values(self, raw: str) -> str:
        try:
            return _json(_every(json.loads(raw), self.say))
        except ValueError:
            return raw

    def _tag(self, tag: str, raw: str) -> str:
        """The tag with its spoken attributes in English, and all others as they stood."""

        def value(found: re.Match[str]) -> str:
            name = found["name"]
            if tag == "html" and name == "lang":
                return f'lang="{LANGUAGE}"'
            said = self.say(unescape(found["double"] or found["single"] or "")) if name in SPOKEN else None
            return found[0] if said is None else f'{name}="{escape(said)}"'

        return ATTRIBUTE.sub(value, raw)


def _last(html: str) -> str:
    """The last character of the text in a piece of markup."""
    text = TOKEN.sub("", html)
    return text[-1:]


def _every(value: Any, say: Say) -> Any:
    if isinstance(value, str):
        return say(value) or value
    if isinstance(value, list):
        return [_every(each, say) for each in value]
    if isinstance(value, dict):
        return {key: _every(each, say) for key, each in value.items()}
    return value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).translate(JSON_ESCAPES)
