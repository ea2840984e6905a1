"""Which language a run speaks, known before the command line is parsed, so that its errors are in it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGES = ("vi", "en")
DEFAULT = "vi"


def chosen(arguments: Sequence[str]) -> str | None:
    """Return what the last --lang asks for, or None."""
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    return found if found in LANGUAGES else None


def of_environment(environment: Mapping[str, str]) -> str:
    """Return the language of LC_ALL, LC_MESSAGES or LANG where it is one of ours, else Vietnamese."""
    spoken = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return next((lang for lang in LANGUAGES if spoken.lower().startswith(lang)), DEFAULT)
