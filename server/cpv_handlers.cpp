// SPDX-License-Identifier: GPL-3.0-or-later
// /cpv, where a code or words are asked for, and /cpv/<code>.
#include "core/analysis/code_points.h"
#include "core/support/ascii.h"
#include "server/entity_tag.h"
#include "server/handlers.h"
#include "server/page_path.h"
#include "server/pages/cpv_code_view.h"
#include "server/pages/cpv_view.h"

#include <utility>

namespace wespol {
namespace {

/// Of what somebody took for a code, no more is shown.
constexpr std::size_t kMaxShownBytes = 80;

HttpResponse page(int status, std::string html) {
    return {status, "text/html; charset=utf-8", std::move(html), {}};
}

/// Of the parameters of a search the day counts, and on /cpv the words.
DecodedRequest decode_words_and_day(const Exchange& exchange) {
    DecodedRequest decoded = decode(exchange);
    SearchRequest asked;
    asked.as_of = decoded.request.as_of;
    asked.text = decoded.request.text;
    asked.cut_off = decoded.request.cut_off;
    decoded.request = std::move(asked);
    return decoded;
}

/// Check digit and day go with the code as they were sent: what is wrong with them is told there.
HttpResponse see_code(const Exchange& exchange, const WrittenCpv& written) {
    std::string target = std::string(language_prefix(exchange.language)) + "/cpv/" + written.digits;
    if (!written.check_digit.empty()) target += '-' + written.check_digit;
    for (const auto& [name, value] : exchange.request.parameters)
        if (name == "na-dzien" && !is_blank(value)) {
            target += "?na-dzien=" + percent_encoded(value);
            break;
        }
    return {303, "", "", {{"Location", std::move(target)}}};
}

}  // namespace

HttpResponse cpv_page(const Exchange& exchange) {
    const DecodedRequest decoded = decode_words_and_day(exchange);
    const SearchRequest& asked = decoded.request;
    if (const auto written = parse_cpv(asked.text)) return see_code(exchange, *written);
    return answer_unless_known(exchange, canonical(decoded), [&] {
        const Searcher searcher = exchange.searcher();
        CpvPage shown;
        shown.cut_off = asked.cut_off;
        if (!asked.text.empty()) {
            shown.finding = searcher.find_cpv(asked.text);
            if (shown.finding->codes.size() == 1)
                return see_code(exchange, {shown.finding->codes.front().code, {}});
        }
        shown.overview = searcher.cpv_overview();
        const Day day = asked.as_of.value_or(exchange.today);
        return page(200, exchange.pages.cpv(page_context(exchange, day, decoded.problems), shown));
    });
}

HttpResponse cpv_code_page(const Exchange& exchange) {
    const DecodedRequest decoded = decode_words_and_day(exchange);
    const SearchRequest& asked = decoded.request;
    const Day day = asked.as_of.value_or(exchange.today);
    const PageContext context = page_context(exchange, day, decoded.problems);
    const auto written = parse_cpv(exchange.argument);
    if (!written) {
        CpvPage shown;
        shown.overview = exchange.searcher().cpv_overview();
        shown.no_code = std::string(cut_at_code_point(exchange.argument, kMaxShownBytes));
        return page(404, exchange.pages.cpv(context, shown));
    }
    const auto right = other_check_digit(context.references.cpv, *written);
    const bool is_canonical = exchange.argument == written->digits;
    if (!is_canonical && !right) return see_code(exchange, {written->digits, {}});
    return answer_unless_known(exchange, canonical(decoded), [&] {
        CpvCodePage shown{exchange.searcher().cpv(written->digits, asked.as_of), {}};
        if (right) shown.wrong_check_digit = written->check_digit;
        return page(200, exchange.pages.cpv_code(context, shown));
    });
}

}  // namespace wespol
