package io.serai.hub.files;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;

/** What an FTP server says no to, as a failure that tells of it. */
final class FtpAnswers {
  private FtpAnswers() {}

  /** Many servers list a folder that is not there as an empty one. */
  static void refuseMissingFolder(FTPClient client, String folder) throws IOException {
    String here = client.printWorkingDirectory();
    if (!client.changeWorkingDirectory(folder)) {
      throw new IOException(
          "there is no folder "
              + folder
              + " for this user ("
              + said(client)
              + "); correct the setting, or ask the supplier to make it");
    }
    client.changeWorkingDirectory(here);
  }

  static boolean refusedRename(FTPClient client, String from, String to) throws IOException {
    throw new IOException(
        "the server does not let us rename "
            + from
            + " to "
            + to
            + " ("
            + said(client)
            + "); ask the supplier for the right to rename in this folder");
  }

  static InputStream content(FTPClient client, String name, InputStream content)
      throws IOException {
    if (content == null) {
      throw new IOException(name + " cannot be read any more (" + said(client) + ")");
    }
    return content;
  }

  /** A list that breaks off looks like a shorter one, and one that is refused like none. */
  static <T> T listed(FTPClient client, String folder, T list) throws IOException {
    int reply = client.getReplyCode();
    // Some servers say so of a folder that is empty.
    boolean nothing = reply == FTPReply.FILE_ACTION_NOT_TAKEN || reply == FTPReply.FILE_UNAVAILABLE;
    if (!FTPReply.isPositiveCompletion(reply) && !nothing) {
      throw new IOException("the server does not list " + folder + " (" + said(client) + ")");
    }
    return list;
  }

  private static String said(FTPClient client) {
    String reply = client.getReplyString();
    return reply == null ? "no answer" : reply.strip();
  }
}
