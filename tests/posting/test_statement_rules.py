"""How strongly a clause asks: cue in the clause, the sentence, the heading, the document."""

import pytest

REQUIRED, PREFERRED, NOTHING = "required", "preferred", None

BULLETS = [
    # the heading decides where no word does
    ("Experience with Docker", "Requirements", REQUIRED),
    ("Experience with Docker", "Nice to have", PREFERRED),
    ("Experience with Docker", "Bonus points", PREFERRED),
    ("Experience with Docker", "What you bring", REQUIRED),
    ("Experience with Docker", "Minimum qualifications", REQUIRED),
    ("Experience with Docker", "Preferred qualifications", PREFERRED),
    ("Experience with Docker", "Desirable", PREFERRED),
    ("Experience with Docker", "Essential", REQUIRED),
    ("Experience with Docker", "Who you are", REQUIRED),
    ("Experience with Docker", "It would be great if you also had", PREFERRED),
    ("Experience with Docker", "Your profile", REQUIRED),
    ("Experience with Docker", "What sets you apart", PREFERRED),
    ("Docker for our build servers", "What we offer", NOTHING),
    ("Courses in Docker and SQL", "Benefits", NOTHING),
    ("Docker Developer, five years of SQL required", "Similar jobs", NOTHING),
    ("Docker", "Things we don't ask for", NOTHING),
    ("Deploy services with Docker", "Responsibilities", NOTHING),
    # a word in the clause beats the heading
    ("Docker is a plus", "Requirements", PREFERRED),
    ("Docker preferred", "Requirements", PREFERRED),
    ("Docker", "Preferred", PREFERRED),
    ("Ideally some Docker", "Requirements", PREFERRED),
    ("Docker would be an advantage", "Requirements", PREFERRED),
    ("Knowledge of Docker is desirable", "Requirements", PREFERRED),
    ("Docker is nice to have", "Essential", PREFERRED),
    ("Experience with Docker would be helpful", "Requirements", PREFERRED),
    ("Docker: a real bonus", "Requirements", PREFERRED),
    ("Docker (preferred)", "Requirements", PREFERRED),
    ("Docker is required", "Nice to have", REQUIRED),
    ("Docker (mandatory)", "Nice to have", REQUIRED),
    ("You must know Docker", "Bonus points", REQUIRED),
    ("Docker is essential", "Desirable", REQUIRED),
    ("Knowledge of Docker is a must", "Preferred qualifications", REQUIRED),
    # a number is no necessity; preferred beats the minimum
    ("At least two years of SQL", "Nice to have", PREFERRED),
    ("A minimum of three years with SQL is preferred", "Requirements", PREFERRED),
    ("Minimum of 2 years with SQL", "Preferred qualifications", PREFERRED),
    # words that only look like cues
    ("Strong critical thinking", "Nice to have", PREFERRED),
    ("Presenting to key stakeholders", "Nice to have", PREFERRED),
    ("Comfort with mission critical SQL databases", "Nice to have", PREFERRED),
    ("Experience with SQL where needed", "Nice to have", PREFERRED),
    # what is not asked for
    ("No Docker experience needed", "Requirements", NOTHING),
    ("Docker is not required", "Requirements", NOTHING),
    ("You don't need to know Docker", "Requirements", NOTHING),
    ("Docker isn't essential, we will teach you", "Nice to have", NOTHING),
    ("You will learn Docker from the team", "Requirements", NOTHING),
    ("No need for Docker", "Requirements", NOTHING),
    ("Docker can be picked up on the job", "Requirements", NOTHING),
    # facts of a job
    ("Must be authorized to work for employers here", "Requirements", NOTHING),
    ("Able to lift 40 lbs", "Requirements", NOTHING),
    ("Right to work in Ireland", "Essential", NOTHING),
    ("Willingness to travel up to 20%", "Requirements", NOTHING),
    ("Able to pass a background check", "Requirements", NOTHING),
    # hidden in the duties
    ("Load the nightly files; solid SQL is essential for this", "Responsibilities", REQUIRED),
    ("Write reports (a working knowledge of SQL is required here)", "Responsibilities", REQUIRED),
    ("Talk to pickers every day, so you must speak Polish fluently", "Your tasks", REQUIRED),
    ("Serve the business needs of our buyers with SQL", "Responsibilities", NOTHING),
]


