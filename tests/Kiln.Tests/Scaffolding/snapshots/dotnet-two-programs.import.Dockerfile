# Written by Kiln ('./build.sh Scaffold') for src/Tools/Import.csproj. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:9.0.203 AS build
ARG TARGETARCH
WORKDIR /src

# What restore reads comes first: packages are fetched again only when one of these files changes.
COPY eng/Versions.props eng/
COPY global.json nuget.config ./
COPY src/Tools/Import.csproj src/Tools/
COPY packages/ packages/
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/Tools/Import.csproj --arch $TARGETARCH -p:UseAppHost=false

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/Tools/Import.csproj --configuration Release --framework net9.0 --arch $TARGETARCH -p:UseAppHost=false --output /app

# final has the runtime, with the rules of languages and the time zones, and neither shell nor package manager.
FROM mcr.microsoft.com/dotnet/runtime:9.0-noble-chiseled-extra AS final
LABEL org.opencontainers.image.title="import"
WORKDIR /app
COPY --from=build /app ./
USER 1654:1654
ENTRYPOINT ["dotnet", "acme-import.dll"]
