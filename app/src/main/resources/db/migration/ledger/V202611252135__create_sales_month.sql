-- What was sold to a customer in a month, as its own file states it: for the months before the ledger knows all invoices.
create table ledger.sales_month (
    tenant_id      bigint         not null,
    company_id     bigint         not null,
    customer_id    bigint         not null,
    -- Its first day.
    month          date           not null check (extract(day from month) = 1),
    currency       char(3)        not null,
    -- Including tax; amount_net without it.
    amount         numeric(19, 4) not null,
    amount_net     numeric(19, 4),
    created_import bigint,
    primary key (tenant_id, customer_id, month, currency),
    foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id) on delete cascade
);
create index sales_month_by_company on ledger.sales_month (tenant_id, company_id, month);
select tenancy.protect('ledger.sales_month');

-- Months that an import changed, as they were before.
create table ledger.sales_month_before (
    tenant_id   bigint         not null,
    import_id   bigint         not null,
    customer_id bigint         not null,
    month       date           not null,
    currency    char(3)        not null,
    amount      numeric(19, 4) not null,
    amount_net  numeric(19, 4),
    primary key (tenant_id, import_id, customer_id, month, currency),
    foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id) on delete cascade
);
create index sales_month_before_by_customer on ledger.sales_month_before (tenant_id, customer_id);
select tenancy.protect('ledger.sales_month_before');

create unlogged table ledger.stage_sales (
    tenant_id     bigint not null,
    import_id     bigint not null,
    row_number    bigint not null,
    customer_code text   not null,
    customer_key  text   not null,
    month         date   not null,
    currency      char(3) not null,
    amount        numeric(19, 4) not null,
    amount_net    numeric(19, 4)
);

create function ledger.undo_sales(tenant bigint, import bigint) returns void language sql as $$
    delete from ledger.sales_month where tenant_id = tenant and created_import = import;

    update ledger.sales_month s set amount = b.amount, amount_net = b.amount_net
    from ledger.sales_month_before b
    where b.tenant_id = tenant and b.import_id = import and s.tenant_id = tenant and s.customer_id = b.customer_id
        and s.month = b.month and s.currency = b.currency;

    delete from ledger.sales_month_before where tenant_id = tenant and import_id = import;
$$;
