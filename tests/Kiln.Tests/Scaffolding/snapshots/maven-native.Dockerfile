# Written by Kiln ('./build.sh Scaffold') for pom.xml. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles; what the tool downloads stays in a cache that one build at a time may use.
FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /src

# Dependencies first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    --mount=type=bind,source=pom.xml,target=pom.xml \
    mvn --batch-mode dependency:go-offline

COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn --batch-mode package dependency:copy-dependencies -DincludeScope=runtime -Dmaven.test.skip && \
    mkdir -p /out/lib && \
    cp -r target/dependency/. /out/lib/ && \
    cp target/viewer-*.jar /out/application.jar && \
    rm -f "/out/lib/$(basename target/viewer-*.jar)"

# final runs Java, and compiles nothing.
FROM eclipse-temurin:21-jre AS final
LABEL org.opencontainers.image.title="viewer"
WORKDIR /app
COPY --from=build /out/lib/ ./lib/
COPY --from=build /out/application.jar ./
USER 65532:65532
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-cp", "application.jar:lib/*", "example.Viewer"]
