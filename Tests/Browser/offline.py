"""Answers that are taken along as a spreadsheet and brought back, by a person in front of Chromium."""

import io
import json
import tempfile

import judges
import openpyxl
from browser import DESKTOP, PHONE, signed_in

WORDS = {
    "en": {"answer": "Answer", "preview": "What the file would change", "done": "Entered 2 answers",
           "explanation": "Explanation in English", "source": ("Source", "a visit"),
           "confidence": ("Confidence", "low"), "value": "Partly implemented"},
    "zh-Hans": {"answer": "答复", "preview": "文件会带来的变化", "done": "已从电子表格录入2个答复",
                "explanation": "中文（简体）说明", "source": ("来源", "访问"), "confidence": ("把握程度", "低"),
                "value": "部分执行"},
}


def spreadsheet_comes_back(browser, world):
    """In both languages: out, filled in, seen, mended, confirmed; each page is judged, wide and on a phone."""
    expert = world.sign_in("expert")
    cases = json.loads(world.get("/api/v1/assessments?limit=200", expert["token"])[2])["items"]
    case = next(case for case in cases if case["stage"] in ("preparing", "with-state", "revised"))
    place = f"/states/{case['state']}/assessments/{case['cycle']}/questions"
    pages = {}
    for tag, words in WORDS.items():
        with signed_in(browser, world, expert) as watched:
            page = watched.page
            page.context.add_cookies([{"name": "language", "value": tag, "url": world.address}])
            page.goto(place)
            with page.expect_navigation():
                page.locator("a[href$='/questions/spreadsheet']").click()
            file = page.context.request.get(f"{place}.xlsx").body()
            # The text is new each time, so that there is something to enter.
            bring(page, filled_in(file, words, f"On the way, {tag}", "nonsense"))
            judge(page, tag, pages, "faults")
            assert page.locator("input[name=plan]").count() == 0, "a wrong cell is there, and something to confirm"
            page.goto(f"{place}/spreadsheet")
            bring(page, filled_in(file, words, f"On the way, {tag}", words["value"]))
            assert words["preview"] in page.locator("h1").inner_text()
            judge(page, tag, pages, "preview")
            with page.expect_navigation():
                page.locator("main form button[type=submit]").last.click()
            assert words["done"] in page.locator("body").inner_text(), page.locator("main").inner_text()[:300]
            # Brought again, the same file says what stands, and nothing is to be done.
            page.goto(f"{place}/spreadsheet")
            bring(page, filled_in(file, words, f"Otherwise, {tag}", words["value"]))
            assert page.locator("input[name^='overwrite.']").count() == 2, "both sides changed, and nothing is asked"
            judge(page, tag, pages, "conflicts")
            faults = watched.taken()
            assert not faults, faults
    with tempfile.TemporaryDirectory() as directory:
        faults = judges.markup_faults(pages, directory)
    assert not faults, faults


def filled_in(file, words, text, value):
    """The file with its first two questions answered."""
    book = openpyxl.load_workbook(io.BytesIO(file))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    closed = [row for row in range(2, sheet.max_row + 1) if is_closed(sheet, columns[words["answer"]], row)][:2]
    for row in closed:
        sheet.cell(row, columns[words["answer"]]).value = value
        sheet.cell(row, columns[words["explanation"]]).value = text
        for heading, choice in (words["source"], words["confidence"]):
            sheet.cell(row, columns[heading]).value = choice
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def is_closed(sheet, column, row):
    """Whether the cell offers the scale: a list with more than the two options that every question has."""
    cell = sheet.cell(row, column).coordinate
    rules = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    if not rules:
        return False
    if rules[0].formula1.startswith('"'):
        return rules[0].formula1.count(",") > 1
    return int(rules[0].formula1.rsplit("$", 1)[1]) > 2


def bring(page, content):
    page.set_input_files("input[name=file]", {
        "name": "answers.xlsx", "buffer": content,
        "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()


def judge(page, tag, pages, name):
    pages[f"{name} {tag}"] = page.content()
    faults = judges.axe_faults(page) + judges.word_faults(page, tag)
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        faults += judges.width_faults(page)
    assert not faults, f"{name} in {tag}: {faults}"
