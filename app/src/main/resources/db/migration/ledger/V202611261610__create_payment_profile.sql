-- Classes of payment behaviour: bands of the average payment delay that together hold every number of days once. Without rows a tenant
-- has those that every tenant starts with, in the language of whoever looks.
create table ledger.payment_profile (
    tenant_id     bigint  not null,
    -- Given once and stored in searches; that of a profile that was removed is not given again.
    code          text    not null,
    name          text    not null,
    comment       text    not null,
    colour        text    not null,
    -- In days, negative: early; null: no bound.
    lowest        numeric(9, 2),
    holds_lowest  boolean not null,
    highest       numeric(9, 2),
    holds_highest boolean not null,
    primary key (tenant_id, code),
    unique (tenant_id, name)
);
select tenancy.protect('ledger.payment_profile');

-- How the delay is taken that a profile is a band of. Without a row: as a new tenant, see io.dunlin.ledger.ProfileRules.
create table ledger.payment_profile_rule (
    tenant_id       bigint  not null,
    -- Customers with fewer invoices that count have no history.
    fewest_invoices integer not null check (fewest_invoices between 1 and 1000),
    -- What is overdue and not paid counts too, as if it were paid today.
    counts_unpaid   boolean not null,
    -- Number of the code of the next new profile.
    next_code       integer not null,
    primary key (tenant_id)
);
select tenancy.protect('ledger.payment_profile_rule');

-- Invoices that are overdue on as_of, and how long they have been: as the columns of the average delay, which is of paid ones only.
alter table ledger.customer_fact
    add column unpaid_items integer not null default 0,
    add column unpaid_weighted numeric(24, 4) not null default 0,
    add column unpaid_amount numeric(24, 4) not null default 0;
