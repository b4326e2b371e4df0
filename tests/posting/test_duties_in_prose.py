"""A posting that only tells of the work, in paragraphs, asks for what the work is done with."""

OFFICE = (
    "Office helper at Crane & Daughters\n\nWe are a family firm in Leeds with nine people and an old dog. {work} We pay well, "
    "close at four on Fridays and there is always cake. Send us a few lines about yourself. We remember the "
    "year of the flood, when the river came up to the second floor and took the old ledger. Now we keep all the "
    "books upstairs, and the cake, and everybody who comes to see us has to climb the stairs and ring the bell twice.\n"
)


def preferred(job):
    return {skill for row in job.statements if row.necessity == "preferred" for skill in row.skills}


def test_what_you_do_with_a_skill_is_preferred(posting):
    job = posting(
        OFFICE.format(work="You will run payroll in Sage. In spring you prepare the VAT return in Xero.")
    )
    assert {"payroll", "xero"} <= preferred(job)
    assert {row.rule for row in job.statements if row.necessity == "preferred"} == {"duty"}


def test_what_you_meet_or_get_is_not(posting):
    work = "You will meet people who use Sage and get free Xero lessons. Our clients run payroll in Excel."
    assert not preferred(posting(OFFICE.format(work=work)))
