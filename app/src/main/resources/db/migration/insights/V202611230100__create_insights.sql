create schema insights;

-- Which blocks of the Overview a user has chosen, and in which order. Users without rows have those of their role; so have blocks
-- that came into the product after a user has chosen.
create table insights.chosen_block (
    tenant_id bigint   not null,
    user_id   bigint   not null,
    code      text     not null,
    -- From 0; null: taken away.
    place     smallint check (place >= 0),
    primary key (tenant_id, user_id, code),
    foreign key (tenant_id, user_id) references tenancy.user_account (tenant_id, id)
);
select tenancy.protect('insights.chosen_block');
