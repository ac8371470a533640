"""Bars as a chart of Word's own (DrawingML), drawn by the office's own program: sharp in print, no picture, no fonts.

python-docx knows no charts, so the part is written here. Its figures stand in it as they are; there is no workbook
behind it, for nobody is to change them. Black and grey, because it is printed.
"""

from __future__ import annotations

from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from luoshi.reports.document import Bar, Chart
from luoshi.reports.word import text
from luoshi.reports.word.text import BLACK, SI_HAO
from luoshi.rules.rounding import half_up

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_INLINE = """<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="{a}" xmlns:c="{c}"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline distT="0" distB="0" distL="0"
 distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="chart{number}" descr={told}/>
<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{c}"><c:chart r:id="{rid}"/></a:graphicData></a:graphic>
</wp:inline></w:drawing>"""
WIDTH = Mm(150)
BAR, FOOT = Mm(7), Mm(16)  # the height of a bar, and of what stands around them
VALUE, PLANNED = "404040", "BFBFBF"
SMALL = (
    "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz='900'/></a:pPr><a:endParaRPr lang='zh-CN'/></a:p></c:txPr>"
)


def chart(document: DocxDocument, given: Chart, number: int) -> None:
    """Set a chart under its caption; ``number`` counts the charts of the document."""
    caption = text.paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, keep=True)
    text.run(caption, given.caption, BLACK, SI_HAO)
    package = document.part.package
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, _TYPE, xml(given).encode(), package)
    rid = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    made = text.paragraph(document, WD_ALIGN_PARAGRAPH.CENTER, line=None)
    height = FOOT + BAR * max(len(given.bars), 1)
    drawing = _INLINE.format(
        a=_A, c=_C, width=int(WIDTH), height=int(height), number=number, rid=rid, told=quoteattr(_told(given))
    )
    made.add_run()._r.append(parse_xml(drawing))


def _told(given: Chart) -> str:
    """The figures in words, for who cannot see the bars."""
    said = "；".join(f"{bar.label} {bar.shown}" for bar in given.bars)
    return f"{given.caption}：{said}"


def xml(given: Chart) -> str:
    """The chart as a part of the file."""
    series = [_series(0, given.value, VALUE, given.bars, [bar.value for bar in given.bars])]
    if given.planned:
        series.append(_series(1, given.planned, PLANNED, given.bars, [bar.planned for bar in given.bars]))
    legend = f"<c:legend><c:legendPos val='b'/>{SMALL}</c:legend>" if given.planned else ""
    axes = (
        "<c:catAx><c:axId val='1'/><c:scaling><c:orientation val='maxMin'/></c:scaling><c:delete val='0'/>"
        f"<c:axPos val='l'/><c:tickLblPos val='low'/>{SMALL}<c:crossAx val='2'/></c:catAx>"
        "<c:valAx><c:axId val='2'/><c:scaling><c:orientation val='minMax'/></c:scaling><c:delete val='1'/>"
        "<c:axPos val='t'/><c:crossAx val='1'/></c:valAx>"
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><c:chartSpace xmlns:c='{_C}' xmlns:a='{_A}'>"
        "<c:chart><c:autoTitleDeleted val='1'/><c:plotArea><c:layout/><c:barChart><c:barDir val='bar'/>"
        f"<c:grouping val='clustered'/><c:varyColors val='0'/>{''.join(series)}<c:gapWidth val='60'/>"
        f"<c:axId val='1'/><c:axId val='2'/></c:barChart>{axes}</c:plotArea>{legend}"
        "<c:plotVisOnly val='1'/></c:chart></c:chartSpace>"
    )


def _series(at: int, name: str, color: str, bars: tuple[Bar, ...], values: list[Decimal | None]) -> str:
    labels = "".join(f"<c:pt idx='{n}'><c:v>{escape(bar.label)}</c:v></c:pt>" for n, bar in enumerate(bars))
    points = "".join(
        f"<c:pt idx='{n}'><c:v>{half_up(value, 1):f}</c:v></c:pt>"
        for n, value in enumerate(values)
        if value is not None
    )
    count = f"<c:ptCount val='{len(bars)}'/>"
    return (
        f"<c:ser><c:idx val='{at}'/><c:order val='{at}'/><c:tx><c:strRef><c:f>数据!$A${at + 1}</c:f><c:strCache>"
        f"<c:ptCount val='1'/><c:pt idx='0'><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f"<c:spPr><a:solidFill><a:srgbClr val='{color}'/></a:solidFill></c:spPr><c:invertIfNegative val='0'/>"
        f"<c:dLbls>{SMALL}<c:showLegendKey val='0'/><c:showVal val='1'/><c:showCatName val='0'/>"
        "<c:showSerName val='0'/><c:showPercent val='0'/><c:showBubbleSize val='0'/></c:dLbls>"
        f"<c:cat><c:strLit>{count}{labels}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>0.0</c:formatCode>{count}{points}</c:numLit></c:val></c:ser>"
    )
