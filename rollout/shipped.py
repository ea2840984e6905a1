"""Where blueprints/, province_profiles/ and templates/ are: the user's own first, then the shipped ones."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from rollout.files import is_file, is_folder
from rollout.problems import Problem, ProblemsFound

PACKAGE = Path(__file__).parent
FOLDERS = ("blueprints", "province_profiles", "templates")
_chosen: dict[str, Path] = {}


def shipped(folder: str) -> Path:
    """Return the path of one of the shipped FOLDERS: the wheel's copy, else the checkout's."""
    if folder not in FOLDERS:
        why = f"{folder!r} is not shipped; choose one of {FOLDERS}"
        raise ValueError(why)
    in_wheel = PACKAGE / "_shipped" / folder
    in_checkout = PACKAGE.parent / folder
    for path in (in_wheel, in_checkout):
        if path.is_dir():
            return path
    why = f"no {folder}/ folder at {in_wheel} or {in_checkout}"
    raise FileNotFoundError(why)


def choose(folder: str, directory: Path | None) -> None:
    """Let `directory` come first wherever `folder` is looked up in this process; None takes that back."""
    _chosen.pop(folder, None)
    if directory is not None:
        _chosen[folder] = Path(directory)


def search_order(folder: str, directory: Path | None = None) -> tuple[Path, ...]:
    """The directories in which a name of `folder` is looked up, first one first; some may not exist."""
    explicit = directory or _chosen.get(folder)
    own = (Path(folder), shipped(folder))
    return own if explicit is None else (Path(explicit), *own)


def find(folder: str, name: str, directory: Path | None = None) -> Path:
    """Return the first existing `name` (a file or a folder, `/` between its parts) in the search order.

    Raises ProblemsFound F020 when no directory has it, F021 when the name would lead out of its folder.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or "\0" in name or not parts.parts:
        raise ProblemsFound([Problem("F021", None, {"name": name, "folder": folder})])
    directories = search_order(folder, directory)
    for parent in directories:
        if is_folder(parent / parts) or is_file(parent / parts):
            return parent / parts
    values = {"name": name, "folder": folder, "known": known(folder, directory)}
    raise ProblemsFound([Problem("F020", None, values)])


def known(folder: str, directory: Path | None = None) -> list[str]:
    """The names (first level, sorted) that `find` would find in `folder`."""
    names = {
        path.name
        for parent in search_order(folder, directory)
        if parent.is_dir()
        for path in parent.iterdir()
        if not path.name.startswith((".", "_"))
    }
    return sorted(names)
