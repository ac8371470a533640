"""Maps as SVG: areas with holes, nothing to draw, many points, shapes beside colours; and what chains ask for."""

from __future__ import annotations

import re
from datetime import date

import pytest

from luoshi.directory.chains.models import ChainLink
from luoshi.directory.roles import LEADER, SUPERVISOR
from luoshi.directory.units.models import Unit
from luoshi.enterprises.register.models import Enterprise
from luoshi.ledgers import rulebook
from luoshi.ledgers.access import STRANGER
from luoshi.projects.investment import kinds
from luoshi.projects.investment.standing import standings
from luoshi.projects.land.districts.models import District
from luoshi.rules import defaults
from luoshi.web import maps
from luoshi.web.investment import atlas, graph
from luoshi.web.maps import Feature, Layer
from tests.directory import build as directory
from tests.projects import build, investment, land

RING = [[117.1, 31.8], [117.2, 31.8], [117.2, 31.9], [117.1, 31.9], [117.1, 31.8]]
HOLE = [[117.14, 31.84], [117.16, 31.84], [117.16, 31.86], [117.14, 31.86], [117.14, 31.84]]
AREA = {"type": "Polygon", "coordinates": [RING, HOLE]}
CODE = "91340100MA2JF5QYC0"


def point(x: float, y: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [x, y]}


def test_an_area_with_a_hole_and_its_name() -> None:
    svg = maps.render(
        [Layer("d", "片区", "map-district", [Feature(AREA, "溪口<片区>")], named=True)], 800, 600
    )
    assert svg.text.count("M") == 2 == svg.text.count("Z") and 'fill-rule="evenodd"' in svg.text
    assert "溪口&lt;片区&gt;</text>" in svg.text and "<片区>" not in svg.text
    numbers = [float(each) for each in re.findall(r"[ML]([\d.]+) [\d.]+", svg.text)]
    assert 0 < min(numbers) < max(numbers) < 800


def test_north_is_up_and_a_square_stays_square() -> None:
    layer = Layer("p", "点", "map-signed", [Feature(point(x, y), "") for x, y in ((0, 0), (1, 0), (0, 1))])
    at = [
        (float(x), float(y))
        for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', maps.render([layer], 500, 500).text)
    ]
    assert at[2][1] < at[0][1] and at[1][0] > at[0][0]
    assert (at[1][0] - at[0][0]) == pytest.approx(at[0][1] - at[2][1], rel=0.01)


def test_nothing_is_drawn_of_nothing_and_a_single_point_is_in_the_middle() -> None:
    assert maps.render([Layer("p", "点", "map-signed", [])], 800, 600).text == ""
    alone = maps.render([Layer("p", "点", "map-signed", [Feature(point(117, 31), "独")])], 800, 600)
    assert 'cx="400.0" cy="300.0"' in alone.text


def test_five_hundred_points_are_a_small_file_with_shapes() -> None:
    many = [Feature(point(117 + n / 1000, 31 + n % 7 / 100), f"项目 {n}", "/a/", n) for n in range(125)]
    layers = [
        Layer(shape, shape, "map-signed", many, shape=shape)
        for shape in ("circle", "square", "triangle", "diamond")
    ]
    svg = maps.render(layers, 960, 600)
    assert svg.count == 500 and len(svg.text.encode()) < 300_000
    assert (svg.text.count("<circle"), svg.text.count("<rect"), svg.text.count("<polygon")) == (125, 125, 250)


@pytest.mark.django_db
def test_what_links_ask_for() -> None:
    units = directory.zone()
    boss = directory.holder("linzhao", SUPERVISOR, units["0101"])
    rulebook.issue(kinds.CHAIN.name, defaults.CHAIN_RULE.to_data(), by=boss, closed=None)
    cell = link("A", "电芯", "midstream", 2)
    link("B", "隔膜", "upstream", 1, cell)
    link("C", "回收", "downstream", 1, cell)
    link("D", "壳体", "support", 0, cell)
    investment.prospect(units["0103"], chain_link=ChainLink.objects.get(code="B"), name="恒远隔膜")
    enterprise(units["0103"], cell)
    build.signing(
        units["0103"], chain_link=cell, credit_code=CODE, state="started", started_on=date(2026, 5, 1)
    )
    assert calls() == {"A": "强链", "B": "补链", "C": "补链", "D": ""}, (
        "a signing of the register counts once"
    )
    build.signing(units["0103"], chain_link=cell, state="started", started_on=date(2026, 5, 1))
    assert calls() == {"A": "延链", "B": "补链", "C": "补链", "D": ""}
    build.signing(units["0103"], chain_link=ChainLink.objects.get(code="B"), counts=False)
    assert calls()["B"] == "补链", "what was struck does not fill a gap"
    found = standings(date(2026, 10, 31))
    chain = graph.graphs(found)[0]
    drawn = chain.drawing
    assert chain.gaps == 2 and drawn.text.count("chain-edge") == 3
    assert "■ 补链" in drawn.text and "○ 不布局" in drawn.text and "◆ 延链" in drawn.text


def link(code: str, name: str, position: str, wanted: int, parent: ChainLink | None = None) -> ChainLink:
    return ChainLink.objects.create(
        code=code, name=name, chain="电池", position=position, wanted=wanted, parent=parent
    )


def enterprise(unit: Unit, chain_link: ChainLink) -> None:
    Enterprise.objects.create(credit_code=CODE, name="澄光储能", unit=unit, chain_link=chain_link)


def calls() -> dict[str, str]:
    return {
        each.link.code: each.gap.call for each in standings(date(2026, 10, 31)) if each.link.chain == "电池"
    }


@pytest.mark.django_db
def test_districts_are_the_ground_as_far_as_they_say_where_they_lie() -> None:
    units = directory.zone()
    land.district(unit=units["0104"])
    leader = directory.holder("gaoyuan", LEADER, units["01"])
    assert atlas.ground(leader) == [] == atlas.ground(STRANGER)
    District.objects.update(place=AREA)
    (layer,) = atlas.ground(leader)
    assert (layer.colour_class, layer.named, len(layer.features)) == ("map-district", True, 1)
    assert maps.render([layer], 960, 600).text.count("<path") == 1
