-- Collector and colleagues of customers as they were before an import changed them.
create table ledger.assignment_before (
    tenant_id    bigint   not null,
    import_id    bigint   not null,
    customer_id  bigint   not null,
    collector_id bigint,
    colleagues   bigint[] not null,
    primary key (tenant_id, import_id, customer_id),
    foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id) on delete cascade
);
create index assignment_before_by_customer on ledger.assignment_before (tenant_id, customer_id);
select tenancy.protect('ledger.assignment_before');

-- Users that a file of portfolios brought: as long as nobody has done anything with them, they go when it is undone.
create table ledger.imported_user (
    tenant_id bigint not null,
    import_id bigint not null,
    user_id   bigint not null,
    primary key (tenant_id, import_id, user_id),
    foreign key (tenant_id, user_id) references tenancy.user_account (tenant_id, id) on delete cascade
);
create index imported_user_by_user on ledger.imported_user (tenant_id, user_id);
select tenancy.protect('ledger.imported_user');

-- One row for each user and customer code of a row of the file; no code where the row names none.
create unlogged table ledger.stage_portfolio (
    tenant_id     bigint not null,
    import_id     bigint not null,
    row_number    bigint not null,
    email         text   not null,
    email_key     text   not null,
    name          text,
    role          text,
    customer_code text,
    customer_key  text
);

-- E-mail address or name of the user who collects from the customer.
alter table ledger.stage_customer add column collector text;

create function ledger.undo_assignments(tenant bigint, import bigint) returns void language sql as $$
    delete from ledger.colleague c
    using ledger.assignment_before b
    where b.tenant_id = tenant and b.import_id = import and c.tenant_id = tenant and c.customer_id = b.customer_id;

    insert into ledger.colleague (tenant_id, customer_id, user_id)
    select b.tenant_id, b.customer_id, u.id
    from ledger.assignment_before b, unnest(b.colleagues) u (id)
    where b.tenant_id = tenant and b.import_id = import;

    delete from ledger.customer_assignment a
    using ledger.assignment_before b
    where b.tenant_id = tenant and b.import_id = import and a.tenant_id = tenant and a.customer_id = b.customer_id;

    insert into ledger.customer_assignment (tenant_id, customer_id, collector_id)
    select b.tenant_id, b.customer_id, b.collector_id
    from ledger.assignment_before b
    where b.tenant_id = tenant and b.import_id = import and b.collector_id is not null;

    delete from ledger.assignment_before where tenant_id = tenant and import_id = import;
$$;

-- As before, with the staging tables that are new.
create or replace function ledger.refresh_stage_statistics() returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    lock table ledger.stage_item, ledger.stage_unseen, ledger.stage_customer, ledger.stage_contact, ledger.stage_order,
        ledger.stage_sales, ledger.stage_portfolio in share update exclusive mode nowait;
    analyze ledger.stage_item (tenant_id, import_id, row_number, customer_key, identity);
    analyze ledger.stage_unseen (tenant_id, import_id, fingerprint);
    analyze ledger.stage_customer (tenant_id, import_id, code_key);
    analyze ledger.stage_contact (tenant_id, import_id, customer_key);
    analyze ledger.stage_order (tenant_id, import_id, customer_key, number_key);
    analyze ledger.stage_sales (tenant_id, import_id, customer_key, month);
    analyze ledger.stage_portfolio (tenant_id, import_id, email_key, customer_key);
exception when lock_not_available then
    null;
end
$$;

create or replace function ledger.clear_stage(tenant bigint, import bigint) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    begin
        lock table ledger.stage_item, ledger.stage_unseen, ledger.stage_difference, ledger.stage_customer, ledger.stage_contact,
            ledger.stage_order, ledger.stage_sales, ledger.stage_portfolio in access exclusive mode nowait;
        -- Nobody else stages now: what lies here belongs to this import or to one that has ended, too.
        truncate ledger.stage_item, ledger.stage_unseen, ledger.stage_difference, ledger.stage_customer, ledger.stage_contact,
            ledger.stage_order, ledger.stage_sales, ledger.stage_portfolio;
    exception when lock_not_available then
        delete from ledger.stage_item where tenant_id = tenant and import_id = import;
        delete from ledger.stage_unseen where tenant_id = tenant and import_id = import;
        delete from ledger.stage_difference where tenant_id = tenant and import_id = import;
        delete from ledger.stage_customer where tenant_id = tenant and import_id = import;
        delete from ledger.stage_contact where tenant_id = tenant and import_id = import;
        delete from ledger.stage_order where tenant_id = tenant and import_id = import;
        delete from ledger.stage_sales where tenant_id = tenant and import_id = import;
        delete from ledger.stage_portfolio where tenant_id = tenant and import_id = import;
    end;
end
$$;
