"""What estimates allow to say: gaps, changes, involvement and patterns."""

import math

from .comparison import declared, evidence, family, gap_figures, gap_word, leader_gap, moved, pooled
from .student import t_quantile


FAMILIES = [("core",), ("trap", "symptoms")]


def judge(wave, ours, atoms, leaders):
    """Gaps and verdicts by family, and the mean gap over the core dimensions."""
    mean = None
    for kinds in FAMILIES:
        names, differences = [], []
        for dimension in (d["id"] for d in wave.dimensions if d["kind"] in kinds):
            gap = leader_gap(wave, ours[dimension], dimension, atoms, leaders)
            if gap:
                names.append(dimension)
                differences.append((gap, wave.noise[dimension][0]))
        judged, overall = family(differences, wave.scoring["alike"])
        for name, one in zip(names, judged):
            ours[name].update(gap_figures(one), verdict=gap_word(one))
        mean = overall if "core" in kinds else mean
    return mean


def changes(wave, earlier, node, atoms):
    """What moved since the earlier wave, by dimension."""
    then = earlier_figure(wave, earlier, node)
    if not then:
        return {}
    asked = lambda some: sum(atom.asked for atom in some)
    people, found = max(asked(atoms), asked(then)), {}
    for kinds in FAMILIES:
        names, differences = [], []
        for dimension in (d["id"] for d in wave.dimensions if d["kind"] in kinds):
            change = moved(wave, earlier, dimension, atoms, then, people)
            if change:
                u0 = change_noise(wave, earlier, dimension)
                names.append(dimension)
                differences.append((change, declared(wave, dimension) if u0 is None else u0))
        for name, one in zip(names, family(differences, wave.scoring["alike"])[0]):
            figures = {
                "change": one["points"], "change_low": one["low"], "change_high": one["high"],
                "change_p": one["p"], "change_p_adjusted": one["adjusted"], "change_detectable": one["smallest"],
            }  # fmt: skip
            way = "up" if one["points"] > 0 else "down"
            word = {2.0: way, 1.0: f"likely_{way}"}.get(evidence(one), "none")
            found[name] = {"figures": figures, "verdict": word}
    return found


def earlier_figure(wave, earlier, node):
    paths, path = [one["path"] for one in earlier.nodes], wave.nodes[node]["path"]
    return earlier.figure(paths.index(path)) if path in paths else []


def change_noise(wave, earlier, dimension, known={}):
    """u0 over what moved in the teams that both waves show."""
    key = (id(wave), id(earlier), dimension)
    if key not in known:
        found = []
        for atom in wave.atoms:
            then = earlier_figure(wave, earlier, atom.leaves[0]) if atom.own else []
            if then:
                people = atom.asked + sum(one.asked for one in then)
                found.append(moved(wave, earlier, dimension, [atom], then, people))
        known[key] = pooled([one["noise"] for one in found if one])
    return known[key]


def involvement(wave, dimension, balance, told, asked):
    """What is said about the leader's part; `told` are the shares, where there are enough answers for them."""
    low, high = balance["signal"]
    shares = told and [share(wave, dimension, balance, asked, one, told) for one in told[0]]
    if shares and shares[0][0] > 0.2 and shares[2][0] > 0.2:
        return "split"
    if high < -0.2:
        return "too_little"
    if low > 0.2:
        return "too_much"
    if shares and shares[1][0] > max(shares[0][1], shares[2][1]):
        return "right"
    return "balanced" if not shares and low > -0.5 and high < 0.5 else "open"


def share(wave, dimension, balance, asked, at, told):
    """What a printed share allows without answer noise."""
    _, reach, step = told
    parameters, items = wave.parameters[dimension], [item["id"] for item in wave.by_id[dimension]["items"]]
    s2, b = max(at * (1 - at), 0.0) * wave.together(parameters["correlations"], items), balance["base"]
    people = b
    se = math.sqrt(s2 * (1 - parameters["reliability"] * people / asked) / b + step**2 / 12)
    margin = t_quantile(b + 1) * se
    return at - reach - margin, at + reach + margin


def pattern(ours, direction):
    high = lambda trap: ours[trap]["signal"][0] > 3.25
    if high("leadership-trap") and high("member-trap"):
        return "mutual_avoidance"
    if direction == "split":
        return "erratic"
    if direction == "too_much":
        return "no_clear_pattern" if high("leadership-trap") else "hovering"
    if direction == "too_little" or high("leadership-trap"):
        return "hiding"
    low = ours["leadership-trap"]["signal"][1] < 2.75
    return "in_it_with_them" if direction in ("right", "balanced") and low else "no_clear_pattern"


def nearest(low, high):
    return min(max(0.0, low), high)


def holm(values):
    order, adjusted, largest = sorted(range(len(values)), key=lambda at: values[at]), [0.0] * len(values), 0.0
    for rank, at in enumerate(order):
        largest = max(largest, min(1.0, (len(values) - rank) * values[at]))
        adjusted[at] = largest
    return adjusted
