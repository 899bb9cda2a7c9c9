-- intake: what was really credited or cancelled of what was found, in minor units; rows of version 1 leave it empty.
alter table intake.messages add column credited bigint;
