// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging.h"

#include "server/http/descriptor.h"
#include "server/request_log.h"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.h"

#include <fcntl.h>
#include <string>
#include <sys/stat.h>

#include <fmt/format.h>

using namespace wespol;
using namespace std::chrono_literals;

TEST_CASE("a line of the log is one line of name=value, whatever is in it") {
    const auto [value, written] = GENERATE(table<std::string, std::string>({
        {"200", "200"},
        {"/podmiot/*", "/podmiot/*"},
        {"łąka", "łąka"},
        {"", "\"\""},
        {"two words", "\"two words\""},
        {"a=b", "\"a=b\""},
        {"say \"x\\\"", "\"say \\\"x\\\\\\\"\""},
        {"one\ntwo\x1b[31m\x7f", "\"one\\x0atwo\\x1b[31m\\x7f\""},
    }));
    CHECK(log_text("trial", {{"value", value}, {"end", "1"}}) ==
          "event=trial value=" + written + " end=1");
}

TEST_CASE("the journal is where its variable points, not where somebody led the output") {
    const test::TemporaryDirectory folder;
    const Descriptor there(::open((folder.path() / "a").c_str(), O_WRONLY | O_CREAT, 0600));
    const Descriptor elsewhere(::open((folder.path() / "b").c_str(), O_WRONLY | O_CREAT, 0600));
    struct stat status {};
    REQUIRE(::fstat(there.number(), &status) == 0);
    const std::string stream = fmt::format("{}:{}", status.st_dev, status.st_ino);
    CHECK(is_journal(stream.c_str(), there.number()));
    CHECK_FALSE(is_journal(stream.c_str(), elsewhere.number()));
    CHECK_FALSE(is_journal(nullptr, there.number()));
    CHECK_FALSE(is_journal("", there.number()));
}

TEST_CASE("the line of a slow request measures it and tells nothing of it") {
    const HttpRequest request{
        "GET", "/szukaj", {{"q", "Jan Kowalski  5951451489"}, {"powiat", "turecki"}}, ""};
    const HttpResponse answer{200, "text/html", "12345", {}};
    const AnsweredRequest answered{request, answer, "/szukaj", "00ff", 612.34ms};
    CHECK(slow_request_text(answered) ==
          "event=slow_request id=00ff route=/szukaj ms=612.3 parameters=2 text_bytes=24 words=3 "
          "body_bytes=0 answer_bytes=5");
    CHECK(is_slow(answered, 500ms));
    CHECK_FALSE(is_slow(answered, 700ms));
    CHECK_FALSE(is_slow(answered, 0ms));
}
