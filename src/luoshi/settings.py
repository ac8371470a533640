"""The one settings file: every environment variable is read here, by a typed reader that fails loudly."""

from __future__ import annotations

import os
import re
import secrets
import sys
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

try:
    import pysqlite3
except ImportError:  # no wheel for this machine: Python's own library is used, and checked below
    import sqlite3 as pysqlite3
else:
    sys.modules["sqlite3"] = pysqlite3  # before Django's backend asks for it

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"", "0", "false", "no", "off"}
BROKEN_SQLITE = ((3, 7, 0), (3, 51, 2))  # the WAL-reset bug: first and last version that carries it


# Readers


def read_text(name: str, default: str) -> str:
    """The variable without surrounding blanks; set but empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def read_flag(name: str, default: bool) -> bool:
    """A yes or no in one of the usual words."""
    raw = os.environ.get(name)
    if raw is None:
        return default
    word = raw.strip().lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"环境变量 {name} 的值“{raw}”无法识别，请填 1（是）或 0（否）。")


def read_number(name: str, default: int) -> int:
    """A whole number greater than nought."""
    raw = read_text(name, str(default))
    if raw.isdecimal() and int(raw) > 0:
        return int(raw)
    raise ImproperlyConfigured(f"环境变量 {name} 的值“{raw}”不是正整数，请填数字，例如 {default}。")


def read_names(name: str, default: str) -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in read_text(name, default).split(",") if part.strip()]


def read_home() -> Path:
    """The data folder, made when absent."""
    home = Path(read_text("LUOSHI_HOME", "var")).expanduser().resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"数据目录 {home} 无法建立（{problem.strerror}），请检查环境变量 LUOSHI_HOME 和目录权限。"
        ) from problem
    return home


def read_secret(home: Path) -> str:
    """LUOSHI_SECRET_KEY, or a key made once and kept in the data folder, readable by its owner only."""
    given = read_text("LUOSHI_SECRET_KEY", "")
    if given:
        if len(given) < 32:
            raise ImproperlyConfigured("环境变量 LUOSHI_SECRET_KEY 太短，请填不少于 32 个字符的随机串。")
        return given
    path = home / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    except OSError as problem:
        raise ImproperlyConfigured(
            f"密钥文件 {path} 无法写入（{problem.strerror}），请检查数据目录的权限。"
        ) from problem
    else:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
    key = path.read_text(encoding="ascii").strip()
    if not key:
        raise ImproperlyConfigured(f"密钥文件 {path} 是空的，请删除它后重新启动。")
    return key


def read_database(home: Path) -> dict[str, Any]:
    """LUOSHI_DATABASE_URL (postgresql:// or sqlite://), or the embedded database in the data folder."""
    url = read_text("LUOSHI_DATABASE_URL", "")
    if not url:
        return sqlite(str(home / "luoshi.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path).removeprefix("/"))
    if parts.scheme in {"postgresql", "postgres"}:
        return postgresql(url)
    raise ImproperlyConfigured(
        "环境变量 LUOSHI_DATABASE_URL 应以 postgresql:// 或 sqlite:/// 开头，例如 postgresql://用户:密码@主机:5432/库名。"
    )


def sqlite(path: str) -> dict[str, Any]:
    """The embedded database: durable on every commit, and a writer takes its lock when it begins."""
    if not path:
        raise ImproperlyConfigured("环境变量 LUOSHI_DATABASE_URL 里没有写 SQLite 文件的路径。")
    check_sqlite(pysqlite3.sqlite_version_info)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        },
        "CONN_MAX_AGE": 60,  # opening the file costs more than most pages
    }


def check_sqlite(version: tuple[int, ...]) -> None:
    """Refuse a library that can lose committed pages when a write-ahead log starts again."""
    first, last = BROKEN_SQLITE
    if first <= tuple(version) <= last:
        raise ImproperlyConfigured(
            f"当前 SQLite 库版本为 {'.'.join(map(str, version))}，3.7.0 至 3.51.2 各版本在 WAL 模式下有丢失数据的缺陷，"
            "不能使用。请安装 pysqlite3（自带新版 SQLite），或用环境变量 LUOSHI_DATABASE_URL 改用 PostgreSQL。"
        )


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL from its usual address; what follows `?` goes to the driver (host=/socket/folder, sslmode=…)."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path).removeprefix("/")
    if not name:
        raise ImproperlyConfigured("环境变量 LUOSHI_DATABASE_URL 里没有写数据库名，应写在最后一个斜杠之后。")
    try:
        port = parts.port
    except ValueError as problem:
        raise ImproperlyConfigured(
            "环境变量 LUOSHI_DATABASE_URL 里的端口不是 1 到 65535 的数字。"
        ) from problem
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or options.pop("port", "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


class Mail(NamedTuple):
    """A mail server of the intranet, and the domain under which people have their boxes; "" where there is none."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    ssl: bool = False
    domain: str = ""
    sender: str = ""


def read_mail(name: str = "LUOSHI_MAIL_URL") -> Mail:
    """smtp://user:password@host:25?domain=…, or smtps://; nobody is written to where it is not set."""
    url = read_text(name, "")
    if not url:
        return Mail()
    parts = urlsplit(url)
    given = dict(parse_qsl(parts.query))
    domain = given.get("domain", "")
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or not domain:
        raise ImproperlyConfigured(
            f"环境变量 {name} 应写成 smtp://用户:密码@主机:25?domain=邮箱域名（加密的用 smtps://），邮箱为“用户名@邮箱域名”。"
        )
    ssl = parts.scheme == "smtps"
    return Mail(
        parts.hostname,
        parts.port or (465 if ssl else 25),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        ssl,
        domain,
        given.get("from", f"luoshi@{domain}"),
    )


def read_address(name: str) -> str:
    """The address of a program that is called over http, or "" where it is not set."""
    url = read_text(name, "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ImproperlyConfigured(f"环境变量 {name} 的值“{url}”不是网址，应以 http:// 或 https:// 开头。")
    return url


def origin_of(host: str) -> str:
    """An allowed host as Django wants it in the list of trusted origins."""
    return f"https://{re.sub(r'^[.]', '*.', host)}"


# Where and who

HOME = read_home()
DEBUG = read_flag("LUOSHI_DEBUG", default=False)
HTTPS = read_flag("LUOSHI_HTTPS", default=False)  # True when a proxy in front speaks https to the browsers
SECRET_KEY = read_secret(HOME)
ALLOWED_HOSTS = read_names("LUOSHI_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
ADDRESS = read_text("LUOSHI_ADDRESS", "").rstrip("/")  # where people open the pages, for what is printed
ROOT_URLCONF = "luoshi.urls"
WSGI_APPLICATION = "luoshi.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "luoshi.accounts",
    "luoshi.ledgers",
    "luoshi.directory",
    "luoshi.enterprises",
    "luoshi.plans",
    "luoshi.projects",
    "luoshi.oversight",
    "luoshi.web",
    "luoshi.api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "luoshi.web.middleware.content_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "luoshi.web.middleware.true_address",
    "luoshi.api.door.apart",  # programs have no session, no form and no page: nothing below is asked for them
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "luoshi.web.language.door.at_the_edge",  # above all that writes a page, below what says how long it is
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "luoshi.web.middleware.SignInRequired",  # a page that strangers may see says so itself
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "luoshi.web.middleware.WhoAndWhen",
    "luoshi.web.middleware.body_limit",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "luoshi.web.context.shell",
            ],
            "libraries": {
                "lights": "luoshi.web.wall.tags"
            },  # stands above the tags that tables are made with
            "builtins": ["luoshi.web.templatetags.formats", "luoshi.web.templatetags.parts"],
        },
    },
]

# Data

DATABASES = {"default": read_database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Ways out of the house, all closed until they are named

MAIL = read_mail()
MAIL_DOMAIN = MAIL.domain
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL.host else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_SSL = MAIL.host, MAIL.port, MAIL.ssl
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = MAIL.sender or "luoshi@localhost"
CHAT_WEBHOOK = read_address("LUOSHI_CHAT_WEBHOOK")

# Words and times

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o600
MOST_UPLOAD = (
    read_number("LUOSHI_MOST_UPLOAD_MB", 20) * 1024 * 1024
)  # the files of one form, or a pasted table
BESIDE_UPLOAD = 2**20  # octets: the other fields of a form, and the lines between its parts
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * MOST_UPLOAD  # the fields of a form; its files are not counted in this
FILE_UPLOAD_HANDLERS = [
    "luoshi.web.receiving.Quota",  # first: it stops what the others would write to the disk
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# People

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "luoshi.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Safety

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "luoshi.web.pages.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [origin_of(host) for host in ALLOWED_HOSTS if host != "*"] if HTTPS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Notes of the running server, to standard error

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
