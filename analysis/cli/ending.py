"""How a command ends: without a word where the reader of its output has gone, and without those of libraries."""

import atexit
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn


def run(command: Callable[[], object]) -> NoReturn:
    """Run a command line and end the process with its exit code.

    ``| head`` closes what a command still writes to: it then ends silently.
    """
    code: object = 0
    try:
        command()
    except SystemExit as end:
        code = end.code
    except BrokenPipeError:
        code = 1
    if isinstance(code, str):
        print(code, file=sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        # What is left is of no use to anybody once the reader has gone.
        with suppress(OSError, ValueError):
            stream.flush()
    atexit._run_exitfuncs()
    # Not sys.exit(): while modules are taken down one by one, DuckDB counts on standard error what it still holds.
    os._exit(code if isinstance(code, int) else int(bool(code)))
