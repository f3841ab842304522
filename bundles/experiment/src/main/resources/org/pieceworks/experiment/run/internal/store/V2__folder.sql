-- Where the experiment file was: relative paths are relative to it.
alter table run add column folder varchar;
