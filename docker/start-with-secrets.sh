#!/bin/sh
# Puts the database's password, which is mounted as a file, into DATABASE_URL; then becomes the program it was given.
set -eu
if [ -n "${DATABASE_PASSWORD_FILE:-}" ]; then
  DATABASE_URL="postgres://${DATABASE_USER:-icp}:$(cat "$DATABASE_PASSWORD_FILE")@${DATABASE_HOST:-postgres}:${DATABASE_PORT:-5432}/${DATABASE_NAME:-icp}"
  export DATABASE_URL
fi
exec "$@"
