"""Content is content: no place, agency, role, law, form of instrument or model is named in the code.

The words come from blueprints/ and templates/; the code is every file of the package outside rollout/language/, its
comments and docstrings too. Knowing the Vietnamese language is code; knowing the country is YAML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkout import PACKAGE, ROOT, name_of

CONTENT = ("blueprints", "templates/regulation")
TEXT_SUFFIXES = {".py", ".json", ".txt", ".yaml", ".md"}
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def documents() -> Iterator[dict[str, Any]]:
    """Every YAML file of the content folders, told apart by its `format`."""
    for folder in CONTENT:
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
            if isinstance(loaded, dict):
                yield loaded


def plain(words: str) -> str:
    """The words without marks: `Đà Nẵng` → `Da Nang`."""
    bare = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


class Words:
    """What the code may not say: `anyhow` in any case, `exact` only as written."""

    def __init__(self) -> None:
        self.anyhow: set[str] = set()
        self.exact: set[str] = set()

    def phrase(self, words: str) -> None:
        """A phrase as people write it; one short bare word would be found everywhere."""
        if " " in words or not words.isascii():
            self.anyhow.add(words)

    def name(self, words: str) -> None:
        """A proper name: with its marks anyhow, without them as a name or as an identifier."""
        if not words.isascii():
            self.anyhow.add(words)
        if " " in words:
            self.exact.add(plain(words))
            self.identifier(plain(words))

    def identifier(self, words: str) -> None:
        """An id of several parts, however the parts are joined."""
        parts = re.split(r"[-_ ]", words.casefold())
        if len(parts) > 1:
            self.anyhow.update(("-".join(parts), "_".join(parts)))

    def pattern(self) -> re.Pattern[str]:
        """One pattern; a word ends where its letters and digits end."""
        anyhow, exact = (
            "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (self.anyhow, self.exact)
        )
        return re.compile(rf"(?<![^\W_])(?:(?i:{anyhow})|{exact})(?![^\W_])")


def add_places(words: Words, document: dict[str, Any]) -> None:
    for province in document["provinces"]:
        words.name(province["name"])
        words.identifier(province["slug"])


def add_agencies(words: Words, document: dict[str, Any]) -> None:
    for role, entry in document["roles"].items():
        words.exact.add(role)
        for pair in [entry["title"], *(holder["name"] for holder in entry["holders"] if "name" in holder)]:
            for phrase in pair.values():
                words.phrase(phrase)


def add_laws(words: Words, document: dict[str, Any]) -> None:
    for row in document["instruments"]:
        words.exact.add(row["id"])
        words.phrase(row["kind"])
        words.phrase(row["title"])
        number = str(row.get("number") or "")
        if "/" in number:
            words.exact.update((number, number.rpartition("/")[2]))


def add_limits(words: Words, document: dict[str, Any]) -> None:
    words.exact.update(document["limits"])


def add_country(words: Words, document: dict[str, Any]) -> None:
    words.identifier(document["id"])
    for title in document["title"].values():
        words.name(title)


def add_model(words: Words, document: dict[str, Any]) -> None:
    words.identifier(document["id"])
    for phrase in document["title"].values():
        words.phrase(phrase)
        words.anyhow.update(own_name(phrase, document["id"]))
    for variant in document.get("variants", ()):
        words.identifier(variant)


def own_name(title: str, identifier: str) -> Iterator[str]:
    """The words of a title that spell the model's id, with and without marks."""
    parts = identifier.split("_")
    tokens = title.split()
    for start in range(len(tokens)):
        found = tokens[start : start + len(parts)]
        if [plain(token).casefold() for token in found] == parts:
            yield " ".join(found)
            yield plain(" ".join(found))


def add_sources(words: Words, document: dict[str, Any]) -> None:
    words.exact.update(key for key, source in document["sources"].items() if source["kind"] == "law")


READERS = {
    "rollout.provinces/1": add_places,
    "rollout.agencies/1": add_agencies,
    "rollout.legal_register/1": add_laws,
    "rollout.legal_limits/1": add_limits,
    "rollout.country/1": add_country,
    "rollout.blueprint/1": add_model,
    "rollout.sources/1": add_sources,
}


def add_section(words: Words, document: dict[str, Any]) -> None:
    """The ids of a section file's criteria; such a file names no format."""
    groups = [group for section in document.values() if isinstance(section, dict) for group in section.values()]
    for group in groups:
        if isinstance(group, dict):
            words.exact.update(
                criterion["id"] for criterion in group.get("criteria", ()) if isinstance(criterion, dict)
            )


@cache
def content_words() -> re.Pattern[str]:
    words = Words()
    for document in documents():
        READERS.get(document.get("format", ""), add_section)(words, document)
    return words.pattern()


def named(text: str) -> list[str]:
    """`line: word` of every content word in `text`; humps count as joints, as in QuangNinh."""
    return [
        f"{number}: {match[0]}"
        for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1)
        for match in content_words().finditer(line + " " + HUMP.sub("_", line))
    ]


def code() -> list[Path]:
    return [
        path
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in TEXT_SUFFIXES and path.is_relative_to(PACKAGE)
        if path.relative_to(PACKAGE).parts[0] not in {"language", "_shipped"}
    ]


def test_code_names_no_content() -> None:
    found = [f"{name_of(path)}:{what}" for path in code() for what in dict.fromkeys(named(path.read_text("utf-8")))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "planted",
    [
        'NAME = "Quảng Ninh"',
        "# as in QUẢNG NINH",
        'slug = "bac-lieu"',
        "def bac_lieu_2022(): ...",
        "class QuangNinh: ...",
        '"""Hue is written Huế."""',
        "Dak Lak = 1",
        'agency = "Sở Y tế"',
        '"department of home affairs"',
        'if role == "POLICE":',
        "LEAD_GE = 1",
        "13/2022/QH15",
        '"12/2024/NĐ-CP"',
        'source = "law-13-2022"',
        'kind = "nghị định"',
        'limit = "BLGD_CTX_12H"',
        "blueprint = 'anh_duong'",
        "AnhDuong = object()",
        '"Ngôi nhà Ánh Dương"',
        '"Anh Duong"',
        'variant == "social_work_centre"',
        'criterion = "SVC-HOTLINE-01"',
        'country = "viet_nam"',
    ],
)
def test_a_planted_word_is_found(planted: str) -> None:
    assert named(planted)


@pytest.mark.parametrize(
    "innocent", ["how long an answer is", "a hue of red", "police = 1", "a host of fins", "law", "vi"]
)
def test_an_innocent_word_is_left_alone(innocent: str) -> None:
    assert not named(innocent)
