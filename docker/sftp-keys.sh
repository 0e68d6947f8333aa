#!/bin/sh
# Run by the SFTP server's container before it answers. The key of the server outlives the container, and the hub is
# told which it is: it sends nothing to a server that it does not know.
set -eu
for kind in ed25519 rsa; do
  key=ssh_host_${kind}_key
  [ -f "/keys/private/$key" ] || {
    mkdir -p -m 700 /keys/private
    cp "/etc/ssh/$key" "/etc/ssh/$key.pub" /keys/private/
  }
  cp "/keys/private/$key" "/keys/private/$key.pub" /etc/ssh/
done
cut -d ' ' -f 1,2 /keys/private/ssh_host_ed25519_key.pub | sed 's/^/sftp /' > /keys/known_hosts
