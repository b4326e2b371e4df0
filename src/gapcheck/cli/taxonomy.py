"""gapcheck taxonomy: build a role from job documents, import official files, check a folder, show a skill."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click

import gapcheck
from gapcheck import matching
from gapcheck import taxonomy as taxonomies
from gapcheck.cli.options import Shared, complete_skills, shared_options
from gapcheck.cli.output import Output, output_options, write_whole
from gapcheck.cli.program import Commands
from gapcheck.cli.taxonomy_build import build
from gapcheck.errors import TaxonomyError
from gapcheck.plain_values import picked, to_json
from gapcheck.text.patterns import compile_pattern


@click.group(cls=Commands)
def taxonomy() -> None:
    """Build, check, import and show the skills taxonomy."""


taxonomy.add_command(build)


@taxonomy.command(
    epilog="""\b
Examples:
  gapcheck taxonomy check
  gapcheck taxonomy check my_taxonomy
"""
)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--only", is_flag=True, help="Check the folder on its own, not together with the built-in taxonomy."
)
def check(folder: Path | None, only: bool) -> None:  # noqa: FBT001  # a flag of the command line
    """Print every problem of a taxonomy folder, with file and line; exit with 4 if there is any.

    Without DIR, the built-in taxonomy is checked. The examples of the skills are run as well.
    """
    folders = () if folder is None else (folder,)
    found = taxonomies.check(*folders, only=only, examples=matching.example_runner, wording=compile_pattern)
    if found.problems:
        count = "1 problem" if len(found.problems) == 1 else f"{len(found.problems)} problems"
        raise TaxonomyError(
            "\n  ".join((f"the taxonomy has {count}:", *found.problems)), problems=found.problems
        )
    click.echo(f"{folder or 'built-in taxonomy'}: no problems ({found.summary}).")


@taxonomy.command(
    epilog="""\b
Examples:
  gapcheck taxonomy show pandas
  gapcheck taxonomy show "machine learning" --format json
"""
)
@click.argument("skill", metavar="SKILL", shell_complete=complete_skills)
@output_options("text", "json")
@shared_options
def show(skill: str, output: Output, shared: Shared) -> None:
    """Print one skill: its names, its relations, the roles that ask for it and the certificates that cover it.

    SKILL is an id, a label or an alias.
    """
    held = shared.load_taxonomy()
    found = held.named(skill) or (held.skill(skill),)
    rows = [_skill_values(held, each.id) for each in found]
    if output.format == "json":
        output.write(to_json({"skills": rows}))
    else:
        output.write("\n".join(map(_skill_text, rows)))


@taxonomy.command(
    epilog="""\b
Examples:
  gapcheck taxonomy match "keeps the books and files the tax returns"
  gapcheck taxonomy match "web developer" --limit 3 --taxonomy esco_taxonomy --only
"""
)
@click.argument("text", metavar="TEXT")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="How many skills to list.",
)
@output_options("text", "json", "csv")
@shared_options
def match(text: str, limit: int, output: Output, shared: Shared) -> None:
    """List the skills of the taxonomy that are nearest to a term or statement.

    Nearness compares words and their synonyms (TF-IDF); it proves nothing and changes no score. The skills
    that the text is taken to mean are marked. With --only, the built-in names and synonyms still help to
    understand TEXT.
    """
    held = shared.load_taxonomy()
    known = gapcheck.load_taxonomy() if shared.only else held
    meant = {each.skill for each in gapcheck.tag_skills(text, held, thesaurus=known)}
    rows = [
        {
            "score": each.score,
            "meant": "yes" if each.skill in meant else None,
            "skill": each.skill,
            "label": held.skills[each.skill].label,
            "words": each.span.of(text),
        }
        for each in gapcheck.rank_skills(text, held, limit, thesaurus=known)
    ]
    if output.format == "json":
        plain = [{**row, "meant": row["meant"] == "yes"} for row in rows]
        output.write(to_json({"text": text, "skills": plain}))
    elif rows or output.format == "csv":
        output.write(output.table(rows, ("score", "meant", "skill", "label", "words")))
    else:
        output.write("No skill is near to this text.\n")


@taxonomy.command(
    epilog="""\b
