package io.serai.sandbox.store;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads {@code store.graphqls} and lets every object answer for its own fields. */
final class StoreSchema {
  static final String RESOURCE = "/sandbox/store.graphqls";
  private static final List<String> SCALARS =
      List.of("DateTime", "Decimal", "Money", "URL", "UnsignedInt64");
  private static final DataFetcher<Object> ASK_THE_OBJECT =
      env -> ((Fields) env.getSource()).get(env.getField().getName(), env);

  private StoreSchema() {}

  static GraphQLSchema read() {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring()
            .codeRegistry(
                GraphQLCodeRegistry.newCodeRegistry()
                    .defaultDataFetcher(DataFetcherFactories.useDataFetcher(ASK_THE_OBJECT)));
    SCALARS.forEach(name -> wiring.scalar(text(name)));
    for (String each : List.of("Node", "DisplayableError", "LegacyInteroperability")) {
      wiring.type(
          each,
          type ->
              type.typeResolver(
                  env -> env.getSchema().getObjectType(((Fields) env.getObject()).type())));
    }
    return new SchemaGenerator()
        .makeExecutableSchema(new SchemaParser().parse(text()), wiring.build());
  }

  static String text() {
    try (InputStream sdl = StoreSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(sdl.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + ": cannot read the schema of the sandbox store", e);
    }
  }

  /** A scalar that travels as text, whatever it means. */
  private static GraphQLScalarType text(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new AsText()).build();
  }

  private static final class AsText implements Coercing<String, String> {
    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
      return result.toString();
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
      return input.toString();
    }

    @Override
    public String parseLiteral(
        Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (literal instanceof StringValue text) {
        return text.getValue();
      }
      if (literal instanceof IntValue number) {
        return number.getValue().toString();
      }
      if (literal instanceof FloatValue number) {
        return number.getValue().toPlainString();
      }
      throw new CoercingParseLiteralException("not a text or a number: " + literal);
    }
  }
}
