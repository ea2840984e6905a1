"""A small decision with its regulation, whole and in the prescribed layout, and ways to spoil it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import docx
import yaml
from checkout import ROOT
from docx.text.paragraph import Paragraph

from rollout.documents.instrument_docx import instrument_docx
from rollout.documents.instrument_pdf import instrument_markup
from rollout.documents.pdf import laid_out
from rollout.drafting.instrument import Article, Basis, Chapter, Clause, Instrument, Point, Regulation
from rollout.layout.findings import Status
from rollout.layout.patterns import Table, table
from rollout.layout.rules import Judged, judge

LONG = (
    "Các cơ quan, tổ chức, đơn vị phối hợp theo chức năng, nhiệm vụ được giao, kịp thời, liên tục, bảo đảm an toàn "
    "cho người bị bạo lực và giữ bí mật thông tin theo quy định của pháp luật; cơ quan chủ trì chịu trách nhiệm đến "
    "khi bàn giao xong và có xác nhận của bên nhận"
)
LETTERS = ("a", "b", "c", "d", "đ", "e", "g")
POINTS = tuple(Point(f"diem-{letter}", letter, f"{LONG}{';' if letter != 'g' else '.'}") for letter in LETTERS)
CHAPTERS = (
    Chapter(
        "chuong-1",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        (
            Article("dieu-1", 1, "Điều 1.", "Phạm vi điều chỉnh", (Clause("dieu-1-1", "", f"{LONG}."),)),
            Article(
                "dieu-2",
                2,
                "Điều 2.",
                "Nguyên tắc phối hợp",
                (
                    Clause("dieu-2-1", "1", "Các việc phải làm gồm:", POINTS),
                    Clause("dieu-2-2", "2", f"{LONG} theo quy định tại điểm a khoản 1 Điều 2 Quy chế này."),
                    Clause("dieu-2-3", "3", f"{LONG}."),
                ),
            ),
        ),
    ),
    Chapter(
        "chuong-2",
        "Chương II",
        "ĐIỀU KHOẢN THI HÀNH",
        (
            Article(
                "dieu-3",
                3,
                "Điều 3.",
                "Tổ chức thực hiện",
                (Clause("dieu-3-1", "1", f"{LONG}."), Clause("dieu-3-2", "2", f"{LONG}./.")),
            ),
        ),
    ),
)
REGULATION = Regulation(
    "QUY CHẾ",
    "Phối hợp liên ngành trên địa bàn tỉnh trong bảo vệ, hỗ trợ người bị bạo lực",
    "(Kèm theo Quyết định số ……/QĐ-UBND ngày …… của Ủy ban nhân dân tỉnh)",
    CHAPTERS,
)
CLEAN = Instrument(
    lang="vi",
    form="form",
    layout="layout",
    head="ỦY BAN NHÂN DÂN TỈNH",
    number="Số:      /QĐ-UBND",
    place="Nơi ban hành",
    date_line="ngày …… tháng …… năm 2022",
    kind="QUYẾT ĐỊNH",
    title="Ban hành Quy chế phối hợp liên ngành trên địa bàn tỉnh trong bảo vệ, hỗ trợ người bị bạo lực",
    opening="authority_line",
    authority="ỦY BAN NHÂN DÂN TỈNH",
    bases=(
        Basis("co-so-1", "Căn cứ Luật thứ nhất ngày 16 tháng 6 năm 2015;"),
        Basis("co-so-2", "Căn cứ Luật thứ hai ngày 14 tháng 11 năm 2022;"),
        Basis("co-so-3", "Theo đề nghị của cơ quan chủ trì soạn thảo tại Tờ trình số …… ngày ……."),
    ),
    decides="QUYẾT ĐỊNH:",
    articles=(
        Article("qd-1", 1, "Điều 1.", "", (Clause("qd-1-1", "", f"Ban hành Quy chế kèm theo. {LONG}."),)),
        Article("qd-2", 2, "Điều 2.", "", (Clause("qd-2-1", "", f"{LONG} chịu trách nhiệm thi hành./."),)),
    ),
    regulation=REGULATION,
    recipients=("Như Điều 2", "Sở, ban, ngành cấp tỉnh", "Lưu: VT, KGVX."),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)
Spoil = Callable[[Any], None]


@cache
def words() -> dict[str, str]:
    rows = yaml.safe_load((ROOT / "templates/regulation/words.yaml").read_text("utf-8"))["words"]
    return {name: pair["vi"] for name, pair in rows.items()}


@cache
def rules() -> Table:
    return table()


def word(instrument: Instrument = CLEAN, spoil: Spoil | None = None) -> bytes:
    """The Word file of an instrument, changed by `spoil`, which is given the opened document."""
    data = instrument_docx(instrument, words(), "2022-09-01", draft=True)
    if spoil is None:
        return data
    document = docx.Document(io.BytesIO(data))
    spoil(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(instrument: Instrument = CLEAN, styles: str = "") -> bytes:
    """The PDF of an instrument, laid out with more styles after its own."""
    page = instrument_markup(instrument, words(), "2022-09-01", draft=True)
    return bytes(laid_out(page.replace("</style>", f"{styles}</style>")).write_pdf())


def judged(data: bytes) -> Judged:
    return judge(data, "tep", rules())


def broken(data: bytes) -> set[str]:
    """The rules that are broken."""
    return {row.rule["id"] for row in judged(data).of(Status.BROKEN)}


def style(document: Any, role: str) -> Any:
    """The style of a role, by its id."""
    return next(row for row in document.styles if row.style_id == role)


def of_role(document: Any, role: str) -> list[Paragraph]:
    """The paragraphs of a role, in cells too."""
    cells = [cell for grid in document.tables for row in grid.rows for cell in row.cells]
    rows = [*(row for cell in cells for row in cell.paragraphs), *document.paragraphs]
    return [row for row in rows if row.style.style_id == role]


def with_clauses(instrument: Instrument, article: int, **changes: Any) -> Instrument:
    """The instrument with one article of its regulation changed."""
    chapters = tuple(
        replace(
            chapter,
            articles=tuple(replace(row, **changes) if row.number == article else row for row in chapter.articles),
        )
        for chapter in instrument.regulation.chapters
    )
    return replace(instrument, regulation=replace(instrument.regulation, chapters=chapters))
