"""Ask the city for its official layer. The only request this program ever makes, and only on this command."""

import json
import tempfile
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from planner.errors import InputError
from planner.geo.boundaries import Imported, keep
from planner.geo.dresden import ATTRIBUTION, by_code
from planner.geo.geofile import read_boundaries
from planner.settings import MAX_UPLOAD_BYTES

CITY_LAYER = "https://kommisdd.dresden.de/net4/public/ogcapi/collections/L137/items"
"""Statistical districts (layer L137) of Landeshauptstadt Dresden, OGC API Features, GeoJSON in WGS84."""

_LIMIT = 1000
"""Features per page asked for: the service's own default may be fewer than there are."""

_SECONDS = 30.0


def fetch_boundaries(url: str = CITY_LAYER) -> Imported:
    """Download the city's official districts, keep them and use them from now on.

    Nothing of the user's data is sent: a plain GET with a page size.

    Raises
    ------
    InputError
        If there is no connection, the answer is no GeoJSON, or it does not hold exactly Dresden's districts; nothing is
        stored then.
    OSError
        If the folder for boundaries cannot be written.
    """
    content = _download(url)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "city_layer.geojson"
        file.write_bytes(content)
        found = read_boundaries(file)
    expected = set(by_code())
    if set(found.areas) != expected:
        raise InputError.of(
            "geo.fetch_count", url=url, got=len(found.areas), expected=len(expected), column=found.column
        )
    return keep(found, "city", ATTRIBUTION)


def _download(url: str) -> bytes:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputError.of("geo.fetch_address", url=url)
    query = "&".join(filter(None, [parts.query, urlencode({"limit": _LIMIT})]))
    request = Request(parts._replace(query=query).geturl(), headers={"Accept": "application/geo+json"})  # noqa: S310
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310  (http and https only, checked above)
            content: bytes = answer.read(MAX_UPLOAD_BYTES + 1)
    except HTTPError as error:
        error.close()
        raise InputError.of("geo.fetch_refused", url=url, status=error.code) from error
    except (URLError, HTTPException, OSError) as error:
        raise InputError.of("geo.fetch_offline", url=url) from error
    if len(content) > MAX_UPLOAD_BYTES:
        raise InputError.of("geo.file_too_big", file=url, limit=MAX_UPLOAD_BYTES // 1024**2)
    try:
        kind = json.loads(content).get("type")
    except (ValueError, AttributeError, RecursionError) as error:
        raise InputError.of("geo.fetch_answer", url=url) from error
    if kind != "FeatureCollection":
        raise InputError.of("geo.fetch_answer", url=url)
    return content
