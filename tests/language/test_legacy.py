"""TCVN3 and VNI: one old letter for one new, and back; and what only looks like them."""

from __future__ import annotations

import pytest

from rollout.language.legacy import find_tcvn3, find_vni, from_tcvn3, from_vni

# The code page of TCVN 5712:1993 (VN3), byte → letter, as the fonts .VnTime and .VnArial have it.
TCVN3 = (
    "b5:à b6:ả b7:ã b8:á b9:ạ a8:ă bb:ằ bc:ẳ bd:ẵ be:ắ c6:ặ a9:â c7:ầ c8:ẩ c9:ẫ ca:ấ cb:ậ ae:đ cc:è ce:ẻ cf:ẽ "
    "d0:é d1:ẹ aa:ê d2:ề d3:ể d4:ễ d5:ế d6:ệ d7:ì d8:ỉ dc:ĩ dd:í de:ị df:ò e1:ỏ e2:õ e3:ó e4:ọ ab:ô e5:ồ e6:ổ "
    "e7:ỗ e8:ố e9:ộ ac:ơ ea:ờ eb:ở ec:ỡ ed:ớ ee:ợ ef:ù f1:ủ f2:ũ f3:ú f4:ụ ad:ư f5:ừ f6:ử f7:ữ f8:ứ f9:ự fa:ỳ "
    "fb:ỷ fc:ỹ fd:ý fe:ỵ a1:Ă a2:Â a3:Ê a4:Ô a5:Ơ a6:Ư a7:Đ "
)
PAIRS = [tuple(pair.split(":")) for pair in TCVN3.split()]


def test_every_letter_of_tcvn3() -> None:
    assert len(PAIRS) == 74
    for byte, letter in PAIRS:
        assert from_tcvn3(bytes.fromhex(byte).decode("latin-1")) == letter


def test_letters_come_back_one_for_one() -> None:
    back = {letter: bytes.fromhex(byte).decode("latin-1") for byte, letter in PAIRS}
    sentence = (
        "cộng hòa xã hội chủ nghĩa việt nam, độc lập - tự do - hạnh phúc; đường dây nóng; quyết định; mỹ, kỳ, thủy"
    )
    assert from_tcvn3("".join(back.get(letter, letter) for letter in sentence)) == sentence


@pytest.mark.parametrize(
    ("old", "new"),
    [("Quaûng Ninh", "Quảng Ninh"), ("Ñaø Naüng", "Đà Nẵng"), ("Ñaék Laék", "Đắk Lắk"), ("Baïc Lieâu", "Bạc Liêu"),
     ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
     ("Ñöôøng daây noùng", "Đường dây nóng"), ("quyeát ñònh", "quyết định"), ("nöôùc Myõ", "nước Mỹ")],
)  # fmt: skip
def test_vni(old: str, new: str) -> None:
    assert from_vni(old) == new


@pytest.mark.parametrize(
    "text",
    ["5 µg, 10 µl, 3 µm mỗi ngày", "«Ngôi nhà» «Ánh Dương» «Bình yên»", "Straße, Größe, Fuß, Maß", "© Sở Y tế ®",
     "Sở Lao động – Thương binh và Xã hội", "naïve Noël, où, déjà vu, garçon", "12 m², 30 °C, 1ª 2º"],
)  # fmt: skip
def test_other_texts_are_left_alone(text: str) -> None:
    assert find_tcvn3(text) is None
    assert find_vni(text) is None


def test_a_line_in_unicode_is_never_old() -> None:
    assert find_tcvn3("h¶i phßng §µ N½ng và Hải Phòng") is None
    assert find_tcvn3("h¶i phßng §µ N½ng\nvà Hải Phòng") is not None
