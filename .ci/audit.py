# ruff: noqa: INP001, S603  # a script by itself, that prints and runs pip-audit
"""Looks up the installed packages among known vulnerabilities: `pip install pip-audit && python .ci/audit.py`.

pip-audit says "no known vulnerabilities" also where it could look up nothing (no network, an index of one's own). This ends
with 1 if a package is vulnerable, with 2 if some packages could not be looked up or pip-audit itself failed, and with 3 if
none could be looked up: no network. With `--offline-ok` it says so, too, but ends with 0 then.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

INCOMPLETE, NO_NETWORK = 2, 3
_OF_THE_NETWORK = re.compile(
    r"^\S.*(?:connect|name resolution|resolve host|unreachable|timed out)", re.IGNORECASE | re.MULTILINE
)
"""What pip-audit says where it reaches no service; whatever else ends it is a fault of its own."""


def verdict(audited: Mapping[str, Any]) -> tuple[int, str]:
    """The exit code and what to print, for pip-audit's JSON."""
    rows = [row for row in audited.get("dependencies", ()) if row.get("name") != "gapcheck"]
    skipped = sorted(row["name"] for row in rows if "skip_reason" in row)
    bad = [
        f"{row['name']} {row['version']}: {', '.join(v['id'] for v in row['vulns'])}"
        for row in rows
        if row.get("vulns")
    ]
    looked_up = len(rows) - len(skipped)
    if bad:
        return 1, "\n".join(bad)
    if rows and not looked_up:
        return NO_NETWORK, f"NOT AUDITED (no network?): none of {len(rows)} packages could be looked up"
    if skipped or not rows:
        return (
            INCOMPLETE,
            f"{looked_up} packages are without known vulnerabilities; not looked up: {', '.join(skipped) or 'any'}",
        )
    return 0, f"{looked_up} packages are without known vulnerabilities"


def main() -> int:
    """Run pip-audit on this environment."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        audited = json.loads(done.stdout)
    except ValueError:
        code = NO_NETWORK if _OF_THE_NETWORK.search(done.stderr) else INCOMPLETE
        text = f"NOT AUDITED: {done.stderr.strip()[-300:] or 'pip-audit gave no JSON'}"
    else:
        code, text = verdict(audited)
    print(text, file=sys.stderr if code else sys.stdout)
    return 0 if code == NO_NETWORK and "--offline-ok" in sys.argv[1:] else code


if __name__ == "__main__":
    sys.exit(main())
