#!/bin/sh
# A backup every night at BACKUP_HOUR (UTC). One that fails is tried again each hour until it succeeds: its container ends,
# and is started anew, only where something is wrong with the script itself.
set -eu
while true; do
  now="$(date -u +%s)"
  at="$(date -u -d "$(date -u +%Y-%m-%d) ${BACKUP_HOUR:-02}:00" +%s)"
  [ "$at" -gt "$now" ] || at=$((at + 86400))
  echo "the next backup is at $(date -u -d "@$at" +%Y-%m-%dT%H:%M:%SZ)"
  sleep $((at - now))
  until directory="$(/scripts/backup.sh)"; do
    echo "the backup failed; another try in an hour" >&2
    sleep 3600
  done
  echo "backed up to $directory"
done
