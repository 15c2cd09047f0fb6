"""A wave's sums: what of them may be shown, parameters, and estimates."""

import math
from itertools import combinations

from .counts import READINGS, Atom, variance
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
        self.publish()
        self.parameters = {}
        for dimension in self.dimensions:
            self.parameters[dimension["id"]] = self.relations(dimension, earlier)
            for reading in READINGS:
                if (dimension["kind"] == "calibration") == (reading != "keyed"):
                    self.pool(dimension, reading, earlier)

    def children(self, node):
        return [child for child, other in enumerate(self.nodes) if other["parent"] == node]

    def publish(self):
        size, shown, loose = {}, {}, {}
        for node in reversed(range(len(self.nodes))):
            size[node], shown[node], loose[node] = self.nodes[node]["n"], [], [node]
            for child in self.children(node):
                size[node] += size[child]
                if size[child] >= self.k:
                    shown[node].append(child)
                else:
                    loose[node] += loose[child]
            people = lambda: sum(self.nodes[one]["n"] for one in loose[node])
            while 0 < people() < self.k and shown[node]:
                smallest = min(shown[node], key=lambda child: (size[child], child))
                shown[node].remove(smallest)
                shown[node] += shown[smallest]
                loose[node] += loose[smallest]
        published, waiting = [], [n for n, node in enumerate(self.nodes) if node["parent"] is None and size[n] >= self.k]
        while waiting:
            node = waiting.pop()
            published.append(node)
            waiting += shown[node]
        self.atoms = {}
        for node in sorted(published):
            if sum(self.nodes[one]["n"] for one in loose[node]):
                self.atoms[node] = Atom(sorted(loose[node]), self)
        self.published = {node: [home for home in self.atoms if self.within(home, node)] for node in published}

    def within(self, node, top):
        while node is not None and node != top:
            node = self.nodes[node]["parent"]
        return node == top

    def relations(self, dimension, earlier):
        """Correlations and reliability."""
        items = [item["id"] for item in dimension["items"]]
        default = self.scoring["inter_item_correlation"]
        declared = {(a, b): 1.0 if a == b else default for a in items for b in items}
        reflective = dimension["kind"] in ("core", "trap")
        found = self.sheets(dimension["id"]) if dimension["kind"] != "calibration" else None
        if found:
            covariance = found["covariance"]
            correlations = {(a, a): 1.0 for a in items}
            for (i, a), (j, b) in combinations(enumerate(items), 2):
                r = covariance[i][j] / math.sqrt(covariance[i][i] * covariance[j][j])
                correlations[a, b] = correlations[b, a] = hundredths(r)
            reliability = min(max(hundredths(alpha(covariance)), 0.0), 1.0)
        elif earlier and earlier.parameters.get(dimension["id"], {}).get("known"):
            before = earlier.parameters[dimension["id"]]
            correlations = {pair: before["correlations"].get(pair, r) for pair, r in declared.items()}
            reliability = before["reliability"]
        else:
            correlations, reliability = declared, self.scoring["reliability"]
        return {
            "known": bool(found),
            "correlations": correlations,
            "reliability": reliability if reflective else self.scoring["reliability"],
            "pooled": {},
        }

    def sheets(self, dimension):
        """The pooled covariance of the items within nodes, with the analysis of variance of their sum."""
        teams = [node["scales"][dimension] for node in self.nodes if node["scales"][dimension]["n"] > 0]
        people, several = sum(team["n"] for team in teams), sum(team["n"] > 1 for team in teams)
        if people < 50 or several < 10:
            return None
        k, groups = len(teams[0]["sums"]), len(teams)
        within = [[0.0] * k for _ in range(k)]
        squares = between = total = 0.0
        for team in teams:
            products = iter(team["products"])
            for i in range(k):
                for j in range(i, k):
                    product = next(products)
                    within[i][j] += product - team["sums"][i] * team["sums"][j] / team["n"]
                    within[j][i] = within[i][j]
                    squares += product * (1 if i == j else 2)
            total += sum(team["sums"])
            between += sum(team["sums"]) ** 2 / team["n"]
        covariance = [[cell / (people - groups) for cell in row] for row in within]
        ms_between = (between - total**2 / people) / (groups - 1)
        ms_within = (squares - between) / (people - groups)
        n0 = (people - sum(team["n"] ** 2 for team in teams) / people) / (groups - 1)
        return {
            "covariance": covariance,
            "people": people,
            "teams": several,
            "icc1": (ms_between - ms_within) / (ms_between + (n0 - 1) * ms_within),
            "icc2": (ms_between - ms_within) / ms_between,
        }

    def instrument(self, dimension):
        found = self.sheets(dimension)
        omega = one_factor(found["covariance"]) if found["people"] >= 100 else None
        return {
            "people": found["people"],
            "teams": found["teams"],
            "alpha": hundredths(alpha(found["covariance"])),
            "omega": None if omega is None else hundredths(omega),
            "icc1": hundredths(found["icc1"]),
            "icc2": hundredths(found["icc2"]),
        }

    def pool(self, dimension, reading, earlier):
        seen = [self.observed(atom, dimension["id"], reading) for atom in self.atoms.values()]
        weights = sum(one["base"] - 1 for one in seen if one)
        before = earlier and earlier.parameters.get(dimension["id"], {}).get("pooled", {}).get(reading)
        if weights >= 20:
            pooled = sum((one["base"] - 1) * one["variance"] for one in seen if one) / weights
        elif before is not None:
            pooled = before
        elif reading != "keyed":
            pooled = READINGS[reading][3]
        else:
            pooled = self.scoring["item_variance" if len(dimension["items"]) == 1 else "scale_variance"]
        self.parameters[dimension["id"]]["pooled"][reading] = pooled

    def points(self, item, reading):
        if reading != "keyed":
            return READINGS[reading][0]
        return (lambda answer: 6 - answer) if self.items[item]["reversed"] else (lambda answer: answer)

    def observed(self, atom, dimension, reading, wanted=lambda item: True):
        """A dimension in an atom."""
        asked = [item["id"] for item in self.by_id[dimension]["items"] if wanted(item["id"])]
        shown = [item for item in asked if item in atom.items]
        if not shown or 2 * len(shown) < len(asked):
            return None
        k, r = len(shown), self.parameters[dimension]["correlations"]
        ranges = [atom.items[item].range(self.points(item, reading)) for item in shown]
        deviations = [math.sqrt(variance(atom.items[item].counts, self.points(item, reading))) for item in shown]
        pairs = [(a, v, b, w) for a, v in zip(shown, deviations) for b, w in zip(shown, deviations)]
        return {
            "base": min(atom.items[item].base for item in shown),
            "mean": (sum(low for low, _ in ranges) / k, sum(high for _, high in ranges) / k),
            "variance": max(sum(r[a, b] * v * w for a, v, b, w in pairs) / k**2, 0.0),
            "capped": any(atom.items[item].capped for item in shown),
            "invited": atom.invited,
        }

    def estimate(self, dimension, homes, reading="keyed", wanted=lambda item: True):
        """The mean of a unit with its errors."""
        seen = [self.observed(self.atoms[home], dimension, reading, wanted) for home in homes]
        seen = [one for one in seen if one]
        parameters, (_, low_end, high_end, _) = self.parameters[dimension], READINGS[reading]
        pooled, reliability = parameters["pooled"][reading], parameters["reliability"]
        invited, base = sum(one["invited"] for one in seen), sum(one["base"] for one in seen)
        mean, bounds, errors, signals, moderated = [0.0, 0.0], [0.0, 0.0], 0.0, 0.0, 0.0
        for one in seen:
            b, n, weight = one["base"], one["invited"], one["invited"] / invited
            s2 = (2 * pooled + (b - 1) * one["variance"]) / (b + 1)
            moderated += b * s2 / base
            errors += weight**2 * s2 * (1 - b / n) / b
            signals += weight**2 * s2 * (1 - reliability * b / n) / b
            for end, limit in enumerate((low_end, high_end)):
                mean[end] += weight * one["mean"][end]
                bounds[end] += weight * (b * one["mean"][end] + (n - b) * limit) / n
        df = base + 1 if len(seen) == 1 else base - len(seen)
        margin = t_quantile(df) * math.sqrt(errors)
        return {
            "base": base, "invited": invited, "df": df, "range": mean, "bounds": bounds, "variance": moderated,
            "se": math.sqrt(errors), "signal_se": math.sqrt(signals), "capped": any(one["capped"] for one in seen),
            "interval": (max(mean[0] - margin, bounds[0]), min(mean[1] + margin, bounds[1])),
        }  # fmt: skip

    def dimension(self, dimension, homes, leaders, reading="keyed"):
        """Every figure of a dimension in a unit, but for p values and verdicts, which need its family."""
        found = self.estimate(dimension, homes, reading)
        margin = t_quantile(found["df"]) * found["signal_se"]
        found.update(
            mean=sum(found["range"]) / 2, mean_low=found["range"][0], mean_high=found["range"][1],
            interval_low=found["interval"][0], interval_high=found["interval"][1],
            bound_low=found["bounds"][0], bound_high=found["bounds"][1],
            signal=(found["range"][0] - margin, found["range"][1] + margin), dimension=dimension,
        )  # fmt: skip
        kind = self.by_id[dimension]["kind"]
        if len(homes) == 1 and kind in ("core", "trap"):
            found.update(self.agreement(dimension, self.atoms[homes[0]]))
        scores = [score for score in (self.leader(dimension, answers) for answers in leaders) if score is not None]
        if scores:
            found.update(leader=sum(scores) / len(scores), leaders=len(scores))
        return found

    def leader(self, dimension, answers):
        items = [item["id"] for item in self.by_id[dimension]["items"]]
        keyed = [self.points(item, "keyed")(answers[item]) for item in items if answers.get(item) is not None]
        return sum(keyed) / len(keyed) if keyed and 2 * len(keyed) >= len(items) else None

    def agreement(self, dimension, atom):
        items = [item["id"] for item in self.by_id[dimension]["items"] if item["id"] in atom.items]
        ranges = [atom.items[item].variances(self.points(item, "keyed")) for item in items]
        low, high = (sum(one[end] for one in ranges) / len(items) for end in (0, 1))
        figures = {"sd_low": math.sqrt(low), "sd_high": math.sqrt(high)}
        for name, null in NULLS.items():
            figures[f"rwg_{name}_low"] = rwg(high / null, len(items))
            figures[f"rwg_{name}_high"] = rwg(low / null, len(items))
        return figures

    def item(self, item, atoms):
        """The middle of an item's mean, and of the share who agree, weighted by the invited."""
        shown = [atom for atom in atoms if item in atom.items]
        points = self.points(item, "keyed")
        for read in (points, lambda answer: int(points(answer) >= 4)):
            middles = [(atom.invited, sum(atom.items[item].range(read)) / 2) for atom in shown]
            yield sum(weight * middle for weight, middle in middles) / sum(weight for weight, _ in middles)

    def ten(self, atom, dimension):
        items = [item["id"] for item in self.by_id[dimension]["items"] if item["id"] in atom.items]
        return bool(items) and atom.n >= 10


