// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/source/phone_number.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

namespace wespol {

Result<std::string> parse_phone_number(std::string_view text) {
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    constexpr std::size_t longest = 60;
    constexpr const char* country = "PL";
    const PhoneNumberUtil& library = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const bool is_read =
        text.size() <= longest &&
        library.Parse(std::string(text), country, &number) == PhoneNumberUtil::NO_PARSING_ERROR;
    if (!is_read || !library.IsValidNumber(number))
        return problem("Takiego numeru telefonu nie ma; wpisz jeden numer, 9 cyfr.");
    if (number.has_extension())
        return problem("Numer wewnętrzny nie ma gdzie stanąć; wpisz sam numer telefonu.");
    std::string result;
    library.Format(number, PhoneNumberUtil::E164, &result);
    return result;
}

}  // namespace wespol
