-- What quick search looks things up in. Row security lets the planner use an index for equality and ranges only, not for LIKE or
-- for operators of extensions; so words are found by ranges over their beginnings, and words with an error by equality: two words
-- that differ by one error have a form in common where each of them lacks at most one letter.
-- All of it derives from customers, contacts and items, has no foreign keys and is renewed by renew_search after they changed.

-- What is in search_word, with a hash of the text that it was taken from.
create table ledger.search_source (
    tenant_id  bigint not null,
    kind       text   not null check (kind in ('CUSTOMER', 'CONTACT')),
    subject_id bigint not null,
    text_hash  bigint not null,
    primary key (tenant_id, kind, subject_id)
);
select tenancy.protect('ledger.search_source');

create table ledger.search_word (
    tenant_id  bigint             not null,
    word       text collate "C"   not null,
    kind       text               not null,
    subject_id bigint             not null,
    primary key (tenant_id, word, kind, subject_id)
);
create index search_word_by_subject on ledger.search_word (tenant_id, kind, subject_id, word);
select tenancy.protect('ledger.search_word');

-- The words that may be written with an error, by the forms of their beginnings.
create table ledger.search_form (
    tenant_id bigint           not null,
    form      text collate "C" not null,
    word      text collate "C" not null,
    primary key (tenant_id, form, word)
);
select tenancy.protect('ledger.search_form');

-- Numbers of the items that are known by a unique identifier which is not their number: all others are found by their identity.
create table ledger.search_number (
    tenant_id bigint           not null,
    number    text collate "C" not null,
    item_id   bigint           not null,
    primary key (tenant_id, number, item_id)
);
select tenancy.protect('ledger.search_number');

