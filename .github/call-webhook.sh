#!/usr/bin/env bash
# Tells Portainer to pull the new images and to replace the running containers: POST to PORTAINER_WEBHOOK. The address is a
# secret (whoever has it may redeploy), so it is given to curl by its standard input, and never printed, not by an error
# either. Fails unless the answer is 2xx; a server that is away for a moment is asked again.
set -euo pipefail

if [[ ! "${PORTAINER_WEBHOOK:-}" =~ ^https?://[^[:space:]\"]+$ ]]; then
  echo "PORTAINER_WEBHOOK is missing or is no address." >&2
  exit 1
fi

for attempt in 1 2 3; do
  # --config: an argument could be read in the list of processes. No --location: a redirect is not an answer.
  status=$(printf 'url = "%s"\n' "$PORTAINER_WEBHOOK" | curl --config - --silent --request POST \
    --max-time "${WEBHOOK_TIMEOUT_S:-60}" --output /dev/null --write-out '%{http_code}' 2>/dev/null) || status=000
  case "$status" in
    2??)
      echo "Portainer takes the new images (HTTP $status)."
      exit 0
      ;;
    000 | 5??)
      echo "Attempt $attempt: Portainer did not answer as it should (HTTP $status)." >&2
      if [ "$attempt" -lt 3 ]; then sleep "${WEBHOOK_PAUSE_S:-10}"; fi
      ;;
    *) break ;;
  esac
done
echo "Portainer refused the call (HTTP $status)." >&2
exit 1
