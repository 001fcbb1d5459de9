-- The ranges are summed up by the statement that follows each load, and by every vacuum. To ask for it range by range while a load runs
-- filled the server's log: a load fills more ranges than the server keeps requests for.
alter index ledger.item_by_end set (autosummarize = off);

-- Rows that say the same in other words are told from the different ones by it: of a file of ten million rows each looked through two
-- hundred thousand of the others, which took more than ten minutes and did not end.
create index stage_difference_by_row on ledger.stage_difference (tenant_id, import_id, row_number);
