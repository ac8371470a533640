"""The kinds of rules by which investment is judged, and the words for doubts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from luoshi.ledgers.rule_kinds import Kind
from luoshi.rules import defaults, sentences
from luoshi.rules.chains import ChainRule
from luoshi.rules.fulfilment import FulfilmentRule
from luoshi.rules.padding_rules import Kind as Doubt
from luoshi.rules.padding_rules import PaddingRule
from luoshi.rules.response import ResponseRule
from luoshi.rules.rhythm import RhythmRule
from luoshi.rules.screening_forms import ScreeningForm

DOUBTS: Mapping[Doubt, str] = MappingProxyType(
    {
        "same_investor": "同一投资方重复签约",
        "same_parcel": "同一地块",
        "same_text": "名称内容雷同",
        "same_equipment": "设备采购再次签约",
        "two_units": "两个单位分别申报",
        "far_from_paid_in": "与到位资金差距大",
        "far_from_tax": "与承诺税收差距大",
        "far_from_land": "与用地差距大",
    }
)

RESPONSE = Kind(
    name="response",
    title="线索响应时限",
    engine=ResponseRule,
    starting=(defaults.RESPONSE_RULE,),
    sentences=sentences.response,
)
RHYTHM = Kind(
    name="trip_rhythm",
    title="外出招商频次",
    engine=RhythmRule,
    starting=(defaults.RHYTHM_RULE,),
    sentences=sentences.rhythm,
)
SCREENING = Kind(
    name="screening",
    title="项目预审评分表",
    engine=ScreeningForm,
    starting=(defaults.SCREENING_FORM,),
    sentences=sentences.screening,
)
FULFILMENT = Kind(
    name="fulfilment",
    title="合同履约规则",
    engine=FulfilmentRule,
    starting=(defaults.FULFILMENT_RULE,),
    sentences=sentences.fulfilment,
)
PADDING = Kind(
    name="padding",
    title="签约查重规则",
    engine=PaddingRule,
    starting=(defaults.PADDING_RULE,),
    sentences=sentences.padding,
)
CHAIN = Kind(
    name="chain",
    title="补链延链强链规则",
    engine=ChainRule,
    starting=(defaults.CHAIN_RULE,),
    sentences=sentences.chain,
)
KINDS = (RESPONSE, RHYTHM, SCREENING, FULFILMENT, PADDING, CHAIN)
