"""Degrees of many countries: level, field, status, school, year; and words that only look like degrees."""

import pytest

from .conftest import education, resume_of

DEGREES = [
    ("B.Sc. in Physics, University of Exemplar, 2012", "bachelor", "Physics", 2012),
    ("BS Computer Science, Example State University, May 2015", "bachelor", "Computer Science", 2015),
    ("MA in History, Sample College, Boston, MA 2010", "master", "History", 2010),
    ("Master of Science Information Technology, Example University 2018", "master", "Information Technology", 2018),
    ("B.Tech (Electronics), Example Institute of Technology, 2014 - 2018", "bachelor", "Electronics", 2018),
    ("Bachelor of Arts (Hons) Economics, University of Exampleton, 2:1, 2009–2012", "bachelor", "Economics", 2012),
    ("Dipl.-Ing. Maschinenbau, Technische Universität Musterstadt, 2008", "master", "Maschinenbau", 2008),
    ("Dr.-Ing., RWTH Musterstadt, 2013", "doctorate", "", 2013),
    ("Licence de mathématiques, Université de Villebelle, 2011", "bachelor", "mathématiques", 2011),
    ("Diplôme d'ingénieur, École Exemple, 2014", "master", "", 2014),
    ("Laurea magistrale in Informatica, Università di Esempio, 2016", "master", "Informatica", 2016),
    ("Grado en Enfermería, Universidad de Ejemplo, 2019", "bachelor", "Enfermería", 2019),
    ("BA (Hons) Modern Languages 2:1, University of Sample", "bachelor", "Modern Languages", None),
    ("MPhil in Linguistics with Computer Science (Distinction), Sample College, 2021", "master", "Linguistics with Computer Science", 2021),
    ("BSc (First Class Honours) Computer Science, Sample College, 2015", "bachelor", "Computer Science", 2015),
    ("Dipl.-Ing. (FH) Maschinenbau, Hochschule Musterstadt, 2010", "bachelor", "Maschinenbau", 2010),
    ("Diplom-Informatik (FH), Hochschule Musterstadt, 2010", "bachelor", "Informatik", 2010),
    ("2018 Diplôme d'ingénieur, École Exemple, spécialité informatique", "master", "informatique", 2018),
    ("Master 2 Physique, Université de Villebelle, 2017", "master", "Physique", 2017),
    ("ir. (MSc) Mechanical Engineering, TU Voorbeeld, 2014", "master", "Mechanical Engineering", 2014),
    ("Ingeniero en Sistemas, Universidad de Ejemplo, 2011", "bachelor", "Sistemas", 2011),
    ("VWO, Sample College, 2008", "high-school", "", 2008),
    ("MChem, 2:1, University of Sample, 2015", "master", "chemistry", 2015),
    ("M.L.S. with a certificate in archives, University of Sample, 2015", "master", "library science", 2015),
    ("HND Construction, Sample College, 2005", "associate", "Construction", 2005),
    ("A-levels: Maths (A), Physics (B), Sample School, 2004", "high-school", "", 2004),
    ("GCSEs: nine including English and Maths, 2002", "high-school", "", 2002),
    ("High School Diploma, Sample High School, 2010", "high-school", "", 2010),
    ("Abitur, Gymnasium Musterstadt, 2001", "high-school", "", 2001),
    ("MBA, Sample Business School, 2020", "master", "business administration", 2020),
    ("BSN, Example University, 2016", "bachelor", "nursing", 2016),
    ("B.Math. Actuarial Science, Example University, 2011", "bachelor", "Actuarial Science", 2011),
    ("B.Eng. Civil Engineering – University of Exampleton – 2013", "bachelor", "Civil Engineering", 2013),
    ("BE (Mechanical), Example College of Engineering, 2010", "bachelor", "Mechanical", 2010),
    ("M.Phil. Economics, Example University, 1999", "master", "Economics", 1999),
    ("Full-Stack Web Development Bootcamp, Example Academy, 2021", "bootcamp", "Full-Stack Web Development", 2021),
    ("University of Exemplar, BSc (Hons) Computer Science, 2010-2013", "bachelor", "Computer Science", 2013),
    ("Computer Science, BSc, University of Exemplar, 2013", "bachelor", "Computer Science", 2013),
    ("Associate of Applied Science in Welding Technology, Sample College, 2009", "associate", "Welding Technology", 2009),
    ("2014 – 2018\tB.Com, Example University", "bachelor", "commerce", 2018),
    ("Bachelor of Science in Nursing (BSN), Example University, 2016", "bachelor", "nursing", 2016),
    ("Bachelor's degree", "bachelor", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "level", "field", "year"), DEGREES)
