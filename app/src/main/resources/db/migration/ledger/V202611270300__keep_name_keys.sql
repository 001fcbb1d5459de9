-- The name in the form in which it is searched. To make it anew of a hundred thousand names for each search took most of the time of
-- a search for a part of the name; and of a column the planner knows how many names have that part.
alter table ledger.customer add column name_key text not null generated always as (ledger.search_key(name)) stored;
