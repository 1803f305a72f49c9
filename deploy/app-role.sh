#!/bin/sh
# The Postgres image runs this once, when it makes the database: the role of the nodes, which owns nothing.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" <<'SQL'
create role colloquy_app login password :'password';
grant usage on schema public to colloquy_app;
alter default privileges in schema public grant select, insert, update, delete on tables to colloquy_app;
alter default privileges in schema public grant usage on sequences to colloquy_app;
SQL
