"""Write docs/cli.md and the pages of `rollout --help` from the commands themselves.

python docs/generate_cli.py           writes what has changed
python docs/generate_cli.py --check   writes nothing; exit 1 when a page is not what the commands say
"""  # noqa: INP001

from __future__ import annotations

import sys
from pathlib import Path

from rollout.cli.reference import page, reference

ROOT = Path(__file__).parent.parent


def pages() -> dict[Path, str]:
    """Every page that is made, with its text."""
    help_pages = {ROOT / "templates" / "help" / f"{lang}.txt": page(lang) for lang in ("vi", "en")}
    return {ROOT / "docs" / "cli.md": reference(), **help_pages}


def main(arguments: list[str]) -> int:
    """Write or check; return the exit code."""
    stale = [path for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        sys.stdout.write(f"{path.relative_to(ROOT).as_posix()}\n")
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(pages()[path], "utf-8")
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
