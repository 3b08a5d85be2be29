import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import geopandas
import pytest

import planner
from planner.errors import InputError
from planner.geo import ATTRIBUTION, CITY_LAYER, city_map, fetch_boundaries
from planner.geo.generalised import generalised_layer
from planner.geo.stored import stored_path


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@contextmanager
def serving(content: bytes, status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """Answer every request on a local port; yield the address and the paths asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/collections/L137/items", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def city_layer(leave_out: int = 0) -> bytes:
    """Return districts as the city's service sends them: WGS84, code in ``blocknr``."""
    areas = dict(list(generalised_layer().areas.items())[leave_out:])
    table = geopandas.GeoDataFrame(
        {"blocknr": list(areas), "bez": [f"Stadtteil {code}" for code in areas]},
        geometry=list(areas.values()),
        crs="EPSG:25833",
    )
    return table.to_crs("EPSG:4326").to_json(drop_id=True).encode()


def refused(url: str) -> str:
    """Return the code of the refusal, and see that nothing was stored."""
    with pytest.raises(InputError) as caught:
        fetch_boundaries(url)
    (problem,) = caught.value.problems
    assert problem.text("de") != problem.text("en")
    assert not stored_path().exists()
    return problem.code


def test_fetch_keeps_the_citys_layer() -> None:
    """One request with a page size brings all 64 districts, which are used from then on as the official ones."""
    with serving(city_layer()) as (url, asked):
        found = fetch_boundaries(url)
    assert len(found.codes) == 64
    assert (found.column, found.attribution) == ("blocknr", ATTRIBUTION)
    (path,) = asked
    assert int(parse_qs(urlsplit(path).query)["limit"][0]) >= 64
    drawn = city_map(found.codes)
    assert drawn is not None
    assert (drawn.source, drawn.generalised, drawn.attribution) == ("city", False, ATTRIBUTION)


def test_a_page_too_short() -> None:
    """An answer with fewer than the 64 districts is refused as a whole."""
    with serving(city_layer(leave_out=54)) as (url, _):
        assert refused(url) == "geo.fetch_count"


@pytest.mark.parametrize("content", [b"<html>", b"[]", json.dumps({"type": "Catalog"}).encode(), b"\xff\xfe"])
def test_another_answer(content: bytes) -> None:
    """An answer that is no GeoJSON is refused."""
    with serving(content) as (url, _):
        assert refused(url) == "geo.fetch_answer"


def test_service_says_no() -> None:
    """An HTTP error is told with its number."""
    with serving(b"", status=503) as (url, _):
        assert refused(url) == "geo.fetch_refused"


def test_offline() -> None:
    """Without a connection the answer is clear."""
    with serving(b"") as (url, _):
        pass
    assert refused(url) == "geo.fetch_offline"


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/x", "kommisdd.dresden.de", ""])
def test_other_addresses(url: str) -> None:
    """Only http and https are asked, never a file."""
    assert refused(url) == "geo.fetch_address"


def test_nobody_else_makes_requests() -> None:
    """No other module of the program imports a client that could ask another host."""
    package = Path(planner.__file__).parent
    clients = re.compile(
        r"^\s*(import|from) (urllib\.request|http\.client|requests|httpx|urllib3|aiohttp)\b", re.MULTILINE
    )
    asking = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if clients.search(file.read_text("utf-8"))
    }
    assert asking == {"geo/fetch.py"}


def test_the_address_of_the_city() -> None:
    """The address asked without being told is the city's, encrypted."""
    assert CITY_LAYER.startswith("https://kommisdd.dresden.de/")
