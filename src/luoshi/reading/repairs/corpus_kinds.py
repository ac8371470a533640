"""Invented damage of every kind: what was given, what is read, and the kinds of the repairs in order."""

from __future__ import annotations

from luoshi.reading.engine import Corpus, Example, example
from luoshi.reading.repairs.corpus import read

#: A page of fixed width, a paragraph, and what stands around.
_DUTY = "组织专班外出对接，梳理在谈线索四十条，逐条明确责任单位和办结时限，按月通报进展情况"
_CARE = "开通企业诉求直通车，常态化走访规上企业，建立台账并逐件销号，让企业办事少跑路、不折腾"
_LEAD = "云溪高新区坚持项目为王、要素跟着项目走，全年新签约亿元以上项目三十个，到位资金八十亿元，规上工业总产值增长百分之九"


def _mended(given: str, clean: str, *kinds: str) -> Example:
    return example(given, {"clean": clean}, *({"kind": kind} for kind in kinds))


_TRADITIONAL = (
    _mended("開發區後續項目", "开发区后续项目", "traditional"),
    _mended(
        "東部片區、於潛路改造，發展產業，優化環境，監管創新，繼續擴大投資",
        "东部片区、于潜路改造,发展产业,优化环境,监管创新,继续扩大投资",
        *["traditional"] * 12,
    ),
    _mended(
        "顯著提升，著手辦理，發揮作用，實現增長，優勢明顯，園區環境，質量優先，單位負責",
        "显著提升,着手办理,发挥作用,实现增长,优势明显,园区环境,质量优先,单位负责",
        *["traditional"] * 13,
    ),
    _mended("旭昇機械", "旭昇机械", "traditional"),
    _mended("年度計畫、總體規畫、圖畫展", "年度计划、总体规划、图画展", *["traditional"] * 3),
    # a simplified text and its names
    example("於潜镇、乾元镇、徵君路"),
    example("吴昇、陈甦、麽先生，旭昇集团"),
    example("著名企业、显著提升、着力推进"),
    example("瞭望塔、狼藉、覆盖率、沈阳、叶片、里程、后勤、干部、发展"),
)

_PINYIN = (
    _mended("2026年目标🚀\n新培育企业5家。🏭🌟", "2026年目标\n新培育企业5家。", "junk", "junk"),
    _mended(
        "工作安排wRt\nwRt\n新培育企业5家。wRt\n改造道路6公里。wRt",
        "工作安排\n\n新培育企业5家。\n改造道路6公里。",
        *["junk"] * 4,
    ),
    example("主要目标：GDP\n实现GDP\n增长7%。\n确保GDP\n总量过百亿元。"),
    _mended("2026年目标✨\n新培育企业5家。⭐", "2026年目标\n新培育企业5家。", "junk", "junk"),
    _mended("到位内资5。3亿元,增长27。5%。", "到位内资5.3亿元,增长27.5%。", "decimal-point", "decimal-point"),
    _mended(
        "投资186、37亿元,其中工业投资31、06亿元",
        "投资186.37亿元,其中工业投资31.06亿元",
        "decimal-point",
        "decimal-point",
    ),
    example("分别投资6、37亿元。"),
    _mended("溪口水廠(chǎng)改造", "溪口水厂改造", "traditional", "pinyin"),
    _mended("园区(qū)道路", "园区道路", "pinyin"),
    _mended("园区（qū）道路", "园区道路", "pinyin"),
    _mended("建设园区(q\nū)配套", "建设园区配套", "pinyin"),
    _mended("建设园区(qū\n)配套", "建设园区配套", "pinyin"),
    _mended("建设园区(q ū)配套", "建设园区配套", "pinyin"),
    _mended("个(ge)别事项(xiàng)", "个别事项", "pinyin", "pinyin"),
    _mended("规(ɡuī)上企业", "规上企业", "pinyin"),
    _mended("扩(读:kuò)大园区《区：qū》面积", "扩大园区面积", "pinyin", "pinyin"),
    _mended("壮大｛拼音：dà｝产业", "壮大产业", "pinyin"),
    _mended("计划《kuò》大", "计划大", "pinyin"),
    example("个(ge)别事项"),
    example("云溪(一期)、APP(app)、建成5km(公里)、X(x)"),
    example("溪口(xikou)水厂、柳塘(A区)"),
    example("参见附件(à la carte)"),
)

