// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/listening_socket.h"

#include "core/support/error.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace wespol;

namespace {

/// It can be switched off in the system.
bool has_ipv6() {
    const Descriptor socket(::socket(AF_INET6, SOCK_STREAM, 0));
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    return socket.is_open() &&
           ::bind(socket.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
}

void check_refused(const ListenAddress& address) {
    try {
        ListeningSocket(address, 8);
        FAIL("was taken");
    } catch (const Error& refusal) {
        CHECK(refusal.code() == ErrorCode::environment);
        CHECK_FALSE(refusal.hint().empty());
    }
}

}  // namespace

TEST_CASE("a port of IPv4 and of IPv6 is taken and told") {
    const ListeningSocket four({"127.0.0.1", 0}, 8);
    CHECK(four.port() > 0);
    CHECK(four.url() == "http://127.0.0.1:" + std::to_string(four.port()));
    check_refused({"127.0.0.1", four.port()});
    if (!has_ipv6()) return;
    const ListeningSocket six({"::1", 0}, 8);
    CHECK(six.url() == "http://[::1]:" + std::to_string(six.port()));
    // The same port of the other family is another address: [::] is not 0.0.0.0 as well.
    const ListeningSocket all_of_six({"::", 0}, 8);
    CHECK_NOTHROW(ListeningSocket({"127.0.0.1", all_of_six.port()}, 8));
}

TEST_CASE("an address that this machine has not got is refused") {
    check_refused({"192.0.2.1", 0});
    // No label of a name has 64 letters, so no name server is asked.
    check_refused({std::string(64, 'a') + ".invalid", 0});
}

TEST_CASE("a unix socket is taken, told and removed") {
    const test::TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "http";
    {
        const ListeningSocket socket({"", 0, path}, 8);
        CHECK(socket.url() == "unix:" + path.string());
        CHECK(socket.port() == 0);
        check_refused({"", 0, path});  // somebody answers there
        CHECK(std::filesystem::is_socket(path));
        // Its user and its group, whatever the umask is.
        using std::filesystem::perms;
        CHECK(std::filesystem::status(path).permissions() ==
              (perms::owner_read | perms::owner_write | perms::group_read | perms::group_write));
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a unix socket that a dead server left behind is replaced, a file is not") {
    const test::TemporaryDirectory folder;
    const std::filesystem::path path = folder.path() / "http";
    {
        const Descriptor dead(::socket(AF_UNIX, SOCK_STREAM, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.string().copy(address.sun_path, sizeof address.sun_path - 1);
        REQUIRE(::bind(dead.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    REQUIRE(std::filesystem::is_socket(path));
    CHECK_NOTHROW(ListeningSocket({"", 0, path}, 8));

    std::ofstream(path) << "a file";
    check_refused({"", 0, path});
    CHECK(std::filesystem::is_regular_file(path));
    check_refused({"", 0, folder.path() / std::string(200, 'a')});
}

namespace {

/// What a process finds whose descriptor 3 is `passed`, as systemd starts it: 0 = one socket that
/// connections come in by; 1 = refused; 2 = anything else.
int found_by_a_child(int passed) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(passed, 3);
        ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
        ::setenv("LISTEN_FDS", "1", 1);
        try {
            const auto sockets = sockets_of_systemd();
            const bool is_it = sockets.size() == 1 && sockets.front().number() == 3 &&
                               sockets.front().port() > 0 &&
                               (::fcntl(3, F_GETFD) & FD_CLOEXEC) != 0 &&
                               (::fcntl(3, F_GETFL) & O_NONBLOCK) != 0;
            ::_exit(is_it ? 0 : 2);
        } catch (const Error&) {
            ::_exit(1);
        }
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}

}  // namespace

TEST_CASE("a socket that systemd opened is taken over, and only one that listens") {
    const ListeningSocket listening({"127.0.0.1", 0}, 8);
    CHECK(found_by_a_child(listening.number()) == 0);
    const Descriptor deaf(::socket(AF_INET, SOCK_STREAM, 0));
    CHECK(found_by_a_child(deaf.number()) == 1);
}

TEST_CASE("sockets are systemd's only when they are meant for this process") {
    for (const char* process : {"1", "", "x"}) {
        ::setenv("LISTEN_PID", process, 1);
        ::setenv("LISTEN_FDS", "1", 1);
        CHECK(sockets_of_systemd().empty());
        CHECK(::getenv("LISTEN_FDS") == nullptr);  // children are not meant either
    }
    ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
    ::setenv("LISTEN_FDS", "1000", 1);
    CHECK_THROWS_AS(sockets_of_systemd(), Error);
    CHECK(sockets_of_systemd().empty());
}
