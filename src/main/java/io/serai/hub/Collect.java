package io.serai.hub;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Bean {@code collect}: what the steps of a split leave in the body, as a list; a body that is null
 * is left out.
 */
public final class Collect implements AggregationStrategy {
  @Override
  public Exchange aggregate(Exchange collected, Exchange next) {
    Exchange result = collected == null ? next : collected;
    List<Object> bodies = new ArrayList<>();
    if (collected != null) {
      bodies.addAll((List<?>) collected.getMessage().getBody());
    }
    Object body = next.getMessage().getBody();
    if (body != null) {
      bodies.add(body);
    }
    result.getMessage().setBody(bodies);
    return result;
  }
}
