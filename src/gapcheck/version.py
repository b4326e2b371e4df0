"""The version of gapcheck that is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("gapcheck")
except PackageNotFoundError:  # run from a folder that was never installed
    VERSION = "0"
