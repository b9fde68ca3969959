// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a number of an organisation: what was normalised once is normal.
#include "core/catalogue/cpv_code.h"
#include "core/catalogue/identifiers.h"
#include "core/support/ascii.h"
#include "tests/fuzz/target.h"

#include <array>

using namespace wespol;
using test::promise;

namespace {

using Parse = Result<std::string> (*)(std::string_view);

void check_normal(Parse parse, std::string_view text) {
    const auto once = parse(text);
    if (!once) return promise(!once.error().message.empty(), "a refusal has a reason");
    const auto twice = parse(*once);
    promise(twice && *twice == *once, "a normalised number stays as it is");
}

bool is_accepted(const Identifier& number) {
    switch (number.kind) {
        case IdentifierKind::nip:
            return parse_nip(number.digits) == number.digits;
        case IdentifierKind::krs:
            return parse_krs(number.digits) == number.digits;
        case IdentifierKind::regon:
            return parse_regon(number.digits) == number.digits;
        case IdentifierKind::phone:
            return parse_phone(number.digits) == number.digits;
        case IdentifierKind::cpv:
            return number.digits.size() == 8 && all_digits(number.digits);
    }
    return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text = test::text_of(bytes, size);
    constexpr std::array<Parse, 5> kParsers{parse_nip, parse_regon, parse_krs, parse_postal_code,
                                            parse_phone};
    for (const Parse parse : kParsers)
        check_normal(parse, text);

    const std::string plain = with_plain_signs(text);
    promise(with_plain_signs(plain) == plain, "plain signs stay as they are");
    for (const Identifier& each : recognise_identifiers(text))
        promise(is_accepted(each), "a number that is recognised is one of its kind");

    if (const auto cpv = parse_cpv(text)) {
        const auto again = parse_cpv(cpv->digits);
        promise(again && again->digits == cpv->digits, "a CPV code stays as it is");
        promise(cpv_relation(cpv->digits, cpv->digits) == CpvRelation::exact, "a code is itself");
        for (const std::string& above : cpv_ancestors(cpv->digits))
            promise(cpv_relation(above, cpv->digits) == CpvRelation::broader,
                    "codes above a code are broader");
    }
    return 0;
}
