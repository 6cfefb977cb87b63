# Written by Kiln ('./build.sh Scaffold') for build.gradle.kts. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles where the build runs, since jars are the same everywhere; what the tool downloads stays in a cache that one build at a time may use.
FROM --platform=$BUILDPLATFORM gradle:9-jdk25 AS build
WORKDIR /src

# Plugins and the graph of dependencies first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.gradle,sharing=locked \
    --mount=type=bind,source=build.gradle.kts,target=build.gradle.kts \
    --mount=type=bind,source=settings.gradle.kts,target=settings.gradle.kts \
    --mount=type=bind,source=gradle,target=gradle \
    gradle --no-daemon dependencies

COPY . .
RUN --mount=type=cache,target=/root/.gradle,sharing=locked \
    gradle --no-daemon installDist && \
    mkdir -p /out/lib && \
    cp -r build/install/*/lib/. /out/lib/ && \
    cp build/libs/*.jar /out/application.jar && \
    rm -f "/out/lib/$(basename build/libs/*.jar)"

# final runs Java, and compiles nothing.
FROM eclipse-temurin:25-jre AS final
LABEL org.opencontainers.image.title="gradle-application"
WORKDIR /app
COPY --from=build /out/lib/ ./lib/
COPY --from=build /out/application.jar ./
USER 65532:65532
EXPOSE 8090
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-cp", "application.jar:lib/*", "com.acme.MainKt"]
