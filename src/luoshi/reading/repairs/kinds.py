"""The kinds of repairs by their Chinese names, as pages and tables show them."""

from __future__ import annotations

NAMES: dict[str, str] = {
    "traditional": "繁体转简体",
    "variant": "异形字符还原",
    "pinyin": "去掉注音",
    "byte-shift": "编码错位还原",
    "encoding": "乱码还原",
    "entity": "网页符号还原",
    "boilerplate": "去掉网页附加文字",
    "junk": "去掉干扰字符",
    "repeated": "去掉重复段落",
    "citation": "去掉引文标号",
    "invisible": "去掉不可见字符",
    "full-width": "全角转半角",
    "doubled-mark": "去掉重复标点",
    "full-stop": "句点改作句号",
    "decimal-point": "还原小数点",
    "blank": "去掉数字旁的空格",
    "line-break": "接上句中断行",
    "torn-line": "接上窄栏断行",
    "cells": "还原表格行列",
}