_SHIFTED = (
    _mended("总体思路。ㄒ唬┛缭绞桨", "总体思路。(一)跨越式\ufffd", "byte-shift"),
    _mended("总体思路。ㄒ唬┛缭绞桨l展", "总体思路。(一)跨越式发展", "byte-shift"),
    _mended("坚持稳中求进。ǘ┩七M项目建设。", "坚持稳中求进。(二)推进项目建设。", "byte-shift"),
    _mended("坚持稳中求进。ǘ?）强化项目建设。", "坚持稳中求进。(二)强化项目建设。", "byte-shift"),
    _mended("坚持稳中求进。\nㄈ?）优化营商环境", "坚持稳中求进。\n(三)优化营商环境", "byte-shift"),
    _mended(
        "廠(chǎng)區(qū)擴(kuò)建?入場(chǎng)道路(lù)，優(yōu)化環(huán)境(jìng)，怎么辦(bàn)?請說明",
        "厂区扩建\ufffd入场道路,优化环境,怎么办?请说明",
        *["traditional", "pinyin"] * 3,
        "byte-shift",
        *["traditional", "pinyin"],
        "pinyin",
        *["traditional", "pinyin"] * 2,
        "pinyin",
        *["traditional", "pinyin"],
        "traditional",
    ),
    example("为什么要这样做?因为群众需要。是否可行?请说明。"),
    example("α系数、β值与Ω量级，Ⅱ类水体、Ⅲ类水质"),
    example("指标┃单位┃目标\n亩均税收┃万元┃二十"),
    example("├─规划建设局─┤"),
    example("电阻≈5欧，甲∶乙"),
)

_ENCODING = (
    _mended("äº‘æºªé«˜æ–°åŒºå»ºè®¾", "云溪高新区建设", "encoding"),
    _mended(
        "å…¨å¹´å¼•è¿›é¡¹ç›®25ä¸ªï¼Œå¢žé•¿8%ã€‚",
        "全年引进项目25个,增长8%。",
        "encoding",
        "encoding",
        "encoding",
    ),
    _mended("æºªå\x8f£", "溪口", "encoding"),
    _mended("鍏ㄥ勾寮曡繘椤圭洰锛屽畬鎴愭姇璧勩€\ufffd", "全年引进项目,完成投资。", "encoding"),
    _mended("浜戞邯鐨勪紒涓氾紝澧為暱8%", "云溪的企业,增长8%", "encoding"),
    _mended("浜戞邯鐨勪紒涓氾紝澧為\ufffd?8%", "云溪的企业,增\ufffd8%", "encoding"),
    _mended("ÔÆÏª¸ßÐÂÇø½¨Éè", "云溪高新区建设", "encoding"),
    _mended("锟斤拷锟斤拷建设项目", "\ufffd建设项目", "encoding"),
    example("咖啡café……，Citroën公司，naïve"),
    example("5°±2、µ级精度、10×20米、Ø50管"),
    example("推进拷贝业务、锟铻公司"),
)

_VARIANTS = (
    _mended("⼀、⼯业⽣产", "一、工业生产", "variant", "variant", "variant"),
    _mended("⻓期、⻰头企业、⺠生", "长期、龙头企业、民生", "variant", "variant", "variant"),
    _mended("㈠突出招商\n㈡强化项目", "(一)突出招商\n(二)强化项目", "variant", "variant"),
    _mended("⒈建强队伍。⒉优化服务。", "1.建强队伍。2.优化服务。", "variant", "variant"),
    _mended("⑴优化环境；⑵完善机制", "(1)优化环境;(2)完善机制", "variant", "variant"),
    _mended("溪口水厂︵一期︶", "溪口水厂(一期)", "variant", "variant"),
    _mended("提高5﹪，增长8﹪", "提高5%,增长8%", "variant", "variant"),
    _mended("建设｡完成､", "建设。完成、", "variant", "variant"),
    example("第①项、③号楼、Ⅱ标段"),
    example("10㎡、5℃、№3、㎞"),
    example("一九八〇年"),
)

