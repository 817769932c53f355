"""Small files of every format that Dateline reads, made here: what fuzzing begins with.

The first of each format holds :data:`TEXT`; the others reach what the first does not.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from functools import cache

TEXT = "Armenia said that both sides met in Geneva; the leaders did not."
SECOND = "Georgia did not say when (the talks had “ended”)."
STANDARD_INPUT = "-"

# Endings that share a reader with another one.
SAME = {
    ".conllu": ".conll",
    ".htm": ".html",
    ".xhtml": ".html",
    ".ndjson": ".jsonl",
    ".tsv": ".csv",
}


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """The files by the ending of their format; ``-`` is what is piped in."""
    return {
        ".conll": _conllu(),
        ".csv": _tables(),
        ".html": _pages(),
        ".json": _json(),
        ".jsonl": _json_lines(),
        ".md": _markdown(),
        ".parquet": _parquet(),
        ".txt": _texts(),
        ".warc": _warcs(),
        ".xml": _petrarch(),
        ".zip": _zips(),
    }


def piped() -> tuple[bytes, ...]:
    """What standard input may hold."""
    return (*_texts(), *_json_lines(), json.dumps({"text": TEXT}, indent=1).encode())


def pack_zstd(content: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(content)


# How a file of any of these formats may be packed.
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": pack_zstd,
}


def _texts() -> tuple[bytes, ...]:
    caption = f"(Reporting by A. Nobody)\n\nPublished: 2 October 2020\n\n{SECOND}"
    return (
        f"BAKU, Oct. 2 (AP) — {TEXT}".encode(),
        f"GENEVA/BAKU - 24 Aug 2020\n{TEXT}\n\nRead more: {SECOND}\n{caption}".encode(),
        TEXT.encode("utf-16"),
    )


def _markdown() -> tuple[bytes, ...]:
    marks = (
        "> **Both** sides, *said* _they_ __met__ [here](there) ![a](b) <!-- no -->\n- one\n***\n"
    )
    return (
        f"---\ntitle: Talks\n---\n# Talks\n{TEXT}".encode(),
        f'---\r\ndate: "2020-10-02"\r\nurl: u\r\n---\r\n## Talks ##\n{marks}{SECOND}'.encode(),
    )


def _pages() -> tuple[bytes, ...]:
    head = "<meta property='og:title' content='Talks'><title>Talks</title>"
    return (
        f"<html><head><meta charset='utf-8'></head><p>{TEXT}</p></html>".encode(),
        (
            f"<!doctype html><html><head><meta charset=windows-1252>{head}"
            "<meta name='date' content='2020-10-02'><link rel=canonical href='https://e.org/a'>"
            f"</head><body><nav><a href=x>Home</a></nav><article><h1>Talks</h1><p>{TEXT}</p>"
            f"<ul><li>{TEXT}</ul><table><tr><td>x</table></article></body></html>"
        ).encode("cp1252"),
    )


def _json() -> tuple[bytes, ...]:
    tokens = [{"word": "It", "after": " "}, {"word": "rained", "after": ""}, {"word": "."}]
    words = [{"id": [1, 2], "text": "Don't"}, {"id": 1, "text": "Do"}, {"id": 3, "text": "go"}]
    mongo = {
        "body": TEXT,
        "date": {"$date": "2020-10-02T01:02:03Z"},
        "source": {"name": "The Courier"},
        "link": None,
    }
    documents: tuple[object, ...] = (
        [{"text": TEXT, "title": "Talks"}, {"text": TEXT}],
        {"text": TEXT, "published": None, "url": "https://e.org/2020/10/02/a"},
        [mongo, {"text": 1}, {}, TEXT],
        {"sentences": [{"tokens": tokens}, {"tokens": tokens}]},
        {"paragraphs": [{"raw": TEXT}, {"sentences": [{"tokens": [{"orth": "Yes"}]}]}]},
        [words, [{"id": 1, "text": "Go", "misc": "SpaceAfter=No"}, {"text": "on"}]],
    )
    return tuple(json.dumps(document).encode() for document in documents)


def _json_lines() -> tuple[bytes, ...]:
    dates = (20201002, 1601600000, "Mon, 28 Sep 2020 14:05:00 GMT", "September 28, 2020", "2/3/20")
    lines = b"\n".join(json.dumps({"text": TEXT, "date": day}).encode() for day in dates)
    return (
        json.dumps({"text": TEXT, "date": "2020-10-02"}).encode() + b"\n{}\n",
        b"\xef\xbb\xbf" + lines,
    )


def _tables() -> tuple[bytes, ...]:
    return (
        f'text,title,date\n"{TEXT}",Talks,2020-10-02\n"a ""b""\nc",,\n'.encode(),
        f"id\tArticle Text\tsource\r\n1\t{SECOND}\tThe Courier\r\n2\t{TEXT}\t\r\n".encode(),
        f"text;url\n{TEXT.replace(';', ',')};e.org\n".encode("utf-16"),
    )


def _conllu() -> tuple[bytes, ...]:
    rows = (
        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tDo\t_\n2\tn't\t_\n"
        "3\t-LRB-\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\s\\n\n3.1\tgone\t_\n"
    )
    return (
        f"# newdoc id = a\n# text = {TEXT}\n1\tArmenia\t_\t_\n\n".encode(),
        (
            f"# newdoc\n# meta::title = Talks\n# date = 2020-10-02\n{rows}\n"
            f"# newpar id = p\n# text = {SECOND}\n1\tGeorgia\t_\n\n# newdoc id = b\nno token\n"
        ).encode(),
    )


def _petrarch() -> tuple[bytes, ...]:
    tree = "(ROOT (S (NP (NNP Armenia)) (VP (VBD said)) (-LRB- -LRB-)))"
    rows = "1\tArmenia\t_&#10;2\tsaid\t_"
    return (
        f'<S><Sentence id="1" date="20201002"><Text>{TEXT}</Text></Sentence></S>'.encode(),
        (
            "<?xml version='1.0' encoding='windows-1252'?><Sentences>"
            f"<Sentence source='C' url='u'><Parse>{tree}</Parse></Sentence>"
            f"<Story title='T'><Parse>{rows}</Parse></Story>"
            f"<Article><Text>a <b>c</b>\n<![CDATA[d]]><!-- e --></Text></Article><Sentence/>"
            "</Sentences>"
        ).encode("cp1252"),
    )


def _parquet() -> tuple[bytes, ...]:
    import pyarrow

    moment = datetime(2020, 10, 2, 1, 2, 3)
    return (
        _parquet_of(text=[TEXT] * 3, date=["2020-10-02"] * 3),
        _parquet_of(body=[TEXT, None], published=[date(2020, 10, 2), None], source=["C", "D"]),
        _parquet_of(text=[TEXT], date=pyarrow.array([moment], pyarrow.timestamp("ns", "UTC"))),
        _parquet_of(
            text=pyarrow.array([TEXT, TEXT]).dictionary_encode(),
            timestamp=[1601600000, 1601600001],
            source=[{"name": "C"}, {"name": None}],
        ),
        _parquet_of(text=[b"bytes"], url=[["a", "b"]]),
    )


def _parquet_of(**columns: object) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    written = io.BytesIO()
    write_table(pyarrow.table(columns), written, compression="none", store_schema=False)
    return written.getvalue()


def _warcs() -> tuple[bytes, ...]:
    page = f"<html><head><meta charset='utf-8'></head><p>{TEXT}</p></html>".encode()
    html = b"Content-Type: text/html; charset=utf-8\r\n"
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    zipped = gzip.compress(page, mtime=0)
    response = _record("response", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page)
    return (
        response,
        _record("warcinfo", b"software: none\r\n")
        + _record("request", b"GET / HTTP/1.1\r\nHost: e.org\r\n\r\n")
        + _record("response", b"HTTP/1.1 404 No\r\n" + html + b"\r\n" + page)
        + response,
        _record(
            "response",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + html + b"\r\n" + chunked,
        ),
        _record(
            "response", b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + html + b"\r\n" + zipped
        ),
        _arc(page),
    )


def _arc(page: bytes) -> bytes:
    """What came before WARC."""
    about = b"1 0 Nobody\nURL IP-address Archive-date Content-type Archive-length\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = b"filedesc://a.arc 0.0.0.0 20201005010203 text/plain %d\n" % len(about)
    line = b"https://e.org/ 0.0.0.0 20201005010203 text/html %d\n" % len(answer)
    return b"\n".join((head + about, line + answer, b""))


def _record(kind: str, content: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/\r\n"
        f"WARC-Date: 2020-10-05T01:02:03Z\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def _zips() -> tuple[bytes, ...]:
    lines = json.dumps({"text": TEXT}).encode()
    members = {"a.txt": TEXT.encode(), "b/b.jsonl.gz": gzip.compress(lines, mtime=0)}
    others = {"c.csv": b"text\nBoth sides met.\n", "d.bin": b"\0", ".e.txt": b"e", "f.zip": b"PK"}
    return (
        _zip_of(members, zipfile.ZIP_DEFLATED),
        _zip_of(members | others, zipfile.ZIP_STORED),
        _zip_of(members, zipfile.ZIP_BZIP2),
        _zip_of(members, zipfile.ZIP_LZMA),
    )


def _zip_of(members: dict[str, bytes], method: int) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return written.getvalue()
