#!/usr/bin/env bash
# Compiles build/_build.csproj if anything that it is made of changed, then becomes the compiled build.
# Everything this script says goes to standard error; standard output belongs to the build.

set -euo pipefail

Root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
Temp="$Root/.nuke/temp"
Note="$Temp/nuke-engine"
InstallUrl=${KILN_DOTNET_INSTALL_URL:-https://dot.net/v1/dotnet-install.sh}

export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1
export NUKE_TELEMETRY_OPTOUT=1

say() { printf 'build.sh: %s\n' "$*" >&2; }
fail() { say "$2"; exit "$1"; }

# A child in the background lets the shell answer a signal at once; the signal is handed on and nothing is left behind.
run() {
    local child='' code=0
    trap 'stop "$child" 130' INT
    trap 'stop "$child" 143' TERM
    trap 'stop "$child" 129' HUP
    set -m # a process group of its own, so that what the child starts ends with it
    "$@" </dev/null &
    child=$!
    set +m
    wait "$child" || code=$?
    trap - INT TERM HUP
    return "$code"
}

stop() {
    trap '' INT TERM HUP
    kill -TERM -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    exit "$2"
}

# What the repository asks of its SDK is for its applications; the nearest global.json above build/ is the build's.
in_build() { cd "$Root/build" && exec "$@"; }

fits() { (in_build "$1" --version) >/dev/null 2>&1; }

find_dotnet() {
    Dotnet=$(command -v dotnet || true)
    if [[ -n $Dotnet ]] && fits "$Dotnet"; then return; fi
    Dotnet="$Temp/dotnet-unix/dotnet"
    if [[ -x $Dotnet ]] && fits "$Dotnet"; then return; fi
    install_dotnet
}

install_dotnet() {
    local file=build/global.json version script="$Temp/dotnet-install.sh" remedy="Install that SDK and put dotnet on PATH."
    if [[ ! -f $Root/$file ]]; then file=global.json; fi
    if [[ ! -f $Root/$file ]]; then
        fail 1 "There is no .NET SDK here, and no build/global.json or global.json that says which to install. Install one and put dotnet on PATH."
    fi
    version=$(sed -n 's/.*"version"[^"]*"\([^"]*\)".*/\1/p' "$Root/$file" | head -n 1)
    say "No .NET SDK here fits $file ($version); installing it into .nuke/temp/dotnet-unix."
    download "$InstallUrl" "$script" ||
        fail 1 "The .NET SDK $version is missing and $InstallUrl cannot be downloaded. $remedy"
    run bash "$script" --install-dir "$Temp/dotnet-unix" --version "$version" --no-path \
        >"$Temp/dotnet-install.log" 2>&1 ||
        fail 1 "The .NET SDK $version cannot be installed: .nuke/temp/dotnet-install.log says why. $remedy"
}

download() {
    if command -v curl >/dev/null; then run curl -fsSL --retry 2 -o "$2" "$1" 2>/dev/null
    else run wget -q -O "$2" "$1" 2>/dev/null; fi
}

# Whoever is started later must find the same SDK, also the build's own `dotnet` commands.
use_dotnet() {
    export DOTNET_EXE="$Dotnet"
    if [[ $Dotnet == "$Temp"/* ]]; then
        export DOTNET_ROOT="${Dotnet%/*}" PATH="${Dotnet%/*}:$PATH"
    fi
}

read_note() {
    local config
    [[ -f $Note ]] || return 1
    for config in "$Root"/[Nn]u[Gg]et.[Cc]onfig "$Root/Directory.Packages.props"; do
        if [[ $config -nt $Note ]]; then return 1; fi
    done
    Engine=$(<"$Note")
    [[ $Engine == nuke || $Engine == embedded ]]
}

# A repository that references Kiln's packages chose its engine by which one; only props that know NukeEngine switch.
is_switched() { [[ -f $Root/Directory.Build.props && $(<"$Root/Directory.Build.props") == *NukeEngine* ]]; }

settle_engine() {
    Demanded='' Why='' For=''
    if ! is_switched; then Engine=package; return; fi
    Demanded=${NUKE_ENGINE:-}
    case $Demanded in
        nuke | embedded) Engine=$Demanded Why=" as NUKE_ENGINE says" ;;
        '') if read_note; then Why=" as noted in .nuke/temp/nuke-engine"; else find_dotnet; ask_feeds; fi ;;
        *) fail 2 "NUKE_ENGINE is '$Demanded'; allowed are 'nuke' and 'embedded'." ;;
    esac
    For=" for the $Engine engine"
    export NUKE_ENGINE="$Engine"
}

ask_feeds() {
    local why
    probe
    case $Answer in
        there) Engine=nuke why="the package feeds have NUKE's packages (noted in .nuke/temp/nuke-engine)" ;;
        absent) Engine=embedded why="the package feeds lack NUKE's packages (noted in .nuke/temp/nuke-engine)" ;;
        *) Engine=embedded why="the package feeds could not be asked, so the next run asks again" ;;
    esac
    if [[ $Answer != unknown ]]; then printf '%s\n' "$Engine" >"$Note.$$" && mv -f "$Note.$$" "$Note"; fi
    say "The engine is $Engine: $why."
}

# Lies inside the tree so that the user's NuGet.config counts, but of the repository's props it takes the versions only.
probe() {
    local project="$Temp/probe/probe.csproj" log="$Temp/probe/restore.log"
    mkdir -p "$Temp/probe"
    cat >"$project" <<'PROJECT'
<Project>
  <PropertyGroup>
    <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
    <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
  </PropertyGroup>
  <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <WarningsAsErrors>NU1603</WarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Nuke.Common" />
    <PackageReference Include="Nuke.Components" />
  </ItemGroup>
  <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
</Project>
PROJECT
    if NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=2 \
        run "$Dotnet" restore "$project" -nodeReuse:false --nologo -v q >"$log" 2>&1; then Answer=there
    elif grep -q 'NU1301' "$log"; then Answer=unknown
    elif grep -Eq 'NU110[123]|NU1603' "$log"; then Answer=absent
    else Answer=unknown; fi
}

require_nuke() {
    local remedy="add a feed that has Nuke.Common and Nuke.Components to NuGet.config, or set NUKE_ENGINE=embedded"
    probe
    case $Answer in
        absent) fail 2 "NUKE_ENGINE is 'nuke', but the package feeds cannot restore NUKE's packages: $remedy." ;;
        unknown) fail 2 "NUKE_ENGINE is 'nuke', but no package feed could be asked: check the network, $remedy." ;;
    esac
}

# One line a file: path, size, time. One more line changes when the tree is moved or another dotnet is found.
fingerprint() {
    local places=() place
    cd "$Root"
    for place in build $(sources) build.sh Directory.*.{props,targets} global.json .editorconfig [Nn]u[Gg]et.[Cc]onfig; do
        if [[ -e $place ]]; then places+=("$place"); fi
    done
    {
        printf '%s %s\n' "$Root" "$(command -v dotnet || true)"
        list_files "${places[@]}" 2>/dev/null || true # a file that vanishes meanwhile is a file that is gone
    } | LC_ALL=C sort
}

# Sources of an application change often, and a build that references packages is not made of them.
sources() { if is_switched || [[ $(<build/_build.csproj) == *ProjectReference* ]]; then echo src; fi; }

list_files() {
    if find "$1" -prune -printf '' 2>/dev/null; then
        find "$@" \( -name bin -o -name obj \) -type d -prune -o ! -type d -printf '%p\t%s %T@\n'
    else
        find "$@" \( -name bin -o -name obj \) -type d -prune -o ! -type d -exec stat -f '%N%t%z %Fm' {} +
    fi
}

up_to_date() {
    [[ -f $State/fingerprint && -f $State/program ]] && [[ $(<"$State/fingerprint") == "$Now" ]] && read_program
}

read_program() {
    { read -r Dotnet && read -r Program; } <"$State/program"
    [[ -x $Dotnet && -f $Program ]]
}

# MSBuild compares times only, so it does not see a file that was replaced by an older one, and not every deletion.
needs_rebuild() {
    local known="$State/fingerprint" line
    if [[ ! -f $known ]]; then known="$State/last"; fi
    if [[ ! -f $known ]]; then return 0; fi
    while IFS= read -r line; do
        if [[ ! $Root/${line%%$'\t'*} -nt $known ]]; then return 0; fi
    done < <(LC_ALL=C comm -13 "$known" <(printf '%s\n' "$Now"))
    LC_ALL=C comm -23 <(cut -f 1 "$known") <(printf '%s\n' "$Now" | cut -f 1) | grep -q .
}

# Two scripts must not compile into one folder. The compiler holds flock's descriptor too, so that even when this script
# is killed the lock lasts as long as the compiler does. Without flock, a lock whose owner is gone counts for nothing.
lock() {
    if command -v flock >/dev/null; then
        exec 8>"$State/lock"
        if ! flock -n 8; then say "Waiting for another build.sh that is compiling."; fi
        until flock -n 8; do sleep 0.2; done
        return
    fi
    local owner
    until ln -s "$$" "$State/owner" 2>/dev/null; do
        owner=$(readlink "$State/owner" || true)
        if [[ -n $owner ]] && ! kill -0 "$owner" 2>/dev/null; then rm -f "$State/owner"; continue; fi
        sleep 0.2
    done
    trap 'rm -f "$State/owner"' EXIT
}

unlock() {
    if command -v flock >/dev/null; then exec 8>&-; else rm -f "$State/owner"; trap - EXIT; fi
}

compile() {
    local target=Build log="$State/compile.log"
    find_dotnet
    use_dotnet
    if [[ $Demanded == nuke ]]; then require_nuke; fi
    if needs_rebuild; then target=Rebuild; fi
    if [[ -f $State/fingerprint ]]; then mv -f "$State/fingerprint" "$State/last"; fi
    rm -f "$State/program" "$State/target" "$log"
    say "Compiling the build$For$Why."

    run in_build "$Dotnet" build "$Root/build/_build.csproj" -c Debug -t:"$target" --nologo -nodeReuse:false \
        -p:UseSharedCompilation=false -noConsoleLogger -fl "-flp:LogFile=$log;Verbosity=quiet;NoSummary" \
        -getProperty:TargetPath -getResultOutputFile:"$State/target" >"$State/output.log" 2>&1 || compile_failed "$?"

    printf '%s\n%s\n' "$Dotnet" "$(<"$State/target")" >"$State/program"
    printf '%s\n' "$Now" >"$State/fingerprint.$$"
    mv -f "$State/fingerprint.$$" "$State/fingerprint"
    read_program || fail 1 "The build was compiled, but '$Program' is missing."
}

compile_failed() {
    cat "$State/compile.log" >&2 2>/dev/null || cat "$State/output.log" >&2
    fail "$1" "build/_build.csproj does not compile; nothing was run."
}

mkdir -p "$Temp"
settle_engine
State="$Temp/build/$Engine"
Now=$(fingerprint)
if ! up_to_date; then
    mkdir -p "$State"
    lock
    Now=$(fingerprint)
    if ! up_to_date; then compile; fi
    unlock
fi
use_dotnet
exec "$Dotnet" "$Program" "$@"
