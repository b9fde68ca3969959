// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include "core/support/files.h"
#include "tests/support/temporary_directory.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace wespol::test {
namespace {

/// Between fork and exec: system calls only.
[[noreturn]] void become(char* const* arguments, const char* out, const char* err,
                         const Obstacles& obstacles) {
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    ::dup2(::open(out, flags, 0600), STDOUT_FILENO);
    ::dup2(::open(err, flags, 0600), STDERR_FILENO);
    if (obstacles.largest_file) {
        ::signal(SIGXFSZ, SIG_IGN);  // then writing fails, as it does on a full disk
        const rlimit limit{*obstacles.largest_file, *obstacles.largest_file};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ::execv(arguments[0], arguments);
    ::_exit(127);
}

}  // namespace

Ended run_program(const std::string& program, std::vector<std::string> arguments,
                  const Obstacles& obstacles) {
    const TemporaryDirectory folder;
    const std::string out = folder.path() / "out";
    const std::string err = folder.path() / "err";
    arguments.insert(arguments.begin(), std::string(WESPOL_BIN_DIR) + "/" + program);
    std::vector<char*> pointers;
    for (std::string& each : arguments)
        pointers.push_back(each.data());
    pointers.push_back(nullptr);

    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0) become(pointers.data(), out.c_str(), err.c_str(), obstacles);
    if (obstacles.kill_after) {
        std::this_thread::sleep_for(*obstacles.kill_after);
        ::kill(child, SIGKILL);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
    Ended ended;
    ended.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
    // A child that was killed at once may not have opened them.
    if (std::filesystem::exists(out)) ended.out = read_file(out);
    if (std::filesystem::exists(err)) ended.err = read_file(err);
    return ended;
}

}  // namespace wespol::test
