# Written by Kiln ('./build.sh Scaffold') for Tool.csproj. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles to machine code, so it runs on the platform that it compiles for.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
ARG TARGETARCH
WORKDIR /src

# What restore reads comes first: packages are fetched again only when one of these files changes.
COPY Tool.csproj ./
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore Tool.csproj --arch $TARGETARCH

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish Tool.csproj --configuration Release --arch $TARGETARCH -p:CopyOutputSymbolsToPublishDirectory=false --output /app

# final has the libraries of the system that the program needs, and neither shell nor package manager.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled AS final
LABEL org.opencontainers.image.title="tool"
WORKDIR /app
COPY --from=build /app ./
USER 1654:1654
ENTRYPOINT ["./Tool"]