@pytest.mark.parametrize(("text", "heading", "wanted"), BULLETS)
def test_a_bullet_asks_as_strongly_as_its_words_say(asked, text, heading, wanted) -> None:
    found = {row.necessity.value for row in asked(text, heading)}
    if heading == "Responsibilities":  # whose tools are mentioned
        found.discard("mentioned")
    assert found == ({wanted} if wanted else set())


def test_the_tools_of_a_duty_are_mentioned_and_its_other_words_are_not(asked) -> None:
    rows = asked("Deploy services with Docker and Kubernetes, and lead the team", "Responsibilities")
    assert {(skill, row.necessity.value) for row in rows for skill in row.skills} == {
        ("docker", "mentioned"),
        ("kubernetes", "mentioned"),
    }


PROSE = [
    ("You should have experience with Docker.", "Who we look for", REQUIRED),
    ("It is essential to know SQL.", "The person", REQUIRED),
    ("Candidates need solid SQL.", "About the role", REQUIRED),
    ("SQL is crucial for this post.", "About us", REQUIRED),
    ("We would be pleased by some SQL.", "The person", PREFERRED),
    ("It helps if you know SQL.", "The person", PREFERRED),
    ("Our warehouse runs on SQL.", "Requirements", NOTHING),
    ("We have used SQL for twelve years.", "About us", NOTHING),
    ("The team moved to Docker last year.", "Requirements", NOTHING),
    ("You bring SQL and patience.", "Your profile", REQUIRED),
    ("Sound knowledge of SQL.", "Qualifications", REQUIRED),
    ("Our analysts, who need the data explained, use SQL.", "About us", NOTHING),
    ("It is important to note that SQL is old.", "About us", NOTHING),
]


@pytest.mark.parametrize(("text", "heading", "wanted"), PROSE)
def test_a_sentence_asks_only_when_it_speaks_of_the_candidate(asked, text, heading, wanted) -> None:
    found = {row.necessity.value for row in asked(text, heading, prose=True) if row.necessity != "mentioned"}
    assert found == ({wanted} if wanted else set())


MIXED = [
    ("Docker, with Kubernetes preferred", {"docker": REQUIRED, "kubernetes": PREFERRED}),
    ("A public cloud, preferably Azure", {"cloud-platforms": REQUIRED, "azure": PREFERRED}),
    ("Python is required; Scala is a plus", {"python": REQUIRED, "scala": PREFERRED}),
    ("SQL is essential, whereas Python would be an advantage", {"sql": REQUIRED, "python": PREFERRED}),
    ("Python (required) and Scala (nice to have)", {"python": REQUIRED, "scala": PREFERRED}),
    ("Strong SQL; ideally some Python", {"sql": REQUIRED, "python": PREFERRED}),
    ("SQL is desirable, as is Python", {"sql": PREFERRED, "python": PREFERRED}),
    # a wish in brackets behind a thing is about what the brackets name
    ("Docker (Python a plus)", {"docker": REQUIRED, "python": PREFERRED}),
    ("Docker (Python preferred) and SQL", {"docker": REQUIRED, "python": PREFERRED, "sql": REQUIRED}),
    ("Docker (preferred) and SQL", {"docker": PREFERRED, "sql": REQUIRED}),
    # a wish behind a list of nothing but names is about all of them
    ("SQL; Docker, Python a plus", {"sql": REQUIRED, "docker": PREFERRED, "python": PREFERRED}),
    ("Docker, Scala, Python preferred", {"docker": PREFERRED, "scala": PREFERRED, "python": PREFERRED}),
    ("Docker, Python is a plus", {"docker": REQUIRED, "python": PREFERRED}),
    ("Strong SQL, Python preferred", {"sql": REQUIRED, "python": PREFERRED}),
    ("Experience with SQL, Python a plus", {"sql": REQUIRED, "python": PREFERRED}),
    ("Italian, Spanish a plus", {"italian": REQUIRED, "spanish": PREFERRED}),
]


