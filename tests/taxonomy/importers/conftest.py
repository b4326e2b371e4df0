"""Tiny files in the official column layout; every row is invented."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

URI = "http://data.europa.eu/esco/"
SKILL_COLUMNS = (
    "conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "hiddenLabels",
    "status", "description",
)  # fmt: skip
OCCUPATION_COLUMNS = ("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description")
ONET = "O*NET-SOC Code"
RATED = (
    ONET, "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Standard Error", "Lower CI Bound",
    "Upper CI Bound", "Recommend Suppress", "Not Relevant", "Date", "Domain Source",
)  # fmt: skip
EDUCATION = (
    ONET,
    "Element ID",
    "Element Name",
    "Scale ID",
    "Category",
    "Data Value",
    "N",
    "Recommend Suppress",
)


def skill(number, label, *, kind="skill/competence", reuse="sector-specific", **more) -> dict[str, str]:
    return {
        "conceptUri": f"{URI}skill/{number}",
        "skillType": kind,
        "reuseLevel": reuse,
        "preferredLabel": label,
        **more,
    }


def occupation(number, label, **more) -> dict[str, str]:
    return {"conceptUri": f"{URI}occupation/{number}", "preferredLabel": label, "iscoGroup": "7318", **more}


def asks(who, what, kind="essential") -> dict[str, str]:
    return {
        "occupationUri": f"{URI}occupation/{who}",
        "relationType": kind,
        "skillUri": f"{URI}skill/{what}",
    }


def broader(what, above, kind="KnowledgeSkillCompetence") -> dict[str, str]:
    place = above if above.startswith("http") else f"{URI}skill/{above}"
    return {"conceptUri": f"{URI}skill/{what}", "broaderType": kind, "broaderUri": place}


def rated(code, element, name, value, **more) -> dict[str, str]:
    return {
        ONET: code, "Element ID": element, "Element Name": name, "Scale ID": "IM", "Data Value": str(value),
        "Recommend Suppress": "N", "Not Relevant": "n/a", **more,
    }  # fmt: skip


def tool(code, example, commodity, title, flags="NN") -> dict[str, str]:
    return {
        ONET: code, "Example": example, "Commodity Code": commodity, "Commodity Title": title,
        "Hot Technology": flags[0], "In Demand": flags[1],
    }  # fmt: skip


def answered(code, scale, **shares) -> list[dict[str, str]]:
    return [
        {
            ONET: code,
            "Scale ID": scale,
            "Category": name[1:],
            "Data Value": str(share),
            "Recommend Suppress": "N",
        }
        for name, share in shares.items()
    ]


Write = Callable[..., Path]


@pytest.fixture
def esco(tmp_path) -> Write:
    """Writes ESCO's files: skills, occupations, relations, broader; and others by name."""

    def write(
        skills, occupations=(), relations=(), broader=(), *, columns=SKILL_COLUMNS, language="en"
    ) -> Path:
        place = tmp_path / "esco"
        place.mkdir(exist_ok=True)
        _csv(place / f"skills_{language}.csv", columns, skills)
        if occupations:
            _csv(place / f"occupations_{language}.csv", OCCUPATION_COLUMNS, occupations)
        if relations:
            names = ("occupationUri", "relationType", "skillType", "skillUri")
            _csv(place / "occupationSkillRelations.csv", names, relations)
        if broader:
            names = ("conceptType", "conceptUri", "broaderType", "broaderUri")
            _csv(place / "broaderRelationsSkillPillar.csv", names, broader)
        return place

    return write


@pytest.fixture
def onet(tmp_path) -> Write:
    """Writes O*NET's files; two occupations are always there."""

    def write(*, titles=(), skills=(), knowledge=(), tools=(), education=()) -> Path:
        place = tmp_path / "onet"
        place.mkdir(exist_ok=True)
        occupations = [
            {
                ONET: "51-0001.00",
                "Title": "Lantern Makers",
                "Description": "Bend sheet metal and route wires.",
            },
            {ONET: "51-0002.00", "Title": "Kite Testers", "Description": "Fly kites in all weathers."},
        ]
        _tabs(place / "Occupation Data.txt", (ONET, "Title", "Description"), occupations)
        _tabs(place / "Alternate Titles.txt", (ONET, "Alternate Title", "Short Title", "Source(s)"), titles)
        _tabs(place / "Skills.txt", RATED, skills)
        _tabs(place / "Knowledge.txt", RATED, knowledge)
        names = (ONET, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand")
        _tabs(place / "Technology Skills.txt", names, tools)
        _tabs(place / "Education, Training, and Experience.txt", EDUCATION, education)
        return place

    return write


def _csv(path, columns, rows) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: value for key, value in row.items() if key in columns} for row in rows)
    # some copies begin with a byte-order mark
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def _tabs(path, columns, rows) -> None:
    lines = ["\t".join(columns), *("\t".join(row.get(name, "n/a") for name in columns) for row in rows)]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode())
