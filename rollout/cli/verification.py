"""rollout draft --verify: a dossier held against its manifest, a line a file and the differences under it."""

from __future__ import annotations

from pathlib import Path

from rollout import texts
from rollout.cli.console import Console, harmless
from rollout.cli.dossier_folder import LARGEST
from rollout.cli.failures import USAGE, WRONG, ended
from rollout.cli.problems_text import capped, problem_lines
from rollout.drafting.manifest import NAME
from rollout.files import folder_files, is_file, is_folder, read_bytes
from rollout.layout.told import Told, told
from rollout.layout.verify import Verified, verified
from rollout.problems import Problem, ProblemsFound

MOST = 20


def verification(folder: str, console: Console) -> int:
    """Compare the dossier in `folder`; return 0 where all is equal, 1 where something differs, 2 where none is."""
    try:
        known = _told(folder)
    except ProblemsFound as found:
        ended(found.problems, console)
        return USAGE
    files = {name: read_bytes(Path(folder) / name, LARGEST) for name in folder_files(folder) if _plain(folder, name)}
    rows = verified(known, files)
    for row in rows:
        _tell(row, console)
    untouched = sum(not row.total and not row.problems for row in rows)
    if untouched:
        console.result(f"{texts.text('verify.others', console.lang, count=untouched)}\n")
    wrong = sum(problem.is_error for row in rows for problem in row.problems)
    said = texts.text("verify.differs" if wrong else "verify.same", console.lang, count=wrong)
    console.result(f"{console.style(said, 'error' if wrong else 'good')}\n")
    return WRONG if wrong else 0


def _told(folder: str) -> Told:
    """Raises ProblemsFound D040 where there is no manifest to compare with."""
    path = Path(folder) / NAME
    if not is_folder(folder) or not is_file(path):
        reason = texts.pair("verify.unreadable.nothing")
        raise ProblemsFound([Problem("D040", None, {"folder": folder, "reason": reason})])
    return told(read_bytes(path, LARGEST), folder)


def _plain(folder: str, name: str) -> bool:
    return is_file(Path(folder) / name)


def _tell(row: Verified, console: Console) -> None:
    if row.total:
        key = "verify.line_edited" if row.edited else "verify.line"
        line = texts.text(key, console.lang, file=harmless(row.file), same=row.same, total=row.total)
        console.result(f"{line}\n")
    shown, left = capped(row.problems, MOST)
    explained: set[str] = set()
    for problem in shown:
        if problem.is_error or not console.quiet:
            lines = problem_lines(problem, None, console)
            console.result("\n".join(lines[:1] if problem.code in explained else lines) + "\n")
            explained.add(problem.code)
    if left:
        console.result(f"{texts.text('verify.more', console.lang, file=harmless(row.file), count=left)}\n")
