"""Forms whose errors are sentences: which field, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from luoshi.ledgers.errors import Invalid, LedgerError

REQUIRED = {
    forms.ChoiceField: "请选择“{label}”。",
    forms.FileField: "请选择“{label}”的文件。",
    forms.BooleanField: "请勾选“{label}”。",
    forms.Field: "请填写“{label}”。",
}
INVALID = {
    forms.IntegerField: "“{label}”应是数字，例如 12。",
    forms.DateTimeField: "“{label}”应写成 2026-10-15 09:30 的样子。",
    forms.DateField: "“{label}”应写成 2026-10-15 的样子。",
    forms.EmailField: "“{label}”应是电子邮件地址，例如 name@example.cn。",
    forms.FileField: "“{label}”没有传上来，请重新选择文件。",
}
NO_CHOICE = "“{label}”不在可选范围内，请从列表里选一个。"


class Form(forms.Form):
    """The base of every form of the pages."""

    refused_at: ClassVar[str | None] = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            speak(field)

    def answering(self) -> Answering:
        """A block that does what the form asks for; what is refused goes back into it, and the page goes on."""
        return Answering(self)

    def refuse(self, problem: LedgerError) -> None:
        """Put each sentence beside its field; what belongs to no field stands at ``refused_at``, or above all."""
        found = problem.problems if isinstance(problem, Invalid) else {"": [str(problem)]}
        for name, said in found.items():
            field = self.fields.get(name)
            for sentence in said:
                title, _, rest = sentence.partition("：")
                titled = field is not None and rest and title in str(field.label)
                self.add_error(name if field else self.refused_at, rest if titled else sentence)


@dataclass(frozen=True)
class Answering:
    """What a form's ``answering`` gives."""

    form: Form

    def __enter__(self) -> None:
        """Nothing is needed."""

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> bool:
        if isinstance(problem, LedgerError):
            self.form.refuse(problem)
            return True
        return False


def speak(field: forms.Field) -> None:
    """Put the field's own label into its messages; what the form says itself stays."""
    usual = usual_messages(type(field))
    ours = {
        "required": fitting(REQUIRED, field),
        "invalid": fitting(INVALID, field),
        "invalid_choice": NO_CHOICE,
    }
    for code, text in ours.items():
        if text and code in usual and field.error_messages.get(code) == usual[code]:
            field.error_messages[code] = text.format(label=field.label)


def usual_messages(kind: type[forms.Field]) -> dict[str, Any]:
    """The framework's messages for a kind of field, as the field itself gathers them."""
    gathered: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        gathered.update(getattr(each, "default_error_messages", {}))
    return gathered


def fitting(table: dict[type[forms.Field], str], field: forms.Field) -> str:
    """The first sentence of the table for this kind of field, or nothing."""
    return next((text for kind, text in table.items() if isinstance(field, kind)), "")
