-- When each user last looked at the page of an alert: whoever came since is new to them.
create table criteria.alert_visit (
    tenant_id   bigint      not null,
    user_id     bigint      not null,
    alert_id    bigint      not null,
    company_id  bigint      not null,
    -- The refresh whose customers the user has seen, and the one that had been seen as the latest visit began.
    seen        timestamptz not null,
    seen_before timestamptz not null,
    -- The last look. Those that follow each other soon are one visit.
    at          timestamptz not null,
    primary key (tenant_id, user_id, alert_id, company_id),
    foreign key (tenant_id, user_id) references tenancy.user_account (tenant_id, id),
    foreign key (tenant_id, alert_id) references criteria.alert (tenant_id, id) on delete cascade,
    foreign key (tenant_id, company_id) references tenancy.company (tenant_id, id) on delete cascade
);
create index alert_visit_by_alert on criteria.alert_visit (tenant_id, alert_id, company_id);
select tenancy.protect('criteria.alert_visit');

-- The job that takes a saved alert through the other companies. Null: there was no need for one. Jobs may go without it.
alter table criteria.alert add column job_id bigint;
