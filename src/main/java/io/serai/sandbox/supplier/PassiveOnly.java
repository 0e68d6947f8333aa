package io.serai.sandbox.supplier;

import java.util.Optional;
import org.apache.ftpserver.DataConnectionConfiguration;
import org.apache.ftpserver.ssl.SslConfiguration;

/**
 * Data connections on any free port, opened by the client. FtpServer's own configuration keeps
 * books of port numbers, and warns of each port that the system chose instead.
 */
record PassiveOnly(String address, int idleSeconds, Optional<SslConfiguration> tls)
    implements DataConnectionConfiguration {
  private static final int ANY = 0;

  @Override
  public int getIdleTime() {
    return idleSeconds;
  }

  @Override
  public boolean isActiveEnabled() {
    return false;
  }

  @Override
  public boolean isActiveIpCheck() {
    return false;
  }

  @Override
  public String getActiveLocalAddress() {
    return address;
  }

  @Override
  public int getActiveLocalPort() {
    return ANY;
  }

  @Override
  public String getPassiveAddress() {
    return address;
  }

  @Override
  public String getPassiveExernalAddress() {
    return address;
  }

  @Override
  public String getPassivePorts() {
    return String.valueOf(ANY);
  }

  @Override
  public boolean isPassiveIpCheck() {
    return true;
  }

  @Override
  public int requestPassivePort() {
    return ANY;
  }

  @Override
  public void releasePassivePort(int port) {
    // The system takes it back.
  }

  @Override
  public SslConfiguration getSslConfiguration() {
    return tls.orElse(null);
  }

  @Override
  public boolean isImplicitSsl() {
    return false;
  }
}
