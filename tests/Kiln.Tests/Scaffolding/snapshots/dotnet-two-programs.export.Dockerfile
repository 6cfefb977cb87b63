# Written by Kiln ('./build.sh Scaffold') for src/Tools/Export.csproj. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:9.0.203 AS build
ARG TARGETARCH
WORKDIR /src

# What restore reads comes first: packages are fetched again only when one of these files changes.
COPY global.json nuget.config ./
COPY src/Tools/Export.csproj src/Tools/
COPY packages/ packages/
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/Tools/Export.csproj --arch $TARGETARCH -p:UseAppHost=false

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/Tools/Export.csproj --configuration Release --arch $TARGETARCH -p:UseAppHost=false --output /app

# final has the runtime, and neither shell nor package manager.
FROM mcr.microsoft.com/dotnet/aspnet:6.0-jammy-chiseled AS final
LABEL org.opencontainers.image.title="export"
WORKDIR /app
COPY --from=build /app ./
USER 1654:1654
EXPOSE 8080
ENTRYPOINT ["dotnet", "Export.dll"]
