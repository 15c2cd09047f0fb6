"""What estimates allow to say: gaps, changes, involvement and patterns."""

import math

from .counts import down, up
from .student import t_quantile, t_tail


def judge(wave, family):
    """Gaps, p values and verdicts of dimensions that are tested together."""
    family = [one for one in family if "leader" in one]
    for one in family:
        low, high = (one["leader"] - end for end in reversed(one["range"]))
        parameters = wave.parameters[one["dimension"]]
        noise = (1 - parameters["reliability"]) * parameters["variance"] / one["leaders"]
        t = nearest(low, high) / math.sqrt(one["signal_se"] ** 2 + noise)
        one.update(gap=one["leader"] - one["mean"], p=min(2 * t_tail(abs(t), one["df"]), 1.0))
        one.update(gap_low=one["leader"] - one["interval_high"], gap_high=one["leader"] - one["interval_low"])
        delta, se = wave.scoring["threshold"], one["se"]
        if se == 0:
            one["close"] = 0.0 if -delta < low and high < delta else 1.0
        else:
            one["close"] = max(t_tail((low + delta) / se, one["df"]), t_tail((delta - high) / se, one["df"]))
    for one, p in zip(family, holm([one["p"] for one in family])):
        delta, called = wave.scoring["threshold"], p < 0.05
        one["gap_p"] = p
        if called and one["gap"] >= delta:
            one["verdict"] = "over"
        elif called and one["gap"] <= -delta:
            one["verdict"] = "under"
        else:
            one["verdict"] = "close" if one["close"] <= 0.05 else "uncertain"


def changes(wave, earlier, node, atoms):
    """What moved since the earlier wave, by dimension."""
    paths = [one["path"] for one in earlier.nodes]
    path = wave.nodes[node]["path"]
    then = earlier.figure(paths.index(path)) if path in paths else []
    if not then:
        return {}
    asked = lambda some: sum(atom.asked for atom in some)
    found = {}
    for dimension in wave.dimensions:
        if dimension["kind"] == "calibration":
            continue
        after = wave.estimate(dimension["id"], atoms)
        before = earlier.estimate(dimension["id"], then)
        low, high = after["range"][0] - before["range"][1], after["range"][1] - before["range"][0]
        people, step = max(asked(atoms), asked(then)), max(before["step"], after["step"]) / 25
        twice = max(0, before["base"] + after["base"] - people)
        open_part = 1 / max(before["invited"], after["invited"]) - twice / (before["base"] * after["base"])
        extra = 2 * math.sqrt(before["variance"] * after["variance"]) * max(0.0, open_part)
        reliability = wave.parameters[dimension["id"]]["reliability"]
        se, df = welch(before["se"], before["df"], after["se"], after["df"], extra)
        signal, signal_df = welch(
            before["signal_se"], before["df"], after["signal_se"], after["df"], reliability * extra
        )
        margin = t_quantile(df) * se if se else 0.0
        found[dimension["id"]] = {
            "kind": dimension["kind"],
            "p": min(2 * t_tail(abs(nearest(low, high)) / signal, signal_df), 1.0),
            "figures": {
                "change": (low + high) / 2,
                "change_low": down(max(low - margin, after["bounds"][0] - before["bounds"][1]), step),
                "change_high": up(min(high + margin, after["bounds"][1] - before["bounds"][0]), step),
                "change_detectable": t_quantile(signal_df) * signal + (high - low) / 2,
            },
        }
    for kind in ("core", "trap", "symptoms"):
        family = [one for one in found.values() if one["kind"] == kind]
        for one, p in zip(family, holm([one["p"] for one in family])):
            one["figures"]["change_p"] = p
            way = "up" if one["figures"]["change"] > 0 else "down"
            one["verdict"] = way if p < 0.05 else "none"
    return found


def welch(se1, df1, se2, df2, extra):
    v1, v2 = se1**2, se2**2
    df = df1 + df2 if v1 + v2 == 0 else (v1 + v2) ** 2 / (v1**2 / df1 + v2**2 / df2)
    return math.sqrt(v1 + v2 + extra), df


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
