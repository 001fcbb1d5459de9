-- What the application may do. It owns nothing, so it can change no table and switch off no row security.
grant usage on schema tenancy, jobs, ledger, intake, insights, criteria to ${application};
grant select, insert, update, delete on all tables in schema tenancy, jobs, ledger, intake, insights, criteria to ${application};
grant usage on all sequences in schema tenancy, jobs, ledger, intake, insights, criteria to ${application};
-- Append-only.
revoke update, delete on tenancy.audit_entry from ${application};
-- Only migrations use it.
revoke execute on function tenancy.protect(regclass) from public;
-- Large derivations go by a temporary table. Everybody may make one unless an administrator has taken that away; where the owner of
-- the migrations may not grant it either, the administrator has to.
do $$
begin
    execute format('grant temporary on database %I to ${application}', current_database());
exception when insufficient_privilege then
    null;
end
$$;
