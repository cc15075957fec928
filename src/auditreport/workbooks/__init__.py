"""The workbooks that we write: the blank one of a new year, and the annotated copy of a user's."""

from __future__ import annotations
