-- One row an event, actor and recipient, by the rule of codebook section 7: a code is paired with
-- itself only in an act on one's own or where both are unknown, and parties with one code are one.
with own as (
    select event_id, count(distinct code) = 1 as only_one_code
    from event_parties
    group by event_id
), pairs as (
    select
        actor.event_id,
        actor.code as actor,
        actor.sector as actor_sector,
        actor.text as actor_text,
        coalesce(recipient.code, '-') as recipient,
        recipient.sector as recipient_sector,
        recipient.text as recipient_text
    from event_parties as actor
    join own using (event_id)
    left join event_parties as recipient
        on recipient.event_id = actor.event_id and recipient.role = 'recipient'
    where actor.role = 'actor'
        and (
            recipient.code is null
            or recipient.code <> actor.code
            or actor.code = '?'
            or own.only_one_code
        )
    qualify row_number() over (
        partition by actor.event_id, actor.code, recipient.code
        order by actor.position desc, recipient.position desc
    ) = 1
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
    pairs.actor,
    pairs.actor_sector,
    pairs.actor_text,
    pairs.recipient,
    pairs.recipient_sector,
    pairs.recipient_text,
    event.place,
    event.country,
    event.lat,
    event.lon,
    event.voices,
    event.stance,
    event.modality,
    event.polarity,
    event.said_to_be_so,
    event.evidence,
    event.score,
    event.published,
    event.publisher,
    event.title,
    event.url,
    event.report_id
from events as event
join pairs using (event_id)
