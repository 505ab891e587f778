"""The places of the world in one file, opened by memory map: names to places, places to what they lie in.

    gazetteer = open_gazetteer()
    for candidate in gazetteer.lookup("Kharkov"):
        print(gazetteer.place(candidate.number).name)          # Kharkiv
        print([p.name for p in gazetteer.chain(candidate.number)])   # Kharkiv, Ukraine, Europe

Nothing is read up front; what was looked up once is kept. Data: GeoNames (CC BY 4.0), see LICENCE.txt beside the file.
"""

from __future__ import annotations

from searchidx.gazetteer.names import name_key
from searchidx.gazetteer.places import Candidate, Gazetteer, GazetteerPlace, distance_km, open_gazetteer

__all__ = ["Candidate", "Gazetteer", "GazetteerPlace", "distance_km", "name_key", "open_gazetteer"]
