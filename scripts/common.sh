# Shared by the scripts beside it; sourced, not run. Sets root, the top of the checkout.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# Read by the scripts that source this.
# shellcheck disable=SC2034
interop=$root/tests/interop

say() { printf '%s\n' "$*"; }
fail()
{
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Qt wants a UTF-8 locale and warns without one; an empty system has only "C".
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac
