-- What the application may do. It owns nothing, so it can change no table and switch off no row security.
grant usage on schema tenancy, jobs, ledger, intake to ${application};
grant select, insert, update, delete on all tables in schema tenancy, jobs, ledger, intake to ${application};
grant usage on all sequences in schema tenancy, jobs, ledger, intake to ${application};
-- Append-only.
revoke update, delete on tenancy.audit_entry from ${application};
-- Only migrations use it.
revoke execute on function tenancy.protect(regclass) from public;
