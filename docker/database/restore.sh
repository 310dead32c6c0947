#!/bin/sh
# Puts a backup back: restore.sh <its directory> [--replace]
#
# Both databases are made anew, so stop BFF and engine before (docker service scale ceex-production_bff=0
# ceex-production_engine=0), and start them after. A database with tables in it is dropped only with --replace. The roles
# must be there (init/create-roles.sh makes them, with a new server). Stops at the first error; nothing is dropped before
# both dumps have been found whole.
#   PGHOST, PGPORT, PGUSER (a superuser), PGPASSWORD or PGPASSWORD_FILE
set -eu
backup="${1:?usage: restore.sh <directory of the backup> [--replace]}"
replace="${2:-}"
if [ -n "${PGPASSWORD_FILE:-}" ]; then PGPASSWORD="$(cat "$PGPASSWORD_FILE")"; export PGPASSWORD; fi

sql() { psql --no-psqlrc --quiet --no-password --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"; }

(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
for dump in "$backup"/*.dump; do
  database="$(basename "$dump" .dump)"
  pg_restore --list "$dump" >/dev/null
  there="$(sql --dbname postgres --command "SELECT count(*) FROM pg_database WHERE datname = '$database'")"
  if [ "$there" != 0 ] && [ "$replace" != --replace ]; then
    tables="$(sql --dbname "$database" --command "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")"
    if [ "$tables" != 0 ]; then
      echo "$database has $tables tables: nothing was changed. --replace drops them." >&2
      exit 1
    fi
  fi
done

for dump in "$backup"/*.dump; do
  database="$(basename "$dump" .dump)"
  sql --set database="$database" --dbname postgres <<'SQL'
DROP DATABASE IF EXISTS :"database" WITH (FORCE);
CREATE DATABASE :"database" OWNER :"database";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
  pg_restore --no-password --exit-on-error --single-transaction --dbname="$database" "$dump"
  sql --dbname "$database" --command ANALYZE
  echo "restored $database"
done
