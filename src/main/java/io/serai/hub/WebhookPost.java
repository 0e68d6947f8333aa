package io.serai.hub;

import io.serai.webhook.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts messages to whoever has subscribed. Redirects are not followed, and a name whose address is
 * out of reach is refused when the connection is made: what it was when the webhook was made says
 * nothing about now. The whole takes ten seconds at most.
 */
final class WebhookPost {
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int MOST_ANSWER = 300;

  private final CloseableHttpClient client;
  private final Duration whole;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  WebhookPost(Destination destination) {
    this(destination, WHOLE);
  }

  /** Posts with another patience. */
  WebhookPost(Destination destination, Duration whole) {
    this.whole = whole;
    Timeout silence = Timeout.of(whole);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Reachable(destination))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(silence)
                            .setSocketTimeout(silence)
                            .build())
                    .setMaxConnTotal(50)
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence).build())
            .setUserAgent("Serai")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /**
   * What a receiver has answered.
   *
   * @param retryAfter what the header of that name says, if it is there
   * @param text the beginning of the body
   */
  record Answer(int status, Optional<String> retryAfter, String text) {}

  /**
   * Posts a message.
   *
   * @throws IOException when no answer came
   */
  Answer post(String url, Map<String, String> headers, byte[] body) throws IOException {
    HttpPost post = new HttpPost(url);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    ScheduledFuture<?> deadline =
        deadlines.schedule(post::cancel, whole.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(post, WebhookPost::answer);
    } catch (IOException e) {
      throw post.isCancelled()
          ? new IOException("no answer within " + whole.toSeconds() + " seconds", e)
          : e;
    } finally {
      deadline.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    Header wait = response.getFirstHeader("Retry-After");
    String text = "";
    if (response.getEntity() != null && response.getEntity().getContent() != null) {
      InputStream content = response.getEntity().getContent();
      text = new String(content.readNBytes(MOST_ANSWER), StandardCharsets.UTF_8);
    }
    return new Answer(
        response.getCode(),
        Optional.ofNullable(wait).map(Header::getValue),
        text.replaceAll("\\p{Cntrl}+|\\p{Co}|\ufffd", " ").strip());
  }

  private static final class Reachable extends SystemDefaultDnsResolver {
    private final Destination destination;

    Reachable(Destination destination) {
      this.destination = destination;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = super.resolve(host);
      for (InetAddress address : found) {
        if (!destination.allows(address)) {
          throw new UnknownHostException(
              host + " is out of reach: " + destination.refusal(address));
        }
      }
      return Arrays.copyOf(found, found.length);
    }
  }
}
