-- Who looks after a customer. Apart from ledger.customer: files of the accounting rewrite customers, people and rules rewrite this,
-- and neither waits for the other. No row: nobody yet.
create table ledger.customer_assignment (
    tenant_id    bigint not null,
    customer_id  bigint not null,
    -- The one person who collects from the customer.
    collector_id bigint,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id) on delete cascade,
    foreign key (tenant_id, collector_id) references tenancy.user_account (tenant_id, id)
);
create index customer_assignment_by_collector on ledger.customer_assignment (tenant_id, collector_id) where collector_id is not null;
select tenancy.protect('ledger.customer_assignment');

-- Further people who have to do with the customer: its sales manager, sales administration and others.
create table ledger.colleague (
    tenant_id   bigint not null,
    customer_id bigint not null,
    user_id     bigint not null,
    primary key (tenant_id, customer_id, user_id),
    foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id) on delete cascade,
    foreign key (tenant_id, user_id) references tenancy.user_account (tenant_id, id)
);
create index colleague_by_user on ledger.colleague (tenant_id, user_id);
select tenancy.protect('ledger.colleague');
