import json


def test_rows_to_look_up_again_are_listed_with_their_reasons(run):
    def listed(day):
        done = run("certifications", "--stale", "--format", "json", "--as-of", day)
        assert done.exit_code == 0
        return {row["id"]: row for row in json.loads(done.stdout)["certifications"]}

    before, after = listed("2026-11-30"), listed("2026-12-05")
    assert "aws-dva-c02" not in before
    assert after["aws-dva-c02"]["reasons"] == ["last_exam 2026-11-30 has passed since"]
    assert after["aws-dva-c02"]["status"] == "retired"
    assert after["aws-dva-c02"]["successors"] == [{"id": "aws-dva-c03", "relation": "direct_replacement"}]


def test_stale_rows_can_be_narrowed_and_printed(run):
    done = run("certifications", "--stale", "--skill", "machine-learning", "--as-of", "2027-11-21")
    assert done.exit_code == 0
    assert "gcp-pmle" in done.stdout
    assert "days earlier" in done.stdout


def test_stale_rows_fit_a_terminal_and_keep_their_address_elsewhere(run):
    shown = run("certifications", "--stale", "--format", "text", "--as-of", "2026-11-21").stdout
    assert "http" not in shown
    assert max(map(len, shown.splitlines())) <= 100  # a terminal cuts the last cell to its width
    assert "http" in run("certifications", "--stale", "--format", "csv", "--as-of", "2026-11-21").stdout
