"""Schema of required_experience.yaml: which lengths of time in a job document are experience asked for."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class RequiredExperience(TaxonomyEntry):
    """The whole file. All but the last four lists hold phrases as `gapcheck.text.patterns` describes.

    `not_experience` beside a length, and `time_frames` before it, say that it is not experience, unless `experience`
    follows or `having` stands before. `part_of_years` are parts of years named before. `alternatives` and
    `around_numbers` stand before a length that stands in for a degree; `with_years` between a degree and its length,
    `beyond_degree` between a length and its degree.
    """

    not_experience: tuple[str, ...] = ()
    time_frames: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    part_of_years: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    around_numbers: tuple[str, ...] = ()
    with_years: tuple[str, ...] = ()
    beyond_degree: tuple[str, ...] = ()
