#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Runs once in a new database container: extensions for every database, and the web's role, which is no superuser.
set -eu
for extension in postgis btree_gist pg_trgm unaccent; do
    psql -v ON_ERROR_STOP=1 -U postgres -d template1 -c "CREATE EXTENSION IF NOT EXISTS $extension"
done
psql -v ON_ERROR_STOP=1 -U postgres -d postgres -v password="$(cat /run/secrets/filon_password)" <<'SQL'
CREATE ROLE filon LOGIN CREATEDB PASSWORD :'password';
CREATE DATABASE filon OWNER filon TEMPLATE template1;
SQL
