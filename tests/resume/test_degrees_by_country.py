"""Degrees as six countries write them, and words that are degrees only among studies or beside a school."""

import pytest

from .conftest import resume_of

TOP = "Jo Sample\njo@example.com\n\nEDUCATION\n\n"


def education(text):
    return resume_of(f"{TOP}{text}\n").education


DEGREES = [
    # Germany
    ("Dipl. Ing. (FH) in Surveying, Hochschule Musterstadt, 2003", "bachelor", "Surveying"),
    ("Dipl.-Kfm. (Univ.), Universität Musterstadt, 2001", "master", "business administration"),
    ("Dipl.-Betriebswirtin (FH), Hochschule Musterstadt, 2006", "bachelor", "business administration"),
    ("Diplom-Pädagogin, Universität Musterstadt, 2006", "master", "education"),
    ("Diploma in Physics (Diplom-Physikerin), University of Musterstadt, 2006", "master", "Physics"),
    ("2nd State Exam in Law, Oberlandesgericht Musterstadt, 2012", "master", "Law"),
    ("State Examination in Pharmacy, University of Musterstadt, 2005", "master", "Pharmacy"),
    ("Geprüfte Wirtschaftsfachwirtin (IHK), 2014", "associate", ""),
    ("Industriemeister Metall (IHK), 2011", "associate", "Metall"),
    ("Meister im Tischlerhandwerk, Handwerkskammer Musterstadt, 2011", "associate", "Tischlerhandwerk"),
    ("Apprenticeship as toolmaker, Muster AG, 1998 - 2001", "associate", "toolmaker"),
    ("Vocational training as bank clerk, Muster AG, 2001–2003", "associate", "bank clerk"),
    ("State-certified Technician in Mechanical Engineering, 2009", "associate", "Mechanical Engineering"),
    # France
    ("Licence d'histoire, Université de Villebelle, 2009", "bachelor", "histoire"),
    ("M2 Economics, Université de Villebelle, 2011", "master", "Economics"),
    ("BUT Informatique, IUT de Villebelle, 2023", "bachelor", "Informatique"),
    ("Engineer's degree in Telecommunications, Télécom Villebelle, 2015", "master", "Telecommunications"),
    ("Bac scientifique, Lycée Jean Exemple, 2005", "high-school", ""),
    # India
    ("BE in Information Technology from Exampur University with 64% in 2009", "bachelor", "Information Technology"),
    ("10+2 (CBSE), Kendriya Vidyalaya, 2014 - 85%", "high-school", ""),
    ("XII, CBSE Board, Elm Public School, 2013, 91%", "high-school", ""),
    ("Intermediate (MPC), Elm Junior College, 2008, 92%", "high-school", ""),
    ("HSC - Science, Elm Higher Secondary School, 2007", "high-school", ""),
    ("Diploma in Mechanical Engineering, Government Polytechnic, 2009, 78%", "associate", "Mechanical Engineering"),
    ("MBBS, Armed Forces Medical College, 2009", "bachelor", "medicine"),
    # Australia and New Zealand
    ("Bachelor of Engineering (Hons) (Civil), UNSW, 2014", "bachelor", "Civil"),
    ("Bachelor of Nursing, Jane Exemplar University, 2015", "bachelor", "nursing"),
    ("Diploma of Community Services, TAFE Exampleland, 2017", "associate", "Community Services"),
    ("Year 12, Elm State High School, 2004", "high-school", ""),
    # Canada
    ("Honours Bachelor of Science, Biology, University of Exampleton, 2011", "bachelor", "Biology"),
    ("HBSc Biology, University of Exampleton, 2011", "bachelor", "Biology"),
    ("Ontario College Diploma, Computer Programming, Elm College, 2014", "associate", "Computer Programming"),
    ("DEC in Computer Science, Elm College, 2009", "associate", "Computer Science"),
    # the United States and the United Kingdom
    ("Ed.S., School Psychology, University of Exampleton, 2015", "master", "School Psychology"),
    ("Candidate for Bachelor of Science in Nursing, Elm College, 2020", "bachelor", "nursing"),
    ("BTEC National Diploma in Engineering, Elm College, 2006", "high-school", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "level", "field"), DEGREES)
def test_one_degree_a_line(text, level, field):
    (found,) = education(text)
    assert (found.level.value, found.field) == (level, field)
    assert found.year is not None


@pytest.mark.parametrize(
    "text",
    [
        "Diploma in Nail Artistry, 2019",
        "Diploma in Scent Design, Onlinia, 2020",
        "Intermediate spreadsheets, 2020",
        "Barber licence, Exampleland State Board of Barbers, 2016",
        "MAR 2016 - DEC 2017, Elm College, Certificate in Upholstery",
        "Intermediate Italian, Elm Community College, 2018",
        "Year 12 of the family business",
        "Licence no. 12345, issued 2019",
        "Full, clean driving licence",
        "Master plumber since 2004",
        "The master of ceremonies at the ball, 2014",
        "MD of a small firm",
        "Volunteer, Boston, MA 2012",
        "BUT ALSO MUCH MORE",
    ],
)
def test_what_only_looks_like_one(text):
    assert education(text) == ()


def test_degrees_of_studies_are_none_elsewhere():
    work = "EXPERIENCE\n\nApprenticeship as toolmaker, Muster AG, 2019 - 2021\n- Filed parts to drawing\n"
    assert resume_of(f"Jo Sample\njo@example.com\n\n{work}").education == ()


def test_two_degrees_of_one_line_are_no_fields_of_each_other():
    found = education("Bachelor of Laws/Bachelor of Arts, University of Exampleton, 2012")
    assert [(each.level.value, each.field, each.implied) for each in found] == [
        ("bachelor", "", "law"),
        ("bachelor", "", ""),
    ]


def test_a_school_year_counts_once_with_its_own_year():
    found = education("XII (CBSE), Elm Public School, 2015\nX (CBSE), Elm Public School, 2013")
    assert [(each.level.value, each.year) for each in found] == [("high-school", 2015), ("high-school", 2013)]


def test_what_stands_as_a_degree_is_no_certificate_beside():
    resume = resume_of(f"{TOP}State-certified Technician in Mechanical Engineering, Elm School, 2009\n")
    assert len(resume.education) == 1
    assert resume.certificates == ()


def test_a_field_may_have_a_schools_word():
    (found,) = education("M.Ed. School Counselling, University of Exampleton, 2015")
    assert (found.field, found.institution) == ("School Counselling", "University of Exampleton")


@pytest.mark.parametrize(
    ("degree", "level", "field"),
    [
        ("BSCE", "bachelor", "civil engineering"),
        ("B.S.M.E.", "bachelor", "mechanical engineering"),
        ("BSChE", "bachelor", "chemical engineering"),
        ("BSEd", "bachelor", "education"),
        ("BBA", "bachelor", "business administration"),
        ("BFA", "bachelor", "fine arts"),
        ("MSW", "master", "social work"),
        ("MPA", "master", "public administration"),
    ],
)
def test_letters_that_say_the_field(degree, level, field):
    for school in ("University of Marlsea", "Tollan State"):
        (study,) = education(f"{degree}, {school}, 2007")
        assert (study.level.value, study.field, study.year) == (level, field, 2007)
    (study,) = education(f"{degree} in Glass Studies, University of Marlsea, 2007")
    assert study.field == "Glass Studies"


def test_a_label_before_such_letters_is_no_field():
    (study,) = education("Degree: BSCE, Elm Range Institute of Technology, 2004")
    assert (study.field, study.institution) == ("civil engineering", "Elm Range Institute of Technology")
