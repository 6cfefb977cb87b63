# To be sourced: a clone of HEAD with an engine and a registry of its own, and what is needed to measure commands in it.
# The engine that a person uses is left alone: DOCKER_HOST names the clone's, and so does everything below.

export NUKE_ENGINE=${NUKE_ENGINE:-embedded} LC_ALL=C
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1
Here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
Repository=$(cd "$Here/../.." && pwd)
export KILN_CACHE=${KILN_CACHE:-$Repository/.nuke/temp/cache}
Folder=$(mktemp -d)
Clone=$Folder/kiln
Log=$Folder/log

fail() {
    tail -n 60 "$Log" >&2
    echo "${0##*/}: $*" >&2
    exit 1
}

quietly() { "$@" >"$Log" 2>&1 || fail "'$*' failed."; }

# Whatever runs on port 5000 may be somebody's.
free_port() {
    local port
    for ((port = 5600; port < 5700; port++)); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
    done
    fail "No port from 5600 to 5699 is free for a registry."
}

clone_only() {
    trap end_clone EXIT
    quietly git clone --quiet "$Repository" "$Clone"
    cd "$Clone"
    # As in any checkout that a person works in: until somebody asks once, git reads all files of a new clone each time.
    quietly git status
    if [[ ${KILN_FROM:-packages} == packages ]]; then reference_packages; fi
}

# As most people run Kiln: the build references packages, which have what is compiled in advance. KILN_FROM=sources measures this checkout's way.
reference_packages() {
    local runtime version
    case $(uname -m) in aarch64 | arm64) runtime=linux-arm64 ;; *) runtime=linux-x64 ;; esac
    export NUGET_PACKAGES=$Folder/nuget # packages of one commit have one version, whatever they hold
    quietly ./build.sh Pack --pack-runtimes "$runtime"
    mv artifacts/packages "$Folder/packages"
    version=$(basename "$Folder"/packages/Kiln.Engine.*.nupkg .nupkg)
    version=${version#Kiln.Engine.}
    printf '<configuration><packageSources><add key="kiln" value="%s" /></packageSources></configuration>\n' "$Folder/packages" >NuGet.config
    sed -i 's|<ProjectReference Include="../src/Kiln.Components/Kiln.Components.csproj" />|<PackageReference Include="Kiln.Components.Embedded" />|' build/_build.csproj
    sed -i "s|<PackageVersion Include=\"CliWrap\"|<PackageVersion Include=\"Kiln.Components.Embedded\" Version=\"$version\" />\n    &|" Directory.Packages.props
    quietly git add NuGet.config
    quietly git -c user.name=kiln -c user.email=kiln@example.com commit --quiet --all --message 'By packages'
    quietly git status
}

make_clone() {
    local temp=$Clone/.nuke/temp tools=$KILN_CACHE/engine-tools
    Port=$(free_port)
    clone_only
    unset DOCKER_CONTEXT BUILDX_BUILDER
    # No engine answers there, so the clone starts its own whatever engine this machine has.
    DOCKER_HOST=unix:///nonexistent/docker.sock quietly kiln

    # From here on it is an engine like any other, behind 'docker' on PATH.
    mkdir "$Folder/docker"
    printf '{"cliPluginsExtraDirs": ["%s"]}\n' "$tools/usr/libexec/docker/cli-plugins" >"$Folder/docker/config.json"
    export DOCKER_CONFIG=$Folder/docker BUILDX_CONFIG=$temp/engine/buildx PATH=$tools/usr/bin:$PATH
    DOCKER_HOST=unix://$(runtime_folder "$temp")/docker.sock
    export DOCKER_HOST
    quietly docker info
    quietly kiln
    if docker info --format '{{.DockerRootDir}}' | grep -qv "^$temp/"; then fail "$DOCKER_HOST is not the clone's engine."; fi
}

# As src/Kiln/Buildx/Bootstrapping/EngineFolders.cs names it.
runtime_folder() {
    local root=/run
    if [[ ! -d $root ]]; then root=${TMPDIR:-/tmp}; fi
    printf '%s/kiln-%s' "${root%/}" "$(printf %s "$1" | sha256sum | cut -c 1-8)"
}

end_clone() {
    if [[ -x $Clone/build.sh ]]; then (cd "$Clone" && ./build.sh StopEngine) >/dev/null 2>&1 || true; fi
    rm -rf "$Folder"
}

kiln() { ./build.sh DockerBuild --sample Shop --registry-port "$Port" "$@"; }

# No step is cached and no image kept; base images are in the registry on this machine, or where they come from.
empty_builder() {
    quietly docker image prune --all --force
    quietly docker buildx prune --all --force
}

# Milliseconds that a command takes; a command that fails ends the measurement.
milliseconds() {
    local TIMEFORMAT=%3R seconds
    if ! seconds=$({ time "$@" >"$Log" 2>&1; } 2>&1); then fail "'$*' failed."; fi
    echo $((10#${seconds/./}))
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
lowest() { printf '%s\n' "$@" | sort -n | sed -n 1p; }
highest() { printf '%s\n' "$@" | sort -n | sed -n "$#p"; }

# Milliseconds as seconds, and two of them as how many times the first takes of the second.
seconds() { printf '%s%d.%02d' "$( (($1 < 0)) && echo -)" "$((${1#-} / 1000))" "$((${1#-} % 1000 / 10))"; }
ratio() { printf '%d.%02d' $(($1 / $2)) $(($1 * 100 / $2 % 100)); }

setup() {
    local memory
    memory=$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)
    printf 'Commit %s, %s cores, %s GB, %s, ' "$(git -C "$Repository" rev-parse --short=12 HEAD), by ${KILN_FROM:-packages}" "$(nproc)" "$memory" \
        "$(. /etc/os-release && echo "$PRETTY_NAME")"
    printf 'Docker Engine %s, buildx %s, NUKE_ENGINE=%s, ' "$(docker info --format '{{.ServerVersion}}')" \
        "$(docker buildx version | grep -o '[0-9]*\.[0-9]*\.[0-9]*' | head -n 1)" "$NUKE_ENGINE"
    printf 'load %s when it began.\n' "$Load"
}

Load=$(cut -d ' ' -f 1 /proc/loadavg)
