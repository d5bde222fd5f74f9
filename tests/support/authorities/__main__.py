"""Tell what is to be reviewed, and write docs/reviewed-differences.md.

PYTHONPATH=tests/support python -m authorities
"""

import sys

from authorities.review import PROJECT, all_differences, page, published, reviewed, stale, unreviewed

found, table = all_differences(published()), reviewed()
missing = [f"not reviewed: {difference}" for difference in unreviewed(found, table)]
missing += [f"no difference any more: {line}" for line in stale(found, table)]
(PROJECT / "docs" / "reviewed-differences.md").write_text(page(found, table), encoding="utf-8")
sys.exit("\n".join(missing) or 0)
