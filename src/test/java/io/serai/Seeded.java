package io.serai;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a test with one seed after the other. Every build runs the same ones, so that a build fails
 * only for what has changed in it. {@code -Dserai.tries=20} runs twenty times as many, {@code
 * -Dserai.seed=random} others each time, {@code -Dserai.seed=N} those that start with N: a failure
 * names its seed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Seeded.Seeds.class)
public @interface Seeded {
  /** How many seeds a usual build runs. */
  int tries();

  /** The first is given or drawn, the others follow from it. */
  final class Seeds implements ArgumentsProvider {
    private static final String USUAL = "20261123";

    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      String given = System.getProperty("serai.seed", USUAL);
      long first = given.equals("random") ? new Random().nextInt() : Long.parseLong(given);
      int tries =
          context.getRequiredTestMethod().getAnnotation(Seeded.class).tries()
              * Integer.getInteger("serai.tries", 1);
      return LongStream.iterate(first, seed -> new Random(seed).nextInt())
          .limit(tries)
          .mapToObj(Arguments::of);
    }
  }
}