Examples:
  gapcheck taxonomy schema skills
  gapcheck taxonomy schema --out my_taxonomy/schema
"""
)
@click.argument("name", metavar="[FILE]", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the schemas of all files to this folder.",
)
def schema(name: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a taxonomy file, for editors that complete and check while you type.

    FILE is skills, roles, certifications, or a word list of the folder language, such as necessity_cues.
    """
    known = taxonomies.schemas()
    if (name is None) == (out is None):
        raise click.UsageError("Give the name of one file, or --out DIR for all of them.")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for file, text in known.items():
            write_whole(out / file, text)
        return
    stem = str(name).removesuffix(".yaml").removesuffix("/")
    if f"{stem}.json" not in known:
        names = ", ".join(each.removesuffix(".json") for each in known)
        raise click.UsageError(f"There is no schema for {name!r}. Known are {names}.")
    click.echo(known[f"{stem}.json"], nl=False)


@taxonomy.command(
    "import",
    epilog="""\b
Examples:
  gapcheck taxonomy import esco ESCO_csv --out esco_taxonomy
  gapcheck taxonomy import onet db_29_2_text --out onet_taxonomy --release 29.2
""",
)
@click.argument("source", metavar="esco|onet", type=click.Choice(("esco", "onet")))
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The taxonomy folder to write to, new or empty.",
)
@click.option(
    "--language", metavar="CODE", help="ESCO's language: en, en-us, fr. Default: the only one, or en."
)
@click.option(
    "--release", default="", metavar="TEXT", help="The release of the files, for version and attribution."
)
@click.option("--replace", is_flag=True, help="Overwrite an earlier import in DIR.")
def import_(
    source: Literal["esco", "onet"],
    path: Path,
    out: Path,
    *,
    language: str | None,
    release: str,
    replace: bool,
) -> None:
    """Turn the official files of ESCO (CSV) or O*NET (text) into a taxonomy folder.

    PATH is the folder with the unpacked files.
    """
    if language and source != "esco":
        raise click.UsageError("--language only works with esco: O*NET is in English.")
    done = taxonomies.import_files(
        source, path, out, language=language, release=release.strip(), replace=replace
    )
    click.echo(done.summary())
    if done.roles:
        first = done.roles[0].id
        click.echo(f"{out} written; use it with --taxonomy {out} --only --role ID, such as {first}.")
    else:
        click.echo(f"{out} written; use it with --taxonomy {out}.")


def _skill_values(held: Any, id_: str) -> dict[str, Any]:
    skill = held.skills[id_]
    return {
        **picked(skill, "id", "label", "kind", "category", "match", "aliases", "patterns"),
        **picked(skill, "broader", "implies", "related", "never"),
        "narrower": sorted({*held.narrower(id_), *skill.members}),
        "implied_by": [each.id for each in held.skills.values() if id_ in each.implies],
        "roles": [
            {"id": role.id, "requirement": row.id, "necessity": row.necessity.value}
            for role in held.roles.values()
            for row in role.requirements
            if id_ in (*row.skills, row.head)
        ],
        "certifications": [
            {"id": one.id, "share": covered.share}
            for one in held.certifications.values()
            for covered in one.skills
            if covered.id == id_
        ],
    }


def _skill_text(values: dict[str, Any]) -> str:
    def alias(row: dict[str, str]) -> str:
        return row["name"] if row["match"] == "caseless" else f"{row['name']} ({row['match']})"

    parts = {
        "also": [alias(each) for each in values["aliases"]],
        "said as": values["patterns"],
        "broader": values["broader"],
        "narrower": values["narrower"],
        "implies": values["implies"],
        "implied by": values["implied_by"],
        "related": [f"{each['id']} ({each['degree']:g})" for each in values["related"]],
        "never proven by": values["never"],
        "asked for by": [f"{each['id']} ({each['necessity']})" for each in values["roles"]],
        "taught by": [f"{each['id']} ({each['share']:.0%})" for each in values["certifications"]],
    }
    head = f"{values['label']}  [{values['id']}, {values['kind'].replace('_', ' ')}, {values['category']}, {values['match']}]"
    lines = [f"  {name + ':':16} {', '.join(dict.fromkeys(rows))}" for name, rows in parts.items() if rows]
    return "\n".join((head, *lines)) + "\n"
