"""Templates, styles and scripts keep the rules of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import luoshi.web

WEB = Path(luoshi.web.__file__).parent
OWN = WEB / "static" / "luoshi"
INLINE = re.compile(
    r"""<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*(\ssrc=|type="application/json"))""", re.I
)
OUTSIDE = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.I)
NAMESPACE = "http://www.w3.org/"
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b(?!-)", re.I)


def files(*patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted((WEB / "templates").rglob(pattern))
        yield from sorted(OWN.rglob(pattern))


def test_no_template_styles_or_runs_anything_inline() -> None:
    assert [file.name for file in files("*.html") if INLINE.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "line",
    [
        "<p style='color: red'>",
        '<a onclick="go()">',
        "<script>go()</script>",
        "<STYLE>",
        '<a href="javascript:go()">',
    ],
)
def test_the_search_for_inline_code_finds_it(line: str) -> None:
    assert INLINE.search(line)


def test_a_data_block_and_a_file_are_not_inline_code() -> None:
    assert not INLINE.search('<script id="a" type="application/json">{}</script>')
    assert not INLINE.search('<script src="/static/a.js" defer></script>')


def test_nothing_is_fetched_from_outside() -> None:
    found = {
        file.name: hit
        for file in files("*.html", "*.css", "*.js", "*.svg")
        for hit in OUTSIDE.findall(file.read_text("utf-8").replace(NAMESPACE, ""))
    }
    assert found == {}
    assert OUTSIDE.search("@import url(https://fonts.example.com/a.css)")


def test_only_the_tokens_name_a_colour() -> None:
    named = {
        file.name: COLOUR.findall(file.read_text("utf-8"))
        for file in OWN.rglob("*.css")
        if file.name not in {"tokens.css", "print.css"}
    }
    assert {name: found for name, found in named.items() if found} == {}


# Contrast: every pair of text on ground that the styles use passes AA (4.5 : 1).

PAIRS = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("ink", "hover"),
    ("ink", "chosen"),
    ("grey", "paper"),
    ("grey", "ground"),
    ("grey", "hover"),
    ("accent", "paper"),
    ("accent", "ground"),
    ("accent", "accent-ground"),
    ("on-accent", "accent"),
    ("on-accent", "accent-dark"),
    ("green", "paper"),
    ("green", "green-ground"),
    ("yellow", "yellow-ground"),
    ("ink", "yellow-ground"),
    ("red", "paper"),
    ("red", "red-ground"),
    ("ink", "red-ground"),
]


def palettes() -> dict[str, dict[str, str]]:
    light, dark = (OWN / "css" / "tokens.css").read_text("utf-8").split('[data-theme="dark"]')
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    return {"light": tokens, "dark": tokens | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(theme: str) -> None:
    tokens = palettes()[theme]
    weak = {
        f"{text} on {ground}": round(ratio, 2)
        for text, ground in PAIRS
        if (ratio := contrast(tokens[text], tokens[ground])) < 4.5
    }
    assert weak == {}


def test_contrast_is_measured_as_the_guideline_says() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    assert contrast("#777777", "#ffffff") < 4.5
