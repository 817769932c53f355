"""Choosing for every toponym of a report the place that it means.

Every candidate has a score, the sum of features times weights (``weights.toml`` in
``knowledge/places``). Some features hold for the candidate alone: how many people live there,
what sort of place it is, whether it is called so usually, what the words around it say. The
others measure how well it goes with the report's other toponyms: how much of their probability
lies in the same country, in the same region, and near by. Scores become probabilities by the
softmax, the features of agreement are computed anew from them, and so on for a few rounds:
toponyms that are clear (a country, "Paris, Texas") settle first and draw the others to them.

The method joins ideas of Leidner (2008), Lieberman and Samet (2012) and Speriosu and Baldridge
(2013); it needs neither training text nor a language model.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.knowledge.places import Entry, Kind
from dateline.records import Record
from dateline.resolution.toponyms import Candidate, Toponym

Vector = NDArray[np.float64]

ALONE = (
    "population",
    "unpeopled",
    "exact",
    "obscure_alias",
    "capital",
    "shadowed",
    "cue_for",
    "cue_against",
    "qualified",
    "country",
    "region",
    "district",
    "area",
    "continent",
)
TOGETHER = ("same_country", "same_region", "near", "nearest", "same_name")
FEATURES = ALONE + TOGETHER
ROUNDS = 4
# Only the likeliest candidates of a toponym count as evidence for the others.
_WITNESSES = 6
_NEAR_KILOMETRES = 120.0
# A place in these is near them as far as they are small, and not as it lies near their middle.
_WIDE = frozenset({Kind.COUNTRY, Kind.CONTINENT})
_WIDE_KILOMETRES = 150.0
_EARTH_DIAMETER = 2 * 6371.0


class Choice(Record):
    """The candidate chosen for a toponym, its probability, and its weighted features."""

    toponym: Toponym
    candidate: Candidate
    probability: float
    reasons: dict[str, float]


def choose(toponyms: Sequence[Toponym], weights: Mapping[str, float]) -> tuple[Choice | None, ...]:
    """The likeliest place for every toponym, ``None`` where it has no candidates."""
    field = Field(toponyms)
    weight = np.array([weights[name] for name in FEATURES])
    features = field.settle(weight)
    scores = features @ weight
    probabilities = field.softmax(scores)
    choices: list[Choice | None] = []
    for index, toponym in enumerate(toponyms):
        first, end = field.bounds[index], field.bounds[index + 1]
        if first == end:
            choices.append(None)
            continue
        best = first + int(np.argmax(scores[first:end]))
        reasons = {
            name: round(float(value), 2)
            for name, value in zip(FEATURES, features[best] * weight, strict=True)
            if value
        }
        choices.append(
            Choice(
                toponym=toponym,
                candidate=toponym.candidates[best - first],
                probability=float(probabilities[best]),
                reasons=reasons,
            )
        )
    return tuple(choices)


class _Bonds(Record):
    """What holds between every candidate (rows) and every witness (columns) of a report.

    ``twin`` is the same place under the same name in another group of mentions.
    """

    witnesses: NDArray[np.int64]
    other_name: NDArray[np.bool_]
    same_country: NDArray[np.bool_]
    same_region: NDArray[np.bool_]
    closeness: Vector
    twin: NDArray[np.bool_]


class Field:
    """All candidates of a report's toponyms side by side, one row each."""

    def __init__(self, toponyms: Sequence[Toponym]) -> None:
        candidates = [candidate for toponym in toponyms for candidate in toponym.candidates]
        entries = [candidate.entry for candidate in candidates]
        sizes = [len(toponym.candidates) for toponym in toponyms]
        self.bounds = [0, *np.cumsum(sizes).tolist()]
        self.owner = np.repeat(np.arange(len(toponyms)), sizes)
        names: dict[str, int] = {}
        keys = np.array([names.setdefault(toponym.key, len(names)) for toponym in toponyms], int)
        self.name = keys[self.owner] if len(toponyms) else np.zeros(0, int)
        self.other_names = max(1, len(set(self.name.tolist())) - 1)
        # A mention that says itself where its place lies needs no other mention of the name.
        settled = [any(c.qualified for c in toponym.candidates) for toponym in toponyms]
        self.unsettled = (
            ~np.array(settled, bool)[self.owner] if len(toponyms) else np.zeros(0, bool)
        )
        self.identifier = np.array([entry.id for entry in entries], np.int64)
        countries: dict[str, int] = {"": -1}
        self.country = np.array(
            [countries.setdefault(entry.country, len(countries)) for entry in entries], int
        )
        self.region = np.array([entry.region for entry in entries], np.int64)
        self.points = _on_sphere(entries)
        self.wide = np.array([entry.kind in _WIDE for entry in entries], bool)
        self.extent = np.array([entry.extent for entry in entries], float)
        self.alone = np.array([_alone(candidate) for candidate in candidates]).reshape(
            len(candidates), len(ALONE)
        )
        self._bonds: _Bonds | None = None

    def settle(self, weight: Vector) -> Vector:
        """All features after the rounds, shape (candidates, features)."""
        together = np.zeros((len(self.owner), len(TOGETHER)))
        features = np.hstack([self.alone, together])
        for _ in range(ROUNDS):
            features[:, len(ALONE) :] = self._together(self.softmax(features @ weight))
        return features

    def softmax(self, scores: Vector) -> Vector:
        """Probabilities of the candidates, summing to 1 for each toponym."""
        probabilities = np.zeros(len(scores))
        for first, end in zip(self.bounds, self.bounds[1:], strict=False):
            if first < end:
                exponent = np.exp(scores[first:end] - scores[first:end].max())
                probabilities[first:end] = exponent / exponent.sum()
        return probabilities

    def _together(self, probabilities: Vector) -> Vector:
        """How each candidate agrees with the likely candidates of the other toponyms."""
        witnesses = self._witnesses(probabilities)
        if not len(witnesses):
            return np.zeros((len(self.owner), len(TOGETHER)))
        # Most rounds have the witnesses of the round before.
        if self._bonds is None or not np.array_equal(self._bonds.witnesses, witnesses):
            self._bonds = self._bonds_with(witnesses)
        bonds = self._bonds
        likely = probabilities[witnesses]
        other = bonds.other_name * likely
        return np.column_stack(
            [
                (other * bonds.same_country).sum(1) / self.other_names,
                np.minimum(1.5, (other * bonds.same_region).sum(1)) / 1.5,
                1.0 - np.exp(-(other * bonds.closeness).sum(1)),
                (other * bonds.closeness).max(1, initial=0.0),
                np.minimum(1.0, (bonds.twin * likely).sum(1)),
            ]
        )

    def _bonds_with(self, witnesses: NDArray[np.int64]) -> _Bonds:
        same_name = self.name[:, None] == self.name[None, witnesses]
        same_country = (self.country[:, None] == self.country[None, witnesses]) & (
            self.country[:, None] >= 0
        )
        same_region = (self.region[:, None] == self.region[None, witnesses]) & (
            self.region[:, None] > 0
        )
        chord = np.clip(self.points @ self.points[witnesses].T, -1.0, 1.0)
        kilometres = _EARTH_DIAMETER * np.arcsin(np.sqrt((1.0 - chord) / 2.0))
        # Another group of the same name (with a qualifier of its own) is evidence of its own kind.
        twin = (
            same_name
            & (self.owner[:, None] != self.owner[None, witnesses])
            & self.unsettled[:, None]
            & (self.identifier[:, None] == self.identifier[None, witnesses])
        )
        return _Bonds(
            witnesses=witnesses,
            other_name=~same_name,
            same_country=same_country,
            same_region=same_region,
            closeness=np.where(
                self.wide[witnesses],
                same_country * np.exp(-self.extent[witnesses] / _WIDE_KILOMETRES),
                np.exp(-kilometres / _NEAR_KILOMETRES),
            ),
            twin=twin,
        )

    def _witnesses(self, probabilities: Vector) -> NDArray[np.int64]:
        chosen: list[int] = []
        for first, end in zip(self.bounds, self.bounds[1:], strict=False):
            order = np.argsort(-probabilities[first:end])[:_WITNESSES]
            chosen.extend(int(first + index) for index in order)
        return np.array(chosen, np.int64)


