"""Heads of jobs made of parts, signs, dates and layouts: whatever their order, both jobs are found with their dates."""

import itertools
import random

import pytest

from .conftest import resume_of

POSTS = (
    (("Staff Nurse", "St Elm Hospital"), ("Bookkeeper", "Sample & Rowe")),
    (("Senior Event Executive", "Tern Live (agency)"), ("Banqueting Coordinator", "Heron Hotel")),
    (("Associate Solicitor", "Sample Vale LLP"), ("Paralegal", "Quill")),
    (("Theatre Practitioner", "Sample Energi AB"), ("Barista", "The Daily Sample")),
)
DATES = (
    (("January 2024 - now", "2024-01", None), ("April 2020 - December 2023", "2020-04", "2023-12")),
    (("from Jan 2024 to Mar 2025", "2024-01", "2025-03"), ("from Apr 2020 until Dec 2023", "2020-04", "2023-12")),
    (("since January 2024", "2024-01", None), ("April 2020 until December 2023", "2020-04", "2023-12")),
    (("01/2024 – 03/2025", "2024-01", "2025-03"), ("04/2020 – 12/2023", "2020-04", "2023-12")),
    (("Jan '24 – Mar '25", "2024-01", "2025-03"), ("Apr '20 – Dec '23", "2020-04", "2023-12")),
    (("2023 to date", "2023", None), ("2019 to 2022", "2019", "2022")),
)  # fmt: skip
HEADS = (
    "{t}, {e}, {d}", "{e}, {t}, {d}", "{t} | {e} | {d}", "{e} | {t} | {d}", "{t} · {e} · {d}", "{e} – {t} – {d}",
    "{t} at {e}, {d}", "{t} @ {e} | {d}", "{t}, {e} ({d})", "{e}: {t}, {d}", "{d}: {t}, {e}", "{d} | {t} | {e}",
    "{d} — {e} — {t}", "{d}\t{t}, {e}", "{t}, {e}\t{d}", "{t} / {e} / {d}", "{t}; {e}; {d}", "{t} with {e}, {d}",
    "{t} for {e}, {d}", "{t} ({e}), {d}", "{t} [{d}] {e}", "{t}, {e}\n{d}", "{t}\n{e} | {d}", "{d}\n{t}, {e}",
)  # fmt: skip
SET = {
    "plain": "{}",
    "bold": "**{}**",
    "italic": "*{}*",
    "an item in bold": "* **{}**",
    "a heading": "### {}",
}
HEADINGS = ("Experience\n\n", "**Work**\n\n", "Where I have been\n\n", "")
BELOW = (
    "- Served forty people a day\n- Counted the till\n",
    "Served forty people a day and counted the till.\n",
)


def written(head, posts, dates, how, heading, below):
    """A resume of two jobs, and what is to be found in it: titles, employers, dates."""
    text, wanted = f"Jo Sample\njo@example.com\n\n{heading}", []
    for (title, employer), (printed, start, end) in zip(posts, dates, strict=True):
        lines = head.format(t=title, e=employer, d=printed).split("\n")
        text += "\n".join(SET[how].format(line) for line in lines) + f"\n\n{below}\n"
        wanted.append((title, employer, start, end))
    return text + "**Languages**\n\nEnglish, Dutch\n", wanted


def cases(count):
    drawn = random.Random(11)  # noqa: S311  # the same cases in every run
    every = list(itertools.product(HEADS, POSTS, DATES, SET, HEADINGS, BELOW))
    for case in drawn.sample(every, count):
        # a head of several lines is not an item on each of them
        if not ("\n" in case[0] and case[3] in {"an item in bold", "a heading"}):
            yield case


@pytest.mark.parametrize("case", list(cases(150)), ids=lambda case: f"{case[0]!r} {case[2][0][0]} {case[3]}")
def test_two_jobs_are_found_in_heads_of_any_form(case):
    text, wanted = written(*case)
    found = [
        (each.title, each.employer, str(each.period.start), str(each.period.end) if each.period.end else None)
        for each in resume_of(text, name="resume.md").entries
        if each.period
    ]
    assert found == wanted
