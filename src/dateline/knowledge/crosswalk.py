"""Converting between PLOVER types and modes, CAMEO codes and quad classes, in every direction."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from dateline.knowledge import cameo as cameos
from dateline.knowledge import ontology as ontologies
from dateline.knowledge.cameo import Cameo, Pair
from dateline.knowledge.ontology import Ontology
from dateline.records import Record


class Vocabulary(StrEnum):
    """The three ways to name an act."""

    PLOVER = "plover"
    CAMEO = "cameo"
    QUAD = "quad"


class Crosswalk(Record):
    """The ontology and CAMEO side by side. Every method raises ``KeyError`` for an unknown name."""

    ontology: Ontology
    cameo: Cameo

    def vocabulary(self, name: str) -> Vocabulary:
        """To which vocabulary a name belongs: digits are CAMEO, a single one a quad class."""
        if name.isdecimal():
            return Vocabulary.QUAD if len(name) == 1 else Vocabulary.CAMEO
        return Vocabulary.QUAD if name.lower() in self.cameo.quads else Vocabulary.PLOVER

    def pair(self, name: str) -> Pair:
        """Type and mode of "REQUEST", "REQUEST-yield" or "request/yield"."""
        act, _, mode = name.replace("/", "-", 1).partition("-")
        act, mode = act.upper(), mode.lower()
        if act not in self.ontology.types or (mode and mode not in self.ontology.types[act].modes):
            raise KeyError(name)
        return act, mode or None

    def quad_class(self, name: str) -> str:
        """The quad class "material-conflict", also called "4"."""
        quads = {str(place): quad for place, quad in enumerate(self.cameo.quads, start=1)}
        return {**quads, **{quad: quad for quad in self.cameo.quads}}[name.lower()]

    def convert(self, name: str, to: Vocabulary | None = None) -> tuple[str, ...]:
        """The counterparts of a name, the likeliest first; empty where there are none.

        Types and modes are written "REQUEST-yield". Without ``to``, types become CAMEO codes
        and all else types. The quad class of a type is PLOVER's, that of a code CAMEO's.
        """
        source = self.vocabulary(name)
        to = to or (Vocabulary.CAMEO if source is Vocabulary.PLOVER else Vocabulary.PLOVER)
        match source:
            case Vocabulary.PLOVER:
                return self._from_plover(*self.pair(name), to)
            case Vocabulary.CAMEO:
                return self._from_cameo(name, to)
            case Vocabulary.QUAD:
                return self._from_quad(self.quad_class(name), to)

    def _from_plover(self, act: str, mode: str | None, to: Vocabulary) -> tuple[str, ...]:
        match to:
            case Vocabulary.PLOVER:
                return (written(act, mode),)
            case Vocabulary.QUAD:
                return (self.ontology.types[act].quad,)
            case Vocabulary.CAMEO:
                # The plain code first, then those that words or sectors may give instead.
                *others, plain = (row.cameo for row in self.cameo.rows(act, mode))
                return tuple(dict.fromkeys((plain, *others)))

    def _from_cameo(self, code: str, to: Vocabulary) -> tuple[str, ...]:
        match to:
            case Vocabulary.PLOVER:
                return tuple(written(act, mode) for act, mode in self.cameo.types(code))
            case Vocabulary.QUAD:
                return (self.cameo.quad(code),)
            case Vocabulary.CAMEO:
                return (self.cameo.root(code).code,)

    def _from_quad(self, quad: str, to: Vocabulary) -> tuple[str, ...]:
        match to:
            case Vocabulary.PLOVER:
                types = self.ontology.types.values()
                return tuple(act.name for act in types if act.quad == quad)
            case Vocabulary.CAMEO:
                return tuple(code for code in self.cameo.roots if self.cameo.quad(code) == quad)
            case Vocabulary.QUAD:
                return (quad,)


def written(act: str, mode: str | None) -> str:
    """A type and mode as the codebook writes them: "REQUEST-yield"."""
    return f"{act}-{mode}" if mode else act


@lru_cache(maxsize=1)
def load() -> Crosswalk:
    """The crosswalk between the vocabularies that come with Dateline."""
    return Crosswalk(ontology=ontologies.load(), cameo=cameos.load())
