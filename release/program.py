"""Where the program without Python begins: the command, or the process that reads for it."""

from __future__ import annotations

import sys

from auditreport.reader_process import AS_READER

if sys.argv[1:] == [AS_READER]:
    from auditreport.reading.serving import serve

    serve()

from auditreport.__main__ import main

main()
