"""Where the program begins, be it as `auditreport` or as `python -m auditreport`."""

from __future__ import annotations

import gc
import sys

from auditreport.interruption import Interrupted, listening
from auditreport.reader_process import started_ahead

_READING = ("build", "quarter", "check", "verify")
_MAY_DO_WITHOUT = {"--help", "-h", "--if-changed"}
_SELDOM = 100_000  # new objects between two looks for cycles, of which we and our imports have few


def main() -> None:
    """Run the command that was typed, then leave with its exit status."""
    try:
        gc.set_threshold(_SELDOM)
        with listening(), started_ahead(is_wanted=_will_read(sys.argv[1:])):
            from auditreport.cli import main as run  # slow to import: by now we can be stopped

            run()
    except Interrupted as stop:
        sys.exit(stop.exit_status)
    finally:
        gc.freeze()  # nor is there need for a last look when all is over


def _will_read(words: list[str]) -> bool:
    return bool(words) and words[0] in _READING and _MAY_DO_WITHOUT.isdisjoint(words)


if __name__ == "__main__":
    main()
