"""The review: what a Terraform plan does to recovery points.

ingest (documents in) → model (protection before and after) → analysis → rules → gate → views (reports out).
"""
