"""Words of a profile stay words in every file of a dossier: nothing runs, nothing is fetched or filled in."""

from __future__ import annotations

import io
import json
import socket
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn
from xml.etree import ElementTree as ET

import pytest
from checkout import ROOT
from pypdf import PdfReader
from robustness.command import run
from robustness.test_hostile_text import Elements, own_elements

pytestmark = pytest.mark.pdf

SECRET = "Nội dung riêng của người đọc"
EVIL = (
    "<script>alert(1)</script> {{ 7*7 }} <img src='file://{canary}'> &amp; <link rel=attachment href='file://{canary}'>"
)
MARKS = ("<script>alert(1)</script>", "{{ 7*7 }}")
PROFILE = """format: rollout.profile/1
blueprint: anh_duong@1
province: bac-lieu
as_of: 2022-04-22
variant: social_work_centre
centre: {state: planned}
data_status: illustrative
agencies:
  HOST: {name: "EVIL"}
  HEALTH: {name: "Sở Y tế EVIL"}
coordination:
  roles: {POLICE: {post: "Trực ban EVIL"}}
  replaces: [{kind: Quyết định, number: "1 {{ 7*7 }} <b>", date: 2019-01-01, issuer: "EVIL", about: "ban hành EVIL"}]
answers:
  governance:
    regulation:
      decision: {value: unknown, note: "EVIL"}
"""


@cache
def made(words: str) -> dict[str, bytes]:
    """Every file of the dossier of a profile whose texts are `words`; no socket may be opened on the way."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        canary, profile = Path(folder, "canary.txt"), Path(folder, "ho_so.yaml")
        canary.write_text(SECRET, "utf-8")
        profile.write_text(PROFILE.replace("EVIL", words.replace("{canary}", str(canary))), "utf-8")
        patch.setattr(socket, "socket", refuse)
        patch.chdir(ROOT)
        asked = ("--date", "2022-09-01", "--form", "ca_biet", "--proposer", "LEAD_GE", "--gaps", "transitional")
        said = run("draft", profile, *asked, "-q", "-o", Path(folder, "d"))
        assert said.code == 0, said.err
        return {path.name: path.read_bytes() for path in Path(folder, "d").iterdir()}


def files(ending: str) -> list[str]:
    return [name for name in made(EVIL) if name.endswith(ending)]


def parts(data: bytes) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {
            name: ET.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith((".xml", ".rels"))
        }


def test_every_kind_of_file_is_looked_at() -> None:
    assert {Path(name).suffix for name in made(EVIL)} == {".docx", ".pdf", ".md", ".xml", ".html", ".json"}
    assert set(made(EVIL)) == set(made("lành"))


def test_no_file_of_the_reader_is_taken_in() -> None:
    for name, data in made(EVIL).items():
        assert SECRET.encode() not in data, name


def test_word_files_hold_the_words_and_lead_nowhere() -> None:
    for name in files(".docx"):
        found = parts(made(EVIL)[name])
        for part, root in found.items():
            if part.endswith(".rels"):
                assert not [row.attrib for row in root if row.get("TargetMode") == "External"], (name, part)
            assert not root.findall(".//{*}altChunk"), (name, part)
        assert set(found) == set(parts(made("lành")[name])), name
    words = "".join(parts(made(EVIL)["quyet_dinh.docx"])["word/document.xml"].itertext())
    assert all(mark in words for mark in MARKS)


def test_pages_hold_the_elements_of_any_page() -> None:
    for name in files(".html"):
        page, plain = (made(words)[name].decode() for words in (EVIL, "lành"))
        assert own_elements(page) == own_elements(plain), name
        assert MARKS[0] in "".join(Elements(page).words)


def test_pdf_files_do_nothing_when_opened() -> None:
    for name in files(".pdf"):
        reader = PdfReader(io.BytesIO(made(EVIL)[name]))
        root = reader.root_object
        assert "/OpenAction" not in root, name
        assert "/AA" not in root, name
        assert not reader.attachments, name
        for page in reader.pages:
            for row in page.get("/Annots") or ():
                assert "/URI" not in (row.get_object().get("/A") or {}), name
    assert SECRET not in "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(made(EVIL)["quyet_dinh.pdf"])).pages
    )


def test_markdown_and_data_hold_them_as_text() -> None:
    for name in files(".md"):
        assert "<script>" not in made(EVIL)[name].decode().replace("\\<", ""), name
    whole = "".join(ET.fromstring(made(EVIL)["quy_che.akn.xml"]).itertext())
    assert all(mark in whole for mark in MARKS)
    assert json.loads(made(EVIL)["manifest.json"])["form"] == "ca_biet"
