"""Computes the figures of the demo's quarters a second time, by the rules of surveys/SCORING.md, from the sums
that `gutcheck score --summaries` prints, and compares them with `gutcheck score --json`.

    python3 tests/check_scores.py target/debug/gutcheck

Needs nothing but Python 3.9. Says how many figures were compared and how far apart they were at most; fails if
one is further off than 1e-9.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from scores.comparison import gap_figures, gap_word
from scores.verdicts import changes, involvement, judge, pattern
from scores.wave import Wave

ROOT = Path(__file__).resolve().parent.parent
SURVEY = ROOT / "surveys/team-diagnostic.toml"
TOLERANCE = 1e-9
FEWEST = 1000


def main(program):
    figures, faults = 0, []
    with tempfile.TemporaryDirectory() as folder:
        sheets = {quarter: answers(program, quarter, Path(folder)) for quarter in (1, 2, 3)}
        for before, after in ((None, 1), (1, 2), (2, 3)):
            compared = Compared()
            earlier = before and Wave(summaries(program, sheets[before]))
            wave = Wave(summaries(program, sheets[after]), earlier)
            compare(wave, earlier, report(program, sheets[after], before and sheets[before]), compared)
            print(f"quarter {after}: {compared.figures} figures, at most {compared.largest:.1e} apart")
            figures += compared.figures
            faults += [f"quarter {after}, {fault}" for fault in compared.faults]
    print("\n".join(faults))
    if faults or figures < FEWEST:
        sys.exit(f"{len(faults)} of {figures} figures disagree")


def answers(program, quarter, folder):
    path = folder / f"{quarter}.csv"
    path.write_text(run(program, "demo", "--answers", str(quarter)))
    return path


def summaries(program, sheet):
    return json.loads(run(program, "score", "--survey", SURVEY, "--answers", sheet, "--summaries"))


def report(program, sheet, before):
    more = ["--before", before] if before else []
    return json.loads(run(program, "score", "--survey", SURVEY, "--answers", sheet, "--json", *more))


def run(program, *arguments):
    return subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


class Compared:
    """Counts what was compared, and collects what disagrees."""

    def __init__(self):
        self.figures, self.largest, self.faults = 0, 0.0, []

    def __call__(self, place, ours, theirs):
        self.figures += 1
        if isinstance(ours, float) and isinstance(theirs, (int, float)):
            apart = abs(ours - theirs) / max(1.0, abs(ours))
            self.largest = max(self.largest, apart)
            same = apart <= TOLERANCE
        else:
            same = ours == theirs
        if not same:
            self.faults.append(f"{place}: {theirs!r}, but by the rules {ours!r}")


def compare(wave, earlier, printed, compared):
    units = iter(printed["units"])
    for node, _ in enumerate(wave.nodes):
        if wave.figure(node):
            compare_unit(wave, wave.figure(node), next(units), compared, node, earlier)
        for atom in wave.atoms:
            if atom.home == node and not atom.own:
                compare_unit(wave, [atom], next(units), compared)
    compared("units", None, next(units, None))
    hidden = [n["path"] for number, n in enumerate(wave.nodes) if not wave.figure(number)]
    compared("withheld", hidden, [team["team"] for team in printed["withheld"]])
    for row in printed["organisation"]["instrument"]:
        ours = wave.parameters[row["id"]]["sheets"]
        for name in ("people", "teams", "alpha", "omega", "icc1", "icc2"):
            compared(f"instrument {row['id']} {name}", ours[name], row[name])


def compare_unit(wave, atoms, printed, compared, node=None, earlier=None):
    unit, place = printed["report"], f"{printed['team']} {printed['name']}"
    leaders = wave.nodes[node]["leaders"] if node is not None else []
    ours = {d["id"]: wave.dimension(d["id"], atoms, leaders) for d in wave.dimensions if d["kind"] != "calibration"}
    mean_gap = judge(wave, ours, atoms, leaders)
    compared(f"{place} mean gap", mean_gap and gap_word(mean_gap), (printed["report"]["mean_gap"] or {}).get("verdict"))
    for name, value in (gap_figures(mean_gap) if mean_gap else {}).items():
        compared(f"{place} mean {name}", value, printed["report"]["mean_gap"]["figures"].get(name))
    moved = changes(wave, earlier, node, atoms) if earlier and node is not None else {}
    compared(f"{place} n", sum(atom.n for atom in atoms), unit["n"])
    compared(f"{place} people", sum(atom.n for atom in atoms), unit["sure"])
    compared(f"{place} invited", sum(atom.asked for atom in atoms), unit["invited"])
    core = [ours[d["id"]] for d in wave.dimensions if d["kind"] == "core"]
    compared(f"{place} overall", wave.overall(core), unit["overall"])
    for row in unit["gaps"] + unit["traps"] + [unit["chaos"]]:
        compare_row(f"{place} {row['id']}", ours[row["id"]], moved.get(row["id"]), row, compared)
    calibration = next(d["id"] for d in wave.dimensions if d["kind"] == "calibration")
    balance, told = wave.dimension(calibration, atoms, []), wave.sides(calibration, atoms)
    direction = involvement(wave, calibration, balance, told, unit["invited"])
    compared(f"{place} direction", direction, unit["involvement"]["direction"])
    ends = {"interval_low": balance["interval_low"], "interval_high": balance["interval_high"]}
    expected = {"balance": balance["mean"], **ends}
    if told:
        expected.update(zip(("too_little", "right", "too_much"), told[0]))
    compared(f"{place} involvement", sorted(expected), sorted(unit["involvement"]["figures"]))
    for name, value in unit["involvement"]["figures"].items():
        compared(f"{place} involvement {name}", expected.get(name), value)
    compared(f"{place} pattern", pattern(ours, direction), unit["pattern"]["id"])
    for row in unit["symptoms"] + unit["pillars"]:
        for name, value, printed_value in zip(("mean", "agree"), wave.item(row["id"], atoms), row["figures"]):
            compared(f"{place} {row['id']} {name}", value, printed_value)


def compare_row(place, ours, moved, row, compared):
    compared(f"{place} base", ours["base"], row["base"])
    compared(f"{place} capped", ours["capped"], row["capped"])
    compared(f"{place} verdict", ours.get("verdict"), row["verdict"])
    expected = {name: ours[name] for name in FIGURES if name in ours}
    if moved:
        expected.update(moved["figures"])
        compared(f"{place} change", moved["verdict"], row["change"]["verdict"])
    compared(f"{place} figures", sorted(expected), sorted(row["figures"]))
    for name, value in row["figures"].items():
        compared(f"{place} {name}", expected.get(name), value)


FIGURES = [
    "mean", "mean_low", "mean_high", "interval_low", "interval_high", "again_low", "again_high", "bound_low",
    "bound_high", "variance", "leader", "gap", "gap_low", "gap_high", "gap_p", "gap_p_adjusted", "gap_evidence",
    "gap_within", "sd_low", "sd_high", "rwg_slight_skew_low", "rwg_slight_skew_high",
    "rwg_uniform_low", "rwg_uniform_high",
]  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
