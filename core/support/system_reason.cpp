// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/system_reason.h"

#include <array>
#include <cerrno>
#include <cstring>

namespace wespol {
namespace {

constexpr const char* kMakeRoom =
    "Zwolnij miejsce i uruchom polecenie jeszcze raz; to, co było opublikowane, jest nienaruszone.";
constexpr const char* kGiveRights = "Sprawdź uprawnienia do tego katalogu.";

struct KnownReason {
    int error_number;
    const char* message;
    const char* hint;
};

constexpr std::array kKnown{
    KnownReason{ENOSPC, "na dysku zabrakło miejsca", kMakeRoom},
    KnownReason{EDQUOT, "przekroczono przydział miejsca na dysku", kMakeRoom},
    KnownReason{EFBIG, "plik jest większy, niż pozwala system", kMakeRoom},
    KnownReason{EACCES, "brak uprawnień", kGiveRights},
    KnownReason{EPERM, "brak uprawnień", kGiveRights},
    KnownReason{EROFS, "dysk jest tylko do odczytu", kGiveRights},
    KnownReason{ENOENT, "nie ma takiego pliku ani katalogu", ""},
};

}  // namespace

SystemReason system_reason(int error_number) {
    for (const auto& [number, message, hint] : kKnown)
        if (number == error_number) return {message, hint};
    return {std::strerror(error_number), ""};
}

std::optional<SystemReason> system_reason_in(std::string_view text) {
    for (const auto& [number, message, hint] : kKnown)
        if (text.find(std::strerror(number)) != text.npos) return SystemReason{message, hint};
    return std::nullopt;
}

}  // namespace wespol
