"""Documents from the running program, opened by programs that share no code with it; and a letter's whole way."""

import io
import json
import pathlib
import tempfile

import docx
import page as checker
from browser import signed_in
from thread import Person


def fetched(watched, path):
    """The bytes of a file that a page offers."""
    answer = watched.page.context.request.get(path)
    assert answer.status == 200, f"{path}: {answer.status}"
    return answer.body()


def words_of(file):
    """Every word of a document, tables, head and foot included."""
    document = docx.Document(io.BytesIO(file))
    section = document.sections[0]
    paragraphs = [*document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs]
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([one.text for one in paragraphs] + [cell.text for cell in cells])


def assert_accessible(pdf):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        result = checker.validate_pdf(str(path), profile=checker.ValidationProfile.PDF_UA_1)
        assert result.is_compliant, result


def overview_is_taken_along(browser, world):
    """What the Committee reads at a page it takes along as DOCX and PDF; an expert's file holds more."""
    with signed_in(browser, world, world.sign_in("chair")) as chair, \
            signed_in(browser, world, world.sign_in("expert")) as expert:
        person = Person(world, world.sign_in("chair"), chair)
        one = next(case for case in person.list("assessments") if case["stage"] == "in-follow-up")
        address = f"/states/{one['state']}/assessments/{one['cycle']}/overview"
        assert chair.page.goto(address).status == 200
        links = [link.get_attribute("href") for link in chair.page.locator("main a[href*='/overview.']").all()]
        assert links == [f"{address}.docx", f"{address}.pdf"], links
        own, theirs = words_of(fetched(chair, links[0])), words_of(fetched(expert, links[0]))
        for heading in chair.page.locator(".document h2, .document h3").all_inner_texts():
            assert heading in own, f"{heading} is at the page and not in the file"
        assert "for the Committee and its Executive Directorate" in own and "for the Executive Directorate" in theirs
        assert "Observations of the State" in theirs and "Observations of the State" not in own
        assert_accessible(fetched(chair, links[1]))
        assert fetched(chair, links[0]) == fetched(chair, links[0]), "two files of one day differ"
        assert not chair.taken() and not expert.taken()


def letter_goes_its_way(browser, world):
    """The secretary drafts, the Chair signs at the desk, the secretary sends, the Mission takes it along."""
    rows = {name: world.sign_in(name) for name in ("committee-secretary", "chair", "mission")}
    with signed_in(browser, world, rows["committee-secretary"]) as secretary, \
            signed_in(browser, world, rows["chair"]) as chair, \
            signed_in(browser, world, rows["mission"]) as mission:
        writer, signatory = Person(world, rows["committee-secretary"], secretary), Person(world, rows["chair"], chair)
        before = {letter["id"] for letter in writer.list("communications")}
        writer.act("draft-communication", {}, state=rows["mission"]["about"], letter="letter-of-the-chair")
        letter = next(one for one in writer.list("communications") if one["id"] not in before)
        known = {"communication": letter["id"]}
        writer.act("present-communication", known)
        chair.page.goto("/")
        link = chair.page.locator(f"a[href='/communications/{letter['id']}']")
        assert link.count() == 1, "the signature awaited is not on the desk"
        assert mission.page.goto(f"/communications/{letter['id']}").status == 404
        signatory.act("sign-communication", known, signature__en="Ingrid Vasquero")
        writer.act("send-communication", known)
        assert mission.page.goto(f"/communications/{letter['id']}").status == 200
        sent = Person(world, rows["mission"], mission).list("communications")
        reference = next(one["reference"] for one in sent if one["id"] == letter["id"])
        text = words_of(fetched(mission, f"/communications/{letter['id']}/letter.docx"))
        assert reference in text and "Ingrid Vasquero" in text and "Excellency" in text, text
        assert_accessible(fetched(mission, f"/communications/{letter['id']}/letter.pdf"))
        mission.page.goto("/communications")
        assert reference in mission.page.inner_text("main"), json.dumps(sent)


ALL = [
    ("the overview is taken along as DOCX and PDF", overview_is_taken_along),
    ("a letter is drafted, signed by the Chair, sent and taken along", letter_goes_its_way),
]
