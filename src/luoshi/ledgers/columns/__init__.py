"""What a column is: how one field is entered, shown, imported, exported, and what a bad value is told.

A field appears once in ``models.py`` and once here. A kind of column that only one family needs stands there.
"""

from __future__ import annotations

from luoshi.ledgers.columns.base import Column, Finder, as_text
from luoshi.ledgers.columns.files import File, Filed, Upload
from luoshi.ledgers.columns.links import Link
from luoshi.ledgers.columns.numbers import LARGEST, Area, Money, Number, Share, factor, plain
from luoshi.ledgers.columns.people import APART as PEOPLE_APART
from luoshi.ledgers.columns.people import PEOPLE, People, Person
from luoshi.ledgers.columns.places import Place, area_of
from luoshi.ledgers.columns.times import Day, Month
from luoshi.ledgers.columns.words import Choice, Flag, Text

__all__ = [
    "LARGEST",
    "PEOPLE",
    "PEOPLE_APART",
    "Area",
    "Choice",
    "Column",
    "Day",
    "File",
    "Filed",
    "Finder",
    "Flag",
    "Link",
    "Money",
    "Month",
    "Number",
    "People",
    "Person",
    "Place",
    "Share",
    "Text",
    "Upload",
    "area_of",
    "as_text",
    "factor",
    "plain",
]
