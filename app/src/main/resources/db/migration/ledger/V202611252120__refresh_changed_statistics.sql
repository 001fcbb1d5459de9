-- Statistics of all columns of the tables that have changed by a tenth since they were last looked at. A load looks only at what its
-- own statements need; reports also go by dates of clearing, kinds, amounts and the facts. PostgreSQL would see to it by itself within
-- some minutes: those in which somebody looks at a first import. Small changes are left to it. Passes over a table that a load under
-- way has just looked at.
create function ledger.refresh_changed_statistics() returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    changed text;
begin
    for changed in
        select s.relname
        from pg_stat_user_tables s
        join pg_class c on c.oid = s.relid
        where s.schemaname = 'ledger' and s.relname not like 'stage%'
            and s.n_mod_since_analyze > 1000 + 0.1 * greatest(c.reltuples, 0)
        order by s.relname
    loop
        execute format('analyze (skip_locked) ledger.%I', changed);
    end loop;
end
$$;
