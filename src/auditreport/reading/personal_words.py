"""What looks like personal data: a column's header, a text, a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from auditreport.reading.matching import name_key

# Patterns are kept as texts: to compile them takes long, and most workbooks need none.
_PERSON = (
    r"(?:childs?|childrens?|yps?|youngpersons?|youngpeoples?|pupils?|students?|clients?|patients?"
    r"|serviceusers?|mothers?|fathers?|mums?|dads?|parents?|carers?|parentcarers?|siblings?|familys?)"
)
_HEADERS: Mapping[str, str] = {
    "names": (
        rf"(?:{_PERSON}|the|full|first|last|middle|given|family|known)*"
        rf"(?:(?:fore|sur|christian)?names?)(?:ofthe{_PERSON}|of{_PERSON})?|initials"
    ),
    "dates of birth": rf"{_PERSON}?(?:dob|dateofbirth|birthdate|birthday|dobirth)",
    "NHS numbers": rf"{_PERSON}?nhs(?:number|no|num|id)?",
    "UPNs": rf"{_PERSON}?(?:upn|uniquepupilnumber|pupilnumber)(?:no|number)?",
    "addresses": (
        rf"{_PERSON}?(?:home|current|postal|placement|full|house)?"
        r"(?:address(?:es)?(?:line)?\d?|postcode|postalcode|street)"
    ),
    "telephone numbers": (
        rf"{_PERSON}?(?:home|contact)?(?:telephone|phone|mobile|mobilephone|tel|contact)"
        r"(?:no|number|num)"
        rf"|{_PERSON}?(?:home|mobile)?(?:telephone|phone|mobile|tel)"
    ),
    "e-mail addresses": rf"{_PERSON}?e?mail(?:address)?(?:es)?",
    "National Insurance numbers": r"(?:nationalinsurance|ni)(?:number|no)|nino",
}

_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC"
    "|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN"
    "|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO"
    "|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
_UPPER_POSTCODE = rf"\b(?:{_AREAS})(?:\d\d?|\d[A-HJKMNPR-Y]) ?\d(?![A-Z]?[CIKMOV])[A-Z]{{2}}\b"
_LOWER_POSTCODE = _UPPER_POSTCODE.replace(r"(?![A-Z]?", r"(?!ST|ND|RD|TH)(?![A-Z]?").lower()
_EMAIL = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
_TELEPHONE = (
    r"(?<![\w/.-])(?:(?:\+|00)44[ -]?(?:\(0\))?[ -]?|\(?0)[1-378]\d{1,3}\)?"
    r"(?:[ -]?\d{3,4}[ -]?\d{3,4}|[ -]?\d{2}(?:[ -]\d{2}){2,3})(?![\w/-]|[ -]?\d)"
)
_TEN_DIGITS = r"(?<![\w/.-])(\d{3})([ -]?)(\d{3})\2(\d{4})(?![\w/-]|\.\d)"
_BIRTH = (
    r"(?i)\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|born(?: on)?)\b[^\w\n]{0,4}(?:is |was )?"
    r"\d{1,4}(?:st|nd|rd|th)?[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}"
)
_UPN = r"(?<![\w-])([A-HJ-NP-RT-Z])(\d{11}[\dA-HJ-NP-RT-Z])(?![\w-])"
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

# The patterns are slow and most texts hold none of it: these look for what each cannot lack.
_NUMBER = re.compile(r"[0-9](?:[0-9 ()-]{8}|(?!st|nd|rd|th)[A-Za-z]{2}\b)")
_BIRTH_WORDS = ("born", "birth", "dob", "d.o.b")


def kind_of_header(header: str) -> str:
    """Return what a column of this header would hold, empty where that is nothing personal."""
    key = name_key(header)
    return next((kind for kind, names in _HEADERS.items() if re.fullmatch(names, key)), "")


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits bear the check digit of an NHS number (weights 10 to 2, modulo 11)."""
    if len(digits) != 10 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])


def is_upn(text: str) -> bool:
    """Whether a text is a unique pupil number by its check letter (weights 2 to 13, modulo 23)."""
    match = re.fullmatch(_UPN, text)
    if match is None:
        return False
    values = (int(c) if c.isdecimal() else _UPN_LETTERS.index(c) for c in match[2])
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    return _UPN_LETTERS[total % 23] == match[1]


def might_be_personal(text: str) -> bool:
    """Whether a text, or many joined by line ends, can hold personal data: a quick look."""
    return "@" in text or _NUMBER.search(text) is not None or _names_a_birth(text)


def _names_a_birth(text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in _BIRTH_WORDS)


def find_personal(text: str) -> Iterator[str]:
    """Yield the code of each kind of personal data that a text holds, each once."""
    if "@" in text and re.search(_EMAIL, text):
        yield "email-in-text"
    if _NUMBER.search(text):
        yield from (code for code, holds in _NUMBERS.items() if holds(text))
    if _names_a_birth(text) and re.search(_BIRTH, text):
        yield "birth-date-in-text"


def _has_postcode(text: str) -> bool:
    return bool(re.search(_UPPER_POSTCODE, text) or re.search(_LOWER_POSTCODE, text))


def _has_telephone(text: str) -> bool:
    for match in re.finditer(_TELEPHONE, text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        if len(re.sub(r"^(?:0044|44|0)", "", digits)) in (9, 10):
            return True
    return False


def _has_nhs_number(text: str) -> bool:
    """Whether a text has such a number written in three groups, or beside the word NHS.

    One in eleven numbers of ten digits passes the check by chance, so that it is not enough.
    """
    is_named = "nhs" in text.casefold()
    return any(
        (match[2] or is_named) and is_nhs_number(match[1] + match[3] + match[4])
        for match in re.finditer(_TEN_DIGITS, text)
    )


def _has_upn(text: str) -> bool:
    return any(is_upn(match[0]) for match in re.finditer(_UPN, text))


_NUMBERS: Mapping[str, Callable[[str], bool]] = {
    "postcode-in-text": _has_postcode,
    "telephone-in-text": _has_telephone,
    "nhs-number-in-text": _has_nhs_number,
    "upn-in-text": _has_upn,
}
