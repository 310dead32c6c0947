#!/bin/sh
# Writes one backup of both databases: BACKUP_DIR/<instant>/ceex_bff.dump, ceex_engine.dump (pg_dump's custom format), and
# SHA256SUMS. It has its name only once it is whole. Then removes those older than BACKUP_KEEP_DAYS (14), but never the last
# one. Prints the directory.
#   BACKUP_DIR, PGHOST, PGPORT, PGUSER, PGPASSWORD or PGPASSWORD_FILE; DATABASES (ceex_bff ceex_engine)
set -eu
umask 077
: "${BACKUP_DIR:?where backups go}"
if [ -n "${PGPASSWORD_FILE:-}" ]; then PGPASSWORD="$(cat "$PGPASSWORD_FILE")"; export PGPASSWORD; fi

name="$(date -u +%Y%m%dT%H%M%SZ)"
unfinished="$BACKUP_DIR/.unfinished-$name"
trap 'rm -rf "$unfinished"' EXIT
mkdir -p "$unfinished"
for database in ${DATABASES:-ceex_bff ceex_engine}; do
  pg_dump --format=custom --compress=6 --no-password --file="$unfinished/$database.dump" "$database"
  # A dump that cannot be read to its end is none.
  pg_restore --file=/dev/null "$unfinished/$database.dump"
done
(cd "$unfinished" && sha256sum -- *.dump >SHA256SUMS)
mv "$unfinished" "$BACKUP_DIR/$name"

find "$BACKUP_DIR" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*T[0-9]*Z' ! -name "$name" \
  -mtime "+${BACKUP_KEEP_DAYS:-14}" -exec rm -rf {} +
# What a backup left that was killed.
find "$BACKUP_DIR" -mindepth 1 -maxdepth 1 -type d -name '.unfinished-*' -mtime +0 -exec rm -rf {} +
echo "$BACKUP_DIR/$name"
