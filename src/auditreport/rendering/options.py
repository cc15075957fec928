"""What a council brings to the look of its report, as content: rendering knows no paths."""

from __future__ import annotations

from auditreport.reading.logo import Logo
from auditreport.records import record


@record
class GivenFile:
    """A file that was read: its name, for messages, and its bytes."""

    name: str
    data: bytes


@record
class RenderOptions:
    """What each format may use; a format that has no use for an option leaves it be.

    `templates` win over ours of the same name, such as `html/page.html.j2`.
    """

    word_template: GivenFile | None = None
    templates: tuple[GivenFile, ...] = ()
    logo: Logo | None = None


NOTHING_GIVEN = RenderOptions()
