package io.serai.sandbox.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
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

  private static final String UNVERSIONED = "(?m)^info:\n(?!(?:  .*\n)*?  version:)";

  private final OpenApiInteractionValidator validator;
  private final String at;
  private final Set<String> answered;

  /**
   * @param at the path of the server that the description's paths stand behind
   * @param leaves faults that are none, since the description leaves something out
   */
  OpenApi(Path file, String at, List<String> leaves) {
    this(file, at, leaves, Set.of());
  }

  /**
   * @param answered query parameters that answers name for the next request
   */
  OpenApi(Path file, String at, List<String> leaves, Set<String> answered) {
    LevelResolver.Builder strict =
        LevelResolver.create()
            .withDefaultLevel(Level.ERROR)
            .withLevel("validation.request.parameter.query.unexpected", Level.ERROR);
    this.at = at;
    this.answered = answered;
    leaves.forEach(key -> strict.withLevel(key, Level.IGNORE));
    try {
      String text = Files.readString(file).replaceFirst(UNVERSIONED, "info:\n  version: unsaid\n");
      this.validator = validator(text, strict.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A description that an archive has kept may have flaws that no request depends on. */
  private OpenApiInteractionValidator validator(String text, LevelResolver strict) {
    try {
      return built(OpenApiInteractionValidator.createForInlineApiSpecification(text), strict);
    } catch (OpenApiInteractionValidator.ApiLoadException flawed) {
      ParseOptions options = new ParseOptions();
      options.setResolve(true);
      OpenAPI api = new OpenAPIV3Parser().readContents(text, null, options).getOpenAPI();
      return built(OpenApiInteractionValidator.createFor(api), strict);
    }
  }

  private OpenApiInteractionValidator built(
      OpenApiInteractionValidator.Builder builder, LevelResolver strict) {
    return builder.withBasePathOverride(at).withLevelResolver(strict).build();
  }

  @Override
  public boolean knows(OfficialRequest call) {
    // The validator takes a path without the server's for one of its own, too.
    return call.uri().getPath().startsWith(at)
        && report(call).getMessages().stream().map(Message::getKey).noneMatch(UNKNOWN::contains);
  }

  @Override
  public List<String> faults(OfficialRequest call) {
    return report(call).getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .toList();
  }

  private ValidationReport report(OfficialRequest call) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(call.method(), call.uri().getRawPath(), true);
    call.headers().forEach(request::withHeader);
    query(call, request);
    if (call.body().length > 0) {
      request.withBody(new String(call.body(), StandardCharsets.UTF_8));
    }
    return validator.validateRequest(request.build());
  }

  private void query(OfficialRequest call, SimpleRequest.Builder request) {
    String raw = call.uri().getRawQuery() == null ? "" : call.uri().getRawQuery();
    List.of(raw.split("&")).stream()
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .filter(pair -> !answered.contains(decoded(pair[0])))
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
