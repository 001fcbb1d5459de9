alter table intake.mapping drop constraint mapping_subject_check;
alter table intake.mapping add constraint mapping_subject_check
    check (subject in ('ITEMS', 'CUSTOMERS', 'CONTACTS', 'ORDERS', 'SALES', 'USERS'));
alter table intake.import drop constraint import_subject_check;
alter table intake.import add constraint import_subject_check
    check (subject in ('ITEMS', 'CUSTOMERS', 'CONTACTS', 'ORDERS', 'SALES', 'USERS'));

-- True: the row was used, but not all that it says.
alter table intake.rejected_row add column used boolean not null default false;
