"""Text that tries to be more than text, and a report that prints it in every place."""

from hypothesis import strategies as st

from auditreport.rendering.blocks import (
    BarRow,
    Bars,
    Bullets,
    Callout,
    Column,
    Fact,
    Facts,
    HeatCell,
    HeatMap,
    HeatRow,
    ListGroup,
    Lists,
    Paragraph,
    Quotes,
    Span,
    Subheading,
    Table,
    Tone,
    plain,
)
from auditreport.rendering.layout import Part, Report

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- comment --> <![CDATA[x]]> <?php ?>",
    '" onmouseover="alert(1)" x="',
    "' style='color:red",
    "&lt;b&gt; &amp;amp; &#60; &nbsp",
    "{{ report.title }} {% include 'x' %} {# gone #}",
    "{{ ''.__class__.__mro__ }}",
    "a | b || c \\| d",
    "**bold** *em* __b__ _e_ ~~gone~~ `code` ``c``",
    "![i](x.png) [l](https://e.org) [r]: https://e.org [r][r] <https://e.org>",
    "# heading",
    "###### six #",
    "- item",
    "+ item",
    "* item",
    "1. one",
    "1) one",
    "12.",
    "> quote",
    "---",
    "- - -",
    "***",
    "===",
    "~~~ fence",
    "``` fence",
    "    code",
    "\tcode",
    "a\n\n    code",
    "a\n# b\n- c\n1. d\n> e\n---\nf\n===",
    "a  \nb\\\nc",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    ":--|--:",
    "$x^2$ $$y$$ \\(z\\) \\frac",
    "=1+1 @SUM(A1) +1 -1",
    "10.8% to 60.3%",
    "3) and 4. and -5",
    "\u202eevil\u202c \u200bzero \ufeff\x00\x07\x1b[31m",
    "\ufffe\uffff\ud800",
    "计划 ע‎ 👍 e\u0301",
    "\r\nx\ry\u2028z\x85",
    "[^1] [^1]: note [ ] [x] :smile:",
    "_under",
    "\\*not\\*",
    "x" * 300,
)


def typed() -> st.SearchStrategy[str]:
    """Return text as reading hands it on: trimmed, with something in it."""
    words = st.text(max_size=30) | st.text(
        alphabet="*_`[]()<>&|#~-+=.:\\\"'!1 \n\tab{}%$@/^", max_size=30
    )
    pieces = st.lists(st.sampled_from(PAYLOADS) | words, min_size=1, max_size=3)
    return pieces.map(lambda found: " ".join(found).strip()).filter(bool)


def report_of(text: str) -> Report:
    """Return a report that prints a text wherever a council's own words can stand."""
    tones = (Tone(text, "judgement-0"), Tone("B", "judgement-1"))
    blocks = (
        Paragraph(plain(text)),
        Paragraph((Span("Before "), Span(text), Span(" after"))),
        Subheading(text),
        Bullets((plain(text), plain("two")), lead=text),
        Callout(text, text),
        Lists((ListGroup(text, (text, "two"), text),)),
        Table(text, (Column(text), Column(text, is_number=True)), ((text, text),), "Fixed."),
        Bars("bars", text, text, tones, (text,), (BarRow(text, (1, 2), (text,)),), text, "Fixed."),
        Bars("count", text, text, tones[:1], (), (BarRow(text, (1,)),), text),
        HeatMap(
            *("heat", text, text, ("Q1",)),
            rows=(HeatRow(text, (HeatCell("40%", "2 of 5", "few"),)),),
            description=text,
            note="Fixed.",
        ),
        Quotes(text, (text, "two")),
    )
    return Report(
        name="annual-report-2016-17",
        title=text,
        organisation=text,
        service=text,
        period="April 2016 to March 2017",
        details=(("Authors", text),),
        audience="internal",
        opening=(text,),
        facts=Facts((Fact("1", text, text),)),
        parts=(Part("one", text, blocks, (Part("two", text, (Paragraph(plain("End.")),)),)),),
        colours="Ofsted",
        judgements=4,
        tool="auditreport 0.1.0",
    )
