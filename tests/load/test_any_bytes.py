"""Whatever the bytes, there is a document or there are problems, in both languages and soon."""

from __future__ import annotations

import json
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_schema import TINY

from rollout import load
from rollout.texts import message

PIECES = st.sampled_from(
    ["gio: ", "ngay: ", "co_mien_phi: ", "kenh: ", "a: ", "- ", "\n", "\n  ", "\n\t", "[", "]", "{", "}", ", ", ": ",
     "? ", "&a ", "*a", "!x ", "'", '"', "|\n", ">\n", " # ", "---\n", "...\n", "%TAG", "\\", "<<: ", "~", "null", "đ",
     "ệ", "\u0301", "\u200b", "\ufeff", "\x00", "\x85", "\u2028", "\xad", "12,5", "1.320.000", "1.320", "31/04/2026",
     "46204", "0x1F", "có", "@", "`", "“", "”", "\r\n", "\r", "µ¶ß", "ñaø", "{{ x }}", "0" * 30, "=", "trung_tam: "]
)  # fmt: skip
SCRAPS = st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode())
DAMAGED = st.tuples(SCRAPS, st.binary(min_size=1, max_size=2), st.integers(0, 200)).map(
    lambda parts: parts[0][: parts[2]] + parts[1] + parts[0][parts[2] :]
)


@settings(deadline=None, max_examples=400)
@given(st.binary(max_size=300) | SCRAPS | DAMAGED)
def test_any_bytes_give_a_document_or_problems(data: bytes) -> None:
    started = time.process_time()
    document = load.document(data, "x.yaml", TINY)
    assert time.process_time() - started < 6
    assert document.data is not None or document.problems
    json.dumps(document.data, allow_nan=False)
    assert list(document.problems) == sorted(document.problems)
    for problem in document.problems:
        assert problem.place is not None
        for lang in ("vi", "en"):
            assert message(problem, lang).fix


SLOW = st.sampled_from(
    ["[", "- ", "? ", "{a: ", "&a ", "*a ", "!x ", "'", '"', "\\", ":", ": ", "#", "a: 'x\n", "%", "\t", "\u200b",
     "a\u0301\u0323", "«", "µ", "aø", "“x” ", ": “", "“", "1,", "a: 1\n", "- {b: x}\n", "|", ">"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["", "a: ", "a:\n", 'a: "', "a: [", "gio: ", "kenh: ["]), SLOW)
def test_half_a_megabyte_of_anything_is_told_within_two_seconds(start: str, piece: str) -> None:
    data = (start + piece * (520_000 // len(piece.encode()))).encode()[: 512 * 1024]
    started = time.process_time()
    load.document(data, "x.yaml", TINY)
    assert time.process_time() - started < 6
