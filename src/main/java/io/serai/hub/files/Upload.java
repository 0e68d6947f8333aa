package io.serai.hub.files;

import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.RemoteFileProducer;

/**
 * Puts a file onto a server. One that is there already with the same content is of an attempt whose
 * answer was lost, and is left; one with another content is not touched, and a person looks.
 */
final class Upload<T> extends RemoteFileProducer<T> {
  Upload(RemoteFileEndpoint<T> endpoint, RemoteFileOperations<T> operations) {
    super(endpoint, operations);
  }

  @Override
  protected void processExchange(Exchange exchange, String target) throws Exception {
    try {
      preWriteCheck(exchange);
      if (getOperations().existsFile(target)) {
        refuseUnlessSame(exchange, target);
        postWriteCheck(exchange);
      } else {
        super.processExchange(exchange, target);
      }
    } catch (GenericFileOperationFailedException e) {
      disconnect();
      TryLater notNow = cause(e, TryLater.class);
      throw notNow == null ? told(target, e) : notNow;
    }
  }

  private void refuseUnlessSame(Exchange exchange, String target) {
    byte[] wanted = exchange.getIn().getBody(byte[].class);
    if (!Arrays.equals(wanted, content(target))) {
      throw new Rejected(
          target
              + " is on "
              + getEndpoint().getConfiguration().getHost()
              + " already, with another content; nothing was overwritten. Ask the supplier whose file it is,"
              + " move it away, and replay this one");
    }
  }

  private byte[] content(String target) {
    Exchange fetched = getEndpoint().createExchange();
    GenericFile<T> there = new GenericFile<>();
    there.setAbsoluteFilePath(target);
    fetched.setProperty(FileComponent.FILE_EXCHANGE_FILE, there);
    getOperations().retrieveFile(target, fetched, 0);
    return (byte[]) there.getBody();
  }

  /** The failure in one sentence, since a delivery keeps the message of the last cause alone. */
  private GenericFileOperationFailedException told(
      String target, GenericFileOperationFailedException e) {
    GenericFileOperationFailedException told =
        new GenericFileOperationFailedException(
            target
                + " could not be put onto "
                + getEndpoint().getConfiguration().getHost()
                + ": "
                + Causes.last(e));
    told.addSuppressed(e);
    return told;
  }

  private static <E> E cause(Throwable e, Class<E> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
