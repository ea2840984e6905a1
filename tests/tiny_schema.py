"""A small schema with a value of every kind, for the tests of loading."""

from __future__ import annotations

from typing import Any

DATE: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "x-kind": "date"}
YES_NO: dict[str, Any] = {"enum": ["yes", "no", "true", "false"], "x-kind": "yes_no"}
CHANNELS = ["zalo", "phone", "website"]

TINY: dict[str, Any] = {
    "type": "object",
    "properties": {
        "gio": {"type": "number", "minimum": 0, "maximum": 168, "x-kind": "number"},
        "ty_le": {"type": "number", "x-kind": "number"},
        "dan_so": {"type": "integer", "minimum": 0, "x-kind": "number"},
        "so_phong": {"type": "integer", "x-kind": "number"},
        "nhan_su": {"type": "integer", "x-kind": "number"},
        "ngay": DATE,
        "ngay_ky": DATE,
        "co_mien_phi": YES_NO,
        "muc": {"type": "string", "maxLength": 20, "x-kind": "text"},
        "don_vi": {"type": "string", "minLength": 1, "maxLength": 80, "x-kind": "text"},
        "ghi_chu": {"type": "string", "x-kind": "text"},
        "gio_mo_cua": {"type": "string"},
        "ma_tinh": {"type": "string", "pattern": "^[0-9]{2,3}$"},
        "tinh": {"enum": ["Đắk Lắk", "Đắk Nông", "Hà Nội"]},
        "tinh_cu": {"enum": ["Đắk Lắk", "Đắk Nông", "Hà Nội"]},
        "kenh": {
            "type": "array",
            "items": {"enum": CHANNELS, "x-kind": "choice"},
            "uniqueItems": True,
            "minItems": 1,
            "x-kind": "choices",
        },
        "trung_tam": {
            "type": "object",
            "properties": {"mo_cua": YES_NO, "ngay": DATE},
            "required": ["mo_cua"],
            "additionalProperties": False,
        },
        "quyet_dinh": {
            "type": "object",
            "properties": {"number": {"type": "string"}, "date": DATE},
            "minProperties": 1,
            "additionalProperties": False,
            "x-kind": "document",
        },
        "hotline": {"type": "string", "pattern": "^[0-9+(][0-9 ().+-]{2,24}$", "x-kind": "phone"},
        "tieu_de": {
            "type": "object",
            "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
            "required": ["vi", "en"],
            "additionalProperties": False,
            "x-kind": "text_pair",
        },
        "huyen": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "x-kind": "id"},
        "benh_vien": {
            "type": "object",
            "properties": {"complete": YES_NO, "items": {"type": "array"}},
            "required": ["complete", "items"],
            "x-kind": "records",
        },
        "thap": {"type": "number"},
        "cao": {"type": "number"},
        "cam": False,
    },
    "required": ["gio"],
    "dependentRequired": {"thap": ["cao"]},
    "additionalProperties": False,
}
