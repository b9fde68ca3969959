// SPDX-License-Identifier: GPL-3.0-or-later
// How long a worker waits for a client that takes a long answer, over a pair of sockets.
#include "server/http/answer_buffer.h"

#include "server/http/descriptor.h"
#include "tests/support/catch.hpp"

#include <array>
#include <atomic>
#include <sys/socket.h>
#include <thread>

using namespace wespol;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kAnswerBytes = 3U << 20;

/// Takes some bytes at a time, then rests.
class SlowReader {
  public:
    SlowReader(std::size_t at_once, std::chrono::milliseconds rest) {
        std::array<int, 2> pair{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) == 0);
        ours_ = Descriptor(pair[0]);
        theirs_ = Descriptor(pair[1]);
        const int much = 256 << 10;
        ::setsockopt(socket(), SOL_SOCKET, SO_SNDBUF, &much, sizeof much);
        thread_ = std::thread([this, at_once, rest] {
            std::string piece(at_once, '\0');
            while (true) {
                const ssize_t n = ::recv(ours_.number(), piece.data(), piece.size(), 0);
                if (n <= 0) return;
                taken_ += static_cast<std::size_t>(n);
                std::this_thread::sleep_for(is_hurried_ ? 0ms : rest);
            }
        });
    }
    ~SlowReader() {
        if (thread_.joinable()) end();
    }

    int socket() const { return theirs_.number(); }
    void hurry() { is_hurried_ = true; }

    /// What it took of what was sent.
    std::size_t end() {
        hurry();
        ::shutdown(theirs_.number(), SHUT_WR);
        thread_.join();
        return taken_;
    }

  private:
    Descriptor ours_, theirs_;
    std::atomic<std::size_t> taken_ = 0;
    std::atomic<bool> is_hurried_ = false;
    std::thread thread_;
};

}  // namespace

TEST_CASE("an answer that is taken slowly is waited for while some of it is taken") {
    SlowReader reader(8'000, 50ms);
    const std::atomic<bool> is_given_up = false;
    AnswerBuffer buffer(reader.socket(), {1500ms, 1h}, is_given_up);
    std::thread hurry([&] {
        std::this_thread::sleep_for(3s);  // poll() would find room after two
        reader.hurry();
    });
    CHECK(buffer.write(std::string(kAnswerBytes, 'x')));
    CHECK(buffer.unsent() <= 1U << 20);
    hurry.join();
    while (!buffer.is_empty() && buffer.send_now())
        std::this_thread::sleep_for(1ms);
    CHECK(reader.end() == kAnswerBytes);
}

TEST_CASE("a trickle is waited for no longer than its bytes are worth") {
    const auto [slowest, is_waited_for] = GENERATE(table<std::size_t, bool>({
        {1, true},
        {1U << 30, false},
    }));
    SlowReader reader(64U << 10, 20ms);
    const std::atomic<bool> is_given_up = false;
    AnswerBuffer buffer(reader.socket(), {1min, 200ms, slowest}, is_given_up);
    CHECK(buffer.write(std::string(kAnswerBytes, 'x')) == is_waited_for);
}

TEST_CASE("nobody is waited for once all is given up") {
    SlowReader reader(1'000, 1s);
    std::atomic<bool> is_given_up = true;
    AnswerBuffer buffer(reader.socket(), {1min, 1min}, is_given_up);
    CHECK_FALSE(buffer.write(std::string(kAnswerBytes, 'x')));
    CHECK_FALSE(buffer.write("y"));
}

TEST_CASE("a small answer leaves in one piece") {
    SlowReader reader(64U << 10, 0ms);
    const std::atomic<bool> is_given_up = false;
    AnswerBuffer buffer(reader.socket(), {1s, 1s}, is_given_up);
    CHECK(buffer.write("head"));
    CHECK(buffer.unsent() == 4);
    CHECK(buffer.write("body"));
    CHECK(buffer.send_now());
    CHECK(buffer.is_empty());
    CHECK(reader.end() == 8);
}
