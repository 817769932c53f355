-- Events said to have happened, counted by day, type and country. An event whose date is longer
-- than a week cannot be put on a day and is left out; one without a date counts on the day of
-- publication.
select
    coalesce(first_day, published) as day,
    type,
    country,
    count(*) as events,
    count(first_day) as dated_events,
    count(distinct report_id) as reports
from events
where said_to_be_so
    and modality = 'happened'
    and era = 'current'
    and coalesce(first_day, published) is not null
    and (first_day is null or last_day - first_day < 7)
group by day, type, country
