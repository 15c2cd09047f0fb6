"""A wave's sums: what of them may be shown, parameters, and estimates, all from figures as they are printed."""

import math

from .comparison import declared, leader_gap, pooled
from .counts import READINGS, Atom, down, nearest, steps, up
from .sheets import sheets
from .student import t_quantile

NULLS = {"slight_skew": 1.34, "uniform": 2.0}


class Wave:
    """A wave's sums, what of them may be shown, and the parameters of its dimensions."""

    def __init__(self, sums, earlier=None):
        self.nodes, self.scoring = sums["nodes"], sums["scoring"]
        # A commitment is judged by itself and in no figure of these.
        self.dimensions = [one for one in sums["dimensions"] if one["kind"] != "commitment"]
        self.k, self.c = sums["rule"]["k"], sums["rule"]["c"]
        self.by_id = {dimension["id"]: dimension for dimension in self.dimensions}
        self.items = {item["id"]: item for d in self.dimensions for item in d["items"]}
        self.atoms = self.count(self.freeze())
        self.parameters = {d["id"]: self.parameter(d, earlier) for d in self.dimensions}
        compared = [d["id"] for d in self.dimensions if d["kind"] in ("core", "trap", "symptoms")]
        self.noise = {dimension: self.gap_noise(dimension, earlier) for dimension in compared}

    def above(self, node):
        return self.nodes[node]["parent"]

    def within(self, node, top):
        while node is not None and node != top:
            node = self.above(node)
        return node == top

    def depth(self, node):
        return 0 if self.above(node) is None else 1 + self.depth(self.above(node))

    def figure(self, node):
        """The atoms that a node is the sum of."""
        return [atom for atom in self.atoms if self.within(atom.home, node)]

    def freeze(self):
        """The groups that are asked: home, leaves, and whether it is one team."""
        asked = lambda leaves: sum(self.nodes[leaf]["invited"] for leaf in leaves)
        cells, left = [], {}
        for leaf, node in enumerate(self.nodes):
            if node["invited"] >= self.k:
                cells.append([leaf, [leaf], True])
            elif node["invited"]:
                left.setdefault(leaf if self.above(leaf) is None else self.above(leaf), []).append(leaf)
        for home in reversed(range(len(self.nodes))):
            leaves = left.pop(home, [])
            if leaves and asked(leaves) >= self.k:
                cells.append([home, leaves, False])
            elif leaves and self.above(home) is not None:
                left.setdefault(self.above(home), []).extend(leaves)
            elif leaves:
                pools = [cell for cell in cells if not cell[2]]
                if pools:
                    pool = min(pools, key=lambda cell: (self.depth(cell[0]), asked(cell[1]), cell[0]))
                    pool[0], pool[1] = home, pool[1] + leaves
        return sorted(cells, key=lambda cell: (cell[0], cell[2], sorted(cell[1])))

    def count(self, cells):
        """The atoms, by sheets that came; nobody here has two."""
        sheets = lambda leaves: sum(self.nodes[leaf]["n"] for leaf in leaves)
        enough = lambda leaves: sheets(leaves) >= max(self.k, 2 * self.c)
        atoms, left = [], {}
        for home, leaves, own in cells:
            if enough(leaves):
                atoms.append([home, leaves, own])
            elif sheets(leaves):
                up_to = self.above(home) if own and self.above(home) is not None else home
                left.setdefault(up_to, []).extend(leaves)
        for home in reversed(range(len(self.nodes))):
            leaves = left.pop(home, [])
            if not leaves:
                continue
            pools = [atom for atom in atoms if not atom[2]]
            here = [atom for atom in pools if atom[0] == home]
            if enough(leaves):
                atoms.append([home, leaves, False])
            elif here:
                here[0][1] = here[0][1] + leaves
            elif self.above(home) is not None:
                left.setdefault(self.above(home), []).extend(leaves)
            elif pools:
                pool = min(pools, key=lambda atom: (self.depth(atom[0]), sheets(atom[1])))
                pool[0], pool[1] = home, pool[1] + leaves
        atoms.sort(key=lambda atom: (atom[0], atom[2], sorted(atom[1])))
        return [Atom(home, leaves, own, self) for home, leaves, own in atoms]

    def reading(self, dimension):
        return "balance" if self.by_id[dimension]["kind"] == "calibration" else "keyed"

    def weight(self, item, reading):
        """An answer from 0 to 100."""
        if reading == "balance":
            return lambda answer: 50.0 + 50.0 * ((answer > 3) - (answer < 3))
        return lambda answer: 25.0 * (self.points(item)(answer) - 1)

    def points(self, item):
        return (lambda answer: 6 - answer) if self.items[item]["reversed"] else (lambda answer: answer)

    def parameter(self, dimension, earlier):
        """Correlations, reliability and pooled variance."""
        items, k = [item["id"] for item in dimension["items"]], len(dimension["items"])
        before = (earlier.parameters.get(dimension["id"]) if earlier else None) or {}
        scored = dimension["kind"] != "calibration"
        found = sheets(self, dimension["id"]) if scored and k <= 8 else None
        mean, old = found and found["mean"], before.get("correlations", {}) if before.get("known") else {}
        correlations, worst = {}, 0
        for i, a in enumerate(items):
            for j, b in enumerate(items):
                own = found and (found["correlations"].get((i, j)) if found["correlations"].get((i, j)) is not None else mean)
                options = [(0, 1.0 if i == j else own), (1, old.get((a, b))), (2, self.scoring["inter_item_correlation"])]
                source, value = next((source, value) for source, value in options if value is not None)
                correlations[a, b], worst = value, max(worst, source)
        reliability, source = self.scoring["reliability"], 0
        if dimension["kind"] in ("core", "trap"):
            own = found and found["alpha"]
            if own is None and mean is not None:
                own = k * mean / (1 + (k - 1) * mean)
            own = None if own is None else min(max(own, 0.0), 1.0)
            options = [(0, own), (1, before.get("reliability") if before.get("known") else None), (2, reliability)]
            source, reliability = next((source, value) for source, value in options if value is not None)
        reading, pooled = self.reading(dimension["id"]), self.pooled(dimension["id"])
        together = self.together(correlations, items)
        default = READINGS[reading][2] or self.scoring["item_variance" if k == 1 else "scale_variance"]
        variance = pooled**2 * together if pooled is not None else None
        if variance is None:
            variance = before["variance"] if before.get("pooled") else default
        return {
            "known": max(worst, source) < 2, "correlations": correlations, "reliability": reliability,
            "variance": variance, "pooled": pooled is not None or bool(before.get("pooled")), "sheets": found,
        }  # fmt: skip

    def gap_noise(self, dimension, earlier):
        """u0 of the gaps, and whether answers told it: of this wave, else of the one before, else as declared."""
        found = []
        for atom in self.atoms:
            leaders = self.nodes[atom.leaves[0]]["leaders"] if atom.own else []
            if leaders:
                estimate = self.estimate(dimension, [atom])
                found.append(leader_gap(self, estimate, dimension, [atom], leaders))
        own = pooled([one["noise"] for one in found if one])
        if own is not None:
            return own, True
        before = earlier.noise.get(dimension) if earlier else None
        return before if before and before[1] else (declared(self, dimension), False)

    def together(self, correlations, items):
        return max(sum(correlations[a, b] for a in items for b in items) / len(items) ** 2, 0.0)

    def pooled(self, dimension):
        """The standard deviation of the items within atoms, in tenths."""
        reading, df, squares = self.reading(dimension), 0, 0.0
        for atom in self.atoms:
            shown = self.shown(atom, dimension)
            if shown:
                own = min(atom.items[item].base for item in shown) - 1
                squares += own * self.spreads(atom, shown, reading)[0]
                df += own
        return nearest(math.sqrt(squares / df), 0.1) if df >= 20 and sum(atom.n for atom in self.atoms) >= 10 else None

    def spreads(self, atom, shown, reading):
        """The mean item variance: of the counts, the least and the largest."""
        read = (lambda item: lambda answer: (answer > 3) - (answer < 3)) if reading == "balance" else self.points
        found = [atom.items[item].variances(read(item)) for item in shown]
        return [sum(one[end] for one in found) / len(found) for end in range(3)]

    def shown(self, atom, dimension):
        asked = [item["id"] for item in self.by_id[dimension]["items"]]
        shown = [item for item in asked if item in atom.items]
        return shown if shown and 2 * len(shown) >= len(asked) else None

    def printed(self, dimension, atoms):
        """The topic of some atoms as it is printed, from 0 to 100; how far the truth can be; base; capped."""
        reading, weights, seen = self.reading(dimension), 0, []
        for atom in atoms:
            shown = self.shown(atom, dimension)
            if shown:
                items = [atom.items[item] for item in shown]
                apart = 50.0 if reading == "balance" else 25.0
                seen.append((
                    atom.asked,
                    sum(one.middle(self.weight(item, reading)) for item, one in zip(shown, items)) / len(items),
                    sum(one.reach(apart) for one in items) / len(items),
                    min(one.base for one in items), any(one.capped for one in items),
                ))  # fmt: skip
                weights += atom.asked
        step = steps(sum(atom.n for atom in atoms))[0]
        middle, reach = (sum(one[0] * one[at] for one in seen) / weights for at in (1, 2))
        return {
            "value": nearest(middle, step), "step": step, "reach": reach,
            "base": sum(one[3] for one in seen), "capped": any(one[4] for one in seen),
        }  # fmt: skip

    def variance(self, atom, dimension):
        """Of a person's score in an atom: from its printed spread, else that of the organisation."""
        parameters, shown = self.parameters[dimension], self.shown(atom, dimension)
        if atom.n < 10:
            return parameters["variance"]
        spread = nearest(math.sqrt(self.spreads(atom, shown, self.reading(dimension))[0]), 0.1)
        return spread**2 * self.together(parameters["correlations"], shown)

    def estimate(self, dimension, atoms):
        """The mean of a unit with its errors."""
        own, parameters = self.printed(dimension, atoms), self.parameters[dimension]
        low_end, high_end, _ = READINGS[self.reading(dimension)]
        number = lambda value: low_end + (high_end - low_end) * value / 100
        width = (high_end - low_end) / 100
        seen = [(atom, self.printed(dimension, [atom])) for atom in atoms if self.shown(atom, dimension)]
        invited, base = sum(atom.asked for atom, _ in seen), sum(one["base"] for _, one in seen)
        bounds, errors, signals, moderated, people = [0.0, 0.0], 0.0, 0.0, 0.0, 0
        for atom, one in seen:
            b, n, weight = one["base"], atom.asked, atom.asked / invited
            s2 = (2 * parameters["variance"] + (b - 1) * self.variance(atom, dimension)) / (b + 1)
            people, moderated = people + b, moderated + b * s2 / base
            errors += weight**2 * s2 * (1 - b / n) / b
            signals += weight**2 * s2 * (1 - parameters["reliability"] * b / n) / b
            margin = width * (one["reach"] + one["step"] / 2)
            for end, (side, limit) in enumerate(((-1, low_end), (1, high_end))):
                bounds[end] += weight * (b * (number(one["value"]) + side * margin) + (n - b) * limit) / n
        bounds = [max(bounds[0], low_end), min(bounds[1], high_end)]
        exact, rounding = errors, (width * own["step"]) ** 2 / 12
        errors, signals = errors + rounding, signals + rounding
        df = base + 1 if len(seen) == 1 else base - len(seen)
        mean = [number(own["value"]) + side * width * own["reach"] for side in (-1, 1)]
        half, middle = width * own["reach"], number(own["value"])
        said = math.hypot(t_quantile(df) * math.sqrt(errors), half)
        noise = 2 * (1 - parameters["reliability"]) * parameters["variance"] / invited
        again = t_quantile(df) * math.sqrt(errors + noise + half**2 / 3)
        return {
            "base": base, "people": people, "invited": invited, "df": df, "range": mean, "bounds": bounds,
            "variance": moderated, "exact_se": math.sqrt(exact), "signal_se": math.sqrt(signals),
            "said": (max(middle - said, bounds[0]), min(middle + said, bounds[1])),
            "again": (max(middle - again, low_end), min(middle + again, high_end)),
            "capped": own["capped"], "step": own["step"],
        }  # fmt: skip

    def outwards(self, ends, step, reading="keyed"):
        """Ends on the scale in steps of 0 to 100, outwards."""
        low, high, _ = READINGS[reading]
        value = lambda end: 100 * (end - low) / (high - low)
        number = lambda printed: low + (high - low) * printed / 100
        return number(down(value(ends[0]), step)), number(up(value(ends[1]), step))

    def dimension(self, dimension, atoms, leaders):
        """Every figure of a dimension in a unit, but for p values and verdicts, which need its family."""
        found, reading = self.estimate(dimension, atoms), self.reading(dimension)
        margin = t_quantile(found["df"]) * found["signal_se"]
        out = lambda ends: self.outwards(ends, found["step"], reading)
        found.update(mean=sum(found["range"]) / 2, dimension=dimension)
        found.update(zip(("mean_low", "mean_high"), out(found["range"])))
        found.update(zip(("interval_low", "interval_high"), out(found["said"])))
        found.update(zip(("again_low", "again_high"), out(found["again"])))
        found.update(zip(("bound_low", "bound_high"), out(found["bounds"])))
        found.update(signal=(found["range"][0] - margin, found["range"][1] + margin))
        if len(atoms) == 1 and self.by_id[dimension]["kind"] in ("core", "trap") and atoms[0].n >= 10:
            found.update(self.agreement(dimension, atoms[0]))
        scores = [score for score in (self.leader(dimension, answers) for answers in leaders) if score is not None]
        if scores:
            found.update(leader=sum(scores) / len(scores))
        return found

    def leader(self, dimension, answers):
        items = [item["id"] for item in self.by_id[dimension]["items"]]
        keyed = [self.points(item)(answers[item]) for item in items if answers.get(item) is not None]
        return sum(keyed) / len(keyed) if keyed and 2 * len(keyed) >= len(items) else None

    def agreement(self, dimension, atom):
        shown = self.shown(atom, dimension)
        _, low, high = self.spreads(atom, shown, "keyed")
        low, high = down(math.sqrt(low), 0.1), up(math.sqrt(high), 0.1)
        figures = {"sd_low": low, "sd_high": high}
        for name, null in NULLS.items():
            figures[f"rwg_{name}_low"] = rwg(high**2 / null, len(shown))
            figures[f"rwg_{name}_high"] = rwg(low**2 / null, len(shown))
        return figures

    def overall(self, found):
        step = max(one["step"] for one in found)
        return 1 + nearest(sum(25 * (one["mean"] - 1) for one in found) / len(found), step) / 25

    def item(self, item, atoms):
        """An item's mean in points, and the share who agree."""
        shown = [atom for atom in atoms if item in atom.items]
        n, weights = sum(atom.n for atom in atoms), sum(atom.asked for atom in shown)
        middle = lambda weight: sum(atom.asked * atom.items[item].middle(weight) for atom in shown) / weights
        yield self.item_mean(item, atoms)
        options = (1, 2) if self.items[item]["reversed"] else (4, 5)
        yield self.share(n, middle, options)

    def item_mean(self, item, atoms):
        shown = [atom for atom in atoms if item in atom.items]
        if not shown:
            return None
        weights = sum(atom.asked for atom in shown)
        middle = sum(atom.asked * atom.items[item].middle(self.weight(item, "keyed")) for atom in shown) / weights
        return 1 + nearest(middle, steps(sum(atom.n for atom in atoms))[1]) / 25

    def share(self, n, middle, options):
        """The share of some options; of all of these at once where only three bands are told."""
        _, _, step, every = steps(n)
        if step is None:
            return None
        bands = [[option] for option in options] if every else [options]
        parts = [nearest(middle(lambda answer: 100.0 * (answer in band)), step) for band in bands]
        return sum(parts) / 100

    def sides(self, dimension, atoms):
        """The shares of too little, right and too much; None where they are not told."""
        n, shown = sum(atom.n for atom in atoms), [(a, self.shown(a, dimension)) for a in atoms]
        shown = [(atom, items) for atom, items in shown if items]
        weights = sum(atom.asked for atom, _ in shown)
        inside = lambda atom, items, weight: sum(atom.items[item].middle(weight) for item in items) / len(items)
        middle = lambda weight: sum(a.asked * inside(a, items, weight) for a, items in shown) / weights
        reach = sum(a.asked * sum(a.items[i].reach(100.0) for i in items) / len(items) for a, items in shown) / weights
        shares = [self.share(n, middle, options) for options in ((1, 2), (3,), (4, 5))]
        return None if shares[0] is None else (shares, reach / 100, steps(n)[2] / 100)


def rwg(ratio, items):
    return 0.0 if ratio >= 1 else items * (1 - ratio) / (items * (1 - ratio) + ratio)
