-- As ledger.refresh_statistics, of the debtors that a file of customers has just created: for a planner that knows none of this tenant,
-- looking through all of them for every customer seems cheap.
create function ledger.refresh_debtor_statistics() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    lock table ledger.debtor in share update exclusive mode nowait;
    analyze ledger.debtor (tenant_id, id, legal_id_key, country);
exception when lock_not_available then
    null;
end
$$;
