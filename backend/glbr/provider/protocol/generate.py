"""Makes the Python modules of the plugin protocol anew from `tfplugin6.proto`.

For developers, after a change of the `.proto`: `python -m glbr.provider.protocol.generate`. With `--check` nothing
is written, and the exit code is 1 when a committed module differs from what the `.proto` gives. Needs `grpcio-tools`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
SOURCE_ROOT = HERE.parents[2]
PROTO = HERE / "tfplugin6.proto"


def generated() -> Mapping[str, bytes]:
    """Run protoc and return the modules it makes: file name to content.

    Raises:
        RuntimeError: when protoc finds a fault in the `.proto`; it has then described it on stderr.
    """
    from grpc_tools import protoc  # type: ignore[import-untyped]  # a tool without type hints

    with tempfile.TemporaryDirectory() as target:
        status = protoc.main(
            [
                "protoc",
                f"--proto_path={SOURCE_ROOT}",
                f"--proto_path={files('grpc_tools').joinpath('_proto')}",
                f"--python_out={target}",
                f"--pyi_out={target}",
                str(PROTO),
            ]
        )
        if status != 0:
            raise RuntimeError(f"making Python modules from {PROTO.name}: protoc ended with {status}; see its message")
        return {made.name: made.read_bytes() for made in sorted(Path(target).rglob("tfplugin6_pb2.py*"))}


def outdated(folder: Path) -> list[str]:
    """Name the modules in `folder` that are missing or differ from what the `.proto` gives today."""
    return [
        name
        for name, content in generated().items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != content
    ]


def main(arguments: Sequence[str], folder: Path = HERE) -> int:
    """Write the modules into `folder`, or with `--check` only compare them; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"generate: understands --check and nothing else, given {' '.join(arguments)}\n")
        return 2
    if arguments:
        stale = outdated(folder)
        for name in stale:
            sys.stderr.write(f"{name} differs from {PROTO.name}: run python -m {__spec__.name}\n")
        return 1 if stale else 0
    for name, content in generated().items():
        (folder / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
