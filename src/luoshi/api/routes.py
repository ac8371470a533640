"""The addresses under /api/: what can be asked of a ledger and its rows, and done to them."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from ninja import Field, File, NinjaAPI, UploadedFile

from luoshi import __version__
from luoshi.api import documents, finding, idempotency, schemas, telling
from luoshi.api.auth import Bearer, Request
from luoshi.api.body import Chinese, Reading
from luoshi.api.errors import answer, problem, speak
from luoshi.api.idempotency import Said
from luoshi.api.schemas import Told
from luoshi.directory.people.actors import reporting_unit
from luoshi.ledgers import access, exporting, importing, querying, registry, stepping, writing
from luoshi.ledgers.access import Act
from luoshi.ledgers.errors import Invalid, UnknownName

LEDGER: Final = "/ledgers/{key}"
ROW: Final = LEDGER + "/rows/{int:pk}"
Number = Annotated[int, Field(ge=1, le=10**9)]
Size = Annotated[int, Field(ge=1, le=500)]
PAGING: Final = ("page", "size")

api = NinjaAPI(
    title="落实 · 接口",
    version=__version__,
    openapi_url=None,
    docs_url=None,
    auth=Bearer(),
    parser=Reading(),
    renderer=Chinese(),
    urls_namespace="api",
)
speak(api)


@api.get("/openapi.json", url_name="api_openapi", include_in_schema=False)
def openapi(request: Request) -> HttpResponse:
    """What can be asked, with the ledgers and columns that the token may see."""
    return answer(200, documents.openapi(api, request.actor, read_only=request.token.read_only))


@api.get(
    "/ledgers",
    url_name="api_ledgers",
    response=list[schemas.Brief],
    summary="全部台账",
    description="令牌能查看的台账，以及能对它们做什么。",
)
def ledgers(request: Request) -> list[Told]:
    """The ledgers that the token may read."""
    readable = (each for each in registry.ledgers() if access.may(request.actor, Act.READ, each))
    return [telling.brief(request.actor, each) for each in readable]


@api.get(
    LEDGER,
    url_name="api_ledger",
    response=schemas.LedgerTold,
    summary="台账说明",
    description="各列、各步骤和可用的筛选条件。",
)
def ledger(request: Request, key: str) -> Told:
    """What the ledger holds, how it is filtered, which steps there are."""
    found = finding.ledger(request.actor, key)
    return telling.whole(querying.asked(found, request.actor, {}))


@api.get(
    LEDGER + "/rows",
    url_name="api_rows",
    response=schemas.Page,
    summary="查询",
    description="与台账列表页相同的行、次序、搜索和筛选。",
)
def rows(request: Request, key: str, page: Number = 1, size: Size = 50) -> Told:
    """The rows that the list page shows, in its order, with its search and filters."""
    query = finding.query(request, finding.ledger(request.actor, key), PAGING)
    told, on_it = telling.page(query.rows(), page, size)
    return told | {"rows": telling.rows(query.ledger, query.columns, on_it)}


@api.post(
    LEDGER + "/rows",
    url_name="api_rows",
    response={201: schemas.WholeRow},
    summary="新增",
    description="新增一行。",
)
def create(request: Request, key: str, given: schemas.NewRow) -> HttpResponse:
    """A new row."""

    def write() -> Said:
        found = finding.ledger(request.actor, key, Act.CREATE)
        values = finding.entered(request.actor, found, given.values)
        made = writing.create(found, values, by=request.actor, on=timezone.localdate())
        return 201, telling.row(request.actor, found, made.pk)

    return idempotency.once(request, write, request.body)


@api.get(
    ROW,
    url_name="api_row",
    response=schemas.WholeRow,
    summary="一行",
    description="一行的内容，以及现在可以办理的步骤。",
)
def row(request: Request, key: str, pk: int) -> HttpResponse:
    """A row, with the steps that the token may take with it."""
    found = finding.ledger(request.actor, key)
    finding.row(request.actor, found, pk)
    return answer(200, telling.row(request.actor, found, pk))


@api.patch(
    ROW,
    url_name="api_row",
    response=schemas.WholeRow,
    summary="修改",
    description="修改一行；版本号不符时不写入（409）。",
)
def change(request: Request, key: str, pk: int, given: schemas.Change) -> HttpResponse:
    """Change a row that still is at the version of If-Match."""

    def write() -> Said:
        found = finding.ledger(request.actor, key, Act.CHANGE)
        row = finding.row(request.actor, found, pk, Act.CHANGE)
        finding.version(request, found, row)
        values = finding.entered(request.actor, found, given.values, row)
        day = timezone.localdate()
        writing.change(found, row, values, by=request.actor, reason=given.reason.strip(), on=day)
        return 200, telling.row(request.actor, found, pk)

    return idempotency.once(request, write, request.body)


@api.post(
    ROW + "/steps/{step}",
    url_name="api_step",
    response=schemas.WholeRow,
    summary="办理",
    description="办理一个步骤；几方同时办理只有一方成功（409）。",
)
def step(request: Request, key: str, pk: int, step: str, given: schemas.Taking) -> HttpResponse:
    """Take a step of the lifecycle; of several who do so at once one succeeds."""

    def write() -> Said:
        found = finding.ledger(request.actor, key)
        if found.lifecycle is None or found.lifecycle.step(step) is None:
            raise UnknownName(f"“{found.title}”的步骤", step)
        row = finding.row(request.actor, found, pk, Act.STEP, step=step)
        finding.version(request, found, row, needed=False)
        values = finding.entered(request.actor, found, given.values, row)
        reason, day = given.reason.strip(), timezone.localdate()
        stepping.take_step(found, row, step, by=request.actor, on=day, reason=reason, given=values)
        return 200, telling.row(request.actor, found, pk)

    return idempotency.once(request, write, request.body)


@api.get(
    ROW + "/trail",
    url_name="api_trail",
    response=schemas.Trail,
    summary="变动记录",
    description="谁在什么时候做了什么，新的在前。",
)
def trail(request: Request, key: str, pk: int, page: Number = 1) -> Told:
    """What happened to the row, newest first."""
    found = finding.ledger(request.actor, key, Act.HISTORY)
    told, on_it = telling.page(finding.trail(request.actor, found, pk), page, 50)
    return told | {"entries": [telling.entry(request.actor, found, each) for each in on_it]}


@api.post(
    LEDGER + "/import",
    url_name="api_import",
    response=schemas.Imported | schemas.Preview,
    summary="导入",
    description="先预览，加上 apply=true 才写入；全部写入或一行不写。",
)
def import_rows(
    request: Request, key: str, file: File[UploadedFile], apply: bool = False, seen: str = ""
) -> HttpResponse:
    """What a workbook would do; with ``apply`` it is done, all of it or nothing."""
    found = finding.ledger(request.actor, key, Act.IMPORT)
    if file.size is None or file.size > settings.MOST_UPLOAD:
        return problem(413)
    data, name = file.read(), str(file.name)
    payload = name.encode(errors="replace") + b"\0" + data
    before = idempotency.earlier(request, payload) if apply else None
    if before is not None:
        return before
    plan = importing.plan(found, data, name, by=request.actor)
    if not apply:
        return answer(200, telling.preview(plan))
    if plan.problems:
        return problem(422, plan.summary, telling.cells(plan))

    def write() -> Said:
        done = importing.apply(plan, by=request.actor, seen=seen, on=timezone.localdate())
        counts = {"created": done.created, "changed": done.changed, "unchanged": done.unchanged}
        return 200, counts | {"keys": list(done.keys)}

    return idempotency.once(request, write, payload)


@api.get(
    LEDGER + "/export",
    url_name="api_export",
    response=dict[str, Any],
    summary="导出",
    description="与列表页相同的行，kind 为 json、csv 或 xlsx。",
)
def export(request: Request, key: str, kind: str = "json") -> HttpResponse:
    """The list as a file, with its search and filters and in its order."""
    found = finding.ledger(request.actor, key, Act.EXPORT)
    wanted = exporting.kind_of(kind)
    if wanted is None:
        raise Invalid(
            {"kind": [f"没有名为“{kind}”的导出格式，可用的有 {'、'.join(exporting.MEDIA_TYPES)}。"]}
        )
    query, now, by = finding.query(request, found, ("kind",)), timezone.localtime(), request.actor
    unit = reporting_unit(request.token.user, now.date())
    data = exporting.export(found, query.rows(), wanted, by=by, as_of=now, unit_name=unit, asked=query.said)
    told = HttpResponse(data, content_type=exporting.MEDIA_TYPES[wanted])
    name = quote(exporting.filename(found, wanted, by=by, as_of=now))
    told.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return told
