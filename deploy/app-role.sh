#!/bin/sh
# Makes the role of the nodes, which owns nothing, before or after there are tables. The Postgres image runs it when
# it makes the database. A start as the owner takes from the role what it must not have.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" <<'SQL'
create role colloquy_app login password :'password';
grant usage on schema public to colloquy_app;
grant select, insert, update, delete on all tables in schema public to colloquy_app;
grant usage on all sequences in schema public to colloquy_app;
alter default privileges in schema public grant select, insert, update, delete on tables to colloquy_app;
alter default privileges in schema public grant usage on sequences to colloquy_app;
SQL
