package io.serai.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** All that describes one channel's API: what {@code descriptions.yaml} lists for it. */
public final class Descriptions {
  private static final String RESOURCE = "/sandbox/descriptions.yaml";

  private final List<Description> described;
  private final List<Prose> prose;

  /** An address that is described in prose only, and why. */
  private record Prose(String url, String why) {}

  private Descriptions(List<Description> described, List<Prose> prose) {
    this.described = described;
    this.prose = prose;
  }

  /** Reads the official descriptions of a channel, which may take some seconds. */
  public static Descriptions of(Path folder, String channel) {
    JsonNode listed = list().path(channel);
    return new Descriptions(
        stream(listed.path("described")).map(each -> description(folder, each)).toList(),
        stream(listed.path("undescribed"))
            .map(each -> new Prose(each.get("url").asText(), each.get("why").asText()))
            .toList());
  }

  /** The channels that are listed. */
  public static List<String> channels() {
    return list().properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  /** The description that speaks of the request's address and method. */
  public Optional<Description> of(OfficialRequest request) {
    return described.stream().filter(each -> each.knows(request)).findFirst();
  }

  /** Why no machine can read what describes the request's address, if that is known. */
  public Optional<String> inProseOnly(OfficialRequest request) {
    String url = request.uri().toString();
    return prose.stream().filter(each -> url.matches(each.url())).map(Prose::why).findFirst();
  }

  /** The GraphQL schemas among them. */
  public List<GraphQl> schemas() {
    return described.stream().filter(GraphQl.class::isInstance).map(GraphQl.class::cast).toList();
  }

  private static JsonNode list() {
    try (InputStream file = Descriptions.class.getResourceAsStream(RESOURCE)) {
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + ": cannot read the list of descriptions", e);
    }
  }

  private static Description description(Path folder, JsonNode listed) {
    Path file = folder.resolve(listed.get("file").asText());
    return file.toString().endsWith(".graphql")
        ? new GraphQl(file, listed.get("at").asText())
        : new OpenApi(
            file,
            listed.path("at").asText("/"),
            texts(listed.path("leaves")),
            Set.copyOf(texts(listed.path("answered"))));
  }

  private static List<String> texts(JsonNode list) {
    return stream(list).map(JsonNode::asText).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
