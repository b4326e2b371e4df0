"""The examples of skills_taxonomy/README.md are sound rows."""

import re

from gapcheck.taxonomy.loading import check
from tests.places import TAXONOMY

README = TAXONOMY / "README.md"
PLACES = ("skills/x.yaml", "roles/data-engineer.yaml", "certifications/x.yaml")


def test_every_example_can_be_copied(folder):
    blocks = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    own = folder(dict(zip(PLACES, blocks, strict=True)))
    assert [each for each in check(own).problems if str(own) in each] == []