-- The form in which names are searched: lower case, without accents, one space between words. The twin of the class SearchKey.
-- Says itself which letters are capitals, for servers that know only those of English.
create function ledger.search_key(text) returns text language sql immutable parallel safe as $$
    select case
        when octet_length($1) = length($1) and strpos($1, '  ') = 0 then lower(btrim($1))
        else btrim(regexp_replace(replace(replace(replace(lower(translate(
            regexp_replace(normalize($1, nfkd), '[\u0300-\u036f\u3099\u309a\u0591-\u05bd\u064b-\u065f]+', '', 'g'),
            'ÆŒØøŁłĐđẞıςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐЂЈЉЊЋЏ',
            'æœoollddßiσαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяієґђјљњћџ')),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '[\s\u00a0\u2000-\u200a\u3000]+', ' ', 'g'))
        end
$$;

-- The words of a text in that form: letters and digits without all else.
create function ledger.search_words(text) returns setof text language sql immutable parallel safe as $$
    select distinct left(word, 60)
    from regexp_split_to_table($1, '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000]+') word
    where word <> ''
$$;

-- The first five letters of a word, and what is left of them without each in turn. The twin of the class Spelling.
create function ledger.search_forms(text) returns setof text language sql immutable parallel safe as $$
    select left($1, 5)
    union
    select left(left($1, 5), letter - 1) || substr(left($1, 5), letter + 1) from generate_series(1, least(length($1), 5)) letter
$$;

-- What the words of customers and contacts are taken from. Codes and Legal IDs also in one piece.
create view ledger.search_text with (security_invoker = true) as
    select tenant_id, 'CUSTOMER' as kind, id as subject_id, id as customer_id,
        hashtextextended(concat_ws(chr(31), search_key, code_key, trading_name, legal_id), 0) as text_hash,
        concat_ws(' ', search_key, ledger.search_key(trading_name),
            lower(regexp_replace(code_key, '[^A-Za-z0-9]+', '', 'g')),
            lower(regexp_replace(legal_id, '[^A-Za-z0-9]+', '', 'g'))) as content
    from ledger.customer
    union all
    select tenant_id, 'CONTACT', id, customer_id, hashtextextended(concat_ws(chr(31), first_name, name, email), 0),
        ledger.search_key(concat_ws(' ', first_name, name, email))
    from ledger.contact;

-- So that the planner knows the words of a first file before the server has counted them by itself. Runs as the owner; takes no
-- argument, so there is nothing to abuse.
create function ledger.refresh_search_statistics() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    lock table ledger.search_source, ledger.search_word, ledger.search_form, ledger.search_number in share update exclusive mode nowait;
    analyze ledger.search_source, ledger.search_word, ledger.search_form, ledger.search_number;
exception when lock_not_available then
    null;
end
$$;

-- Brings the words up to date with all customers and contacts of the tenant, or with one customer and its contacts; only what
-- changed is taken apart again. Words are added by one statement with the note of what they come from, so that nothing that
-- changes meanwhile is believed to be done; in the order of the keys, so that two of these never wait for each other.
create function ledger.renew_search(tenant bigint, customer bigint) returns void language plpgsql as $$
declare
    gone bigint;
    added bigint;
begin
    if customer is null then
        delete from ledger.search_source s
        where s.tenant_id = tenant and not exists (
            select from ledger.search_text t
            where t.tenant_id = tenant and t.kind = s.kind and t.subject_id = s.subject_id and t.text_hash = s.text_hash);
        get diagnostics gone = row_count;
        if gone > 0 then
            delete from ledger.search_word w
            where w.tenant_id = tenant and not exists (
                select from ledger.search_source s
                where s.tenant_id = tenant and s.kind = w.kind and s.subject_id = w.subject_id);
        end if;
    else
        delete from ledger.search_source s using ledger.search_text t
        where t.tenant_id = tenant and t.customer_id = customer
            and s.tenant_id = tenant and s.kind = t.kind and s.subject_id = t.subject_id and s.text_hash <> t.text_hash;
        delete from ledger.search_word w using ledger.search_text t
        where t.tenant_id = tenant and t.customer_id = customer
            and w.tenant_id = tenant and w.kind = t.kind and w.subject_id = t.subject_id and not exists (
                select from ledger.search_source s
                where s.tenant_id = tenant and s.kind = t.kind and s.subject_id = t.subject_id);
    end if;

    with fresh as materialized (
        select t.kind, t.subject_id, t.text_hash, t.content
        from ledger.search_text t
        where t.tenant_id = tenant and (customer is null or t.customer_id = customer) and not exists (
            select from ledger.search_source s
            where s.tenant_id = tenant and s.kind = t.kind and s.subject_id = t.subject_id)
    ), written as (
        insert into ledger.search_word (tenant_id, word, kind, subject_id)
        select tenant, w.word, f.kind, f.subject_id
        from fresh f cross join lateral ledger.search_words(f.content) w (word)
        order by w.word collate "C", f.kind, f.subject_id
        on conflict do nothing
    )
    insert into ledger.search_source (tenant_id, kind, subject_id, text_hash)
    select tenant, f.kind, f.subject_id, f.text_hash from fresh f order by f.kind, f.subject_id
    on conflict do nothing;
    get diagnostics added = row_count;

    -- Words with digits mean what they say: the neighbour of a code is another customer.
    if added > 0 then
        insert into ledger.search_form (tenant_id, form, word)
        select tenant, f.form, n.word
        from (
            select distinct w.word
            from ledger.search_word w
            where w.tenant_id = tenant and length(w.word) >= 4 and w.word !~ '[0-9]'
                and (customer is null or (w.kind, w.subject_id) in (
                    select t.kind, t.subject_id from ledger.search_text t where t.tenant_id = tenant and t.customer_id = customer))
                and not exists (
                    select from ledger.search_form f
                    where f.tenant_id = tenant and f.form = left(w.word, 5) and f.word = w.word)
        ) n cross join lateral ledger.search_forms(n.word) f (form)
        order by f.form collate "C", n.word
        on conflict do nothing;
    end if;

    if gone > 0 then
        delete from ledger.search_form f
        where f.tenant_id = tenant
            and not exists (select from ledger.search_word w where w.tenant_id = tenant and w.word = f.word);
    end if;
    if added > 1000 then
        perform ledger.refresh_search_statistics();
    end if;
end
$$;

-- Brings the numbers up to date with the items. Costs nothing where no company uses unique identifiers.
create function ledger.renew_search_numbers(tenant bigint) returns void language plpgsql as $$
declare
    added bigint;
begin
    delete from ledger.search_number n
    where n.tenant_id = tenant and not exists (
        select from ledger.item i where i.tenant_id = tenant and i.id = n.item_id and upper(btrim(i.number)) = n.number);
    if exists (select from ledger.item i where i.tenant_id = tenant and i.unique_id is not null) then
        insert into ledger.search_number (tenant_id, number, item_id)
        select tenant, upper(btrim(i.number)), i.id
        from ledger.item i
        where i.tenant_id = tenant and i.unique_id is not null and i.identity <> 'U:' || upper(btrim(i.number)) and not exists (
            select from ledger.search_number n
            where n.tenant_id = tenant and n.number = upper(btrim(i.number)) and n.item_id = i.id)
        order by 2, 3
        on conflict do nothing;
        get diagnostics added = row_count;
    end if;
    if added > 1000 then
        perform ledger.refresh_search_statistics();
    end if;
end
$$;
