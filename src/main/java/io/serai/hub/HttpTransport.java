package io.serai.hub;

import io.serai.api.Transport;
import io.serai.delivery.Rejected;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP/1.1, on connections that are kept. Ten seconds to connect, thirty for the whole answer, 32
 * MiB of it. Redirects are not followed: they would take the credentials along.
 */
final class HttpTransport implements Transport {
  private static final Duration WHOLE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Duration whole;

  HttpTransport() {
    this(WHOLE);
  }

  /** A transport that waits otherwise for a whole answer. */
  HttpTransport(Duration whole) {
    this.whole = whole;
  }

  @Override
  public Reply send(Call call) throws IOException {
    HttpRequest request = request(call);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, String> headers = new TreeMap<>();
      response
          .headers()
          .map()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
      return new Reply(response.statusCode(), headers, response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("none within " + whole.toSeconds() + " seconds", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("the hub is stopping", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private HttpRequest request(Call call) {
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(call.uri())
              .timeout(whole)
              .method(
                  call.method(),
                  call.body().length == 0
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(call.body()));
      call.headers().forEach(builder::setHeader);
      return builder.build();
    } catch (IllegalArgumentException e) {
      // A header with a line break, for example; the message may quote it, so it stays out.
      throw new Rejected(call + " cannot be sent: a header or the address has a wrong character");
    }
  }
}
