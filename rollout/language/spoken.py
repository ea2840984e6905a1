"""Words people write where a form asks for yes, no, a date or a figure; folded (no tones, small letters)."""

from __future__ import annotations

import re

YES = frozenset(("co", "y", "yes", "true", "t", "on", "dung", "x", "v", "ok", "roi", "da co", "1", "✓", "✔", "☑"))
NO = frozenset(("khong", "ko", "k", "n", "no", "false", "f", "off", "sai", "khong co", "chua", "chua co", "0", "☐"))
DATE_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})")
DATE_WITHOUT_DAY = re.compile(r"(?:nam|thang|quy|year|month|quarter|q)\b.*")
BETWEEN = re.compile(r"([0-9][0-9.,]*)\s*(?:-|–|—|\.\.|den|toi|to)\s*([0-9][0-9.,]*)")