def test_finished_degrees(text, level, field, year):
    (found,) = education(text)
    assert (found.level.value, found.field, found.status, found.year) == (level, field, "completed", year)


@pytest.mark.parametrize(
    "text",
    [
        "MS Office, MS Excel and MS Project",
        "Sample College, Boston, MA",
        "Certified Scrum Master, 2019",
        "Advisor: Prof. Jane Doe, PhD",
        "Thesis: A master of none",
        "Portland, ME 04101",
        "Master class in bread, 2019",
        "To be or not to be",
    ],
)
def test_what_only_looks_like_a_degree(text):
    assert education(text) == ()


def test_schools_above_their_degrees():
    text = "Example State University\tSpringfield, IL\nMaster of Science in Nursing\tMay 2021\n\nSample College\tPeoria, IL\nBachelor of Science in Biology\tMay 2016\n"
    assert [(e.field, e.institution, e.year) for e in education(text)] == [
        ("nursing", "Example State University", 2021), ("Biology", "Sample College", 2016),
    ]  # fmt: skip


def test_schools_below_their_degrees():
    text = "MSc Botany\t2017 – 2018\nExample University\n\nBSc Biology\t2014 – 2017\nSample College\n"
    assert [(e.field, e.institution, e.year) for e in education(text)] == [
        ("Botany", "Example University", 2018), ("Biology", "Sample College", 2017),
    ]  # fmt: skip


def test_dates_above_their_degrees():
    text = "2016 – 2018\nMSc Urban Planning\nExample University\n\n2012 – 2015\nBSc Geography\nSample University\n"
    assert [(e.field, e.year) for e in education(text)] == [("Urban Planning", 2018), ("Geography", 2015)]


def test_schools_above_and_dates_below():
    text = "University of Exemplar\nMaster of Arts - MA, Philosophy\n2016 – 2017\n\nSample University\nBachelor's degree, Philosophy\n2013 – 2016\n"
    assert [(e.institution, e.year) for e in education(text)] == [
        ("University of Exemplar", 2017), ("Sample University", 2016),
    ]  # fmt: skip


def test_two_degrees_in_one_line_share_the_field():
    assert [(e.level.value, e.field) for e in education("M.S. and B.S. in Computer Science, Example University, 2014")] == [
        ("master", "Computer Science"), ("bachelor", "Computer Science"),
    ]  # fmt: skip


def test_the_major_may_stand_below():
    assert [
        e.field for e in education("Bachelor of Science\nMajor: Mathematics\nExample University, 2014")
    ] == ["Mathematics"]


def test_a_resume_without_a_section_for_them():
    text = "Jo Sample\njo@example.com\n\nSUMMARY\n\nI hold a Bachelor of Science in Botany from Example University.\n\nSKILLS\n\nPlants\n"
    assert [(e.level.value, e.field) for e in resume_of(text).education] == [("bachelor", "Botany")]


def test_students_taught_are_no_degree():
    text = "Jo Sample\njo@example.com\n\nEXPERIENCE\n\nLecturer, Example University, 2019 – 2021\n- Supervised three PhD in Botany students\n"
    assert resume_of(text).education == ()


def test_families_of_fields_are_lower_case_and_filled(taxonomy):
    families = taxonomy.degrees.families
    assert {"stem-quantitative", "business", "health"} <= {family.id for family in families}
    assert all(field == field.lower() for family in families for field in family.fields)


def test_the_name_of_a_degree_tells_of_a_field_beside_the_printed_one():
    (found,) = education("B.Math. Astronomy, Example University, 2011")
    assert (found.field, found.implied) == ("Astronomy", "mathematics")
    (found,) = education("B.Math., Example University, 2011")
    assert (found.field, found.implied) == ("mathematics", "")


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("B.S., Mathematics, Lakeview State, 2006", "Lakeview State"),
        ("Ingénieur diplômé de l'École des Mines de Valmont, 2018", "École des Mines de Valmont"),
        ("Dipl.-Ing. (FH) Maschinenbau, Hochschule Rheinaue, 2010", "Hochschule Rheinaue"),
        ("BSc Physics, first class, 2010", ""),
    ],
)
def test_schools(text, school):
    (found,) = education(text)
    assert found.institution == school


