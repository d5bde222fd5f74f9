"""Write `schema.binpb`, or with `--check` tell whether it is out of date.

python -m glbr.provider.generate_schema [--check]
"""

import sys

from glbr.provider.prepared_schema import FILE, packed, prepared
from glbr.provider.schema_message import provider_schema_response

COMMAND = "python -m glbr.provider.generate_schema"


def main(arguments: list[str]) -> int:
    """Write, or check. Returns the exit code: 1 when the file is out of date."""
    answer = provider_schema_response().SerializeToString(deterministic=True)
    if "--check" not in arguments:
        FILE.write_bytes(packed(answer))
        return 0
    if prepared() == answer:
        return 0
    sys.stderr.write(f"out of date: {FILE.name}; run `{COMMAND}`\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
