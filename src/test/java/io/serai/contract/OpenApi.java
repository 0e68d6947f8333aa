package io.serai.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.serai.api.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An OpenAPI or Swagger description; a query parameter that it does not name is a fault too. */
final class OpenApi implements Description {
  private static final Set<String> UNKNOWN =
      Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");

  private final OpenApiInteractionValidator validator;

  /**
   * @param at the path of the server that the description's paths stand behind
   */
  OpenApi(Path file, String at) {
    LevelResolver strict =
        LevelResolver.create()
            .withDefaultLevel(Level.ERROR)
            .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
            .build();
    try {
      this.validator =
          OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(file))
              .withBasePathOverride(at)
              .withLevelResolver(strict)
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean knows(Transport.Call call) {
    return report(call).getMessages().stream().map(Message::getKey).noneMatch(UNKNOWN::contains);
  }

  @Override
  public List<String> faults(Transport.Call call) {
    return report(call).getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .toList();
  }

  private ValidationReport report(Transport.Call call) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(call.method(), call.uri().getRawPath(), true);
    call.headers().forEach(request::withHeader);
    query(call, request);
    if (call.body().length > 0) {
      request.withBody(new String(call.body(), StandardCharsets.UTF_8));
    }
    return validator.validateRequest(request.build());
  }

  private static void query(Transport.Call call, SimpleRequest.Builder request) {
    String raw = call.uri().getRawQuery() == null ? "" : call.uri().getRawQuery();
    List.of(raw.split("&")).stream()
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.groupingBy(
                pair -> decoded(pair[0]),
                Collectors.mapping(
                    pair -> pair.length > 1 ? decoded(pair[1]) : "", Collectors.toList())))
        .forEach(request::withQueryParam);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
