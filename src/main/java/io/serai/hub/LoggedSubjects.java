package io.serai.hub;

import io.serai.delivery.Delivery;
import io.serai.document.Document;
import io.serai.log.Subject;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Lets every line that a step of a route logs, in whatever library, name the delivery or document
 * that the step works on: the exchange property of that name.
 */
final class LoggedSubjects implements InterceptStrategy {
  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        Optional<Subject> subject = subject(exchange);
        try {
          return super.process(exchange, callback);
        } finally {
          subject.ifPresent(Subject::close);
        }
      }
    };
  }

  private static Optional<Subject> subject(Exchange exchange) {
    if (exchange.getProperty("delivery") instanceof Delivery delivery) {
      return Optional.of(Subject.of(delivery));
    }
    if (exchange.getProperty("document") instanceof Document document) {
      return Optional.of(Subject.of(document));
    }
    return Optional.empty();
  }
}
