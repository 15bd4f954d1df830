"""Names to codes and back: states, capitals, organisations, cities and regions, with validity in time.

`names`, `organisation_names`, `place_names` and `region_names` give surfaces for matching many patterns in text;
`resolve`, `organisation`, `place` and `region` look one name up. Tables are read when first asked for.
"""

from __future__ import annotations

from accord.gazetteer.organisations import Membership, Organisation, members, organisation
from accord.gazetteer.organisations import names as organisation_names
from accord.gazetteer.organisations import organisations as all_organisations
from accord.gazetteer.places import Place, place, places_named
from accord.gazetteer.places import common as common_surface
from accord.gazetteer.places import names as place_names
from accord.gazetteer.regions import Region, provinces, region
from accord.gazetteer.regions import names as region_names
from accord.gazetteer.regions import regions as all_regions
from accord.gazetteer.states import (
    KINDS,
    NAME_KINDS,
    Form,
    State,
    ambiguous,
    capital,
    display,
    forms,
    names,
    resolve,
    state,
    suggest,
)
from accord.gazetteer.states import states as all_states

__all__ = [
    "KINDS",
    "NAME_KINDS",
    "Form",
    "Membership",
    "Organisation",
    "Place",
    "Region",
    "State",
    "all_organisations",
    "all_regions",
    "all_states",
    "ambiguous",
    "capital",
    "common_surface",
    "display",
    "forms",
    "members",
    "names",
    "organisation",
    "organisation_names",
    "place",
    "place_names",
    "places_named",
    "provinces",
    "region",
    "region_names",
    "resolve",
    "state",
    "suggest",
]
