"""Templates: strict, escaped, and told in full to whoever edits them."""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hostile import report_of
from synthetic import full_report

from auditreport.errors import UsageFault
from auditreport.rendering import blocks, layout, templates
from auditreport.rendering.options import GivenFile
from auditreport.rendering.templates import find_templates, render_template

FORMS = {"html": ".html.j2", "markdown": ".md.j2", "typst": ".typ.j2"}
README = (find_templates() / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """Return the text under a heading of the README, down to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#|\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no section {heading}"
    return found[1]


def listed(heading: str) -> list[str]:
    """Return the names in the first column of a section's table."""
    return re.findall(r"^\| `([^`]+)` \|", section(heading), re.MULTILINE)


def dataclasses() -> list[type]:
    named = {**vars(blocks), **vars(layout)}
    return [cls for cls in named.values() if isinstance(cls, type) and is_dataclass(cls)]


def names_of(cls: type) -> list[str]:
    """Return what a template may ask of an object: its kind, fields and properties."""
    kind = [name for name in get_type_hints(cls) if name == "kind"]
    properties = [name for name, value in vars(cls).items() if isinstance(value, property)]
    return [*kind, *(field.name for field in fields(cls)), *properties]


def files_of(form: str) -> set[str]:
    suffix = FORMS[form]
    return {p.name.removesuffix(suffix) for p in (find_templates() / form).glob(f"*{suffix}")}


@pytest.mark.parametrize("cls", dataclasses(), ids=lambda cls: cls.__name__)
def test_the_readme_lists_every_name_that_a_template_may_use(cls: type) -> None:
    assert listed(cls.__name__) == names_of(cls)


def test_the_readme_speaks_of_no_object_that_is_not_there() -> None:
    headings = re.findall(r"^### (\w+)$", README, re.MULTILINE)
    assert sorted(headings) == sorted(cls.__name__ for cls in dataclasses())


def test_the_readme_lists_every_partial() -> None:
    assert set(listed("How a report is made")) == files_of("html")
    assert files_of("markdown") == files_of("html") - {"contents"}
    assert files_of("typst") == files_of("html")


def test_every_kind_of_block_has_a_partial_in_each_form() -> None:
    kinds = {cls.kind for cls in get_args(blocks.Block)}
    for form in FORMS:
        assert kinds <= files_of(form), form


@pytest.mark.parametrize("form", FORMS)
def test_the_readme_names_the_blocks_of_the_page(form: str) -> None:
    page = (find_templates() / form / f"page{FORMS[form]}").read_text(encoding="utf-8")
    blocks_of_page = re.findall(r"\{% block (\w+) %\}", page)
    sentences = re.split(r"(?:Markdown|The PDF) has", section("Blocks of `page`"))
    sentence = sentences[list(FORMS).index(form)].partition("; ")[0]
    assert re.findall(r"`(\w+)`", sentence.replace("`page`", "")) == blocks_of_page


def test_the_readme_lists_the_filters() -> None:
    source = Path(templates.__file__).read_text(encoding="utf-8")
    assert sorted(listed("Filters")) == sorted(re.findall(r'filters\["(\w+)"\]', source))


def write_page(form: str, text: str, report: layout.Report | None = None, **others: str) -> str:
    """Render a page template of one line in place of ours; `others` are partials of its own."""
    suffix = FORMS[form]
    pages = {"page": text, **{name.replace("_", "-"): other for name, other in others.items()}}
    given = tuple(GivenFile(f"{form}/{name}{suffix}", t.encode()) for name, t in pages.items())
    return render_template(report or full_report(), form, suffix, given)


def test_a_page_escapes_whatever_it_prints() -> None:
    report = report_of("<b>\u202e{{ x }}")
    assert write_page("html", "{{ report.title }}", report) == "&lt;b&gt;[U+202E]{{ x }}"
    assert write_page("markdown", "{{ report.title }}", report) == (
        "&lt;b&gt;&#91;U+202E&#93;{{ x }}"
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        "{{ report.__class__.__mro__ }}",
        "{{ report.title.format_map(report) }}{{ ''.__class__ }}",
        "{{ report.parts.__add__(()) }}",
    ],
)
def test_a_template_cannot_reach_the_program(form: str, text: str) -> None:
    with pytest.raises(UsageFault, match=r"unsafe|TypeError|has no"):
        write_page(form, text)


@pytest.mark.parametrize("form", FORMS)
def test_a_part_may_have_a_template_of_its_own(form: str) -> None:
    report = replace(full_report(), parts=full_report().parts[:1])
    suffix = FORMS[form]
    page = (
        "{% for part in report.parts %}"
        f'{{% include ["part-" ~ part.id ~ "{suffix}", "part{suffix}"] %}}'
        "{% endfor %}"
    )
    assert write_page(form, page, report, part_introduction="Its own.") == "Its own."


def test_no_template_switches_escaping_off() -> None:
    for path in find_templates().rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text


def test_every_attribute_in_a_template_is_quoted() -> None:
    for path in (find_templates() / "html").glob("*.j2"):
        assert not re.search(r"=\{\{", path.read_text(encoding="utf-8")), path.name
