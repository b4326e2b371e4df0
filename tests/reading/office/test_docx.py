"""Word documents, made by hand: only what they must have."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from gapcheck.errors import DocumentError
from gapcheck.reading import Limits, read

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
NUMBERING = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"""
STYLES = """<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>"""


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, **parts: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {SPACES}>{STYLES}</w:styles>")
        archive.writestr("word/numbering.xml", f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:hdr {SPACES}>{content}</w:hdr>")
        archive.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" TargetMode="External" Target="https://example.com/mira"/>'
            '<Relationship Id="r2" TargetMode="External" Target="file:///etc/passwd"/></Relationships>',
        )
    return buffer.getvalue()


def text_of(body: str, **parts: str) -> list[str]:
    return read(docx(body, **parts), name="mira.docx").text.split("\n")


def cells(*texts: str) -> str:
    inner = "".join(f"<w:tc>{''.join(map(paragraph, text.split('|')))}</w:tc>" for text in texts)
    return f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>"


def test_headings_by_style_also_by_the_style_it_is_based_on():
    body = paragraph("Work", '<w:pStyle w:val="berschrift1"/>') + paragraph("More", '<w:pStyle w:val="Own"/>')
    document = read(docx(body + paragraph("Counted boats")), name="mira.docx")
    assert [line.heading_level for line in document.lines] == [1, 1, 0]
    assert document.lines[1].style.bold
    assert document.lines[1].style.size == 14


def test_lists_have_bullets_and_numbers():
    body = "".join(
        paragraph(text, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        for text, number in (("Boats", 1), ("First", 2), ("Second", 2))
    )
    assert text_of(body) == ["\u2022 Boats", "1. First", "2. Second"]


def test_header_once_then_body_then_footer():
    found = text_of(
        paragraph("Body"),
        header1=paragraph("Mira Halonen"),
        header2=paragraph("Mira Halonen"),
        footer1=paragraph("555-0147 or mail"),
    )
    assert found == ["Mira Halonen", "Body", "555-0147 or mail"]


def test_page_number_in_a_footer_is_no_text():
    assert text_of(paragraph("Body"), footer1=paragraph("Page 1 of 2")) == ["Body"]


def test_tables_row_by_row():
    assert text_of(cells("Python", "6 years", "2026")) == ["Python\t6 years\t2026"]
    assert text_of(cells("2019 - 2024", "Analyst|Counted boats")) == ["2019 - 2024\tAnalyst", "Counted boats"]
    assert text_of(cells("Contact|555-0147", "Work|Counted boats")) == [
        "Contact",
        "555-0147",
        "Work",
        "Counted boats",
    ]


def test_a_cell_of_labels_goes_together_with_the_lines_beside_it():
    assert text_of(cells("Looms:|No experience with:", "Jacquard|Dobby")) == [
        "Looms:\tJacquard",
        "No experience with:\tDobby",
    ]


def test_text_box_is_read_once_though_the_file_holds_it_twice():
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>Beside it</w:t></w:r></w:p>"
    )
    assert text_of(body) == ["Beside it", "In the box"]


def test_links_tabs_breaks_and_deleted_text():
    body = (
        '<w:p><w:hyperlink r:id="r1"><w:r><w:t>My code</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>2024</w:t><w:br/>'
        "<w:t>next line</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        '<w:hyperlink r:id="r2"><w:r><w:t> here</w:t></w:r></w:hyperlink></w:p>'
    )
    document = read(docx(body), name="mira.docx")
    assert document.text == "My code\t2024\nnext line here"
    assert [(link.uri, link.span.of(document.text)) for link in document.links] == [
        ("https://example.com/mira", "My code")
    ]


