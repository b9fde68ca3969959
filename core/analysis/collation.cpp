// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/collation.h"

#include "core/support/error.h"

#include <memory>

#include <unicode/coll.h>

namespace wespol {
namespace {

std::unique_ptr<icu::Collator> make_polish_collator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale("pl", "PL"), status));
    if (U_SUCCESS(status)) collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
    if (U_FAILURE(status))
        throw Error(ErrorCode::environment, "ICU nie zna polskiego porządku liter",
                    "Zainstaluj pełną bibliotekę ICU (libicu)");
    return collator;
}

}  // namespace

bool stands_before(std::string_view a, std::string_view b) {
    thread_local const std::unique_ptr<icu::Collator> collator = make_polish_collator();
    UErrorCode status = U_ZERO_ERROR;
    return collator->compareUTF8(icu::StringPiece(a.data(), static_cast<int32_t>(a.size())),
                                 icu::StringPiece(b.data(), static_cast<int32_t>(b.size())),
                                 status) == UCOL_LESS;
}

}  // namespace wespol
