"""The main path: one report in, its events out.

Everything here is a pure function of one report and of what a :class:`Coder` has loaded, so
the same call serves a loop, a pool of processes or a cluster.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline import knowledge as world
from dateline.attribution import attribute
from dateline.coding import code
from dateline.knowledge import Knowledge
from dateline.language import LanguageModel, load_model, read_reports
from dateline.provenance import knowledge_digest, package_version
from dateline.records import Coding, Reading, Report
from dateline.relevance import expects_events
from dateline.resolution import resolve
from dateline.settings import Settings


def code_reading(
    reading: Reading, knowledge: Knowledge, run: Mapping[str, str] | None = None
) -> Coding:
    """The way from a reading to events; resolution comes first, so that the coder chooses
    among actors, places and days that already have their codes."""
    statements = attribute(reading, knowledge)
    cast = resolve(reading, knowledge)
    expected = expects_events(reading.report)
    events = code(reading, statements, cast, knowledge, expected=expected)
    return Coding(
        report=reading.report,
        events=events,
        statements=statements,
        cast=cast,
        run=dict(run or {}),
    )


class Coder:
    """Codes reports with one language model and one state of knowledge.

    Loading takes most of a second; keep the coder and give it many reports.
    """

    def __init__(
        self, model: LanguageModel, knowledge: Knowledge, settings: Settings | None = None
    ) -> None:
        self.model = model
        self.knowledge = knowledge
        self.settings = settings or Settings()
        self.run = {
            "dateline": package_version(),
            "model": model.digest,
            "knowledge": knowledge_digest(self.settings.own_files),
        }

    @classmethod
    def load(cls, settings: Settings | None = None) -> Coder:
        """The coder that ``settings`` ask for. Raises ``ModelError`` or ``KnowledgeError``."""
        settings = settings or Settings()
        return cls(load_model(settings.language_model), world.load(settings), settings)

    def code_report(self, report: Report) -> Coding:
        """The events of one report."""
        return next(self.code_reports((report,)))

    def code_reports(self, reports: Iterable[Report]) -> Iterator[Coding]:
        """One coding a report, in the same order; while one is coded, the next are read."""
        for reading in read_reports(reports, self.model):
            yield code_reading(reading, self.knowledge, self.run)
