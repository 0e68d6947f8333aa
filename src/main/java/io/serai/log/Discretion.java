package io.serai.log;

import java.util.regex.Pattern;

/**
 * Takes mail addresses and telephone numbers out of what is logged: other sides quote them in their
 * errors, and a log is kept by rules of its own.
 */
final class Discretion {
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}(?![0-9])");

  private Discretion() {}

  static String of(String text) {
    if (text == null) {
      return "";
    }
    String named = text.indexOf('@') < 0 ? text : MAIL.matcher(text).replaceAll("(mail address)");
    return named.indexOf('+') < 0 ? named : PHONE.matcher(named).replaceAll("(telephone)");
  }
}
