-- The ranges are summed up by the statement that follows each load, and by every vacuum. To ask for it range by range while a load runs
-- filled the server's log: a load fills more ranges than the server keeps requests for.
alter index ledger.item_by_end set (autosummarize = off);

-- A load takes its numbers by the thousand. Gaps mean nothing, nor does the order of two numbers.
alter table ledger.item alter column id set cache 1000;
