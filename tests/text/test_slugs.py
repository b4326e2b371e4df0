"""A name gives one id, whoever asks."""

import pytest

from gapcheck.text.slugs import slug


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        (".NET", "dot-net"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("R&D", "r-and-d"),
        ("Node.js", "node-js"),
        ("Résumé  writing", "resume-writing"),
        ("F# & .NET", "f-sharp-and-dot-net"),
        ("scikit-learn", "scikit-learn"),
        ("Café crème", "cafe-creme"),
        ("R", "r"),
        ("CI/CD", "ci-cd"),
        ("", ""),
    ],
)
def test_slug(name, id_):
    assert slug(name) == id_
