"""Moves in words: the sentences of language/en/advice.yaml, filled with the person's own lines, jobs and courses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gapcheck.advice.certificates import is_for
from gapcheck.advice.moves import Move
from gapcheck.advice.places import Place
from gapcheck.matching.skill_names import skills_called
from gapcheck.overview import first_step, theme_of
from gapcheck.report import Action, Evidence, GapReport, Suggestion
from gapcheck.scoring import Case
from gapcheck.taxonomy import Logic
from gapcheck.taxonomy.language.report_words import AdviceForm, AdviceKind, AdviceRow, FreeCourse
from gapcheck.taxonomy.taxonomy import folded

_QUOTE = 80
"""Characters of a quoted line."""
_BEHIND = 20
"""Characters of a line that are shown behind the words that matter, where it is cut."""
_TITLE = 40
"""Characters of a requirement whose own words are used in a sentence."""
_PLACES = {
    "licence": "Certificates",
    "renewal": "Certificates",
    "certificate": "Certificates",
    "degree": "Education",
    "field": "Education",
    "language": "Languages",
    "dates": "each job",
}


class Wording:
    """The words for the moves of one report; no text of a form is used twice."""

    def __init__(self, case: Case, report: GapReport) -> None:
        self._case = case
        self._report = report
        self._forms: dict[AdviceForm, AdviceRow] = {row.form: row for row in case.taxonomy.advice.forms}
        self._slot_words = case.taxonomy.advice.slots
        self._used: Counter[AdviceForm] = Counter()

    def kind(self, form: AdviceForm) -> AdviceKind:
        """What kind of step a form is."""
        row = self._forms.get(form)
        return row.kind if row is not None else "say"

    def title(self, moves: Sequence[Move]) -> str:
        """The imperative."""
        row = self._forms.get(moves[0].form)
        title = row.title if row is not None else "{skills}"
        return _sentence(title.format(**self._slots(moves)))

    def action(
        self,
        moves: Sequence[Move],
        gain: float,
        rows: tuple[str, ...],
        assumed: tuple[str, ...],
        beside: tuple[str, float] | None = None,
    ) -> Action | None:
        """The action for moves that one edit serves; None where the words for it are used up.

        `beside` is another row that has much of the gain, and its points.
        """
        first = moves[0]
        row, number = self._forms.get(first.form), self._used[first.form]
        if row is None or number >= len(row.texts):
            return None
        self._used[first.form] += 1
        course = self._course(moves) if row.kind == "learn" else None
        slots = self._slots(moves) | {
            "course": f'; "{course.title}" ({course.provider}) is free' if course is not None else ""
        }
        url = first.offer.url if first.offer is not None else course.url if course is not None else None
        return Action(
            kind=row.kind,
            title=self.title(moves),
            text=_sentence(row.texts[number].format(**slots)) + self._also(beside),
            points=gain,
            place=_PLACES.get(first.form) or _place(first.place),
            requirements=rows,
            evidence=next((move.line for move in moves if move.line is not None), None),
            what_if=assumed,
            url=url,
        )

    def _also(self, beside: tuple[str, float] | None) -> str:
        """Which other row gains by the same line, as a sentence; "" for none."""
        if beside is None or not self._slot_words.also:
            return ""
        row, points = beside
        title = next(each.title for each in self._case.requirements if each.id == row)
        return " " + self._slot_words.also.format(points=f"{points:.1f}", title=_quote(title))

    def _slots(self, moves: Sequence[Move]) -> dict[str, str]:
        first = moves[0]
        skills = list(dict.fromkeys(label for move in moves for label in self._wanted(move)))
        labels = (move.name or (move.line.label if move.line else "") for move in moves)
        near = list(dict.fromkeys(filter(None, labels)))
        many = len(skills) > 1
        return {
            "skills": _listed(skills, "and"),
            "them": "them" if many else "it",
            "are": "are" if many else "is",
            "job": self._job(first.place),
            "line": self._lines(moves),
            "near": _listed(near[:2], "and") or self._slot_words.subject,
            "asked": self._asked(first),
            "degree": first.place.name if first.place is not None else "",
            "title": self._titled(first),
            "step": self._step(first),
            "name": first.name,
            "facts": _facts(first.offer),
            "course": "",
        }

    def _wanted(self, move: Move) -> list[str]:
        """What is to be shown: the posting's own words for one skill, else the labels of several, or the title."""
        labels = [self._label(each) for each in move.skills]
        title = move.row.title
        # where some of several will do and the posting prints other names for them, those are its words
        other_names = move.row.logic is Logic.ANY_OF and not any(
            folded(each) in folded(title) for each in labels
        )
        if len(labels) == 1 and (move.row.skills == move.skills or other_names) and len(title) <= _TITLE:
            return [title if self._is_name(title, labels[0]) else title[:1].lower() + title[1:]]
        return labels or [title]

    def _is_name(self, title: str, label: str) -> bool:
        """Whether a title is or begins with a name, whose capital is its own: "Excel with pivot tables"."""
        if label[:1].isupper() or title[1:2].isupper():
            return True
        return any(
            known.label[:1].isupper()
            or any(a.name[:1].isupper() and folded(a.name) == folded(words) for a in known.aliases)
            for words in (title, title.partition(" ")[0].strip(",;:"))
            for known in skills_called(words, self._case.taxonomy)
        )

    def _titled(self, move: Move) -> str:
        """The title of a row; of a long list of certificates, the first."""
        title, known = move.row.title, self._case.taxonomy.certifications
        names = [known[each].name for each in move.row.certifications if each in known]
        if len(title) > _QUOTE and len(names) > 1:
            return self._slot_words.other_certificates.format(name=names[0])
        return _quote(title)

    def _step(self, move: Move) -> str:
        taxonomy = self._case.taxonomy
        named = first_step(theme_of(move.skills[0], taxonomy), taxonomy) if move.skills else ""
        return named or self._slot_words.step

    def _label(self, skill: str) -> str:
        known = self._case.taxonomy.skills.get(skill)
        return known.label if known is not None else skill

    def _asked(self, move: Move) -> str:
        if self._report.target.kind == "job":
            return self._slot_words.posting_asks
        asking, documents = move.row.support
        if documents == 1:
            return self._slot_words.role_asks
        words = self._slot_words.one_asks if asking == 1 else self._slot_words.some_ask
        return words.format(asking=asking, documents=documents)

    def _job(self, place: Place | None) -> str:
        if place is None:
            return self._slot_words.own_project
        if place.is_job:
            return self._slot_words.job.format(name=place.name) if place.name != "your job" else place.name
        is_named = place.kind is not None and not place.name.startswith("the ")
        return self._slot_words.project.format(name=place.name) if is_named else place.name

    def _lines(self, moves: Sequence[Move]) -> str:
        """The line that an edit starts from; of names that are only listed, the lines of the first two."""
        text = self._case.resume.document.text
        quotes = dict.fromkeys(
            quoted(move.line, text[move.line.start : move.line.end]) for move in moves if move.line
        )
        return _listed(list(quotes)[: 2 if moves[0].form == "listed" else 1], "and")

    def _course(self, moves: Iterable[Move]) -> FreeCourse | None:
        return course_on(self._case, [skill for move in moves for skill in move.skills])


