#!/usr/bin/env python3
"""Write the Word files of the held-out resumes from `resumes/source/*.docx.txt` (the same bytes every time).

The markup is that of make_resumes.py: `= name`; `# heading`; `- bullet`; `*bold line`; `left || right` puts the right
part behind a tab stop; `| a | b |` is one row of a bordered table; anything else is a paragraph.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parent
RESUMES = HERE / "resumes"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
    "word/styles.xml": f'<w:styles xmlns:w="{WORD}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
    "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
}


def run(text: str, *, bold: bool = False) -> str:
    """Return one run of text."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(line: str) -> str:
    """Return the paragraph of one line of the markup."""
    for mark, style in (("= ", "Title"), ("# ", "Heading1"), ("- ", "ListBullet")):
        if line.startswith(mark):
            return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(line.removeprefix(mark))}</w:p>'
    bold = line.startswith("*")
    left, dates, right = line.removeprefix("*").partition(" || ")
    if not dates:
        return f"<w:p>{run(left, bold=bold)}</w:p>"
    stop = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>'
    return f"<w:p>{stop}{run(left, bold=bold)}<w:r><w:tab/></w:r>{run(right)}</w:p>"


def table(lines: list[str]) -> str:
    """Return a bordered table, a row a line."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    grid = "".join('<w:gridCol w:w="3000"/>' for _ in lines[0].strip("| ").split(" | "))
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in line.strip("| ").split(" | "))
        + "</w:tr>"
        for line in lines
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def body(lines: list[str]) -> str:
    """Return the XML of the document's body."""
    blocks = []
    for is_table, group in groupby(lines, key=lambda line: line.startswith("| ")):
        several = list(group)
        blocks.append(table(several) if is_table else "".join(map(paragraph, several)))
    return "".join(blocks)


def write(source: Path, target: Path) -> None:
    """Write the Word file of one markup file."""
    lines = source.read_text(encoding="utf-8").splitlines()
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body(lines)}<w:sectPr/></w:body></w:document>'
    with ZipFile(target, "w") as archive:
        for name, part in {**PARTS, "word/document.xml": document}.items():
            archive.writestr(ZipInfo(name, LONG_AGO), HEAD + part, compress_type=ZIP_DEFLATED)


def main() -> None:
    """Write every Word file."""
    for source in sorted((RESUMES / "source").glob("*.docx.txt")):
        write(source, RESUMES / source.name.replace(".docx.txt", ".docx"))


if __name__ == "__main__":
    main()
