-- Open credits (credit notes, unallocated payments, overpaid items) hide no overdue amount: receivable = not due + overdue + credits.
alter table ledger.customer_fact add column credits numeric(19, 4) not null default 0;
alter table ledger.debtor_fact add column credits numeric(19, 4) not null default 0;

-- Facts from before set credits off. Of another day, all are derived anew with the next import, or when the next day begins.
alter table ledger.customer_fact no force row level security;
update ledger.customer_fact set as_of = as_of - 1;
alter table ledger.customer_fact force row level security;
