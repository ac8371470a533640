"""The library's ledgers and its cast."""

from __future__ import annotations

from luoshi.ledgers.access import Access, Actor, Grant, Mandate
from luoshi.ledgers.columns import Area, Choice, Day, Flag, Link, Money, Month, Number, Text
from luoshi.ledgers.definition import Ledger
from luoshi.ledgers.lifecycle import Lifecycle, Step
from luoshi.ledgers.measures import Average, Balance, Condition, Count, Distinct, Last, Ratio, Sum
from tests.library.models import Book, Branch, Copies, Loan, Member, Remark, Reservation

READERS = (Grant("librarian"), Grant("head", everywhere=True), Grant("inspector", everywhere=True))
WRITERS = (Grant("librarian"), Grant("head", everywhere=True))
OFFICE = Access(
    read=READERS,
    write=WRITERS,
    remove=(Grant("head", everywhere=True),),
    steps={"withdraw": (Grant("head", everywhere=True),)},
    secret=("donor",),
    secret_read=(Grant("head"),),
)
OPEN = Access(read=READERS, write=WRITERS)

BRANCHES = Ledger(
    model=Branch,
    name="branches",
    title="分馆",
    columns=(Text("code"), Text("name"), Text("short"), Link("parent", to="branches")),
    identity=("code",),
    label="name",
    unit="pk",
    access=Access(read=READERS, write=(Grant("head", everywhere=True),)),
)
BOOKS = Ledger(
    model=Book,
    name="books.register",
    title="图书台账",
    columns=(
        Text("number"),
        Text("title"),
        Link("branch", to="branches"),
        Choice("kind", choices=Book.KINDS),
        Money("price", unit="元"),
        Number("pages", unit="页"),
        Day("bought_on"),
        Day("shelved_on"),
        Flag("rare"),
        Text("donor"),
        Text("note", long=True, help="需要说明的情况"),
        Choice("state", choices=Book.STATES),
        Text("thick", title="厚薄", derived=True),
    ),
    identity=("number",),
    numbered="number",
    label="title",
    unit="branch",
    order=("number",),
    search=("title", "branch__name"),
    lifecycle=Lifecycle(
        start="ordered",
        steps=(
            Step("shelve", "上架", ("ordered",), "shelved", needs=("shelved_on",)),
            Step("withdraw", "注销", ("ordered", "shelved"), "withdrawn", reason=True),
        ),
    ),
    measures=(
        Count("bought", title="购书数", unit="本", when="bought_on"),
        Count("shelved", title="上架数", when="shelved_on"),
        Sum("spent", title="购书款", of="price", when="bought_on"),
        Sum("science_spent", title="科学书款", of="price", when="bought_on", where=(Condition("kind", "eq", "science"),)),
        Sum("pages", title="页数", of="pages", when="bought_on"),
        Ratio("science_share", title="科学书占比", top="science_spent", bottom="spent", when="bought_on"),
        Ratio("page_price", title="页均价", unit="元/页", top="spent", bottom="pages", when="bought_on"),
        Distinct("titles", title="书名数", of="title", when="bought_on"),
        Average("mean_price", title="平均定价", of="price", when="bought_on"),
        Balance("waiting", title="待上架", plus="bought", minus="shelved"),
        Ratio("shelved_rate", title="上架率", top="shelved", bottom="bought"),
        Count("catalogued", title="编目数", when="bought_on", official=(Condition("shelved_on", "set"),)),
    ),
    access=OFFICE,
)  # fmt: skip
MEMBERS = Ledger(
    model=Member,
    name="members",
    title="读者",
    columns=(
        Text("card"),
        Text("name"),
        Link("branch", to="branches"),
        Month("joined"),
        Number("score"),
    ),
    identity=("card",),
    label="name",
    unit="branch",
    access=OPEN,
    measures=(Count("joined", title="入会人数", unit="人", when="joined"),),
)
LOANS = Ledger(
    model=Loan,
    name="loans",
    title="借阅",
    columns=(
        Link("book", to="books.register"),
        Link("member", to="members"),
        Day("lent_on"),
        Money("fine", unit="元"),
    ),
    identity=("book", "member", "lent_on"),
    label="book",
    unit="book__branch",
    access=OPEN,
    measures=(
        Count("lent", title="借出数", when="lent_on"),
        Count("science_lent", title="科学书借出数", when="lent_on", where=(Condition("book__kind", "eq", "science"),)),
        Sum("lent_value", title="借出书价", of="book__price", when="lent_on"),
    ),
)  # fmt: skip
RESERVATIONS = Ledger(
    model=Reservation,
    name="reservations",
    title="预约",
    columns=(Link("book", to="books.register"), Day("made_on")),
    identity=("book", "made_on"),
    label="made_on",
    unit="book__branch",
    access=OPEN,
    measures=(Count("made", title="预约数", when="made_on"),),
)
REMARKS = Ledger(
    model=Remark,
    name="remarks",
    title="留言",
    columns=(Link("reservation", to="reservations"), Text("text"), Day("said_on")),
    identity=("text",),
    label="text",
    access=Access(read=READERS, write=(Grant("head", everywhere=True), Grant("librarian"))),
    measures=(
        Count("rare_said", title="珍本留言", when="said_on", where=(Condition("reservation__book__rare", "eq", "是"),)),
    ),
)  # fmt: skip
COPIES = Ledger(
    model=Copies,
    name="copies",
    title="馆藏月报",
    columns=(
        Link("branch", to="branches"),
        Month("period"),
        Number("copies", unit="册"),
        Area("area", unit="平方米"),
    ),
    identity=("branch", "period"),
    label="period",
    unit="branch",
    access=OPEN,
    measures=(Last("held", title="馆藏量", of="copies", when="period"),),
)
ALL = (BRANCHES, BOOKS, MEMBERS, LOANS, RESERVATIONS, REMARKS, COPIES)


def librarian(*branches: Branch) -> Actor:
    """Writes the books of these branches."""
    return Actor("馆员", "librarian", (Mandate("librarian", frozenset(b.pk for b in branches)),), "测试")


HEAD = Actor("馆长", "head", (Mandate("head", frozenset()),), "测试")
INSPECTOR = Actor("督察", "inspector", (Mandate("inspector", frozenset()),), "测试")
