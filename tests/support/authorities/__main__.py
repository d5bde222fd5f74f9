"""Tell what is to be reviewed, and write docs/reviewed-differences.md and docs/coverage.md.

PYTHONPATH=tests/support python -m authorities
"""

import sys

from authorities import coverage
from authorities.review import PROJECT, all_differences, page, published, reviewed, stale, unreviewed

api, table = published(), reviewed()
found, reached = all_differences(api), coverage.rows(api)
missing = [f"not reviewed: {difference}" for difference in unreviewed(found, table)]
missing += [f"no difference any more: {line}" for line in stale(found, table)]
missing += [f"reached by nothing: {row.name}" for row in reached if not row.by and not row.planned]
(PROJECT / "docs" / "reviewed-differences.md").write_text(page(found, table), encoding="utf-8")
coverage.PAGE.write_text(coverage.page(reached), encoding="utf-8")
sys.exit("\n".join(missing) or 0)
