package io.serai.hub.files;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that is attached to a mail.
 *
 * @param number among all files of the mail, from 1
 * @param name without any path, as a person would read it
 */
public record MailedFile(int number, String name, byte[] content) {
  private static final int LONGEST_NAME = 200;

  /** The files of a mail whose names are like one of the patterns, in which one * is any text. */
  public static List<MailedFile> of(Message mail, List<String> patterns)
      throws MessagingException, IOException {
    List<Part> parts = new ArrayList<>();
    collect(mail, parts);
    List<MailedFile> files = new ArrayList<>();
    for (Part part : parts) {
      int number = files.size() + 1;
      String name = name(part.getFileName(), number);
      if (patterns.stream().anyMatch(pattern -> isLike(name, pattern))) {
        try (InputStream content = part.getInputStream()) {
          files.add(new MailedFile(parts.indexOf(part) + 1, name, content.readAllBytes()));
        }
      }
    }
    return files;
  }

  /** The one address that a mail says it is from, in small letters. */
  public static Optional<String> sender(Message mail) throws MessagingException {
    Address[] from = mail.getFrom();
    return from != null && from.length == 1 && from[0] instanceof InternetAddress address
        ? Optional.ofNullable(address.getAddress()).map(text -> text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static void collect(Part part, List<Part> files) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        collect(each, files);
      }
    } else if (part.getFileName() != null) {
      files.add(part);
    }
  }

  private static String name(String said, int number) {
    String name = decoded(said).replace('\\', '/');
    name = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
    name = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    return name.isEmpty() || name.startsWith(".") ? "attachment-" + number + name : name;
  }

  private static String decoded(String said) {
    try {
      return MimeUtility.decodeText(said);
    } catch (UnsupportedEncodingException e) {
      return said;
    }
  }

  private static boolean isLike(String name, String pattern) {
    String small = name.toLowerCase(Locale.ROOT);
    String like = pattern.strip().toLowerCase(Locale.ROOT);
    int star = like.indexOf('*');
    return star < 0
        ? small.equals(like)
        : small.length() >= like.length() - 1
            && small.startsWith(like.substring(0, star))
            && small.endsWith(like.substring(star + 1));
  }
}
