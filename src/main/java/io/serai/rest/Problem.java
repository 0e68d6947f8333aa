package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.util.List;
import java.util.Map;

/**
 * Why a request is not answered as it was meant, by RFC 9457.
 *
 * <p>What is thrown ends the transaction: nothing of the request is done.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<Fault> faults;
  private final transient Map<String, String> headers;

  /**
   * One fault of a request.
   *
   * @param place a JSON Pointer into the body, or the name of a parameter
   */
  public record Fault(String place, String says) {}

  /**
   * A problem.
   *
   * @param title the same for all of its kind
   * @param detail what is wrong here, and what to do
   */
  public Problem(int status, String title, String detail) {
    this(status, title, detail, List.of(), Map.of());
  }

  Problem(
      int status, String title, String detail, List<Fault> faults, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.title = title;
    this.faults = List.copyOf(faults);
    this.headers = Map.copyOf(headers);
  }

  /** There is nothing at this address. */
  public static Problem missing(String detail) {
    return new Problem(404, "Not found", detail);
  }

  /** What is asked for does not go with how things stand. */
  public static Problem conflict(String detail) {
    return new Problem(409, "It does not go with how things stand", detail);
  }

  /** A parameter of the address is at fault. */
  public static Problem parameter(String name, String says) {
    return new Problem(
        400, "Bad request", name + ": " + says, List.of(new Fault(name, says)), Map.of());
  }

  /** The body is JSON, and not what is wanted. */
  public static Problem body(List<Fault> faults) {
    String first = faults.get(0).place() + ": " + faults.get(0).says();
    return new Problem(
        422,
        "The body is at fault",
        faults.size() == 1 ? first : first + " (and " + (faults.size() - 1) + " more)",
        faults,
        Map.of());
  }

  /** The same for one fault. */
  public static Problem body(String pointer, String says) {
    return body(List.of(new Fault(pointer, says)));
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** The answer that tells it. */
  public Reply reply() {
    ObjectNode body =
        Json.object()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", getMessage());
    if (!faults.isEmpty()) {
      ArrayNode errors = body.putArray("errors");
      faults.forEach(
          fault ->
              errors
                  .addObject()
                  .put(
                      fault.place().isEmpty() || fault.place().startsWith("/")
                          ? "pointer"
                          : "parameter",
                      fault.place())
                  .put("detail", fault.says()));
    }
    return new Reply(status, headers, "application/problem+json", body.toString());
  }
}
