"""Assessments from before the software, filled into the template by another program, openpyxl, and entered at once."""

import io
import json

import openpyxl


class Import:
    """The template of one world, and the command that reads it."""

    def __init__(self, world):
        self.world = world
        self.file = world.directory / "past.xlsx"
        world.command("import-history", "--template", str(self.file), *world.place())
        self.template = self.file.read_bytes()
        self.token = world.directory / "token"
        self.token.write_text(world.sign_in("head")["token"], encoding="utf-8")

    def book(self, rows):
        """The template with rows, each a cell by heading."""
        book = openpyxl.load_workbook(io.BytesIO(self.template))
        sheet = book["Assessments"]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, row in enumerate(rows, 2):
            for heading, value in row.items():
                sheet.cell(number, columns[heading], value)
        return book

    def run(self, book, *words):
        book.save(self.file)
        return self.world.command("import-history", *words, str(self.file), check=False)

    def enter(self, book):
        return self.run(book, "--token-file", str(self.token))

    def historic(self):
        token = self.world.sign_in("head")["token"]
        found = json.loads(self.world.get("/api/v1/assessments?limit=200", token)[2])["items"]
        return [one for one in found if one["historic"]]

    def states(self):
        items = json.loads(self.world.get("/api/v1/states?limit=200")[2])["items"]
        return [one["id"] for one in items]


def row(state, year=2009, **more):
    return {
        "State": state, "Begun on": f"{year - 1}-03-02", "Adopted on": f"{year}-11-05",
        "Source": f"S/AC.40/{year}/OIA.{state}", "Facts (en)": "As the overview of that year says.",
        "LEG1": "partly", **more,
    }


def all_are_entered(work):
    """A row for every State is previewed, entered in one go, and read as historic; the same file again is refused."""
    states, before = work.states(), len(work.historic())
    book = work.book([row(state) for state in states])
    seen = work.run(book, "--preview")
    assert seen.returncode == 0 and f"{len(states)} assessments would be entered" in seen.stdout, seen
    assert len(work.historic()) == before, "the preview entered something"
    done = work.enter(book)
    assert done.returncode == 0, done.stderr
    found = work.historic()
    assert len(found) == before + len(states), f"{len(found)} of {len(states)}"
    token = work.world.sign_in("head")["token"]
    mine = next(one for one in found if one["state"] == states[0] and one["cycle"] == 2009)
    assert mine["adoptedOn"] == "2009-11-05" and mine["stage"] == "closed", mine
    address = f"/api/v1/positions?assessment={mine['id']}"
    positions = json.loads(work.world.get(address, token)[2])["items"]
    assert [(one["requirement"], one["value"]) for one in positions] == [("LEG1", "partly")], positions
    hidden = json.loads(work.world.get(address)[2])
    assert hidden["items"] == [] and hidden["total"] == 0, "reach starts closed"
    again = work.enter(book)
    assert again.returncode == 1 and "Row 2" in again.stderr, again
    assert len(work.historic()) == len(found), "a refused file left something behind"


def faults_are_told_by_cell(work):
    """Each wrong cell is named, and nothing of the file is entered."""
    state, before = work.states()[0], len(work.historic())
    cases = {
        "no State": (row("Nowhere", 2001), "A2"), "no date": (row(state, 2001, **{"Adopted on": "last year"}), "D2"),
        "a number for a date": (row(state, 2001, **{"Adopted on": 1e300}), "D2"),
        "a formula": (row(state, 2001, **{"Source": "=1+1"}), "E2"),
        "no point of the scale": (row(state, 2001, LEG1="somewhat"), "H2"),
        "no source": ({**row(state, 2001), "Source": None}, "E2"),
    }
    faults = []
    for name, (wrong, cell) in cases.items():
        done = work.enter(work.book([wrong, row(state, 2002)]))
        if done.returncode != 65 or f"{cell}:" not in done.stderr:
            faults.append(f"{name}: {done.returncode} {done.stderr[:200]}")
    backwards = work.enter(work.book([row(state, 2002), row(state, 2001, **{"Begun on": "2003-01-01"})]))
    if backwards.returncode != 1 or "Row 3" not in backwards.stderr:
        faults.append(f"begun after its end: {backwards.returncode} {backwards.stderr[:200]}")
    assert not faults, "; ".join(faults)
    assert len(work.historic()) == before, "a refused file left something behind"


def other_files_are_turned_away(work):
    """A sheet that is not ours, a moved column and what is no workbook are answered plainly."""
    foreign = openpyxl.Workbook()
    moved = work.book([row(work.states()[0], 2001)])
    moved["Assessments"].delete_cols(5)
    faults = []
    for name, book, said in (("foreign", foreign, "template"), ("moved", moved, "Source")):
        done = work.enter(book)
        if done.returncode != 65 or said not in done.stderr:
            faults.append(f"{name}: {done.returncode} {done.stderr[:200]}")
    work.file.write_bytes(b"not a workbook")
    done = work.world.command(
        "import-history", "--token-file", str(work.token), str(work.file), check=False)
    if done.returncode != 65:
        faults.append(f"no workbook: {done.returncode} {done.stderr[:200]}")
    assert not faults, "; ".join(faults)


def walk(world, results, engine):
    work = Import(world)
    for name, check in (
            ("all are entered, once", all_are_entered), ("faults are told by cell", faults_are_told_by_cell),
            ("other files are turned away", other_files_are_turned_away)):
        results.run(f"history on {engine}: {name}", check, work)
