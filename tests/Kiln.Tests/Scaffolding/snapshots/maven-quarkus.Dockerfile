# Written by Kiln ('./build.sh Scaffold') for pom.xml. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles where the build runs, since jars are the same everywhere; what the tool downloads stays in a cache that one build at a time may use.
FROM --platform=$BUILDPLATFORM maven:3-eclipse-temurin-21 AS build
WORKDIR /src

# Dependencies first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    --mount=type=bind,source=pom.xml,target=pom.xml \
    mvn --batch-mode dependency:go-offline

COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn --batch-mode package -DskipTests && \
    cp -r target/quarkus-app /out

# final runs Java, and compiles nothing.
FROM eclipse-temurin:21-jre AS final
LABEL org.opencontainers.image.title="greeter"
WORKDIR /app
COPY --from=build /out/lib/ ./lib/
COPY --from=build /out/app/ ./app/
COPY --from=build /out/quarkus/ ./quarkus/
COPY --from=build /out/quarkus-run.jar ./
USER 65532:65532
EXPOSE 8080
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "quarkus-run.jar"]
