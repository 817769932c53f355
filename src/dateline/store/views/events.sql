-- One row an event, with all that takes part in it.
with parties as (
    select
        event_id,
        string_agg(code, ';' order by position) filter (role = 'actor') as actors,
        string_agg(code, ';' order by position) filter (role = 'recipient') as recipients
    from event_parties
    group by event_id
), voices as (
    select event_id, string_agg(code, ';' order by position) as voices
    from event_voices
    group by event_id
), counts as (
    select
        event_id,
        max(low) filter (kind = 'killed') as killed_low,
        max(high) filter (kind = 'killed') as killed_high,
        max(low) filter (kind = 'injured') as injured_low,
        max(high) filter (kind = 'injured') as injured_high,
        max(low) filter (kind = 'detained') as detained_low,
        max(high) filter (kind = 'detained') as detained_high,
        max(low) filter (kind = 'displaced') as displaced_low,
        max(high) filter (kind = 'displaced') as displaced_high
    from event_counts
    group by event_id
)
select
    event.event_id,
    event.date,
    event.first_day,
    event.last_day,
    event.era,
    event.type,
    event.mode,
    event.cameo,
    parties.actors,
    parties.recipients,
    event.place_text as place,
    nullif(event.place_country, '') as country,
    event.place_lat as lat,
    event.place_lon as lon,
    counts.killed_low,
    counts.killed_high,
    counts.injured_low,
    counts.injured_high,
    counts.detained_low,
    counts.detained_high,
    counts.displaced_low,
    counts.displaced_high,
    voices.voices,
    event.stance,
    event.modality,
    event.polarity,
    event.stance = 'asserts'
        and event.polarity = 'positive'
        and event.modality <> 'hypothetical' as said_to_be_so,
    event.trigger,
    evidence.text as evidence,
    event.score,
    report.published,
    report.publisher,
    report.title,
    report.url,
    event.report_id
from event_records as event
join reports as report using (report_id)
join evidence using (evidence_id)
left join parties using (event_id)
left join voices using (event_id)
left join counts using (event_id)
