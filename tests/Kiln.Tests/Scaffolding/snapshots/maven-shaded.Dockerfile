# Written by Kiln ('./build.sh Scaffold') for pom.xml. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles where the build runs, since jars are the same everywhere; what the tool downloads stays in a cache that one build at a time may use.
FROM --platform=$BUILDPLATFORM maven:3-eclipse-temurin-8 AS build
WORKDIR /src

COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn --batch-mode package -DskipTests -Dmaven.source.skip && \
    mkdir /out && \
    cp target/tool-*.jar /out/application.jar

# final runs Java, and compiles nothing.
FROM eclipse-temurin:8-jre AS final
LABEL org.opencontainers.image.title="tool"
WORKDIR /app
COPY --from=build /out/application.jar ./
USER 65532:65532
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "application.jar"]
