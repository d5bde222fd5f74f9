"""The gate: which findings stop a change, which need somebody's approval, which are waived, and which exit code says so."""
