-- How a customer is treated. Without a row: as a new customer, every option off and not scored.
create table ledger.customer_option (
    tenant_id              bigint   not null,
    customer_id            bigint   not null,
    -- Reminders by e-mail have a link with which the customer answers item by item.
    interactive_emails     boolean  not null default false,
    -- Interest on late payment is claimed.
    late_payment_penalties boolean  not null default false,
    -- The lump sum for the cost of recovery is claimed.
    recovery_cost          boolean  not null default false,
    -- Answers to e-mails are filed with the customer.
    reply_capture          boolean  not null default false,
    -- Our own judgement from 0 (worst) to 10 (best); null: none yet.
    internal_score         smallint check (internal_score between 0 and 10),
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references ledger.customer (tenant_id, id) on delete cascade
);
select tenancy.protect('ledger.customer_option');
