// SPDX-License-Identifier: GPL-3.0-or-later
// Where connections come in: a TCP port (IPv4, IPv6), a unix socket, or sockets that systemd opened
// for us. A second server on one address is refused, what a dead one left of a unix socket is
// removed. A unix socket is for its user and its group, whatever the umask. One owner.
#pragma once

#include "server/http/descriptor.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace wespol {

struct ListenAddress {
    std::string host;
    int port = 0;                     ///< 0 = any free one
    std::filesystem::path path = {};  ///< of a unix socket; then there is no host
};

class ListeningSocket {
  public:
    /// Throws Error(environment) that says why not and what to do. `backlog`: connections that wait
    /// to be accepted.
    ListeningSocket(const ListenAddress& address, int backlog);

    /// Takes over a socket that listens already.
    explicit ListeningSocket(Descriptor inherited) : socket_(std::move(inherited)) {}

    /// A unix socket's file goes with it.
    ~ListeningSocket();
    ListeningSocket(ListeningSocket&&) noexcept = default;
    ListeningSocket& operator=(ListeningSocket&&) = delete;

    int number() const { return socket_.number(); }
    int port() const;  ///< 0 of a unix socket

    /// As a person would type it into a browser: "http://[::1]:8080", "unix:/run/wespol/http".
    std::string url() const;

  private:
    Descriptor socket_;
    std::filesystem::path path_;  ///< ours to remove
};

/// The sockets that systemd passes (LISTEN_FDS of sd_listen_fds(3)); none when it did not start us.
/// Takes the variables out of the environment: children are not meant. Call once, before threads.
std::vector<ListeningSocket> sockets_of_systemd();

}  // namespace wespol
