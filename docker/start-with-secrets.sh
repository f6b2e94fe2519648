#!/bin/sh
# Puts the database's password, which is mounted as a file, into DATABASE_URL, and that of the API's own user where it is to be made; then becomes the program it was given.
set -eu
if [ -n "${DATABASE_PASSWORD_FILE:-}" ]; then
  DATABASE_URL="postgres://${DATABASE_USER:-icp}:$(cat "$DATABASE_PASSWORD_FILE")@${DATABASE_HOST:-postgres}:${DATABASE_PORT:-5432}/${DATABASE_NAME:-icp}"
  export DATABASE_URL
fi
if [ -n "${DATABASE_API_PASSWORD_FILE:-}" ]; then
  DATABASE_API_PASSWORD="$(cat "$DATABASE_API_PASSWORD_FILE")"
  export DATABASE_API_PASSWORD
fi
exec "$@"
