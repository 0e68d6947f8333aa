package io.serai.sandbox.amazon;

import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * Where feeds and their reports lie: at addresses of another host, that need a signature and take
 * no token.
 */
final class FeedDocuments {
  static final String PATH = "/feed-documents/{document}";
  private static final String SIGNATURE = "?X-Amz-Signature=a%2Bb%2F%3D&X-Amz-Expires=300";

  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final AtomicInteger documents = new AtomicInteger();

  RestReply create(RestRequest request) {
    String type = request.json().path("contentType").asText("");
    if (type.isEmpty()) {
      throw AmazonComplaints.invalid("contentType is missing.");
    }
    String document = "amzn1.tortuga.4.na." + documents.incrementAndGet();
    types.put(document, type);
    return RestReply.json(
        201, Map.of("feedDocumentId", document, "url", address(request, document)));
  }

  RestReply get(RestRequest request) {
    String document = request.path("feedDocumentId");
    if (!contents.containsKey(document)) {
      throw AmazonComplaints.missing("There is no feed document " + document);
    }
    return RestReply.json(
        Map.of(
            "feedDocumentId",
            document,
            "url",
            address(request, document),
            "compressionAlgorithm",
            "GZIP"));
  }

  RestReply upload(RestRequest request) {
    String document = request.path("document");
    boolean isSigned = request.query("X-Amz-Signature").filter("a+b/="::equals).isPresent();
    boolean isOfType =
        request.header("Content-Type").equals(Optional.ofNullable(types.get(document)));
    if (!isSigned || !isOfType || request.header("x-amz-access-token").isPresent()) {
      return denied();
    }
    contents.put(document, request.body());
    return RestReply.empty(200);
  }

  RestReply download(RestRequest request) {
    byte[] content = contents.get(request.path("document"));
    return content == null || request.header("x-amz-access-token").isPresent()
        ? denied()
        : new RestReply(200, Map.of("Content-Type", "application/octet-stream"), packed(content));
  }

  /** What was uploaded. */
  Optional<byte[]> content(String document) {
    return Optional.ofNullable(contents.get(document));
  }

  /** Keeps a report; the id of its document. */
  String keep(String report) {
    String document = "amzn1.tortuga.4.na." + documents.incrementAndGet();
    contents.put(document, report.getBytes(StandardCharsets.UTF_8));
    return document;
  }

  private static String address(RestRequest request, String document) {
    // By another name it is another host, where no token belongs.
    String elsewhere = request.server().toString().replace("127.0.0.1", "localhost");
    return elsewhere + PATH.replace("{document}", document) + SIGNATURE;
  }

  private static RestReply denied() {
    return RestReply.text(
        403,
        "application/xml",
        "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
  }

  private static byte[] packed(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("a report cannot be packed", e);
    }
    return packed.toByteArray();
  }
}
