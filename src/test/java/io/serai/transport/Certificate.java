package io.serai.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate of 127.0.0.1 that nobody has signed but itself, made by Java's keytool. */
public record Certificate(Path store, Path pem) {
  /** The store's password, and the key's. */
  public static final String PASSWORD = "changeit";

  /** Makes one. */
  public static Certificate in(Path folder, String name) {
    Path store = folder.resolve(name + ".p12");
    Path pem = folder.resolve(name + ".pem");
    keytool("-genkeypair", "-keystore", store.toString(), "-alias", "a", "-keyalg", "EC");
    keytool("-exportcert", "-rfc", "-keystore", store.toString(), "-alias", "a", "-file", "" + pem);
    return new Certificate(store, pem);
  }

  private static void keytool(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1"));
    }
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
