"""What docs/architecture.md promises of the code: imports go one way, and start-up is light."""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "auditreport"
MODULES = sorted(SOURCE.rglob("*.py"))
MakeWorkbook = Callable[..., Path]

# A layer may import itself and those below it.
LAYERS = (
    ("cli", "__main__"),
    ("workbooks",),
    ("interface", "previous_year", "publishing", "signing", "template_folder"),
    ("config", "toml_table", "messages"),
    ("rendering",),
    ("analysis",),
    ("reading",),
    (
        *("problem_*", "problems", "errors", "interruption", "shipped"),
        *("workbook_packing", "manifest", "reader_process", "records", "signed_files", "__init__"),
    ),
)
ONLY_IN = {
    "typer": ("cli/*",),
    "jinja2": ("rendering/templates.py", "rendering/template_faults.py"),
    "matplotlib": ("rendering/charts.py",),
    "python_calamine": ("reading/*",),
    "docx": ("rendering/word/*",),
    "openpyxl": ("workbook_packing.py", "workbooks/*", "rendering/table_*"),
    "typst": ("rendering/pdf.py",),
    "highspy": ("analysis/disclosure/solver.py",),
    "pandas": ("reading/clean_tables.py", "reading/dataset.py"),
    "click": (),
    "rich": (),
}
HEAVY = (
    "highspy",
    "pandas",
    "numpy",
    "docx",
    "lxml",
    "matplotlib",
    "openpyxl",
    "jinja2",
    "python_calamine",
    "rich",
    "pydantic",
)


def layer_of(module: str) -> int:
    """Return the layer of a module, given as its path below the package, with dots."""
    top = module.split(".")[0]
    for number, names in enumerate(LAYERS):
        if any(top == name or (name[-1] == "*" and top.startswith(name[:-1])) for name in names):
            return number
    raise AssertionError(f"{module} has no layer")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield str(node.module)


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def imported_layer(module: str) -> int:
    inside = module.removeprefix("auditreport").lstrip(".")
    return layer_of(inside or "__init__")


def test_imports_go_one_way() -> None:
    against = [
        (name_of(path), imported)
        for path in MODULES
        if path != SOURCE / "__init__.py"  # it lends names of every layer, and imports none
        for imported in imports_of(path)
        if imported.split(".")[0] == "auditreport"
        and imported_layer(imported) < layer_of(name_of(path))
    ]
    assert against == []


def test_settings_and_messages_know_nothing_of_analysis_or_rendering() -> None:
    imported = {
        name
        for module in ("config.py", "toml_table.py", "messages.py")
        for name in imports_of(SOURCE / module)
    }
    assert not [name for name in imported if ".analysis" in name or ".rendering" in name]


def test_what_never_changes_is_a_record() -> None:
    usual = [
        name_of(path)
        for path in MODULES
        if "@dataclass(frozen=True, slots=True" in path.read_text("utf-8")
    ]
    assert usual == ["problems"]  # a place has an order too, which records have not


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_only_where_it_belongs(library: str) -> None:
    users = [
        path.relative_to(SOURCE)
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports_of(path))
    ]
    assert [user for user in users if not any(map(user.match, ONLY_IN[library]))] == []


def test_a_module_opens_with_a_sentence_that_says_what_it_is_for() -> None:
    for path in MODULES:
        opening = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert opening.split("\n\n")[0].endswith("."), path


def modules_after(*words: str) -> set[str]:
    """Return which heavy libraries a run of the command has imported."""
    code = (
        "import sys\n"
        "from auditreport.cli import main\n"
        f"sys.argv = ['auditreport', *{list(words)!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"print('imported:', *(name for name in {HEAVY!r} if name in sys.modules))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    return set(run.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("build", "--help")])
def test_help_and_version_import_nothing_heavy(words: tuple[str, ...]) -> None:
    assert modules_after(*words) == set()


@pytest.mark.usefixtures("stand_in")
def test_a_check_needs_the_reader_alone_and_that_in_another_process(
    make_workbook: MakeWorkbook,
) -> None:
    assert modules_after("check", str(make_workbook()), "--as-of", "2017-04-30") == set()


@pytest.mark.usefixtures("stand_in")
def test_a_page_needs_no_pictures_and_no_frames(make_workbook: MakeWorkbook) -> None:
    imported = modules_after("build", str(make_workbook()), "--format", "html")

    assert imported.isdisjoint({"matplotlib", "numpy", "pandas"})


@pytest.mark.usefixtures("stand_in")
def test_the_same_workbook_gives_the_same_bytes_whatever_the_surroundings(
    make_workbook: MakeWorkbook,
) -> None:
    book = make_workbook().absolute()
    surroundings = (
        {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8"},
    )
    written = [build_in(book, Path(f"folder {n}"), env) for n, env in enumerate(surroundings)]

    assert written[0] == written[1]
    assert any(name.endswith(".svg") for name in written[0])


def build_in(book: Path, folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Build in a folder of its own; return the hash of each file that was written."""
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-m", "auditreport", "build", str(book), "-q"],
        cwd=folder,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        timeout=60,
    )
    files = [path for path in (folder / "report").rglob("*") if path.is_file()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
