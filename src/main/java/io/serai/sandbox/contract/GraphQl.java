package io.serai.sandbox.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A GraphQL schema: documents are validated against it, and what they are given as variables. */
public final class GraphQl implements Description {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final GraphQLSchema schema;
  private final String at;

  /**
   * @param at what the path of its one address matches
   */
  GraphQl(Path file, String at) {
    ParserOptions.setDefaultParserOptions(
        ParserOptions.newParserOptions()
            .maxCharacters(Integer.MAX_VALUE)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .build());
    this.schema =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(file.toFile()));
    this.at = at;
  }

  @Override
  public boolean knows(OfficialRequest call) {
    return call.method().equals("POST") && call.uri().getPath().matches(at);
  }

  @Override
  public List<String> faults(OfficialRequest call) {
    try {
      JsonNode body = JSON.readTree(call.body());
      List<String> faults = faults(body.path("query").asText());
      return faults.isEmpty() ? variables(body) : faults;
    } catch (IOException e) {
      return List.of("the body is not JSON: " + e.getMessage());
    } catch (InvalidSyntaxException e) {
      return List.of("the query is no document: " + e.getMessage());
    }
  }

  /** What is wrong with a document. */
  public List<String> faults(String document) {
    return new Validator()
        .validateDocument(schema, Parser.parse(document), Locale.ROOT).stream()
            .map(GraphQLError::getMessage)
            .toList();
  }

  private List<String> variables(JsonNode body) {
    Document document = Parser.parse(body.get("query").asText());
    Map<String, Object> given = JSON.convertValue(body.path("variables"), MAP);
    try {
      document
          .getDefinitionsOfType(OperationDefinition.class)
          .forEach(
              operation ->
                  ValuesResolver.coerceVariableValues(
                      schema,
                      operation.getVariableDefinitions(),
                      new RawVariables(given == null ? Map.of() : given),
                      GraphQLContext.getDefault(),
                      Locale.ROOT));
      return List.of();
    } catch (GraphQLException wrong) {
      return List.of(wrong.getMessage());
    }
  }
}
