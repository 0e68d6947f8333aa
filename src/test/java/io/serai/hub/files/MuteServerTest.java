package io.serai.hub.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.transport.Faults;
import io.serai.transport.FaultySftp;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that lets us in and then says nothing. */
class MuteServerTest {
  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // as Camel declares them
  @Timeout(20)
  void isGivenUpInsteadOfBeingWaitedForForEver(@TempDir Path home) throws Exception {
    try (FaultySftp server = new FaultySftp(home, FaultySftp.newKey().getPublic(), new Faults());
        DefaultCamelContext context = new DefaultCamelContext()) {
      server.sayNothing();
      KnownServer known =
          new KnownServer(
              "north", "127.0.0.1", server.port(), Set.of(server.fingerprint()), Optional.empty());
      context.addComponent("sftp", new SupplierSftp(Map.of("north", known)));
      RemoteFileEndpoint<SftpRemoteFile> endpoint =
          context.getEndpoint(
              "sftp://127.0.0.1:"
                  + server.port()
                  + "/out?account=north&username=shop&password=RAW(s+cr&t%)&connectTimeout=600&maximumReconnectAttempts=0",
              RemoteFileEndpoint.class);
      RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();

      assertThatThrownBy(() -> operations.connect(endpoint.getConfiguration(), null))
          .isInstanceOf(GenericFileOperationFailedException.class)
          .hasMessageContaining("of supplier north lets us in, and then says nothing");
    }
  }
}
