#!/usr/bin/env bash
# Measures how long it takes to pin ten images with thirty references, without a lock and with a full one, against a
# registry that it starts: Debian's docker-registry, from KILN_TEST_REGISTRY (a path) or PATH.
# Usage: tests/Kiln.Benchmarks/restore.sh
# Exit code 1: one of them needs more than 3 s.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export NUKE_ENGINE=${NUKE_ENGINE:-embedded} LC_ALL=C
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
Folder=$(mktemp -d)
Registry=
trap 'if [[ $Registry ]]; then kill "$Registry"; fi; rm -rf "$Folder"' EXIT

dotnet build tests/Kiln.Agreement/Kiln.Agreement.csproj -c Release --nologo -v quiet -clp:NoSummary -nodeReuse:false

# A free port cannot be had from the registry itself; should somebody take this one first, it says so and ends.
Address=127.0.0.1:$((20000 + RANDOM % 10000))
cat >"$Folder/registry.yml" <<EOF
version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: '$Folder/content'}}
http: {addr: '$Address'}
EOF
"${KILN_TEST_REGISTRY:-docker-registry}" serve "$Folder/registry.yml" >"$Folder/log" 2>&1 &
Registry=$!
for ((tries = 0; tries < 100; tries++)); do
    if (exec 3<>"/dev/tcp/${Address/:/\/}") 2>/dev/null; then break; fi
    if ! kill -0 "$Registry" 2>/dev/null; then
        Registry=
        cat "$Folder/log" >&2
        exit 2
    fi
    sleep 0.1
done

dotnet "tests/Kiln.Agreement/bin/$NUKE_ENGINE/Release/net10.0/Kiln.Agreement.dll" restore-speed "$Address"
