"""What is no text of ours comes out as it went in; the library's own parser sees the same texts."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.web.language.markup import TOKEN, translated

KNOWN = {"红灯": "Red", "签约": "Signed", "按 T 键": "press “T”", "共": "Total", "条": "rows"}


def said(text: str) -> str | None:
    found = KNOWN.get(text.strip())
    return None if found is None else text.replace(text.strip(), found)


def english(html: str) -> str:
    return translated(html, said, {})


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>红灯</p>", "<p>Red</p>"),
        ("<p>\n 红灯 </p>", "<p>\n Red </p>"),
        ("<td>星河</td>", "<td>星河</td>"),
        ('<html lang="zh-Hans"><body>', '<html lang="en"><body>'),
        ('<a title="红灯" href="/红灯/">x</a>', '<a title="Red" href="/红灯/">x</a>'),
        ('<input value="红灯" placeholder="签约">', '<input value="红灯" placeholder="Signed">'),
        ('<b aria-label="按 T 键">T</b>', '<b aria-label="press “T”">T</b>'),
        ("<a title='红灯 > 1'>红灯</a>", "<a title='红灯 > 1'>Red</a>"),
        ('<td translate="no">签约</td><td>签约</td>', '<td translate="no">签约</td><td>Signed</td>'),
        ('<p translate="no"><p>签约</p>签约</p>签约', '<p translate="no"><p>签约</p>签约</p>Signed'),
        ('<input translate="no">签约', '<input translate="no">Signed'),
        ("<textarea>红灯</textarea>红灯", "<textarea>红灯</textarea>Red"),
        ("<script>say('红灯')</script>", "<script>say('红灯')</script>"),
        (
            "<!-- 红灯 --><svg><rect/><text>红灯</text></svg>",
            "<!-- 红灯 --><svg><rect/><text>Red</text></svg>",
        ),
        ("<p>共<b>3</b>条</p>", "<p>Total<b> 3</b> rows</p>"),
        ("<td>共</td><td>3</td>", "<td>Total</td><td>3</td>"),
    ],
)
def test_texts_and_spoken_attributes_are_said_in_english(html: str, wanted: str) -> None:
    assert english(html) == wanted


def test_values_for_scripts_are_said_too_and_stay_harmless() -> None:
    html = '<script id="a" type="application/json">{"unit": "红灯", "x": ["签约", 1, "</b>"]}</script>'
    assert english(html.replace("</b>", "\\u003C/b\\u003E")) == (
        '<script id="a" type="application/json">{"unit": "Red", "x": ["Signed", 1, "\\u003C/b\\u003E"]}</script>'
    )
    assert (
        english('<script type="application/json">红灯</script>')
        == '<script type="application/json">红灯</script>'
    )


def test_what_is_said_is_escaped() -> None:
    assert translated("<p title='签约'>签约</p>", lambda _: '<b> & "', {}) == (
        '<p title="&lt;b&gt; &amp; &quot;">&lt;b&gt; &amp; "</p>'
    )


def test_a_whole_page_brings_the_texts_of_its_scripts() -> None:
    assert translated("<body>x</body>", said, {"关闭": "Close"}) == (
        '<body>x<script id="texts" type="application/json">{"关闭": "Close"}</script>\n</body>'
    )
    assert translated("<p>x</p>", said, {"关闭": "Close"}) == "<p>x</p>"


pieces = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b class='x'>",
        '<a href="/?a=1&amp;b=2" title="星">',
        "</a>",
        "<br>",
        "<rect/>",
        "星河",
        "1 &lt; 2",
        "&amp;",
        " ",
        "\n",
    ]
)


@given(st.lists(pieces, max_size=30))
def test_a_page_without_a_word_of_ours_comes_out_as_it_went_in(html: list[str]) -> None:
    assert english("".join(html)) == "".join(html)


class Texts(HTMLParser):
    """What the library's parser takes for text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@given(st.lists(pieces, max_size=30))
def test_the_library_sees_the_same_texts(html: list[str]) -> None:
    reader = Texts()
    reader.feed("".join(html))
    reader.close()
    ours = TOKEN.sub("", "".join(html)).replace("&lt;", "<").replace("&amp;", "&")
    assert "".join(reader.found) == ours
