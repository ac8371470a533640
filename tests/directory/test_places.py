"""Regions and industries: what ships, what people call it, what is refused."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from luoshi.directory.industries import seed as industries
from luoshi.directory.industries.ledger import INDUSTRIES
from luoshi.directory.industries.models import Industry
from luoshi.directory.regions import seed as regions
from luoshi.directory.regions.models import ABROAD, Region, short_name
from luoshi.ledgers.errors import BadValue
from luoshi.ledgers.lookups import Lookups

pytestmark = pytest.mark.django_db


def test_the_classification_has_twenty_sections_and_97_divisions(db: None) -> None:
    assert industries.seed() == 117
    assert industries.seed() == 0
    assert Industry.objects.filter(parent__isnull=True).count() == 20
    assert Industry.objects.filter(section="C", parent__isnull=False).count() == 31


def test_divisions_are_numbered_without_a_gap() -> None:
    codes = [line["code"] for line in industries.table() if line["code"].isdigit()]
    assert codes == [f"{number:02d}" for number in range(1, 98)]


def test_a_word_means_one_industry_and_no_section() -> None:
    """A word of two industries would make a condition count one of them and leave out the other."""
    words = [word for line in industries.table() for word in line["words"].split("、") if word]
    assert len(words) == len(set(words))
    assert all(not line["words"] for line in industries.table() if line["code"].isalpha())


def test_a_section_is_not_found_by_its_bare_name(db: None) -> None:
    industries.seed()
    with pytest.raises(BadValue, match="没有“制造业”"):
        Lookups().find("directory.industries", "制造业")
    assert str(Lookups().find("directory.industries", "C")) == "C 制造业"
    assert INDUSTRIES.identity_of(Lookups().find("directory.industries", "房地产业")) == ("70",)


@pytest.mark.parametrize("text", ["39", "39 计算机、通信和其他电子设备制造业", "电子信息"])
def test_a_cell_may_name_an_industry_in_several_ways(db: None, text: str) -> None:
    industries.seed()
    found = Lookups().find("directory.industries", text)
    assert INDUSTRIES.identity_of(found) == ("39",)


@pytest.mark.parametrize(
    ("code", "section", "sentence"),
    [("391", "U", "A 至 T"), ("U", "U", "行业代码应为"), ("C", "D", "本身就是门类"), ("39", "D", "不一致")],
)
def test_a_wrong_industry_is_refused(db: None, code: str, section: str, sentence: str) -> None:
    parent = Industry.objects.create(code="C" if code != "C" else "B", section="C", name="制造业")
    row = Industry(code=code, section=section, name="某业", parent=parent if code == "39" else None)
    with pytest.raises(ValidationError, match=sentence):
        row.full_clean()


def test_a_finer_industry_may_be_added(db: None) -> None:
    industries.seed()
    parent = Industry.objects.get(code="38")
    Industry(code="384", section="C", name="电池制造", parent=parent).full_clean()


def test_the_provinces_and_abroad_ship(db: None) -> None:
    assert regions.seed() == 35
    assert regions.seed() == 0
    assert Region.objects.provinces().count() == 34
    assert Region.objects.get(code=ABROAD).name == "境外"


@pytest.mark.parametrize("text", ["安徽省", "安徽", "340000"])
def test_a_cell_may_name_a_province_in_several_ways(db: None, text: str) -> None:
    regions.seed()
    assert str(Lookups().find("directory.regions", text)) == "安徽省"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("广西壮族自治区", "广西"),
        ("北京市", "北京"),
        ("香港特别行政区", "香港"),
        ("境外", "境外"),
        ("沙市", "沙市"),
    ],
)
def test_places_are_spoken_of_briefly(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_city_is_unique_in_its_province_and_has_a_code(db: None) -> None:
    regions.seed()
    anhui = Region.objects.get(code="340000")
    Region.objects.create(code="340100", name="合肥市", parent=anhui)
    with pytest.raises(ValidationError, match="同一上级下已有同名的地区"):
        Region(code="340101", name="合肥市", parent=anhui).full_clean()
    with pytest.raises(ValidationError, match="6 位数字"):
        Region(code="34A", name="某市", parent=anhui).full_clean()
