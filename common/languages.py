"""Texts that are kept in both languages of the programme."""

from typing import Any

from django.utils.translation import get_language


def in_language(instance: Any, name: str) -> str:
    """The text `name` of `instance` in the language of the page, in the other one when it is empty."""
    language = (get_language() or "nb")[:2]
    mine = getattr(instance, f"{name}_en" if language == "en" else f"{name}_nb")
    return mine or getattr(instance, f"{name}_nb") or getattr(instance, f"{name}_en")


def in_sentence(name: str) -> str:
    """The name of a language as it stands within a sentence, where Norwegian has no capital letter and English has."""
    return name if (get_language() or "nb").startswith("en") else name[:1].lower() + name[1:]