@pytest.mark.parametrize(("text", "wanted"), MIXED)
def test_necessity_may_change_inside_a_bullet(asked, text, wanted) -> None:
    found = {skill: row.necessity.value for row in asked(text) for skill in row.skills}
    assert found == wanted


@pytest.mark.parametrize(
    "text", ["A degree preferably in physics", "A degree, ideally in physics", "A degree (physics preferred)"]
)
def test_of_a_degree_the_field_may_be_preferred_alone(asked, text) -> None:
    degree, field = asked(text)
    assert (degree.kind, degree.necessity, degree.degree.fields) == ("education", REQUIRED, ())
    assert (field.skills, field.necessity) == (("physics",), PREFERRED)


def test_of_degrees_the_last_may_be_preferred_alone(asked) -> None:
    first, second = asked("Bachelor's degree, Master's preferred")
    assert (first.necessity, second.necessity) == (REQUIRED, PREFERRED)


def test_the_rule_and_the_cue_are_told(asked) -> None:
    (by_word,) = asked("Docker is a plus")
    (by_heading,) = asked("Docker", "Nice to have")
    assert (by_word.rule, by_word.cue) == ("clause", "is a plus")
    assert (by_heading.rule, by_heading.cue) == ("heading", "Nice to have")


def test_the_introduction_of_a_list_speaks_for_its_bullets(posting) -> None:
    text = (
        "Warehouse Analyst\n\nAbout the role\nThe following skills would be an advantage:\n- SQL\n- Docker\n"
    )
    assert {(r.skills, r.necessity.value) for r in posting(text).statements} == {
        (("sql",), PREFERRED),
        (("docker",), PREFERRED),
    }


def test_what_is_said_of_another_role_is_not_asked_of_this_one(posting) -> None:
    text = (
        "Warehouse Analyst\n\nWarehouse analyst vs. data engineer\n"
        "A data engineer builds pipelines. This position requires strong skills in Docker and SQL.\n"
    )
    assert all(row.necessity == "mentioned" for row in posting(text).statements)
    assert {row.scope for row in posting(text).statements} == {"data engineer"}


def test_table_columns_keep_their_heads(posting) -> None:
    text = "<html><body><h1>Warehouse Analyst</h1><table><tr><th>Must have</th><th>Nice to have</th></tr>"
    text += (
        "<tr><td>SQL</td><td>Docker</td></tr><tr><td>Python</td><td>Tableau</td></tr></table></body></html>"
    )
    found = {s: r.necessity.value for r in posting(text, "posting.html").statements for s in r.skills}
    assert found == {"sql": REQUIRED, "python": REQUIRED, "docker": PREFERRED, "tableau": PREFERRED}


def test_what_many_prefer_is_preferred(asked) -> None:
    (row,) = asked("Survey-led groups usually prefer a doctorate")
    assert row.necessity == "preferred"


def test_each_half_of_a_sentence_keeps_its_cue(asked) -> None:
    rows = asked("Python is necessary, and Power BI is highly valued")
    assert [(row.skills, row.necessity) for row in rows] == [
        (("python",), "required"),
        (("power-bi",), "preferred"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We will provide training in Tableau",
        "Training in Tableau will be provided",
        "We'll train you in Tableau",
    ],
)
def test_what_the_employer_teaches_is_not_asked(asked, text) -> None:
    assert asked(text) == ()


def test_a_plus_on_a_line_of_its_own_is_an_item(posting) -> None:
    rows = posting(
        "Warehouse Analyst\n\nWhat you need\n- SQL\nTableau or Excel a plus\n\nAbout us\nA depot.\n"
    ).statements
    assert [(row.skills, row.necessity) for row in rows] == [
        (("sql",), "required"),
        (("tableau", "excel"), "preferred"),
    ]


def test_what_a_named_skill_is_necessary_to_keep_is_no_advice(asked):
    (row,) = asked("Time management is necessary to keep the vans on the road.", "About us", prose=True)
    assert (row.necessity, row.skills) == ("required", ("time-management",))
    assert not asked("It is important to keep the vans clean.", "About us", prose=True)
