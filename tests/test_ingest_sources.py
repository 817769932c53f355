"""Which files are taken for reports."""

from __future__ import annotations

from pathlib import Path

from dateline.ingest import RejectionKind, find


def write(path: Path, content: str = "Armenia and Azerbaijan clashed.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_folders_are_searched_to_the_bottom_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.json", "deeper/c.MD", ".hidden.txt", ".git/d.txt"):
        write(tmp_path / name)
    assert [source.name for source in find([tmp_path]).sources] == ["a", "b", "c"]


def test_other_formats_in_a_folder_are_listed_not_rejected(tmp_path: Path) -> None:
    write(tmp_path / "report.txt")
    picture = write(tmp_path / "picture.png")
    found = find([tmp_path])
    assert found.passed_over == (picture,)
    assert found.rejections == ()


def test_a_file_of_another_format_named_outright_is_rejected(tmp_path: Path) -> None:
    found = find([write(tmp_path / "report.docx")])
    (rejection,) = found.rejections
    assert rejection.kind is RejectionKind.UNKNOWN_FORMAT
    assert "report.docx" in rejection.message
    assert found.sources == ()


def test_a_path_that_does_not_exist_is_rejected_by_name(tmp_path: Path) -> None:
    (rejection,) = find([tmp_path / "nowhere"]).rejections
    assert rejection.kind is RejectionKind.UNREADABLE
    assert "nowhere" in rejection.message


def test_a_folder_without_reports_is_rejected(tmp_path: Path) -> None:
    write(tmp_path / "table.docx")
    (rejection,) = find([tmp_path]).rejections
    assert rejection.kind is RejectionKind.EMPTY


def test_a_file_reached_twice_counts_once(tmp_path: Path) -> None:
    report = write(tmp_path / "report.txt")
    assert len(find([report, tmp_path, "-", "-"]).sources) == 2


def test_a_link_that_circles_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "report.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(find([tmp_path]).sources) == 1


def test_a_second_report_of_one_name_is_rejected_where_outputs_would_collide(
    tmp_path: Path,
) -> None:
    write(tmp_path / "monday" / "Kyiv.txt")
    write(tmp_path / "tuesday" / "kyiv.md")
    assert len(find([tmp_path]).sources) == 2
    found = find([tmp_path], distinct_names=True)
    assert [source.name for source in found.sources] == ["Kyiv"]
    (rejection,) = found.rejections
    assert rejection.kind is RejectionKind.SAME_NAME
    assert "monday" in rejection.message and "tuesday" in rejection.message


def test_packed_files_are_found_and_lose_both_endings_in_their_names(tmp_path: Path) -> None:
    for name in ("news.2020.jsonl.gz", "dump.CSV.ZST", "only.gz", "story.html"):
        write(tmp_path / name)
    found = find([tmp_path])
    assert [source.name for source in found.sources] == ["dump", "news.2020", "story"]
    assert found.passed_over == (tmp_path / "only.gz",)


def test_a_name_keeps_its_inner_dots(tmp_path: Path) -> None:
    (source,) = find([write(tmp_path / "reuters.2020-09-27.txt")]).sources
    assert source.name == "reuters.2020-09-27"
