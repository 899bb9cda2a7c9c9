-- What an event led to is read from its story's events, and these name their commands. A command that was refused made no
-- event: it is found here by the event that caused it. Few are, so an append pays nothing for it.
create index commands_refused_by_cause on es.commands (causation_id)
  where causation_id is not null and outcome <> 'accepted';
