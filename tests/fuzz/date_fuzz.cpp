// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a date or a moment, of a file, of a table or of an address: what is read and written
// is what was read.
#include "core/catalogue/partial_date.h"
#include "core/catalogue/warsaw_time.h"
#include "indexer/table/written_date.h"
#include "tests/fuzz/target.h"

using namespace wespol;
using test::promise;

namespace {

void check_partial(const PartialDate& date) {
    promise(PartialDate::parse(date.text()) == date, "a date of any precision is itself again");
    promise(date.earliest() || date.latest(), "a date says something");
    promise(!date.earliest() || !date.latest() || *date.earliest() <= *date.latest(),
            "a span does not run backwards");
    for (const Language language : {Language::pl, Language::en, Language::uk})
        promise(!date.in_words(language).empty(), "a date can be told in words");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text = test::text_of(bytes, size);
    if (const auto day = parse_day(text))
        promise(format_day(*day) == text, "a day is itself again");
    if (const auto date = PartialDate::parse(text)) {
        promise(date->text() == text, "a date is kept as it was written");
        check_partial(*date);
    }
    if (const auto edtf = parse_written_date(text)) {
        const auto date = PartialDate::parse(*edtf);
        promise(date.has_value(), "a date of a table becomes one of ours");
        check_partial(*date);
        promise(parse_written_date(*edtf) == *edtf, "a date of ours in a table stays as it is");
    }
    if (const auto moment = parse_compact_utc(text)) {
        promise(compact_utc(*moment) == text, "a moment is itself again");
        promise(parse_warsaw_iso(warsaw_iso(*moment)) == *moment,
                "a moment is the same in Polish time");
    }
    if (const auto moment = parse_warsaw_iso(text))
        promise(warsaw_iso(*moment) == text, "a Polish moment is itself again");
    return 0;
}