_ENTITIES = (
    _mended("&ldquo;一窗受理&rdquo;改革", "“一窗受理”改革", "entity", "entity"),
    _mended("推进;;一窗受理;;改革", "推进“一窗受理”改革", "entity", "entity"),
    _mended("引进&nbsp;25&nbsp;个", "引进25个", "entity", "entity"),
    _mended("突出招商&nbsp;&nbsp;强化项目", "突出招商  强化项目", "entity"),
    _mended("投资&gt;5亿元", "投资>5亿元", "entity"),
    _mended("&#20113;溪、&#x67F3;塘", "云溪、柳塘", "entity", "entity"),
    example("R&D投入占比、A&B公司；C&D"),
    example("a=1&b=2;c"),
)

_MARKS = (
    _mended("引进项目 ２５ 个", "引进项目25个", "blank", "full-width", "blank"),
    _mended("１．加快建设ＡＰＰ", "1.加快建设APP", "full-width", "full-width"),
    _mended("增长８．５％", "增长8.5%", "full-width"),
    _mended("完成投资[3]，增长8%", "完成投资,增长8%", "citation"),
    _mended("物流“一张网”[12]建设【5】", "物流“一张网”建设", "citation", "citation"),
    _mended("软\xad件\u200b园\ufeff", "软件园", "invisible", "invisible", "invisible"),
    _mended("增长5%，，投资8%,。", "增长5%,投资8%。", "doubled-mark", "doubled-mark"),
    _mended("新增 12 家，增长 6 . 5%", "新增12家,增长6.5%", "blank", "blank", "blank", "blank"),
    _mended("2026 “年，力争引进项目6个", "2026年,力争引进项目6个", "junk"),
    _mended("2026 “ ”年，新建厂房", "2026年,新建厂房", "junk"),
    _mended("新增企业 9 “ ”家以上", "新增企业9家以上", "blank", "junk"),
    example("入选2026“年度十佳”，评出“9”家"),
    example("A [3] 号、[2026]5号文、〔2026〕3号"),
    example("【工作要点】【重点】"),
    example("2026 2027"),
    example("甲，乙；丙、丁。"),
)

_STOPS = (
    _mended(
        '一、抓招商.引进项目5个,到位率40%.推进"一网通办".新建厂房2万㎡(含一期).修路180km.',
        '一、抓招商。引进项目5个,到位率40%。推进"一网通办"。新建厂房2万㎡(含一期)。修路180km。',
        *["full-stop"] * 5,
    ),
    _mended(
        "全年新签约项目30个，税收突破500.优化服务.2026年开工9个．竣工率达95%.5月通车.",
        "全年新签约项目30个,税收突破500。优化服务。2026年开工9个。竣工率达95%。5月通车。",
        *["full-stop"] * 5,
    ),
    _mended(
        "1.抓招商.新签约9个。\n2.抓项目.新开工6个。",
        "1.抓招商。新签约9个。\n2.抓项目。新开工6个。",
        *["full-stop"] * 2,
    ),
    _mended(
        "完成总工程量的85%o(二)扩大招商。到位资金30亿元o二、工作思路",
        "完成总工程量的85%。(二)扩大招商。到位资金30亿元。二、工作思路",
        *["full-stop"] * 2,
    ),
    example("1.抓招商.新签约9个。完成投资.见附件。"),
    example("推进o2o(一)期、CEO(二)班建设o2026年开工"),
    example("1.抓招商\n2.抓项目\n3.抓服务\n(一).优环境\n(2).强保障\n一.目标\n二.任务\nA.道路"),
    example("增长8.5%.\n投资2.3亿元"),
    example("建设云溪大道。完善管网.改造厂房.详见www.yunxi.cn。报送yx@yunxi.cn。第3.2节。"),
    example("图为园区一角...\n招商局...\n住建局...\n"),
)

