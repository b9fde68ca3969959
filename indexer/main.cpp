// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/error.h"
#include "indexer/command/commands.h"
#include "indexer/command/options.h"
#include "indexer/progress/progress_line.h"

#include <cstdlib>
#include <exception>
#include <iostream>
#include <unistd.h>
#include <variant>

namespace {

/// A pipe or a file gets no line that writes over itself.
wespol::Progress progress_on_terminal() {
    return ::isatty(STDERR_FILENO) ? wespol::progress_line(std::cerr) : wespol::Progress{};
}

int run(const wespol::Options& options) {
    switch (options.action) {
        case wespol::Action::build:
            return wespol::build(options, std::cout, std::cerr, progress_on_terminal());
        case wespol::Action::diff:
            return wespol::diff(options, std::cout, std::cerr, progress_on_terminal());
        case wespol::Action::watch:
            return wespol::watch(options, std::cout);
        case wespol::Action::list:
            return wespol::list(options, std::cout);
        case wespol::Action::rollback:
            return wespol::rollback(options, std::cout);
        case wespol::Action::verify:
            return wespol::verify(options, std::cout);
        case wespol::Action::export_generation:
            return wespol::export_generation(options, std::cout);
        case wespol::Action::import_generation:
            return wespol::import_generation(options, std::cout);
        case wespol::Action::convert:
            return wespol::convert(options, std::cout, std::cerr);
        case wespol::Action::analyze:
            return wespol::analyze(options, std::cin, std::cout);
        case wespol::Action::compare:
            return wespol::compare(options, std::cout);
    }
    return static_cast<int>(wespol::ErrorCode::usage);
}

int fail(const char* message, const std::string& hint, wespol::ErrorCode code) {
    std::cout.flush();
    std::cerr << "Błąd: " << message << '\n';
    if (!hint.empty()) std::cerr << "Co zrobić: " << hint << '\n';
    return static_cast<int>(code);
}

}  // namespace

int main(int argument_count, char** arguments) {
    try {
        const auto parsed = wespol::parse_options(argument_count, arguments, std::getenv);
        if (const auto* farewell = std::get_if<wespol::Farewell>(&parsed)) {
            (farewell->exit_code == 0 ? std::cout : std::cerr) << farewell->text;
            return farewell->exit_code;
        }
        return run(std::get<wespol::Options>(parsed));
    } catch (const wespol::Error& error) {
        return fail(error.what(), error.hint(), error.code());
    } catch (const std::exception& error) {
        return fail(error.what(), "", wespol::ErrorCode::environment);
    }
}
