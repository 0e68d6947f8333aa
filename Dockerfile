# Builds Serai and packs what is needed to run it: a Java runtime, the distribution, nobody's root.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
# The libraries come first: a changed source does not fetch them anew.
RUN mvn -B -q dependency:go-offline
COPY serai serai.yaml LICENSE README.md CHANGELOG.md CONTRIBUTING.md ./
COPY routes routes
COPY connectors connectors
COPY docs docs
COPY src/main src/main
RUN mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip package \
 && mkdir /opt/serai \
 && tar -xzf target/serai-*.tar.gz --strip-components=1 -C /opt/serai

FROM eclipse-temurin:17-jre
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /srv/serai serai \
 && mkdir -p /srv/serai/data \
 && chown -R serai /srv/serai
COPY --from=build /opt/serai /opt/serai
USER serai
# serai.yaml is looked for here; what the hub keeps beside the database lies in data.
WORKDIR /srv/serai
VOLUME /srv/serai/data
EXPOSE 8080
# An answer of /health/ready says that the hub can work, not only that it runs.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["/opt/serai/serai"]
CMD ["run"]
