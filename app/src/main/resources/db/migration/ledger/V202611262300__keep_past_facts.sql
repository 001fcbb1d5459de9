-- What the facts of a customer were on earlier days: a row for each day on which they had become others than those of its row before.
-- The weight of what is unpaid grows by itself from day to day; that alone makes no row. Columns are those of ledger.customer_fact.
create table ledger.customer_fact_log (
    tenant_id         bigint         not null,
    customer_id       bigint         not null,
    company_id        bigint         not null,
    as_of             date           not null,
    receivable        numeric(19, 4) not null,
    not_due           numeric(19, 4) not null,
    overdue           numeric(19, 4) not null,
    open_items        integer        not null,
    oldest_due_date   date,
    last_payment_date date,
    average_delay     numeric(10, 2),
    delay_items       integer        not null,
    delay_weighted    numeric(24, 4) not null,
    delay_amount      numeric(24, 4) not null,
    unpaid_items      integer        not null,
    unpaid_weighted   numeric(24, 4) not null,
    unpaid_amount     numeric(24, 4) not null,
    sales_12_months   numeric(19, 4) not null,
    largest_exposure  numeric(19, 4) not null,
    primary key (tenant_id, customer_id, as_of)
);
create index customer_fact_log_by_company on ledger.customer_fact_log (tenant_id, company_id, as_of);
select tenancy.protect('ledger.customer_fact_log');
