"""Two means compared: leaders with members, a team with itself a wave ago. One test, one interval, one word."""

import math

from .student import t_quantile, t_tail

PRIOR, OTHERS, TOGETHER, MEAN_SHARE = 2.0, 0.75, 0.2, 0.2


def noise(differences, weight):
    """How much the differences of the items vary: squares, degrees of freedom, items and weight."""
    mean = sum(differences) / len(differences)
    squares = sum((d - mean) ** 2 for d in differences if abs(d - mean) > 1e-9)
    return {"squares": squares / weight, "df": len(differences) - 1, "items": len(differences), "weight": weight}


def pooled(noises):
    """u0 of an organisation; None below five teams or twenty degrees of freedom, or where nothing varies."""
    df, squares = sum(one["df"] for one in noises), sum(one["squares"] for one in noises)
    return squares / df if len(noises) >= 5 and df >= 20 and squares > 0 else None


def declared(wave, dimension):
    scoring = wave.scoring
    return len(wave.by_id[dimension]["items"]) * (1 - scoring["reliability"]) * scoring["scale_variance"]


def leader_gap(wave, found, dimension, atoms, leaders):
    """Leaders minus members; None where one side has no score or no item is shown."""
    leaders = [answers for answers in leaders if wave.leader(dimension, answers) is not None]
    if not leaders:
        return None
    differences = []
    for item in (item["id"] for item in wave.by_id[dimension]["items"]):
        given = [wave.points(item)(answers[item]) for answers in leaders if answers.get(item) is not None]
        shown = wave.item_mean(item, atoms)
        if given and shown is not None:
            differences.append(sum(given) / len(given) - shown)
    if not differences:
        return None
    score = sum(wave.leader(dimension, answers) for answers in leaders) / len(leaders)
    return {
        "points": score - sum(found["range"]) / 2,
        "noise": noise(differences, 1 / len(leaders) + 1 / found["base"]),
        "coverage": (found["exact_se"] ** 2, found["df"]),
        "half": (found["range"][1] - found["range"][0]) / 2,
        "rounding": (found["step"] / 25) ** 2 / 12,
    }


def moved(wave, earlier, dimension, atoms, then, people):
    """Later minus earlier; None where no item is shown both times."""
    after, before = wave.estimate(dimension, atoms), earlier.estimate(dimension, then)
    differences = []
    for item in (item["id"] for item in wave.by_id[dimension]["items"]):
        now, old = wave.item_mean(item, atoms), earlier.item_mean(item, then)
        if now is not None and old is not None:
            differences.append(now - old)
    if not differences:
        return None
    n1, n2, v1, v2 = before["base"], after["base"], before["exact_se"] ** 2, after["exact_se"] ** 2
    df = before["df"] + after["df"] if v1 + v2 == 0 else (v1 + v2) ** 2 / (v1**2 / before["df"] + v2**2 / after["df"])
    most = 10 * n1 >= 7 * before["invited"] and 10 * n2 >= 7 * after["invited"]
    twice = max(0, n1 + n2 - people)
    uncovered = max(0.0, 1 / max(before["invited"], after["invited"]) - twice / (n1 * n2))
    overlap = 0.0 if most else 2 * math.sqrt(before["variance"] * after["variance"]) * uncovered
    half = lambda one: (one["range"][1] - one["range"][0]) / 2
    return {
        "points": sum(after["range"]) / 2 - sum(before["range"]) / 2,
        "noise": noise(differences, 1 / n1 + 1 / n2),
        "coverage": (v1 + v2 + overlap, df),
        "half": half(before) + half(after),
        "rounding": ((before["step"] / 25) ** 2 + (after["step"] / 25) ** 2) / 12,
    }


def family(differences, alike):
    """Differences, each with its u0, that are judged together: one verdict for each, and their mean."""
    df = sum(one["noise"]["df"] for one, _ in differences)
    relative = [one["noise"]["squares"] / u0 for one, u0 in differences]
    compared = []
    for (one, u0), own in zip(differences, relative):
        noise_df = PRIOR + one["noise"]["df"] + OTHERS * (df - one["noise"]["df"])
        u = u0 * (PRIOR + own + OTHERS * (sum(relative) - own)) / noise_df
        answers = (u * one["noise"]["weight"] / one["noise"]["items"], noise_df)
        compared.append({**one, "answers": answers})
    judged, m = [alone(one, alike) for one in compared], len(compared)
    if m < 2:
        return judged, None
    total = lambda part: sum(part(one) for one in compared)
    apart, joint = total(lambda one: one["answers"][0]), total(lambda one: math.sqrt(one["answers"][0])) ** 2
    mean = alone({
        "points": total(lambda one: one["points"]) / m,
        "answers": (((1 - TOGETHER) * apart + TOGETHER * joint) / m**2, min(one["answers"][1] for one in compared)),
        "coverage": (
            total(lambda one: math.sqrt(one["coverage"][0])) ** 2 / m**2, min(one["coverage"][1] for one in compared),
        ),
        "half": total(lambda one: one["half"]) / m,
        "rounding": total(lambda one: one["rounding"]) / m**2,
    }, alike)  # fmt: skip
    everything, largest = mean["p"] / MEAN_SHARE, 0.0
    mean["adjusted"] = min(1.0, everything)
    for place, one in enumerate(sorted(judged, key=lambda one: one["p"])):
        own = (m - place) * one["p"]
        if place == 0:
            own = max((m - 1) * one["p"], min(everything, m * one["p"] / (1 - MEAN_SHARE)))
        largest = max(largest, own)
        one["adjusted"] = min(1.0, largest)
    return judged, mean


def alone(one, alike):
    """A difference as the only one of its family."""
    (answers, answers_df), (coverage, coverage_df) = one["answers"], one["coverage"]
    variance = answers + coverage + one["half"] ** 2 / 3 + one["rounding"]
    parts = sum(part**2 / df for part, df in ((answers, answers_df), (coverage, coverage_df)) if part > 0)
    se, df, points = math.sqrt(variance), variance**2 / parts, one["points"]
    p, margin = min(1.0, 2 * t_tail(abs(points) / se, df)), t_quantile(df) * se
    return {
        "points": points, "p": p, "adjusted": p, "smallest": margin,
        "low": max(points - margin, -4.0), "high": min(points + margin, 4.0),
        "within": t_tail((alike - abs(points)) / se, df) < 0.05,
    }  # fmt: skip


def evidence(one):
    """2 if clear, 1 if likely, else 0."""
    return 2.0 if one["adjusted"] < 0.05 else 1.0 if one["adjusted"] < 0.2 or one["p"] < 0.05 else 0.0


def gap_word(one):
    side = "over" if one["points"] > 0 else "under"
    found = {2.0: side, 1.0: f"likely_{side}"}.get(evidence(one))
    return found or ("alike" if one["within"] else "cannot_tell")


def gap_figures(one):
    return {
        "gap": one["points"], "gap_low": one["low"], "gap_high": one["high"], "gap_p": one["p"],
        "gap_p_adjusted": one["adjusted"], "gap_evidence": evidence(one), "gap_within": float(one["within"]),
    }  # fmt: skip
