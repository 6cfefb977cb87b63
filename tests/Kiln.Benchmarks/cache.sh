#!/usr/bin/env bash
# Measures what a shared cache is worth: samples/shop on a builder that was emptied before each run, without a cache and with
# each kind, after no change and after three kinds of changes. GitHub's cache is the service of the end-to-end tests.
# Everything runs in a clone of HEAD on an engine of its own. Prints Markdown for docs/performance.md.
# Usage: tests/Kiln.Benchmarks/cache.sh [rounds, 3 unless said]
# Exit code 1: with a cache, a step was run that did not change.

set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/measuring.sh"

Rounds=${1:-3}
Changes=(nothing source dependency base)
declare -A Times Steps
Run=0

agreement() { dotnet "$Repository/tests/Kiln.Agreement/bin/$NUKE_ENGINE/Release/net10.0/Kiln.Agreement.dll" "$@"; }

start_actions_cache() {
    (cd "$Repository" && quietly dotnet build tests/Kiln.Agreement/Kiln.Agreement.csproj -c Release --nologo -v quiet -nodeReuse:false)
    coproc ActionsCache { agreement actions-cache; }
    read -r ActionsAddress <&"${ActionsCache[0]}"
    printf '{"repository": {"full_name": "shop/shop", "default_branch": "main"}}\n' >"$Folder/event.json"
}

# As a runner of GitHub's would run it, for a push to a branch.
on_github() {
    env GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_EVENT_PATH="$Folder/event.json" GITHUB_REF="refs/heads/$Branch" \
        ACTIONS_RUNTIME_TOKEN="$(agreement actions-token "$Branch")" ACTIONS_RESULTS_URL="$ActionsAddress" \
        ACTIONS_CACHE_SERVICE_V2=true "$@"
}

build() {
    local place=$1 runner=()
    if [[ $place == GitHub ]]; then runner=(on_github); fi
    "${runner[@]}" ./build.sh DockerBuild --sample Shop --registry-port "$Port" --rebuild --load-images false --cache-place "$place"
}

# Each is one that nobody built before, so that no cache can hold what it leads to.
change() {
    case $1 in
        source) printf '\n// change %s\n' "$Run" >>samples/shop/worker/main.go ;;
        dependency) printf '\n// change %s\n' "$Run" >>samples/shop/library/catalogue.go ;;
        base) sed -i "s/^ENV SHOP_PORT=.*/ENV SHOP_PORT=$((8100 + Run))/" samples/shop/runtime/Dockerfile ;;
    esac
}

# The sum over all images' receipts, as 'cached of all'.
steps() {
    cat artifacts/images/*.receipt.json | awk -F '[:,]' '
        /"steps":/ { all += $2 } /"cached":/ { cached += $2 } END { printf "%d of %d", cached, all }'
}

on_branch() {
    Branch=$1
    git checkout --quiet -B "$Branch" "$Start"
}

measure() {
    local place=$1 what=$2 time
    Run=$((Run + 1))
    on_branch "change-$Run" # reads the default branch's cache and leaves it as it is
    change "$what"
    empty_builder
    time=$(milliseconds build "$place")
    Times[$place $what]+=" $time"
    Steps[$place $what]=$(steps)
    git checkout --quiet -- samples
}

cell() { printf ' %s s, %s |' "$(seconds "$(median ${Times[$1 $2]})")" "${Steps[$1 $2]}"; }

row() {
    local title=$1 place=$2 what
    printf '| %s |' "$title"
    for what in "${Changes[@]}"; do cell "$place" "$what"; done
    printf '\n'
}

make_clone
start_actions_cache
Start=$(git rev-parse HEAD)
git remote set-head origin --delete
git update-ref refs/remotes/origin/main "$Start"
git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
for place in Registry Folder GitHub; do
    on_branch main
    empty_builder
    quietly build "$place"
done
for ((round = 0; round < Rounds; round++)); do
    for place in None Registry Folder GitHub; do
        for what in "${Changes[@]}"; do measure "$place" "$what"; done
    done
done

setup
printf '\n| %s rounds, median | no change | a source file of one image | the library of four images | the base of four images |\n' "$Rounds"
printf -- '|---|---|---|---|---|\n'
row 'no cache' None
row 'registry' Registry
row 'folder' Folder
row "GitHub's cache" GitHub

# How many steps a change makes run does not depend on where the others are kept; without a change, none does. BuildKit does not
# always tell a step that it need not look at, so that of all may be one less.
steps_run() { awk '{ print $3 - $1 }' <<<"${Steps[$1]}"; }

for what in "${Changes[@]}"; do
    if (($(steps_run "Registry $what") != $(steps_run "Folder $what") || $(steps_run "Registry $what") != $(steps_run "GitHub $what"))); then exit 1; fi
done
(($(steps_run 'Registry nothing') == 0 && $(steps_run 'Registry base') == 0))
