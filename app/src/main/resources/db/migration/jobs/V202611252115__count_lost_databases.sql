-- How many of a job's attempts ended because the database went away. Those are not the job's doing, as the death of a node may be:
-- it is started anew more often after them.
alter table jobs.job add column losses integer not null default 0;
