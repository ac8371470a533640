"""What a password must have, said in the language of the pages where the framework says it in English."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    """The framework's check of the length."""

    def get_error_message(self) -> str:
        return f"密码太短了，至少要有 {self.min_length} 个字符。"
