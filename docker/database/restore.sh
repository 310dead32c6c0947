#!/bin/sh
# Puts a backup back: restore.sh <its directory> [--replace]
#
# Stop BFF and engine before (docker service scale ceex-production_bff=0 ceex-production_engine=0), and start them after.
# The roles must be there (init/create-roles.sh makes them, with a new server). A database with tables in it is replaced
# only with --replace. Stops at the first error; nothing is dropped before both dumps have been restored whole, beside what
# is there: so long there must be room for both.
#   PGHOST, PGPORT, PGUSER (a superuser), PGPASSWORD or PGPASSWORD_FILE; DATABASES (ceex_bff ceex_engine)
set -eu
usage="usage: restore.sh <directory of the backup> [--replace]"
backup="${1:?$usage}"
replace="${2:-}"
case "$replace" in '' | --replace) ;; *) echo "$usage" >&2 && exit 2 ;; esac
databases="${DATABASES:-ceex_bff ceex_engine}"
if [ -n "${PGPASSWORD_FILE:-}" ]; then PGPASSWORD="$(cat "$PGPASSWORD_FILE")"; export PGPASSWORD; fi
export PGOPTIONS="${PGOPTIONS:-} --client-min-messages=warning"

sql() { psql --no-psqlrc --quiet --no-password --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"; }

(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
for database in $databases; do
  # Its list is at the front: that it is whole shows when it is restored.
  pg_restore --list "$backup/$database.dump" >/dev/null
  there="$(sql --dbname postgres --command "SELECT count(*) FROM pg_database WHERE datname = '$database'")"
  if [ "$there" != 0 ] && [ "$replace" != --replace ]; then
    tables="$(sql --dbname "$database" --command 'SELECT count(*) FROM pg_stat_user_tables')"
    if [ "$tables" != 0 ]; then
      echo "$database has $tables tables: nothing was changed. --replace drops them." >&2
      exit 1
    fi
  fi
done

for database in $databases; do
  sql --set database="$database" --set draft="${database}_restoring" --dbname postgres <<'SQL'
DROP DATABASE IF EXISTS :"draft" WITH (FORCE);
CREATE DATABASE :"draft" OWNER :"database";
REVOKE ALL ON DATABASE :"draft" FROM PUBLIC;
SQL
  pg_restore --no-password --exit-on-error --single-transaction --dbname="${database}_restoring" "$backup/$database.dump"
  sql --dbname "${database}_restoring" --command ANALYZE
done

for database in $databases; do
  sql --set database="$database" --set draft="${database}_restoring" --dbname postgres <<'SQL'
DROP DATABASE IF EXISTS :"database" WITH (FORCE);
ALTER DATABASE :"draft" RENAME TO :"database";
SQL
  echo "restored $database"
done
