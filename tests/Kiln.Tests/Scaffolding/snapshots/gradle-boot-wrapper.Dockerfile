# Written by Kiln ('./build.sh Scaffold') for build.gradle.kts. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles where the build runs, since jars are the same everywhere; what the tool downloads stays in a cache that one build at a time may use.
FROM --platform=$BUILDPLATFORM eclipse-temurin:21-jdk AS build
WORKDIR /src

# Plugins and the graph of dependencies first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.gradle,sharing=locked \
    --mount=type=bind,source=build.gradle.kts,target=build.gradle.kts \
    --mount=type=bind,source=settings.gradle.kts,target=settings.gradle.kts \
    --mount=type=bind,source=gradlew,target=gradlew \
    --mount=type=bind,source=gradle,target=gradle \
    sh gradlew --no-daemon dependencies

COPY . .
RUN --mount=type=cache,target=/root/.gradle,sharing=locked \
    sh gradlew --no-daemon bootJar && \
    cp build/libs/*.jar application.jar && \
    java -Djarmode=tools -jar application.jar extract --layers --destination /out

# final runs Java, and compiles nothing.
FROM eclipse-temurin:21-jre AS final
LABEL org.opencontainers.image.title="gradle-boot-wrapper"
WORKDIR /app
COPY --from=build /out/dependencies/ ./
COPY --from=build /out/spring-boot-loader/ ./
COPY --from=build /out/snapshot-dependencies/ ./
COPY --from=build /out/application/ ./
USER 65532:65532
EXPOSE 8080
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "application.jar"]
