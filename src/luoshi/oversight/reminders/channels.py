"""The ways out of the house, each off until it is configured: e-mail over SMTP, a webhook of the government chat."""

from __future__ import annotations

import json
import smtplib
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.mail import EmailMessage

from luoshi.oversight.reminders.models import CHAT, MAIL, PAGE, Reminder

TIMEOUT: Final = 5  # seconds
LEAST_BAD: Final = 300


class Undelivered(Exception):
    """What did not go out, with a sentence that says why; ``reached`` tells whether the other side answered at all."""

    def __init__(self, sentence: str, *, reached: bool) -> None:
        super().__init__(sentence[:300])
        self.reached = reached


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The address that the administrator gave is called, and no other."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Ways:
    """What is configured: the domain of people's mail boxes, the address of the webhook; "" for what is not."""

    domain: str = ""
    webhook: str = ""

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels by which a reminder goes out: the page always, the others where they are configured."""
        others = ((MAIL, self.domain), (CHAT, self.webhook))
        return (PAGE, *(channel for channel, configured in others if configured))

    def send(self, reminder: Reminder) -> None:
        """Send one off, or :class:`Undelivered`."""
        if reminder.channel not in self.channels:
            raise Undelivered("这种提醒方式已经停用。", reached=False)
        if reminder.channel == MAIL:
            _mail(reminder, self.domain)
        else:
            _chat(reminder, self.webhook)


def _mail(reminder: Reminder, domain: str) -> None:
    message = EmailMessage(
        subject=f"【{reminder.get_kind_display()}】{reminder.subject}"[:120],
        body=f"{reminder.person.name}：\n\n{reminder.text}\n\n请登录系统，在“待办”里办理。",
        to=[f"{reminder.person.username}@{domain}"],
    )
    try:
        message.send()
    except smtplib.SMTPResponseException as problem:
        raise Undelivered(f"邮件服务器拒收（{problem.smtp_code}）。", reached=True) from problem
    except smtplib.SMTPRecipientsRefused as problem:
        raise Undelivered(
            "邮件服务器不认这个收件人，请核对其用户名与邮箱是否一致。", reached=True
        ) from problem
    except (smtplib.SMTPException, OSError) as problem:
        raise Undelivered("邮件服务器没有应答，请系统管理员检查邮件设置。", reached=False) from problem


def _chat(reminder: Reminder, address: str) -> None:
    body = json.dumps(payload(reminder), ensure_ascii=False).encode()
    head = {"Content-Type": "application/json; charset=utf-8"}
    request = urllib.request.Request(address, data=body, headers=head, method="POST")
    opener = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            status = answer.status
    except urllib.error.HTTPError as problem:
        problem.close()
        raise Undelivered(f"政务聊天的接口拒收（{problem.code}）。", reached=True) from problem
    except (OSError, ValueError) as problem:
        raise Undelivered("政务聊天的接口没有应答，请系统管理员检查地址。", reached=False) from problem
    if status >= LEAST_BAD:
        raise Undelivered(f"政务聊天的接口拒收（{status}）。", reached=True)


def payload(reminder: Reminder) -> Mapping[str, object]:
    """What the webhook is told, as JSON: whom to tell, in what sentence, and of which task or which light's follow-up."""
    return {
        "to": reminder.person.username,
        "name": reminder.person.name,
        "kind": reminder.kind,
        "title": reminder.get_kind_display(),
        "text": reminder.text,
        **_about(reminder),
        "unit": reminder.unit,
        "due": reminder.due.isoformat() if reminder.due else "",
        "day": reminder.day.isoformat(),
    }


def _about(reminder: Reminder) -> Mapping[str, object]:
    if reminder.followup is not None:
        return {"followup": reminder.followup.number}
    return {"task": reminder.task.number} if reminder.task else {}
