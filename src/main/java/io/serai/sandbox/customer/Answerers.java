package io.serai.sandbox.customer;

import io.serai.sandbox.world.ReceivedMail;
import io.serai.sandbox.world.Seen;
import io.serai.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The customers who read a mail that tells them of a delay: they follow its link, and by chance
 * choose to wait, to cancel, or to take something else; some stay silent. What a customer does
 * depends on the seed and the mail alone.
 */
public final class Answerers implements AutoCloseable {
  private static final Pattern DELAY = Pattern.compile("longer|länger");
  private static final Pattern LINK = Pattern.compile("https?://\\S+/order/[A-Za-z0-9_-]+");
  private static final Pattern FORM = Pattern.compile("<form[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_TRIES = 50;

  private final long seed;
  private final World world;
  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Answerers::thread);
  private final List<Unanswered> unanswered = new ArrayList<>();
  private int read;

  private record Unanswered(URI link, SplittableRandom chance, int tries) {}

  private Answerers(long seed, World world) {
    this.seed = seed;
    this.world = world;
  }

  /** Lets the customers read their mail from now on. */
  public static Answerers start(long seed, World world) {
    Answerers answerers = new Answerers(seed, world);
    answerers.thread.scheduleWithFixedDelay(answerers::look, 200, 200, TimeUnit.MILLISECONDS);
    return answerers;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look() {
    List<Seen<ReceivedMail>> mails = world.mails();
    for (Seen<ReceivedMail> mail : mails.subList(read, mails.size())) {
      link(mail.what()).ifPresent(link -> unanswered.add(reader(mail.what(), link)));
    }
    read = mails.size();
    List<Unanswered> now = List.copyOf(unanswered);
    unanswered.clear();
    now.forEach(this::answer);
  }

  private Unanswered reader(ReceivedMail mail, URI link) {
    return new Unanswered(link, new SplittableRandom(seed ^ mail.messageId().hashCode()), 0);
  }

  private static Optional<URI> link(ReceivedMail mail) {
    Matcher link = LINK.matcher(mail.text());
    return DELAY.matcher(mail.subject()).find() && link.find()
        ? Optional.of(URI.create(link.group()))
        : Optional.empty();
  }

  private void answer(Unanswered customer) {
    try {
      String page = send(HttpRequest.newBuilder(customer.link()));
      Optional<String> form = pick(forms(page), customer.chance().split());
      if (form.isPresent()) {
        send(
            HttpRequest.newBuilder(customer.link())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.get())));
      }
    } catch (IOException e) {
      // The hub is away for a moment: a customer tries again.
      if (customer.tries() < MOST_TRIES) {
        unanswered.add(new Unanswered(customer.link(), customer.chance(), customer.tries() + 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return browser.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()).body();
  }

  // Of ten customers three take something else where they can, three wait, two cancel, two are
  // silent.
  private static Optional<String> pick(List<String> forms, SplittableRandom chance) {
    int die = chance.nextInt(10);
    String wanted = die < 3 ? "substitute" : die < 6 ? "wait" : die < 8 ? "cancel" : "silence";
    return forms.stream().filter(form -> form.contains("choice=" + wanted)).findFirst();
  }

  private static List<String> forms(String page) {
    List<String> forms = new ArrayList<>();
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      List<String> fields = new ArrayList<>();
      FIELD
          .matcher(form.group(1))
          .results()
          .forEach(
              field ->
                  fields.add(
                      field.group(1)
                          + "="
                          + java.net.URLEncoder.encode(
                              field.group(2), java.nio.charset.StandardCharsets.UTF_8)));
      forms.add(String.join("&", fields));
    }
    return forms;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox-customers");
    thread.setDaemon(true);
    return thread;
  }
}
