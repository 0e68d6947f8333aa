package io.serai.cli;

import io.serai.config.Configuration;
import io.serai.hub.Hub;
import java.io.PrintWriter;

/** Tells whoever has started a hub for the first time how to get into its console. */
public final class FirstLogin {
  private FirstLogin() {}

  /** Prints the password that this start has made, which is kept nowhere; else nothing. */
  public static void tell(PrintWriter out, Hub hub, Configuration configuration) {
    hub.firstPassword()
        .ifPresent(
            password -> {
              out.println(
                  "The console is at http://localhost:"
                      + configuration.hub().httpPort()
                      + "/console - log in as admin with the password "
                      + password
                      + " (it is shown only now).");
              out.flush();
            });
  }
}