@pytest.mark.parametrize(
    ("line", "level", "field", "school", "year"),
    [
        (
            "Master of Science : Nursing Sampleton University",
            "master",
            "Nursing",
            "Sampleton University",
            None,
        ),
        (
            "Bachelor of Arts : English University of Sample English",
            "bachelor",
            "English",
            "University of Sample",
            None,
        ),
        ("Masters of Public Health Sample University", "master", "public health", "Sample University", None),
        ("Bachelor of Arts Old Sample University", "bachelor", "", "Old Sample University", None),
        ("Diploma : 1999 East Sample High School", "high-school", "", "East Sample High School", 1999),
        ("Associates in Arts, Sample College, 2009", "associate", "", "Sample College", 2009),
        (
            "M.B.M : Bank Management Sampletown University",
            "master",
            "Bank Management",
            "Sampletown University",
            None,
        ),
        ("B.com, Sample University, 2012", "bachelor", "commerce", "Sample University", 2012),
        (
            "Masters of Science : Weaving 1985 Sample University",
            "master",
            "Weaving",
            "Sample University",
            1985,
        ),
        ("Bachelors of Science , Botany 2005 Elm College", "bachelor", "Botany", "Elm College", 2005),
        ("Master of Art : Economics May 2012 Elm College", "master", "Economics", "Elm College", 2012),
        (
            "BACHELOR OF ARTS DEGREE : Music and Drama Elm College",
            "bachelor",
            "Music and Drama",
            "Elm College",
            None,
        ),
        (
            "B.A. : Fashion Marketing and Special Events Elm College",
            "bachelor",
            "Fashion Marketing and Special Events",
            "Elm College",
            None,
        ),
        (
            "BBA degree : Design and Management Elm School of Design",
            "bachelor",
            "Design and Management",
            "Elm School of Design",
            None,
        ),
        ("diploma Elm High School", "high-school", "", "Elm High School", None),
        (
            "B-Tech in Mechanical Engineering, Sample University, 2015",
            "bachelor",
            "Mechanical Engineering",
            "Sample University",
            2015,
        ),
        (
            "Bachelors in Marketing from University of Sample (2011)",
            "bachelor",
            "Marketing",
            "University of Sample",
            2011,
        ),
        (
            "Sample University 1985 Bachelor of Arts : Management City , State",
            "bachelor",
            "Management",
            "Sample University",
            1985,
        ),
        (
            "Associate of Applied Science , Accounting St. Jude Sample College",
            "associate",
            "Accounting",
            "St. Jude Sample College",
            None,
        ),
    ],
)
def test_degree_field_and_school_without_a_sign_between(line, level, field, school, year):
    (found,) = education(line)
    assert (found.level.value, found.field, found.institution, found.year) == (level, field, school, year)


def test_a_field_beside_the_date_above_its_degree():
    found = education("2015  Physics\nM.A. · Leeds\n2012  Chemistry\nB.A. · Leeds")
    assert [(each.level.value, each.field, each.year) for each in found] == [
        ("master", "Physics", 2015),
        ("bachelor", "Chemistry", 2012),
    ]


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("MSc Botany, Fern University GPA 3.7, 2014", "Fern University"),
        ("MSc Botany from Fern University in 2014", "Fern University"),
    ],
)
def test_what_follows_a_school_is_no_part_of_its_name(line, school):
    assert [each.institution for each in education(line)] == [school]


def test_the_years_of_study_may_end_a_line_about_them():
    assert (
        education("MSc Botany, Fern University\nCoursework: mosses, lichens. Aug 2023 – May 2025")[0].year
        == 2025
    )


def test_the_year_of_a_course_is_not_that_of_the_degree():
    assert education("MSc Botany, Fern University\nCoursework: mosses (2023), lichens")[0].year is None


def test_a_field_may_follow_the_dates_in_the_line_below():
    found = education("Master of Arts\nMarch 2012 - December 2013, Major in Loom Design, Fern University")
    assert [(each.field, each.year) for each in found] == [("Loom Design", 2013)]


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("Jo Sample, BSc (Hons) Nursing", ["bachelor"]),
        ("Jo Sample, MBA", []),
        ("MD Rahman Sample", []),
        ("Sample, MD Kamal", []),
        ("MA Sample, Engineer", []),
    ],
)
def test_letters_behind_a_name_are_a_degree_where_its_field_follows(name, levels):
    found = resume_of(f"{name}\njo@example.com\n\nEXPERIENCE\nBaker, Sample Mills, 2019 - 2021\n- Bread\n")
    assert [each.level.value for each in found.education] == levels


@pytest.mark.parametrize("heading", ["EDUCATION", "TRAINING"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("B.Physiotherapy, Fern Northern University, 2014", [("bachelor", "Physiotherapy")]),
        ("M.Pharmacology, Fern University, 2014", [("master", "Pharmacology")]),
        ("B.PT, Fern University, 2014", [("bachelor", "")]),
        ("B.Sample, tutor at Fern University, 2014", []),
    ],
)
def test_a_letter_before_a_field_or_letters_beside_a_school_are_a_degree(heading, line, expected):
    found = resume_of(f"Jo Sample\njo@example.com\n\n{heading}\n{line}\n")
    assert [(each.level.value, each.field) for each in found.education] == expected
    assert not (expected and found.certificates)
