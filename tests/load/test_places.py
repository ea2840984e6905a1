"""Every node has its place, counted from 1, columns in characters."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from rollout import load
from rollout.problems import Place

TEXT = """\
# ghi chú
"đơn vị": Sở Y tế
dịch_vụ:
  giờ: 40   # giờ
  kênh: [zalo, {tên: "điện thoại"}]
  trống:
ghi_chú: |
  hai
  dòng
danh_sách:
  - một
  - hai: 2
"""


def at(line: int, column: int) -> Place:
    return Place("x.yaml", line, column)


def test_places_of_values_and_keys() -> None:
    places = load.document(TEXT.encode(), "x.yaml").places
    assert places.of(()) == at(2, 1)
    assert places.of(("đơn vị",)) == at(2, 11)
    assert places.key(("đơn vị",)) == at(2, 1)
    assert places.of(("dịch_vụ",)) == at(4, 3)
    assert places.key(("dịch_vụ", "giờ")) == at(4, 3)
    assert places.of(("dịch_vụ", "giờ")) == at(4, 8)
    assert places.of(("dịch_vụ", "kênh", 0)) == at(5, 10)
    assert places.of(("dịch_vụ", "kênh", 1, "tên")) == at(5, 22)
    assert places.key(("dịch_vụ", "kênh", 1, "tên")) == at(5, 17)
    assert places.of(("ghi_chú",)) == at(7, 10)
    assert places.of(("danh_sách", 1, "hai")) == at(12, 10)
    assert places.key(("danh_sách", 1)) == at(12, 5)


def test_a_path_that_leads_nowhere_gives_the_nearest_node() -> None:
    places = load.document(TEXT.encode(), "x.yaml").places
    assert places.of(("dịch_vụ", "không có", "x")) == at(4, 3)
    assert places.key(("dịch_vụ", "không có", "x")) == at(4, 3)
    assert places.of(("dịch_vụ", "giờ", "x")) == at(4, 8)
    assert places.of(("dịch_vụ", "kênh", 9)) == at(5, 9)
    assert places.key(()) == at(2, 1)


KEYS = st.text(st.sampled_from("abđêộ "), min_size=1, max_size=5).map(lambda key: f"k{key}".strip())
TREES = st.recursive(
    st.sampled_from(["x", "đường dây", "a: b", "- c", "", "12:30", 'một "hai"', "ba\nbốn"]),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4), st.booleans())
def test_places_and_text_are_those_of_a_composed_tree(tree: dict[str, object], flow: bool) -> None:
    dumped = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    document = load.document(dumped.encode(), "x.yaml")
    assert document.ok
    composed = yaml.compose(dumped, Loader=yaml.SafeLoader)
    assert composed is not None
    compare(document, composed, ())


def compare(document: load.Document, node: yaml.Node, path: tuple[str | int, ...]) -> None:
    mark = node.start_mark
    assert document.places.of(path) == at(mark.line + 1, mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            start = key.start_mark
            assert document.places.key((*path, key.value)) == at(start.line + 1, start.column + 1)
            compare(document, value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            compare(document, value, (*path, index))
    else:
        found = document.data
        for step in path:
            found = found[step]
        assert str(found) == node.value or found is None