def course_on(case: Case, skills: Sequence[str]) -> FreeCourse | None:
    """The free course that teaches most of the skills, the shortest of like ones; None where none teaches any."""
    wanted = set(skills)
    found = [
        each
        for each in case.taxonomy.free_learning.courses
        if wanted & set(each.skills) and is_for(each.title, case)
    ]
    return min(
        found, key=lambda one: (-len(wanted & set(one.skills)), one.hours or 0.0, one.id), default=None
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(parts: Sequence[str], word: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def quoted(line: Evidence, words: str = "") -> str:
    """A line of the resume in quotation marks, cut at words so that `words` of it are inside."""
    return f'"{_quote(line.quote, words)}"'


def _quote(text: str, words: str = "") -> str:
    plain = text.replace('"', "'").strip(" .")
    wanted = " ".join(words.replace('"', "'").split())
    last = plain.find(wanted) + len(wanted) if wanted and len(wanted) < _QUOTE else 0
    begin = 0
    if last > _QUOTE:
        begin = min(plain.find(" ", last + _BEHIND - _QUOTE) + 1, last - len(wanted))
    kept = plain[begin:]
    if len(kept) > _QUOTE:
        end = max(kept.rfind(" ", 0, _QUOTE), last - begin)
        kept = kept[:end].rstrip(" ,;:-–") + " …"
    return f"… {kept}" if begin else kept


def _place(place: Place | None) -> str:
    return f"{place.name}, page {place.page}" if place is not None else "Projects"


def _facts(offer: Suggestion | None) -> str:
    """Price and length of a certificate: "$200, about 40 hours"."""
    if offer is None:
        return ""
    price = "price not known"
    if offer.cost_usd is not None:
        price = f"${offer.cost_usd:,.0f}" if offer.cost_usd else "free"
        price += " a month" if offer.cost_usd and offer.cost_note.startswith("per month") else ""
    return price if offer.hours is None else f"{price}, about {offer.hours:g} hours"
