# Written by Kiln ('./build.sh Scaffold') for api/pom.xml. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles where the build runs, since jars are the same everywhere; what the tool downloads stays in a cache that one build at a time may use.
FROM --platform=$BUILDPLATFORM maven:3-eclipse-temurin-21 AS build
WORKDIR /src

COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn --batch-mode --projects api --also-make package dependency:copy-dependencies -DincludeScope=runtime -DskipTests && \
    mkdir -p /out/lib && \
    cp -r api/target/dependency/. /out/lib/ && \
    cp api/target/api-*.jar /out/application.jar && \
    rm -f "/out/lib/$(basename api/target/api-*.jar)"

# final runs Java, and compiles nothing.
FROM eclipse-temurin:21-jre AS final
LABEL org.opencontainers.image.title="api"
WORKDIR /app
COPY --from=build /out/lib/ ./lib/
COPY --from=build /out/application.jar ./
USER 65532:65532
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-cp", "application.jar:lib/*", "com.acme.App"]
