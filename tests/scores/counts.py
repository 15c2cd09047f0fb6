"""The counts of items in groups of people who are counted together, and what they may stand for."""

# How an answer is read: its number, the ends of the scale, and the variance where there is no data.
READINGS = {
    "keyed": (None, 1.0, 5.0, None),
    "balance": (lambda answer: (answer > 3) - (answer < 3), -1.0, 1.0, 0.30),
    "too_little": (lambda answer: int(answer < 3), 0.0, 1.0, 0.15),
    "right": (lambda answer: int(answer == 3), 0.0, 1.0, 0.15),
    "too_much": (lambda answer: int(answer > 3), 0.0, 1.0, 0.15),
}


class Item:
    """The clipped counts of an item in an atom."""

    def __init__(self, counts, cap):
        self.counts, self.base = counts, sum(counts)
        neighbours = [neighbour(option, len(counts)) for option in range(len(counts))]
        self.slack = [counts[other] if count == cap else 0 for count, other in zip(counts, neighbours)]
        self.capped = cap in counts

    def range(self, points):
        shown = low = high = sum(count * points(value) for value, count in enumerate(self.counts, 1))
        for option, slack in enumerate(self.slack):
            shift = slack * (points(option + 1) - points(neighbour(option, len(self.counts)) + 1))
            low, high = low + min(shift, 0), high + max(shift, 0)
        return low / self.base, high / self.base

    def variances(self, points):
        found = [variance(self.counts, points)]
        for option, slack in enumerate(self.slack):
            for moved in range(1, slack + 1):
                counts = list(self.counts)
                counts[option] += moved
                counts[neighbour(option, len(counts))] -= moved
                found.append(variance(counts, points))
        return min(found), max(found)


def neighbour(option, options):
    return option + 1 if 2 * option + 1 < options else option - 1


def variance(counts, points):
    n = sum(counts)
    mean = sum(count * points(value) for value, count in enumerate(counts, 1)) / n
    return sum(count * (points(value) - mean) ** 2 for value, count in enumerate(counts, 1)) / (n - 1)


class Atom:
    """People who are counted together."""

    def __init__(self, nodes, wave):
        self.nodes = nodes
        members = [wave.nodes[node] for node in nodes]
        self.n = sum(node["n"] for node in members)
        self.invited = sum(node["invited"] for node in members)
        cap, self.items = self.n - wave.c, {}
        for item in members[0]["counts"]:
            _, *counts = [sum(column) for column in zip(*(node["counts"][item] for node in members))]
            if sum(counts) < wave.k:
                continue
            full = next((option for option, count in enumerate(counts) if count > cap), None)
            if full is not None:
                counts[neighbour(full, len(counts))] += counts[full] - cap
                counts[full] = cap
            self.items[item] = Item(counts, cap)
