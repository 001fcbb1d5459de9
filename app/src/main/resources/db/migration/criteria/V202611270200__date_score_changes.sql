-- Business day from which the score holds, so that criteria can ask what a score was on a day. Of rows that are there already it is the
-- day in UTC.
alter table criteria.score_change add column day date generated always as ((at at time zone 'UTC')::date) stored;
alter table criteria.score_change alter column day drop expression;
alter table criteria.score_change alter column day set not null;
create index score_change_by_day on criteria.score_change (tenant_id, scorecard_id, day);
