"""Columns about people that are refused: protected attributes and identities, by the whole words of their name.

The optimiser must not know them (Art. 3(3) GG, § 7 AGG, § 36 SGB III) and identities have no place here
(§ 67c SGB X: pseudonyms). A refused column is never parsed, its cells are never kept or shown.
"""

import re
import unicodedata
from enum import StrEnum


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROTECTED = _words(
    """
    nationality nationalities citizenship citizen citizenships origin origins ethnicity ethnic ethnos race
    racial religion religious faith denomination sex gender sexuality sexual diagnosis diagnoses diagnostic
    disease illness icd migration migrant foreigner refugee asylum female male woman man ancestry descent
    muslim christian jewish skin belief nationalitaet nationalitaeten staatsangehoerigkeit
    staatsangehoerigkeiten staatsbuergerschaft staatsbuerger herkunft herkunftsland herkunftsstaat abstammung
    ethnie ethnisch ethnische ethnizitaet rasse hautfarbe religionszugehoerigkeit konfession konfessionell
    glaube kirche geschlecht geschlechtlich weiblich maennlich diagnose diagnosen krankheit krankheiten
    erkrankung erkrankungen behinderungsart migrationshintergrund migrationsgeschichte migrationsstatus
    auslaender auslaenderin auslaendisch fluechtling gefluechtet aufenthaltsstatus
    aufenthaltstitel asyl muttersprache geburtsland weltanschauung sexuell
    """
)

_IDENTITY = _words(
    """
    name names surname surnames forename firstname lastname fullname middlename nickname initials address
    addresses addr street postcode postal zip phone phones telephone mobile cellphone fax mail mails email
    emails birthplace lat lon lng latitude longitude coordinate coordinates passport iban ssn photo picture
    signature namen nachname nachnamen vorname vornamen familienname geburtsname rufname zuname anschrift
    anschriften adresse adressen strasse strassen strassenname hausnummer hausnr plz postleitzahl telefon
    telefonnummer telefonnr tel mobilnummer mobiltelefon handy handynummer rufnummer mailadresse emailadresse
    geburtsort breitengrad laengengrad koordinate koordinaten geokoordinaten ausweis ausweisnummer
    personalausweis reisepass kundennummer bgnummer sozialversicherungsnummer versicherungsnummer svnummer
    steuerid unterschrift foto lichtbild wohnadresse wohnanschrift
    """
)

_PHRASES = {
    ("place", "birth"): "identity",
    ("house", "number"): "identity",
    ("country", "birth"): "protected",
    ("mother", "tongue"): "protected",
    ("native", "language"): "protected",
    ("residence", "status"): "protected",
}

_THINGS = _words(
    """
    site host neighbourhood neighborhood borough field skill file einsatzstelle einsatzstellen traeger stadtteil
    """
)
"""A word right before an identity word that makes it one of a thing: ``site_name``."""

_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")


class Refusal(StrEnum):
    """Why a column is refused."""

    PROTECTED = "protected"
    IDENTITY = "identity"


def _fold(text: str) -> str:
    spelt = unicodedata.normalize("NFKC", text).casefold().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt)
    return "".join(c for c in plain if not unicodedata.combining(c))


def words_of(column: str) -> list[str]:
    """Split a column name into its words: at anything but letters, and where a capital follows a small letter."""
    return _WORD.findall(_fold(_CAMEL.sub(" ", unicodedata.normalize("NFKC", column))))


def refusal(column: str) -> Refusal | None:
    """Return why a column name is refused, ``None`` where it is not."""
    words = words_of(column)
    if _PROTECTED.intersection(words):
        return Refusal.PROTECTED
    for phrase, kind in _PHRASES.items():
        if set(phrase) <= set(words):
            return Refusal(kind)
    named = (word for before, word in zip(["", *words], words, strict=False) if before not in _THINGS)
    return Refusal.IDENTITY if _IDENTITY.intersection(named) else None
