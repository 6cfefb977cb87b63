# Written by Kiln ('./build.sh Scaffold') for pom.xml. It is yours to edit: it is written anew only with --overwrite-files.

# build compiles where the build runs, since jars are the same everywhere; what the tool downloads stays in a cache that one build at a time may use.
FROM --platform=$BUILDPLATFORM eclipse-temurin:17-jdk AS build
WORKDIR /src

# Dependencies first: this step is done again only when one of these files changes.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    --mount=type=bind,source=pom.xml,target=pom.xml \
    --mount=type=bind,source=mvnw,target=mvnw \
    --mount=type=bind,source=.mvn,target=.mvn \
    sh mvnw --batch-mode dependency:go-offline

COPY . .
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    sh mvnw --batch-mode package -DskipTests && \
    cp target/orders-*.jar application.jar && \
    java -Djarmode=layertools -jar application.jar extract --destination /out

# final runs Java, and compiles nothing.
FROM eclipse-temurin:17-jre AS final
LABEL org.opencontainers.image.title="orders"
WORKDIR /app
COPY --from=build /out/dependencies/ ./
COPY --from=build /out/spring-boot-loader/ ./
COPY --from=build /out/snapshot-dependencies/ ./
COPY --from=build /out/application/ ./
USER 65532:65532
EXPOSE 9000
# Without the option Java would use a quarter of the memory that the container may have.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "org.springframework.boot.loader.JarLauncher"]
