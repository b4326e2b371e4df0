"""The attribution that publishers require wherever their data are used, and the note on the changes made."""

from __future__ import annotations

from collections.abc import Sequence

_ESCO = (
    "This service uses the ESCO classification of the European Commission.",
    (
        "ESCO{release} (European Skills, Competences, Qualifications and Occupations), (c) European Union. Reuse "
        "is authorised, provided the source is acknowledged, under Commission Decision 2011/833/EU: "
        "https://esco.ec.europa.eu/"
    ),
    (
        "This is a modified version of ESCO: gapcheck selected and rearranged its content, made ids of labels, "
        "and gave names that several concepts share to one of them. The European Commission has neither made nor "
        "approved these changes."
    ),
)
_ONET = (
    (
        "This product includes information from the O*NET{release} Database by the U.S. Department of Labor, "
        "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license "
        "(https://creativecommons.org/licenses/by/4.0/). O*NET\N{REGISTERED SIGN} is a trademark of USDOL/ETA."
    ),
    (
        "gapcheck has modified all or some of this information: it selected and rearranged content, turned ratings "
        "into weights, and shortened names. USDOL/ETA has not approved, endorsed, or tested these modifications."
    ),
    "Source: https://www.onetcenter.org/database.html",
)
_TEXTS = {"esco": _ESCO, "onet": _ONET}
TITLES = {"esco": "ESCO", "onet": "O*NET"}
"""Names of the sources, as people write them."""


def attribution(source: str, release: str) -> Sequence[str]:
    """The paragraphs that must go along with data of `source` (esco, onet); `release` is "" if unknown."""
    return tuple(text.replace("{release}", f" {release}" if release else "") for text in _TEXTS[source])
