"""What is meant where nothing is said; imports nothing, so that `--help` can say it too."""

DEFAULT_ROLE = "machine-learning-engineer"
"""The role that a resume is held against where neither a role nor a job document is given."""
