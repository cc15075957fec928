"""Running the tool as `python -m auditreport`."""

from __future__ import annotations

from auditreport.cli import main

if __name__ == "__main__":
    main()
