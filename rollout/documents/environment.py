"""The one Jinja environment: templates and style sheets from templates/, undefined names refused, markup escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NoReturn

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, select_autoescape
from markupsafe import Markup, escape

from rollout.files import read_bytes
from rollout.problems import ProblemsFound
from rollout.shipped import find

LONGEST_TEMPLATE = 512 * 1024
LARGEST_FONT = 2 * 1024 * 1024
# A criterion's id, or the number of a document: breaking one at its hyphen or slash makes it hard to find again.
_WHOLE = re.compile(r"(?<!\S)((?=\S*\d)(?=\S*[-/])\S{3,24})(?=\s|$)")
_KEPT = Markup('<span class="whole">{}</span>')


class _Templates(BaseLoader):
    """Reads templates where every other content is looked up: the user's own first, then the shipped ones."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        try:
            path = find("templates", template)
        except ProblemsFound:
            raise TemplateNotFound(template) from None
        return read_bytes(path, LONGEST_TEMPLATE).decode("utf-8"), path.name, None


def unbroken(text: str) -> Markup:
    """Escape `text` and keep ids and numbers of documents on one line."""
    pieces = _WHOLE.split(text)
    return Markup("").join(_KEPT.format(piece) if number % 2 else escape(piece) for number, piece in enumerate(pieces))


def css_string(text: str) -> str:
    """Write `text` as a CSS string: all but letters, digits and spaces as escapes, so that nothing can end it."""
    # The space after an escape belongs to the escape.
    inside = "".join(char if char.isalnum() or char == " " else f"\\{ord(char):06x} " for char in text)
    return f'"{inside}"'


def refuse(kind: str) -> NoReturn:
    """Stop on a block that no template draws: leaving it out would drop content silently."""
    message = f"no template draws {kind}"
    raise TypeError(message)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment; whatever ends in .html.j2 or .svg.j2 is escaped, plain wording is not."""
    made = Environment(
        loader=_Templates(),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.j2", "svg.j2"), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["unbroken"] = unbroken
    made.filters["css_string"] = css_string
    made.globals["refuse"] = refuse
    return made


def source(name: str) -> str:
    """Return the text of a file under templates/ that is not a template (a style sheet, a script)."""
    return read_bytes(find("templates", name), LONGEST_TEMPLATE).decode("utf-8")


def font(name: str) -> bytes:
    """Return the bytes of a file under templates/fonts/."""
    return read_bytes(find("templates", f"fonts/{name}"), LARGEST_FONT)
