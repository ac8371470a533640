"""`luoshi tokens` gives out, lists and takes back."""

from __future__ import annotations

from luoshi.accounts.models import Token
from tests.whole.zone import Captured, said


def test_a_token_is_given_listed_and_taken_back(zone: None, capsys: Captured) -> None:
    code, shown, complaint = said(capsys, "tokens", "add", "chenjing", "投资平台", "--until", "2099-01-31")
    assert (code, complaint) == (0, "")
    token = Token.objects.of_secret(shown.splitlines()[-1])
    assert token is not None and (token.user.username, str(token.until)) == ("chenjing", "2099-01-31")
    line = said(capsys, "tokens", "list")[1]
    assert "投资平台  读写  有效期至 2099-01-31。" in line and "ls_" not in line
    assert said(capsys, "tokens", "revoke", token.pk)[1] == "已撤销“投资平台”（陈静（chenjing））。\n"
    assert "撤销，请换用新的令牌" in said(capsys, "tokens", "list")[1]


def test_what_is_wrong_is_said(zone: None, capsys: Captured) -> None:
    for words, complaint in (
        (("add", "nobody", "x"), "没有用户名为“nobody”的在用账号"),
        (("add", "chenjing", "x", "--until", "明年"), "参数 --until：“明年”不是日期"),
        (("add", "chenjing", "x", "--until", "2020-01-01"), "已经过去"),
        (("add", "chenjing", "x", "--as", "zhouwei"), "由本人或系统管理员开通"),
        (("revoke", "9999"), "没有编号为 9999 的令牌"),
    ):
        code, shown, told = said(capsys, "tokens", *words)
        assert (code, shown) == (2, "") and complaint in told
    assert not Token.objects.exists()
    assert said(capsys, "tokens", "add", "chenjing", "x", "--as", "chenjing", "--read-only")[0] == 0
    assert Token.objects.get().read_only