_SHEET = f"{_DUTY}。{_CARE}。{_DUTY}。"
_SHEETS = (
    _mended(
        f"1、{_SHEET}新建厂 2、房，{_SHEET}扩建云溪 3、水厂。",
        f"1、{_SHEET}新建厂房，{_SHEET}扩建云溪水厂。".replace("，", ","),
        "junk",
        "junk",
    ),
    example(f"1、{_SHEET}新建厂房\n2、{_SHEET}\n3、{_SHEET}"),
    example("新建厂房\n2、扩建水厂\n3、改造云溪路"),
)

_JUNK = (
    _mended(
        "突出招商引资。7 x$ T) b8 M! e% y\n& r9 $ J. a) p/ T6 v强化项目建设。",
        "突出招商引资。\n强化项目建设。",
        "junk",
        "junk",
    ),
    _mended("引进项目25 !b z# N; e5 Y- c' k", "引进项目25", "junk"),
    _mended(". u4 D& } s' h2 y: q》》》重点工作", "重点工作", "junk"),
    _mended(
        "抓招商qwz\n签约项目9个。qwz\n抓项目qwz\n开工9个。",
        "抓招商\n签约项目9个。\n抓项目\n开工9个。",
        *["junk"] * 3,
    ),
    _mended(
        "二、重点任务 - 4 -\n抓招商。 第5页 共9页\n抓项目", "二、重点任务 \n抓招商。 \n抓项目", *["junk"] * 2
    ),
    example("完成率 -3\n比分为2-1-1\n第3页图"),
    example("上线云溪app\n推广园区app\n开发招商app\n三个app同步运行，app用户满意，app功能完善。"),
    example("上线云溪app\n推广园区app\n开发招商app。"),
    example("全长3km\n管网4km\n道路5km"),
    example("a + b = c - d, x；| A | B | C | D |；A B C D E F G；1 - 2 - 3 - 4 - 5"),
    example("No. 1 A - B / C 2 & 3"),
    example("We do it as a team on it, so we go"),
)

_REPEATED = (
    _mended(
        f"{_DUTY}。\n{_DUTY}。\n{_CARE}。",
        f"{_DUTY.replace('，', ',')}。\n\n{_CARE.replace('，', ',')}。",
        "repeated",
    ),
    _mended(
        f"一、突出招商\n{_DUTY}。{_CARE}。\n一、突出招商\n{_DUTY}。{_CARE}。",
        f"一、突出招商\n{_DUTY.replace('，', ',')}。{_CARE.replace('，', ',')}。\n",
        "repeated",
    ),
    _mended(
        f"摘要：{_LEAD[:46]}...\n云溪高新区工作要点\n{_LEAD}。{_DUTY}。",
        f"\n云溪高新区工作要点\n{_LEAD.replace('，', ',')}。{_DUTY.replace('，', ',')}。",
        "repeated",
    ),
    example(f"一、招商局\n{_DUTY}。\n二、企业服务局\n{_DUTY}。"),
    example("云溪镇\n引进项目5个。\n柳塘镇\n引进项目5个。"),
    example("规上工业总产值\t亿元\t64\n规上工业总产值\t亿元\t64"),
    example("力争实现。力争实现。力争实现。"),
)

