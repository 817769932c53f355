"""Feeds made-up files to the readers: ``python -m fuzz.readers READER [OPTIONS]``; see README.md.

Nothing of Dateline is imported before atheris can put its marks into it.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from pathlib import Path

from fuzz import plain
from fuzz.seeds import PACKERS, SAME, STANDARD_INPUT, piped, seeds

# What a reader's way through a file leads through; C code shows nothing of its own.
MARKED = ("dateline", "defusedxml", "htmldate", "trafilatura", "warcio", "zipfile")
DEFAULTS = ("-max_total_time=60", "-timeout=60", "-max_len=4096", "-rss_limit_mb=4096")


def main() -> int:
    arguments, options = _parser().parse_known_args()
    if arguments.reader == "all":
        return _run_all([given for given in sys.argv[1:] if given != "all"])
    corpus = _corpus(arguments.reader)
    folder: Path = arguments.keep / arguments.reader.replace(STANDARD_INPUT, "stdin").strip(".")
    folder.mkdir(parents=True, exist_ok=True)
    if arguments.file is not None:
        _check(arguments.reader)(arguments.file.read_bytes())
    elif arguments.plain:
        _run_plain(arguments, corpus, folder)
    else:
        _run_guided(arguments.reader, corpus, folder, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m fuzz.readers",
        description="Other options go to libFuzzer, for example -max_total_time=3600.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "reader",
        help="an ending (.csv), one with a packing (.csv.gz), stdin for a pipe, or all",
        type=lambda name: STANDARD_INPUT if name == "stdin" else name,
    )
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where files are kept")
    parser.add_argument("--plain", action="store_true", help="damage at random, without atheris")
    parser.add_argument("--seconds", type=float, default=60, help="how long --plain runs")
    parser.add_argument("--seed", type=int, default=0, help="what --plain begins with")
    parser.add_argument("--file", type=Path, help="check this one file only")
    return parser


def _run_all(options: Sequence[str]) -> int:
    """Each reader in a process of its own, since libFuzzer ends the process that it ran in."""
    broken = []
    for reader in (*seeds(), "stdin"):
        print(f"== {reader}", flush=True)
        done = subprocess.run([sys.executable, "-m", "fuzz.readers", reader, *options], check=False)
        if done.returncode:
            broken.append(reader)
    print(f"Broken: {', '.join(broken) or 'none'}")
    return 1 if broken else 0


def _corpus(reader: str) -> tuple[bytes, ...]:
    """The seeds of a reader, packed where its name says so."""
    if reader == STANDARD_INPUT:
        return piped()
    for packing, pack in PACKERS.items():
        ending = reader.removesuffix(packing)
        known = seeds().get(SAME.get(ending, ending))
        if known is not None:
            return tuple(pack(seed) for seed in known)
    sys.exit(f"“{reader}” is no reader. Name one of {', '.join((*seeds(), *SAME))}, stdin or all.")


def _check(reader: str) -> Callable[[bytes], None]:
    from fuzz.contract import check_file

    name = reader if reader == STANDARD_INPUT else f"a{reader}"

    def check(content: bytes) -> None:
        # What libraries say of broken files besides would hide what is found.
        with redirect_stderr(io.StringIO()):
            check_file(content, name)

    return check


def _run_plain(arguments: argparse.Namespace, corpus: Sequence[bytes], folder: Path) -> None:
    def keep(content: bytes) -> None:
        (folder / f"broken-{arguments.seed}").write_bytes(content)

    check = _check(arguments.reader)
    number = plain.run(check, corpus, arguments.seconds, arguments.seed, keep)
    print(f"{number} files, none broke a promise.")


def _run_guided(reader: str, corpus: Sequence[bytes], folder: Path, options: Sequence[str]) -> None:
    try:
        import atheris
    except ModuleNotFoundError:
        sys.exit("atheris is not installed: pip install atheris, or use --plain.")
    with atheris.instrument_imports(include=list(MARKED)):
        check = _check(reader)
        for seed in corpus:  # what is imported late is imported now
            check(seed)
    files = folder / "corpus"
    files.mkdir(exist_ok=True)
    for number, seed in enumerate(corpus):
        (files / f"seed-{number}").write_bytes(seed)
    given = (*DEFAULTS, f"-artifact_prefix={folder}/", *options, str(files))
    atheris.Setup([sys.argv[0], *given], check)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
