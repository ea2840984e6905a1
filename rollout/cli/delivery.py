"""Where a document goes: stdout, a file, or a folder with a file for each profile."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from rollout.cli.console import Console, is_terminal
from rollout.cli.misuse import Misuse
from rollout.cli.opening import STDIN
from rollout.cli.options import Options
from rollout.cli.writers import BINARY, ENDINGS, format_of
from rollout.files import is_folder, write_atomically
from rollout.language import slug

FOLDER_FORMAT = "html"


@dataclass(frozen=True)
class Delivery:
    """One format, and one place: `folder` for several documents, `file` for one, neither for stdout."""

    format: str
    kind: str
    folder: Path | None = None
    file: str | None = None
    stream: bool = False
    """Several documents follow each other on stdout, each on one line."""

    @property
    def shows(self) -> bool:
        """Tell whether documents are only shown, in the format nobody asked for."""
        return self.folder is None and self.file is None and self.format == "text"

    def path(self, profile: str) -> str | None:
        """The file for the document of one profile; None is stdout."""
        if self.folder is None:
            return self.file
        return str(self.folder / f"{slug(PurePath(profile).stem)}-{self.kind}.{ENDINGS[self.format]}")

    def deliver(self, data: bytes, profile: str, console: Console) -> None:
        """Write a document where it goes and say so."""
        path = self.path(profile)
        if path is None:
            console.data(data)
        else:
            write_atomically(path, data)
            console.note(console.say("written", file=path))


def delivery(options: Options, kind: str, named: Sequence[str], known: tuple[str, ...]) -> Delivery:
    """Return where the documents of `named` profiles go; raises Misuse when that is impossible or would lose one."""
    output = None if options.output == STDIN else options.output
    if output is None:
        if options.format in BINARY and is_terminal(sys.stdout):
            raise Misuse("not_on_terminal", ending=ENDINGS[options.format])
        return Delivery(options.format or "text", kind, stream=len(named) > 1)
    if not (is_folder(output) or output.endswith(("/", os.sep))):
        if len(named) > 1:
            raise Misuse("one_file_for_many", file=output, count=len(named))
        found = format_of(output, known)
        if options.format and options.format != found:
            raise Misuse("two_formats", format=options.format, file=output)
        return Delivery(found, kind, file=output)
    made = Delivery(options.format or FOLDER_FORMAT, kind, folder=Path(output))
    taken: dict[str | None, str] = {}
    for name in named:
        first = taken.setdefault(made.path(name), name)
        if first != name:
            raise Misuse("same_output", first=first, second=name)
    return made
