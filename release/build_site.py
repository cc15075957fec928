"""Builds the documents as a site, strictly, and checks that all its links lead somewhere.

python release/build_site.py [FOLDER]             the site is left in FOLDER
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[1]
_OF_THE_TOP = {"CHANGELOG.md": "changes.md", "CONTRIBUTING.md": "contributing.md"}
_FETCHED = re.compile(r"""(?:url\(|@import\s+)["']?(?:https?:)?//""")


def main(words: list[str]) -> int:
    """Build, check and say what is wrong; return the exit status."""
    with tempfile.TemporaryDirectory() as scratch:
        gather(Path(scratch))
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
        if subprocess.run(command, cwd=scratch, check=False).returncode:
            return 1
        site = Path(scratch, "site")
        faults = [*find_faults(site)]
        print(*(faults or ["All links of the site lead somewhere."]), sep="\n")
        if words and not faults:
            shutil.copytree(site, Path(*words), dirs_exist_ok=True)
    return 1 if faults else 0


def gather(folder: Path) -> None:
    """Lay the pages of docs and those of the top folder side by side."""
    shutil.copy(ROOT / "mkdocs.yml", folder)
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for name, page in _OF_THE_TOP.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        (docs / page).write_text(text.replace("](docs/", "]("), encoding="utf-8")
    for path in docs.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for name, page in _OF_THE_TOP.items():
            text = text.replace(f"](../{name}", f"]({page}").replace(f"]: {name}", f"]: {page}")
        path.write_text(text, encoding="utf-8")


class Page(HTMLParser):
    """What a page links to, what it fetches, and which places in it can be linked to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the attributes of an element say."""
        held = {name: value or "" for name, value in attrs}
        self.places |= {held[name] for name in ("id", "name") if name in held}
        if "href" in held:
            self.links.append(held["href"])
            if tag == "link" and held.get("rel") != "canonical":
                self.fetched.append(held["href"])
        if "src" in held:
            self.fetched.append(held["src"])


def find_faults(site: Path) -> Iterator[str]:
    """Yield links that lead nowhere, and whatever would be fetched from another place."""
    pages = {path.resolve(): Page(path) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        if path.name != "404.html":  # it is shown at any depth, so its links begin at the top
            yield from (
                f"{path.name}: {link} leads nowhere."
                for link in (*page.links, *page.fetched)
                if not _leads_somewhere(link, path, pages)
            )
        yield from (
            f"{path.name}: {name} is fetched from elsewhere."
            for name in page.fetched
            if urlsplit(name).netloc
        )
    for style in site.rglob("*.css"):
        if _FETCHED.search(style.read_text(encoding="utf-8")):
            yield f"{style.name} fetches something from elsewhere."


def _leads_somewhere(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if parts.fragment and target in pages:
        return unquote(parts.fragment) in pages[target].places
    return target.is_file() or (target / "index.html").is_file()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
