package io.serai.hub.files;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys by which one supplier's SFTP server is known. A server with another key gets no password
 * and no file.
 */
final class ServerKeys implements HostKeyRepository {
  private final Set<String> fingerprints = new LinkedHashSet<>();
  private final List<HostKey> fromFile = new ArrayList<>();
  private String presented = "none";

  /**
   * @param host as the known hosts file names it: with its port in {@code [host]:port}, unless it
   *     is 22
   * @throws JSchException when the file cannot be read
   */
  ServerKeys(Set<String> fingerprints, Optional<String> knownHostsFile, String host)
      throws JSchException {
    this.fingerprints.addAll(fingerprints);
    if (knownHostsFile.isPresent()) {
      JSch jsch = new JSch();
      jsch.setKnownHosts(knownHostsFile.get());
      fromFile.addAll(List.of(jsch.getHostKeyRepository().getHostKey(host, null)));
      for (HostKey key : fromFile) {
        this.fingerprints.add(fingerprint(Base64.getDecoder().decode(key.getKey())));
      }
    }
  }

  /** The fingerprint of a key, as {@code ssh-keygen -lf} prints it. */
  static String fingerprint(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Those that are trusted. */
  Set<String> trusted() {
    return fingerprints;
  }

  /** The one that the server has shown. */
  String presented() {
    return presented;
  }

  @Override
  public int check(String host, byte[] key) {
    presented = fingerprint(key);
    return fingerprints.contains(presented) ? OK : CHANGED;
  }

  @Override
  public void add(HostKey key, UserInfo user) {
    throw new UnsupportedOperationException("a server's key is trusted by configuration only");
  }

  @Override
  public void remove(String host, String type) {
    throw new UnsupportedOperationException("a server's key is trusted by configuration only");
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    remove(host, type);
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return "the supplier's hostKeys and knownHostsFile";
  }

  @Override
  public HostKey[] getHostKey() {
    return fromFile.toArray(HostKey[]::new);
  }

  @Override
  public HostKey[] getHostKey(String host, String type) {
    return fromFile.stream()
        .filter(key -> type == null || type.equals(key.getType()))
        .toArray(HostKey[]::new);
  }
}
