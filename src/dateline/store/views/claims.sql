-- One row an event and voice. Only the innermost voice takes a stance; those around it pass on
-- what it says.
with voices as (
    select
        *,
        position = max(position) over (partition by event_id) as innermost
    from event_voices
)
select
    event.event_id,
    voice.code as voice,
    voice.text as voice_text,
    voice.position,
    case when voice.innermost then event.stance end as stance,
    event.date,
    event.first_day,
    event.last_day,
    event.era,
    event.type,
    event.mode,
    event.cameo,
    event.actors,
    event.recipients,
    event.place,
    event.country,
    event.lat,
    event.lon,
    event.killed_low,
    event.killed_high,
    event.modality,
    event.polarity,
    event.evidence,
    event.score,
    event.published,
    event.publisher,
    event.title,
    event.url,
    event.report_id
from voices as voice
join events as event using (event_id)
