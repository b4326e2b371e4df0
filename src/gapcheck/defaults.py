"""Default values. Imports nothing, so that `--help` can print them."""

DEFAULT_ROLE = "machine-learning-engineer"
"""The role that a resume is compared with if neither a role nor a job document is given."""
