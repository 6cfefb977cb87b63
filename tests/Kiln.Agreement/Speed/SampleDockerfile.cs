using System.Text;

namespace Kiln.Agreement.Speed;

/// <summary>A Dockerfile of any size with what real ones hold: stages, commands, mounts, heredocs, lists.</summary>
static class SampleDockerfile
{
    const string Stage = """
        # The tools that the build needs; stage {0}.
        FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build{0}
        ARG TARGETARCH CONFIGURATION=Release VERSION="1.0 preview"
        ENV DOTNET_NOLOGO=1 \
            NUGET_XMLDOC_MODE=skip \
            GREETING="hello \"you\"" PLACE=over\ there
        WORKDIR /src

        # Only what restore needs, so that the layer stays when code changes.
        COPY --link ["Directory.Build.props", "Directory.Packages.props", "./"]
        COPY --parents src/*/*.csproj ./
        RUN --mount=type=cache,id=nuget,target=/root/.nuget/packages,sharing=locked \
            --mount=type=secret,id=feed,target=/root/.nuget/NuGet/NuGet.Config,required=true \
            dotnet restore src/Api/Api.csproj -a $TARGETARCH
        COPY . .
        RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish src/Api -c $CONFIGURATION -o /app

        FROM debian:13-slim AS tools{0}
        RUN apt-get update \
            # what curl needs
            && apt-get install -y --no-install-recommends \
                ca-certificates \
                curl \
                "gnupg" \
                'unzip' \
            && rm -rf /var/lib/apt/lists/* \
            && curl -fsSL https://example.com/tool-${{VERSION:-1.2.3}}.tar.gz | tar -xz -C /usr/local/bin
        RUN <<EOF
        set -e
        for name in a b c; do
            echo "$name" >> /etc/names
        done
        EOF
        COPY <<-"CONFIG" /etc/app/config.json
        	{{
        	  "name": "api", "port": 8080
        	}}
        	CONFIG
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \
            https://example.com/a.tar.gz /opt/

        FROM build{0} AS final{0}
        LABEL org.opencontainers.image.source="https://example.com/repository" org.opencontainers.image.licenses=MIT
        COPY --from=tools{0} --chown=1654:1654 --chmod=0755 /usr/local/bin/tool /usr/local/bin/
        EXPOSE 8080/tcp 8443
        VOLUME /data /cache
        HEALTHCHECK --interval=30s --timeout=3s CMD ["/usr/local/bin/tool", "check", "--quiet"]
        USER 1654
        STOPSIGNAL SIGTERM
        ENTRYPOINT ["dotnet", "Api.dll"]
        CMD ["--urls", "http://+:8080"]


        """;

    public static string OfSize(int characters)
    {
        var result = new StringBuilder("# syntax=docker/dockerfile:1\n\n");
        for (var stage = 0; result.Length < characters; stage++)
            result.AppendFormat(Stage, stage);
        return result.ToString();
    }
}
