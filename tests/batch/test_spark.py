"""On a cluster each document gives one row, whatever it does, also where a worker of Spark is killed under it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java (openjdk-17-jre-headless)")
@pytest.mark.skipif(
    any(find_spec(each) is None for each in ("pyspark", "pandas", "pyarrow")), reason="needs gapcheck[spark]"
)
def test_rows_out_are_documents_in(tmp_path):
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    command = [sys.executable, "-m", "tests.batch.spark_script", str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=420, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["poison"]["killed"]
    assert found["poison"]["first"] == 12
    assert found["poison"]["reasons"] == {
        "crash.res": "crashed",
        "hang.res": "limits",
        "fail.res": "error",
        "orphan.res": "no-score",
    }
    assert len(found["poison"]["scores"]) == 1
    assert found["poison"]["paths"] == ["good 0.res", "late.res"]
    assert found["poison"]["rows"] == 14
    assert found["job"] == [1, 2]
    assert found["notebook"] == [1, 2]
