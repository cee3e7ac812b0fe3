"""Ratings with the alpha that PyPI's `krippendorff` finds for them: writes matrices.json beside this file.

    python3 -m venv VENV && VENV/bin/pip install krippendorff==0.9.0 numpy==2.4.6
    VENV/bin/python Tests/SurveysTests/Reference/make.py

A matrix has a row for each unit and a column for each rater; null is a missing value. The seed is fixed, so that
the same versions write the same file.
"""

import json
import pathlib

import krippendorff
import numpy

# (units, raters, categories, share missing, share of values that are the unit's own)
SHAPES = [
    (6, 2, 2, 0.0, 0.8),
    (10, 3, 4, 0.2, 0.6),
    (12, 4, 5, 0.3, 0.7),
    (25, 2, 7, 0.0, 0.3),
    (30, 5, 5, 0.5, 0.5),
    (40, 8, 11, 0.1, 0.0),
    (50, 3, 3, 0.4, 0.95),
    (60, 12, 4, 0.8, 0.6),
    (80, 20, 5, 0.05, 0.4),
    (30, 6, 40, 0.2, 0.5),
    (15, 4, 256, 0.1, 0.6),
    (20, 3, 6, 0.2, -1.0),
]


def matrix(random, units, raters, categories, missing, own):
    rows = []
    for _ in range(units):
        usual = int(random.integers(categories))
        row = []
        for _ in range(raters):
            value = int(random.integers(categories))
            if own < 0:
                # Raters who shun each other's values: alpha below zero.
                value = (usual + len(row)) % categories
            elif random.random() < own:
                value = usual
            row.append(None if random.random() < missing else value)
        rows.append(row)
    return rows


def alphas(rows, categories):
    data = numpy.array([[numpy.nan if v is None else v for v in row] for row in rows], dtype=float).T
    domain = list(range(categories))
    return {
        level: float(krippendorff.alpha(data, level_of_measurement=level, value_domain=domain))
        for level in ("nominal", "ordinal", "interval")
    }


def main():
    random = numpy.random.default_rng(20_251_124)
    cases = []
    for shape in SHAPES:
        rows = matrix(random, *shape)
        cases.append({"categories": shape[2], "matrix": rows, "alpha": alphas(rows, shape[2])})
    text = "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n"
    pathlib.Path(__file__).with_name("matrices.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
