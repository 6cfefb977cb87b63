# Written by Kiln ('./build.sh Scaffold') for src/OrderWorker/OrderWorker.csproj. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles on the machine that builds for the platform that is asked for, so no platform needs an emulator.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /src

# What restore reads comes first: packages are fetched again only when one of these files changes.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/OrderWorker/OrderWorker.csproj src/OrderWorker/
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/OrderWorker/OrderWorker.csproj --arch $TARGETARCH -p:UseAppHost=false

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/OrderWorker/OrderWorker.csproj --configuration Release --arch $TARGETARCH -p:UseAppHost=false --output /app

# final has the runtime, and neither shell nor package manager.
FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled AS final
LABEL org.opencontainers.image.title="order-worker"
WORKDIR /app
COPY --from=build /app ./
USER 1654:1654
ENTRYPOINT ["dotnet", "OrderWorker.dll"]
