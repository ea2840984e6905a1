"""A report made by hand with every kind of block, long enough to break over pages. All figures are invented."""

from __future__ import annotations

from rollout.reporting.report import (
    Bar,
    Blank,
    Callout,
    Columns,
    Cover,
    DefinitionRows,
    Filter,
    KeyFigure,
    Paragraph,
    Report,
    Section,
    Signature,
    Signatures,
    Source,
    Sources,
    Step,
    Steps,
    Tick,
    TickList,
)
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.words import Line, RangeBar, Verdict

GROUPS = (
    ("Dịch vụ", 0.52, 0.74, 4, 5),
    ("Nhân sự", 0.41, 0.58, 3, 2),
    ("Đào tạo", 0.5, 0.67, 1, 1),
    ("Cơ sở vật chất", 0.63, 0.8, 2, 3),
    ("Điều phối", 0.48, 0.78, 3, 4),
    ("Quản trị, pháp lý", 0.66, 0.72, 1, 1),
    ("Tài chính, bền vững", 0.3, 0.3, 2, 0),
    ("Truyền thông", 0.75, 0.75, 0, 0),
    ("Dữ liệu", 0.55, 0.7, 0, 1),
    ("Theo dõi, đánh giá", 0.67, 0.67, 0, 0),
)
WORDS = {
    "met": "đạt",
    "partly": "đạt một phần",
    "not_met": "chưa đạt",
    "unknown": "chưa có thông tin",
    "not_applicable": "không áp dụng",
    "waived": "được miễn (có thời hạn)",
}


def bar(low: float, high: float) -> RangeBar:
    """Make a range bar with its words."""
    label = f"{low * 100:.0f}–{high * 100:.0f} %" if low != high else f"{low * 100:.0f} %"
    return RangeBar(low, high, label, f"Mức độ sẵn sàng từ {low * 100:.0f} % đến {high * 100:.0f} %")


def summary() -> Table:
    """Make the table of sections with their range bars."""
    columns = (
        Column("STT", "stt", 6),
        Column("Nhóm tiêu chí", "text", 28),
        Column("Từ–đến", "number", 12),
        Column("Khoảng sẵn sàng", "range", 34),
        Column("Chưa đạt", "number", 10),
        Column("Chưa rõ", "number", 10),
    )
    rows = tuple(
        Row(
            (
                text(str(number)),
                text(name),
                text(bar(low, high).label),
                Cell(bar=bar(low, high)),
                text(str(no)),
                text(str(open_)),
            )
        )
        for number, (name, low, high, no, open_) in enumerate(GROUPS, 1)
    )
    return Table(columns, rows, "Mức độ sẵn sàng theo nhóm tiêu chí")


def gaps(count: int, agency: str, start: int = 1) -> Table:
    """Make a table of `count` gaps of one agency."""
    columns = (
        Column("STT", "stt", 6),
        Column("Tiêu chí", "text", 31),
        Column("Kết quả", "verdict", 17),
        Column("Hiện có → cần có", "text", 22),
        Column("Việc cần làm", "text", 24),
    )
    codes = list(WORDS)
    rows = []
    for number in range(start, start + count):
        code = codes[number % len(codes)]
        rows.append(
            Row(
                (
                    text(str(number)),
                    text(
                        Line("Đường dây nóng miễn phí 24/7", "strong"),
                        Line(
                            "SVC-HOTLINE-01 · bắt buộc (theo mô hình, không phải quy định của pháp luật)",
                            "muted",
                        ),
                    ),
                    Cell(verdict=Verdict(code, WORDS[code])),  # type: ignore[arg-type]
                    text(
                        "số giờ có người trực: 40 → 168 giờ/tuần",
                        "miễn cước: chưa có → có",
                        Line("tự báo cáo, 30/05/2022", "muted"),
                    ),
                    text(
                        "Đăng ký đầu số, ký hợp đồng viễn thông, lập lịch trực",
                        Line("8 tuần · nguồn", "muted", refs=(1, 2)),
                    ),
                ),
                data=(("section", "services" if number % 2 else "staffing"), ("verdict", code), ("agency", agency)),
            )
        )
    return Table(columns, tuple(rows), f"Khoảng trống do {agency} chủ trì")


def survey() -> Table:
    """Make a table to fill in by hand."""
    columns = (
        Column("STT", "stt", 6),
        Column("Nội dung kiểm tra", "text", 40),
        Column("Kết quả", "tick", 22),
        Column("Ghi chép", "write", 32),
    )
    ticks = ("đạt", "đạt một phần", "chưa đạt", "chưa có thông tin")
    rows = tuple(
        Row(
            (
                text(str(number)),
                text(
                    Line("Phòng tư vấn riêng, kín đáo", "strong"),
                    "Có ít nhất 01 phòng tư vấn riêng, cách âm, có lối vào riêng cho trẻ em.",
                    Line("Minh chứng: xem tại chỗ; sơ đồ mặt bằng. Hỏi: đơn vị vận hành.", "muted"),
                ),
                Cell(ticks=ticks),
                Cell(write=3),
            )
        )
        for number in range(1, 9)
    )
    return Table(columns, rows, "Bảng kiểm cơ sở vật chất")


