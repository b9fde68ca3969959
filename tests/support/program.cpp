// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include "core/support/files.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace wespol::test {
namespace {

/// Between fork and exec: system calls only.
[[noreturn]] void become(char* const* arguments, char* const* environment, const char* out,
                         const char* err, const Obstacles& obstacles) {
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    ::dup2(::open(out, flags, 0600), STDOUT_FILENO);
    ::dup2(::open(err, flags, 0600), STDERR_FILENO);
    if (obstacles.largest_file) {
        ::signal(SIGXFSZ, SIG_IGN);  // then writing fails, as it does on a full disk
        const rlimit limit{*obstacles.largest_file, *obstacles.largest_file};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

/// Ours, without what the project's programs take settings from.
std::vector<char*> environment_without_settings() {
    std::vector<char*> variables;
    for (char** each = ::environ; *each; ++each)
        if (!std::string_view(*each).starts_with("WESPOL_")) variables.push_back(*each);
    variables.push_back(nullptr);
    return variables;
}

/// The process id of the child.
pid_t start(const std::string& program, std::vector<std::string> arguments, const std::string& out,
            const std::string& err, const Obstacles& obstacles) {
    arguments.insert(arguments.begin(), std::string(WESPOL_BIN_DIR) + "/" + program);
    std::vector<char*> pointers;
    for (std::string& each : arguments)
        pointers.push_back(each.data());
    pointers.push_back(nullptr);
    const std::vector<char*> environment = environment_without_settings();
    const pid_t child = ::fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0)
        become(pointers.data(), environment.data(), out.c_str(), err.c_str(), obstacles);
    return child;
}

/// Ended, but not waited for yet.
bool has_ended(pid_t child) {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == child;
}

Ended wait_for(pid_t child, const std::string& out, const std::string& err) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
    Ended ended;
    if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
    // A child that was killed at once may not have opened them.
    if (std::filesystem::exists(out)) ended.out = read_file(out);
    if (std::filesystem::exists(err)) ended.err = read_file(err);
    return ended;
}

}  // namespace

Ended run_program(const std::string& program, std::vector<std::string> arguments,
                  const Obstacles& obstacles) {
    const TemporaryDirectory folder;
    const std::string out = folder.path() / "out";
    const std::string err = folder.path() / "err";
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = start(program, std::move(arguments), out, err, obstacles);
    if (obstacles.kill_after) {
        std::this_thread::sleep_for(*obstacles.kill_after);
        ::kill(child, SIGKILL);
    }
    if (obstacles.kill_once) {
        while (!obstacles.kill_once() && !has_ended(child))
            std::this_thread::sleep_for(std::chrono::microseconds(100));
        ::kill(child, SIGKILL);
    }
    Ended ended = wait_for(child, out, err);
    ended.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    return ended;
}

RunningProgram::RunningProgram(const std::string& program, std::vector<std::string> arguments)
    : child_(start(program, std::move(arguments), folder_.path() / "out", folder_.path() / "err",
                   {})) {}

RunningProgram::~RunningProgram() {
    if (child_ > 0) end(SIGKILL);
}

std::string RunningProgram::out() const {
    const std::filesystem::path path = folder_.path() / "out";
    return std::filesystem::exists(path) ? read_file(path) : "";
}

bool RunningProgram::waits_for(const std::string& text, std::chrono::seconds patience) const {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (out().find(text) == std::string::npos) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
}

void RunningProgram::send_signal(int signal) const {
    ::kill(child_, signal);
}

Ended RunningProgram::end(int signal) {
    ::kill(child_, signal);
    Ended ended = wait_for(child_, folder_.path() / "out", folder_.path() / "err");
    child_ = -1;
    return ended;
}

}  // namespace wespol::test
