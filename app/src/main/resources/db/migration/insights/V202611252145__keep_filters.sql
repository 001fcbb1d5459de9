-- Which customers a user wants to see on the Overview where its address does not say: the parameters of that address.
create table insights.kept_filter (
    tenant_id bigint not null,
    user_id   bigint not null,
    name      text   not null,
    value     text   not null,
    primary key (tenant_id, user_id, name, value),
    foreign key (tenant_id, user_id) references tenancy.user_account (tenant_id, id)
);
select tenancy.protect('insights.kept_filter');
