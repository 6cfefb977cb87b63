#!/usr/bin/env bash
# Measures `./build.sh --help`, unchanged, against NUKE's stock way to start the same build, alternating, in one run.
# Usage: tests/Kiln.Benchmarks/startup.sh [rounds, 7 at least]
# Exit code 1: build.sh needs more than 0.5 s, or more than a sixth of the stock way (medians).

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export NUKE_ENGINE=${NUKE_ENGINE:-embedded} LC_ALL=C
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1
Rounds=${1:-7}
if ((Rounds < 7)); then Rounds=7; fi

kiln() { ./build.sh --help; }

stock() {
    dotnet build build/_build.csproj /nodeReuse:false /p:UseSharedCompilation=false \
        -nologo -clp:NoSummary --verbosity quiet &&
        dotnet run --project build/_build.csproj --no-build -- --help
}

# Milliseconds that a command takes; a command that fails ends the measurement.
milliseconds() {
    local TIMEFORMAT=%3R seconds
    if ! seconds=$({ time "$@" >/dev/null 2>"$Errors"; } 2>&1); then
        cat "$Errors" >&2
        echo "startup.sh: '$*' failed." >&2
        exit 1
    fi
    echo $((10#${seconds/./}))
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
lowest() { printf '%s\n' "$@" | sort -n | sed -n 1p; }
highest() { printf '%s\n' "$@" | sort -n | sed -n "$#p"; }
row() { printf '%-46s %6d %6d %6d\n' "$1" "$(median "${@:2}")" "$(lowest "${@:2}")" "$(highest "${@:2}")"; }

Errors=$(mktemp)
trap 'rm -f "$Errors"' EXIT

milliseconds kiln >/dev/null # compiles if need be
milliseconds stock >/dev/null
Kiln=() Stock=()
for ((round = 0; round < Rounds; round++)); do
    Time=$(milliseconds kiln)
    Kiln+=("$Time")
    Time=$(milliseconds stock)
    Stock+=("$Time")
done

Fast=$(median "${Kiln[@]}") Slow=$(median "${Stock[@]}")
printf '%-46s %6s %6s %6s\n' "milliseconds, $Rounds rounds, engine $NUKE_ENGINE" median lowest highest
row './build.sh --help' "${Kiln[@]}"
row 'dotnet build && dotnet run --no-build' "${Stock[@]}"
printf 'The stock way takes %d.%d times as long.\n' $((Slow / Fast)) $((Slow * 10 / Fast % 10))
((Fast <= 500 && Fast * 6 <= Slow))
