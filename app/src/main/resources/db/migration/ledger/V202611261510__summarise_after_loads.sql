-- As before, and the ranges of the indexes by date of clearing that a load has just filled: until they are summed up, a report as of any
-- day looks through the pages of every company. PostgreSQL would do it at the next round of its vacuum. Where somebody else holds the
-- table it is left to that.
create or replace function ledger.refresh_changed_statistics() returns void language plpgsql security definer
set search_path = pg_catalog set lock_timeout = '100ms' as $$
declare
    changed text;
    ranges regclass;
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
        for ranges in
            select i.indexrelid
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_am m on m.oid = c.relam
            where i.indrelid = format('ledger.%I', changed)::regclass and m.amname = 'brin'
        loop
            begin
                perform brin_summarize_new_values(ranges);
            exception when lock_not_available then
                null;
            end;
        end loop;
    end loop;
end
$$;