def rwg(ratio, items):
    return 0.0 if ratio >= 1 else items * (1 - ratio) / (items * (1 - ratio) + ratio)


def alpha(covariance):
    k, total = len(covariance), sum(map(sum, covariance))
    return k / (k - 1) * (1 - sum(covariance[i][i] for i in range(k)) / total)


def one_factor(covariance):
    """Omega by expectation and maximisation; None where a residual vanishes."""
    k = range(len(covariance))
    total = sum(map(sum, covariance))
    loadings = [sum(covariance[i]) / math.sqrt(total) for i in k]
    residuals = [max(covariance[i][i] - loadings[i] ** 2, 0.1 * covariance[i][i]) for i in k]
    for _ in range(20_000):
        scale = 1 + sum(loadings[i] ** 2 / residuals[i] for i in k)
        beta = [loadings[i] / residuals[i] / scale for i in k]
        seen = [sum(covariance[i][j] * beta[j] for j in k) for i in k]
        e = 1 - sum(beta[i] * loadings[i] for i in k) + sum(beta[i] * seen[i] for i in k)
        old, loadings = loadings, [seen[i] / e for i in k]
        residuals = [covariance[i][i] - loadings[i] * seen[i] for i in k]
        if max(abs(a - b) for a, b in zip(old, loadings)) < 1e-12:
            break
    if any(residuals[i] < 0.005 * covariance[i][i] for i in k):
        return None
    return sum(loadings) ** 2 / (sum(loadings) ** 2 + sum(residuals))


def hundredths(value):
    return math.copysign(math.floor(abs(100 * value) + 0.5), value) / 100
