"""The typed readers of the settings, and the database that Django really opens."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler, OperationalError

from luoshi import settings


def test_a_flag_is_read_from_the_usual_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for word, value in {"1": True, "yes": True, "ON": True, "0": False, "": False, "false": False}.items():
        monkeypatch.setenv("LUOSHI_DEBUG", word)
        assert settings.read_flag("LUOSHI_DEBUG", default=not value) is value
    monkeypatch.delenv("LUOSHI_DEBUG")
    assert settings.read_flag("LUOSHI_DEBUG", default=True) is True


def test_a_flag_in_another_word_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOSHI_DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="LUOSHI_DEBUG 的值“maybe”无法识别"):
        settings.read_flag("LUOSHI_DEBUG", default=False)


def test_names_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOSHI_ALLOWED_HOSTS", " luoshi.example, 10.0.0.8 ,,")
    assert settings.read_names("LUOSHI_ALLOWED_HOSTS", "localhost") == ["luoshi.example", "10.0.0.8"]


def test_numbers_are_whole_and_positive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOSHI_MOST_UPLOAD_MB", "50")
    assert settings.read_number("LUOSHI_MOST_UPLOAD_MB", 20) == 50
    monkeypatch.setenv("LUOSHI_MOST_UPLOAD_MB", "")
    assert settings.read_number("LUOSHI_MOST_UPLOAD_MB", 20) == 20
    for wrong in ("0", "-1", "2.5", "很大"):
        monkeypatch.setenv("LUOSHI_MOST_UPLOAD_MB", wrong)
        with pytest.raises(ImproperlyConfigured, match="不是正整数"):
            settings.read_number("LUOSHI_MOST_UPLOAD_MB", 20)


def test_the_data_folder_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LUOSHI_HOME", str(tmp_path / "a" / "b"))
    assert settings.read_home().is_dir()


def test_a_data_folder_that_cannot_be_made_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LUOSHI_HOME", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="数据目录 .* 无法建立"):
        settings.read_home()


def test_the_key_is_made_once_and_is_its_owners_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("LUOSHI_SECRET_KEY", raising=False)
    key = settings.read_secret(tmp_path)
    assert len(key) >= 50
    assert settings.read_secret(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_short_or_empty_key_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LUOSHI_SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured, match="太短"):
        settings.read_secret(tmp_path)
    monkeypatch.delenv("LUOSHI_SECRET_KEY")
    (tmp_path / "secret_key").touch()
    with pytest.raises(ImproperlyConfigured, match="是空的"):
        settings.read_secret(tmp_path)


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_library_with_the_reset_bug_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ImproperlyConfigured, match="丢失数据的缺陷"):
        settings.check_sqlite(version)


@pytest.mark.parametrize("version", [(3, 6, 23), (3, 51, 3), (3, 53, 0)])
def test_a_library_without_the_reset_bug_is_taken(version: tuple[int, ...]) -> None:
    settings.check_sqlite(version)


def test_a_broken_library_stops_the_embedded_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("LUOSHI_DATABASE_URL", raising=False)
    monkeypatch.setattr(settings.pysqlite3, "sqlite_version_info", (3, 45, 0))
    with pytest.raises(ImproperlyConfigured, match="3.45.0"):
        settings.read_database(tmp_path)


def test_without_an_address_the_database_stands_in_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("LUOSHI_DATABASE_URL", raising=False)
    assert settings.read_database(tmp_path)["NAME"] == str(tmp_path / "luoshi.sqlite3")


def test_an_sqlite_address_names_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LUOSHI_DATABASE_URL", "sqlite:////srv/luoshi%20data.sqlite3")
    assert settings.read_database(tmp_path)["NAME"] == "/srv/luoshi data.sqlite3"


def test_a_postgresql_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(
        "LUOSHI_DATABASE_URL", "postgresql://zone:p%40ss@db.example:5433/luoshi?sslmode=require"
    )
    database = settings.read_database(tmp_path)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == ("luoshi", "zone", "p@ss")
    assert (database["HOST"], database["PORT"]) == ("db.example", "5433")
    assert database["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://localhost/luoshi", "应以 postgresql:// 或 sqlite:/// 开头"),
        ("postgresql://localhost/", "没有写数据库名"),
        ("postgresql://localhost:abc/luoshi", "端口不是"),
        ("sqlite://", "没有写 SQLite 文件的路径"),
    ],
)
def test_a_wrong_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str, sentence: str
) -> None:
    monkeypatch.setenv("LUOSHI_DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        settings.read_database(tmp_path)


@pytest.fixture
def embedded(tmp_path: Path, db: None) -> Iterator[ConnectionHandler]:
    """Two connections to one embedded database, whichever database the tests themselves run on."""
    opened = settings.sqlite(str(tmp_path / "luoshi.sqlite3"))
    handler = ConnectionHandler(
        {"default": opened, "other": {**opened, "OPTIONS": {**opened["OPTIONS"], "timeout": 0}}}
    )
    yield handler
    handler.close_all()


def test_the_embedded_database_is_durable(embedded: ConnectionHandler) -> None:
    with embedded["default"].cursor() as cursor:
        found = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert found == ["wal", 2, 1]


def test_django_opens_it_with_a_sound_library(embedded: ConnectionHandler) -> None:
    with embedded["default"].cursor() as cursor:
        version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
    settings.check_sqlite(tuple(int(part) for part in version.split(".")))


def test_a_writer_takes_its_lock_when_it_begins(embedded: ConnectionHandler) -> None:
    embedded["default"].ensure_connection()
    embedded["other"].ensure_connection()
    embedded["default"].set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with pytest.raises(OperationalError, match="locked"):
        embedded["other"].cursor().execute("BEGIN IMMEDIATE")
    embedded["default"].rollback()
    embedded["other"].cursor().execute("BEGIN IMMEDIATE")


def test_https_trusts_every_allowed_host() -> None:
    assert settings.origin_of("luoshi.example") == "https://luoshi.example"
    assert settings.origin_of(".zone.example") == "https://*.zone.example"


def test_mail_goes_nowhere_until_a_server_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LUOSHI_MAIL_URL", raising=False)
    assert settings.read_mail() == settings.Mail()
    monkeypatch.setenv("LUOSHI_MAIL_URL", "smtp://luo:p%40ss@mail.zone.example?domain=zone.example")
    found = settings.read_mail()
    assert (found.host, found.port, found.user, found.password, found.ssl) == (
        "mail.zone.example", 25, "luo", "p@ss", False
    )  # fmt: skip
    assert (found.domain, found.sender) == ("zone.example", "luoshi@zone.example")
    monkeypatch.setenv(
        "LUOSHI_MAIL_URL", "smtps://mail.zone.example?domain=zone.example&from=ducha@zone.example"
    )
    assert settings.read_mail()[1:] == (465, "", "", True, "zone.example", "ducha@zone.example")


@pytest.mark.parametrize(
    "wrong", ["mail.zone.example", "http://mail?domain=a", "smtp://mail.zone.example:25"]
)
def test_a_mail_server_named_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("LUOSHI_MAIL_URL", wrong)
    with pytest.raises(ImproperlyConfigured, match="LUOSHI_MAIL_URL"):
        settings.read_mail()


def test_the_chat_is_called_over_http(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LUOSHI_CHAT_WEBHOOK", raising=False)
    assert settings.read_address("LUOSHI_CHAT_WEBHOOK") == ""
    monkeypatch.setenv("LUOSHI_CHAT_WEBHOOK", "https://chat.zone.example/hook?key=1")
    assert settings.read_address("LUOSHI_CHAT_WEBHOOK") == "https://chat.zone.example/hook?key=1"
    monkeypatch.setenv("LUOSHI_CHAT_WEBHOOK", "file:///etc/passwd")
    with pytest.raises(ImproperlyConfigured, match="不是网址"):
        settings.read_address("LUOSHI_CHAT_WEBHOOK")
