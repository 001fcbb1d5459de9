-- Groups are given to ticked customers like everything else that can be given: as a run, with its changes in criteria.rule_change.
drop table ledger.group_change_customer;
drop table ledger.group_change;
