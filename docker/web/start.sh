#!/bin/sh
# Writes what differs between deployments to /tmp, the one place that can be written to, and becomes nginx.
#   PRODUCT_NAME  what the installed app is called (CEEX)
#   API_UPSTREAM  http://host:port of the BFF, where no other proxy sends /api to it
set -eu
mkdir -p /tmp/ceex

PRODUCT_NAME="${PRODUCT_NAME:-CEEX}" awk '
  function quoted(text) { gsub(/[\\"]/, "\\\\&", text); gsub(/[[:cntrl:]]/, " ", text); return "\"" text "\"" }
  BEGIN { name = quoted(ENVIRON["PRODUCT_NAME"]) }
  { while (at = index($0, "\"@PRODUCT_NAME@\"")) { printf "%s%s", substr($0, 1, at - 1), name; $0 = substr($0, at + 16) } print }
' /etc/ceex/manifest.webmanifest >/tmp/ceex/manifest.webmanifest

if [ -n "${API_UPSTREAM:-}" ]; then
  case "$API_UPSTREAM" in
    *[!A-Za-z0-9.:/_-]*) echo "Bad configuration: API_UPSTREAM must be http://host:port" >&2; exit 1 ;;
  esac
  sed "s|API_UPSTREAM|$API_UPSTREAM|" /etc/ceex/api.conf >/tmp/ceex/api.conf
else
  echo 'location ~ ^/api(?:/|$) { include headers.conf; return 404; }' >/tmp/ceex/api.conf
fi

exec nginx -c /etc/ceex/nginx.conf -e stderr -g 'daemon off;'
