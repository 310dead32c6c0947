#!/bin/bash
# Runs once, when the database server is made: a database and a role for the BFF and for the engine. Neither can open the
# other's.
set -euo pipefail

create() {
  ROLE="$1" PASSWORD_FILE="$2" psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username postgres --dbname postgres <<'SQL'
\set role `printf %s "$ROLE"`
\set password `tr -d '\n' <"$PASSWORD_FILE"`
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"role" OWNER :"role";
REVOKE ALL ON DATABASE :"role" FROM PUBLIC;
SQL
}

create ceex_bff "$CEEX_BFF_PASSWORD_FILE"
create ceex_engine "$CEEX_ENGINE_PASSWORD_FILE"