def test_pages_are_counted_by_the_breaks_that_word_noted():
    body = (
        paragraph("One")
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>"
        + paragraph("Still two")
    )
    document = read(docx(body), name="mira.docx")
    assert document.page_count == 2
    assert [line.page for line in document.lines][-1] == 2


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        ("<w:vanish/>", "invisible"),
        ('<w:color w:val="FFFFFF"/>', "white"),
        ('<w:color w:val="auto" w:themeColor="background1"/>', "white"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
        ('<w:color w:val="FEFEFE"/>', "white"),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', "white"),
        ('<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3865"/>', "white"),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', "white"),
        ('<w:w w:val="1"/>', "tiny"),
        ('<w:position w:val="-4000"/>', "off-page"),
        ('<w:rStyle w:val="Gone"/>', "invisible"),
        ('<w:color w:val="1F3864"/>|<w:shd w:val="clear" w:fill="1F3864"/>', "white"),
        ('|<w:ind w:left="-20000"/>', "off-page"),
        ('|<w:framePr w:x="-20000" w:y="1" w:hAnchor="page" w:vAnchor="page"/>', "off-page"),
        ('|<w:spacing w:line="1" w:lineRule="exact"/>', "tiny"),
        ('|<w:pStyle w:val="Gone"/>', "invisible"),
    ],
)
def test_hidden_text_is_left_out_and_told(run, reason):
    run, _, properties = run.partition("|")
    document = read(
        docx(paragraph("Seen") + paragraph("Kubernetes Terraform Scala", properties, run)), name="mira.docx"
    )
    assert document.text == "Seen"
    assert [(row.reason, row.text) for row in document.hidden] == [(reason, "Kubernetes Terraform Scala")]
    assert [warning.code for warning in document.warnings] == ["hidden-text"]


@pytest.mark.parametrize(
    "run",
    [
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
        '<w:color w:val="000000"/><w:highlight w:val="yellow"/>',
        '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:w w:val="66"/>',
        '<w:position w:val="-6"/>',
        '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>',
        '|<w:ind w:left="-720"/>',
        '|<w:spacing w:line="240" w:lineRule="exact"/>',
    ],
)
def test_what_is_seen_stays(run):
    run, _, properties = run.partition("|")
    document = read(docx(paragraph("Kubernetes Terraform", properties, run)), name="mira.docx")
    assert (document.text, document.hidden) == ("Kubernetes Terraform", ())


def test_white_text_on_a_shaded_cell_is_seen():
    cell = f'<w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{paragraph("Skills", run="<w:color w:val=" + chr(34) + "FFFFFF" + chr(34) + "/>")}</w:tc>'
    assert text_of(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == ["Skills"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx("")[:400], "broken"),
        (docx("<w:p>"), "broken"),
        (docx(""), "empty"),
    ],
)
def test_what_cannot_be_read(data, reason):
    with pytest.raises(DocumentError) as caught:
        read(data, name="mira.docx")
    assert caught.value.reason == reason


def test_a_part_that_cannot_be_unpacked_is_broken():
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(docx(paragraph("Kept the ledger. " * 40)))) as plain,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in plain.namelist():
            archive.writestr(name, plain.read(name))
    good = buffer.getvalue()
    outcomes = set()
    for at in range(len(good)):
        data = good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]
        try:
            read(data, name="mira.docx", limits=Limits(child_process=False))
            outcomes.add("read")
        except DocumentError as error:
            outcomes.add(error.reason)
    assert {"read", "broken"} <= outcomes


def test_too_much_text():
    with pytest.raises(DocumentError) as caught:
        read(docx(paragraph("x" * 100) * 20), name="mira.docx", limits=Limits(text_chars=1000))
    assert caught.value.reason == "limits"


def test_archive_that_unfolds_is_refused():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (101 * 1024 * 1024))
    with pytest.raises(DocumentError, match="unpacks to more"):
        read(buffer.getvalue(), name="mira.docx")


def test_entities_are_refused():
    data = docx(paragraph("Mira"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "b">]>' + xml.replace("Mira", "&a;"))
    with pytest.raises(DocumentError, match="entities"):
        read(buffer.getvalue(), name="mira.docx")


def test_a_part_of_too_many_elements_is_refused_and_a_wide_row_is_read():
    with pytest.raises(DocumentError) as caught:
        read(docx("<w:p/>" * 300_001), name="mira.docx")
    assert caught.value.reason == "limits"
    cells = "".join(f"<w:tc>{paragraph('x')}</w:tc>" for _ in range(250))
    document = read(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), name="mira.docx")
    assert [len(line.columns) for line in document.lines] == [100, 100, 50]