def _alone(candidate: Candidate) -> list[float]:
    entry = candidate.entry
    peopled = entry.population > 0
    # Areas are few and known to news whatever their size; a town without a count is a hamlet.
    size = (
        math.log10(entry.population + 1) / 8.0
        if peopled or entry.kind is Kind.CITY
        else 0.5 + math.log10(entry.extent + 1) / 8.0
    )
    return [
        size,
        0.0 if peopled else 1.0,
        1.0 if candidate.exact else 0.0,
        0.0 if candidate.exact else 1.0 - min(1.0, size * 1.2),
        1.0 if candidate.capital else 0.0,
        1.0 if candidate.shadowed and candidate.cue <= 0 else 0.0,
        max(0.0, candidate.cue),
        max(0.0, -candidate.cue),
        candidate.qualified,
        1.0 if entry.kind is Kind.COUNTRY else 0.0,
        1.0 if entry.kind is Kind.REGION else 0.0,
        1.0 if entry.kind is Kind.DISTRICT else 0.0,
        1.0 if entry.kind is Kind.AREA else 0.0,
        1.0 if entry.kind is Kind.CONTINENT else 0.0,
    ]


def _on_sphere(entries: Sequence[Entry]) -> Vector:
    latitude = np.radians(np.array([entry.latitude for entry in entries]))
    longitude = np.radians(np.array([entry.longitude for entry in entries]))
    return np.column_stack(
        [
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        ]
    )
