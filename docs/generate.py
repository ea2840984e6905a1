"""Write docs/problems/: one page a problem code and an index, from templates/problems/. Run by `make docs`.

python docs/generate.py           writes what has changed and removes pages of codes that are gone
python docs/generate.py --check   writes nothing; exit 1 when a page is not what the templates say
"""  # noqa: INP001

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rollout import texts

DOCS = Path(__file__).parent
PROBLEMS = DOCS.parent / "templates" / "problems"
PAGES = DOCS / "problems"

KINDS = {
    "F": ("Tệp và thư mục", "Files and folders"),
    "Y": ("Cách viết YAML", "YAML as it is written"),
    "S": ("Khóa và giá trị", "Keys and values"),
    "P": ("Hồ sơ địa phương", "Province profiles"),
    "B": ("Bộ tiêu chí mô hình", "Blueprints"),
    "D": ("Dự thảo quy chế", "Draft regulations"),
    "L": ("Thể thức văn bản", "Layout of documents"),
    "K": ("Quy trình phối hợp", "Coordination protocols"),
}
HEADS = {
    "vi": ("Thông báo", "Vì sao", "Cách sửa", "Ví dụ sai", "Viết đúng"),
    "en": ("Message", "Why", "What to do", "Example", "Corrected"),
}
# What stands where a message is filled with something of the reader's own file.
FILLED = {
    "actor": ("người, cơ quan luật giao", "whom the law names"),
    "agencies": ("các cơ quan", "the agencies"),
    "agency": ("cơ quan", "agency"),
    "article": ("điều, khoản", "article"),
    "drafted": ("lời văn của dự thảo", "words of the draft"),
    "duty": ("nhiệm vụ", "duty"),
    "former": ("tên cơ quan không còn dùng", "the name that is gone"),
    "function": ("việc", "function"),
    "receiver": ("bên nhận", "receiver"),
    "role": ("vai trò", "role"),
    "step": ("bước", "step"),
    "steps": ("các bước", "steps"),
    "sum": ("tổng thời gian", "the sum"),
    "time": ("thời hạn", "time"),
    "waits": ("việc phải chờ", "what is waited for"),
    "where": ("vị trí trong văn bản", "place in the text"),
    "allowed": ("các giá trị nhận được", "what is allowed"),
    "as_of": ("ngày rà soát", "as_of"),
    "byte": ("byte", "byte"),
    "cap": ("mức tối đa", "the most"),
    "character": ("ký tự", "character"),
    "code": ("mã lựa chọn", "choice"),
    "clause": ("mã khoản", "clause"),
    "clauses": ("mã các khoản", "clauses"),
    "criterion": ("mã tiêu chí", "criterion"),
    "cycle": ("các mã theo vòng", "names in a circle"),
    "date": ("ngày", "date"),
    "day": ("ngày", "day"),
    "decimal": ("số thập phân", "the decimal number"),
    "earlier": ("chỗ dùng trước", "the earlier place"),
    "encoding": ("bảng mã", "encoding"),
    "expected": ("kết quả mong đợi", "expected"),
    "file": ("tệp", "file"),
    "first": ("số dòng", "line"),
    "folder": ("thư mục", "folder"),
    "form": ("mẫu", "form"),
    "found": ("giá trị tìm thấy", "what is found"),
    "high": ("số lớn", "high"),
    "id": ("mã", "id"),
    "key": ("khóa", "key"),
    "keyword": ("từ khóa", "keyword"),
    "kind": ("loại tệp", "kind of file"),
    "known": ("các tên hiện có", "names there are"),
    "lang": ("ngôn ngữ", "language"),
    "last": ("ngày cuối", "last day"),
    "length": ("độ dài", "length"),
    "limit": ("giới hạn", "limit"),
    "low": ("số nhỏ", "low"),
    "meant": ("gợi ý, nếu có", "a suggestion, if there is one"),
    "missing": ("phần còn thiếu", "what is missing"),
    "most": ("mức tối đa", "the most"),
    "name": ("tên", "name"),
    "term": ("từ ngữ", "term"),
    "need": ("mức cần đạt", "what is needed"),
    "opened_on": ("ngày khai trương", "opening day"),
    "operator": ("phép so sánh", "test"),
    "operators": ("các phép so sánh", "the tests there are"),
    "pattern": ("mẫu", "pattern"),
    "position": ("vị trí", "position"),
    "preview": ("chữ đọc lại được", "the text as it may have been"),
    "question": ("câu hỏi", "question"),
    "read_as": ("số được đọc", "the number as it is read"),
    "reason": ("lý do", "reason"),
    "second": ("số dòng", "line"),
    "section": ("tên mục", "section"),
    "sign": ("ký hiệu", "sign"),
    "size": ("số đếm được", "count"),
    "successor": ("tỉnh, thành phố mới", "new province"),
    "suggestion": ("gợi ý", "suggestion"),
    "thousands": ("số viết hàng nghìn", "the number in thousands"),
    "title": ("tên gọi", "title"),
    "type": ("loại câu hỏi", "type of question"),
    "until": ("ngày hết hạn", "end date"),
    "wanted": ("phiên bản được nêu", "version named"),
    "what": ("nội dung", "what it is"),
}
INTRODUCTION = """# Thông báo lỗi · Problem messages

Mỗi thông báo của `rollout` có một mã. Chọn mã để đọc vì sao có thông báo và cách sửa; lệnh `rollout explain` kèm mã in
ra cùng nội dung.

Every message of `rollout` has a code. Choose a code to read why it is there and what to do; `rollout explain` with the
code prints the same.
"""
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def pages() -> dict[Path, str]:
    """Return every page that should be there, by path."""
    codes = {path.stem: texts.problem_page(path.stem) for path in sorted(PROBLEMS.glob("*.yaml"))}
    made = {PAGES / f"{code}.md": _page(code, entry) for code, entry in codes.items()}
    return {PAGES / "README.md": _index(codes), **made}


