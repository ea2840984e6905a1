"""Where every node of a document stands, kept as small tuples beside the data and looked up by path."""

from __future__ import annotations

from typing import Any, TypeAlias

from rollout.problems import Place

# A scalar is (line, column); a mapping adds {key: ((line, column), node)}, a list adds [node]; counted from 0.
Node: TypeAlias = tuple[Any, ...]
Path: TypeAlias = tuple[str | int, ...]


class Places:
    """The places of a document's nodes. A path is a tuple of keys and of list positions counted from 0."""

    __slots__ = ("_root", "file")

    def __init__(self, file: str, root: Node) -> None:
        self.file = file
        self._root = root

    def of(self, path: Path) -> Place:
        """The place of the value at `path`; of the nearest node above it where the path leads nowhere."""
        node = self._root
        for step in path:
            below = _below(node, step)
            if below is None:
                break
            node = below
        return Place(self.file, node[0] + 1, node[1] + 1)

    def key(self, path: Path) -> Place:
        """The place of the key (or of the list item) that `path` ends in; of the value where there is no key."""
        node = self._root
        for step in path[:-1]:
            below = _below(node, step)
            if below is None:
                return Place(self.file, node[0] + 1, node[1] + 1)
            node = below
        if path and len(node) == 3 and isinstance(node[2], dict) and path[-1] in node[2]:
            line, column = node[2][path[-1]][0]
            return Place(self.file, line + 1, column + 1)
        return self.of(path)


def _below(node: Node, step: str | int) -> Node | None:
    if len(node) < 3:
        return None
    children = node[2]
    if isinstance(children, dict):
        entry = children.get(step)
        return None if entry is None else entry[1]
    return children[step] if isinstance(step, int) and -len(children) <= step < len(children) else None