def steps() -> Columns:
    """Make the two lists of the summary page."""
    return Columns(
        (
            Section(
                "do-first",
                "Việc cần làm trước",
                (
                    Steps(
                        (
                            Step(
                                "Bố trí đủ 5 nhân viên trực tổng đài",
                                "còn thiếu: 03 người",
                                "12 tuần · Đơn vị vận hành",
                            ),
                            Step("Mở số điện thoại miễn phí, trực 24/24 giờ", "", "8 tuần · sau việc 1"),
                            Step("Dòng kinh phí trong dự toán năm", "", "20 tuần · Sở Tài chính"),
                        )
                    ),
                ),
            ),
        ),
        (
            Section(
                "ask-next",
                "Thông tin cần hỏi trước",
                (
                    Steps(
                        (
                            Step(
                                "Danh bạ trực của các ngành có cập nhật trong 3 tháng không?",
                                "",
                                "quyết định 5 tiêu chí, 2 điều kiện",
                            ),
                            Step(
                                "Bệnh viện chỉ định có thuốc dự phòng 24/24 giờ không?", "", "3 tiêu chí, 1 điều kiện"
                            ),
                        )
                    ),
                ),
            ),
        ),
    )


def report(profile_text: str = "Đơn vị vận hành") -> Report:
    """Make the whole sample; `profile_text` stands where a province's own words would."""
    filters = (
        Filter("section", "Nhóm tiêu chí", (("services", "Dịch vụ"), ("staffing", "Nhân sự"))),
        Filter("verdict", "Kết quả", tuple(WORDS.items())),
    )
    gate = Callout(
        "blocked",
        "Chưa đủ điều kiện đưa vào hoạt động",
        "4 trong 28 điều kiện chưa đạt, 6 điều kiện chưa đủ thông tin để kết luận.",
        "SVC-HOTLINE-01 · STF-HOTLINE-01 · COR-ONCALL-01 · FIN-OPEX-01",
    )
    return Report(
        kind="gap",
        lang="vi",
        title="Báo cáo rà soát hiện trạng và mức độ sẵn sàng",
        subtitle="Tỉnh Bạc Liêu",
        eyebrow="Bộ tiêu chí mô hình Ngôi nhà Ánh Dương",
        marks=("SỐ LIỆU MINH HỌA", "LƯU HÀNH NỘI BỘ"),
        foot="Tỉnh Bạc Liêu · 30/06/2022 · anh_duong 1",
        date="2022-06-30",
        fingerprint="0123456789abcdef0123456789abcdef",
        cover=Cover(
            rows=(
                ("Thời điểm số liệu", "30/06/2022"),
                ("Phương án", "Đặt tại Trung tâm Công tác xã hội"),
                ("Tình trạng số liệu", "Số liệu minh họa"),
                ("Đơn vị lập", profile_text),
            ),
            figure=KeyFigure(
                "Mức độ sẵn sàng",
                "54–71",
                "%",
                bar(0.54, 0.71),
                "Thấp nhất 54 % nếu mọi câu chưa có thông tin đều là chưa đạt; cao nhất 71 % nếu đều đạt. "
                "17 câu trả lời còn thiếu quyết định khoảng này.",
            ),
            stamp="Số liệu minh họa",
        ),
        sections=(
            Section(
                "summary",
                "Tóm tắt",
                (
                    summary(),
                    Paragraph(
                        "Phần đậm: chắc chắn đạt được; phần sáng: tùy thông tin còn thiếu. Cách tính ở trang cuối.",
                        "note",
                    ),
                    gate,
                    steps(),
                ),
                lead="90 tiêu chí: 41 đạt, 12 đạt một phần, 16 chưa đạt, 17 chưa có thông tin, 4 khác.",
            ),
            Section(
                "gaps",
                "Khoảng trống theo cơ quan chủ trì",
                (
                    Section("agency-host", profile_text, (gaps(7, "HOST"),), lead="7 tiêu chí"),
                    Section(
                        "agency-health", "Sở Y tế", (gaps(6, "HEALTH", 8),), lead="6 tiêu chí", mark="Không sao chụp"
                    ),
                ),
                new_page=True,
                filters=filters,
            ),
            Section(
                "walk",
                "Bảng kiểm tại chỗ",
                (
                    survey(),
                    TickList(
                        (
                            Tick(
                                "Đã xem bảng phân công trực tháng gần nhất",
                                lines=(Line("Minh chứng: bảng phân công có ký duyệt", "muted"),),
                            ),
                            Tick("Đường dây nóng có trả lời sau 22 giờ", boxes=("có", "không", "chưa rõ"), write=2),
                        )
                    ),
                    Blank("Họ và tên người kiểm tra"),
                    Blank("Nhận xét chung", 4),
                    Signatures(
                        (
                            Signature("Người rà soát", "(Ký, ghi rõ họ tên)"),
                            Signature("Đơn vị vận hành", "(Ký, ghi rõ họ tên)"),
                            Signature("Thủ trưởng đơn vị", "(Ký, đóng dấu)"),
                        ),
                        "…………, ngày …… tháng …… năm ……",
                    ),
                ),
                new_page=True,
            ),
            Section(
                "method",
                "Cách tính và nguồn",
                (
                    DefinitionRows(
                        (
                            ("Mức thấp", (Line("Tổng trọng số × kết quả thấp nhất, chia tổng trọng số."),)),
                            (
                                "Trọng số",
                                (Line("bắt buộc 3, khuyến nghị 1"), Line("đánh giá của chúng tôi", "muted", refs=(2,))),
                            ),
                        )
                    ),
                    Bar("Toàn bộ tiêu chí", bar(0.54, 0.71), "Làm tròn xuống ở mức thấp, làm tròn lên ở mức cao."),
                    Section(
                        "sources",
                        "Nguồn",
                        (
                            Sources(
                                (
                                    Source(
                                        1,
                                        "Đoàn công tác KOICA thăm Ngôi nhà Ánh Dương",
                                        "004_bb9dac371c4b2a55.txt",
                                        "đã kiểm chứng",
                                    ),
                                    Source(
                                        2,
                                        "Hướng dẫn quản lý trường hợp bạo lực trên cơ sở giới (2017)",
                                        "",
                                        "chưa kiểm chứng",
                                        warn=True,
                                    ),
                                )
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )
