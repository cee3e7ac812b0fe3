"""Answers that go out as a spreadsheet are filled in by another program, openpyxl, and come back."""

import io
import json
import zipfile

import openpyxl
import visitor

DRAFTING = ("preparing", "with-state", "revised")


class Desk:
    """Somebody at the spreadsheet of one case."""

    def __init__(self, world, person, case):
        self.world = world
        self.person = person
        self.questions = f"/states/{case['state']}/assessments/{case['cycle']}/questions"
        self.place = f"{self.questions}/spreadsheet"

    def file(self):
        status, body = self.person.get(f"{self.questions}.xlsx")
        assert status == 200, f"{self.questions}.xlsx: {status}"
        return body

    def book(self):
        return openpyxl.load_workbook(io.BytesIO(self.file()))

    def bring(self, content):
        """- Returns: status, page and address of the preview, or of the refusal."""
        _, fields = self.person.form(self.place, "/spreadsheet")
        fields.pop("file", None)
        status, body, address = self.person.send_file(self.place, fields, "file", content)
        return status, body.decode("utf-8"), address

    def confirm(self, address, **more):
        action, fields = self.person.form(address, "/spreadsheet/")
        return self.person.open(action, {**fields, **more})


def bytes_of(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def headings(sheet):
    return {cell.value: cell.column for row in sheet.iter_rows(max_row=3) for cell in row if cell.value}


def row_of(sheet, column, code):
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == code)


def case_of(world, capacity, stages, about=None):
    status, _, body = world.get("/api/v1/assessments?limit=200", world.sign_in(capacity)["token"])
    assert status == 200, status
    return next(case for case in json.loads(body)["items"]
                if case["stage"] in stages and (about is None or case["state"] == about))


def answers(world, capacity, case, code):
    token = world.sign_in(capacity)["token"]
    _, _, body = world.get(f"/api/v1/answers?assessment={case['id']}&limit=200", token)
    return [(answer["by"], answer["value"], (answer["text"] or {}).get("en"))
            for answer in json.loads(body)["items"] if answer["question"] == code]


def filled_in_elsewhere(world):
    """Another program moves the columns and fills in two rows; what is confirmed stands, and nothing before."""
    case = case_of(world, "expert", DRAFTING)
    with visitor.signed_in(world, world.sign_in("expert")) as person:
        desk = Desk(world, person, case)
        status, page, _ = desk.bring(desk.file())
        assert status == 200 and "nothing to enter" in page, "a file that comes back as it went changes nothing"
        book = desk.book()
        sheet = book["Questions"]
        sheet.insert_cols(1, 2)
        sheet.insert_rows(1)
        columns = headings(sheet)
        code = sheet.cell(3, columns["Code"]).value
        row = row_of(sheet, columns["Code"], code)
        sheet.cell(row, columns["Answer"]).value = "Partly implemented"
        sheet.cell(row, columns["Explanation in English"]).value = "Typed on the way, =1+1"
        sheet.cell(row, columns["Source"]).value = "a visit"
        sheet.cell(row, columns["Confidence"]).value = "low"
        before = answers(world, "expert", case, code)
        status, page, address = desk.bring(bytes_of(book))
        assert status == 200 and "Typed on the way, =1+1" in page, f"{status} {page[-3000:]}"
        assert answers(world, "expert", case, code) == before, "looking entered something"
        page = desk.confirm(address)
        assert "Entered 1 answer" in page, page[:3000]
        own = [answer for answer in answers(world, "expert", case, code) if answer[0] == "directorate"]
        assert own == [("directorate", "partly", "Typed on the way, =1+1")], own
        status, page, _ = desk.bring(desk.file())
        assert status == 200 and "nothing to enter" in page


def bad_files(desk):
    """By name, what somebody might bring, and what of the answer says what to do."""
    whole = desk.file()

    def edited(edit):
        book = openpyxl.load_workbook(io.BytesIO(whole))
        edit(book, book["Questions"])
        return bytes_of(book)

    def packed(name, content):
        target = io.BytesIO(whole)
        with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        return target.getvalue()

    def bomb():
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(
                target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in source.namelist():
                content = source.read(name)
                if name.endswith("sheet1.xml"):
                    content = content.replace(b"<sheetData>", b"<sheetData>" + b" " * 300_000_000, 1)
                archive.writestr(name, content)
        return target.getvalue()

    def long(book, sheet):
        for number in range(100_000):
            sheet.cell(sheet.max_row + 1 if number == 0 else row[0] + number, 7).value = "more"
            if number == 0:
                row[0] = sheet.max_row

    row = [0]
    return [
        ("a text", b"Code,Answer\nDIS1,fully\n", "no .xlsx file"),
        ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "no .xlsx file"),
        ("an older file", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), ".xls file of the older kind"),
        ("another ZIP", packed_alone(), "no .xlsx file"),
        ("half a file", whole[:len(whole) // 2], "damaged or cut off"),
        ("macros", packed("xl/vbaProject.bin", b"x"), "carries macros"),
        ("a bomb", bomb(), "unpacks to far more"),
        ("a formula", edited(lambda book, sheet: sheet.cell(2, 7, "=1+1")), "Questions!G2"),
        ("merged cells", edited(lambda book, sheet: sheet.merge_cells("F2:F3")), "were merged"),
        ("a renamed heading", edited(lambda book, sheet: sheet.cell(1, 6, "Reply")), "“Answer” is missing"),
        ("another sheet", edited(lambda book, sheet: book.create_sheet("Mine").append(["x"])), "Mine"),
        ("no identity", edited(lambda book, sheet: book.remove(book["stocktake"])), "did not come from here"),
        ("100,000 rows", edited(long), "far more than there are questions"),
    ]


def packed_alone():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("letter.txt", "hello")
    return target.getvalue()


def turned_away(world):
    """Whatever else somebody brings is turned away with what to do, and nothing of it is kept or entered."""
    case = case_of(world, "expert", DRAFTING)
    faults = []
    with visitor.signed_in(world, world.sign_in("expert")) as person:
        desk = Desk(world, person, case)
        before = json.loads(world.get("/api/v1/entries?limit=1", world.sign_in("expert")["token"])[2])["total"]
        for name, content, said in bad_files(desk):
            status, page, address = desk.bring(content)
            if status != 422 or said not in page or address != desk.place:
                faults.append(f"{name}: {status} at {address}, without “{said}”")
        after = json.loads(world.get("/api/v1/entries?limit=1", world.sign_in("expert")["token"])[2])["total"]
        assert before == after, f"{after - before} entries too many"
    assert not faults, "; ".join(faults)


def answers_that_do_not_fit(world):
    """What cells say wrongly is told by cell, all of it at once."""
    case = case_of(world, "expert", DRAFTING)
    with visitor.signed_in(world, world.sign_in("expert")) as person:
        desk = Desk(world, person, case)
        book = desk.book()
        sheet = book["Questions"]
        columns = headings(sheet)
        for column, text in (("Answer", "maybe"), ("Explanation in English", "a\u202eb")):
            sheet.cell(2 if column == "Answer" else 3, columns[column]).value = text
        sheet.cell(4, columns["Code"]).value = "NONE1"
        status, page, address = desk.bring(bytes_of(book))
        assert status == 200 and address != desk.place, status
        for said in ("Questions!F2", "is none of", "Questions!A4", "has no question NONE1", "Questions!G3",
                     "turns the writing around"):
            assert said in page, f"without “{said}”"
        assert 'name="plan"' not in page, "there is something to confirm"


def of_another_state(world):
    """A focal point who guesses another State's addresses, or brings its file, learns nothing."""
    row = world.sign_in("focal-point")
    own = case_of(world, "focal-point", ("with-state",), row["about"])
    other = next(
        case for case in json.loads(
            world.get("/api/v1/assessments?limit=200", world.sign_in("expert")["token"])[2])["items"]
        if case["state"] != row["about"] and case["stage"] in ("preparing", "with-state"))
    none = {**other, "cycle": 99}
    with visitor.signed_in(world, world.sign_in("expert")) as person:
        foreign = Desk(world, person, other).file()
    with visitor.signed_in(world, row) as person:
        for part in (".xlsx", "/spreadsheet", "/spreadsheet/" + "a" * 26):
            found = [person.get(Desk(world, person, case).questions + part) for case in (other, none)]
            assert [status for status, _ in found] == [404, 404], found
            plain = [body.decode().replace(f"assessments/{case['cycle']}/", "").replace(
                f"assessments%2F{case['cycle']}%2F", "") for (_, body), case in zip(found, (other, none))]
            assert plain[0] == plain[1], "the answers differ"
        status, page, _ = Desk(world, person, own).bring(foreign)
        assert status == 422 and "not this assessment" in page, status


def ask(world, row, case, content, query="", **headers):
    """- Returns: status and what a program is told."""
    sent = {"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
    sent.update({name.replace("_", "-"): value for name, value in headers.items()})
    status, kind, body = world.request(
        "POST", f"/api/v1/assessments/{case['id']}/spreadsheet{query}", content, row["token"], sent)
    assert kind.get_content_type().endswith("json"), kind.get_content_type()
    return status, json.loads(body)


def by_a_program(world):
    """A program gets the file, is told what it would change and what is wrong, enters it once, and is turned away else."""
    row = world.sign_in("expert")
    case = case_of(world, "expert", DRAFTING)
    status, _, whole = world.get(f"/api/v1/assessments/{case['id']}/spreadsheet", row["token"])
    assert status == 200, status
    book = openpyxl.load_workbook(io.BytesIO(whole))
    sheet = book["Questions"]
    columns = headings(sheet)
    code = sheet.cell(2, columns["Code"]).value
    for heading, text in (("Answer", "Partly implemented"), ("Explanation in English", "Typed by a program"),
                          ("Source", "a visit"), ("Confidence", "low")):
        sheet.cell(2, columns[heading]).value = text
    before = answers(world, "expert", case, code)
    # Saved once: another program writes the time into every file.
    filled = bytes_of(book)
    status, seen = ask(world, row, case, filled, "?preview=true")
    assert status == 200 and seen["faults"] == [], seen
    assert [change["question"] for change in seen["changes"]] == [code], seen["changes"]
    assert answers(world, "expert", case, code) == before, "looking entered something"
    status, done = ask(world, row, case, filled, f"?plan={seen['plan']}", Idempotency_Key="one")
    assert status == 200 and [act["question"] for act in done["acts"]] == [code], done
    assert ("directorate", "partly", "Typed by a program") in answers(world, "expert", case, code)
    receipt = world.get(f"/api/v1/entries/{done['acts'][0]['id']}/receipt", row["token"])
    assert receipt[0] == 200, receipt
    again = ask(world, row, case, filled, f"?plan={seen['plan']}", Idempotency_Key="one")
    assert again == (200, done) and ask(world, row, case, filled)[1]["acts"] == [], again
    sheet.cell(2, columns["Answer"]).value = "maybe"
    status, refused = ask(world, row, case, bytes_of(book))
    cell = sheet.cell(2, columns["Answer"]).coordinate
    assert status == 422, status
    assert [(fault["sheet"], fault["row"], fault["cell"]) for fault in refused["errors"]] == [
        ("Questions", 2, cell)], refused["errors"]
    cases = {
        404: ask(world, world.sign_in("committee-member"), case, whole), 413: ask(world, row, case, bytes(8_000_001)),
        415: ask(world, row, case, whole, Content_Type="text/csv"), 422: ask(world, row, case, b"no workbook"),
    }
    wrong = {expected: found for expected, found in cases.items() if found[0] != expected}
    assert not wrong, wrong


CHECKS = [
    ("filled in by another program", filled_in_elsewhere), ("bad files are turned away", turned_away),
    ("answers that do not fit are told by cell", answers_that_do_not_fit),
    ("another State's is not there", of_another_state), ("by a program", by_a_program),
]


def walk(world, results, engine):
    for name, check in CHECKS:
        results.run(f"spreadsheet on {engine}: {name}", check, world)
