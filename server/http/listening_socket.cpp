// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listening_socket.h"

#include "core/support/error.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>

#include <fmt/format.h>

namespace wespol {
namespace {

constexpr mode_t kModeOfSocket = 0660;  // as wespol-server.socket has it
constexpr int kFirstOfSystemd = 3;      // SD_LISTEN_FDS_START
constexpr int kMostOfSystemd = 16;

std::string reason_of(int error_number) {
    switch (error_number) {
        case EADDRINUSE:
            return "port jest zajęty przez inny program";
        case EACCES:
            return "brak uprawnień do tego portu";
        case EADDRNOTAVAIL:
            return "ten komputer nie ma takiego adresu";
        default:
            return std::generic_category().message(error_number);
    }
}

[[noreturn]] void fail(const std::string& where, const std::string& reason) {
    throw Error(ErrorCode::environment, fmt::format("Nie można słuchać na {}: {}", where, reason),
                "Wybierz inny: wespol-server --listen ADRES:PORT");
}

std::string written(const ListenAddress& address) {
    return address.path.empty() ? fmt::format("{} port {}", address.host, address.port)
                                : address.path.string();
}

/// Null with errno where that address cannot be had.
Descriptor bound(int family, const sockaddr* address, socklen_t length) {
    Descriptor socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.is_open()) return {};
    const int yes = 1;
    // Not SO_REUSEPORT: a second server would start silently and take half of the requests.
    if (family != AF_UNIX)
        ::setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    // [::] is IPv6 alone, so that 0.0.0.0 can be asked for beside it.
    if (family == AF_INET6)
        ::setsockopt(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    return ::bind(socket.number(), address, length) == 0 ? std::move(socket) : Descriptor();
}

Descriptor bound_to_port(const ListenAddress& address) {
    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* first = nullptr;
    const std::string port = std::to_string(address.port);
    if (::getaddrinfo(address.host.c_str(), port.c_str(), &hints, &first) != 0)
        fail(written(address), "nie ma takiego adresu");
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> found(first, ::freeaddrinfo);
    int error_number = 0;
    for (const addrinfo* each = found.get(); each; each = each->ai_next) {
        Descriptor socket = bound(each->ai_family, each->ai_addr, each->ai_addrlen);
        if (socket.is_open()) return socket;
        error_number = errno;
    }
    fail(written(address), reason_of(error_number));
}

sockaddr_un unix_address(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof address.sun_path)
        fail(text, "ścieżka gniazda może mieć najwyżej 107 znaków");
    std::memcpy(address.sun_path, text.data(), text.size());
    return address;
}

const sockaddr* general(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

/// A server that was killed leaves its socket behind, and nobody answers there.
void remove_left_behind(const std::filesystem::path& path, const sockaddr_un& address) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return;
    if (!S_ISSOCK(status.st_mode)) fail(path.string(), "jest tam plik, który nie jest gniazdem");
    const Descriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (::connect(probe.number(), general(address), sizeof address) == 0 || errno == EAGAIN)
        fail(path.string(), "gniazdo jest zajęte przez inny program");
    if (errno != ECONNREFUSED) fail(path.string(), reason_of(errno));
    ::unlink(path.c_str());
}

Descriptor bound_to_path(const std::filesystem::path& path) {
    const sockaddr_un address = unix_address(path);
    remove_left_behind(path, address);
    Descriptor socket = bound(AF_UNIX, general(address), sizeof address);
    if (!socket.is_open()) fail(path.string(), reason_of(errno));
    // To connect is to write: what umasks leave, 0755, would shut the proxy out.
    if (::chmod(path.c_str(), kModeOfSocket) != 0) fail(path.string(), reason_of(errno));
    return socket;
}

/// Of the environment; null when it is absent or no number.
std::optional<int> number_in(const char* variable) {
    const char* const text = std::getenv(variable);
    if (!text) return std::nullopt;
    const char* const end = text + std::strlen(text);
    int number = 0;
    const auto [stop, error] = std::from_chars(text, end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

}  // namespace

ListeningSocket::ListeningSocket(const ListenAddress& address, int backlog)
    : socket_(address.path.empty() ? bound_to_port(address) : bound_to_path(address.path)),
      path_(address.path) {
    if (::listen(socket_.number(), backlog) != 0) fail(written(address), reason_of(errno));
}

ListeningSocket::~ListeningSocket() {
    if (socket_.is_open() && !path_.empty()) ::unlink(path_.c_str());
}

namespace {

struct OwnAddress {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;

    explicit OwnAddress(int socket) {
        if (::getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &length) != 0) length = 0;
    }
    template <class Address>
    Address as() const {
        Address address{};
        std::memcpy(&address, &storage, sizeof address);
        return address;
    }
};

}  // namespace

int ListeningSocket::port() const {
    const OwnAddress own(number());
    if (own.storage.ss_family == AF_INET) return ntohs(own.as<sockaddr_in>().sin_port);
    if (own.storage.ss_family == AF_INET6) return ntohs(own.as<sockaddr_in6>().sin6_port);
    return 0;
}

std::string ListeningSocket::url() const {
    const OwnAddress own(number());
    if (own.storage.ss_family == AF_UNIX) {
        const auto address = own.as<sockaddr_un>();
        return fmt::format("unix:{}", address.sun_path);
    }
    std::array<char, NI_MAXHOST> host{};
    if (::getnameinfo(reinterpret_cast<const sockaddr*>(&own.storage), own.length, host.data(),
                      host.size(), nullptr, 0, NI_NUMERICHOST) != 0)
        return fmt::format("port {}", port());
    const bool is_ipv6 = own.storage.ss_family == AF_INET6;
    return fmt::format("http://{}{}{}:{}", is_ipv6 ? "[" : "", host.data(), is_ipv6 ? "]" : "",
                       port());
}

std::vector<ListeningSocket> sockets_of_systemd() {
    const auto process = number_in("LISTEN_PID");
    const int count = number_in("LISTEN_FDS").value_or(0);
    for (const char* variable : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"})
        ::unsetenv(variable);
    std::vector<ListeningSocket> sockets;
    if (process != ::getpid()) return sockets;
    if (count < 0 || count > kMostOfSystemd)
        throw Error(ErrorCode::environment,
                    fmt::format("systemd przekazał {} gniazd, a serwer przyjmie najwyżej {}", count,
                                kMostOfSystemd));
    for (int number = kFirstOfSystemd; number < kFirstOfSystemd + count; ++number) {
        int listens = 0;
        socklen_t length = sizeof listens;
        if (::getsockopt(number, SOL_SOCKET, SO_ACCEPTCONN, &listens, &length) != 0 || listens == 0)
            throw Error(ErrorCode::environment,
                        fmt::format("systemd przekazał deskryptor {}, który nie słucha", number),
                        "Jednostka gniazda potrzebuje: ListenStream=… i Accept=no");
        ::fcntl(number, F_SETFD, FD_CLOEXEC);
        ::fcntl(number, F_SETFL, ::fcntl(number, F_GETFL) | O_NONBLOCK);
        sockets.emplace_back(Descriptor(number));
    }
    return sockets;
}

}  // namespace wespol
