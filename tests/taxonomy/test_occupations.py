"""The taxonomy knows what common occupations outside of technology use."""

import importlib.util
import sys

import pytest
import yaml

from tests.places import ROOT, SHARED

SCRIPT = ROOT / "benchmarks" / "occupation_coverage.py"
pytestmark = pytest.mark.skipif(
    not SCRIPT.is_file(), reason="the benchmarks are not part of this distribution"
)


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("occupation_coverage", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def occupations(script):
    return yaml.safe_load(script.OCCUPATIONS.read_text(encoding="utf-8"))


def test_occupations_are_sorted_and_have_ten_entries_each(occupations):
    codes = [each["code"] for each in occupations]
    assert codes == sorted(set(codes))
    assert {each["code"]: len(set(each["entries"])) for each in occupations} == dict.fromkeys(codes, 10)


def test_the_licences_and_methods_of_each_occupation_have_a_name(script, occupations, taxonomy):
    unnamed = {each["occupation"]: script.unnamed_entries(taxonomy, each["entries"]) for each in occupations}
    assert {occupation: names for occupation, names in unnamed.items() if names} == {}


def test_what_is_no_name_is_not_counted(script, taxonomy):
    names = ["wound care", "wound care of harps", "RN License", "RN License of harps"]
    assert script.unnamed_entries(taxonomy, names) == ("wound care of harps", "RN License of harps")


def test_most_of_the_commonest_tools_of_each_occupation_have_a_name(script, taxonomy):
    tools = SHARED / "corpus" / "taxonomies" / "onet" / "Technology Skills.txt"
    if not tools.exists():
        pytest.skip("O*NET's list of tools is not here (GAPCHECK_SHARED)")
    too_few = {
        each.occupation: each.unnamed_tools
        for each in script.coverage(taxonomy, tools)
        if each.share_of_tools < 0.8
    }
    assert too_few == {}


def test_the_commonest_tools_are_those_of_most_occupations(script, tmp_path):
    rows = [("1", "Loom"), ("1", "Anvil"), ("2", "Anvil"), ("2", "Kiln"), ("3", "Kiln"), ("1", "Kiln")]
    file = tmp_path / "tools.txt"
    lines = ["O*NET-SOC Code\tExample", *("\t".join(row) for row in rows)]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert script.commonest(file)["1"] == ("Kiln", "Anvil", "Loom")


@pytest.mark.parametrize(
    ("entry", "spelling"),
    [
        ("Loom planning software", "Loom planning"),
        ("Kiln control system KCS", "KCS"),
        ("Kiln control system KCS", "Kiln control system"),
        ("Ashgrove Tools Anvil", "Anvil"),
    ],
)
def test_an_entry_counts_in_the_ways_that_people_write_it(script, entry, spelling):
    assert spelling in list(script.spellings(entry))


def test_a_class_of_programs_is_not_its_last_word(script):
    assert "Planning" not in list(script.spellings("Loom Planning software"))
