"""A page read back as a tree, to ask what a reader would meet in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def all(self, *tags: str, **attributes: str) -> list[Node]:
        wanted = {("class" if k == "class_" else k): v for k, v in attributes.items()}
        return [n for n in self.walk() if n.tag in tags and n.has(wanted)]

    def has(self, wanted: dict[str, str]) -> bool:
        return all(v in self.attributes.get(k, "").split() for k, v in wanted.items())

    def one(self, *tags: str, **attributes: str) -> Node:
        found = self.all(*tags, **attributes)
        assert len(found) == 1, (tags, attributes, len(found))
        return found[0]

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs), f"an attribute of <{tag}> stands twice"
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_page(page: str) -> Node:
    """Parse a page; raises AssertionError where an element is not closed in its place."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert len(builder.open) == 1, "an element is left open"
    return builder.open[0]


def table_cells(table: Node) -> list[list[str]]:
    """Return the text of a table's cells, a list for each row, the headings first."""
    return [
        [" ".join(cell.text.split()) for cell in row.all("th", "td")] for row in table.all("tr")
    ]
