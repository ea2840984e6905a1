"""What every test may rely on: no test needs Pango to be there, and none reads the settings of whoever runs it."""

from __future__ import annotations

from functools import cache

import pytest

SETTINGS = (
    "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "PYTHONUNBUFFERED", "TERM",
)  # fmt: skip


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output depends on nothing but the command: language, colour and buffering are what a test sets."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip tests marked `pdf` where the layout engine cannot load."""
    if item.get_closest_marker("pdf") and not pango_loads():
        pytest.skip("needs Pango; `make setup` says how to install it")


@cache
def pango_loads() -> bool:
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True