def _page(code: str, entry: Mapping[str, Any]) -> str:
    lines = [f"# {code} · {entry['title']['vi']} · {entry['title']['en']}", ""]
    for lang in HEADS:
        lines += [f"## {entry['title'][lang]}", "", *_body(entry, lang)]
    return "\n".join([*lines, "[Tất cả thông báo · All messages](README.md)", ""])


def _body(entry: Mapping[str, Any], lang: str) -> Iterator[str]:
    message, why, fix, wrong, right = HEADS[lang]
    for head, part in ((message, "message"), (why, "why"), (fix, "fix")):
        yield f"**{head}.** {_filled(entry[part][lang], lang)}"
        yield ""
    for head, part in ((wrong, "example"), (right, "corrected")):
        if entry.get(part):
            yield from (f"{head}:", "", "```yaml", entry[part].rstrip("\n"), "```", "")


def _filled(words: str, lang: str) -> str:
    def value(match: re.Match[str]) -> str:
        return f"*‹{FILLED.get(match[1], ('…', '…'))[lang == 'en']}›*"

    # A backslash and an asterisk are signs of Markdown; what is quoted from YAML must survive.
    escaped = re.sub(r"([\\*_<>\[\]`])", r"\\\1", " ".join(words.split()).replace("{", "\0{"))
    unescaped = re.sub(r"\0(\{[a-z0-9\\_]*\})", lambda m: m[1].replace("\\_", "_"), escaped).replace("\0", "")
    return _PLACEHOLDER.sub(value, unescaped)


def _index(codes: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [INTRODUCTION]
    for letter, (vi, en) in KINDS.items():
        rows = [(code, entry) for code, entry in codes.items() if code.startswith(letter)]
        if rows:
            lines += [f"## {vi} · {en}", "", "| Mã · Code | Tiếng Việt | English |", "|---|---|---|"]
            lines += [f"| [{code}]({code}.md) | {row['title']['vi']} | {row['title']['en']} |" for code, row in rows]
            lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Write the pages, or with --check tell whether they are up to date."""
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
    gone = sorted(set(PAGES.glob("*.md")) - set(wanted))
    if "--check" in sys.argv[1:]:
        sys.stderr.writelines(f"not up to date: {path.relative_to(DOCS.parent)}\n" for path in [*stale, *gone])
        return 1 if stale or gone else 0
    PAGES.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(wanted[path], "utf-8")
    for path in gone:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