_FIXED = (
    "全年力争新引进亿元以上项目三十三个，其中十亿元以上",
    "项目四个，实现到位资金五十二亿元，规上工业总产值增",
    "长百分之九以上。加快推进云溪大道北延、柳塘路改造等",
    "配套工程建设，确保海拓电子二期、凌云装备产业园等七",
    "个项目年底前竣工投产，收储土地九百亩，盘活闲置厂房",
    "三万平方米，建成标准厂房十二万平方米，新增融资二十",
    "亿元，净增规上工业企业十一家。",
)
_COLUMN = (
    "一、主要目标",
    "全年完成固定资产投资2",
    "4.5亿元,其中技改8亿",
    "元,增长12%;新建标准厂",
    "房5万平方米;新引进项",
    "目12个。",
    "- 2 -",
    "净增规上企业9家,亩均",
    "税收达到18万元,新增融",
    "资30亿元以上,按季调度",
    "进度,年底前全部完成。",
    "二、保障措施",
    "各办按月报送。",
)
_COLUMN_READ = (
    "一、主要目标\n全年完成固定资产投资24.5亿元,其中技改8亿元,增长12%;新建标准厂房5万平方米;新引进项目12个。\n"
    "净增规上企业9家,亩均税收达到18万元,新增融资30亿元以上,按季调度进度,年底前全部完成。\n二、保障措施\n各办按月报送。"
)
_TORN = (
    _mended("\n".join(_COLUMN), _COLUMN_READ, *["torn-line"] * 4, "boilerplate", *["torn-line"] * 3),
    _mended(
        "坚持项目为王、稳中求进，其中工业技改投资完成2\n4.5亿元。",
        "坚持项目为王、稳中求进,其中工业技改投资完成24.5亿元。",
        "line-break",
    ),
    _mended(
        "坚持项目为王、稳中求进，园区年内新建标准厂房50万平\n方米。",
        "坚持项目为王、稳中求进,园区年内新建标准厂房50万平方米。",
        "line-break",
    ),
    _mended(
        "坚持项目为王，确保海拓电子二\n第 3 页\n期等七个项目投产，收储土地九百亩。\n— 4 —\n二、强化保障",
        "坚持项目为王,确保海拓电子二期等七个项目投产,收储土地九百亩。\n二、强化保障",
        "boilerplate",
        "boilerplate",
    ),
    _mended(
        "新修道路共63. 7公里，投资5 亿 元，增长8 %", "新修道路共63.7公里,投资5亿元,增长8%", *["blank"] * 4
    ),
    example("共引进项目63. 7月底前完成。\n3. 7公里道路"),
    example("坚持项目为王、稳中求进，全年计划引进项目25\n3亿元以上项目5个"),
    example(
        "\n".join(
            f"{name}，{office}6月开工"
            for name in ("云溪水厂", "柳塘大桥", "瀚海电池", "海拓电子")
            for office in ("水务局", "工信局")
        ).replace("，", ",")
    ),
    _mended("第 9 页 共 31 页\n一、突出招商", "\n一、突出招商", "boilerplate"),
    example("第三页的附图- 4 -见后\n第3页所列项目"),
)
_TONELESS = (
    _mended(
        "投资58億(yi) 元，分別(bie)建在東(dong) 關",
        "投资58亿元,分别建在东关",
        *["traditional", "pinyin"] * 2,
        "traditional",
        "pinyin",
        "traditional",
    ),
    _mended(
        "投资58亿（yi）元，分别（bie）位于东（dong）关，重(chong)建APP(app)",
        "投资58亿元,分别位于东关,重建APP(app)",
        *["pinyin"] * 4,
    ),
    example("分别(bie)位于东(dong)关"),
    example("人工智能(ai)、商业智能(bi)、办公(oa)、云溪(a)区、柳塘(b)区、瀚海(c)区"),
    example("研发(rd)、物联网(iot)、企业资源(erp)、客户关系(crm)"),
)
_LINES = (
    _mended("\n".join(_FIXED), "".join(_FIXED).replace("，", ","), *["line-break"] * 6),
    _mended(" ".join(_FIXED), "".join(_FIXED).replace("，", ","), *["line-break"] * 6),
    _mended("\r\n".join(_FIXED), "".join(_FIXED).replace("，", ","), *["line-break"] * 6),
    example("突出招商引资 强化项目建设 优化营商环境"),
    example("云溪高新区 二〇二六年工作要点\n突出招商引资"),
    example("一、突出招商引资\r二、强化项目建设\r三、优化营商环境"),
)

CORPUS = Corpus(
    "kinds of damage",
    read,
    (*_TRADITIONAL, *_PINYIN, *_SHIFTED, *_ENCODING, *_VARIANTS, *_ENTITIES, *_MARKS, *_STOPS, *_SHEETS, *_JUNK, *_REPEATED, *_LINES, *_TORN, *_TONELESS),
)  # fmt: skip
