-- One row a statement, with the code of whoever makes it.
with speakers as (
    select
        report_id,
        head,
        string_agg(distinct code, ';' order by code) as code
    from actors
    group by report_id, head
)
select
    statement.report_id,
    statement.position,
    statement.source as speaker,
    speaker.code as speaker_code,
    statement.cue,
    statement.content,
    statement.kind,
    statement.stance,
    report.published,
    report.publisher,
    report.title,
    report.url
from statements as statement
join reports as report using (report_id)
left join speakers as speaker
    on speaker.report_id = statement.report_id and speaker.head = statement.source_head
